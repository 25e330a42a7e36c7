/** Figures of a story on which the law draws a line: storeys and floor of a house, what is taken in a year, years of insurance.
 *  A figure tells on which side of the line the case is. */
import type { CircumstanceId } from "../../knowledge/circumstances.ts";
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import { isBreak } from "./breaks.ts";

export interface ToldFigure {
  at: number;
  circumstance: CircumstanceId;
  value: string;
}

const WORDS: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
};
const FIGURE = /^(\d+(?:[.,]\d+)?)([a-z]{0,2}\d?)$/;

/** "8", "bảy", "480tr", "280m2": the figure and the unit that is written to it. */
function figureAt({ folded }: Token): { value: number; unit: string } | undefined {
  const written = FIGURE.exec(folded);
  if (written) return { value: Number(written[1]!.replace(",", ".")), unit: written[2]! };
  const value = WORDS[folded];
  return value === undefined ? undefined : { value, unit: "" };
}

/** Words before or behind, in the same breath, the nearest first. */
function beside(tokens: readonly Token[], from: number, step: 1 | -1, reach: number): string[] {
  const words: string[] = [];
  for (let i = from + step; tokens[i] && Math.abs(i - from) <= reach; i += step) {
    const [first, second] = step === 1 ? [tokens[i - 1]!, tokens[i]!] : [tokens[i]!, tokens[i + 1]!];
    if (isBreak(first, second)) break;
    words.push(tokens[i]!.folded);
  }
  return words;
}

/** Luật Xây dựng 135/2025/QH15: a house of fewer storeys and less floor may need no permit. */
const STOREYS = 7;
const FLOOR = 500;
const NO_HOUSE = /^(chung|khach|toa|tang|lau|phong|hem|so)$/;

function storeysAt(tokens: readonly Token[], i: number): ToldFigure | undefined {
  const figure = figureAt(tokens[i]!);
  const unit = tokens[i + 1]?.folded;
  if (figure?.unit !== "" || !(unit === "tang" || unit === "lau")) return undefined;
  // Typed so it is no "tặng", "tăng" or "lâu".
  if (!/^(tầng|tang|lầu|lau)$/.test(tokens[i + 1]!.text)) return undefined;
  const before = beside(tokens, i, -1, 4);
  if (before.some((word) => NO_HOUSE.test(word)) || before[0] === "duoi") return undefined;
  const storeys = figure.value + (unit === "lau" ? 1 : 0);
  return storeys >= STOREYS ? { at: i, circumstance: "building", value: "big_house" } : undefined;
}

function floorAt(tokens: readonly Token[], i: number): ToldFigure | undefined {
  const figure = figureAt(tokens[i]!);
  if (!figure) return undefined;
  const after = beside(tokens, i, 1, 4);
  const isArea = /^m2?$/.test(figure.unit) || /^(m|m2|met)$/.test(after[0] ?? "");
  const isFloor = [...beside(tokens, i, -1, 3), ...after].includes("san");
  if (!isArea || !isFloor || figure.value < FLOOR) return undefined;
  return { at: i, circumstance: "building", value: "big_house" };
}

/** Nghị định 68/2026/NĐ-CP: households that take in no more than this in a year pay no tax. */
const TURNOVER = 1000;
const MILLIONS: Readonly<Record<string, number>> = { tr: 1, trieu: 1, ty: 1000, ti: 1000, t: 1000 };
const TAKEN_IN = /^(?:doanh thu|doanh so|dt)$/;
const TAKEN_IN_A_YEAR = /^(?:thu vo|thu vao|ban duoc|cong so)$/;
const TURNOVER_REACH = 12;

function turnoverAt(tokens: readonly Token[], i: number): ToldFigure | undefined {
  const figure = figureAt(tokens[i]!);
  if (!figure) return undefined;
  const after = beside(tokens, i, 1, 5);
  const unit = figure.unit === "" ? (after[0] ?? "") : figure.unit;
  const million = MILLIONS[unit];
  if (million === undefined) return undefined;
  const before = beside(tokens, i, -1, TURNOVER_REACH);
  // Of a month or a day it says nothing of the year.
  if ([...before.slice(0, 4), ...after.slice(0, 4)].some((word) => /^(thang|ngay|quy|tuan)$/.test(word)))
    return undefined;
  const pairs = (words: readonly string[], isBack: boolean) =>
    words.flatMap((word, n) => {
      const next = words[n + 1];
      return next === undefined ? [word] : [word, isBack ? `${next} ${word}` : `${word} ${next}`];
    });
  const near = [...pairs(before, true), ...pairs(after, false)];
  const isYearly = [...before, ...after].includes("nam");
  const isTurnover = near.some((words) => TAKEN_IN.test(words) || (isYearly && TAKEN_IN_A_YEAR.test(words)));
  if (!isTurnover) return undefined;
  // "1 tỷ 2".
  const rest = figure.unit === "" && /^(ty|ti)$/.test(unit) ? Number(after[1]) : Number.NaN;
  const value = figure.value * million + (rest > 0 && rest < 10 ? rest * 100 : 0);
  return {
    at: i,
    circumstance: "business",
    value: value <= TURNOVER ? "turnover_below" : "turnover_above",
  };
}

/** Luật Bảo hiểm xã hội 41/2024/QH15, Điều 64: so many years are paid in before a pension. */
const PENSION_YEARS = 15;

function insuredAt(tokens: readonly Token[], i: number): ToldFigure | undefined {
  const figure = figureAt(tokens[i]!);
  if (figure?.unit !== "" || tokens[i + 1]?.folded !== "nam") return undefined;
  const [before, after] = [beside(tokens, i, -1, 6), beside(tokens, i, 1, 4)];
  const paid = before.indexOf("dong");
  const isPaid = paid >= 0 && /^(đóng|dong)$/.test(tokens[i - 1 - paid]!.text);
  if (!isPaid || after[1] === "tuoi" || before.some((word) => /^(sau|trong|nghi|tuoi)$/.test(word)))
    return undefined;
  return {
    at: i,
    circumstance: "insured",
    value: figure.value >= PENSION_YEARS ? "from_15" : "below_15",
  };
}

const READERS = [storeysAt, floorAt, turnoverAt, insuredAt];

export const figuresIn = (tokens: readonly Token[]): ToldFigure[] =>
  tokens.flatMap((_token, i) => READERS.flatMap((read) => read(tokens, i) ?? []));
