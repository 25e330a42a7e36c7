import { expect, test } from "vitest";
import { latentSemantics } from "../../../knowledge/embedding-models/latent-semantics.ts";
import { createRandom } from "../vietnamese/random.ts";

const pause = async () => {};
const random = (seed: number) => {
  const { below } = createRandom(seed);
  return () => below(1_000_000) / 1_000_000;
};
const texts = (rows: number[][]) => rows.map((terms) => ({ terms, values: terms.map(() => 1) }));

function columns(vectors: Float32Array, dimensions: number): number[][] {
  return Array.from({ length: dimensions }, (_value, d) =>
    Array.from({ length: vectors.length / dimensions }, (_row, term) => vectors[term * dimensions + d]!),
  );
}
const product = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0);

test("columns are orthonormal", async () => {
  const { below } = createRandom(2);
  const rows = Array.from({ length: 60 }, () => [...new Set(Array.from({ length: 8 }, () => below(40)))]);
  const found = columns(await latentSemantics(texts(rows), 40, 6, random(1), pause), 6);
  found.forEach((a, i) => {
    found.forEach((b, j) => {
      expect(product(a, b)).toBeCloseTo(i === j ? 1 : 0, 4);
    });
  });
});

test("terms that stand together lie together, those that never meet are at right angles", async () => {
  // Two subjects without a common term.
  const rows = [...Array(6).fill([0, 1, 2]), ...Array(5).fill([3, 4])];
  const vectors = await latentSemantics(texts(rows), 5, 2, random(1), pause);
  const of = (term: number) => [...vectors.subarray(2 * term, 2 * term + 2)];
  const cosine = (a: number, b: number) =>
    product(of(a), of(b)) / Math.hypot(...of(a)) / Math.hypot(...of(b));
  expect(cosine(0, 1)).toBeCloseTo(1, 3);
  expect(cosine(3, 4)).toBeCloseTo(1, 3);
  expect(cosine(0, 3)).toBeCloseTo(0, 3);
});

test("a dimension that the corpus doesn't have is zero", async () => {
  const vectors = await latentSemantics(
    texts([
      [0, 1],
      [0, 1],
    ]),
    2,
    2,
    random(1),
    pause,
  );
  const [first, second] = columns(vectors, 2);
  expect(Math.hypot(...first!)).toBeCloseTo(1, 4);
  expect(Math.hypot(...second!)).toBeCloseTo(0, 4);
});
