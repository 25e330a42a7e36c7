/** BM25+ over a fixed set of documents. Source: Lv & Zhai, "Lower-bounding term frequency normalization", CIKM 2011.
 *  A field is weighed above others by repeating its terms: Robertson, Zaragoza & Taylor, CIKM 2004. */
import { InvertedIndex, type NumberedDocuments } from "./inverted-index.ts";

export interface Bm25Parameters {
  /** How fast repeated terms stop adding: 1.2–2. Default 1.2. */
  k1: number;
  /** How much long documents are held back: 0–1. Default 0.75. */
  b: number;
  /** What any match is worth at least: 0.5–1. Default 0.5. */
  delta: number;
}

export const BM25_DEFAULTS: Readonly<Bm25Parameters> = { k1: 1.2, b: 0.75, delta: 0.5 };

/** Terms to look for: a list (repeats count once), or each term with its weight > 0. */
export type Bm25Query = readonly string[] | ReadonlyMap<string, number>;

export interface ScoredDocument {
  /** Position in the list that was indexed. */
  document: number;
  score: number;
}

export class Bm25Index {
  readonly parameters: Readonly<Bm25Parameters>;
  readonly #index: InvertedIndex;
  /** Per document: k1 · (1 − b + b · length ∕ average length). */
  readonly #norms: Float64Array;
  /** Per document: what a term that stands there once is worth, before its idf. */
  readonly #single: Float64Array;

  private constructor(parameters: Readonly<Bm25Parameters>, index: InvertedIndex) {
    const { k1, b, delta } = parameters;
    this.parameters = parameters;
    this.#index = index;
    const total = index.lengths.reduce((sum, length) => sum + length, 0);
    const average = total > 0 ? total / index.lengths.length : 1;
    this.#norms = Float64Array.from(index.lengths, (length) => k1 * (1 - b + (b * length) / average));
    this.#single = this.#norms.map((norm) => delta + (k1 + 1) / (1 + norm));
  }

  /** Documents may be generated one by one. Throws RangeError when a parameter is out of range. */
  static build(
    documents: Iterable<readonly string[]>,
    parameters: Readonly<Bm25Parameters> = BM25_DEFAULTS,
  ): Bm25Index {
    return new Bm25Index(checked(parameters), InvertedIndex.build(documents));
  }

  /** The same from terms that have numbers already. Throws RangeError. */
  static ofNumbers(
    documents: NumberedDocuments,
    parameters: Readonly<Bm25Parameters> = BM25_DEFAULTS,
  ): Bm25Index {
    return new Bm25Index(checked(parameters), InvertedIndex.ofNumbers(documents));
  }

  get documentCount(): number {
    return this.#norms.length;
  }

  /** Numbers of the documents in which the term stands, ascending. */
  documentsWith(term: string): Uint32Array {
    const { documents, length } = this.#index.postings(term);
    return documents.slice(0, length);
  }

  /** One score per document; 0 where no term stands. */
  scoreAll(query: Bm25Query): Float64Array {
    const { k1, delta } = this.parameters;
    const norms = this.#norms;
    const single = this.#single;
    const scores = new Float64Array(this.documentCount);
    for (const [term, weight] of weighted(query)) {
      const { documents, counts, length } = this.#index.postings(term);
      const idf = weight * Math.log(1 + (scores.length - length + 0.5) / (length + 0.5));
      for (let i = 0; i < length; i++) {
        const document = documents[i]!;
        const count = counts[i]!;
        // Most terms stand once in a document: no division for them.
        const worth =
          count === 1 ? single[document]! : delta + (count * (k1 + 1)) / (count + norms[document]!);
        scores[document]! += idf * worth;
      }
    }
    return scores;
  }

  /** Document number → score > 0; documents without any term are absent. */
  scores(query: Bm25Query): Map<number, number> {
    const scores = new Map<number, number>();
    this.scoreAll(query).forEach((score, document) => {
      if (score > 0) scores.set(document, score);
    });
    return scores;
  }

  /** The best of `scores`; at most `limit`, among those that `accepts` lets through. */
  top(query: Bm25Query, limit: number, accepts?: (document: number) => boolean): ScoredDocument[] {
    return highest(this.scoreAll(query), limit, accepts);
  }

  toBytes(): Uint8Array {
    return this.#index.toBytes(this.parameters);
  }

  /** Throws KnowledgeError "knowledge_damaged". */
  static fromBytes(bytes: Uint8Array): Bm25Index {
    const { header, index } = InvertedIndex.fromBytes(bytes);
    return new Bm25Index(header as Bm25Parameters, index);
  }
}

function checked({ k1, b, delta }: Readonly<Bm25Parameters>): Bm25Parameters {
  if (!(k1 >= 0 && b >= 0 && b <= 1 && delta >= 0))
    throw new RangeError("BM25: k1 >= 0, 0 <= b <= 1, delta >= 0");
  return { k1, b, delta };
}

const weighted = (query: Bm25Query): Iterable<readonly [string, number]> =>
  Array.isArray(query)
    ? [...new Set<string>(query)].map((term) => [term, 1] as const)
    : (query as ReadonlyMap<string, number>);

/** Scores above 0, best first, equal ones by document number. */
export function highest(
  scores: Readonly<Float64Array>,
  limit: number,
  accepts: (document: number) => boolean = () => true,
): ScoredDocument[] {
  const found: ScoredDocument[] = [];
  let least = limit > 0 ? 0 : Number.POSITIVE_INFINITY;
  for (let document = 0; document < scores.length; document++) {
    const score = scores[document]!;
    if (score <= least || !accepts(document)) continue;
    let place = found.length;
    while (place > 0 && found[place - 1]!.score < score) place--;
    found.splice(place, 0, { document, score });
    if (found.length > limit) found.pop();
    if (found.length === limit) least = found.at(-1)!.score;
  }
  return found;
}
