/** Numbers in words, as speech recognition writes them, into digits: "hai nghìn không trăm hai mươi ba" → "2023".
 *  Cautious: a lone "ba" or "năm" is a word like any other unless what stands beside it makes it a number. */
import { fold } from "./normalize.ts";

const DIGITS: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
const SCALE_VALUES: readonly (readonly [string, number])[] = [
  ["tỷ", 1e9],
  ["triệu", 1e6],
  ["nghìn", 1e3],
  ["ngàn", 1e3],
];
const MULTIPLIERS = new Set(["mươi", "chục", "trăm", ...SCALE_VALUES.map(([scale]) => scale)]);
const SCALES = new Set(["mười", ...MULTIPLIERS]);
/** Inside a number only: "hai trăm linh ba", "hai phẩy năm", "hai triệu rưỡi". */
const JOINTS = new Set(["linh", "lẻ", "phẩy", "rưỡi"]);
const NUMBER_WORDS = new Set([...Object.keys(DIGITS), ...SCALES, ...JOINTS]);
const BY_FOLDED = new Map([...NUMBER_WORDS].map((word) => [fold(word), word]));
/** Number words without diacritics of their own that are seldom another word typed plainly. */
const PLAIN_NUMBERS = new Set(["hai", "ba"]);
/** Only the second digit of a pair is said so: "hai lăm" = 25. */
const PAIR_ENDINGS = new Set(["lăm", "nhăm", "mốt", "tư"]);

/** A single number word after one of these is a number. */
const ANNOUNCES = "số mục nhóm điều khoản điểm tháng mùng mồng chọn quý câu mức độ".split(" ");
/** After these only a run of two words and more is: "nhiệm vụ ba bên", "quyết định hai bên" hold no number. */
const ANNOUNCES_RUNS = [...ANNOUNCES, "vụ", "định", "đoạn", "ngày"];
/** What follows makes these compounds: "tư vấn", "một cửa", "năm nay". */
const COMPOUNDS: Readonly<Record<string, readonly string[]>> = {
  tư: "vấn pháp nhân liệu cách tưởng duy thế lệnh thục nhà bản gia tài".split(" "),
  một: "cửa phần lần số cách".split(" "),
  năm: "nay ngoái nào trước sau tới qua đầu cuối học hiện".split(" "),
  hai: "bên".split(" "),
  ba: "mẹ".split(" "),
};
/** A single number word before one of these counts it. */
const COUNTED = ["ngày", "tháng", "giờ", "nhiệm", "thủ", "chỉ", "nhóm"];
/** "một ngày", "năm tháng", "trong năm nhiệm vụ …" need not count. */
const SELDOM_COUNTS = new Set(["không", "một", "năm", "tư", "mốt", "lăm", "nhăm"]);

const ROMAN = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
/** Tasks are numbered from 1 in every group of the appendix; none has more. */
const MAX_LABEL_NUMBER = 60;

/** In lower case, with its diacritics; "năm" is one whatever it means. */
export const isNumberWord = (word: string): boolean => NUMBER_WORDS.has(word);

/** Is the word one of the list, as written or wholly without diacritics? "sở" is not "số". */
const isOne = (word: string, list: readonly string[]) =>
  list.includes(word) || (isPlain(word) && list.some((row) => plainOf(row) === word));

const isPlain = (word: string) => /^[a-z]*$/.test(word) || word === fold(word);
/** Words of the lists above and below, each folded once. */
const plainWords = new Map<string, string>();
function plainOf(word: string): string {
  const plain = plainWords.get(word) ?? fold(word);
  plainWords.set(word, plain);
  return plain;
}

interface Word {
  text: string;
  /** Lower case. */
  lower: string;
  start: number;
  end: number;
  /** The number word it is; undefined for any other word. */
  number: string | undefined;
  /** Written with its diacritics, so that it can hardly be another word. */
  sure: boolean;
}

interface Conversion {
  text: string;
  /** Index of the first word after it. */
  to: number;
}

