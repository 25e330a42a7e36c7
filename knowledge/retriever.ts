/** Hybrid retrieval of chunks: BM25 and vectors, each scaled to 0..1 and added with weights, and codes that must agree. */
import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import type { VectorStoreInterface } from "@langchain/core/vectorstores";
import { type Bm25Index, highest } from "./bm25.ts";
import type { Restorer } from "./diacritics.ts";
import type { FindOptions, RecordFinder, RecordHit } from "./record-finder.ts";
import type { Chunk } from "./records.ts";
import { codesOf, queryTermsOf } from "./terms.ts";

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
  /** The query went through `restore` before. Default false. */
  restored?: boolean;
}

export interface Retriever {
  search(query: string, options?: SearchOptions): Promise<Hit[]>;
  /** Procedures that a question may mean, by their names and texts. */
  findProcedures(query: string, options?: FindOptions): RecordHit[];
  /** The text with the diacritics that were left out in typing, as far as the sources know the words. */
  restore(text: string): string;
}

export interface RetrieverParts {
  chunks: readonly Chunk[];
  /** Documents are the chunks, in their order. */
  bm25: Bm25Index;
  /** Carry the chunk's position as metadata `chunk`. */
  vectors: Pick<VectorStoreInterface, "similaritySearchVectorWithScore">;
  embeddings: EmbeddingsInterface;
  /** Share of the vectors in the sum, 0..1; the rest is lexical. */
  denseWeight: number;
  restorer: Restorer;
  procedures: RecordFinder;
  /** How well each text answers the query, 0..1; fewer values than texts: it could not be told. */
  rerank?: (query: string, texts: readonly string[]) => Promise<readonly number[]>;
}

/** So many hits are reranked, and this is the reranker's share in their score. */
const RERANKED = 20;
const RERANK_WEIGHT = 0.5;
/** Best lexical matches and nearest neighbours that are looked at. */
const CANDIDATES = 100;
/** Neighbours can't be asked for by kind: so many more are asked for when kinds are. */
const NEIGHBOURS_PER_CANDIDATE = 4;
/** Weight of the codes of a question (numbers of documents, codes of procedures, labels) when a chunk holds one. */
const CODE_WEIGHT = 0.5;
const DEFAULT_LIMIT = 10;

export function createRetriever(parts: RetrieverParts): Retriever {
  const { chunks, bm25, vectors, embeddings, denseWeight, restorer, procedures } = parts;
  const chunksOfRecord = new Map<string, number[]>();
  chunks.forEach(({ recordId }, number) => {
    const list = chunksOfRecord.get(recordId);
    if (list) list.push(number);
    else chunksOfRecord.set(recordId, [number]);
  });

  async function nearest(text: string, wanted: number): Promise<Map<number, number>> {
    const vector = await embeddings.embedQuery(text);
    // A text without a known word is near to nothing.
    if (vector.every((value) => value === 0)) return new Map();
    const near = await vectors.similaritySearchVectorWithScore(vector, Math.min(wanted, chunks.length));
    return scaled(near.map(([document, score]) => [Number(document.metadata.chunk), score]));
  }

  /** Chunk → share of the text's codes that it holds or that name its record. */
  function matchCodes(text: string): Map<number, number> {
    const codes = codesOf(text);
    const shares = new Map<number, number>();
    for (const { text: code, term } of codes) {
      for (const number of new Set([...(chunksOfRecord.get(code) ?? []), ...bm25.documentsWith(term)]))
        shares.set(number, (shares.get(number) ?? 0) + 1 / codes.length);
    }
    return shares;
  }

  /** The first hits in a new order; the others stay behind them. */
  async function reranked(text: string, hits: Hit[]): Promise<Hit[]> {
    if (!parts.rerank || hits.length === 0) return hits;
    const first = hits.slice(0, RERANKED);
    const values = await parts.rerank(
      text,
      first.map(({ chunk }) => [...chunk.headings, chunk.text].join("\n")),
    );
    if (values.length !== first.length) return hits;
    const scored = first.map((hit, i) => ({
      ...hit,
      score: (1 - RERANK_WEIGHT) * hit.score + RERANK_WEIGHT * values[i]!,
    }));
    return [...scored.sort((a, b) => b.score - a.score), ...hits.slice(RERANKED)];
  }

  return {
    restore: restorer.restore,
    findProcedures: procedures.find,
    async search(query, { kinds, limit = DEFAULT_LIMIT, restored = false } = {}) {
      const text = restored ? query : restorer.restore(query);
      const accepts = (number: number) => !kinds || kinds.includes(chunks[number]!.kind);
      const scores = bm25.scoreAll(queryTermsOf(text));
      const lexical = highest(scores, Math.max(CANDIDATES, limit), accepts);
      const most = lexical[0]?.score ?? 1;
      const dense = await nearest(text, kinds ? CANDIDATES * NEIGHBOURS_PER_CANDIDATE : CANDIDATES);
      const codes = matchCodes(text);
      const codeWeight = [...codes.keys()].some(accepts) ? CODE_WEIGHT : 0;
      const numbers = new Set([...lexical.map(({ document }) => document), ...dense.keys(), ...codes.keys()]);
      const hits = [...numbers]
        .filter(accepts)
        .map((number) => {
          const hit = { lexical: scores[number]! / most, dense: dense.get(number) ?? 0 };
          const sum = (1 - denseWeight) * hit.lexical + denseWeight * hit.dense;
          const score = (1 - codeWeight) * sum + codeWeight * (codes.get(number) ?? 0);
          return { number, hit: { chunk: chunks[number]!, score, ...hit } };
        })
        .sort((a, b) => b.hit.score - a.hit.score || a.number - b.number)
        .map(({ hit }) => hit);
      return (await reranked(text, hits)).slice(0, limit);
    },
  };
}

/** Min-max to 0..1; a single value becomes 1. */
function scaled(scores: readonly (readonly [number, number])[]): Map<number, number> {
  const values = scores.map(([, score]) => score);
  const low = Math.min(...values);
  const range = Math.max(...values) - low;
  return new Map(scores.map(([number, score]) => [number, range === 0 ? 1 : (score - low) / range]));
}
