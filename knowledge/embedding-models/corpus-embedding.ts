/** The embedded default: one vector per syllable and pair of neighbours, learned from the texts themselves, and a
 *  text as the mean of its terms' vectors. Deterministic, without labels, nothing to download. */
import { Embeddings } from "@langchain/core/embeddings";
import { packArrays, unpackArrays } from "../packed-arrays.ts";
import { TermDictionary } from "../term-dictionary.ts";
import { readTexts, type TokenCorpus } from "../token-corpus.ts";
import { type TermList, termCounter, weigh } from "./term-vocabulary.ts";

interface CorpusEmbeddingData {
  /** The terms' dictionary. */
  units: Uint16Array;
  ends: Uint32Array;
  idf: Float32Array;
  /** terms × dimensions: the vectors, each divided by its scale. */
  vectors: Int8Array;
  scales: Float32Array;
}

const SHAPE = {
  units: "Uint16Array",
  ends: "Uint32Array",
  idf: "Float32Array",
  vectors: "Int8Array",
  scales: "Float32Array",
} as const;
const INT8_LIMIT = 127;

interface Header {
  dimensions: number;
  /** False: the latent semantics of a corpus too small for more. */
  trained: boolean;
}

export class CorpusEmbedding extends Embeddings {
  readonly dimensions: number;
  readonly trained: boolean;
  readonly #data: CorpusEmbeddingData;
  readonly #dictionary: TermDictionary;

  private constructor({ dimensions, trained }: Header, data: CorpusEmbeddingData) {
    super({});
    this.dimensions = dimensions;
    this.trained = trained;
    this.#data = data;
    this.#dictionary = new TermDictionary(data);
  }

  /** Rounds the vectors (terms × dimensions) to 8 bits. The terms are in the order of Array.prototype.sort(). */
  static of(
    terms: readonly string[],
    idf: Float32Array,
    vectors: Float32Array,
    header: Header,
  ): CorpusEmbedding {
    const { dimensions } = header;
    const rounded = new Int8Array(vectors.length);
    const scales = new Float32Array(terms.length);
    for (let term = 0; term < terms.length; term++) {
      const row = vectors.subarray(term * dimensions, (term + 1) * dimensions);
      const scale = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / INT8_LIMIT;
      scales[term] = scale;
      if (scale > 0)
        row.forEach((value, d) => {
          rounded[term * dimensions + d] = Math.round(value / scale);
        });
    }
    return new CorpusEmbedding(header, {
      ...TermDictionary.of(terms).data,
      idf,
      vectors: rounded,
      scales,
    });
  }

  /** Unit vectors; the zero vector for a text without a known term. */
  async embedDocuments(texts: string[]): Promise<number[][]> {
    return texts.map((text) => this.embed(text));
  }

  async embedQuery(text: string): Promise<number[]> {
    return this.embed(text);
  }

  embed(text: string): number[] {
    return this.reader(readTexts([text]))(0);
  }

  /** Embeds the texts of a corpus by number; each of its tokens and pairs of neighbours is looked up once. */
  reader(corpus: TokenCorpus): (text: number) => number[] {
    const count = termCounter(corpus, (name) => this.#dictionary.numberOf(name));
    return (text) => this.#meanOf(weigh(count(corpus.texts[text]!), this.#data.idf));
  }

  #meanOf({ terms, values }: TermList): number[] {
    const { vectors, scales } = this.#data;
    const { dimensions } = this;
    const sum = new Array<number>(dimensions).fill(0);
    for (let i = 0; i < terms.length; i++) {
      const at = terms[i]! * dimensions;
      const value = values[i]! * scales[terms[i]!]!;
      for (let d = 0; d < dimensions; d++) sum[d]! += value * vectors[at + d]!;
    }
    const length = Math.hypot(...sum);
    return length === 0 ? sum : sum.map((value) => value / length);
  }

  toBytes(): Uint8Array {
    return packArrays({ dimensions: this.dimensions, trained: this.trained }, { ...this.#data });
  }

  /** Throws KnowledgeError "knowledge_damaged". */
  static fromBytes(bytes: Uint8Array): CorpusEmbedding {
    const { header, arrays } = unpackArrays(bytes, SHAPE);
    return new CorpusEmbedding(header as Header, arrays);
  }
}