/** The text with spoken numbers, labels ("mục năm chấm chín" → "mục V.9") and procedure codes in digits. */
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
  let before = "";
  return [...text.matchAll(/[\p{L}\p{M}]+|[^\s\p{L}\p{M}]+/gu)].map((match) => {
    const written = match[0].toLowerCase().normalize("NFC");
    // "năm chấm chính": a recogniser's chín.
    const lower = written === "chính" && before === "chấm" ? "chín" : written;
    before = written;
    const plain = isPlain(lower);
    return {
      text: match[0],
      lower,
      start: match.index,
      end: match.index + match[0].length,
      number: NUMBER_WORDS.has(lower) ? lower : plain ? BY_FOLDED.get(lower) : undefined,
      sure: !plain || PLAIN_NUMBERS.has(lower),
    };
  });
}

/** The number that begins at word i; undefined when it is left in words. */
function convertAt(words: Word[], i: number): Conversion | undefined {
  const roman = romanAt(words, i);
  if (roman) return roman;
  if (!words[i]!.number || JOINTS.has(words[i]!.number!)) return undefined;
  const before = words[i - 1]?.lower ?? "";
  const label = labelAt(words, i, before);
  if (label) return label;
  // "năm hai nghìn …": the first word is "year", the number follows.
  const year = yearAt(words, i);
  if (year) return { text: `${words[i]!.text} ${year.text}`, to: year.to };
  const run = convertRun(words, i, before);
  const seven =
    run?.text === "24" && isOne(words[run.to]?.lower ?? "", ["trên"]) && words[run.to + 1]?.number;
  return seven === "bảy" ? { text: "24/7", to: run!.to + 2 } : run;
}

/** "năm" and a year after it; a year said in two digits gets its century when it can be no other number. */
function yearAt(words: Word[], i: number): Conversion | undefined {
  if (words[i]?.number !== "năm" || !words[i + 1]?.number) return undefined;
  const year = convertRun(words, i + 1, "năm");
  if (!year) return undefined;
  if (/^20\d\d$/.test(year.text)) return year;
  return /^(?:2[1-9]|3\d)$/.test(year.text) ? { text: `20${year.text}`, to: year.to } : undefined;
}

function convertRun(words: Word[], from: number, before: string): Conversion | undefined {
  let to = from;
  while (to < words.length && continuesRun(words, from, to)) to++;
  const dated = isOne(before, ["tháng"]) ? monthAndYear(words, from, to) : undefined;
  if (dated) return dated;
  // "… hai bảy không bốn không?": the last word asks.
  const asks = to - from > 1 && words[to - 1]!.number === "không" && words[to - 2]!.number !== "không";
  for (to -= asks ? 1 : 0; to > from; to--) {
    const run = words.slice(from, to).map((word) => word.number!);
    const value = numberOf(run);
    if (value === undefined) continue;
    const percent = isOne(words[to]?.lower ?? "", ["phần"]) && isOne(words[to + 1]?.lower ?? "", ["trăm"]);
    if (percent) return { text: `${value}%`, to: to + 2 };
    if (!isMeant(words, from, to, before)) return undefined;
    if (!isOne(before, OF_PERIODS)) return { text: value, to };
    const last = /^20\d\d$/.test(value) && words[to]?.number ? convertRun(words, to, "") : undefined;
    return last && /^20\d\d$/.test(last.text)
      ? { text: `${value}-${last.text}`, to: last.to }
      : { text: periodOf(value), to };
  }
  return undefined;
}

/** After "tháng": "mười hai ba" = October 2023; "hai hai tư" = February 2024. */
function monthAndYear(words: Word[], from: number, to: number): Conversion | undefined {
  if (to - from !== 3) return undefined;
  const [month, tens, ones] = words.slice(from, to).map((word) => word.number!) as [string, string, string];
  const monthNumber = month === "mười" ? 10 : DIGITS[month];
  if (!monthNumber || !["hai", "ba"].includes(tens) || !(ones in DIGITS) || ones === "không")
    return undefined;
  return { text: `${monthNumber} năm 20${DIGITS[tens]}${DIGITS[ones]}`, to };
}

/** "Giai đoạn", "thời hạn", "năm". */
const OF_PERIODS = ["đoạn", "hạn", "năm"];

