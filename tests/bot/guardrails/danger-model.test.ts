import { describe, expect, test } from "vitest";
import { trainDangerModel } from "../../../bot/guardrails/danger-model.ts";
import { readDangers, readOrdinary } from "../../../bot/guardrails/examples.ts";
import { findSensitive, learnedFrom, tokensOf } from "../../../bot/guardrails/sensitive.ts";

const dangers = readDangers();
const ordinary = readOrdinary();
const wordsOf = (text: string) => tokensOf(text).map((token) => token.folded);
const authors = [...new Set(dangers.map((row) => row.author))];

test("the examples are of several authors, and none stands in both files", () => {
  expect(authors.length).toBeGreaterThanOrEqual(3);
  expect(dangers.length).toBeGreaterThan(200);
  expect(ordinary.length).toBeGreaterThan(1000);
  const calm = new Set(ordinary.map((row) => row.text));
  expect(dangers.filter((row) => calm.has(row.text))).toEqual([]);
});

test("the same examples give the same model", () => {
  const [one, other] = [learnedFrom(dangers, ordinary), learnedFrom(dangers, ordinary)];
  for (const { text } of dangers.slice(0, 20)) expect(one(wordsOf(text))).toEqual(other(wordsOf(text)));
});

test("what was never seen is not held for danger", () => {
  const model = trainDangerModel(
    [{ words: ["chay", "nha"], about: "danger", lines: ["114"] }],
    [
      ["khai", "sinh"],
      ["can", "giay", "gi"],
      ["nop", "o", "dau"],
    ],
  );
  expect(model(["chay", "nha"]).score).toBeGreaterThan(model(["giay", "khai", "sinh"]).score);
  expect(model(["chay", "nha"]).lines[0]).toBe("114");
  expect(model(["xin", "chao"]).score).toBeLessThan(0);
});

/** What it is worth for people who wrote none of its examples: by itself, without the rules. */
describe("of an author who is left out", () => {
  test.each(authors.filter((author) => author !== "house"))("%s", (author) => {
    const model = learnedFrom(
      dangers.filter((row) => row.author !== author),
      ordinary.filter((row) => row.author !== author),
    );
    const isFound = (text: string) => model(wordsOf(text)).score > 0;
    const own = dangers.filter((row) => row.author === author);
    const calm = ordinary.filter((row) => row.author === author);
    expect(own.filter((row) => isFound(row.text)).length / own.length).toBeGreaterThanOrEqual(0.7);
    expect(calm.filter((row) => isFound(row.text)).length / calm.length).toBeLessThanOrEqual(0.03);
  });
});

test("with the rules every example of danger has a number to call, and few ordinary ones have", () => {
  const missed = dangers.filter(({ text }) => (findSensitive(text)?.lines.length ?? 0) === 0);
  expect(missed.length / dangers.length, missed.map((row) => row.text).join("\n")).toBeLessThanOrEqual(0.02);
  const caught = ordinary.filter(({ text }) => (findSensitive(text)?.lines.length ?? 0) > 0);
  expect(caught.length / ordinary.length, caught.map((row) => row.text).join("\n")).toBeLessThanOrEqual(0.01);
});
