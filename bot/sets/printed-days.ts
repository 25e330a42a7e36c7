/** Days that a sentence of a plan prints: one day, the same of every year, the same of every month. */
import { isCalendarDay } from "../../knowledge/calendar.ts";

export interface PrintedDay {
  every: "none" | "year" | "month";
  /** Null unless `every` is none. */
  year: number | null;
  /** Null where `every` is month. */
  month: number | null;
  /** 1-31. */
  day: number;
  /** "Trước ngày 15/12": what is meant ends the day before. */
  isBefore: boolean;
  /** As printed, with "trước" where it stands: "trước ngày 15/12". */
  words: string;
}

const DAY =
  /(?<![\d/.,])(?:ngày )?(\d{1,2})(?:\/| tháng )(\d{1,2})(?!\d)(?:(?:\/| năm |, năm )(\d{4})(?!\d)|(?![/.]\d))|(?:ngày |mùng )(\d{1,2}) (?:h[àằ]ng|mỗi) tháng/giu;
const BEFORE = /trước(?: hết)? $/iu;
/** "Trước ngày 15/6 và 15/12". */
const LISTED = /^(?:,|;| và| hoặc)* $/u;
/** Of any month, so that 29/2 and the 31st pass. */
const LEAP_YEAR = 2024;

export function printedDays(text: string): PrintedDay[] {
  const found: PrintedDay[] = [];
  let end = 0;
  for (const match of text.matchAll(DAY)) {
    const [words, dayOfYear, month, year, dayOfMonth] = match;
    const lead = text.slice(end, match.index);
    const isBefore = BEFORE.test(lead) || (found.at(-1)?.isBefore === true && LISTED.test(lead));
    end = match.index + words.length;
    const read: Omit<PrintedDay, "isBefore" | "words"> = {
      every: dayOfMonth ? "month" : year ? "none" : "year",
      year: year ? Number(year) : null,
      month: month ? Number(month) : null,
      day: Number(dayOfMonth ?? dayOfYear),
    };
    const iso = isoOf(read.year ?? LEAP_YEAR, read.month ?? 1, read.day);
    if (isCalendarDay(iso)) found.push({ ...read, isBefore, words: isBefore ? `trước ${words}` : words });
  }
  return found;
}

export const isoOf = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