/** After such a word: "hai ba hai lăm" and "hai không hai ba hai không hai lăm" = 2023-2025. */
const periodOf = (value: string) =>
  value.replace(/^(?:20)?(2[1-9]|3\d)(?:20)?(2[1-9]|3\d)$/, (all, first: string, last: string) =>
    first < last ? `20${first}-20${last}` : all,
  );

function continuesRun(words: Word[], from: number, at: number): boolean {
  const { number } = words[at]!;
  if (!number) return false;
  if (at === from) return true;
  // "phần trăm" closes a percentage.
  if (number !== "năm") return true;
  // "mười năm", "hai mươi năm": years, unlike "hai nghìn năm trăm". "tháng hai năm hai nghìn …": the year follows.
  if (SCALES.has(words[at - 1]!.number!)) return MULTIPLIERS.has(words[at + 1]?.number ?? "");
  return yearAt(words, at) === undefined;
}

/** Does the run stand for a number here, and not for everyday words? */
function isMeant(words: Word[], from: number, to: number, before: string): boolean {
  const run = words.slice(from, to);
  const first = run[0]!.number!;
  const scaled = run.some((word) => SCALES.has(word.number!));
  const announced = isOne(before, run.length > 1 ? ANNOUNCES_RUNS : ANNOUNCES);
  if (!run.every((word) => word.sure)) {
    if (run.length === 1) return false;
    return scaled || run.length >= 4 || (announced && first !== "tư");
  }
  if (run.length === 1) return isMeantAlone(words, from, announced);
  if (scaled) return first !== "không";
  if (run.length >= 3) return true;
  return PAIR_ENDINGS.has(run[1]!.number!) || announced || isOne(before, ["năm"]);
}

function isMeantAlone(words: Word[], at: number, announced: boolean): boolean {
  const number = words[at]!.number!;
  const after = words[at + 1]?.lower ?? "";
  if (number === "mười") return true;
  if (isOne(after, ["tuổi"]) && number !== "không" && !SCALES.has(number)) return true;
  if (SCALES.has(number) || number === "không" || COMPOUNDS[number]?.includes(after)) return false;
  if (number === "năm" && /^\d/.test(after)) return false;
  if (announced) return true;
  if (isOne(words[at - 1]?.lower ?? "", ["ngày"])) return after === "tháng" || after === "";
  return !words[at - 1]?.number && !SELDOM_COUNTS.has(number) && COUNTED.includes(after);
}

/** Undefined when the words are no number. Decimals have a comma: "2,5". */
function numberOf(run: string[]): string | undefined {
  const comma = run.indexOf("phẩy");
  if (comma >= 0) {
    const whole = numberOf(run.slice(0, comma));
    const part = digitsOf(run.slice(comma + 1));
    return whole !== undefined && part !== undefined ? `${whole},${part}` : undefined;
  }
  if (run.every((word) => word in DIGITS || word === "linh" || word === "lẻ")) return digitsOf(run);
  let total = 0;
  let rest = run;
  let unit = 0;
  for (const [scale, value] of SCALE_VALUES) {
    const at = rest.indexOf(scale);
    if (at < 0) continue;
    const count = groupOf(rest.slice(0, at));
    if (count === undefined) return undefined;
    total += count * value;
    rest = rest.slice(at + 1);
    unit = value;
  }
  if (rest.length === 0) return String(total);
  if (unit > 0 && rest.length === 1) {
    // "hai nghìn bảy" = 2700, "hai triệu rưỡi" = 2500000.
    if (rest[0] === "rưỡi") return String(total + unit / 2);
    if (rest[0]! in DIGITS) return String(total + (DIGITS[rest[0]!]! * unit) / 10);
  }
  const last = groupOf(unit > 0 && isJoint(rest[0]) ? rest.slice(1) : rest);
  return last === undefined ? undefined : String(total + last);
}

const isJoint = (word: string | undefined) => word === "linh" || word === "lẻ";

