/** Which documents hold a term, and how often: compressed lists in typed arrays. Knows nothing of scores. */
import { packArrays, unpackArrays } from "./packed-arrays.ts";
import { TermDictionary } from "./term-dictionary.ts";

interface Arrays {
  /** The dictionary's. */
  units: Uint16Array;
  ends: Uint32Array;
  /** Of each document, in terms. */
  lengths: Uint32Array;
  /** Where the list of each term ends in `postings`. */
  postingEnds: Uint32Array;
  /** Per term and document, ascending, a varint: twice the distance from the document before (the first is counted
   *  from -1), plus 1 when the term repeats; then, if it does, its count as a varint. */
  postings: Uint8Array;
}

const SHAPE = {
  units: "Uint16Array",
  ends: "Uint32Array",
  lengths: "Uint32Array",
  postingEnds: "Uint32Array",
  postings: "Uint8Array",
} as const;

/** Documents and counts of one term. Valid until the next read; only the first `length` entries count. */
export interface Postings {
  length: number;
  documents: Uint32Array;
  counts: Uint32Array;
}

export class InvertedIndex {
  readonly #arrays: Arrays;
  readonly #dictionary: TermDictionary;
  readonly #read: Postings;

  private constructor(arrays: Arrays) {
    this.#arrays = arrays;
    this.#dictionary = new TermDictionary(arrays);
    const size = arrays.lengths.length;
    this.#read = { length: 0, documents: new Uint32Array(size), counts: new Uint32Array(size) };
  }

  /** Documents may be generated one by one. */
  static build(documents: Iterable<readonly string[]>): InvertedIndex {
    return InvertedIndex.ofNumbers(numbered(documents));
  }

  /** The same from terms that have numbers already. */
  static ofNumbers(documents: NumberedDocuments): InvertedIndex {
    return new InvertedIndex(invert(documents));
  }

  get lengths(): Readonly<Uint32Array> {
    return this.#arrays.lengths;
  }

