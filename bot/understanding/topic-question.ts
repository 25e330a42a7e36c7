/** The topic of a question as the index looks for it: its words and neighbours, and how telling each is. */
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import { pairOf, type TopicVocabulary } from "./topic-postings.ts";

export interface PreparedTopic {
  words: { number: number | undefined; token: Token; worth: number; isBare: boolean }[];
  pairs: { number: number; weight: number }[];
  /** Numbers of those words that some record holds. */
  known: ReadonlySet<number>;
  total: number;
}

const PAIR_WEIGHT = 0.5;
const UNKNOWN_WORD = 0.8;
/** Neighbours in the question that no record holds side by side speak for another subject. */
const UNKNOWN_PAIR = 0.25;
/** A word that stands beside such a neighbour only ("thời tiết" where records say "thời hạn", "chi tiết"). */
const LOOSE_WORD = 0.5;

/** Weighs words by how few records hold them. */
export class TopicWeights {
  readonly #vocabulary: TopicVocabulary;
  readonly #size: number;
  /** Of all words, by number. */
  readonly weights: Float64Array;
  /** Weight of a word that no record holds, were it certain that it tells. */
  readonly unseen: number;
  readonly #prepared = new WeakMap<readonly Token[], PreparedTopic>();

  /** @param size  How many records there are. */
  constructor(vocabulary: TopicVocabulary, size: number) {
    this.#vocabulary = vocabulary;
    this.#size = size;
    this.unseen = Math.log(1 + size);
    this.weights = Float64Array.from(vocabulary.words.counts, (count) => Math.log(1 + size / count));
  }

  weight(word: number | undefined): number {
    return word === undefined ? UNKNOWN_WORD * this.unseen : this.weights[word]!;
  }

  /** The same for the same list. */
  prepare(tokens: readonly Token[]): PreparedTopic {
    const before = this.#prepared.get(tokens);
    if (before) return before;
    const prepared = this.#prepareAnew(tokens);
    this.#prepared.set(tokens, prepared);
    return prepared;
  }

  #prepareAnew(tokens: readonly Token[]): PreparedTopic {
    const { words: known, pairs: knownPairs, bareForms } = this.#vocabulary;
    const numbers = tokens.map(({ folded }) => known.numberOf(folded));
    const words = new Map<
      string,
      { number: number | undefined; token: Token; weight: number; loose: boolean }
    >();
    const pairs = new Map<string, { number: number | undefined; weight: number }>();
    /** Number of the pair; null where both stand together only in the question, undefined where they don't. */
    const joins = tokens.map((token, i): number | null | undefined => {
      const next = tokens[i + 1];
      if (!next) return undefined;
      return knownPairs.numberOf(pairOf(token, next)) ?? (next.start === token.end + 1 ? null : undefined);
    });
    tokens.forEach((token, i) => {
      const weight = this.weight(numbers[i]);
      const [before, after] = [joins[i - 1], joins[i]];
      const isJoined = typeof before === "number" || typeof after === "number";
      const loose = !isJoined && (before === null || after === null);
      const same = words.get(token.folded);
      words.set(token.folded, { number: numbers[i], token, weight, loose: loose && (same?.loose ?? true) });
      if (after === undefined) return;
      const least = Math.min(weight, this.weight(numbers[i + 1]));
      pairs.set(
        pairOf(token, tokens[i + 1]!),
        after === null
          ? { number: undefined, weight: UNKNOWN_PAIR * least }
          : { number: after, weight: PAIR_WEIGHT * Math.log(1 + this.#size / knownPairs.counts[after]!) },
      );
    });
    const unaccented = [...words.values()].every(({ token }) => token.text === token.folded);
    const weightOf = (rows: Iterable<{ weight: number }>) => {
      let total = 0;
      for (const { weight } of rows) total += weight;
      return total;
    };
    return {
      words: [...words.values()].map(({ number, token, weight, loose }) => ({
        number,
        token,
        worth: weight * (loose ? LOOSE_WORD : 1),
        // Among words with diacritics "hai" is no "hải".
        isBare: token.text === token.folded && (unaccented || !bareForms.has(token.text)),
      })),
      pairs: [...pairs.values()].flatMap(({ number, weight }) =>
        number === undefined ? [] : [{ number, weight }],
      ),
      known: new Set(numbers.filter((number) => number !== undefined)),
      total: weightOf(words.values()) + weightOf(pairs.values()),
    };
  }
}
