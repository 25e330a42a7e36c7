import { beforeAll, describe, expect, test } from "vitest";
import { compose } from "../../../bot/answers/compose.ts";
import type { Query, TaskSetQuery } from "../../../bot/query.ts";
import { withUnheeded } from "../../../bot/readings/unheeded.ts";
import type { TaskPredicate } from "../../../bot/sets/task-set.ts";
import { openContext } from "../answers/shared.ts";
import { openReadings, type Readings } from "./reader-context.ts";

let readings: Readings;
beforeAll(async () => {
  readings = await openReadings(new Date("2024-06-15T08:00:00+07:00"));
});

const all: TaskSetQuery = { kind: "taskSet", set: { op: "all" }, measure: { as: "count" }, asks: [] };
const limited = (...of: TaskPredicate[]): TaskSetQuery => ({
  ...all,
  set: { op: "filter", of: { op: "all" }, where: { by: "and", of } },
});
const read = async (text: string, query: Query, dialogue = {}) =>
  withUnheeded(query, await readings.contextOf(text, dialogue));

const LEADS: TaskPredicate = { by: "agency", agencyId: "so-y-te", role: "lead" };

describe("what the rows leave out of a question", () => {
  test.each<[text: string, query: TaskSetQuery, unheeded: string[] | undefined]>([
    ["Sở Y tế chủ trì mấy việc năm 2024?", limited(LEADS), ["năm 2024"]],
    ["Sở Y tế chủ trì mấy việc hàng năm?", limited(LEADS), ["hàng năm"]],
    ["Sở Y tế và Sở Nội vụ cùng làm mấy việc?", limited(LEADS), ["Sở Nội vụ"]],
    ["việc Sở Y tế chủ trì trong nhóm V", limited(LEADS), ["nhóm V"]],
    ["Sở Y tế chủ trì mấy việc?", limited(LEADS), undefined],
    ["Sở Y tế chủ trì mấy việc trước 2025?", limited(LEADS, { by: "endsBy", year: 2024 }), undefined],
    ["Sở Y tế có mấy việc 2023-2024?", limited(LEADS, { by: "period", period: "2023-2024" }), undefined],
  ])("%s", async (text, query, unheeded) => {
    expect(((await read(text, query)) as TaskSetQuery).unheeded).toEqual(unheeded);
  });

  test("is said before the number, and in a verdict too", async () => {
    const query = await read("Sở Y tế chủ trì mấy việc hàng năm?", limited(LEADS));
    const { text, spoken } = compose(query, await openContext());
    expect(text).toMatch(/^Chưa lọc được theo “hàng năm”/);
    expect(spoken).toContain("Chưa lọc được theo “hàng năm”");
    const verify: Query = { kind: "verify", of: limited(LEADS), claims: [{ about: "count", value: 4 }] };
    expect(await read("Sở Y tế có 4 việc hàng năm đúng không?", verify)).toMatchObject({
      of: { unheeded: ["hàng năm"] },
    });
  });
});

describe("all rows behind rows that were spoken of", () => {
  const focuses = [{ kind: "tasks" as const, ids: ["V.24", "V.25"], query: limited(LEADS) }];
  test.each<[text: string, isOfAll: true | undefined]>([
    ["hạn tới đâu, mấy việc", true],
    ["cả phụ lục mấy việc", undefined],
    ["kế hoạch có mấy việc", undefined],
  ])("are said to be all: %s", async (text, isOfAll) => {
    expect(((await read(text, all, { focuses })) as TaskSetQuery).isOfAll).toBe(isOfAll);
    expect(((await read(text, all)) as TaskSetQuery).isOfAll).toBeUndefined();
  });
});
