import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ASKED_KINDS, askedFeatures, kindOf, shippedAskedKinds } from "../../../bot/examples/asked-kinds.ts";
import { whethersIn } from "../../../bot/readings/whether.ts";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { blindFiles, readBlindRows } from "../../evaluation/blind-rows.ts";
import { openShipped } from "../understanding/shipped.ts";

const FOLDER = join(import.meta.dirname, "../../../bot/examples/asked");
const { understand, understander } = await openShipped();
const files = readdirSync(FOLDER).sort();
const rows = files.flatMap((file) =>
  readFileSync(join(FOLDER, file), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { text: string; facts: string[] }),
);
const sharesOf = (text: string) => {
  const question = understand(text);
  return shippedAskedKinds().sharesOf(
    askedFeatures(question, whethersIn([...question.tokens], understander.isForm)),
  );
};

describe("the questions that taught it", () => {
  test("are those that the shipped weights were learned from (npm run train:asked)", () => {
    const hash = createHash("sha256");
    for (const file of files) hash.update(readFileSync(join(FOLDER, file), "utf8"));
    expect(shippedAskedKinds().trainedOn).toEqual({ rows: rows.length, hash: hash.digest("hex") });
    expect(shippedAskedKinds().classes).toEqual(ASKED_KINDS);
  });

  test("ask for facts of every kind, and are none of those that judge", () => {
    const kinds = new Set(rows.flatMap(({ facts }) => facts.map(kindOf)));
    expect(ASKED_KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
    const plain = (text: string) => fold(text).replace(/[^a-z0-9]+/g, " ");
    const judging = new Set(
      blindFiles().flatMap((file) => readBlindRows(file).flatMap(({ turns }) => turns.map(plain))),
    );
    // "Mất mấy ngày" is said by everybody.
    const LONG = 6;
    const shared = rows.filter(({ text }) => judging.has(plain(text)) && text.split(" ").length > LONG);
    expect(shared.map(({ text }) => text)).toEqual([]);
  });
});

test.each<[text: string, kind: string]>([
  ["vậy hết thảy bao nhiêu tiền", "fees"],
  ["chừng nào thì lấy được", "times"],
  ["ra chỗ nào nộp", "place"],
  ["phải cầm theo những giấy gì", "documents"],
  ["con nhà nghèo có được bớt phí không", "exemptions"],
  ["ngồi nhà làm trên điện thoại được không", "methods"],
])("“%s” asks for %s, with and without diacritics", (text, kind) => {
  for (const typed of [text, fold(text)]) {
    const [first] = [...sharesOf(typed)].sort((a, b) => b[1] - a[1]);
    expect([typed, first![0]]).toEqual([typed, kind]);
  }
});

test("features are named once, numbers are alike, and the end counts by itself", () => {
  const features = askedFeatures(understand("mất 5 ngày hay 6 ngày"), ["wait"]);
  expect(new Set(features).size).toBe(features.length);
  expect(features).toEqual(expect.arrayContaining(["<number> ngay", "$ngay", "?wait"]));
  expect(features.some((name) => /\b[56]\b/.test(name.replace(/^=length.*/, "")))).toBe(false);
});
