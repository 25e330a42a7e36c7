/** The days on which tasks and duties are due, as far as their print says when: the last day of each printed span, the last
 *  day of each period of what recurs, the day before "trước ngày 15/12". */
import { addDays, isCalendarDay } from "../../knowledge/calendar.ts";
import type { Due, Duty, Task } from "../../knowledge/records.ts";
import { isoOf, type PrintedDay, printedDays } from "./printed-days.ts";

export type Every = "month" | "quarter" | "half" | "year";

export interface Milestone {
  /** Stable among all milestones of a plan: the id of the record, with its place where the record has several. */
  id: string;
  /** ISO; of what recurs the next one, today or later, or the last one where all are over. */
  day: string;
  /** `dayOfMonth`: of every month; null: the last day of the period. */
  every: { period: Every; dayOfMonth: number | null } | null;
  /** ISO: after it nothing recurs; null: without end. */
  until: string | null;
  isOver: boolean;
  /** The words that say when, as printed. */
  printed: string;
  /** How the day follows from them, in Vietnamese; null: it is printed. */
  rule: string | null;
}

const MONTHS: Readonly<Record<Every, number>> = { month: 1, quarter: 3, half: 6, year: 12 };
const RHYTHMS: Readonly<Partial<Record<Due["rhythm"], Every>>> = {
  monthly: "month",
  quarterly: "quarter",
  half_yearly: "half",
  yearly: "year",
};
const LAST_DAYS: Readonly<Record<Every, string>> = {
  month: "ngày cuối của mỗi tháng",
  quarter: "ngày cuối của mỗi quý",
  half: "ngày cuối của mỗi 6 tháng",
  year: "ngày cuối của mỗi năm",
};
/** "Quý II hằng năm": a part of the year that is no day. */
const PART_OF_PERIOD =
  /quý (?:[ivx]+|\d)(?![\p{L}\d/])|tháng \d{1,2}(?![\d/])|(?:đầu|giữa|cuối) (?:năm|quý|tháng)/iu;

/** None for what prints no end. `today` is an ISO day. */
export function milestonesOfTask({ id, due, period }: Task, today: string): Milestone[] {
  const every = RHYTHMS[due.rhythm];
  if (every) return numbered(id, recurring({ due, period, every, today }));
  if (due.rhythm !== "none" || due.isOpen) return [];
  const ends = due.spans.flatMap(({ until, unit }) => (until === null ? [] : [{ until, unit }]));
  return numbered(
    id,
    ends.map(({ until, unit }) => ({
      day: until,
      every: null,
      until: null,
      isOver: until < today,
      printed: period,
      rule:
        unit === "day" && printedDays(period).some((day) => isoOn(day) === until && !day.isBefore)
          ? null
          : `ngày cuối của thời gian in “${period}”`,
    })),
  );
}

/** None for a duty that prints no day. */
export function milestonesOfDuty({ id, when }: Duty, today: string): Milestone[] {
  if (when === null) return [];
  if (when.derived) {
    const { date, rule } = when.derived;
    return [{ id, day: date, every: null, until: null, isOver: date < today, printed: when.words, rule }];
  }
  return numbered(
    id,
    printedDays(when.words).map((day) => ofPrinted(day, when.words, today, null)),
  );
}

type Unnamed = Omit<Milestone, "id">;

const numbered = (id: string, rows: readonly Unnamed[]): Milestone[] =>
  rows.map((row, i) => ({ id: rows.length > 1 ? `${id}/${i + 1}` : id, ...row }));

interface Recurring {
  due: Due;
  period: string;
  every: Every;
  today: string;
}

function recurring({ due, period, every, today }: Recurring): Unnamed[] {
  const { until } = due;
  const from = due.from !== null && due.from > today ? due.from : today;
  const days = printedDays(period).filter((day) => day.every !== "none");
  if (days.length > 0) return days.map((day) => ofPrinted(day, period, from, until));
  if (PART_OF_PERIOD.test(period)) return [];
  const next = lastDayOf(every, from);
  const isOver = until !== null && until < today;
  return [
    {
      day: until !== null && next > until ? until : next,
      every: { period: every, dayOfMonth: null },
      until,
      isOver,
      printed: period,
      rule: `văn bản ghi “${period}”, không in ngày; lấy ${LAST_DAYS[every]}`,
    },
  ];
}

/** The milestone of a printed day, from a day on. */
function ofPrinted(day: PrintedDay, printed: string, from: string, until: string | null): Unnamed {
  const meant = day.isBefore ? dayBefore(day, from) : nextOf(day, from);
  if (until !== null && meant > until)
    return {
      day: until,
      every: null,
      until,
      isOver: until < from,
      printed,
      rule: `ngày cuối của thời gian in “${printed}”`,
    };
  const rule = day.isBefore ? `văn bản ghi “${day.words}”, nên ngày cuối cùng là hôm trước` : null;
  return { day: meant, every: everyOf(day, meant), until, isOver: meant < from, printed, rule };
}

function everyOf({ every, day, isBefore }: PrintedDay, meant: string): Milestone["every"] {
  if (every === "none") return null;
  if (every === "year") return { period: "year", dayOfMonth: null };
  // Before the first of a month is the last day of another.
  return { period: "month", dayOfMonth: isBefore && day === 1 ? null : Number(meant.slice(8)) };
}

/** The printed day without its rhythm. */
const isoOn = ({ year, month, day }: PrintedDay): string | null =>
  year === null || month === null ? null : isoOf(year, month, day);

/** The next such day, `from` or later; one that doesn't recur as it is. */
export function nextOf(printed: PrintedDay, from: string): string {
  const once = isoOn(printed);
  if (once !== null) return once;
  const { month, day } = printed;
  for (let at = monthOf(from); ; at = monthAfter(at)) {
    const iso = isoOf(at.year, at.month, day);
    if ((month === null || at.month === month) && isCalendarDay(iso) && iso >= from) return iso;
  }
}

/** "Trước ngày 15/12": the next 14/12, `from` or later. */
const dayBefore = (printed: PrintedDay, from: string): string =>
  addDays(nextOf(printed, printed.every === "none" ? from : addDays(from, 1)), -1);

const monthOf = (iso: string) => ({ year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)) });
const monthAfter = ({ year, month }: { year: number; month: number }) =>
  month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };

/** The last day of the period that the day is in. */
function lastDayOf(every: Every, iso: string): string {
  const { year, month } = monthOf(iso);
  const last = Math.ceil(month / MONTHS[every]) * MONTHS[every];
  const next = monthAfter({ year, month: last });
  return addDays(isoOf(next.year, next.month, 1), -1);
}
