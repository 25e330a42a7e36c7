import { beforeAll, describe, expect, test } from "vitest";
import { compose } from "../../../bot/answers/compose.ts";
import type { AnswerContext } from "../../../bot/answers/context.ts";
import type { Claim, Query } from "../../../bot/query.ts";
import { openContext } from "./shared.ts";

let context: AnswerContext;
beforeAll(async () => {
  context = await openContext();
});

const verdictOn = (of: Query, ...claims: Claim[]) =>
  compose({ kind: "verify", of, claims }, context).text.split("\n")[0];
const leads = (agencyId: string): Claim => ({ about: "agency", agencyId, role: "lead" });
const goods: Query = { kind: "task", ids: ["IV.5"], asks: [] };

describe("a verdict", () => {
  test("is no where the agency is wrong, whatever else holds", () => {
    expect(verdictOn(goods, leads("so-tai-chinh"), { about: "endYear", year: 2025 })).toMatch(/^\*\*Không: /);
  });

  test("is partly where one of two agencies leads", () => {
    expect(verdictOn(goods, leads("so-tai-chinh"), leads("so-cong-thuong"))).toMatch(/^\*\*Đúng một phần: /);
  });

  test("is no where a cell may mean the agency and names it nowhere", () => {
    const city: Query = { kind: "task", ids: ["V.38"], asks: [] };
    expect(verdictOn(city, { about: "agency", agencyId: "so-y-te" })).toMatch(
      /^\*\*Không: .*không ghi tên Sở Y tế/,
    );
    expect(verdictOn(city, leads("so-y-te"))).not.toMatch(/^\*\*Đúng: /);
  });

  test("says the same of two claims once", () => {
    const text = verdictOn(goods, { about: "endYear", year: 2023 }, { about: "endYear", year: 2025 })!;
    expect(text.match(/thời gian in/g)).toHaveLength(1);
  });

  test("is given of what the body of the plan gives to an office", () => {
    const duty = context.knowledge.duties.find(
      ({ agencyIds }) => agencyIds.join() === "so-ke-hoach-va-dau-tu",
    )!;
    const of: Query = { kind: "duty", ids: [duty.id], ask: "all" };
    expect(verdictOn(of, { about: "agency", agencyId: "so-tai-chinh" })).toMatch(
      /^\*\*Không: .*Sở Kế hoạch và Đầu tư/,
    );
    expect(verdictOn(of, { about: "agency", agencyId: "so-ke-hoach-va-dau-tu" })).toMatch(/^\*\*Đúng: /);
  });
});

describe("a count of an agency's rows", () => {
  const rows = (agencyId: string): Query => ({
    kind: "taskSet",
    set: { op: "filter", of: { op: "all" }, where: { by: "agency", agencyId, role: "lead" } },
    measure: { as: "count" },
    asks: [],
  });
  test.each<[number, RegExp]>([
    [7, /^\*\*Đúng: đếm được 7 nhiệm vụ ghi đích danh/],
    [17, /^\*\*Đúng: đếm được 17/],
    [9, /^\*\*Không: đếm được 17, không phải 9/],
  ])("of %i is held against what names it and against all", (value, verdict) => {
    expect(verdictOn(rows("van-phong-ubnd-tinh"), { about: "count", value })).toMatch(verdict);
  });
});

test("the rows of several answers together are counted once each, with what they are made of", () => {
  const leads = (agencyId: string) =>
    ({
      op: "filter",
      of: { op: "all" },
      where: { by: "agency", agencyId, role: "lead", named: true },
    }) as const;
  const offices = ["so-thong-tin-va-truyen-thong", "van-phong-ubnd-tinh"].map(leads);
  const { text, tasks, computed } = compose(
    { kind: "taskSet", set: { op: "union", of: offices }, measure: { as: "count" }, asks: [] },
    context,
  );
  expect(tasks).toHaveLength(32);
  for (const count of ["32", "26", "7", "1"]) expect(computed.map(({ value }) => value)).toContain(count);
  expect(text).toContain("chỉ tính một lần");
});

describe("what the body of the plan doesn't print", () => {
  test("is said beside the quote", () => {
    const { text } = compose({ kind: "passage", ids: ["passage:IV.2.3"], asks: ["lead", "when"] }, context);
    expect(text).toContain("Đoạn này của Kế hoạch không ghi cơ quan chủ trì, thời hạn.");
  });

  test("and not where the quote prints it", () => {
    const report = context.knowledge.passages.find(({ text }) => text.includes("Định kỳ 6 tháng"))!;
    const { text } = compose({ kind: "passage", ids: [report.id], asks: ["when"] }, context);
    expect(text).not.toContain("không ghi");
  });
});

test("no row is said to be none", () => {
  const where = { by: "year", is: "ends", year: 2029 } as const;
  const set = { op: "filter", of: { op: "all" }, where } as const;
  const { text, spoken } = compose({ kind: "taskSet", set, measure: { as: "list" }, asks: [] }, context);
  expect(text).toContain("tức không có nhiệm vụ nào");
  expect(spoken).toContain("tức không có nhiệm vụ nào");
});

test("the place of an answer keeps the quotes of all its rows", () => {
  const ids = context.knowledge.tasks.slice(0, 9).map(({ id }) => id);
  const of: Query = { kind: "task", ids, asks: [] };
  const { citations, tasks } = compose({ kind: "locator", of }, context);
  expect(tasks).toHaveLength(9);
  for (const { title } of tasks)
    expect(citations.some(({ quote }) => quote.includes(title.slice(0, 30)))).toBe(true);
});

test("groups that are compared are told as groups, with the difference", () => {
  const { text } = compose(
    {
      kind: "taskSet",
      set: { op: "all" },
      measure: { as: "table", by: "group", order: "most", among: ["IV", "V"] },
      asks: [],
    },
    context,
  );
  expect(text).toMatch(/^\*\*Nhóm V .*\*\*38\*\* nhiệm vụ, nhiều hơn \*\*30\*\* nhiệm vụ so với Nhóm IV/);
  expect(text.split("\n")[0]).not.toMatch(/cơ quan|đích danh/);
});

describe("how many are done", () => {
  test.each<Query>([
    { kind: "taskSet", set: { op: "all" }, measure: { as: "count" }, asks: ["completion"] },
    {
      kind: "taskSet",
      set: { op: "filter", of: { op: "all" }, where: { by: "agency", agencyId: "so-y-te", role: "lead" } },
      measure: { as: "count" },
      asks: ["completion"],
    },
  ])("the plan's silence comes before its numbers", (query) => {
    const reply = compose(query, context);
    expect(reply.status).toBe("unanswerable_not_in_sources");
    expect(reply.text).toMatch(/^Kế hoạch không ghi tiến độ/);
    expect(reply.text.match(/không ghi tiến độ/g)).toHaveLength(1);
  });
});
