/** Numbers in words, as speech recognition writes them, into digits: "hai nghìn không trăm hai mươi ba" → "2023".
 *  Cautious: a lone "ba" or "năm" is a word like any other unless what stands before it announces a number. */
import { fold } from "./normalize.ts";

const DIGITS: Readonly<Record<string, number>> = {
  "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
};
const OTHERS = ["mười", "mươi", "chục", "trăm", "nghìn", "ngàn", "triệu", "tỷ", "linh", "lẻ", "phẩy"] as const;
const WORDS: readonly string[] = [...Object.keys(DIGITS), ...OTHERS];
const BY_FOLDED = new Map(WORDS.map((word) => [fold(word), word]));
/** Written without diacritics these are too often something else to begin a number. */
const SCALES = new Set(["mười", "mươi", "chục", "trăm", "nghìn", "ngàn", "triệu", "tỷ"]);
/** Endings that only the second digit of a pair has: "hai lăm" = 25. */
const PAIR_ENDINGS = new Set(["lăm", "nhăm", "mốt", "tư"]);
/** A single number word after one of these is a number. */
const ANNOUNCES = ["số", "mục", "nhóm", "điều", "khoản", "điểm", "tháng", "ngày", "mùng", "mồng", "chọn", "vụ", "quý", "đoạn", "định", "câu"];
const LABEL_PLACES = ["mục", "vụ", "lục", "nhóm", "mã", "số", "phần", "nhãn"];
/** Announce only runs of two words and more: "nhiệm vụ ba", "quyết định hai" are no numbers. */
const ANNOUNCES_RUNS = ["vụ", "định"];
const ROMAN = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
const SCALE_VALUES: readonly (readonly [string, number])[] = [["tỷ", 1e9], ["triệu", 1e6], ["nghìn", 1e3], ["ngàn", 1e3]];

/** Is the word one of the list, as written or wholly without diacritics? "sở" is not "số". */
const isOne = (word: string, list: readonly string[]) => list.includes(word) || (word === fold(word) && list.some((row) => fold(row) === word));

interface Word {
  text: string;
  start: number;
  end: number;
  /** The number word it is; undefined for any other word. */
  number: string | undefined;
  accented: boolean;
}

export function spokenToDigits(text: string): string {
  const words = readWords(text);
  let result = "";
  let copied = 0;
  for (let i = 0; i < words.length; ) {
    const found = convertAt(words, i);
    if (!found) {
      i++;
      continue;
    }
    result += text.slice(copied, words[i]!.start) + found.text;
    copied = words[found.to - 1]!.end;
    i = found.to;
  }
  return result + text.slice(copied);
}

function readWords(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}]+|[^\s\p{L}\p{M}]+/gu)].map((match) => {
    const lower = match[0].toLowerCase();
    const plain = lower === fold(lower);
    const number = lower in DIGITS || (OTHERS as readonly string[]).includes(lower) ? lower : plain ? BY_FOLDED.get(lower) : undefined;
    return { text: match[0], start: match.index, end: match.index + match[0].length, number, accented: !plain || lower === "hai" || lower === "ba" };
  });
}

/** The run of number words at i, converted; undefined when it is left in words. */
function convertAt(words: Word[], i: number): { text: string; to: number } | undefined {
  if (!words[i]!.number || words[i]!.number === "phẩy") return undefined;
  const before = (words[i - 1]?.text ?? "").toLowerCase();
  const label = labelAt(words, i, before);
  if (label) return label;
  // "năm hai nghìn …": the first word is "year", the number follows.
  if (words[i]!.number === "năm" && words[i + 1]?.number) {
    const year = convertRun(words, i + 1, "năm");
    if (year && isYear(year.text)) return { text: `${words[i]!.text} ${year.text}`, to: year.to };
  }
  return convertRun(words, i, before);
}

const isYear = (text: string) => /^(?:20\d\d|[1-3]\d)$/.test(text);

function convertRun(words: Word[], from: number, before: string): { text: string; to: number } | undefined {
  let to = from;
  while (to < words.length && continuesRun(words, from, to, before)) to++;
  while (to > from && ["linh", "lẻ", "phẩy"].includes(words[to - 1]!.number!)) to--;
  for (; to > from; to--) {
    const run = words.slice(from, to).map((word) => word.number!);
    const value = valueOf(run);
    if (value === undefined) continue;
    if (!isMeant(run, words.slice(from, to), before)) return undefined;
    if (fold(words[to]?.text ?? "") === "phan" && fold(words[to + 1]?.text ?? "") === "tram") return { text: `${value}%`, to: to + 2 };
    return { text: isOne(before, ["đoạn"]) ? periodOf(value) : value, to };
  }
  return undefined;
}

/** "giai đoạn hai ba hai lăm" = 2023-2025. */
const periodOf = (value: string) => value.replace(/^(2[1-9]|3\d)(2[1-9]|3\d)$/, (all, first: string, last: string) => (first < last ? `20${first}-20${last}` : all));

function continuesRun(words: Word[], from: number, at: number, before: string): boolean {
  const { number } = words[at]!;
  if (!number) return false;
  // "phần trăm" closes a percentage.
  if (number === "trăm" && fold(words[at - 1]?.text ?? "") === "phan") return false;
  if (number !== "năm" || at === from) return true;
  // After "mười", "mươi", "trăm" … the word năm is "year" ("mười năm"), unless the run is itself a year.
  const previous = words[at - 1]!.number!;
  if (!SCALES.has(previous)) return !words[at + 1]?.number || !SCALES.has(previous);
  return before === "năm" && !words[at + 1]?.number;
}

