import { beforeAll, describe, expect, test } from "vitest";
import type { Query } from "../../../bot/query.ts";
import { readOfTold } from "../../../bot/readings/told-task-reader.ts";
import { openReadings, type Readings } from "./reader-context.ts";

let readings: Readings;
beforeAll(async () => {
  readings = await openReadings(new Date("2026-11-25T09:00:00+07:00"));
});

const told = (id: string): Query => ({ kind: "task", ids: [id], asks: [] });
const listOf = (agencyId: string): Query => ({
  kind: "taskSet",
  set: { op: "filter", of: { op: "all" }, where: { by: "agency", agencyId } },
  measure: { as: "list" },
  asks: [],
});
const read = async (text: string, last: Query, dialogue = {}) =>
  readOfTold(await readings.contextOf(text, { last, ...dialogue }));

describe("the part of an agency in the task just told", () => {
  test.each<[text: string, id: string, agencyId: string]>([
    ["trong việc đó có tên Sở Tài chính không", "IV.2", "so-tai-chinh"],
    ["thế họ có ghi tên Sở Y tế ra không", "V.38", "so-y-te"],
    ["cột phối hợp có ghi Công an tỉnh không em", "V.22", "cong-an-tinh"],
    ["trong do co so noi vu ko", "VII.3", "so-noi-vu"],
  ])("%s", async (text, id, agencyId) => {
    expect(await read(text, told(id))).toMatchObject({ kind: "task", ids: [id], agencyId });
  });

  test("the communes and the asker's own agency are told too", async () => {
    expect(await read("trong đó có tên ubnd xã không", told("V.15"))).toMatchObject({ agencyId: "cap-xa" });
    expect(
      await read("trong đó có tên sở mình không", told("V.15"), { ownAgencyId: "so-du-lich" }),
    ).toMatchObject({ agencyId: "so-du-lich" });
  });

  test.each([
    "Sở Tài chính có tên trong mấy việc",
    "trong đó việc nào của Sở Y tế hạn 2024",
    "V.9 có tên Sở Tài chính không",
    "Sở Tài chính phụ trách xây dựng phần mềm nào trong đó",
  ])("other rows are meant by: %s", async (text) => {
    expect(await read(text, told("IV.2"))).toBeUndefined();
  });

  test("of rows that were listed nobody knows in which", async () => {
    expect(await read("trong đó có tên Sở Tài chính không", listOf("so-y-te"))).toBeUndefined();
  });
});

describe("who works on it beside its lead", () => {
  test.each<[text: string, last: Query, id: string]>([
    ["ai làm cùng với Sở Giáo dục ở việc đó", told("IV.2"), "IV.2"],
    ["những bên nào phối hợp cùng", told("V.22"), "V.22"],
    ["ai phối hợp với Sở Văn hóa và Thể thao", told("V.22"), "V.22"],
    ["mấy bên nào làm chung với họ", listOf("so-ke-hoach-va-dau-tu"), "V.28"],
  ])("%s", async (text, last, id) => {
    expect(await read(text, last)).toEqual({ kind: "task", ids: [id], asks: ["coordinating"] });
  });

  test("another agency than the lead asks of its own partners", async () => {
    expect(await read("ai làm cùng với Sở Y tế", told("IV.2"))).toBeUndefined();
  });

  test("several rows that name the agency are not one", async () => {
    expect(await read("mấy bên nào làm chung với họ", listOf("so-y-te"))).toBeUndefined();
  });
});

describe("what somebody says of it", () => {
  test.each([
    "anh Hải nói hạn cái đó là cuối 2024, có đúng không",
    "tôi nhớ việc đó làm hàng năm, phải không",
  ])("%s", async (text) => {
    expect(await read(text, told("V.28"))).toEqual({ kind: "task", ids: ["V.28"], asks: ["when"] });
  });

  test("a year without a claim is none", async () => {
    expect(await read("việc đó trong năm 2024 làm gì", told("V.28"))).toBeUndefined();
  });
});