  postings(term: string): Postings {
    const read = this.#read;
    read.length = 0;
    const number = this.#dictionary.numberOf(term);
    if (number < 0) return read;
    const { postings, postingEnds } = this.#arrays;
    const { documents, counts } = read;
    const end = postingEnds[number]!;
    let at = number === 0 ? 0 : postingEnds[number - 1]!;
    let document = -1;
    let length = 0;
    // Varints are read in place: a function per number would double the time of a search.
    while (at < end) {
      let byte = postings[at++]!;
      let value = byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = postings[at++]!;
        value |= (byte & 0x7f) << shift;
      }
      let count = 1;
      if ((value & 1) === 1) {
        byte = postings[at++]!;
        count = byte & 0x7f;
        for (let shift = 7; byte > 0x7f; shift += 7) {
          byte = postings[at++]!;
          count |= (byte & 0x7f) << shift;
        }
      }
      document += value >>> 1;
      documents[length] = document;
      counts[length++] = count;
    }
    read.length = length;
    return read;
  }

  /** `header` is kept beside the arrays. */
  toBytes(header: unknown): Uint8Array {
    return packArrays(header, { ...this.#arrays });
  }

  /** Throws KnowledgeError "knowledge_damaged". */
  static fromBytes(bytes: Uint8Array): { header: unknown; index: InvertedIndex } {
    const { header, arrays } = unpackArrays(bytes, SHAPE);
    return { header, index: new InvertedIndex(arrays) };
  }
}

export interface NumberedDocuments {
  /** Each once, in any order; may grow while the documents are read. */
  terms: readonly string[];
  /** Per document the numbers of its terms, with repeats. A list is read before the next one is asked for. */
  documents: Iterable<readonly number[]>;
}

function numbered(documents: Iterable<readonly string[]>): NumberedDocuments {
  const numbers = new NumberedTerms();
  const read = function* () {
    for (const document of documents) yield document.map((term) => numbers.of(term));
  };
  return { terms: numbers.terms, documents: read() };
}

/** Gives each distinct term a number, in the order in which they turn up. */
export class NumberedTerms {
  readonly terms: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(term: string): number {
    let number = this.#numbers.get(term);
    if (number === undefined) {
      number = this.terms.push(term) - 1;
      this.#numbers.set(term, number);
    }
    return number;
  }
}

/** All (term, count) pairs, document after document. */
interface Pairs {
  terms: Uint32Array;
  counts: Uint32Array;
  /** Per document, where its pairs end. */
  ends: Uint32Array;
  lengths: Uint32Array;
}

function invert(documents: NumberedDocuments): Arrays {
  const pairs = readPairs(documents.documents);
  const { terms } = documents;
  const sorted = [...terms].sort();
  const rankOf = new Map(sorted.map((term, rank) => [term, rank]));
  const ranks = Uint32Array.from(terms, (term) => rankOf.get(term)!);
  return {
    ...TermDictionary.of(sorted).data,
    lengths: pairs.lengths,
    ...encode(sortByTerm(pairs, ranks)),
  };
}

function readPairs(documents: Iterable<readonly number[]>): Pairs {
  const terms = new GrowingArray(Uint32Array);
  const counts = new GrowingArray(Uint32Array);
  const ends = new GrowingArray(Uint32Array);
  const lengths = new GrowingArray(Uint32Array);
  /** Per term, within one document. */
  const countOf: number[] = [];
  for (const document of documents) {
    const distinct: number[] = [];
    for (const term of document) {
      const count = countOf[term] ?? 0;
      if (count === 0) distinct.push(term);
      countOf[term] = count + 1;
    }
    for (const term of distinct) {
      terms.push(term);
      counts.push(countOf[term]!);
      countOf[term] = 0;
    }
    ends.push(terms.length);
    lengths.push(document.length);
  }
  return { terms: terms.values(), counts: counts.values(), ends: ends.values(), lengths: lengths.values() };
}

interface SortedPairs {
  /** Per term, where its pairs end. */
  ends: Uint32Array;
  /** Ascending within a term. */
  documents: Uint32Array;
  counts: Uint32Array;
}

/** Sorts by counting; `ranks` gives each term's place in the dictionary. */
function sortByTerm({ terms, counts, ends }: Pairs, ranks: Uint32Array): SortedPairs {
  const starts = new Uint32Array(ranks.length + 1);
  for (const term of terms) starts[ranks[term]! + 1]!++;
  for (let rank = 1; rank < starts.length; rank++) starts[rank]! += starts[rank - 1]!;
  const sorted = {
    ends: starts.slice(1),
    documents: new Uint32Array(terms.length),
    counts: new Uint32Array(terms.length),
  };
  let pair = 0;
  ends.forEach((end, document) => {
    for (; pair < end; pair++) {
      const place = starts[ranks[terms[pair]!]!]!++;
      sorted.documents[place] = document;
      sorted.counts[place] = counts[pair]!;
    }
  });
  return sorted;
}

function encode({ ends, documents, counts }: SortedPairs): Pick<Arrays, "postings" | "postingEnds"> {
  const postings = new GrowingArray(Uint8Array);
  let pair = 0;
  const postingEnds = ends.map((end) => {
    let before = -1;
    for (; pair < end; pair++) {
      const repeats = counts[pair]! > 1;
      pushVarint(postings, 2 * (documents[pair]! - before) + Number(repeats));
      if (repeats) pushVarint(postings, counts[pair]!);
      before = documents[pair]!;
    }
    return postings.length;
  });
  return { postings: postings.values(), postingEnds };
}

function pushVarint(list: GrowingArray<Uint8Array>, value: number): void {
  let rest = value;
  while (rest > 0x7f) {
    list.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  list.push(rest);
}

class GrowingArray<Values extends Uint8Array | Uint32Array> {
  readonly #type: new (
    length: number,
  ) => Values;
  #values: Values;
  length = 0;

  constructor(type: new (length: number) => Values) {
    this.#type = type;
    this.#values = new type(1024);
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new this.#type(2 * this.length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  values(): Values {
    return this.#values.slice(0, this.length) as Values;
  }
}
