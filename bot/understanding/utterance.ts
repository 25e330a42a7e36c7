/** What was said in a turn, split into words once: everything after reads this. */
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { type Token, tokenize } from "../../knowledge/vietnamese/tokens.ts";
import type { Span } from "./phrases.ts";

export interface Utterance {
  /** In the spelling of the sources; the offsets of the tokens are places in it. */
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The tokens without diacritics, a space between. */
  readonly folded: string;
  /** The text without diacritics, marks and all. */
  readonly plain: string;
}

export const utteranceOf = (text: string, tokens: readonly Token[] = tokenize(text)): Utterance => ({
  text,
  tokens,
  folded: foldedOf(tokens, { from: 0, to: tokens.length }),
  plain: fold(text),
});

/** Between two places of its text. Only what a place cuts through is read anew. */
export function partOf({ text, tokens, plain }: Utterance, from: number, to: number): Utterance {
  const part = text.slice(from, to);
  const isCut = tokens.some(({ start, end }) => (start < from && from < end) || (start < to && to < end));
  if (isCut) return utteranceOf(part);
  const own = tokens
    .filter(({ start, end }) => start >= from && end <= to)
    .map((token) => ({ ...token, start: token.start - from, end: token.end - from }));
  return {
    text: part,
    tokens: own,
    folded: foldedOf(own, { from: 0, to: own.length }),
    plain: plain.length === text.length ? plain.slice(from, to) : fold(part),
  };
}

export const foldedOf = (tokens: readonly Token[], { from, to }: Span): string =>
  tokens
    .slice(from, to)
    .map((token) => token.folded)
    .join(" ");

/** A whole number in digits. */
export function numberAt(tokens: readonly Token[], i: number): number | undefined {
  const token = tokens[i];
  if (token?.kind !== "number" || !/^\d+$/.test(token.text)) return undefined;
  return Number(token.text);
}

/** What was read, and where it stands: words that name no subject. */
export interface Found<T> {
  values: T[];
  spans: Span[];
}
