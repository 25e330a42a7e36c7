import { expect, test } from "vitest";
import { NONE } from "../../../bot/examples/question-classifier.ts";
import { meantOf } from "../../../bot/readings/meant.ts";
import { readMeant } from "../../../bot/readings/meant-reader.ts";
import { openReadings } from "./reader-context.ts";

const readings = await openReadings(new Date("2026-11-30T09:00:00+07:00"));

test("a story without a word of a name proposes what people mean by it, the likeliest first", async () => {
  const proposals = readMeant(await readings.contextOf("rớt bóp ngoài chợ mất luôn cái cà vẹt xe"));
  expect(proposals[0]?.query).toMatchObject({ kind: "procedure", code: "1.013082" });
  expect(proposals.length).toBeLessThanOrEqual(3);
  const shares = proposals.map(({ features }) => features!["by this turn: share"]!);
  expect(shares).toEqual([...shares].sort((a, b) => b - a));
});

test("after a procedure the story counts beside the turn", async () => {
  const context = await readings.contextOf("sổ gốc ngoài xã còn");
  const meantSoFar = { ...context.meant, procedures: new Map([["2.000635", 0.9]]) };
  const ofStory = readMeant({ ...context, meantSoFar }).filter(
    ({ features }) => features?.["by the story: share"] !== undefined,
  );
  expect(ofStory.map(({ query }) => query)).toMatchObject([{ code: "2.000635" }]);
});

test("labels, what few people mean, and codes that are not loaded propose nothing", async () => {
  const context = await readings.contextOf("chuyện này là sao");
  const chance = { ...context.meant, procedures: new Map([["1.013082", 0.01]]) };
  expect(readMeant({ ...context, meant: chance, meantSoFar: chance })).toEqual([]);
  expect(meantOf(new Map([["9.999999", 1]]), context.knowledge, () => []).procedures.size).toBe(0);
  const labelled = await readings.contextOf("V.9 mất cà vẹt xe");
  expect(readMeant(labelled)).toEqual([]);
});

test("that no example means anything says nothing of records that the examples don't know", async () => {
  const { knowledge } = await readings.contextOf("xin giấy phép karaoke");
  const shares = new Map<string, number>([
    ...knowledge.procedures.map(({ code }) => [code, 0] as const),
    ...knowledge.tasks.map(({ id }) => [id, 0] as const),
    [NONE, 0.9],
  ]);
  const [own] = knowledge.procedures;
  const imported = { ...own!, code: "9.000001" };
  const withImport = { ...knowledge, procedures: [...knowledge.procedures, imported] };
  const noneOf = (base: typeof knowledge, best: string) =>
    meantOf(shares, base, () => [new Map([[best, { score: 1 }]])]).none;
  expect(noneOf(knowledge, own!.code)).toBe(0.9);
  expect(noneOf(withImport, own!.code)).toBe(0.9);
  expect(noneOf(withImport, imported.code)).toBe(0);
  const otherPlan = {
    ...knowledge,
    procedures: [...knowledge.procedures],
    tasks: [{ ...knowledge.tasks[0]!, id: "khac:1" }],
  };
  expect(noneOf(otherPlan, "khac:1")).toBe(0);
});
