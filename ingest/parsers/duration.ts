/** A time limit as printed → typed value beside the words. A number without a unit is no duration, several durations
 *  are not one; then the words alone are kept. */

export type DurationDoubt =
  /** "12", "120,00": the source prints no unit. */
  | "unit_missing"
  /** "5 - 7": neither unit nor a single number. */
  | "range"
  /** Prose with several limits, by case or by step. */
  | "several"
  | "zero";

export interface ParsedDuration {
  /** For people, complete. */
  text: string;
  /** Null unless the words give exactly one limit. Decimals occur: 12.5. */
  value: number | null;
  unit: "working_day" | "day" | "hour" | "month" | "same_day" | "none";
  /** "15 - 20 ngày": the two ends in `unit`; `value` is null then. */
  range: [number, number] | null;
  /** The cell, verbatim; null when there was none. */
  printed: string | null;
  doubts: DurationDoubt[];
}

export const UNSTATED_DURATION = "Nguồn không nêu thời hạn";

const EMPTY = /^(?:không có thông tin|không|n\/a|-+)?[.\s]*$/iu;
const NUMBER = String.raw`\d{1,4}(?:[.,]\d{1,2})?|1/2|nửa`;
const IN_WORDS = String.raw`(?:\s*\([^()\d]{2,30}\))?`;
const UNIT = String.raw`(ngày(?:\s+làm\s+việc)?|giờ(?:\s+làm\s+việc)?|tháng|tuần|năm|phút)(?![\p{L}\d])`;
const LIMIT = new RegExp(
  String.raw`(?<![\d/.,])(?:(${NUMBER})${IN_WORDS}\s*(?:(?:ngày|giờ|tháng)\s*)?(?:(?<=\s)làm\s+việc\s*)?(?:-|–|đến|tới)\s*)?(${NUMBER})${IN_WORDS}\s*${UNIT}`,
  "giu",
);
const BARE = new RegExp(String.raw`^(${NUMBER})(?:\s*[-–]\s*(${NUMBER}))?$`, "u");
/** Dates would read as limits: "30 tháng 6". "1/2 ngày" is none. */
const DATE =
  /ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?|(?<![\d/])\d{1,2}\/\d{1,2}(?:\/\d{4})?(?!\s*(?:ngày|giờ))/giu;
const CLOCK = /(?:sau|trước|lúc|từ|đến)\s+\d{1,2}\s*(?:giờ|h)(?:\s*\d{2})?(?!\s*làm)/giu;
const SAME_DAY = /trong\s+(?:cùng\s+)?ngày(?!\s+(?:làm\s+việc\s+)?(?:tiếp|kế|sau|hôm sau)|\s*\d)/iu;
/** A second limit on top of the first, even when the numbers are the same. */
const LONGER = /tăng thêm|kéo dài thêm/iu;
const UNITS: Readonly<Record<string, ParsedDuration["unit"]>> = { ngày: "day", giờ: "hour", tháng: "month" };

/** `note` is the description of the method; it is the text when the cell only points to it ("Theo mô tả"). */
export function parseDuration(printed: string | null, note: string | null = null): ParsedDuration {
  const cell = (printed ?? "").trim();
  const result: ParsedDuration = {
    text: cell,
    value: null,
    unit: "none",
    range: null,
    printed: cell || null,
    doubts: [],
  };
  if (EMPTY.test(cell)) return { ...result, text: UNSTATED_DURATION };
  if (/^theo mô tả[.\s]*$/iu.test(cell)) return note ? { ...parseDuration(note), printed: cell } : result;
  const bare = BARE.exec(cell);
  if (bare) return bareNumber(result, bare[1]!, bare[2]);
  const sameDay = SAME_DAY.test(cell);
  const undated = cell.replace(DATE, " ");
  const found = limitsIn(sameDay ? undated.replace(CLOCK, " ") : undated);
  if (sameDay && found.length === 0) return { ...result, value: 1, unit: "same_day" };
  const [first] = found;
  if (!first) return result;
  if (sameDay || found.length > 1 || LONGER.test(undated)) return { ...result, doubts: ["several"] };
  if (first.unit === "none") return result;
  if (first.from !== null)
    return { ...result, unit: first.unit, range: [first.from, first.to], doubts: ["range"] };
  if (first.to === 0) return { ...result, doubts: ["zero"] };
  return { ...result, value: first.to, unit: first.unit };
}

interface Limit {
  from: number | null;
  to: number;
  unit: ParsedDuration["unit"];
}

/** Each limit once, however often it is printed. */
function limitsIn(text: string): Limit[] {
  const found = new Map<string, Limit>();
  for (const [, first, second, printedUnit] of text.matchAll(LIMIT)) {
    const words = printedUnit!.toLowerCase().replace(/\s+/g, " ");
    const unit = words === "ngày làm việc" ? "working_day" : (UNITS[words.split(" ")[0]!] ?? "none");
    const from = first === undefined ? null : numberOf(first);
    const limit: Limit = { from, to: numberOf(second!), unit };
    found.set(`${from} ${limit.to} ${words}`, limit);
  }
  return [...found.values()];
}

function bareNumber(result: ParsedDuration, first: string, second: string | undefined): ParsedDuration {
  const from = numberOf(first);
  const text = `${result.printed} (nguồn không ghi đơn vị)`;
  if (second !== undefined) {
    return { ...result, text, range: [from, numberOf(second)], doubts: ["unit_missing", "range"] };
  }
  if (from === 0) return { ...result, text, doubts: ["unit_missing", "zero"] };
  return { ...result, text, value: from, doubts: ["unit_missing"] };
}

/** "120,00" → 120, "12.5" → 12.5, "nửa" and "1/2" → 0.5. */
const numberOf = (printed: string): number =>
  printed === "nửa" || printed === "1/2" ? 0.5 : Number(printed.replace(",", "."));
