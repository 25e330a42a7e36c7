import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  type DangerWeights,
  dangerFeatures,
  readDanger,
  scoreOf,
} from "../../../bot/guardrails/danger-model.ts";
import { trainDangerModel } from "../../../bot/guardrails/danger-training.ts";
import { readDangers, readOrdinary } from "../../../bot/guardrails/examples.ts";
import { dangerFeaturesOf, findSensitive } from "../../../bot/guardrails/sensitive.ts";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import {
  readDangerRows,
  readDeclined,
  readRecordQuestions,
  recordSentences,
} from "../../evaluation/danger-examples.ts";
import { leaveOut } from "../../evaluation/danger-left-out.ts";

const rows = readDangerRows();
const ofRecords = readRecordQuestions();
const declined = readDeclined();
const trainedOn = { rows: 0, hash: "" };

test("the examples are of many authors, and none stands in both files", () => {
  expect(new Set(rows.map((row) => row.author)).size).toBeGreaterThanOrEqual(12);
  expect(rows.filter(({ inDanger }) => inDanger).length).toBeGreaterThan(300);
  expect(rows.filter(({ inDanger }) => !inDanger).length).toBeGreaterThan(4500);
  const calm = new Set(readOrdinary().map((row) => row.text));
  expect(readDangers().filter((row) => calm.has(row.text))).toEqual([]);
});

test("features are words, pairs of words and groups, each once", () => {
  expect(dangerFeatures(["chay", "chay"], ["fire"])).toEqual([
    "chay",
    "^ chay",
    "chay chay",
    "chay $",
    "<fire>",
  ]);
});

test("a score is the bias and the share of each known feature; names of the language's own are no features", () => {
  const weights = { bias: -1, weights: { chay: 2, nha: 4 } };
  expect(scoreOf(["chay", "nha", "toString", "khac"], weights)).toBe(-1 + 2 / 2 + 4 / 2);
  expect(scoreOf([], weights)).toBe(-1);
});

test("the same examples give the same weights", () => {
  const dangers = readDangers().slice(0, 60);
  const ordinary = readOrdinary()
    .slice(0, 60)
    .map(({ text }) => text);
  const examples = { dangers, ordinary, ofRecords: [], declined: [] };
  expect(trainDangerModel(examples)).toEqual(trainDangerModel(examples));
});

test("the numbers to call are learned from the dangers that have them labelled", () => {
  const weights: DangerWeights = {
    trainedOn,
    ...trainDangerModel({
      dangers: [
        { text: "lửa phụt lên trần bếp", about: "danger", lines: ["114"] },
        { text: "lửa phụt trong bếp, ai đó giúp" },
      ],
      ordinary: ["khai sinh cần giấy gì"],
      ofRecords: [],
      declined: [],
    }),
  };
  const reading = readDanger(dangerFeaturesOf("lửa phụt trong bếp"), weights);
  expect(reading.score).toBeGreaterThan(readDanger(dangerFeaturesOf("khai sinh nộp ở đâu"), weights).score);
  expect(reading).toMatchObject({ about: "danger", lines: ["114", expect.any(String)] });
});

test("the weights in use were learned from these examples (npm run train:danger -- --check learns them again)", () => {
  const hash = createHash("sha256")
    .update(JSON.stringify([rows, ofRecords.taught, declined]))
    .digest("hex");
  const file = join(import.meta.dirname, "../../../bot/guardrails/danger-weights.json");
  const shipped = JSON.parse(readFileSync(file, "utf8")) as DangerWeights;
  expect(shipped.trainedOn).toEqual({ rows: rows.length + ofRecords.taught.length, hash });
});

/** What it is worth for people who wrote none of its examples. */
test("of authors left out in turn, 94 % of dangers are found and four ordinary questions of two thousand", () => {
  const few = ofRecords.taught.filter((_text, i) => i % 3 === 0);
  const all = leaveOut(rows, few, declined);
  expect(all.size).toBeGreaterThanOrEqual(7);
  const found = [...all.values()].flat();
  const dangers = found.filter(({ inDanger }) => inDanger);
  const ordinary = found.filter(({ inDanger }) => !inDanger);
  expect(dangers.length).toBeGreaterThan(150);
  expect(ordinary.length).toBeGreaterThan(3500);
  for (const key of ["found", "foundPlain"] as const) {
    const missed = dangers.filter((row) => !row[key]).map(({ text }) => text);
    expect(missed.length / dangers.length, missed.join("\n")).toBeLessThanOrEqual(0.06);
    const alarms = ordinary.filter((row) => row[key]).map(({ text }) => text);
    expect(alarms.length / ordinary.length, alarms.join("\n")).toBeLessThanOrEqual(0.002);
  }
}, 240_000);

test("of questions about records that taught nothing, eight of a thousand are caught or declined", () => {
  const caught = ofRecords.others.filter((text) => findSensitive(text));
  expect(ofRecords.others.length).toBeGreaterThan(7000);
  expect(caught.length / ofRecords.others.length, caught.join("\n")).toBeLessThanOrEqual(0.008);
});

test("every example of danger has a number to call, and of the ordinary ones three of two thousand", () => {
  const missed = rows.filter(
    ({ text, inDanger }) => inDanger && (findSensitive(text)?.lines.length ?? 0) === 0,
  );
  expect(missed.map(({ text }) => text)).toEqual([]);
  const calm = rows.filter(({ inDanger }) => !inDanger);
  for (const typed of [(text: string) => text, fold]) {
    const caught = calm.filter(({ text }) => (findSensitive(typed(text))?.lines.length ?? 0) > 0);
    expect(caught.length / calm.length, caught.map((row) => row.text).join("\n")).toBeLessThanOrEqual(0.0015);
  }
});

/** What the office itself writes about is no danger and no offence, however it is typed; the guard
 *  knows names of procedures besides. */
describe("the sentences of the plan and of the procedures", () => {
  const sentences = recordSentences();

  test.each([
    ["as written", (text: string) => text],
    ["without diacritics", fold],
  ])("%s", (_form, typed) => {
    expect(sentences.length).toBeGreaterThan(7000);
    const caught = sentences.filter((text) => findSensitive(typed(text)) !== undefined);
    expect(caught.length / sentences.length, caught.join("\n")).toBeLessThan(1 / 200);
  });
});
