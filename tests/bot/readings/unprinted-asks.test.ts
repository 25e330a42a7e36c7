import { beforeAll, expect, test } from "vitest";
import type { Query } from "../../../bot/query.ts";
import { withUnprinted } from "../../../bot/readings/unprinted-asks.ts";
import { openReadings, type Readings } from "./reader-context.ts";

let readings: Readings;
beforeAll(async () => {
  readings = await openReadings(new Date("2026-06-15T08:00:00+07:00"));
});

const passage: Query = { kind: "passage", ids: ["passage:IV.2.3"] };

test("who leads and until when is kept with a passage, and over with the next question", async () => {
  const asked = withUnprinted(passage, await readings.contextOf("đoạn đó ai chủ trì, hạn bao giờ"));
  expect(asked).toEqual({ ...passage, asks: ["lead", "when"] });
  expect(withUnprinted(asked, await readings.contextOf("đọc lại đi"))).toEqual(passage);
});

test("a row of the appendix prints it itself", async () => {
  const task: Query = { kind: "task", ids: ["V.1"], asks: [] };
  expect(withUnprinted(task, await readings.contextOf("ai chủ trì"))).toBe(task);
});
