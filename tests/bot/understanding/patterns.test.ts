import { describe, expect, test } from "vitest";
import { CUES } from "../../../bot/understanding/cues.ts";
import { expandPatterns } from "../../../bot/understanding/patterns.ts";
import { createRandom } from "../../knowledge/vietnamese/random.ts";

describe("a pattern stands for its phrases", () => {
  test.each<[patterns: string, phrases: string[]]>([
    ["nơi nhận", ["nơi nhận"]],
    ["nơi nhận; gửi ai", ["nơi nhận", "gửi ai"]],
    ["gửi (cho|tới)", ["gửi cho", "gửi tới"]],
    ["gửi (cho|tới|) ai", ["gửi cho ai", "gửi tới ai", "gửi ai"]],
    ["(|rất) vui", ["vui", "rất vui"]],
    ["gửi (cho|) (ai|đâu)", ["gửi cho ai", "gửi cho đâu", "gửi ai", "gửi đâu"]],
    ["(a)", ["a"]],
    ["(a|b)(c|d)", ["ac", "ad", "bc", "bd"]],
    ["  nhiều\n   dòng ;\tvà tab ", ["nhiều dòng", "và tab"]],
    ["ai (ký | duyệt)", ["ai ký", "ai duyệt"]],
  ])("%j", (patterns, phrases) => {
    expect(expandPatterns(patterns)).toEqual(phrases);
  });

  test.each<[what: string, patterns: string, phrases: string[]]>([
    ["in one list", "a; b; a", ["a", "b"]],
    ["in one group", "x (a|a)", ["x a"]],
    ["by two ways", "(a|) b; a (b|c)", ["a b", "b", "a c"]],
    ["apart from spaces", "a  b; a b", ["a b"]],
  ])("a phrase that stands there twice %s comes once, where it was first", (_what, patterns, phrases) => {
    expect(expandPatterns(patterns)).toEqual(phrases);
  });

  test.each(["", " ", ";", "a;", "; a", "a;;b", "(|a)", "(a|) (b|)"])(
    "an empty phrase in %j is an error",
    (patterns) => {
      expect(() => expandPatterns(patterns)).toThrow(RangeError);
    },
  );
});

test("as many phrases as the product of its groups, whatever the pattern", () => {
  const random = createRandom(11);
  for (let round = 0; round < 300; round++) {
    // Words are numbered, so no two ways give one phrase.
    let number = 0;
    const parts = Array.from({ length: 1 + random.below(4) }, () =>
      Array.from({ length: 1 + random.below(3) }, () => `w${number++}`),
    );
    const pattern = parts.map((words) => (words.length > 1 ? `(${words.join("|")})` : words[0])).join(" ");
    const expected = parts.reduce<string[]>(
      (phrases, words) => phrases.flatMap((phrase) => words.map((word) => `${phrase} ${word}`.trim())),
      [""],
    );
    expect(expandPatterns(pattern)).toEqual(expected);
  }
});

test("the cue tables hold words and single spaces, no brackets and no bars", () => {
  for (const { phrases } of Object.values(CUES))
    for (const phrase of phrases) expect(phrase).toMatch(/^[\p{L}\p{M}\d%]+(?: [\p{L}\p{M}\d%]+)*$/u);
});
