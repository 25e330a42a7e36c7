import { describe, expect, test } from "vitest";
import { utteranceOf } from "../../../bot/understanding/utterance.ts";
import { yearsIn } from "../../../bot/understanding/years.ts";
import { understandText } from "../../../knowledge/vietnamese/understand-text.ts";

const read = (text: string) => {
  const { normalized, tokens } = understandText(text);
  return utteranceOf(normalized, tokens);
};

describe("years and periods", () => {
  test.each<[text: string, years: number[], periods: string[]]>([
    ["năm 2024", [2024], []],
    ["năm 24 có việc gì", [2024], []],
    ["nam 2024", [2024], []],
    ["năm hai nghìn không trăm hai mươi bốn", [2024], []],
    ["2023 và 2025", [2023, 2025], []],
    ["năm 2024, năm 2024", [2024], []],
    ["giai đoạn 2023-2024", [], ["2023-2024"]],
    ["giai đoạn 2023 - 2024", [], ["2023-2024"]],
    ["giai đoạn 2023–2024", [], ["2023-2024"]],
    ["từ 2023 đến 2025", [], ["2023-2025"]],
    ["từ năm 2023 tới 2025", [], ["2023-2025"]],
    ["giai đoạn 23-24", [], ["2023-2024"]],
    ["giai doan 2023-2024", [], ["2023-2024"]],
    ["2025-2023", [2025, 2023], []],
    ["năm 1999", [], []],
    ["24 giờ", [], []],
    ["nhiệm vụ 24", [], []],
  ])("%s: %j, %j", (text, years, periods) => {
    const found = yearsIn(read(text));
    expect([found.years, found.periods]).toEqual([years, periods]);
  });
});

test.each([
  ["quý 4/2024", true],
  ["tháng 6 năm 2024", true],
  ["quy bon 2024", true],
  ["năm 2024", false],
])("“%s” speaks of a part of a year: %s", (text, isPart) => {
  expect(yearsIn(read(text)).partOfYear).toBe(isPart);
});
