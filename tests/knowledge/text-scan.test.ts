import { describe, expect, test } from "vitest";
import { hasWords, inOrder, tailOf, withoutTail } from "../../knowledge/text-scan.ts";
import { pick, seeded } from "../support/random.ts";

const random = seeded(7);
const textOf = (letters: readonly string[], length: number) =>
  Array.from({ length }, () => pick(letters, random)).join("");

test("an end is what the pattern would find", () => {
  for (let round = 0; round < 2000; round++) {
    const text = textOf(["a", "ế", " ", "\n", ".", ";", "\u00a0"], Math.floor(random() * 9));
    const expected = /[\s.;]+$/.exec(text)?.[0] ?? "";
    expect(tailOf(text, /[\s.;]/)).toBe(expected);
    expect(withoutTail(text, /[\s.;]/)).toBe(text.replace(/[\s.;]+$/, ""));
  }
});

test("one thing after another is what the pattern would find", () => {
  for (let round = 0; round < 2000; round++) {
    const text = textOf(["a", "b", " ", "c"], Math.floor(random() * 9));
    expect(inOrder(text, /a/, /bc?b/)).toBe(/a.*bc?b/.test(text));
  }
});

describe("words stand in a text", () => {
  test("as the pattern would find them", () => {
    for (let round = 0; round < 2000; round++) {
      const text = textOf(["a", "b", " ", "ế", "e\u0301", "-", "1", "𝐚"], Math.floor(random() * 8));
      for (const words of ["a", "a b", "ế", "-"])
        expect(hasWords(text, words), JSON.stringify([text, words])).toBe(
          new RegExp(`(?<![\\p{L}\\p{M}])${words}(?![\\p{L}\\p{M}])`, "u").test(text),
        );
    }
  });

  test("whatever signs they hold", () => {
    expect(hasWords("phí (1) là 5 đồng", "(1)")).toBe(true);
    expect(hasWords("năm mươi", "năm")).toBe(true);
    expect(hasWords("nămmươi", "năm")).toBe(false);
  });
});
