/** What a word stands for in a number: digits in all dialects, letters by their names, signs. */
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { LETTER_NAMES } from "../../../knowledge/vietnamese/spoken-letters.ts";
import { wordMap, wordSet } from "./words.ts";

/** A word, a run of digits or one sign of a text. */
export interface Piece {
  kind: "digits" | "word" | "sign";
  text: string;
  /** Of a word, in lower case. */
  lower: string;
  start: number;
  end: number;
  /** Directly behind the piece before. */
  tight: boolean;
}

const DIGIT_WORDS: Readonly<Record<string, string>> = {
  không: "0",
  linh: "0",
  lẻ: "0",
  zero: "0",
  một: "1",
  mốt: "1",
  hai: "2",
  ba: "3",
  bốn: "4",
  tư: "4",
  năm: "5",
  lăm: "5",
  nhăm: "5",
  sáu: "6",
  xáu: "6",
  bảy: "7",
  bẩy: "7",
  tám: "8",
  chín: "9",
  hăm: "2",
};
/** As at school; too often other words to be read as letters anywhere but in a number. */
const MORE_LETTER_NAMES: Readonly<Record<string, string>> = {
  bờ: "B",
  cờ: "C",
  xờ: "C",
  đờ: "D",
  gờ: "G",
  hờ: "H",
  ka: "K",
  en: "N",
  nờ: "N",
  pờ: "P",
  tờ: "T",
  tê: "T",
  vờ: "V",
};
/** The second half of "dê rô", and what is heard for it. */
const RO = new Set(["rô", "ro", "dô"]);
const TENS = "mươi chục";
const SEPARATORS: Readonly<Record<string, string>> = {
  chấm: ".",
  phẩy: ",",
  xuyệt: "/",
  xuyệc: "/",
  xẹt: "/",
  sẹc: "/",
  suyệt: "/",
  trên: "/",
  gạch: "-",
  ngang: "-",
  cộng: "+",
};
const SLASHES = "chéo xéo";
const DASHES = "ngang nối dưới giữa";
/** Said between two digits while one thinks. */
const FILLERS = "à ờ ừ ừm ạ dạ ơ ấy rồi tiếp nhé nha";
const DATE_WORDS: Readonly<Record<string, string>> = {
  ngày: "d",
  mùng: "d",
  mồng: "d",
  tháng: "m",
  giêng: "g",
  chạp: "g",
  nghìn: "k",
  ngàn: "k",
  ...Object.fromEntries(
    "january february march april may june july august september october november december"
      .split(" ")
      .map((month) => [month, "m"]),
  ),
};
/** "ba số không", "hai con tám" */
const REPEATS = "số con cái";
const MOST_REPEATED = 6;

const WORDS = {
  digits: wordMap(DIGIT_WORDS),
  tens: wordSet(TENS),
  separators: wordMap(SEPARATORS),
  slashes: wordSet(SLASHES),
  dashes: wordSet(DASHES),
  fillers: wordSet(FILLERS),
  dates: wordMap(DATE_WORDS),
  repeats: wordSet(REPEATS),
};

const OWN_SIGN = new Set([..." .,-/_():+"]);
const PHRASE_END = new Set([...';?!"[]{}<>@#%&|']);
const YEAR = /^(?:19|20)\d\d$/;
/** What stands directly beside digits and is no word: "GD4", "72A", "h29". */
const MOST_LETTERS = 3;
const MOST_SIGNS = 3;
const PLAIN_LETTERS = /^[a-zđ]+$/;

export interface Said {
  chars: string;
  /** So many pieces it takes. */
  pieces: number;
  /** A separator that was said: no space stands beside it. */
  joins: boolean;
}
const one = (chars: string): Said => ({ chars, pieces: 1, joins: false });

/** Bare "nam", "sau", "bay" are digits beside others only: "miền nam một chín" has none. */
function wordDigit(pieces: readonly Piece[], i: number): string | undefined {
  const { lower } = pieces[i]!;
  const digit = WORDS.digits.get(lower);
  if (digit === undefined || lower in DIGIT_WORDS) return digit;
  const [before, after] = [beside(pieces, i, -1), beside(pieces, i, 1)];
  const isDigit = (piece: Piece | undefined) =>
    piece?.kind === "digits" || (piece?.kind === "word" && WORDS.digits.has(piece.lower));
  const isBare = (piece: Piece | undefined) => isDigit(piece) && piece!.lower === fold(piece!.lower);
  return isBare(before) || isBare(after) || (isDigit(before) && isDigit(after)) ? digit : undefined;
}

/** The word or number before or behind, over commas and dots. */
function beside(pieces: readonly Piece[], i: number, step: -1 | 1): Piece | undefined {
  let at = i + step;
  for (let signs = 0; pieces[at]?.kind === "sign" && signs < MOST_SIGNS; signs++) at += step;
  return pieces[at];
}

const digitAt = (pieces: readonly Piece[], i: number): string | undefined => {
  const piece = pieces[i];
  if (!piece) return undefined;
  if (piece.kind === "digits") return piece.text;
  if (piece.kind !== "word") return undefined;
  if (isZero(pieces, i)) return "0";
  return piece.lower === "mười" || piece.lower === "muoi" ? "1" : wordDigit(pieces, i);
};
const isZero = (pieces: readonly Piece[], i: number): boolean =>
  /^[dz](?:ê|e)$/.test(pieces[i]!.lower) && RO.has(pieces[i + 1]?.lower ?? "");

