/** What every vector store owes its callers; run for each implementation against a brute-force oracle. */

import { Document } from "@langchain/core/documents";
import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import type { VectorStore } from "@langchain/core/vectorstores";
import { describe, expect, test } from "vitest";
import { createRandom } from "../knowledge/vietnamese/random.ts";

export interface VectorStoreUnderTest {
  create: (embeddings: EmbeddingsInterface) => VectorStore;
  /** The store after it was written and read back; a string says why it can't be. */
  reopen: ((store: VectorStore, embeddings: EmbeddingsInterface) => Promise<VectorStore>) | string;
  /** Why documents can't be deleted, or true. */
  deletes: true | string;
  /** Why a vector of another length is taken, or the code of the error. */
  wrongDimension: { code: string } | string;
}

const DIMENSIONS = 8;

/** Counts the letters a to h of a text: anyone can see what is near what. */
export const letterEmbeddings: EmbeddingsInterface = {
  embedDocuments: async (texts) => texts.map(letterVector),
  embedQuery: async (text) => letterVector(text),
};
const letterVector = (text: string) =>
  [..."abcdefgh"].map((letter) => [...text].filter((other) => other === letter).length);

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0);
const cosine = (a: readonly number[], b: readonly number[]) => dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));

/** Numbers of the k vectors nearest to the query, the best first. */
const nearest = (vectors: readonly number[][], query: readonly number[], k: number): number[] =>
  vectors
    .map((vector, number) => ({ number, score: cosine(vector, query) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, k)
    .map(({ number }) => number);

function randomVectors(count: number, seed: number): number[][] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () =>
    Array.from({ length: DIMENSIONS }, () => random.below(2001) / 1000 - 1),
  );
}

const numbered = (vectors: readonly unknown[], from = 0) =>
  vectors.map(
    (_vector, i) => new Document({ pageContent: `số ${from + i}`, metadata: { number: from + i } }),
  );
const numbersOf = (found: readonly (readonly [Document, number])[]) =>
  found.map(([document]) => document.metadata.number as number);

