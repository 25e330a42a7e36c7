/** Labels and numbers by which rows, headings, documents and procedures are named. */
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import type { Span } from "./phrases.ts";
import { type Found, numberAt } from "./utterance.ts";

export const ROMAN: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  v: 5,
  vi: 6,
  vii: 7,
  viii: 8,
  ix: 9,
  x: 10,
};
export const ROMAN_OF = Object.fromEntries(
  Object.entries(ROMAN).map(([numeral, value]) => [value, numeral.toUpperCase()]),
);

const MOST_IN_GROUP = 40;

/** As written, canonical: "V.9", "IIb.1". `most`: the highest number of a task. */
export function labelsIn(tokens: readonly Token[], most = MOST_IN_GROUP): Found<string> {
  const spans: Span[] = [];
  const labels: string[] = [];
  tokens.forEach((token, i) => {
    if (token.kind === "label") {
      labels.push(token.text);
      spans.push({ from: i, to: i + 1 });
      return;
    }
    // "mục V 9", "nhiệm vụ 9 nhóm V", "nhiệm vụ số 9 mục V"
    const number = numberAt(tokens, i);
    if (number === undefined || number > most) return;
    const before = tokens[i - 1];
    if (
      before &&
      ROMAN[before.folded] &&
      /^(muc|vu|viec|so|nhom|phan|task|luc)$/.test(tokens[i - 2]?.folded ?? "")
    ) {
      labels.push(`${before.folded.toUpperCase()}.${number}`);
      spans.push({ from: i - 1, to: i + 1 });
      return;
    }
    const [where, numeral] = [tokens[i + 1], tokens[i + 2]];
    const roman = numeral && (ROMAN[numeral.folded] ?? numberAt(tokens, i + 2));
    // "Thủ tục 2 trong 1" counts.
    const isCount = where?.folded === "trong" && numeral?.kind === "number" && before?.folded !== "vu";
    if (where && roman && !isCount && /^(nhom|muc|phan|trong|cua)$/.test(where.folded) && ROMAN_OF[roman]) {
      labels.push(`${ROMAN_OF[roman]}.${number}`);
      spans.push({ from: i, to: i + 3 });
      return;
    }
    // "nhóm V nhiệm vụ (số) 9"
    for (let k = i - 1; k >= Math.max(0, i - 4); k--) {
      if (!/^(nhiem|vu|so|thu)$/.test(tokens[k]!.folded)) {
        const value = ROMAN[tokens[k]!.folded] ?? numberAt(tokens, k);
        if (k < i - 1 && value && ROMAN_OF[value] && /^(nhom|phan|muc)$/.test(tokens[k - 1]?.folded ?? "")) {
          labels.push(`${ROMAN_OF[value]}.${number}`);
          spans.push({ from: k - 1, to: i + 1 });
        }
        break;
      }
    }
  });
  return { values: [...new Set(labels)], spans };
}

/** "mục VI", "phần III": headings of the body. */
export function sectionLabelsIn(tokens: readonly Token[]): Found<string> {
  const spans: Span[] = [];
  const labels: string[] = [];
  tokens.forEach((token, i) => {
    if (!/^(muc|phan)$/.test(tokens[i - 1]?.folded ?? "")) return;
    const value = ROMAN[token.folded];
    if (!value || value > 7 || numberAt(tokens, i + 1) !== undefined) return;
    labels.push(ROMAN_OF[value]!);
    spans.push({ from: i - 1, to: i + 1 });
  });
  return { values: labels, spans };
}

/** A longer number is that of something else. */
const MOST_TASKS = 999;

/** "nhiệm vụ 9": numbers of tasks without a group. */
export function taskNumbersIn(tokens: readonly Token[]): Found<number> {
  const spans: Span[] = [];
  const numbers: number[] = [];
  tokens.forEach((token, i) => {
    const number = numberAt(tokens, i);
    if (number === undefined || number > MOST_TASKS) return;
    const words = tokens
      .slice(Math.max(0, i - 3), i)
      .map((word) => word.folded)
      .join(" ");
    if (/(nhiem vu|nhiem vu so|nhiem vu thu|task|dau viec so)$/.test(words) && token.kind === "number") {
      const next = tokens[i + 1]?.folded;
      if (next === "nam" || next === "thang" || next === "%") return;
      numbers.push(number);
      spans.push({ from: i, to: i + 1 });
    }
  });
  return { values: numbers, spans };
}

/** "2704/QĐ-UBND"; "quyết định 942", a number without its letters; "1.001193", a procedure's code. */
export const numbersIn = (tokens: readonly Token[]) => ({
  documentNumbers: tokens
    .filter((token) => token.kind === "document_number")
    .map((token) => token.text.toUpperCase()),
  bareNumbers: tokens.filter((_token, i) => isBareNumber(tokens, i)).map((token) => token.text),
  procedureCodes: tokens.filter((token) => token.kind === "procedure_code").map((token) => token.text),
});

const DOCUMENT_WORD =
  /^(quyet dinh|de an|nghi quyet|nghi dinh|thong tu|chi thi|to trinh|cong van|van ban)( so)?$/;
/** "Kế hoạch 2026" is that of a year. */
const PLAN_WORD = /^ke hoach( so)?$/;
const isYearOfPlan = (number: string) => /^20\d\d$/.test(number);

function isBareNumber(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  if (token.kind !== "number" || !/^\d{1,5}$/.test(token.text)) return false;
  const before = tokens.slice(Math.max(0, i - 3), i).map((row) => row.folded);
  const isAfter = (words: RegExp) => words.test(before.slice(-2).join(" ")) || words.test(before.join(" "));
  return isAfter(DOCUMENT_WORD) || (isAfter(PLAN_WORD) && !isYearOfPlan(token.text));
}
