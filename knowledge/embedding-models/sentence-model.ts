/** The built-in embedding: a vector for each feature of a text (sentence-features.ts), learned beforehand and shipped
 *  with the program, and a text as the weighted mean of them. docs/model.md tells from what it learned and how well
 *  it does. Same text, same vector on every machine. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Embeddings } from "@langchain/core/embeddings";
import { packArrays, unpackArrays } from "../packed-arrays.ts";
import { readTexts, type TokenCorpus } from "../token-corpus.ts";
import {
  featuresOfPair,
  featuresOfToken,
  hashOfFeature,
  placeOf,
  visitUnits,
  weightOf,
} from "./sentence-features.ts";

/** Ascending hashes of the features, and their vectors (features × dimensions), each divided by its scale. */
const SHAPE = { hashes: "Uint32Array", vectors: "Int8Array", scales: "Float32Array" } as const;
const INT8_LIMIT = 127;
const FILE = fileURLToPath(new URL("./sentence-model.bin", import.meta.url));

interface Arrays {
  hashes: Uint32Array;
  vectors: Int8Array;
  scales: Float32Array;
}

export class SentenceModel extends Embeddings {
  readonly dimensions: number;
  /** Of its bytes, 12 hexadecimal digits. */
  readonly version: string;
  readonly #arrays: Arrays;

  /** Throws KnowledgeError "knowledge_damaged". */
  constructor(bytes: Uint8Array) {
    super({});
    const { header, arrays } = unpackArrays(bytes, SHAPE);
    this.dimensions = (header as { dimensions: number }).dimensions;
    this.version = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
    this.#arrays = arrays;
  }

  /** Rounds vectors (features × dimensions) to 8 bits. `hashes` are ascending. */
  static pack(hashes: Uint32Array, vectors: Float32Array, dimensions: number): Uint8Array {
    const rounded = new Int8Array(vectors.length);
    const scales = new Float32Array(hashes.length);
    for (let row = 0; row < hashes.length; row++) {
      const start = row * dimensions;
      let most = 0;
      for (let d = 0; d < dimensions; d++) most = Math.max(most, Math.abs(vectors[start + d]!));
      if (most === 0) continue;
      scales[row] = most / INT8_LIMIT;
      for (let d = 0; d < dimensions; d++)
        rounded[start + d] = Math.round(vectors[start + d]! / scales[row]!);
    }
    return packArrays({ dimensions }, { hashes, vectors: rounded, scales });
  }

  /** Unit vectors; the zero vector for a text without a known feature. */
  async embedDocuments(texts: string[]): Promise<number[][]> {
    const embed = this.reader(readTexts(texts));
    return texts.map((_text, i) => Array.from(embed(i)));
  }

  async embedQuery(text: string): Promise<number[]> {
    return Array.from(this.embed(text));
  }

  embed(text: string): Float32Array {
    return this.reader(readTexts([text]))(0);
  }

  /** Embeds the texts of a corpus by number; each of its tokens and pairs of neighbours is looked up once. */
  reader(corpus: TokenCorpus): (text: number) => Float32Array {
    const { tokens, texts } = corpus;
    const size = tokens.length;
    // The few tokens of a corpus come again and again, and have many features each: their vectors are summed once.
    const tokenVectors = new Map<number, Float32Array>();
    const pairPlaces = new Map<number, readonly number[]>();
    const vectorOfToken = (token: number): Float32Array => {
      let vector = tokenVectors.get(token);
      if (!vector) {
        vector = new Float32Array(this.dimensions);
        for (const place of this.#placesOf(featuresOfToken(tokens[token]!))) this.#addTo(vector, place, 1);
        tokenVectors.set(token, vector);
      }
      return vector;
    };
    const placesOfPair = (unit: number): readonly number[] => {
      let places = pairPlaces.get(unit);
      if (!places) {
        places = this.#placesOf(featuresOfPair(tokens[Math.floor(unit / size)]!, tokens[unit % size]!));
        pairPlaces.set(unit, places);
      }
      return places;
    };
    return (text) => {
      const counts = new Map<number, number>();
      const add = (unit: number) => counts.set(unit, (counts.get(unit) ?? 0) + 1);
      visitUnits(texts[text]!, add, (first, second) => add(first * size + second));
      const sum = new Float32Array(this.dimensions);
      for (const [unit, count] of counts) {
        const weight = weightOf(count);
        if (unit < size) {
          const vector = vectorOfToken(unit);
          for (let d = 0; d < sum.length; d++) sum[d]! += weight * vector[d]!;
        } else for (const place of placesOfPair(unit)) this.#addTo(sum, place, weight);
      }
      return toLengthOne(sum);
    };
  }

  /** Of those features that the model knows. */
  #placesOf(features: readonly string[]): number[] {
    return features
      .map((name) => placeOf(this.#arrays.hashes, hashOfFeature(name)))
      .filter((place) => place >= 0);
  }

  #addTo(sum: Float32Array, place: number, weight: number): void {
    const { vectors, scales } = this.#arrays;
    const start = place * this.dimensions;
    const factor = weight * scales[place]!;
    for (let d = 0; d < sum.length; d++) sum[d]! += factor * vectors[start + d]!;
  }
}

function toLengthOne(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  if (square > 0) {
    const factor = 1 / Math.sqrt(square);
    for (let d = 0; d < vector.length; d++) vector[d]! *= factor;
  }
  return vector;
}

/** Cosine of two unit vectors; the other may begin at a place of a longer array. */
export function similarity(one: Float32Array, other: Float32Array, start = 0): number {
  let sum = 0;
  for (let d = 0; d < one.length; d++) sum += one[d]! * other[start + d]!;
  return sum;
}

let shipped: SentenceModel | undefined;

/** Puts another model in its place: what learns from rows that the shipped one has read would trust it too much. */
export function replaceShippedModel(bytes: Uint8Array): void {
  shipped = new SentenceModel(bytes);
}

/** The model that ships with the program, read once. */
export function shippedModel(): SentenceModel {
  shipped ??= new SentenceModel(readFileSync(FILE));
  return shipped;
}
