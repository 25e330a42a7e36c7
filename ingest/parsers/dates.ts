/** Dates in Vietnamese prose, and the spans that fee notes give: "kể từ ngày 01/7/2025 đến hết ngày 31/12/2026". */

import { isCalendarDay } from "../../knowledge/calendar.ts";

const DATE = String.raw`(\d{1,2})(?:[/.-](\d{1,2})[/.-]|\s+tháng\s+(\d{1,2})\s+năm\s+)(\d{4})`;
const FROM = new RegExp(String.raw`từ\s+(?:ngày\s+)?${DATE}`, "iu");
const UNTIL = new RegExp(String.raw`(?:đến|trước)\s+(?:hết\s+)?(?:ngày\s+)?${DATE}`, "iu");

export interface DateSpan {
  /** ISO dates, both inclusive; null when the words give none. */
  from: string | null;
  until: string | null;
}

export function dateSpanIn(text: string): DateSpan {
  return { from: isoOf(FROM.exec(text)), until: isoOf(UNTIL.exec(text)) };
}

/** Null for a date that the calendar doesn't have. */
function isoOf(match: RegExpExecArray | null): string | null {
  if (!match) return null;
  const [, day, slashMonth, wordMonth, year] = match;
  const iso = `${year}-${(slashMonth ?? wordMonth)!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
  return isCalendarDay(iso) ? iso : null;
}
