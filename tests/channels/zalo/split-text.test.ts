import { describe, expect, test } from "vitest";
import { splitText } from "../../../channels/zalo/split-text.ts";
import { pick, seeded } from "../../support/random.ts";

describe("splits where a reader would pause", () => {
  test.each([
    ["a text that fits", "Một. Hai.", 20, ["Một. Hai."]],
    ["at a paragraph", "Một hai ba.\n\nBốn năm sáu. Bảy", 20, ["Một hai ba.\n\n", "Bốn năm sáu. Bảy"]],
    ["at a line", "• Một hai ba\n• Bốn năm sáu", 18, ["• Một hai ba\n", "• Bốn năm sáu"]],
    ["at a sentence", "Một hai ba bốn. Năm sáu bảy tám", 20, ["Một hai ba bốn. ", "Năm sáu bảy tám"]],
    [
      "not after the number of a list",
      "Xin hỏi:\n12. Trước hết nộp hồ sơ",
      14,
      ["Xin hỏi:\n", "12. Trước hết ", "nộp hồ sơ"],
    ],
    [
      "before a number of a document",
      "Theo quyết định 2704/QĐ-UBND ngày",
      20,
      ["Theo quyết định ", "2704/QĐ-UBND ngày"],
    ],
    [
      "before a whole date",
      "Ban hành ngày 25 tháng 10 năm 2023",
      28,
      ["Ban hành ", "ngày 25 tháng 10 năm 2023"],
    ],
    ["before an amount", "Lệ phí là một mức 1 500 000 đồng", 28, ["Lệ phí là một mức ", "1 500 000 đồng"]],
    ["a word without an end", "aaaaaaaaaaaaaaaaaaaaaaaaa", 10, ["aaaaaaaaaa", "aaaaaaaaaa", "aaaaa"]],
    ["no pair of a character in two", "aaaaaaaaa😀bbbbbbbbb", 10, ["aaaaaaaaa", "😀bbbbbbbb", "b"]],
    ["no mark off its letter", `aaaaaaaaaa${"e\u0302\u0301"}b`, 11, ["aaaaaaaaaa", "e\u0302\u0301b"]],
    ["nothing", "", 10, []],
  ])("%s", (_where, text, limit, expected) => {
    expect(splitText(text, limit)).toEqual(expected);
  });
});

test("a limit that no figure fits is refused", () => {
  expect(() => splitText("abc", 9)).toThrow(RangeError);
});

/** Said again without the code under test: a run of characters with a digit in it. */
const FIGURES = /[^\s]*\d[^\s]*/g;

test("of 3,000 random texts: nothing is lost, no piece is too long, no figure is cut", () => {
  const random = seeded(20261125);
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const words = [
    "hồ sơ",
    "đăng ký",
    "2704/QĐ-UBND",
    "25/10/2023",
    "1.500.000",
    "50%",
    "3,5",
    "đồng.",
    "ngày",
    "số",
    "V.24;",
    "12.",
    "ủy ban nhân dân",
    "😀",
    "e\u0302\u0301",
    "1",
    "%",
    "1.012784.H19",
    "2023-2025",
    "“trích”",
    "a".repeat(30),
    "281/2016/TT-BTC,",
  ];
  const blanks = [" ", " ", " ", " ", "\n", "\n\n", "\n• ", ". ", "; ", "  "];
  let cuts = 0;
  for (let i = 0; i < 3000; i++) {
    const text = Array.from(
      { length: between(0, 120) },
      () => pick(words, random) + pick(blanks, random),
    ).join("");
    const limit = between(40, 400);
    const pieces = splitText(text, limit);
    expect(pieces.join("")).toBe(text);
    const borders: number[] = [];
    let at = 0;
    for (const piece of pieces) {
      at += piece.length;
      borders.push(at);
    }
    const isTooLong = pieces.some((piece) => piece.length > limit || piece === "");
    const isBroken = pieces.some((piece) => Buffer.from(piece).toString() !== piece);
    expect({ isTooLong, isBroken }).toEqual({ isTooLong: false, isBroken: false });
    const cutFigures = [...text.matchAll(FIGURES)]
      .filter(({ index, 0: figure }) =>
        borders.some((border) => border > index && border < index + figure.length),
      )
      .map(([figure]) => figure);
    expect(cutFigures, text).toEqual([]);
    cuts += borders.length - 1;
  }
  expect(cuts).toBeGreaterThan(3000);
});

test("texts without blanks, of digits, marks and pairs end, whole", () => {
  for (const unit of ["1", "đ", "😀", "e\u0302", "\n", " ", "1 ", "."]) {
    const text = unit.repeat(5000);
    const pieces = splitText(text, 2000);
    expect(pieces.join("")).toBe(text);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(2000);
  }
});
