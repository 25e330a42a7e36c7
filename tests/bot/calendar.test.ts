import { describe, expect, test } from "vitest";
import { formatDay, localDay, yearEnd } from "../../bot/calendar.ts";

describe("the day in Vietnam", () => {
  test.each([
    ["2023-12-31T16:59:59Z", "2023-12-31"],
    ["2023-12-31T17:00:00Z", "2024-01-01"],
    ["2024-01-01T00:00:00+07:00", "2024-01-01"],
    ["2024-02-28T17:00:00Z", "2024-02-29"],
    ["2026-11-25T00:00:00-11:00", "2026-11-25"],
    ["1970-01-01T00:00:00Z", "1970-01-01"],
  ])("at %s is %s, wherever the server stands", (moment, day) => {
    expect(localDay(new Date(moment))).toBe(day);
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
