import { beforeAll, describe, expect, test } from "vitest";
import type { Dialogue } from "../../../bot/dialogue.ts";
import type { ActionAbout, Query } from "../../../bot/query.ts";
import { aboutOf } from "../../../bot/readings/action-about.ts";
import { openReadings, type Readings } from "./reader-context.ts";

let readings: Readings;
beforeAll(async () => {
  readings = await openReadings(new Date("2026-06-15T08:00:00+07:00"));
});

const about = async (text: string, dialogue: Partial<Dialogue> = {}, isPersonal = false) =>
  aboutOf(await readings.contextOf(text, dialogue), isPersonal);

describe("what the sentence names", () => {
  test.each<[text: string, named: ActionAbout]>([
    ["đưa hạn của Sở Y tế vào lịch", { agencyId: "so-y-te" }],
    [
      "đưa hạn của bốn việc Sở Y tế chủ trì đích danh vào lịch",
      { agencyId: "so-y-te", role: "lead", named: true },
    ],
    ["xuất Excel các việc Sở Tài chính phối hợp", { agencyId: "so-tai-chinh", role: "coordinating" }],
    ["đưa V.9 và VII.1 vào lịch", { ids: ["V.9", "VII.1"] }],
    ["xuất Excel các việc nhóm VI", { ids: ["VI.1", "VI.2", "VI.3", "VI.4", "VI.5"] }],
    ["đưa việc hằng năm nhóm VI vào lịch", { ids: ["VI.1", "VI.2", "VI.3", "VI.4"] }],
    ["tạo lịch nhắc nộp báo cáo năm", { report: true }],
    ["xuất Excel 67 việc", {}],
  ])("“%s”", async (text, named) => {
    expect(await about(text)).toEqual(named);
  });

  test("rows of two agencies are those of either", async () => {
    const { ids } = await about("đưa việc Sở Y tế và Sở Nội vụ chủ trì vào lịch");
    for (const id of ["V.16", "V.24", "V.25", "V.26", "V.34"]) expect(ids).toContain(id);
  });

  test("“địa phương” is no agency of the registry, and its rows are its own", async () => {
    expect(await about("đưa việc của các huyện vào lịch")).toMatchObject({ agencyId: "dia-phuong" });
  });
});

describe("what was spoken of", () => {
  const list: Query = {
    kind: "taskSet",
    set: {
      op: "filter",
      of: { op: "all" },
      where: { by: "agency", agencyId: "so-y-te", role: "lead", named: true },
    },
    measure: { as: "list" },
    asks: [],
  };
  const HEALTH = ["V.24", "V.25", "V.26", "V.34"];
  const after = {
    last: list,
    focuses: [{ kind: "tasks" as const, ids: HEALTH, query: list }],
    listIds: HEALTH,
    ownAgencyId: "so-cong-thuong",
  };

  test.each<[text: string, ids: string[]]>([
    ["đưa mấy cái đó vào lịch", HEALTH],
    ["ghi vô lịch giùm", HEALTH],
    ["cho mình xin ra tệp Excel", HEALTH],
    ["hai cái đầu bỏ vô lịch cho anh", ["V.24", "V.25"]],
    ["cái cuối thôi, đưa vào lịch", ["V.34"]],
  ])("“%s” means those rows", async (text, ids) => {
    expect((await about(text, after, true)).ids).toEqual(ids);
  });

  test("another agency, the own one, all rows or the report that are named mean no rows spoken of", async () => {
    expect(await about("đưa hạn của Sở Nội vụ vào lịch", after)).toEqual({ agencyId: "so-noi-vu" });
    expect(await about("đưa hạn của sở tôi vào lịch", after)).toEqual({ agencyId: "so-cong-thuong" });
    expect((await about("xuất Excel toàn bộ nhiệm vụ", after)).ids).toBeUndefined();
    expect((await about("tạo lịch nhắc nộp báo cáo", after)).ids).toBeUndefined();
  });

  test("two rows told one after the other are “2 việc đó”", async () => {
    const of = (id: string): Query => ({ kind: "task", ids: [id], asks: [] });
    const focuses = ["V.16", "VII.5"].map((id) => ({ kind: "tasks" as const, ids: [id], query: of(id) }));
    expect((await about("cho file lịch 2 việc đó", { last: of("VII.5"), focuses })).ids).toEqual([
      "V.16",
      "VII.5",
    ]);
  });

  test("duties that were told are meant as well", async () => {
    const last: Query = { kind: "duty", ids: ["duty:VI.6.5"], ask: "report" };
    expect((await about("ghi vô lịch giùm", { last })).ids).toEqual(["duty:VI.6.5"]);
  });

  test("of a procedure there are no rows", async () => {
    const last: Query = { kind: "procedure", code: "1.001193", aspects: [] };
    expect((await about("ghi vô lịch giùm", { ...after, last })).ids).toBeUndefined();
  });
});

test("the report that is to be noted is the one with a printed day", async () => {
  const noted = await about("tạo lịch nhắc nộp báo cáo năm", {}, true);
  expect(noted).toEqual({ ids: ["duty:VI.6.5"], report: true });
});

test("who says nothing of rows means the own agency where a thing is for oneself", async () => {
  const own = { ownAgencyId: "so-cong-thuong" };
  expect(await about("cho tôi file lịch nhắc hạn", own, true)).toEqual({ agencyId: "so-cong-thuong" });
  expect(await about("cho tôi file Excel", own)).toEqual({});
  expect(await about("cho tôi lịch nhắc hạn của cả 67 nhiệm vụ", own, true)).toEqual({});
});
