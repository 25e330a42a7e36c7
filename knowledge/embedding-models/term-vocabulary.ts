/** What a text is for the embedding: its syllables and pairs of neighbours, with diacritics, each weighed by tf-idf. */
import { BREAK, type TokenCorpus } from "../token-corpus.ts";

/** Terms of fewer texts say nothing about how texts hang together. */
const MIN_TEXTS = 3;
/** The most widespread ones are kept. */
const MAX_TERMS = 60_000;

/** Some terms by number, each once, with a figure for each. */
export interface TermList {
  terms: ArrayLike<number>;
  /** Counts or weights. */
  values: ArrayLike<number>;
}

export interface TermVocabulary {
  /** In the order of Array.prototype.sort(). A pair is written "sở_y". */
  terms: readonly string[];
  /** log(1 + texts ∕ texts with the term). */
  idf: Float32Array;
  /** Counts of the terms among the tokens from `start`, `end` excluded. No pair reaches over a break. */
  count(text: Uint32Array, start?: number, end?: number): Map<number, number>;
}

export const pairOf = (first: string, second: string) => `${first}_${second}`;

export function chooseTerms(corpus: TokenCorpus): TermVocabulary {
  const { texts } = corpus;
  const keyOfPair = pairKeys(corpus);
  const inTexts = new Map<number, number>();
  for (const text of texts) {
    const keys = new Set<number>();
    visitTerms(text, 0, text.length, keyOfPair, (key) => keys.add(key));
    for (const key of keys) inTexts.set(key, (inTexts.get(key) ?? 0) + 1);
  }
  const nameOf = (key: number) => nameOfKey(corpus, key);
  const chosen = [...inTexts]
    .filter(([, count]) => count >= MIN_TEXTS)
    .map(([key, count]) => ({ key, count, name: nameOf(key) }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, MAX_TERMS)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const numbers = new Map(chosen.map(({ key }, number) => [key, number]));
  return {
    terms: chosen.map(({ name }) => name),
    idf: Float32Array.from(chosen, ({ count }) => Math.log(1 + texts.length / count)),
    count: (text, start = 0, end = text.length) =>
      countTerms(text, start, end, keyOfPair, (key) => numbers.get(key) ?? UNKNOWN),
  };
}

/** Counts the terms of whole texts of a corpus; `numberOf` gives a term's number, negative for what is none. */
export function termCounter(
  corpus: TokenCorpus,
  numberOf: (name: string) => number,
): (text: Uint32Array) => Map<number, number> {
  const keyOfPair = pairKeys(corpus);
  const numbers = new Map<number, number>();
  const numberOfKey = (key: number): number => {
    let number = numbers.get(key);
    if (number === undefined) {
      number = numberOf(nameOfKey(corpus, key));
      numbers.set(key, number);
    }
    return number;
  };
  return (text) => countTerms(text, 0, text.length, keyOfPair, numberOfKey);
}

const UNKNOWN = -1;

/** Keys of single tokens are their numbers, those of pairs follow. */
const pairKeys =
  ({ tokens }: TokenCorpus) =>
  (first: number, second: number) =>
    tokens.length * (first + 1) + second;

const nameOfKey = ({ tokens }: TokenCorpus, key: number): string =>
  key < tokens.length
    ? tokens[key]!.text
    : pairOf(tokens[Math.floor(key / tokens.length) - 1]!.text, tokens[key % tokens.length]!.text);

function countTerms(
  text: Uint32Array,
  start: number,
  end: number,
  keyOfPair: (first: number, second: number) => number,
  numberOf: (key: number) => number,
): Map<number, number> {
  const counts = new Map<number, number>();
  visitTerms(text, start, end, keyOfPair, (key) => {
    const number = numberOf(key);
    if (number >= 0) counts.set(number, (counts.get(number) ?? 0) + 1);
  });
  return counts;
}

function visitTerms(
  text: Uint32Array,
  start: number,
  end: number,
  keyOfPair: (first: number, second: number) => number,
  visit: (key: number) => void,
): void {
  let before = BREAK;
  for (let i = start; i < end; i++) {
    const token = text[i]!;
    if (token !== BREAK) {
      visit(token);
      if (before !== BREAK) visit(keyOfPair(before, token));
    }
    before = token;
  }
}

/** (1 + log count) · idf. */
export function weigh(counts: ReadonlyMap<number, number>, idf: Float32Array): TermList {
  return {
    terms: Uint32Array.from(counts.keys()),
    values: Float32Array.from(counts, ([term, count]) => (1 + Math.log(count)) * idf[term]!),
  };
}
