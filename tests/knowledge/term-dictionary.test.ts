import { expect, test } from "vitest";
import { TermDictionary } from "../../knowledge/term-dictionary.ts";
import { createRandom } from "./vietnamese/random.ts";

test("numbers terms in the order in which sort() puts them, and knows no others", () => {
  const random = createRandom(1);
  const letters = ["a", "á", "ạ", "đ", "e", "_", "~", "2", "ﬁ", "\u{1d11e}"];
  const word = () => Array.from({ length: random.below(5) }, () => random.pick(letters)).join("");
  const terms = [...new Set(Array.from({ length: 400 }, word))].sort();
  const dictionary = TermDictionary.of(terms);
  expect(dictionary.size).toBe(terms.length);
  terms.forEach((term, number) => {
    expect(dictionary.numberOf(term)).toBe(number);
    expect(dictionary.term(number)).toBe(term);
  });
  for (let i = 0; i < 400; i++) {
    const asked = word();
    expect(dictionary.numberOf(asked)).toBe(terms.indexOf(asked));
  }
});

test.each(["", "a"])("without a term it holds none: %j", (term) => {
  const empty = TermDictionary.of([]);
  expect(empty.numberOf(term)).toBe(-1);
  expect(() => empty.term(0)).toThrow(RangeError);
});
