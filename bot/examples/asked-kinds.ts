/** Which kinds of facts a question asks a procedure for, learned from questions that many authors wrote and others labelled
 *  with the facts that answer them (asked/). It knows no record: an imported procedure is asked for the same kinds. */
import type { Understanding } from "../understanding/understand.ts";
import type { Whether } from "../understanding/whether-rows.ts";
import { classifierIn, wordsAndPairs } from "./question-classifier.ts";

/** First part of a fact's pointer into its record; or that nothing in particular is asked, or what no record says. */
export const ASKED_KINDS = [
  "documents",
  "fees",
  "times",
  "deadlines",
  "place",
  "methods",
  "steps",
  "result",
  "legalBases",
  "audience",
  "forms",
  "conditions",
  "notes",
  "exemptions",
  "ages",
  "open",
  "untold",
] as const;
export type AskedKind = (typeof ASKED_KINDS)[number];

export const kindOf = (pointer: string): AskedKind =>
  (pointer.startsWith("/") ? pointer.split("/")[1]! : pointer) as AskedKind;

const ASKS_NUMBER = /^(may|nhieu|nhiu|bn|bao)$/;
/** The last words ask more often than the first. */
const LAST = 6;

/** Words and pairs of neighbours without diacritics, those of the end once more, and what was understood: signals of
 *  aspects and kinds of yes and no. Each once. */
export function askedFeatures(
  { tokens, cues }: Pick<Understanding, "tokens" | "cues">,
  whether: readonly Whether[],
): string[] {
  const { words, pairs } = wordsAndPairs(tokens);
  const end = words.slice(-LAST);
  return [
    ...new Set([
      ...words,
      ...pairs,
      ...end.map((word) => `$${word}`),
      ...pairs.slice(-LAST).map((pair) => `$${pair}`),
      ...[...cues].map((cue) => `=${cue}`),
      ...whether.map((row) => `?${row}`),
      ...(words.some((word) => ASKS_NUMBER.test(word)) ? ["=asks number"] : []),
      `=length ${Math.min(5, Math.floor(words.length / 5))}`,
    ]),
  ];
}

export const shippedAskedKinds = classifierIn(new URL("./asked.bin", import.meta.url));
