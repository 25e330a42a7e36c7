/** Days that people tell: "20/8", "ngày 5 tháng 9", "10/11/2026". */
import { daysBetween, isCalendarDay } from "../../knowledge/calendar.ts";
import type { Token } from "../../knowledge/vietnamese/tokens.ts";

/** Days longer ago are history. */
const LONGEST = 3 * 365;

/** What was on a day that has passed, counted in whole days until `today` (ISO); a day without its year is the last of that
 *  name. Days that something lasts until ("hết hạn 15/12", "tới 5/9") or that are still to come ("hẹn sinh 20/12") are none.
 *  `to` is exclusive. */
export function dateAt(
  tokens: readonly Token[],
  i: number,
  today: string,
): { days: number; to: number } | undefined {
  const found = dayAt(tokens, i);
  if (!found || isUntil(tokens, i)) return undefined;
  const { day, month, year, to } = found;
  const inYear = (of: number) => `${of}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const thisYear = Number(today.slice(0, 4));
  const iso =
    year !== undefined ? inYear(year) : inYear(thisYear) <= today ? inYear(thisYear) : inYear(thisYear - 1);
  if (!isCalendarDay(iso)) return undefined;
  const days = daysBetween(iso, today);
  return days >= 0 && days <= LONGEST ? { days, to } : undefined;
}

interface ToldDay {
  day: number;
  month: number;
  year: number | undefined;
  to: number;
}

/** A day as it is told, wherever it lies. `to` is exclusive. */
export function dayAt(tokens: readonly Token[], i: number): ToldDay | undefined {
  const token = tokens[i]!;
  if (token.kind === "date") {
    const [day, month, year] = token.text.split(/[/.-]/).map(Number);
    return day && month && year ? { day, month, year, to: i + 1 } : undefined;
  }
  const [middle, last] = [tokens[i + 1], tokens[i + 2]];
  if (token.kind !== "number" || !middle) return undefined;
  const day = Number(token.text);
  const isWritten = middle.kind === "number" && middle.start === token.end + 1;
  // "20 tháng 11"; "2 tháng 5 ngày" is a length.
  const isSpelled = middle.folded === "thang" && last?.kind === "number" && tokens[i + 3]?.folded !== "ngay";
  const month = Number(isWritten ? middle.text : isSpelled ? last.text : Number.NaN);
  if (!(day >= 1 && day <= 31 && month >= 1 && month <= 12)) return undefined;
  // "1/2 ngày", "nửa 1/2" and figures with a point are no days: a day has a word before it.
  if (isWritten && !isDayWord(tokens[i - 1])) return undefined;
  return { day, month, year: undefined, to: i + (isWritten ? 2 : 3) };
}

const isDayWord = (before: Token | undefined): boolean =>
  before !== undefined &&
  before.kind === "word" &&
  !/^(so|khoan|dieu|diem|mau|lo|hem|duong)$/.test(before.folded);

/** Typed without diacritics "toi" is "I" more often. */
const UNTIL: ReadonlySet<string> = new Set(
  "hạn han tới đến den trước truoc hết het hẹn hen dự sắp sap sẽ se".split(" "),
);

const isUntil = (tokens: readonly Token[], from: number): boolean =>
  tokens.slice(Math.max(0, from - 3), from).some(({ text }) => UNTIL.has(text));
