import { describe, expect, test } from "vitest";
import { isOpen, parseHours } from "../../../channels/voice/hours.ts";
import { spellOut } from "../../../knowledge/vietnamese/spell-out.ts";

const parse = (text: string) => parseHours(text, spellOut);
const OFFICE = parse("T2-T6 07:30-11:30,13:30-17:00; T7 8:00-11:00")!;

test.each([
  ["Wednesday at half past seven", "2026-11-25T07:30:00+07:00", true],
  ["one second earlier", "2026-11-25T07:29:59+07:00", false],
  ["the last second of the morning", "2026-11-25T11:29:59+07:00", true],
  ["half past eleven", "2026-11-25T11:30:00+07:00", false],
  ["in the afternoon", "2026-11-25T13:30:00+07:00", true],
  ["five o'clock", "2026-11-25T17:00:00+07:00", false],
  ["Saturday morning", "2026-11-28T08:00:00+07:00", true],
  ["Saturday afternoon", "2026-11-28T14:00:00+07:00", false],
  ["Sunday", "2026-11-29T09:00:00+07:00", false],
  ["Monday early in Vietnam, still Sunday in Europe", "2026-11-29T23:30:00-01:00", true],
])("%s", (_when, at, expected) => {
  expect(isOpen(OFFICE, new Date(at))).toBe(expected);
});

test("days may run over the end of the week, and a day may last until midnight", () => {
  const hours = parse("T7-T2 00:00-24:00")!;
  expect(["28", "29", "30"].map((day) => isOpen(hours, new Date(`2026-11-${day}T23:59:00+07:00`)))).toEqual([
    true,
    true,
    true,
  ]);
  expect(isOpen(hours, new Date("2026-12-01T10:00:00+07:00"))).toBe(false);
});

test("no hours are never open", () => {
  expect(isOpen(parse("")!, new Date("2026-11-25T09:00:00+07:00"))).toBe(false);
});

test("the hours are said without a figure", () => {
  expect(OFFICE.inWords).toBe(
    "từ thứ hai đến thứ sáu, bảy giờ ba mươi đến mười một giờ ba mươi và mười ba giờ ba mươi đến mười bảy giờ; thứ bảy, tám giờ đến mười một giờ",
  );
});

describe("what can't be read is refused", () => {
  test.each([
    "sáng",
    "T8 07:30-11:30",
    "T2-T6",
    "T2-T6 07:30",
    "T2 11:30-07:30",
    "T2 07:30-07:30",
    "T2 07:60-08:30",
    "T2 07:30-25:00",
    "T2 7h30-11h30",
  ])("%s", (text) => {
    expect(parse(text)).toBeUndefined();
  });
});
