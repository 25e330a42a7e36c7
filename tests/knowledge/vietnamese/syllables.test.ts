import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { normalizeText } from "../../../knowledge/vietnamese/normalize.ts";
import { isVietnameseSyllable } from "../../../knowledge/vietnamese/syllables.ts";

test.each([
  ..."nghiêng quốc quyền khuỷu ngoằn giếng gì gin giữa yêu ý uống xoong huỳnh nguyễn thuở ủy khỏe".split(" "),
  ..."tieng viet duoc nghiep quyet nguoi thuy gi a e".split(" "),
])("%s is a syllable", (word) => {
  expect(isVietnameseSyllable(word)).toBe(true);
  expect(isVietnameseSyllable(word.normalize("NFD"))).toBe(true);
});

test.each([
  ..."zalo wifi data callbot task deadline was bus email tieesng dduwowcj".split(" "),
  ..."ca1 ci ka ngi ghan nga\u0301\u0300 đk tthc".split(" "),
  // Rimes that end in a stop bear only sắc or nặng, once anything is accented.
  ..."viêt hàt đươc thuơng".split(" "),
  "",
])("%s is none", (word) => {
  expect(isVietnameseSyllable(word)).toBe(false);
});

test("the plan's Vietnamese words are syllables", () => {
  const plan = readFileSync(new URL("../../../ingest/documents/2704-qd-ubnd.txt", import.meta.url), "utf8");
  const words = new Set(
    [...normalizeText(plan).matchAll(/(?<![\p{L}\d])\p{Ll}{2,}(?![\p{L}\d])/gu)].map(([word]) => word),
  );
  const others = [...words].filter((word) => !isVietnameseSyllable(word));
  expect(words.size).toBeGreaterThan(400);
  // Borrowed words only.
  expect(others.filter((word) => /[^a-z]/.test(word))).toEqual([]);
});