/** A run that stands for a number here, not for everyday words. */
function isMeant(run: string[], words: Word[], before: string): boolean {
  const scaled = run.some((word) => SCALES.has(word));
  if (!words.every((word) => word.accented)) {
    return (scaled && run.length >= 2) || run.length >= 4 || (isOne(before, ANNOUNCES) && run.length >= 2 && run[0] !== "tư");
  }
  if (scaled) return run.length > 1 || run[0] === "mười";
  if (run.length >= 3) return true;
  if (run.length === 2) return PAIR_ENDINGS.has(run[1]!) || isOne(before, ANNOUNCES) || before === "năm";
  return isOne(before, ANNOUNCES) && run[0] !== "không" && !isOne(before, ANNOUNCES_RUNS);
}

/** Undefined when the words are no number. */
function valueOf(run: string[]): string | undefined {
  const comma = run.indexOf("phẩy");
  if (comma > 0) {
    const whole = valueOf(run.slice(0, comma));
    const part = digitsOf(run.slice(comma + 1));
    return whole !== undefined && part ? `${whole},${part}` : undefined;
  }
  if (run.every((word) => word in DIGITS || word === "linh" || word === "lẻ")) return digitsOf(run);
  let total = 0;
  let rest = run;
  for (const [scale, value] of SCALE_VALUES) {
    const at = rest.indexOf(scale);
    if (at < 0) continue;
    const count = groupOf(rest.slice(0, at));
    if (count === undefined || at === 0) return undefined;
    total += count * value;
    rest = rest.slice(at + 1);
    if (rest.length === 1 && rest[0]! in DIGITS && value >= 1e3) return String(total + (DIGITS[rest[0]!]! * value) / 10);
  }
  if (rest.length === 0) return String(total);
  const last = groupOf(rest);
  return last === undefined ? undefined : String(total + last);
}

/** Digit by digit; "lẻ" stands for a nought: "hai bảy lẻ tư" = 2704. */
function digitsOf(run: string[]): string | undefined {
  if (run.length === 0 || !(run[0]! in DIGITS)) return undefined;
  const digits = run.map((word) => DIGITS[word] ?? 0);
  return digits.join("");
}

/** Below a thousand. */
function groupOf(run: string[]): number | undefined {
  if (run.length === 0) return undefined;
  const hundred = run.indexOf("trăm");
  if (hundred >= 0) {
    const hundreds = hundred === 1 ? DIGITS[run[0]!] : undefined;
    if (hundreds === undefined) return undefined;
    const rest = run.slice(2);
    if (rest.length === 0) return hundreds * 100;
    if (rest[0] === "linh" || rest[0] === "lẻ") {
      const unit = rest.length === 2 ? DIGITS[rest[1]!] : undefined;
      return unit === undefined ? undefined : hundreds * 100 + unit;
    }
    if (rest.length === 1 && rest[0]! in DIGITS) return hundreds * 100 + DIGITS[rest[0]!]! * 10;
    const tens = groupOf(rest);
    return tens === undefined || tens > 99 ? undefined : hundreds * 100 + tens;
  }
  if (run[0] === "mười") return run.length === 1 ? 10 : run.length === 2 && run[1]! in DIGITS ? 10 + DIGITS[run[1]!]! : undefined;
  const ten = run.findIndex((word) => word === "mươi" || word === "chục");
  if (ten === 1 && run[0]! in DIGITS) {
    const tens = DIGITS[run[0]!]! * 10;
    return run.length === 2 ? tens : run.length === 3 && run[2]! in DIGITS ? tens + DIGITS[run[2]!]! : undefined;
  }
  const digits = run.length <= 3 ? digitsOf(run) : undefined;
  return digits === undefined ? undefined : Number(digits);
}

/** "mục năm chấm chín" → "V.9"; "một chấm không không một một chín ba" → "1.001193". */
function labelAt(words: Word[], i: number, before: string): { text: string; to: number } | undefined {
  const group = DIGITS[words[i]!.number ?? ""] ?? (words[i]!.number === "mười" ? 10 : undefined);
  if (group === undefined) return undefined;
  const dotted = fold(words[i + 1]?.text ?? "") === "cham";
  const start = dotted ? i + 2 : i + 1;
  if (!words[start]?.number) return undefined;
  let to = start;
  while (to < words.length && words[to]!.number && words[to]!.number !== "phẩy") to++;
  const run = words.slice(start, to).map((word) => word.number!);
  const value = valueOf(run);
  if (value === undefined) return undefined;
  if (dotted && /^\d{6}$/.test(value) && run.length === 6) return { text: `${group}.${value}`, to };
  if (!dotted && !(isOne(before, ["mục"]) && words[i]!.number === "năm" && run.length === 1)) return undefined;
  if (!isOne(before, LABEL_PLACES) && i > 0) return undefined;
  return group >= 1 && Number(value) >= 1 && Number(value) <= 38 ? { text: `${ROMAN[group]}.${Number(value)}`, to } : undefined;
}
