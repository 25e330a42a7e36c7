import { describe, expect, test } from "vitest";
import { hasSequence } from "../../../ingest/guard/word-sequence.ts";
import { pick, seeded } from "../../support/random.ts";

describe("hasSequence", () => {
  const sequence = { steps: [/\ba\b/g, /\bb\b/g, /\bc\b/g], within: 5 };
  test.each<[text: string, expected: boolean]>([
    ["a b c", true],
    ["a xxx b xxx c", true],
    ["a xxxx b c", false],
    ["a b xxxx c", false],
    ["c b a", false],
    ["a x a b x b c", true],
    ["a\nb c", false],
    ["ab c", false],
    ["", false],
  ])("%j: %s", (text, expected) => {
    expect(hasSequence(text, sequence)).toBe(expected);
  });

  test("agrees with the pattern that it stands for", () => {
    const random = seeded(7);
    const pattern = /\ba\b.{0,5}\bb\b.{0,5}\bc\b/;
    let found = 0;
    for (let n = 0; n < 5000; n++) {
      const text = Array.from({ length: 10 }, () => pick(["a ", "b ", "c ", "x", "\n"], random)).join("");
      expect([text, hasSequence(text, sequence)]).toEqual([text, pattern.test(text)]);
      if (pattern.test(text)) found++;
    }
    expect(found).toBeGreaterThan(100);
  });

  test("a long text of the first words alone ends", () => {
    expect(hasSequence("a ".repeat(500_000), sequence)).toBe(false);
    expect(hasSequence("a b ".repeat(200_000), sequence)).toBe(false);
  });
});