/** What piece i stands for; `before` is the last character written. */
export function said(pieces: readonly Piece[], i: number, before: string | undefined): Said {
  const piece = pieces[i]!;
  if (piece.kind === "digits") return one(piece.text);
  if (piece.kind === "sign") {
    if (OWN_SIGN.has(piece.text)) return one(piece.text);
    return one(PHRASE_END.has(piece.text) ? "|" : "-");
  }
  const { lower } = piece;
  const next = digitAt(pieces, i + 1);
  const afterDigit = before !== undefined && /[\d ]/.test(before) && digitAt(pieces, i - 1) !== undefined;
  if (isZero(pieces, i)) return { chars: "0", pieces: 2, joins: false };
  if (lower === "mười" || lower === "muoi")
    return one(afterDigit && lower === "muoi" ? tens(next) : next && next !== "0" ? "1" : "10");
  if (WORDS.tens.has(lower) && afterDigit) return one(tens(next));
  if ((lower === "trăm" || lower === "tram") && afterDigit) return one(next === undefined ? "00" : "");
  const digit = wordDigit(pieces, i);
  if (digit !== undefined) {
    if (digit === "5" && lower[0] === "n" && YEAR.test(pieces[i + 1]?.text ?? "")) return one("y");
    return repeated(pieces, i, digit) ?? one(digit);
  }
  return written(pieces, i, before) ?? one(WORDS.dates.get(lower) ?? "w");
}

const isO = (piece: Piece | undefined) => piece?.tight === true && piece.lower === "o";

/** "chín mươi" is 90, "chín mươi ba" 93. */
const tens = (next: string | undefined) => (next === undefined || next === "0" ? "0" : "");

function repeated(pieces: readonly Piece[], i: number, digit: string): Said | undefined {
  const times = Number(digit);
  if (times < 2 || times > MOST_REPEATED || !WORDS.repeats.has(pieces[i + 1]?.lower ?? "")) return undefined;
  const what = pieces[i + 2]?.kind === "word" ? digitAt(pieces, i + 2) : undefined;
  if (what?.length !== 1) return undefined;
  // "hai số không chín …": two numbers, and the first begins here.
  if (times === 2 && what === "0" && digitAt(pieces, i + 3) !== undefined) return undefined;
  return { chars: what.repeat(times), pieces: 3, joins: false };
}

/** Letters and separators, where they stand beside digits. */
function written(pieces: readonly Piece[], i: number, before: string | undefined): Said | undefined {
  const { lower, text, tight } = pieces[i]!;
  const next = pieces[i + 1];
  const digitNext = digitAt(pieces, i + 1) !== undefined;
  const after = before !== undefined && /[\dA-Z]/.test(before);
  const afterDigit = before !== undefined && before >= "0" && before <= "9";
  if (afterDigit && digitNext && /^[oô]$/.test(lower)) return one("0");
  if (
    /^o$/.test(lower) &&
    next?.tight &&
    next.kind === "digits" &&
    (next.text.length > 1 || isO(pieces[i + 2]))
  )
    return one("0");
  if (tight && afterDigit && digitNext && next!.tight && /^[li]$/.test(lower)) return one("1");

  const separator = WORDS.separators.get(lower);
  if (separator !== undefined && (after || separator === "+")) {
    const kind = next?.kind === "word" ? next.lower : "";
    const two =
      lower !== "ngang" && lower.startsWith("g") && (WORDS.slashes.has(kind) || WORDS.dashes.has(kind));
    const goesOn = two ? i + 2 : i + 1;
    if (digitAt(pieces, goesOn) !== undefined || letterAt(pieces, goesOn))
      return { chars: two && WORDS.slashes.has(kind) ? "/" : separator, pieces: two ? 2 : 1, joins: true };
  }
  const pauses = afterDigit || (before === "," && digitAt(pieces, i - 2) !== undefined);
  if (pauses && digitNext && WORDS.fillers.has(lower)) return { chars: ",", pieces: 1, joins: true };

  const name = letterAt(pieces, i);
  if (name && (after || digitNext || letterAt(pieces, i + 1))) return one(name);
  if (!PLAIN_LETTERS.test(lower) || text.length > MOST_LETTERS) return undefined;
  const dashed =
    tight === false && next?.text === "-" && next.tight && pieces[i + 2]?.kind === "digits" && text !== lower;
  if (dashed && pieces[i + 2]!.tight) return one(text.toUpperCase());
  const glued = (tight && afterDigit) || (digitNext && (next!.tight || text.length <= 2));
  return glued ? one(text.toUpperCase().replaceAll("Đ", "D")) : undefined;
}

/** A letter said by its name or typed alone. */
function letterAt(pieces: readonly Piece[], i: number): string | undefined {
  const piece = pieces[i];
  if (piece?.kind !== "word") return undefined;
  if (/^[a-zđ]$/.test(piece.lower)) return piece.lower === "đ" ? "D" : piece.lower.toUpperCase();
  const name = LETTER_NAMES[piece.lower] ?? MORE_LETTER_NAMES[piece.lower];
  return name === "Đ" ? "D" : name;
}
