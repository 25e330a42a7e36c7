import { describe, expect, test } from "vitest";
import { type Milestone, milestonesOfDuty, milestonesOfTask } from "../../../bot/sets/milestones.ts";
import { parseDue } from "../../../ingest/parsers/plan/deadline.ts";
import { whenOf } from "../../../ingest/parsers/plan/duty-times.ts";
import type { Duty, Task } from "../../../knowledge/records.ts";

const TODAY = "2026-11-30";

/** Read as a plan's table is. */
const ofPeriod = (period: string, today = TODAY): Milestone[] => {
  const { isRead: _isRead, ...due } = parseDue(period);
  return milestonesOfTask({ id: "V.9", period, due } as Task, today);
};
const ofWords = (text: string, today = TODAY, issuedOn = "2023-10-25"): Milestone[] =>
  milestonesOfDuty({ id: "duty:1", text, when: whenOf(text, issuedOn) } as Duty, today);

/** "2026-12-31 year", "2024-12-31 once over". */
const told = ({ day, every, until, isOver }: Milestone): string =>
  [
    day,
    every ? every.period + (every.dayOfMonth ?? "") : "once",
    every && until ? `until ${until}` : "",
    isOver ? "over" : "",
  ]
    .filter(Boolean)
    .join(" ");

describe("of a task", () => {
  test.each<[period: string, days: string[]]>([
    ["2023-2024", ["2024-12-31 once over"]],
    ["2023-2027", ["2027-12-31 once"]],
    ["2026", ["2026-12-31 once"]],
    ["Tháng 11/2026", ["2026-11-30 once"]],
    ["Quý II, quý IV/2026", ["2026-06-30 once over", "2026-12-31 once"]],
    ["30/9/2025", ["2025-09-30 once over"]],
    ["Trước 30/9/2027", ["2027-09-29 once"]],
    ["Hàng năm", ["2026-12-31 year"]],
    ["Hằng năm, 2024-2028", ["2026-12-31 year until 2028-12-31"]],
    ["Hằng năm, 2022-2024", ["2024-12-31 year until 2024-12-31 over"]],
    ["Hằng năm, 2028-2030", ["2028-12-31 year until 2030-12-31"]],
    ["Hằng quý", ["2026-12-31 quarter"]],
    ["Hằng tháng", ["2026-11-30 month"]],
    ["Định kỳ 6 tháng", ["2026-12-31 half"]],
    ["Trước ngày 15/12 hằng năm", ["2026-12-14 year"]],
    ["Ngày 10 hằng tháng", ["2026-12-10 month10"]],
  ])("“%s”", (period, days) => {
    expect(ofPeriod(period).map(told)).toEqual(days);
  });

  test.each([
    "Thường xuyên",
    "",
    "2025 và những năm tiếp theo",
    "Hằng tuần",
    // A part of every year, of which no day follows.
    "Quý II hằng năm",
    "Theo yêu cầu của Bộ",
  ])("“%s” has no day", (period) => {
    expect(ofPeriod(period)).toEqual([]);
  });

  test("several of one task are told apart, and one keeps the id of its task", () => {
    expect(ofPeriod("Quý II, quý IV/2026").map(({ id }) => id)).toEqual(["V.9/1", "V.9/2"]);
    expect(ofPeriod("2026").map(({ id }) => id)).toEqual(["V.9"]);
  });

  test("a day that is derived says from which words, and one that is printed that it is", () => {
    expect(ofPeriod("2023-2024")[0]!.rule).toBe("ngày cuối của thời gian in “2023-2024”");
    expect(ofPeriod("Hàng năm")[0]!.rule).toContain("không in ngày");
    expect(ofPeriod("Trước 30/9/2027")[0]!.rule).toContain("“Trước 30/9/2027”");
    expect(ofPeriod("30/9/2027")[0]!.rule).toBeNull();
    expect(ofPeriod("Quý II/2027")[0]!.rule).toContain("“Quý II/2027”");
  });

  test("on its last day it is not over, on the next it is", () => {
    expect(ofPeriod("2024", "2024-12-31")[0]!.isOver).toBe(false);
    expect(ofPeriod("2024", "2025-01-01")[0]!.isOver).toBe(true);
    expect(ofPeriod("Hàng năm", "2026-12-31")[0]!.day).toBe("2026-12-31");
    expect(ofPeriod("Hàng năm", "2027-01-01")[0]!.day).toBe("2027-12-31");
  });
});

describe("of a duty", () => {
  test.each<[text: string, today: string, days: string[]]>([
    // "Before the 15th": the last day is the 14th.
    ["Định kỳ 6 tháng và hàng năm (trước ngày 15/12) báo cáo", TODAY, ["2026-12-14 year"]],
    ["Định kỳ 6 tháng và hàng năm (trước ngày 15/12) báo cáo", "2026-12-14", ["2026-12-14 year"]],
    ["Định kỳ 6 tháng và hàng năm (trước ngày 15/12) báo cáo", "2026-12-15", ["2027-12-14 year"]],
    ["Báo cáo trước ngày 01/01 hằng năm", TODAY, ["2026-12-31 year"]],
    ["Báo cáo trước ngày 20 hằng tháng", TODAY, ["2026-12-19 month19"]],
    // The last day of another month, whichever that has.
    ["Báo cáo trước ngày 1 hằng tháng", TODAY, ["2026-11-30 month"]],
    ["Hoàn thành trước ngày 30/6/2026", TODAY, ["2026-06-29 once over"]],
    ["Hoàn thành sau 10 ngày kể từ ngày Kế hoạch này ban hành", TODAY, ["2023-11-04 once over"]],
  ])("“%s” on %s", (text, today, days) => {
    expect(ofWords(text, today).map(told)).toEqual(days);
  });

  test.each([
    "Định kỳ hàng tháng, quý, năm báo cáo kết quả",
    "Thường xuyên theo dõi, đôn đốc",
    "Đến năm 2030 cơ bản hoàn thiện Chính quyền số",
    "Phối hợp với Sở Y tế",
  ])("“%s” has no day", (text) => {
    expect(ofWords(text)).toEqual([]);
  });

  test("says in which words the day before is printed", () => {
    const [report] = ofWords("Định kỳ 6 tháng và hàng năm (trước ngày 15/12) báo cáo");
    expect(report).toMatchObject({
      printed: "Định kỳ 6 tháng và hàng năm (trước ngày 15/12)",
      rule: "văn bản ghi “trước ngày 15/12”, nên ngày cuối cùng là hôm trước",
    });
  });
});
