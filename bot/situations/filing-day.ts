/** When somebody says he is going to file: "đến 20/12 mới đi nộp", "tuần sau em mới rảnh ra phường". Whether it will be too
 *  late is reckoned to that day, not to the day of the question. */
import { daysBetween, isCalendarDay } from "../../knowledge/calendar.ts";
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import { isBreak } from "./breaks.ts";
import { dayAt } from "./told-dates.ts";

/** Nobody plans longer ahead; a day without its year that lies further is the last of that name, which has passed. */
const LONGEST = 400;
const LONGEST_UNDATED = 150;
/** Between the day and "mới", and between that and what is done. */
const REACH = 4;
/** What is done when something is filed; what ends or is reached on a day is none ("20/12 mới hết hạn"). */
const FILES = /^(nop|lam|di|ra|len|khai|bao|dang|ranh|ve|xin|dem|gui|toi|xuong|qua)$/;
const WHO = /^(em|toi|minh|tui|chi|anh|con|chau|co|duoc|the|nha|vo|chong|ba|me|no|ho|thi|thu|xep|tranh|thu)$/;
const COUNTS: Readonly<Record<string, number>> = { ngay: 1, hom: 1, bua: 1, tuan: 7, thang: 30 };
const NEXT = /^(sau|toi)$/;

/** In days from today (ISO); undefined where none is told. */
export function filingIn(tokens: readonly Token[], today: string): number | undefined {
  for (let i = 0; i < tokens.length; i++) {
    const day = aheadAt(tokens, i, today);
    if (day && isFiledOn(tokens, day.to)) return day.days;
  }
  return undefined;
}

/** A day that is told is one to come, on which something is filed. */
export const isFilingDay = (tokens: readonly Token[], i: number, today: string): boolean => {
  const day = aheadAt(tokens, i, today);
  return day !== undefined && isFiledOn(tokens, day.to);
};

function aheadAt(
  tokens: readonly Token[],
  i: number,
  today: string,
): { days: number; to: number } | undefined {
  const dated = dayAt(tokens, i);
  if (dated) {
    const { day, month, year, to } = dated;
    const of = (in_: number) => `${in_}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    const thisYear = Number(today.slice(0, 4));
    const iso = of(year ?? (of(thisYear) >= today ? thisYear : thisYear + 1));
    if (!isCalendarDay(iso)) return undefined;
    const days = daysBetween(today, iso);
    return days > 0 && days <= (year === undefined ? LONGEST_UNDATED : LONGEST) ? { days, to } : undefined;
  }
  const [unit, next] = [COUNTS[tokens[i]!.folded], tokens[i + 1]];
  // "Tuần sau"; "3 ngày sau" is reckoned from something else.
  if (unit && unit > 1 && next && NEXT.test(next.folded) && tokens[i - 1]?.kind !== "number")
    return { days: unit, to: i + 2 };
  const count = tokens[i]!.kind === "number" ? Number(tokens[i]!.text) : Number.NaN;
  const counted = COUNTS[next?.folded ?? ""];
  if (counted && tokens[i + 2]?.folded === "nua" && count > 0 && count * counted <= LONGEST)
    return { days: count * counted, to: i + 3 };
  return undefined;
}

function isFiledOn(tokens: readonly Token[], to: number): boolean {
  for (let i = to; i < to + REACH && tokens[i]; i++) {
    if (i > to && isBreak(tokens[i - 1]!, tokens[i]!)) return false;
    if (tokens[i]!.folded !== "moi") continue;
    const done = tokens.slice(i + 1, i + 1 + REACH).find(({ folded }) => !WHO.test(folded));
    return done !== undefined && FILES.test(done.folded);
  }
  return false;
}
