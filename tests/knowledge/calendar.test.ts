import { describe, expect, test } from "vitest";
import {
  addDays,
  daysBetween,
  formatDay,
  formatMoment,
  isCalendarDay,
  vietnamClock,
  vietnamDay,
  vietnamTimestamp,
  vietnamYear,
  yearEnd,
} from "../../knowledge/calendar.ts";

describe("the day in Vietnam", () => {
  test.each([
    ["2023-12-31T16:59:59Z", "2023-12-31"],
    ["2023-12-31T17:00:00Z", "2024-01-01"],
    ["2024-01-01T00:00:00+07:00", "2024-01-01"],
    ["2024-02-28T17:00:00Z", "2024-02-29"],
    ["2026-11-25T00:00:00-11:00", "2026-11-25"],
    ["1970-01-01T00:00:00Z", "1970-01-01"],
  ])("at %s is %s, wherever the server stands", (moment, day) => {
    expect(vietnamDay(new Date(moment))).toBe(day);
    expect(vietnamYear(new Date(moment))).toBe(Number(day.slice(0, 4)));
  });
});

test.each([
  ["2023-10-25", "25/10/2023"],
  ["2024-01-04", "04/01/2024"],
])("%s is written %s", (iso, written) => {
  expect(formatDay(iso)).toBe(written);
});

test("a year ends on its last day, which sorts after all others of it", () => {
  expect(yearEnd(2024)).toBe("2024-12-31");
  expect(yearEnd(2024) > "2024-12-30").toBe(true);
});

describe("the clock in Vietnam", () => {
  test.each([
    ["2024-12-31T16:59:00Z", 2, 23 * 60 + 59, "23:59 31/12/2024", "2024-12-31T23:59:00.000+07:00"],
    ["2024-12-31T17:00:00Z", 3, 0, "00:00 01/01/2025", "2025-01-01T00:00:00.000+07:00"],
    ["2026-11-22T02:05:00Z", 0, 9 * 60 + 5, "09:05 22/11/2026", "2026-11-22T09:05:00.000+07:00"],
  ])("at %s", (moment, weekday, minute, forPeople, timestamp) => {
    const date = new Date(moment);
    expect(vietnamClock(date)).toEqual({ weekday, minute });
    expect(formatMoment(date)).toBe(forPeople);
    expect(vietnamTimestamp(date)).toBe(timestamp);
    expect(Date.parse(timestamp)).toBe(date.getTime());
  });

  test("agrees with the zone data of the runtime, where it has them", () => {
    const known = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" });
    for (let ms = Date.UTC(1990, 0, 1); ms < Date.UTC(2040, 0, 1); ms += 400_000_000)
      expect(vietnamDay(new Date(ms))).toBe(known.format(new Date(ms)));
  });
});

test.each([
  ["2023-10-25", 10, "2023-11-04"],
  ["2024-02-28", 1, "2024-02-29"],
  ["2024-12-31", 1, "2025-01-01"],
])("%s and %i days are %s, and back", (day, days, later) => {
  expect(addDays(day, days)).toBe(later);
  expect(daysBetween(day, later)).toBe(days);
  expect(daysBetween(later, day)).toBe(-days);
});

test.each([
  ["2024-02-29", true],
  ["2023-02-29", false],
  ["2024-13-01", false],
  ["2024-04-31", false],
])("%s stands in the calendar: %s", (day, isThere) => {
  expect(isCalendarDay(day)).toBe(isThere);
});
