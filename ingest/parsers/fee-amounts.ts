/** Sums of money and percentages in fee prose, each with the clause that says it. A number counts only with a
 *  currency beside it or "/lần", "/hồ sơ" after it: numbers of circulars, articles and dates are none. */
import { withoutTail } from "../../knowledge/text-scan.ts";
import { type DateSpan, dateSpanIn } from "./dates.ts";

export type FeeChannel = "in_person" | "online" | "post";

export interface FeeAmount extends DateSpan {
  /** In units of the currency: 135000; whole for đồng. */
  amount: number;
  /** Upper end of a range; null for a single sum. */
  to: number | null;
  currency: "VND" | "USD";
  /** What it is paid for, as printed after "/": "lần cấp"; null when not said. */
  per: string | null;
  /** "~60.000đ", "khoảng …". */
  approximate: boolean;
  /** "tối đa", "không quá": no fee but its limit. */
  cap: boolean;
  /** Only for those who file so; null when the clause doesn't say. */
  channel: FeeChannel | null;
  /** The number as printed: "135.000". */
  printed: string;
  /** The clause, verbatim. */
  words: string;
}

export interface FeePercent extends DateSpan {
  percent: number;
  channel: FeeChannel | null;
  words: string;
}

const NUMBER = String.raw`(?<![\d.,])(?:\d{1,3}(?:[.,]\d{3})+(?!\d)|\d{1,15}(?:[.,]\d{1,2})?(?![\d.,]*\d))`;
const SCALE = "triệu|nghìn|ngàn|tỷ|tỉ";
const CURRENCY = String.raw`việt\s+nam\s+đồng|đồng|vnđ|vnd|đ|usd|đô\s+la(?:\s+mỹ)?`;
const IN_WORDS = String.raw`(?:\s*\([^()\d]{3,90}\))?`;
const UNIT = String.raw`${IN_WORDS}\s*(?:(${SCALE})\s*)?(${CURRENCY})(?![\p{L}\d])`;
/** "12.000đ - 60.000đ", "từ 15.000 đến 120.000 đồng". */
const RANGE = new RegExp(
  String.raw`(${NUMBER})\s*(?:(${SCALE})\s*)?(?:(?:${CURRENCY})\s*)?(?:-|–|đến|tới)\s*(${NUMBER})${UNIT}`,
  "giu",
);
const SINGLE = new RegExp(
  String.raw`(${NUMBER})(?:${UNIT}|${IN_WORDS}(?=\s*/\s*(?:\d{1,2}\s*)?\p{L}))`,
  "giu",
);
const PER = new RegExp(String.raw`^${IN_WORDS}\s*/\s*((?:\d{1,2}\s*)?[\p{L}“"][^;,:()\n]{0,60})`, "u");
const PER_END = /\s(?:đối với|áp dụng|theo|kể từ|nếu|nhưng|trường hợp|miễn|-|\+)(?:\s|$)|[.]\s|\.$|\s{2}/iu;
const PERCENT = /(\d{1,3}(?:[.,]\d{1,3})?)\s*%/gu;
const EXEMPT_BEFORE = /(?:miễn|giảm)[^.;\d]{0,15}$/iu;
const CAP = /(?:tối đa|không quá|không vượt quá)[^.;\d]{0,25}$/iu;
/** The sum that decides which fee applies, not the fee. */
const THRESHOLD = /(?:dưới|trên|đến dưới|từ trên|vượt|trị giá|giá trị|vốn|doanh thu)\s*(?:khoảng\s*)?$/iu;
const APPROXIMATE = /(?:~|khoảng)\s*$/iu;
/** "(Miễn kể từ ngày …)" says nothing of the sum before it. */
const CLAUSE_END = /\n|;\s|(?<=[.)])\s+(?=[-+*•]\s|\p{Lu})|\s(?=[-+*•]\s)|(?=\(\s*[Mm]iễn)/u;
/** Before a number, in characters: longer than any of the patterns that look there. */
const BEFORE = 80;
const LONGEST_WORDS = 1000;
const before = (words: string, index: number): string => words.slice(Math.max(0, index - BEFORE), index);

const VALUES: Readonly<Record<string, number>> = { triệu: 1e6, nghìn: 1e3, ngàn: 1e3, tỷ: 1e9, tỉ: 1e9 };

/** Verbatim pieces that stand for themselves: sentences, items of a list. */
export const clausesOf = (text: string): string[] =>
  text.split(CLAUSE_END).flatMap((clause) => (clause.trim() === "" ? [] : [clause.trim()]));

export function amountsIn(text: string): FeeAmount[] {
  return clausesOf(text).flatMap(amountsOfClause);
}

/** Shares of a fee that are to be paid; "miễn 100%" is an exemption and none of these. */
export function percentsIn(text: string): FeePercent[] {
  return clausesOf(text).flatMap((words) => {
    const channel = channelOf(words);
    const span = dateSpanIn(words);
    return [...words.matchAll(PERCENT)]
      .filter((match) => !EXEMPT_BEFORE.test(before(words, match.index)))
      .map((match) => ({
        percent: Number(match[1]!.replace(",", ".")),
        words: words.slice(0, LONGEST_WORDS),
        channel,
        ...span,
      }));
  });
}

/** Null when the clause names no way of filing, or several. */
export function channelOf(clause: string): FeeChannel | null {
  const found: FeeChannel[] = [];
  if (/trực tuy[ếể]n|dịch vụ công/iu.test(clause)) found.push("online");
  if (/trực tiếp/iu.test(clause)) found.push("in_person");
  if (/bưu (?:chính|điện)/iu.test(clause)) found.push("post");
  return found.length === 1 ? found[0]! : null;
}

function amountsOfClause(words: string): FeeAmount[] {
  const found: FeeAmount[] = [];
  const taken: [number, number][] = [];
  const common = { words: words.slice(0, LONGEST_WORDS), channel: channelOf(words), ...dateSpanIn(words) };
  for (const match of words.matchAll(RANGE)) {
    const [all, first, firstScale, second, scale, currency] = match;
    const amount = numberOf(first!, firstScale ?? scale, currency);
    const to = numberOf(second!, scale, currency);
    if (amount === null || to === null || amount >= to || isThreshold(words, match.index, scale)) continue;
    taken.push([match.index, match.index + all.length]);
    found.push({
      ...common,
      ...frame(words, match.index, all),
      amount,
      to,
      currency: currencyOf(currency),
      printed: `${first} - ${second}`,
    });
  }
  /** Both kinds come from left to right. */
  let next = 0;
  for (const match of words.matchAll(SINGLE)) {
    const [all, number, scale, currency] = match;
    while (next < taken.length && taken[next]![1] <= match.index) next++;
    if (next < taken.length && taken[next]![0] <= match.index) continue;
    const amount = numberOf(number!, scale, currency);
    if (amount === null || isThreshold(words, match.index, scale)) continue;
    // "1.200.000/lần" is money, "01/2025/TT-BTC" is not: without a currency the number must be grouped.
    if (!currency && !/[.,]\d{3}$/.test(number!)) continue;
    found.push({
      ...common,
      ...frame(words, match.index, all),
      amount,
      to: null,
      currency: currencyOf(currency),
      printed: number!,
    });
  }
  return found;
}

/** What stands around the number. */
function frame(words: string, index: number, all: string): Pick<FeeAmount, "per" | "approximate" | "cap"> {
  const start = before(words, index);
  return {
    per: perOf(words.slice(index + all.length)),
    approximate: APPROXIMATE.test(start),
    cap: CAP.test(start),
  };
}

/** "/ 01 hồ sơ (TT 25)" → "01 hồ sơ"; null when no "/" follows the sum. */
export function perOf(after: string): string | null {
  const per = PER.exec(after)?.[1];
  if (!per) return null;
  const end = PER_END.exec(per);
  return withoutTail((end ? per.slice(0, end.index) : per).trim(), /[.\s]/) || null;
}

function isThreshold(words: string, index: number, scale: string | undefined): boolean {
  return (scale !== undefined && VALUES[scale.toLowerCase()] === 1e9) || THRESHOLD.test(before(words, index));
}

/** Đồng come in whole numbers; null for anything else. */
function numberOf(number: string, scale: string | undefined, currency: string | undefined): number | null {
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(number) && !scale;
  const value = grouped ? Number(number.replace(/[.,]/g, "")) : Number(number.replace(",", "."));
  const scaled = value * (scale ? VALUES[scale.toLowerCase()]! : 1);
  if (currencyOf(currency) === "USD") return scaled;
  const whole = Math.round(scaled);
  return Number.isSafeInteger(whole) && Math.abs(scaled - whole) < 1e-6 ? whole : null;
}

const currencyOf = (printed: string | undefined): "VND" | "USD" =>
  /^(?:usd|đô)/iu.test(printed ?? "") ? "USD" : "VND";
