/** Years and periods: "năm 2024", "quý 4/2024", "giai đoạn 23-24". */
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import type { Span } from "./phrases.ts";
import { numberAt, type Utterance } from "./utterance.ts";

const FIRST_YEAR = 2019;
const LAST_YEAR = 2035;

export const isYear = (value: number): boolean => value >= FIRST_YEAR && value <= LAST_YEAR;

export interface Years {
  years: number[];
  /** A quarter or a month of a year was said: "quý 4/2024". */
  partOfYear: boolean;
  /** "2023-2024". */
  periods: string[];
  spans: Span[];
}

export function yearsIn({ text, tokens }: Utterance): Years {
  const spans: Span[] = [];
  const years: number[] = [];
  const periods: string[] = [];
  let partOfYear = false;
  const yearAt = (i: number, short: boolean): number | undefined => {
    const value = numberAt(tokens, i);
    if (value === undefined) return undefined;
    if (isYear(value)) return value;
    return short && value >= 20 && value <= 35 ? 2000 + value : undefined;
  };
  for (let i = 0; i < tokens.length; i++) {
    const before = tokens[i - 1]?.folded ?? "";
    const short = before === "nam" || before === "doan";
    const first = yearAt(i, short);
    if (first === undefined) continue;
    const [next, second] = /^(den|toi)$/.test(tokens[i + 1]?.folded ?? "")
      ? [i + 2, yearAt(i + 2, true)]
      : [i + 1, yearAt(i + 1, true)];
    const between = second === undefined ? "" : text.slice(tokens[i]!.end, tokens[next]!.start);
    if (second !== undefined && second > first && (next === i + 2 || /^[-–—/]?$/.test(between.trim()))) {
      periods.push(`${first}-${second}`);
      spans.push({ from: isPeriodWord(tokens, i) ? i - 2 : i, to: next + 1 });
      i = next;
    } else {
      years.push(first);
      const from = before === "nam" ? i - 1 : i;
      const isPart = PART_OF_YEAR.test(`${tokens[from - 2]?.folded} ${tokens[from - 1]?.folded}`);
      partOfYear ||= isPart;
      spans.push({ from: isPart ? from - 2 : from, to: i + 1 });
    }
  }
  return { years: [...new Set(years)], periods, partOfYear, spans };
}

/** "quý IV", "quý tư", "tháng 6", before a year. */
const PART_OF_YEAR = /^(?:quy (?:[1-4]|i{1,3}|iv|mot|hai|ba|tu|bon)|thang (?:1[0-2]|0?[1-9]|gieng|chap))$/;

const isPeriodWord = (tokens: readonly Token[], i: number) =>
  tokens[i - 2]?.folded === "giai" && tokens[i - 1]?.folded === "doan";
