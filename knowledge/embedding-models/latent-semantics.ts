/** Directions in which the texts of a corpus differ most: latent semantic analysis by subspace iteration.
 *  Sources: Deerwester et al., JASIS 1990; Halko, Martinsson & Tropp, SIAM Review 2011. */
import type { TermList } from "./term-vocabulary.ts";

const ITERATIONS = 3;
/** A direction shorter than this share of the longest has vanished: the corpus has no such dimension. */
const VANISHED = 1e-9;

/** Vectors of the terms, row by row, terms × dimensions; the columns are orthonormal or zero. `random` gives numbers
 *  in 0..1. Calls `pause` between rounds. */
export async function latentSemantics(
  texts: readonly TermList[],
  terms: number,
  dimensions: number,
  random: () => number,
  pause: () => Promise<void>,
): Promise<Float32Array> {
  let vectors = Float32Array.from({ length: terms * dimensions }, () => 2 * random() - 1);
  for (let i = 0; i < ITERATIONS; i++) {
    orthonormalize(vectors, dimensions);
    await pause();
    vectors = multiplyTwice(texts, vectors, dimensions);
    await pause();
  }
  orthonormalize(vectors, dimensions);
  return vectors;
}

/** AᵀA · vectors, A being the texts, each of length 1. */
function multiplyTwice(
  texts: readonly TermList[],
  vectors: Float32Array,
  dimensions: number,
): Float32Array<ArrayBuffer> {
  const result = new Float32Array(vectors.length);
  const product = new Float64Array(dimensions);
  for (const { terms, values } of texts) {
    let square = 0;
    product.fill(0);
    for (let i = 0; i < terms.length; i++) {
      const at = terms[i]! * dimensions;
      const value = values[i]!;
      square += value * value;
      for (let d = 0; d < dimensions; d++) product[d]! += value * vectors[at + d]!;
    }
    for (let i = 0; i < terms.length; i++) {
      const at = terms[i]! * dimensions;
      const value = values[i]! / square;
      for (let d = 0; d < dimensions; d++) result[at + d]! += value * product[d]!;
    }
  }
  return result;
}

/** In place, by the Cholesky factor L of the columns' products: vectors · L⁻ᵀ. */
function orthonormalize(vectors: Float32Array, dimensions: number): void {
  const products = new Float64Array(dimensions * dimensions);
  for (let at = 0; at < vectors.length; at += dimensions) {
    for (let i = 0; i < dimensions; i++) {
      const value = vectors[at + i]!;
      if (value === 0) continue;
      const row = i * dimensions;
      for (let j = 0; j <= i; j++) products[row + j]! += value * vectors[at + j]!;
    }
  }
  let longest = 0;
  for (let i = 0; i < dimensions; i++) longest = Math.max(longest, products[i * dimensions + i]!);
  const factor = new Float64Array(dimensions * dimensions);
  for (let i = 0; i < dimensions; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = products[i * dimensions + j]!;
      for (let k = 0; k < j; k++) sum -= factor[i * dimensions + k]! * factor[j * dimensions + k]!;
      const pivot = factor[j * dimensions + j]!;
      if (i === j) factor[i * dimensions + i] = sum > VANISHED * longest ? Math.sqrt(sum) : 0;
      else factor[i * dimensions + j] = pivot > 0 ? sum / pivot : 0;
    }
  }
  for (let at = 0; at < vectors.length; at += dimensions) {
    for (let i = 0; i < dimensions; i++) {
      const pivot = factor[i * dimensions + i]!;
      let sum = vectors[at + i]!;
      for (let k = 0; k < i; k++) sum -= factor[i * dimensions + k]! * vectors[at + k]!;
      vectors[at + i] = pivot > 0 ? sum / pivot : 0;
    }
  }
}
