/** Which records hold the words and the neighbours of a question, in lists of numbers. */
import { type Token, tokenize } from "../../knowledge/vietnamese/tokens.ts";

/** Of one word or pair, the records that hold it, ascending. */
type Places = readonly number[];

interface WordPlaces {
  all: number[];
  /** As written there. */
  forms: Map<string, number[]>;
}

/** Lists of one kind of records: those of the plan are looked through without those of procedures. */
export class Postings {
  /** Numbers of its records are its own, from 0. */
  size = 0;
  readonly #words: (WordPlaces | undefined)[] = [];
  readonly #pairs: (number[] | undefined)[] = [];

  wordPlaces(word: number): Readonly<WordPlaces> | undefined {
    return this.#words[word];
  }

  pairPlaces(pair: number): Places {
    return this.#pairs[pair] ?? NONE;
  }

  /** Each word of the record with its forms, and each pair, once. */
  add(words: ReadonlyMap<number, ReadonlySet<string>>, pairs: ReadonlySet<number>): number {
    const record = this.size++;
    for (const [word, forms] of words) {
      this.#words[word] ??= { all: [], forms: new Map() };
      const places = this.#words[word];
      places.all.push(record);
      for (const form of forms) {
        const own = places.forms.get(form);
        if (own) own.push(record);
        else places.forms.set(form, [record]);
      }
    }
    for (const pair of pairs) {
      const places = this.#pairs[pair];
      if (places) places.push(record);
      else this.#pairs[pair] = [record];
    }
    return record;
  }
}
const NONE: Places = [];

/** A number for each folded word or pair of neighbours, and in how many records it stands. */
export class CountedTerms {
  readonly #numbers = new Map<string, number>();
  readonly counts: number[] = [];

  /** Undefined for a term of no record. */
  numberOf(term: string): number | undefined {
    return this.#numbers.get(term);
  }

  count(term: string): number {
    let number = this.#numbers.get(term);
    if (number === undefined) {
      number = this.counts.push(0) - 1;
      this.#numbers.set(term, number);
    }
    this.counts[number]!++;
    return number;
  }

  /** In the order in which they turned up. */
  toMap(): Map<string, number> {
    return new Map([...this.#numbers].map(([term, number]) => [term, this.counts[number]!]));
  }
}

/** All that the records are written with. */
export class TopicVocabulary {
  readonly words = new CountedTerms();
  readonly pairs = new CountedTerms();
  /** As written → records that hold it. */
  readonly forms = new Map<string, number>();
  /** The same of what records are written with, without what people call them. */
  readonly officialForms = new Map<string, number>();
  readonly officialPairs = new Map<string, number>();
  /** As written, "sở y" → how often. */
  readonly pairForms = new Map<string, number>();
  /** Words that are written without diacritics. */
  readonly bareForms = new Set<string>();

  /** Numbers of the words, each with its forms, and of the pairs of neighbours within each text.
   *
   * @param sayings  What people call the record. */
  read(
    official: readonly string[],
    sayings: readonly string[],
  ): { words: Map<number, Set<string>>; pairs: Set<number> } {
    const forms = new Map<string, Set<string>>();
    const neighbours = new Set<string>();
    const officialForms = new Set<string>();
    for (const [i, text] of [...official, ...sayings].entries()) {
      const isOfficial = i < official.length;
      const tokens = tokenize(text);
      tokens.forEach((token, j) => {
        const own = forms.get(token.folded);
        if (own) own.add(token.text);
        else forms.set(token.folded, new Set([token.text]));
        if (isOfficial) officialForms.add(token.text);
        const next = tokens[j + 1];
        if (!next) return;
        neighbours.add(pairOf(token, next));
        const written = `${token.text} ${next.text}`;
        count(this.pairForms, written);
        if (isOfficial) count(this.officialPairs, written);
      });
    }
    for (const form of officialForms) count(this.officialForms, form);
    const words = new Map<number, Set<string>>();
    for (const [word, own] of forms) {
      words.set(this.words.count(word), own);
      for (const form of own) count(this.forms, form);
      if (own.has(word)) this.bareForms.add(word);
    }
    return { words, pairs: new Set([...neighbours].map((pair) => this.pairs.count(pair))) };
  }
}

/** One more of the key. */
export function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

export const pairOf = (first: Token, second: Token): string => `${first.folded} ${second.folded}`;