/** Digit by digit; "lẻ" stands for a nought: "hai bảy lẻ tư" = 2704. */
function digitsOf(run: string[]): string | undefined {
  if (run.length === 0 || !(run[0]! in DIGITS) || isJoint(run.at(-1))) return undefined;
  return run.map((word) => DIGITS[word] ?? 0).join("");
}

/** Below a thousand. */
function groupOf(run: string[]): number | undefined {
  const [first, second] = run;
  if (first === undefined) return undefined;
  const digit = DIGITS[first];
  if (second === "trăm") return digit === undefined ? undefined : hundredsAnd(digit * 100, run.slice(2));
  // Without diacritics mười and mươi are one; only mười begins a number.
  if (first === "mười" || first === "mươi")
    return run.length === 1 ? 10 : run.length === 2 ? plus(10, second) : undefined;
  if (digit === undefined) return undefined;
  if (second === "mươi" || second === "chục") {
    return run.length === 2 ? digit * 10 : run.length === 3 ? plus(digit * 10, run[2]) : undefined;
  }
  return run.length === 1 ? digit : run.length === 2 ? plus(digit * 10, second) : undefined;
}

/** What follows "trăm": nothing, "lẻ bốn", "rưỡi", "hai" (twenty), "hai mươi ba". */
function hundredsAnd(hundreds: number, rest: string[]): number | undefined {
  const [first, second] = rest;
  if (first === undefined) return hundreds;
  if (rest.length === 1 && first === "rưỡi") return hundreds + 50;
  if (rest.length === 1 && first in DIGITS) return hundreds + DIGITS[first]! * 10;
  if (isJoint(first)) return rest.length === 2 ? plus(hundreds, second) : undefined;
  if (second === "trăm") return undefined;
  const tens = groupOf(rest);
  return tens === undefined ? undefined : hundreds + tens;
}

/** A unit is 1 to 9. */
function plus(tens: number, unit: string | undefined): number | undefined {
  const value = DIGITS[unit ?? ""];
  return value ? tens + value : undefined;
}

/** "la mã năm chấm chín" → "V.9"; "la mã năm" → "V". */
function romanAt(words: Word[], i: number): Conversion | undefined {
  if (!isOne(words[i]!.lower, ["la"]) || !isOne(words[i + 1]?.lower ?? "", ["mã"])) return undefined;
  const label = labelAt(words, i + 2, "mục");
  if (label) return label;
  const group = groupNumber(words[i + 2]);
  return group ? { text: ROMAN[group]!, to: i + 3 } : undefined;
}

function groupNumber(word: Word | undefined): number | undefined {
  return word?.number === "mười" ? 10 : DIGITS[word?.number ?? ""];
}

/** "mục năm chấm chín" → "V.9"; "một chấm không không một một chín ba" → "1.001193". */
function labelAt(words: Word[], i: number, before: string): Conversion | undefined {
  const group = groupNumber(words[i]);
  if (group === undefined) return undefined;
  // "Việc năm phẩy hai mươi" has no decimals.
  const dot = isOne(before, ["vụ", "việc", "mục"]) ? ["chấm", "phẩy"] : ["chấm"];
  const dotted = isOne(words[i + 1]?.lower ?? "", dot);
  const start = dotted ? i + 2 : i + 1;
  let to = start;
  while (to < words.length && words[to]!.number && !["phẩy", "rưỡi"].includes(words[to]!.number!)) to++;
  // "… chấm chín không?": the last word asks.
  if (dotted && to - start !== 6 && to - start > 1 && words[to - 1]!.number === "không") to--;
  const run = words.slice(start, to).map((word) => word.number!);
  const value = numberOf(run);
  if (value === undefined) return undefined;
  if (dotted && run.length === 6 && value.length === 6) return { text: `${group}.${value}`, to };
  // "mục năm chín": nobody says 59 so, and no heading or task has that number.
  if (!dotted && !(isOne(before, ["mục", "vụ"]) && words[i]!.number === "năm" && run.length === 1))
    return undefined;
  const number = Number(value);
  return group >= 1 && number >= 1 && number <= MAX_LABEL_NUMBER
    ? { text: `${ROMAN[group]}.${number}`, to }
    : undefined;
}
