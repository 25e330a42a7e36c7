/** When a task is due, as printed → typed days beside the words: years, quarters, months, days, spans of them, rhythms.
 *  What the print leaves open stays open. */
import { addDays, isCalendarDay, yearEnd } from "../../../knowledge/calendar.ts";
import type { Due, DueSpan } from "../../../knowledge/records.ts";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";

export interface ReadDue extends Due {
  /** False: there are words, and none of them says when. */
  isRead: boolean;
}

/** `titleYear` is the one year that the plan's title names, taken for a quarter or month that is printed without one. */
export function parseDue(printed: string, titleYear: number | null = null): ReadDue {
  const text = fold(printed).replace(/[–—]/g, "-").replace(/\s+/g, " ").trim();
  const moments = momentsIn(text);
  const yearFromTitle = giveYears(text, moments, titleYear);
  const spans = spansOf(text, moments);
  const rhythm = rhythmIn(text);
  const isOpen = spans.some(({ until }) => until === null) || (spans.length > 0 && GOES_ON.test(text));
  return {
    spans,
    from: lowest(spans.flatMap(({ from }) => from ?? [])),
    until: isOpen ? null : highest(spans.flatMap(({ until }) => until ?? [])),
    isOpen,
    rhythm,
    yearFromTitle,
    isRead: text === "" || spans.length > 0 || rhythm !== "none",
  };
}

const lowest = (days: string[]): string | null =>
  days.reduce<string | null>((a, b) => (a && a < b ? a : b), null);
const highest = (days: string[]): string | null =>
  days.reduce<string | null>((a, b) => (a && a > b ? a : b), null);

type Unit = DueSpan["unit"];

