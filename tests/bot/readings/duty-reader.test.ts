import { beforeAll, expect, test } from "vitest";
import { readDuty } from "../../../bot/readings/duty-reader.ts";
import { openReadings, type Readings } from "./reader-context.ts";

let readings: Readings;
beforeAll(async () => {
  readings = await openReadings(new Date("2026-06-15T08:00:00+07:00"));
});

const read = async (text: string, dialogue = {}) => readDuty(await readings.contextOf(text, dialogue));

test("what several offices are given is told of each", async () => {
  const query = await read("Sở Tài chính với Sở Kế hoạch và Đầu tư được giao khác nhau ra sao");
  const duties = readings.knowledge.duties.filter(
    ({ id }) => query?.kind === "duty" && query.ids.includes(id),
  );
  expect(new Set(duties.flatMap(({ agencyIds }) => agencyIds))).toEqual(
    new Set(["so-tai-chinh", "so-ke-hoach-va-dau-tu"]),
  );
});

test.each([
  ["sở mình có phải nộp gì lên trên không", { ownAgencyId: "so-tu-phap" }],
  ["theo kế hoạch thì phải nộp cái gì", {}],
])("an office hands in its reports: “%s”", async (text, dialogue) => {
  expect(await read(text, dialogue)).toMatchObject({ kind: "duty", ask: "report" });
});

test("a citizen hands in papers", async () => {
  expect(await read("làm khai sinh phải nộp gì")).toBeUndefined();
});

test("who has not reported is printed nowhere, and the answer says so", async () => {
  expect(await read("sở nào chưa nộp báo cáo 6 tháng")).toMatchObject({ ask: "report", completion: true });
});
