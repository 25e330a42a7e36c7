import { beforeAll, expect, test } from "vitest";
import type { Query } from "../../../bot/query.ts";
import { readTime } from "../../../bot/readings/time-reader.ts";
import { openReadings, partly, type Readings } from "./reader-context.ts";

let readings: Readings;
beforeAll(async () => {
  readings = await openReadings(new Date("2024-06-15T08:00:00+07:00"));
});

const queriesOf = async (text: string, dialogue = {}) =>
  readTime(await readings.contextOf(text, dialogue)).map(({ query }) => query);

const june = { kind: "span", from: "2024-06-01", to: "2024-06-30", said: "tháng 6/2024" } as const;

test("a month beside one's own agency asks what is due in it, and what the agency has", async () => {
  const queries = await queriesOf("Tháng này cơ quan mình chủ trì gì?", { ownAgencyId: "so-noi-vu" });
  const span = { ...june, agencyId: "so-noi-vu" };
  expect(queries).toEqual([partly({ kind: "many", queries: [span, { kind: "taskSet" }] })]);
  expect(await queriesOf("Tháng này cơ quan mình có gì?", { ownAgencyId: "so-noi-vu" })).toEqual([span]);
});

test("another agency takes the place of the one before in the same span", async () => {
  const last: Query = { ...june, agencyId: "so-noi-vu" };
  expect(await queriesOf("còn Sở Y tế?", { last })).toEqual([{ ...june, agencyId: "so-y-te" }]);
});

test("what has to be handed in is asked of the plan, where it is named", async () => {
  expect(await queriesOf("quý 3 này theo kế hoạch phải nộp gì")).toContainEqual(
    partly({ kind: "span", said: "quý 3/2024" }),
  );
  expect(await queriesOf("quý 3 này nộp hồ sơ khai sinh")).toEqual([]);
});
