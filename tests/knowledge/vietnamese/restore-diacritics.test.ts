import { describe, expect, test } from "vitest";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { createRestorer } from "../../../knowledge/vietnamese/restore-diacritics.ts";
import { tokenize } from "../../../knowledge/vietnamese/tokens.ts";
import { plan } from "../../support/shipped-plan.ts";

/** Counts of words and pairs as they are written. */
function countsOf(sentences: readonly string[]) {
  const forms = new Map<string, number>();
  const pairs = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const sentence of sentences) {
    const words = tokenize(sentence).map((token) => token.text);
    words.forEach((word, i) => {
      count(forms, word);
      if (i + 1 < words.length) count(pairs, `${word} ${words[i + 1]}`);
    });
  }
  return { forms, pairs };
}

const restorerOf = (...sentences: string[]) => {
  const restore = createRestorer(countsOf(sentences));
  return (text: string) => restore(tokenize(text)).join(" ");
};

describe("a word gets back its diacritics", () => {
  test.each<[what: string, sentences: string[], typed: string, restored: string]>([
    ["when it is written in one way only", ["đăng ký kết hôn"], "dang ky ket hon", "đăng ký kết hôn"],
    ["the commoner of two ways", ["sở", "sở", "số"], "so", "sở"],
    ["as the word before asks", ["sở y tế", "số mấy", "số mấy", "y tế"], "so y te", "sở y tế"],
    ["as the word after asks", ["sở y tế", "số mấy", "số mấy"], "so may", "số mấy"],
    ["each in its place", ["sở y tế", "số hồ sơ", "mã số"], "so y te so ho so", "sở y tế số hồ sơ"],
    ["with đ as d", ["đất đai", "dân dụng"], "dat dai dan dung", "đất đai dân dụng"],
    ["or none, where it is written without", ["tay trong tay", "thay"], "tay trong tay", "tay trong tay"],
    ["whatever it was typed with", ["chủ trì"], "chù tri", "chủ trì"],
    ["also beside a word that nobody knows", ["chủ trì"], "callbot chu tri xyz", "callbot chủ trì xyz"],
  ])("%s", (_what, sentences, typed, restored) => {
    expect(restorerOf(...sentences)(typed)).toBe(restored);
  });

  test.each<[what: string, text: string]>([
    ["an unknown word", "callbot"],
    ["an unknown word with diacritics", "xưởng"],
    ["a number", "2023"],
    ["a label", "V.9"],
    ["a document number", "2704/QĐ-UBND"],
    ["a date", "25/10/2023"],
    ["nothing", ""],
  ])("%s stays", (_what, text) => {
    const restore = createRestorer(countsOf(["sở y tế", "Kế hoạch 2023"]));
    const tokens = tokenize(text);
    expect(restore(tokens)).toEqual(tokens.map((token) => token.text));
  });

  test("of a text of any length, without a corpus nothing", () => {
    expect(createRestorer(countsOf([]))(tokenize("so y te"))).toEqual(["so", "y", "te"]);
    const long = "so y te ".repeat(300);
    expect(restorerOf("sở y tế sở")(long)).toBe("sở y tế ".repeat(300).trim());
  });
});

describe("sentences of the plan, each restored by a corpus that doesn't hold it", () => {
  const FOLDS = 10;
  const sentences = [
    ...new Set([
      ...plan.passages.map((row) => row.text),
      ...plan.tasks.map((row) => row.title),
      ...plan.duties.map((row) => row.text),
      ...plan.targets.map((row) => row.text),
    ]),
  ];

  test("get back at least 95 syllables of 100", () => {
    let right = 0;
    let syllables = 0;
    for (let part = 0; part < FOLDS; part++) {
      const restore = createRestorer(countsOf(sentences.filter((_sentence, i) => i % FOLDS !== part)));
      for (const sentence of sentences.filter((_sentence, i) => i % FOLDS === part)) {
        const restored = restore(tokenize(fold(sentence)));
        tokenize(sentence).forEach(({ text }, i) => {
          syllables++;
          if (restored[i] === text) right++;
        });
      }
    }
    expect(syllables).toBeGreaterThan(7000);
    expect(right / syllables).toBeGreaterThanOrEqual(0.95);
  });

  test("come out the same every time, and each word is the one typed, with diacritics", () => {
    const [restore, again] = [createRestorer(countsOf(sentences)), createRestorer(countsOf(sentences))];
    for (const sentence of sentences) {
      const tokens = tokenize(fold(sentence));
      const restored = restore(tokens);
      expect(restore(tokens)).toEqual(restored);
      expect(again(tokens)).toEqual(restored);
      expect(restored.map(fold)).toEqual(tokens.map((token) => fold(token.text)));
    }
  });
});
