/** What is counted in the lexical index: syllables and pairs of neighbours, as written and without diacritics. Two
 *  forms let an accented agreement weigh more than one without diacritics. */
import { QUESTION_WORDS } from "./question-words.ts";
import { type Token, tokenize } from "./vietnamese/tokens.ts";

export type TermToken = Pick<Token, "text" | "folded" | "kind">;

/** How much of its idf each form of a term is worth in a query. Pairs over 1 cost short web passages more than they
 *  give statutes; folded forms are second witnesses (see tests/benchmarks/retrieval.ts for both). */
const WEIGHTS = { word: 1, pair: 0.7, foldedWord: 0.5, foldedPair: 0.35 } as const;
/** What remains of those weights for words that only say that something is asked. */
const QUESTION_WORD_SHARE = 0.4;

const folded = (text: string) => `~${text}`;
const pairOf = (first: string, second: string) => `${first}_${second}`;

/** "Sở Y tế" → sở, ~so, sở_y, ~so_y, y, … in the order of the text. A document number also stands for its parts:
 *  30/2020/NĐ-CP is found by "nghị định 30". */
export function termsOf(text: string | readonly TermToken[]): string[] {
  const tokens = typeof text === "string" ? tokenize(text) : text;
  const terms: string[] = [];
  tokens.forEach((token, i) => {
    terms.push(token.text, folded(token.folded));
    for (const part of partsOf(token)) terms.push(part, folded(part));
    const next = tokens[i + 1];
    if (next) terms.push(pairOf(token.text, next.text), folded(pairOf(token.folded, next.folded)));
  });
  return terms;
}

/** Terms of a question, each with its weight. Words and pairs of mere question words count for less. */
export function queryTermsOf(text: string | readonly TermToken[]): Map<string, number> {
  const tokens = typeof text === "string" ? tokenize(text) : text;
  const weights = new Map<string, number>();
  const add = (term: string, weight: number) => weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  tokens.forEach((token, i) => {
    const asks = QUESTION_WORDS.has(token.text);
    const share = asks ? QUESTION_WORD_SHARE : 1;
    for (const part of [token, ...partsOf(token).map((text) => ({ text, folded: text }))]) {
      add(part.text, share * WEIGHTS.word);
      add(folded(part.folded), share * WEIGHTS.foldedWord);
    }
    const next = tokens[i + 1];
    if (!next) return;
    const pairShare = asks && QUESTION_WORDS.has(next.text) ? QUESTION_WORD_SHARE : 1;
    add(pairOf(token.text, next.text), pairShare * WEIGHTS.pair);
    add(folded(pairOf(token.folded, next.folded)), pairShare * WEIGHTS.foldedPair);
  });
  return weights;
}

export interface Code {
  text: string;
  /** What an index of `termsOf` holds for it; "QD" and "QĐ" are one. */
  term: string;
}

/** Document numbers, procedure codes and labels of a text: what is either the same or something else. */
export function codesOf(text: string): Code[] {
  const codes = new Map<string, Code>();
  for (const { kind, text: code, folded: plain } of tokenize(text)) {
    if (kind === "document_number" || kind === "procedure_code" || kind === "label")
      codes.set(plain, { text: code, term: folded(plain) });
  }
  return [...codes.values()];
}

const partsOf = ({ kind, text }: TermToken): string[] =>
  kind === "document_number" ? [...new Set(text.match(/\d+/g) ?? [])] : [];
