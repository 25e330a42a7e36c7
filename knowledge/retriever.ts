/** Hybrid retrieval: BM25 and vectors, each scaled to 0..1 and added with weights. */
import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import type { VectorStoreInterface } from "@langchain/core/vectorstores";
import type { Bm25Index } from "./bm25.ts";
import type { Chunk } from "./records.ts";
import { termsOf } from "./terms.ts";

export interface Hit {
  chunk: Chunk;
  /** Weighted sum, 0..1; best first. */
  score: number;
  /** 0..1 within this search. */
  lexical: number;
  dense: number;
}

export interface SearchOptions {
  kinds?: readonly Chunk["kind"][];
  /** Default 10. */
  limit?: number;
}

export interface Retriever {
  search(query: string, options?: SearchOptions): Promise<Hit[]>;
}

/** Share of the vectors in the sum; the rest is lexical. */
const DENSE_WEIGHT = 0.3;
const DENSE_CANDIDATES = 50;
const DEFAULT_LIMIT = 10;

/** Vectors carry the chunk's position as metadata `chunk`. */
export function createRetriever(
  chunks: readonly Chunk[],
  bm25: Bm25Index,
  vectors: Pick<VectorStoreInterface, "similaritySearchVectorWithScore">,
  embeddings: EmbeddingsInterface,
): Retriever {
  return {
    async search(query, { kinds, limit = DEFAULT_LIMIT } = {}) {
      const accepts = (number: number) => !kinds || kinds.includes(chunks[number]!.kind);
      const lexical = scaled(new Map([...bm25.scores(termsOf(query))].filter(([number]) => accepts(number))));
      const near = await vectors.similaritySearchVectorWithScore(
        await embeddings.embedQuery(query),
        Math.min(DENSE_CANDIDATES, chunks.length),
      );
      const dense = scaled(
        new Map(
          near
            .map(([document, score]): [number, number] => [Number(document.metadata.chunk), score])
            .filter(([number]) => accepts(number)),
        ),
      );
      const numbers = new Set([...lexical.keys(), ...dense.keys()]);
      return [...numbers]
        .map((number) => {
          const parts = { lexical: lexical.get(number) ?? 0, dense: dense.get(number) ?? 0 };
          const score = (1 - DENSE_WEIGHT) * parts.lexical + DENSE_WEIGHT * parts.dense;
          return { number, hit: { chunk: chunks[number]!, score, ...parts } };
        })
        .sort((a, b) => b.hit.score - a.hit.score || a.number - b.number)
        .slice(0, limit)
        .map(({ hit }) => hit);
    },
  };
}

/** Min-max to 0..1; a single value becomes 1. */
function scaled(scores: Map<number, number>): Map<number, number> {
  const values = [...scores.values()];
  const low = Math.min(...values);
  const range = Math.max(...values) - low;
  return new Map([...scores].map(([number, score]) => [number, range === 0 ? 1 : (score - low) / range]));
}
