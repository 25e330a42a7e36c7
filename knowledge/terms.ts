/** What is counted in the lexical index: syllables and pairs of neighbours, as written and without diacritics. Two
 *  forms let an accented agreement weigh more than one without diacritics. */
import { type NumberedDocuments, NumberedTerms } from "./inverted-index.ts";
import { QUESTION_WORDS } from "./question-words.ts";
import { BREAK, type TokenCorpus } from "./token-corpus.ts";
import { type Token, tokenize } from "./vietnamese/tokens.ts";

export type TermToken = Pick<Token, "text" | "folded" | "kind">;

/** How much of its idf each form of a term is worth in a query. Pairs over 1 cost short web passages more than they
 *  give statutes; folded forms are second witnesses (see tests/benchmarks/retrieval.ts for both). */
const WEIGHTS = { word: 1, pair: 0.7, foldedWord: 0.5, foldedPair: 0.35 } as const;
/** A short question has few pairs, and the source may put each of its words elsewhere: with so many words or fewer its
 *  pairs count for so much, from so many on they count whole (web passages and statutes, see docs/model.md). */
const PAIRS = { short: 8, shortShare: 0.25, long: 16 } as const;
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

/** The terms of all texts of a corpus, as `termsOf` gives them for each: every token and every pair of neighbours is
 *  spelled once however often it stands there. */
export function termsOfCorpus({ tokens, texts }: TokenCorpus): NumberedDocuments {
  const numbers = new NumberedTerms();
  const ofToken = tokens.map((token, number) =>
    number === BREAK ? [] : termsOf([token]).map((term) => numbers.of(term)),
  );
  /** Per pair, where its two numbers stand in `ofPairs`. */
  const places = new Map<number, number>();
  const ofPairs: number[] = [];
  const placeOf = (first: number, second: number): number => {
    const key = first * tokens.length + second;
    let place = places.get(key);
    if (place === undefined) {
      const [a, b] = [tokens[first]!, tokens[second]!];
      place =
        ofPairs.push(numbers.of(pairOf(a.text, b.text)), numbers.of(folded(pairOf(a.folded, b.folded)))) - 2;
      places.set(key, place);
    }
    return place;
  };
  const read = function* () {
    for (const text of texts) {
      const list: number[] = [];
      let before = BREAK;
      for (const token of text) {
        if (token === BREAK) continue;
        if (before !== BREAK) {
          const place = placeOf(before, token);
          list.push(ofPairs[place]!, ofPairs[place + 1]!);
        }
        for (const term of ofToken[token]!) list.push(term);
        before = token;
      }
      yield list;
    }
  };
  return { terms: numbers.terms, documents: read() };
}

/** Terms of a question, each with its weight. Words and pairs of mere question words count for less. */
export function queryTermsOf(text: string | readonly TermToken[]): Map<string, number> {
  const tokens = typeof text === "string" ? tokenize(text) : text;
  const weights = new Map<string, number>();
  const add = (term: string, weight: number) => weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  const pairsCount = shareOfPairs(tokens.length);
  tokens.forEach((token, i) => {
    const asks = QUESTION_WORDS.has(token.text);
    const share = asks ? QUESTION_WORD_SHARE : 1;
    for (const part of [token, ...partsOf(token).map((text) => ({ text, folded: text }))]) {
      add(part.text, share * WEIGHTS.word);
      add(folded(part.folded), share * WEIGHTS.foldedWord);
    }
    const next = tokens[i + 1];
    if (!next) return;
    const pairShare = (asks && QUESTION_WORDS.has(next.text) ? QUESTION_WORD_SHARE : 1) * pairsCount;
    add(pairOf(token.text, next.text), pairShare * WEIGHTS.pair);
    add(folded(pairOf(token.folded, next.folded)), pairShare * WEIGHTS.foldedPair);
  });
  return weights;
}

function shareOfPairs(words: number): number {
  const { short, shortShare, long } = PAIRS;
  return Math.min(
    1,
    Math.max(shortShare, shortShare + ((1 - shortShare) * (words - short)) / (long - short)),
  );
}

export interface Code {
  text: string;
  /** What an index of `termsOf` holds for it; "QD" and "QĐ" are one. */
  term: string;
}

/** Document numbers, procedure codes and labels of a text: what is either the same or something else. */
export function codesOf(text: string | readonly TermToken[]): Code[] {
  const tokens = typeof text === "string" ? tokenize(text) : text;
  const codes = new Map<string, Code>();
  for (const { kind, text: code, folded: plain } of tokens) {
    if (kind === "document_number" || kind === "procedure_code" || kind === "label")
      codes.set(plain, { text: code, term: folded(plain) });
  }
  return [...codes.values()];
}

const partsOf = ({ kind, text }: TermToken): string[] =>
  kind === "document_number" ? [...new Set(text.match(/\d+/g) ?? [])] : [];
