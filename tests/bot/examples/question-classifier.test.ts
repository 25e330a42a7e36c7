import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  NONE,
  PLAN,
  packClassifier,
  QuestionClassifier,
  questionFeatures,
  shippedClassifier,
} from "../../../bot/examples/question-classifier.ts";
import { kindsOf } from "../../../bot/readings/meant.ts";
import { situationIn } from "../../../bot/situations/read-situation.ts";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { blindFiles, readBlindRows } from "../../evaluation/blind-rows.ts";
import { createRandom } from "../../knowledge/vietnamese/random.ts";
import { openShipped } from "../understanding/shipped.ts";

const FOLDER = join(import.meta.dirname, "../../../bot/examples/questions");
const { knowledge, understand, understander } = await openShipped();
const files = readdirSync(FOLDER).sort();
const rows = files.flatMap((file) =>
  readFileSync(join(FOLDER, file), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { text: string; code: string }),
);
const featuresOf = (text: string) => {
  const { tokens, age } = understand(text);
  return questionFeatures(tokens, situationIn(tokens, understander.isForm, { age }));
};
const meantBy = (text: string) => {
  const shares = [...shippedClassifier().sharesOf(featuresOf(text))].sort((a, b) => b[1] - a[1]);
  return shares[0]!;
};

describe("the questions that taught it", () => {
  test("each mean a record, a set of tasks or none, and every record has many", () => {
    const { classes } = shippedClassifier();
    const counts = new Map(classes.map((name) => [name, 0]));
    for (const { text, code } of rows) {
      expect(counts.has(code), `${code}: ${text}`).toBe(true);
      counts.set(code, counts.get(code)! + 1);
    }
    expect([...counts].filter(([, count]) => count < 7)).toEqual([]);
    const ids = [...kindsOf(knowledge).keys()];
    const isTwin = (id: string) => id.startsWith("passage:");
    expect(ids.filter((id) => !classes.includes(id) && !isTwin(id))).toEqual([]);
    expect(classes.filter((name) => name !== NONE && name !== PLAN && !ids.includes(name))).toEqual([]);
  });

  test("stand there once, and are none of those that judge it", () => {
    const plain = (text: string) =>
      fold(text)
        .replace(/[^a-z0-9]+/g, " ")
        .trim();
    const asked = new Set(
      blindFiles().flatMap((file) => readBlindRows(file).flatMap(({ turns }) => turns.map(plain))),
    );
    expect(rows.filter(({ text }) => asked.has(plain(text))).map(({ text }) => text)).toEqual([]);
    expect(new Set(rows.map(({ text }) => text)).size).toBe(rows.length);
  });

  test("are those that the shipped weights were learned from (npm run train:questions)", () => {
    const hash = createHash("sha256");
    for (const file of files) hash.update(readFileSync(join(FOLDER, file), "utf8"));
    expect(shippedClassifier().trainedOn).toEqual({ rows: rows.length, hash: hash.digest("hex") });
  });
});

describe("what is meant", () => {
  test.each<[text: string, code: string, why: string]>([
    ["hôm qua đi chợ rớt bóp có cái cà vẹt xe trong đó", "1.013082", "a story without a word of the name"],
    [
      "vợ mới sanh bên bệnh viện, hai vợ chồng đi làm giấy khai sanh cho em bé",
      "1.001193",
      "and its circumstances",
    ],
    ["nghỉ việc ở công ty rồi giờ xin tiền thất nghiệp cần giấy gì", "1.014748", "by what people call it"],
  ])("%s: %s, %s", (text, code) => {
    expect(meantBy(text)[0]).toBe(code);
    expect(meantBy(fold(text))[0]).toBe(code);
  });

  test("words that no example has speak for nothing", () => {
    const shares = [...shippedClassifier().sharesOf(featuresOf("xyzzy plugh")).values()];
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan(1e-12);
  });

  test("a row of the plan, or a set of its tasks", () => {
    expect(meantBy("đống hồ sơ giấy của sở mình phải chuyển sang bản số à")[0]).toBe("IV.7");
    expect(meantBy("sở y tế chủ trì bao nhiêu nhiệm vụ")[0]).toBe(PLAN);
  });
});

test("packed weights give the shares that the weights themselves give", () => {
  const random = createRandom(3);
  const classes = ["a", "b", "c", "d"];
  const names = Array.from({ length: 30 }, (_none, i) => `word ${i}`).sort();
  const weights = Float64Array.from(
    { length: names.length * classes.length },
    () => (random.below(1000) / 1000) * 4 - 2,
  );
  const packed = new QuestionClassifier(
    packClassifier({ names, weights }, { classes, trainedOn: { rows: 0, hash: "" } }),
  );
  for (let run = 0; run < 50; run++) {
    const features = names.filter(() => random.below(1000) / 1000 < 0.2);
    const scores = classes.map((_name, label) =>
      features.reduce((sum, name) => sum + weights[names.indexOf(name) * classes.length + label]!, 0),
    );
    const raised = scores.map((score) => Math.exp(score / Math.sqrt(features.length || 1)));
    const sum = raised.reduce((total, value) => total + value, 0);
    const shares = packed.sharesOf(features);
    classes.forEach((name, label) => {
      expect(shares.get(name)).toBeCloseTo(raised[label]! / sum, 1);
    });
    expect([...shares.values()].reduce((total, share) => total + share, 0)).toBeCloseTo(1, 9);
  }
});