export function describeVectorStore(name: string, options: VectorStoreUnderTest): void {
  const { create, reopen, deletes, wrongDimension } = options;
  const filled = async (count: number, seed = 1) => {
    const store = create(letterEmbeddings);
    const vectors = randomVectors(count, seed);
    await store.addVectors(vectors, numbered(vectors));
    return { store, vectors };
  };

  describe(`${name} as a vector store`, () => {
    test("finds texts by the embeddings it was given, and gives them back whole", async () => {
      const store = create(letterEmbeddings);
      await store.addDocuments([
        new Document({ pageContent: "aab", metadata: { place: { line: 3 } } }),
        new Document({ pageContent: "bcc" }),
        new Document({ pageContent: "ccc" }),
      ]);
      const found = await store.similaritySearch("aaaa", 1);
      expect(found.map(({ pageContent, metadata }) => ({ pageContent, metadata }))).toEqual([
        { pageContent: "aab", metadata: { place: { line: 3 } } },
      ]);
      expect((await store.similaritySearch("c", 2)).map((row) => row.pageContent)).toEqual(["ccc", "bcc"]);
    });

    test("scores by cosine, whatever the lengths: the same direction 1, a right angle 0, the opposite -1", async () => {
      const store = create(letterEmbeddings);
      const vectors = [
        [-2, 0],
        [0, 0.5],
        [3, 0],
        [1, 1],
      ];
      await store.addVectors(vectors, numbered(vectors));
      const found = await store.similaritySearchVectorWithScore([0.1, 0], 4);
      expect(numbersOf(found)).toEqual([2, 3, 1, 0]);
      [1, Math.SQRT1_2, 0, -1].forEach((score, i) => {
        expect(found[i]![1]).toBeCloseTo(score, 5);
      });
    });

    test.each([1, 2, 10, 60])("of %i vectors it finds the nearest, as brute force does", async (count) => {
      const { store, vectors } = await filled(count, count);
      for (const query of randomVectors(20, 99)) {
        const k = Math.min(5, count);
        const found = await store.similaritySearchVectorWithScore(query, k);
        expect(numbersOf(found)).toEqual(nearest(vectors, query, k));
        for (const [document, score] of found)
          expect(score).toBeCloseTo(cosine(query, vectors[document.metadata.number]!), 5);
      }
    });

    test("of a thousand vectors it misses next to none of the nearest ten", async () => {
      const { store, vectors } = await filled(1000);
      const queries = randomVectors(50, 7);
      let hits = 0;
      for (const query of queries) {
        const wanted = new Set(nearest(vectors, query, 10));
        const found = numbersOf(await store.similaritySearchVectorWithScore(query, 10));
        hits += found.filter((number) => wanted.has(number)).length;
      }
      expect(hits / (10 * queries.length)).toBeGreaterThan(0.98);
    });

    test("vectors that come later are found beside the earlier ones", async () => {
      const { store, vectors } = await filled(10);
      const more = randomVectors(15, 2);
      await store.addVectors(more, numbered(more, 10));
      const query = more[14]!;
      expect(numbersOf(await store.similaritySearchVectorWithScore(query, 5))).toEqual(
        nearest([...vectors, ...more], query, 5),
      );
    });

    test("gives all it has when asked for more, and nothing when it is empty or asked for none", async () => {
      const { store, vectors } = await filled(3);
      const all = await store.similaritySearchVectorWithScore(vectors[0]!, 10);
      expect(numbersOf(all)).toEqual(nearest(vectors, vectors[0]!, 3));
      expect(await store.similaritySearchVectorWithScore(vectors[0]!, 0)).toEqual([]);
      expect(await create(letterEmbeddings).similaritySearchVectorWithScore([1, 2], 3)).toEqual([]);
      const none = create(letterEmbeddings);
      await none.addDocuments([]);
      expect(await none.similaritySearchVectorWithScore([1, 2], 3)).toEqual([]);
    });

    test("a filter keeps what it accepts, however rare that is", async () => {
      const { store, vectors } = await filled(500);
      const accepts = (number: number) => number % 100 === 7;
      const found = await store.similaritySearchVectorWithScore(vectors[0]!, 5, (document: Document) =>
        accepts(document.metadata.number as number),
      );
      expect(numbersOf(found)).toEqual(nearest(vectors, vectors[0]!, 500).filter(accepts));
    });

    test("what a caller does to a document it was given doesn't reach the store", async () => {
      const { store, vectors } = await filled(2);
      const [first] = await store.similaritySearchVectorWithScore(vectors[0]!, 1);
      first![0].pageContent = "đã sửa";
      const [again] = await store.similaritySearchVectorWithScore(vectors[0]!, 1);
      expect(again![0].pageContent).toBe("số 0");
    });

    test("a deleted document is found no more, and the next nearest takes its place", async ({ skip }) => {
      if (deletes !== true) return skip(deletes);
      const store = create(letterEmbeddings);
      const vectors = randomVectors(40, 3);
      const ids = (await store.addVectors(vectors, numbered(vectors))) as string[];
      const query = vectors[0]!;
      const order = nearest(vectors, query, 40);
      await store.delete({ ids: order.slice(0, 3).map((number) => ids[number]!) });
      expect(numbersOf(await store.similaritySearchVectorWithScore(query, 5))).toEqual(order.slice(3, 8));
      await store.delete({ ids: order.slice(3).map((number) => ids[number]!) });
      expect(await store.similaritySearchVectorWithScore(query, 5)).toEqual([]);
    });

    test("read back, it answers as before", async ({ skip }) => {
      if (typeof reopen === "string") return skip(reopen);
      const { store, vectors } = await filled(60);
      const reopened = await reopen(store, letterEmbeddings);
      for (const query of randomVectors(10, 5)) {
        expect(await reopened.similaritySearchVectorWithScore(query, 8)).toEqual(
          await store.similaritySearchVectorWithScore(query, 8),
        );
      }
      const more = randomVectors(1, 6);
      await reopened.addVectors(more, numbered(more, 60));
      expect(numbersOf(await reopened.similaritySearchVectorWithScore(more[0]!, 3))).toEqual(
        nearest([...vectors, ...more], more[0]!, 3),
      );
      const empty = await reopen(create(letterEmbeddings), letterEmbeddings);
      expect(await empty.similaritySearchVectorWithScore([1, 2], 3)).toEqual([]);
    });

    test("a vector of another length is an error, and changes nothing", async ({ skip }) => {
      if (typeof wrongDimension === "string") return skip(wrongDimension);
      const { store, vectors } = await filled(3);
      const short = [1, 2];
      await expect(store.similaritySearchVectorWithScore(short, 1)).rejects.toMatchObject(wrongDimension);
      await expect(store.addVectors([vectors[0]!, short], numbered([0, 0], 3))).rejects.toMatchObject(
        wrongDimension,
      );
      expect(numbersOf(await store.similaritySearchVectorWithScore(vectors[0]!, 10))).toEqual(
        nearest(vectors, vectors[0]!, 3),
      );
    });
  });
}
