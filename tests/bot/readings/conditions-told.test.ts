import { beforeAll, describe, expect, test } from "vitest";
import { readAll } from "../../../bot/readings/readings.ts";
import { isWide, subjectOf } from "../../../bot/sets/subject.ts";
import { openReadings, type Readings } from "./reader-context.ts";

let readings: Readings;
beforeAll(async () => {
  readings = await openReadings(new Date("2026-11-25T09:00:00+07:00"));
}, 60_000);

/** Lists of tasks that are proposed as asked of the agency, without what the question denies or limits. */
const listsOf = async (text: string, agencyId: string) =>
  readAll(await readings.contextOf(text)).filter(
    ({ query }) =>
      query.kind === "taskSet" &&
      query.measure.as === "list" &&
      isWide(query.set) &&
      subjectOf(query.set)?.where.agencyId === agencyId &&
      subjectOf(query.set)?.others.length === 0,
  );

describe("what is denied or limits is never dropped", () => {
  test.each([
    "việc nào không phải của Sở Y tế",
    "nhiệm vụ nhóm V không do Sở Y tế chủ trì",
    "trừ Sở Y tế ra thì ai chủ trì nhiều nhất",
    "Sở Y tế có việc gì phải xong trước năm 2025",
  ])("%s", async (text) => {
    expect(await listsOf(text, "so-y-te")).toEqual([]);
  });

  test.each(["Sở Y tế chủ trì việc gì", "Sở Y tế có chủ trì việc nào không"])("%s", async (text) => {
    expect(await listsOf(text, "so-y-te")).not.toEqual([]);
  });
});
