import { beforeAll, expect, test } from "vitest";
import { readSuccessor } from "../../../bot/readings/successor-reader.ts";
import { openReadings, type Readings } from "./reader-context.ts";

let readings: Readings;
beforeAll(async () => {
  readings = await openReadings(new Date("2026-06-15T08:00:00+07:00"));
});

const queriesOf = async (text: string, dialogue = {}) =>
  readSuccessor(await readings.contextOf(text, dialogue)).map(({ query }) => query);

test("a row that is named is told with who carries on", async () => {
  expect(
    await queriesOf("hệ thống quản lý hộ nghèo hồi đó sở lao động làm, nay giải tán rồi ai nhận"),
  ).toContainEqual({
    kind: "task",
    ids: ["V.21"],
    asks: ["agencyNow"],
  });
});

test("a label and a word that refers back name their own row", async () => {
  const rows = (await queriesOf("V.38 và việc đó giờ quản lý hộ nghèo ai nhận")).filter(
    ({ kind }) => kind === "task",
  );
  expect(rows).toEqual([]);
});

test("the office that receives the report, wherever the sentence that names it stands", async () => {
  const last = { kind: "duty" as const, ids: ["duty:V.9.3", "duty:VI.6.5"], ask: "report" as const };
  expect(await queriesOf("sở đó đâu còn nữa, giờ ai thay", { last })).toContainEqual({
    kind: "agency",
    agencyId: "so-thong-tin-va-truyen-thong",
    ask: "successor",
  });
});
