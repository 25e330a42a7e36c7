import { fold } from "./normalize.ts";

export interface Token {
  /** Lower case, NFC, old-style tone placement, i/y unified: the accented form that index and query share. */
  text: string;
  /** `text` without diacritics, đ as d. */
  folded: string;
  /** Offsets in the input string, UTF-16 units, end exclusive. */
  start: number;
  end: number;
  kind: "word" | "number" | "date" | "label" | "document_number" | "procedure_code";
}

const WORD = "[\\p{L}\\p{M}\\d]";
/** Kinds of documents as they stand in numbers (Nghị định 30/2020/NĐ-CP, Phụ lục III), with the usual spelling without đ. */
const DOCUMENT_KIND = "(?:QĐ|QD|NĐ|ND|TTLT|TTr|TT|NQ|CT|CV|KH|TB|BC|UBTVQH|QH|HD|QC|VBHN|PL|BB|CĐ|L)";
const DOCUMENT_NUMBER = [
  `\\d+(?:/\\d{4})?/${DOCUMENT_KIND}\\d*(?:-[\\p{L}\\d]+)*`,
  `\\d+(?:/\\d{4})?\\s?/\\s?${DOCUMENT_KIND}-[\\p{L}\\d]+`,
  `\\d+-${DOCUMENT_KIND}/\\p{L}{2,}`,
]
  .map((form) => `${form}(?!${WORD})`)
  .join("|");
const LABEL = `(?:IX|IV|VI{0,3}|I{1,3}|X)b?[.]\\d{1,2}(?!${WORD}|[.]\\d)|(?:IX|IV|VI{0,3}|I{1,3}|X)b?\\d{1,2}(?!${WORD})`;
const PROCEDURE_CODE = `\\d\\.\\d{6}(?:\\.\\d{3}\\.\\d{2}\\.\\d{2}\\.H\\d{2})?(?!\\d)`;
const DATE = `\\d{1,2}[/-]\\d{1,2}[/-]\\d{4}(?!\\d)`;
const NUMBER = `\\d+(?:\\.\\d{3})*(?:,\\d+)?(?!${WORD})`;
const AMPERSAND_WORD = `[\\p{L}\\p{M}]+(?:&[\\p{L}\\p{M}]+)+`;
const TOKEN = new RegExp(
  [
    `(?<procedure_code>(?<!\\d)${PROCEDURE_CODE})`,
    `(?<document_number>(?<!${WORD})(?:${DOCUMENT_NUMBER}))`,
    `(?<date>(?<!\\d)${DATE})`,
    `(?<label>(?<!${WORD})(?:${LABEL}))`,
    `(?<number>(?<!${WORD})${NUMBER})`,
    `(?<word>${AMPERSAND_WORD}|${WORD}+|%)`,
  ].join("|"),
  "giu",
);

/** Open syllables oa, oe, uy with the tone on the second vowel ("hoà") → on the first ("hòa"); never after q. */
const NEW_STYLE: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["oa", "à á ả ã ạ", "ò ó ỏ õ ọ", "a"],
    ["oe", "è é ẻ ẽ ẹ", "ò ó ỏ õ ọ", "e"],
    ["uy", "ỳ ý ỷ ỹ ỵ", "ù ú ủ ũ ụ", "y"],
  ].flatMap(([pair, marked, first, second]) =>
    marked!.split(" ").map((vowel, i) => [`${pair![0]}${vowel}`, `${first!.split(" ")[i]}${second}`]),
  ),
);
const OPEN_SYLLABLE = /(?<!q)(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])$/u;
/** Spellings with i and y that live side by side: "kĩ thuật", "kỹ thuật". */
const I_FOR_Y = /^(h|k|l|m|s|t|qu)([iìíỉĩị])$/u;
const Y_OF: Readonly<Record<string, string>> = { i: "y", ì: "ỳ", í: "ý", ỉ: "ỷ", ĩ: "ỹ", ị: "ỵ" };

function canonicalWord(word: string): string {
  return word
    .replace(OPEN_SYLLABLE, (vowels) => NEW_STYLE[vowels] ?? vowels)
    .replace(I_FOR_Y, (_all, onset: string, vowel: string) => `${onset}${Y_OF[vowel]}`);
}

const ROMAN_LABEL = /^(ix|iv|vi{0,3}|i{1,3}|x)(b?)\.?(\d{1,2})$/iu;

function canonicalText(kind: Token["kind"], raw: string): string {
  const text = raw.normalize("NFC");
  switch (kind) {
    case "label": {
      const [, numeral, second, number] = ROMAN_LABEL.exec(text)!;
      return `${numeral!.toUpperCase()}${second!.toLowerCase()}.${Number(number)}`;
    }
    case "number":
      return text.replace(/\.(?=\d{3})/g, "").replace(",", ".");
    case "procedure_code":
      return text.slice(0, "1.001193".length);
    case "document_number":
      return text.replace(/\s/g, "").toUpperCase();
    case "date":
      return text.replaceAll("-", "/");
    default:
      return canonicalWord(text.toLowerCase());
  }
}

/** A run of letters that can be nothing but a word, or the first letter of anything else. */
const PLAIN_WORD = /([\p{L}\p{M}]+)(?![\p{L}\p{M}\d&]|\.\d)|[\p{L}\p{M}\d%]/gu;

type Forms = Pick<Token, "text" | "folded">;
/** Forms of the words met lately: a language has few words, and each is met often. */
const met = new Map<string, Forms>();
const MOST_MET = 20_000;

function formsOf(word: string): Forms {
  const known = met.get(word);
  if (known) return known;
  const text = canonicalText("word", word);
  const forms = { text, folded: fold(text) };
  if (met.size >= MOST_MET) met.clear();
  met.set(word, forms);
  return forms;
}

/** Splits a text into tokens. Offsets are those of the string passed in, which may be NFC or NFD. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  // Most of a text are plain words, which the short pattern finds 20 times as fast as the long one.
  for (let end = 0; ; ) {
    PLAIN_WORD.lastIndex = end;
    const plain = PLAIN_WORD.exec(text);
    if (!plain) return tokens;
    const start = plain.index;
    const word = plain[1];
    if (word !== undefined) {
      end = start + word.length;
      // No spread of the forms: it would take ten times as long as all the rest.
      const { text: written, folded } = formsOf(word);
      tokens.push({ text: written, folded, start, end, kind: "word" });
      continue;
    }
    TOKEN.lastIndex = start;
    const match = TOKEN.exec(text)!;
    const kind = Object.entries(match.groups!).find(([, value]) => value !== undefined)![0] as Token["kind"];
    const value = canonicalText(kind, match[0]);
    end = start + match[0].length;
    tokens.push({ text: value, folded: fold(value), start, end, kind });
  }
}
