import { expect, test } from "vitest";
import { termsOf } from "../../knowledge/terms.ts";
import { BREAK, readTexts, tokensOf } from "../../knowledge/token-corpus.ts";

test("keeps each token once and marks where clauses end", () => {
  const corpus = readTexts(["Khai sinh; khai tử.", "sinh (Sinh)\n", "", "3, 4"]);
  const [khai, sinh, tử] = [1, 2, 3];
  expect(corpus.tokens.slice(1).map((token) => token.text)).toEqual(["khai", "sinh", "tử", "3", "4"]);
  expect(corpus.texts.map((text) => [...text])).toEqual([
    [khai, sinh, BREAK, khai, tử],
    [sinh, BREAK, sinh],
    [],
    // A comma ends no clause.
    [4, 5],
  ]);
});

test("gives the terms that the text itself gives", () => {
  const text = "Quyết định 2704/QĐ-UBND: ban hành. Kế hoạch V.9 ngày 25/10/2023";
  const corpus = readTexts([text]);
  expect(termsOf(tokensOf(corpus, corpus.texts[0]!))).toEqual(termsOf(text));
});
