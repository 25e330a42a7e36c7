/** The embedded default: latent semantic analysis fitted to the corpus, deterministic, nothing to download.
 *  Source: Deerwester et al., JASIS 1990; subspace iteration as in Halko, Martinsson & Tropp, SIAM Review 2011. */
import { Embeddings } from "@langchain/core/embeddings";
import { KnowledgeError } from "../errors.ts";
import { termsOf } from "../terms.ts";

/** Dimensions of the vectors at most; fewer when the corpus is smaller. */
export const CORPUS_DIMENSIONS = 96;
const ITERATIONS = 4;
const SEED = 20_231_025;
/** A term of one text says nothing about how texts hang together. */
const MIN_DOCUMENTS = 2;

interface SparseRow {
  terms: Uint32Array;
  weights: Float64Array;
}

export class CorpusEmbedding extends Embeddings {
  readonly dimensions: number;
  readonly #terms: readonly string[];
  readonly #termNumbers: ReadonlyMap<string, number>;
  readonly #idf: Float32Array;
  /** terms × dimensions, row by row. */
  readonly #projection: Float32Array;

  constructor(terms: readonly string[], idf: Float32Array, projection: Float32Array) {
    super({});
    this.#terms = terms;
    this.#termNumbers = new Map(terms.map((term, number) => [term, number]));
    this.#idf = idf;
    this.#projection = projection;
    this.dimensions = terms.length === 0 ? 0 : projection.length / terms.length;
  }

  /** Unit vectors; the zero vector for a text without a known term. */
  async embedDocuments(texts: string[]): Promise<number[][]> {
    return texts.map((text) => this.embed(text));
  }

  async embedQuery(text: string): Promise<number[]> {
    return this.embed(text);
  }

  embed(text: string): number[] {
    const row = weigh(text, this.#termNumbers, this.#idf);
    const vector = new Array<number>(this.dimensions).fill(0);
    row.terms.forEach((term, i) => {
      const weight = row.weights[i]!;
      const offset = term * this.dimensions;
      for (let d = 0; d < this.dimensions; d++)
        vector[d] = vector[d]! + weight * this.#projection[offset + d]!;
    });
    const length = Math.hypot(...vector);
    return length === 0 ? vector : vector.map((value) => value / length);
  }

  /** A header line of JSON, then idf and projection as little-endian 32-bit floats. */
  toBytes(): Uint8Array {
    const header = Buffer.from(`${JSON.stringify({ dimensions: this.dimensions, terms: this.#terms })}\n`);
    return Buffer.concat([header, bytesOf(this.#idf), bytesOf(this.#projection)]);
  }

  /** Throws KnowledgeError "knowledge_damaged". */
  static fromBytes(bytes: Uint8Array): CorpusEmbedding {
    const end = bytes.indexOf(0x0a);
    try {
      const { dimensions, terms } = JSON.parse(Buffer.from(bytes.subarray(0, end)).toString("utf8"));
      const floats = new Float32Array(new Uint8Array(bytes.subarray(end + 1)).buffer);
      if (floats.length !== terms.length * (1 + dimensions)) throw new RangeError("length");
      return new CorpusEmbedding(terms, floats.subarray(0, terms.length), floats.subarray(terms.length));
    } catch (cause) {
      throw new KnowledgeError("knowledge_damaged", "Mô hình nhúng của kho tri thức bị hỏng.", { cause });
    }
  }
}

const bytesOf = (floats: Float32Array) => Buffer.from(floats.buffer, floats.byteOffset, floats.byteLength);

function weigh(text: string, numbers: ReadonlyMap<string, number>, idf: Float32Array): SparseRow {
  const counts = new Map<number, number>();
  for (const term of termsOf(text)) {
    const number = numbers.get(term);
    if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  const terms = Uint32Array.from(counts.keys());
  const weights = Float64Array.from(counts, ([term, count]) => (1 + Math.log(count)) * idf[term]!);
  const length = Math.hypot(...weights);
  return { terms, weights: length === 0 ? weights : weights.map((weight) => weight / length) };
}

/** Same texts, same vectors, bit for bit. */
export function fitCorpusEmbedding(
  texts: readonly string[],
  dimensions = CORPUS_DIMENSIONS,
): CorpusEmbedding {
  const inDocuments = new Map<string, number>();
  for (const text of texts)
    for (const term of new Set(termsOf(text))) inDocuments.set(term, (inDocuments.get(term) ?? 0) + 1);
  const terms = [...inDocuments]
    .filter(([, count]) => count >= MIN_DOCUMENTS)
    .map(([term]) => term)
    .sort();
  const numbers = new Map(terms.map((term, number) => [term, number]));
  const idf = Float32Array.from(terms, (term) => Math.log(1 + texts.length / inDocuments.get(term)!));
  const rows = texts.map((text) => weigh(text, numbers, idf));
  const rank = Math.min(dimensions, terms.length, texts.length);
  const basis = randomBasis(rank, terms.length);
  for (let i = 0; i < ITERATIONS; i++) {
    orthonormalize(basis);
    multiplyTwice(rows, basis);
  }
  orthonormalize(basis);
  const projection = new Float32Array(terms.length * rank);
  basis.forEach((direction, d) => {
    direction.forEach((value, term) => {
      projection[term * rank + d] = value;
    });
  });
  return new CorpusEmbedding(terms, idf, projection);
}

/** Directions of the term space as rows of numbers in -1..1, always the same. */
function randomBasis(rank: number, width: number): Float64Array[] {
  let state = SEED;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
  return Array.from({ length: rank }, () => Float64Array.from({ length: width }, next));
}

/** Each direction v becomes AᵀA·v, A being the texts. */
function multiplyTwice(rows: readonly SparseRow[], basis: Float64Array[]): void {
  basis.forEach((direction, d) => {
    const result = new Float64Array(direction.length);
    for (const { terms, weights } of rows) {
      let product = 0;
      for (let i = 0; i < terms.length; i++) product += weights[i]! * direction[terms[i]!]!;
      for (let i = 0; i < terms.length; i++) result[terms[i]!]! += product * weights[i]!;
    }
    basis[d] = result;
  });
}

/** Modified Gram-Schmidt, in place; a direction that vanishes becomes zero. */
function orthonormalize(basis: Float64Array[]): void {
  for (let d = 0; d < basis.length; d++) {
    const direction = basis[d]!;
    for (let e = 0; e < d; e++) {
      const other = basis[e]!;
      let product = 0;
      for (let i = 0; i < direction.length; i++) product += direction[i]! * other[i]!;
      for (let i = 0; i < direction.length; i++) direction[i]! -= product * other[i]!;
    }
    let square = 0;
    for (const value of direction) square += value * value;
    const scale = square > 1e-20 ? 1 / Math.sqrt(square) : 0;
    for (let i = 0; i < direction.length; i++) direction[i]! *= scale;
  }
}
