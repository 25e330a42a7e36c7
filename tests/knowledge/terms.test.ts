import { describe, expect, test } from "vitest";
import { codesOf, queryTermsOf, termsOf } from "../../knowledge/terms.ts";

describe("terms of a text", () => {
  test.each<[string, string[]]>([
    ["", []],
    ["Sở Y tế", ["sở", "~so", "sở_y", "~so_y", "y", "~y", "y_tế", "~y_te", "tế", "~te"]],
    // One spelling for both styles of tone placement and for i and y.
    ["hoà", ["hòa", "~hoa"]],
    ["kĩ", ["kỹ", "~ky"]],
    // A document number stands for itself and for its parts.
    ["30/2020/NĐ-CP", ["30/2020/NĐ-CP", "~30/2020/nd-cp", "30", "~30", "2020", "~2020"]],
    // A procedure code is one thing: its digits alone name nothing.
    ["1.001193", ["1.001193", "~1.001193"]],
  ])("%s", (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  test("without diacritics are the folded ones of the same text with them", () => {
    const foldedOf = (text: string) => termsOf(text).filter((term) => term.startsWith("~"));
    expect(foldedOf("dang ky khai sinh")).toEqual(foldedOf("đăng ký khai sinh"));
  });
});

describe("terms of a question", () => {
  test("weigh as written more than without diacritics, and words more than pairs", () => {
    expect(queryTermsOf("khai sinh")).toEqual(
      new Map([
        ["khai", 1],
        ["~khai", 0.5],
        ["khai_sinh", 0.7 / 4],
        ["~khai_sinh", 0.35 / 4],
        ["sinh", 1],
        ["~sinh", 0.5],
      ]),
    );
  });

  test("hold each term once, at its highest weight", () => {
    const weights = queryTermsOf("ai khai, khai gì");
    expect(weights.get("khai")).toBe(1);
    expect([...weights.keys()].filter((term) => term === "khai")).toHaveLength(1);
  });

  test("let words that only ask count for less, but not a pair with another word", () => {
    const weights = queryTermsOf("tôi muốn khai sinh ở đâu");
    expect(weights.get("tôi")).toBe(0.4);
    expect(weights.get("tôi_muốn")).toBeCloseTo(0.28 / 4);
    expect(weights.get("muốn_khai")).toBeCloseTo(0.7 / 4);
    expect(weights.get("sinh")).toBe(1);
  });

  test("let pairs count for more the longer a question is, whole from sixteen words on", () => {
    const pairOf = (words: number) =>
      queryTermsOf(Array.from({ length: words }, (_, i) => `chữ${i}`).join(" ")).get("chữ0_chữ1")!;
    expect(pairOf(8)).toBeCloseTo(0.7 / 4);
    expect(pairOf(12)).toBeGreaterThan(pairOf(9));
    expect(pairOf(16)).toBeCloseTo(0.7);
    expect(pairOf(40)).toBeCloseTo(0.7);
  });
});

describe("codes", () => {
  test.each<[string, [text: string, term: string][]]>([
    ["lệ phí là bao nhiêu trong 3 ngày", []],
    ["thủ tục 1.001193 nộp ở đâu", [["1.001193", "~1.001193"]]],
    ["theo 2704/qđ-ubnd", [["2704/QĐ-UBND", "~2704/qd-ubnd"]]],
    // Typed without diacritics it is the same number.
    ["theo 2704/QD-UBND", [["2704/QD-UBND", "~2704/qd-ubnd"]]],
    ["V.9 và v.9 là một", [["V.9", "~v.9"]]],
  ])("of “%s”", (text, codes) => {
    expect(codesOf(text).map((code) => [code.text, code.term])).toEqual(codes);
  });
});