interface Moment {
  unit: Unit;
  /** Day 1-31, month 1-12, quarter 1-4, half 1-2. */
  day: number;
  part: number;
  year: number | null;
  start: number;
  end: number;
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const QUARTER = "(iv|i{1,3}|[1-4])";
const YEAR = String.raw`(20\d\d)(?!\d)`;
const OF_YEAR = String.raw`(?:\s?(?:[/.-]|,?\s?(?:cua )?nam)\s?${YEAR})?`;

interface Pattern {
  pattern: RegExp;
  read: (groups: string[]) => Pick<Moment, "unit" | "day" | "part" | "year">;
  /** Only behind a moment of this unit and a comma, a dash or "và". */
  after?: Unit;
}

const yearOf = (printed: string | undefined): number | null =>
  printed === undefined ? null : Number(printed);
const day = (d: string, m: string, y?: string) => ({
  unit: "day" as const,
  day: Number(d),
  part: Number(m),
  year: yearOf(y),
});
const month = (m: string, y?: string) => ({
  unit: "month" as const,
  day: 0,
  part: Number(m),
  year: yearOf(y),
});
const quarter = (q: string, y?: string) => ({
  unit: "quarter" as const,
  day: 0,
  part: ROMAN[q] ?? Number(q),
  year: yearOf(y),
});

/** Sticky, the most particular first. */
const PATTERNS: readonly Pattern[] = [
  {
    pattern: new RegExp(String.raw`(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?${YEAR}`, "y"),
    read: ([d, m, y]) => day(d!, m!, y),
  },
  {
    pattern: new RegExp(String.raw`ngay (\d{1,2}),? thang (\d{1,2})${OF_YEAR}`, "y"),
    read: ([d, m, y]) => day(d!, m!, y),
  },
  {
    pattern: new RegExp(String.raw`(\d{1,2}) thang (\d{1,2})${OF_YEAR}(?! dau| cuoi)`, "y"),
    read: ([d, m, y]) => day(d!, m!, y),
  },
  { pattern: /ngay (\d{1,2})\/(\d{1,2})(?![\d/])/y, read: ([d, m]) => day(d!, m!) },
  {
    pattern: new RegExp(`(?:6|sau) thang (dau|cuoi) nam(?: ${YEAR})?`, "y"),
    read: ([half, y]) => ({ unit: "half", day: 0, part: half === "dau" ? 1 : 2, year: yearOf(y) }),
  },
  { pattern: new RegExp(String.raw`thang (\d{1,2})${OF_YEAR}(?!\d)`, "y"), read: ([m, y]) => month(m!, y) },
  { pattern: new RegExp(String.raw`(\d{1,2})\s?[/.-]\s?${YEAR}`, "y"), read: ([m, y]) => month(m!, y) },
  {
    pattern: new RegExp(String.raw`quy ${QUARTER}${OF_YEAR}(?![\dv])`, "y"),
    read: ([q, y]) => quarter(q!, y),
  },
  {
    pattern: new RegExp(String.raw`${QUARTER}${OF_YEAR}(?![\da-z/])`, "y"),
    read: ([q, y]) => quarter(q!, y),
    after: "quarter",
  },
  { pattern: /(\d{1,2})(?![\d/.%])(?! \p{L})/uy, read: ([m]) => month(m!), after: "month" },
  {
    pattern: new RegExp(`(?:nam )?${YEAR}`, "y"),
    read: ([y]) => ({ unit: "year", day: 0, part: 0, year: Number(y) }),
  },
];
/** "3-5/2026": the first of the two months. */
const FIRST_OF_MONTHS = /(\d{1,2})(?=\s?-\s?\d{1,2}\s?\/\s?20\d\d)/y;
/** "15-20/12/2026": the first of the two days, with the month and year of the second. */
const FIRST_OF_DAYS = /(\d{1,2})(?=\s?-\s?\d{1,2}\s?\/\s?(\d{1,2})\s?\/\s?(20\d\d))/y;
const LIST = /^ ?(?:(?:,|;|va|&|-|den|toi) ?)+$/;
const LONGEST = 4000;

function momentsIn(whole: string): Moment[] {
  const text = whole.slice(0, LONGEST);
  const found: Moment[] = [];
  for (let at = 0; at < text.length; at++) {
    if (at > 0 && /[\da-z/]/.test(text[at - 1]!)) continue;
    const moment = momentAt(text, at, found.at(-1));
    if (!moment) continue;
    if (isPossible(moment)) found.push(moment);
    at = moment.end - 1;
  }
  return found;
}

function momentAt(text: string, at: number, before: Moment | undefined): Moment | null {
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const place = (all: string) => ({ start: at, end: at + all.length });
  const days = match(FIRST_OF_DAYS);
  if (days) return { ...day(days[1]!, days[2]!, days[3]), ...place(days[0]) };
  const months = match(FIRST_OF_MONTHS);
  if (months) return { ...month(months[1]!), ...place(months[0]) };
  for (const { pattern, read, after } of PATTERNS) {
    if (after && (before?.unit !== after || !LIST.test(text.slice(before.end, at)))) continue;
    const [all, ...groups] = match(pattern) ?? [];
    if (all !== undefined) return { ...read(groups), ...place(all) };
  }
  return null;
}

function isPossible({ unit, day: d, part, year }: Moment): boolean {
  if (unit === "year") return true;
  if (unit === "quarter" || unit === "half") return part >= 1 && part <= 4;
  if (part < 1 || part > 12) return false;
  return unit === "month" || isCalendarDay(iso(year ?? 2024, part, d));
}

const iso = (year: number, m: number, d: number): string =>
  `${year}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;

/** A moment without a year has that of the next one in its list, then that of the title; else none, and is dropped. A day
 *  of every year has none. True: the title gave one. */
function giveYears(text: string, moments: Moment[], titleYear: number | null): boolean {
  let fromTitle = false;
  const recurs = /(?:hang|moi) (?:nam|thang|quy|tuan)/.test(text);
  for (let i = moments.length - 1; i >= 0; i--) {
    const moment = moments[i]!;
    if (moment.year !== null) continue;
    const next = moments[i + 1];
    const isListed =
      next && /^[\s,;-]*(?:(?:va|den|toi|cuoi|het|dau|&)[\s,;-]*)*$/.test(text.slice(moment.end, next.start));
    if (isListed) moment.year = next.year;
    else if (titleYear !== null && !recurs) {
      moment.year = titleYear;
      fromTitle = true;
    }
  }
  for (let i = moments.length - 1; i >= 0; i--) if (moments[i]!.year === null) moments.splice(i, 1);
  return fromTitle;
}

const RANGE = /^\s?(?:-|den|toi)(?: (?:het|cuoi|ngay|thang|nam|quy|dau))*\s?$/;
const BEFORE = /(?:^|[ (])truoc(?: (?:ngay|thang|nam|quy))*\s?$/;
const UP_TO =
  /(?:^|[ (])(?:den|toi|cham nhat|muon nhat|khong qua|truoc khi het|han)(?: (?:la|den|vao|truoc|het|cuoi|ngay|thang|nam|quy)){0,4} ?$/;
const FROM =
  /(?:^|[ (])(?:tu|ke tu|bat dau|bat dau tu|khoi dong tu)(?: (?:ngay|thang|nam|quy|dau|cuoi))*\s?$/;
const AFTER = /(?:^|[ (])sau(?: (?:ngay|thang|nam|quy))+\s?$/;
const GOES_ON =
  /(?:va|,) (?:(?:cac|nhung) )?nam (?:tiep theo|sau|ke tiep|tiep sau)|tro di|tro ve sau|va tiep tuc|nhung nam tiep theo/;
const LOOK_BACK = 40;

function spansOf(text: string, moments: readonly Moment[]): DueSpan[] {
  const spans: DueSpan[] = [];
  for (let i = 0; i < moments.length; i++) {
    const first = moments[i]!;
    const next = moments[i + 1];
    const before = text.slice(Math.max(0, first.start - LOOK_BACK), first.start);
    const own = daysOf(first);
    if (next && RANGE.test(text.slice(first.end, next.start))) {
      spans.push({ from: own.from, until: daysOf(next).until, unit: next.unit });
      i++;
    } else if (BEFORE.test(before))
      spans.push({ from: null, until: addDays(own.from, -1), unit: first.unit });
    else if (AFTER.test(before)) spans.push({ from: addDays(own.until, 1), until: null, unit: first.unit });
    else if (FROM.test(before)) spans.push({ from: own.from, until: null, unit: first.unit });
    else if (UP_TO.test(before)) spans.push({ from: null, until: own.until, unit: first.unit });
    else spans.push({ ...own, unit: first.unit });
  }
  return spans;
}

const MONTHS: Readonly<Record<Unit, number>> = { day: 0, month: 1, quarter: 3, half: 6, year: 12 };

function daysOf({ unit, day: d, part, year }: Moment): { from: string; until: string } {
  if (unit === "day") return { from: iso(year!, part, d), until: iso(year!, part, d) };
  if (unit === "year") return { from: iso(year!, 1, 1), until: yearEnd(year!) };
  const length = MONTHS[unit];
  const first = (part - 1) * length + 1;
  const last = first + length - 1;
  const afterLast = last === 12 ? iso(year! + 1, 1, 1) : iso(year!, last + 1, 1);
  return { from: iso(year!, first, 1), until: addDays(afterLast, -1) };
}

/** The most frequent that is named. */
const RHYTHMS: readonly (readonly [Due["rhythm"], RegExp])[] = [
  ["weekly", /(?:hang|moi) tuan/],
  ["monthly", /(?:hang|moi) thang/],
  ["quarterly", /(?:hang|moi) quy|tung quy/],
  ["half_yearly", /(?:dinh ky|hang|moi) (?:6|sau) thang/],
  ["yearly", /(?:hang|moi|tung) nam|thuong nien/],
  ["ongoing", /thuong xuyen|lien tuc|dinh ky|trong suot/],
];

const rhythmIn = (text: string): Due["rhythm"] =>
  RHYTHMS.find(([, words]) => words.test(text))?.[0] ?? "none";
