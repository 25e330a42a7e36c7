/** BM25+ over a fixed set of documents. Source: Lv & Zhai, "Lower-bounding term frequency normalization", CIKM 2011. */

export interface Bm25Parameters {
  /** How fast repeated terms stop adding: 1.2–2. Default 1.2. */
  k1: number;
  /** How much long documents are held back: 0–1. Default 0.75. */
  b: number;
  /** What any match is worth at least: 0.5–1. Default 0.5. */
  delta: number;
}

export const BM25_DEFAULTS: Readonly<Bm25Parameters> = { k1: 1.2, b: 0.75, delta: 0.5 };

/** Plain data: kept as JSON. */
export interface Bm25Data {
  parameters: Bm25Parameters;
  /** In terms. */
  lengths: number[];
  /** Term → document, count, document, count, … */
  postings: Record<string, number[]>;
}

export class Bm25Index {
  readonly #data: Bm25Data;
  readonly #postings: Map<string, number[]>;
  readonly #averageLength: number;

  constructor(data: Bm25Data) {
    this.#data = data;
    this.#postings = new Map(Object.entries(data.postings));
    const total = data.lengths.reduce((sum, length) => sum + length, 0);
    this.#averageLength = data.lengths.length > 0 ? total / data.lengths.length : 1;
  }

  /** Throws RangeError when a parameter is out of range. */
  static build(
    documents: readonly (readonly string[])[],
    parameters: Bm25Parameters = BM25_DEFAULTS,
  ): Bm25Index {
    const { k1, b, delta } = parameters;
    if (k1 < 0 || b < 0 || b > 1 || delta < 0) throw new RangeError("BM25: k1 >= 0, 0 <= b <= 1, delta >= 0");
    const postings = new Map<string, number[]>();
    documents.forEach((terms, document) => {
      const counts = new Map<string, number>();
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
      for (const [term, count] of counts) {
        const list = postings.get(term);
        if (list) list.push(document, count);
        else postings.set(term, [document, count]);
      }
    });
    return new Bm25Index({
      parameters,
      lengths: documents.map((terms) => terms.length),
      postings: Object.fromEntries(postings),
    });
  }

  toJSON(): Bm25Data {
    return this.#data;
  }

  /** Document number → score > 0; documents without any term are absent. Repeated query terms count once. */
  scores(terms: readonly string[]): Map<number, number> {
    const { k1, b, delta } = this.#data.parameters;
    const { lengths } = this.#data;
    const scores = new Map<number, number>();
    for (const term of new Set(terms)) {
      const list = this.#postings.get(term);
      if (!list) continue;
      const inDocuments = list.length / 2;
      const idf = Math.log(1 + (lengths.length - inDocuments + 0.5) / (inDocuments + 0.5));
      for (let i = 0; i < list.length; i += 2) {
        const document = list[i]!;
        const count = list[i + 1]!;
        const norm = k1 * (1 - b + (b * lengths[document]!) / this.#averageLength);
        scores.set(
          document,
          (scores.get(document) ?? 0) + idf * (delta + (count * (k1 + 1)) / (count + norm)),
        );
      }
    }
    return scores;
  }
}
