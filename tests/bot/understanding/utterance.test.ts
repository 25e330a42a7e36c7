import { describe, expect, test } from "vitest";
import { numberAt, partOf, utteranceOf } from "../../../bot/understanding/utterance.ts";

describe("an utterance", () => {
  test("holds what was said in three forms", () => {
    const { text, tokens, folded, plain } = utteranceOf("Sở Y tế, V.9?");
    expect(text).toBe("Sở Y tế, V.9?");
    expect(tokens.map((token) => token.text)).toEqual(["sở", "y", "tế", "V.9"]);
    expect([folded, plain]).toEqual(["so y te v.9", "so y te, v.9?"]);
  });

  test.each([
    ["nhiệm vụ 12", 2, 12],
    ["nhiệm vụ 12", 0, undefined],
    ["1,5 triệu", 0, undefined],
    ["12", 3, undefined],
  ])("the number of “%s” at %i is %s", (text, i, value) => {
    expect(numberAt(utteranceOf(text).tokens, i)).toBe(value);
  });
});

describe("a part of it", () => {
  test.each([
    "khai tử và mai táng",
    "ngày 25/10/2023 và 2704/QĐ-UBND",
    "V.9; nhóm V, 1,5 triệu",
    "ĐƯỜNG và ngõ",
  ])("of “%s” is what the part by itself would be, wherever it is cut", (text) => {
    const whole = utteranceOf(text);
    for (let from = 0; from < text.length; from++)
      for (let to = from; to <= text.length; to++) {
        if (!isBoundary(text, from) || !isBoundary(text, to)) continue;
        expect(partOf(whole, from, to)).toEqual(utteranceOf(text.slice(from, to)));
      }
  });

  test("stays right in a text whose marks stand by themselves", () => {
    const text = "Sở Y tế và công an".normalize("NFD");
    const at = text.indexOf("va");
    expect(partOf(utteranceOf(text), 0, at)).toEqual(utteranceOf(text.slice(0, at)));
  });
});

/** Questions are cut at their ends, at blanks and at marks. */
const isBoundary = (text: string, at: number): boolean =>
  at === 0 || at === text.length || /[\s,;:/]/.test(text.slice(at - 1, at + 1));
