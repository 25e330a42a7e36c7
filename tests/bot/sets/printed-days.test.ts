import { describe, expect, test } from "vitest";
import { type PrintedDay, printedDays } from "../../../bot/sets/printed-days.ts";

/** "<15/12 year" for "before the 15th of December of every year". */
const told = ({ every, year, month, day, isBefore }: PrintedDay): string =>
  `${isBefore ? "<" : ""}${[day, month, year].filter((part) => part !== null).join("/")} ${every}`;

describe("days that words print", () => {
  test.each<[text: string, days: string[]]>([
    ["Định kỳ 6 tháng và hàng năm (trước ngày 15/12)", ["<15/12 year"]],
    ["trước ngày 15/6 và 15/12 hằng năm", ["<15/6 year", "<15/12 year"]],
    ["ngày 15 tháng 12 hằng năm", ["15/12 year"]],
    ["trước ngày 20 hằng tháng", ["<20 month"]],
    ["ngày 05 hàng tháng", ["5 month"]],
    ["30/9/2025", ["30/9/2025 none"]],
    ["trước ngày 30 tháng 6 năm 2026", ["<30/6/2026 none"]],
    ["từ 01/3/2026 đến 15/4/2026", ["1/3/2026 none", "15/4/2026 none"]],
    // What is before one day is not before the next.
    ["trước ngày 15/6; kết thúc ngày 20/12", ["<15/6 year", "20/12 year"]],
  ])("“%s”", (text, days) => {
    expect(printedDays(text).map(told)).toEqual(days);
  });

  test.each([
    "2023-2025",
    "Quý II, quý IV/2026",
    "Tháng 11/2025",
    "12/2026",
    "Định kỳ 6 tháng",
    "ngày 31/2 hằng năm",
    "99/99/2026",
    "Quyết định 2704/QĐ-UBND",
    "",
  ])("“%s” prints none", (text) => {
    expect(printedDays(text)).toEqual([]);
  });

  test("keep their words", () => {
    expect(printedDays("báo cáo trước ngày 15/12 hằng năm").map(({ words }) => words)).toEqual([
      "trước ngày 15/12",
    ]);
  });
});
