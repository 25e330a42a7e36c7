/** Words as the checks of a generated text compare them. */
import { hasWords } from "../../knowledge/text-scan.ts";
import { normalizeText } from "../../knowledge/vietnamese/normalize.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { STOP_WORDS } from "../understanding/stop-words.ts";

export const LETTER = "[\\p{L}\\p{M}]";
/** Any of the alternatives, as whole words. */
export const word = (alternatives: string, flags = "giu") =>
  new RegExp(`(?<!${LETTER})(?:${alternatives})(?!${LETTER})`, flags);
/** A figure or an address, as models are shown them. */
export const TOKEN = /⟦([^⟧]*)⟧/gu;

export const wordsOf = (text: string): string[] =>
  tokenize(normalizeText(text)).flatMap(({ kind, text: word }) => (kind === "word" ? [word] : []));

export const tellingWords = (text: string): string[] => wordsOf(text).filter((word) => !STOP_WORDS.has(word));

export const normalized = (text: string): string => normalizeText(text).toLowerCase();

/** As whole words. */
export const contains = (proof: string, words: string): boolean => hasWords(proof, normalized(words));

/** Lower case, one space between words, "¦" for any mark that ends a part. */
export const plainWords = (text: string): string =>
  ` ¦ ${text
    .replaceAll("/", " ")
    .replace(/[^\p{L}\p{M}\p{N}\s%.-]|[.](?=\s|$)/gu, " ¦ ")
    .replace(/\s+/gu, " ")
    .trim()} ¦ `.replace(/(?:¦ )+/gu, "¦ ");

/** Shared words of all words, 0..1 (Jaccard); figures don't count. */
export function likeness(a: string, b: string): number {
  const left = new Set(wordsOf(a));
  const right = new Set(wordsOf(b));
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / Math.max(1, left.size + right.size - shared);
}
