/** One text of an added file as the assistant may say it: markup goes, addresses outside official domains go, sentences
 *  that order are left out, others that instruct are quoted as the words of the file. */
import { type Address, addressesIn, mayHaveAddress } from "./addresses.ts";
import { asciiFolded } from "./ascii-fold.ts";
import { type InstructionRule, instructionIn, rulesFor } from "./instructing-sentences.ts";

export interface Finding {
  action: "leave_out" | "quote";
  what: string;
  /** As the file has it. */
  sentence: string;
}

export interface TextGuard {
  /** Name of the file, for the quotation. */
  file: string;
  /** Domains of the office beside those of the state. */
  officialDomains: readonly string[];
  /** Texts in which nothing was found: titles of laws and names of agencies come again and again. */
  plain: Set<string>;
  found: (finding: Finding) => void;
}

/** Put in place of an address that is no office's. */
export const ADDRESS_LEFT_OUT = "(địa chỉ không phải của cơ quan nhà nước, đã lược)";
const foreignAddress = (addresses: readonly Address[]): string =>
  `nêu địa chỉ ngoài tên miền chính thức (${addresses
    .map(({ text }) => text.slice(0, LONGEST_SHOWN))
    .join(", ")})`;
const LONGEST_SHOWN = 80;

const TAG =
  /<\/?(?:a|abbr|audio|b|base|body|br|button|div|em|embed|font|form|frame|h[1-6]|head|hr|html|i|iframe|img|input|li|link|meta|object|ol|p|script|span|strong|style|svg|table|tbody|td|textarea|th|thead|title|tr|u|ul|video)(?:\s[^<>]{0,2000})?\/?>/giu;
const SCRIPT = /<(script|style)\b[^<>]{0,2000}>[^<]{0,20000}<\/\1>/giu;
/** "[bấm vào đây](javascript:…)": the words stay. */
const LINK = /!?\[([^[\]\n]*)\]\([^()\s]*(?:\([^()]*\)[^()\s]*)?\)/gu;
/** A formula that a spreadsheet would run. */
const FORMULA = /(?<![\p{L}\d])=(?:HYPERLINK|IMPORT\w{2,10}|WEBSERVICE|CMD)\s?\([^()]{0,2000}\)/giu;
/** After a full stop, a semicolon, a line: pieces that stand for themselves. */
const SENTENCE_END = /(?<=[.!?;…]["”)]?)\s+(?=\S)|\n+/gu;
const MARKUP_CLUE = /[<[]|=\p{L}/u;

/** "" when nothing of it may be said. A text without anything to find comes back as it is. */
export function guardedText(text: string, guard: TextGuard): string {
  if (guard.plain.has(text)) return text;
  const plain = withoutMarkup(text);
  const folded = asciiFolded(plain);
  const foreign = mayHaveAddress(folded) ? foreignIn(plain, guard) : [];
  const rules = rulesFor(folded, foreign.length > 0);
  if (foreign.length === 0 && rules.length === 0) {
    guard.plain.add(plain);
    return plain;
  }
  const kept: string[] = [];
  let isChanged = plain !== text;
  for (const { sentence, gap } of sentencesOf(plain)) {
    const guarded = guardedSentence(sentence, rules, guard);
    if (guarded !== sentence) isChanged = true;
    kept.push(guarded, guarded === "" ? "" : gap);
  }
  return isChanged ? kept.join("").trim() : text;
}

function withoutMarkup(text: string): string {
  if (!MARKUP_CLUE.test(text)) return text;
  return text
    .replace(SCRIPT, " ")
    .replace(TAG, " ")
    .replace(LINK, "$1")
    .replace(FORMULA, " ")
    .replace(/ {2,}/g, " ")
    .trim();
}

function* sentencesOf(text: string): Generator<{ sentence: string; gap: string }> {
  let from = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    yield { sentence: text.slice(from, match.index), gap: match[0] };
    from = match.index + match[0].length;
  }
  if (from < text.length) yield { sentence: text.slice(from), gap: "" };
}

const foreignIn = (text: string, { officialDomains }: TextGuard): Address[] =>
  addressesIn(text, officialDomains).filter((address) => !address.isOfficial);

function guardedSentence(sentence: string, rules: readonly InstructionRule[], guard: TextGuard): string {
  const { file, found } = guard;
  const foreign = foreignIn(sentence, guard);
  const rule = instructionIn(sentence, foreign.length > 0, rules);
  if (rule?.action === "leave_out") {
    found({ action: "leave_out", what: rule.what, sentence });
    return "";
  }
  if (!rule && foreign.length === 0) return sentence;
  found({ action: "quote", what: rule?.what ?? foreignAddress(foreign), sentence });
  let rest = sentence;
  for (const { text, index } of [...foreign].reverse())
    rest = rest.slice(0, index) + ADDRESS_LEFT_OUT + rest.slice(index + text.length);
  const [, bullet, words] = /^([-+*•]?\s*)([\s\S]*)$/u.exec(rest)!;
  return `${bullet}Tệp ${file} ghi: “${words}”`;
}
