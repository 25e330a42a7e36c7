/** One spelling for what looks the same: NFC, look-alike letters, digits of all scripts, quotes, dashes, spaces. */

/** Letters of other scripts that are typed or pasted for Latin ones. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ð: "đ",
  Ð: "Đ",
  Ɖ: "Đ",
  ɖ: "đ",
  а: "a",
  е: "e",
  о: "o",
  р: "p",
  с: "c",
  у: "y",
  х: "x",
  і: "i",
  ѕ: "s",
  һ: "h",
  А: "A",
  В: "B",
  Е: "E",
  К: "K",
  М: "M",
  Н: "H",
  О: "O",
  Р: "P",
  С: "C",
  Т: "T",
  Х: "X",
  У: "Y",
  І: "I",
  ο: "o",
  α: "a",
  Α: "A",
  Β: "B",
  Ε: "E",
  Η: "H",
  Ι: "I",
  Κ: "K",
  Μ: "M",
  Ν: "N",
  Ο: "O",
  Ρ: "P",
  Τ: "T",
  Χ: "X",
  Υ: "Y",
  Ζ: "Z",
};
const LOOK_ALIKE = new RegExp(`[${Object.keys(LOOK_ALIKES).join("")}]`, "gu");
/** Zero-width characters, blank letters, soft hyphen, byte order mark, directional marks, control characters other
 *  than space. */
const INVISIBLE =
  /[\u00AD\u115F\u1160\u180E\u3164\uFFA0\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]|\u034F|(?![\t\n\r])\p{Cc}/gu;
const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const FULL_WIDTH_OFFSET = 0xfee0;

/** Arabic-Indic and others; Unicode puts the ten digits of every script together, the nought first. */
const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu;
const IS_DIGIT = /^\p{Nd}$/u;

function plainDigit(digit: string): string {
  let first = digit.codePointAt(0)!;
  const value = first;
  while (IS_DIGIT.test(String.fromCodePoint(first - 1))) first--;
  return String((value - first) % 10);
}

/** Tone and shape typed in the wrong order ("e" + sắc + circumflex) do not compose by themselves. */
const TONE_BEFORE_SHAPE = /([\u0300\u0301\u0303\u0309])([\u0302\u0306])/g;
const REPEATED_MARK = /([\u0300-\u036f])\1+/g;
const UNCOMPOSED_MARKS = /[\u0300-\u036f]/g;
const UNATTACHED_MARKS = /(?<![\p{L}\p{M}])\p{M}+/gu;

/** Keeps case and diacritics. Marks that belong to no letter are dropped, spaces are collapsed and trimmed; the
 *  result normalised again is itself. */
export function normalizeText(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .normalize("NFD")
    .replace(FULL_WIDTH, (letter) => String.fromCharCode(letter.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(OTHER_DIGIT, plainDigit)
    .replace(LOOK_ALIKE, (letter) => LOOK_ALIKES[letter]!)
    .replace(TONE_BEFORE_SHAPE, "$2$1")
    .replace(REPEATED_MARK, "$1")
    .replace(UNATTACHED_MARKS, "")
    .normalize("NFC")
    .replace(UNCOMPOSED_MARKS, "")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/…/g, "...")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Lower case without diacritics, đ as d: "Ủy ban" → "uy ban". */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").normalize("NFC").toLowerCase();
}
