/** Letters that were said by their names, as a recogniser writes them: "mẫu xê tê không một" → "mẫu CT01". */

/** The name of a letter, in lower case → the letter. */
export const LETTER_NAMES: Readonly<Record<string, string>> = {
  a: "A",
  bê: "B",
  xê: "C",
  dê: "D",
  đê: "Đ",
  e: "E",
  ép: "F",
  giê: "G",
  hát: "H",
  hắt: "H",
  i: "I",
  ca: "K",
  eo: "L",
  lờ: "L",
  em: "M",
  mờ: "M",
  en: "N",
  nờ: "N",
  o: "O",
  ô: "O",
  pê: "P",
  quy: "Q",
  rờ: "R",
  ét: "S",
  sờ: "S",
  tê: "T",
  u: "U",
  vê: "V",
  ích: "X",
  dét: "Z",
};
/** Hardly ever another word; a run without two of them is left as it is. */
const SURE = new Set(["bê", "xê", "giê", "pê", "ét", "tê", "vê", "ích", "dét"]);
const LEAST_SURE = 2;
const DIGITS: Readonly<Record<string, string>> = {
  không: "0",
  một: "1",
  hai: "2",
  ba: "3",
  bốn: "4",
  năm: "5",
  sáu: "6",
  bảy: "7",
  tám: "8",
  chín: "9",
};

/** Expects normalised text. */
export function spelledLetters(text: string): string {
  const words = text.split(" ");
  const result: string[] = [];
  for (let i = 0; i < words.length; ) {
    let to = i;
    while (to < words.length && words[to]!.toLowerCase() in LETTER_NAMES) to++;
    const run = words.slice(i, to).map((word) => word.toLowerCase());
    if (run.filter((word) => SURE.has(word)).length < LEAST_SURE) {
      result.push(words[i]!);
      i++;
      continue;
    }
    let end = to;
    while (end < words.length && words[end]!.toLowerCase() in DIGITS) end++;
    // "… xê tê không?": one word alone asks, or counts what follows.
    const digits = end - to >= 2 ? words.slice(to, end).map((word) => DIGITS[word.toLowerCase()]) : [];
    result.push(run.map((word) => LETTER_NAMES[word]).join("") + digits.join(""));
    i = to + digits.length;
  }
  return result.join(" ");
}
