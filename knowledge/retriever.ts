/** Hybrid retrieval of chunks: scores of BM25 and of vectors, standardised (zero mean, unit variance: Montague & Aslam,
 *  "Relevance score normalization for metasearch", CIKM 2001), added with weights, and codes that must agree. */
import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import type { VectorStoreInterface } from "@langchain/core/vectorstores";
import { type Bm25Index, highest } from "./bm25.ts";
import type { Restorer } from "./diacritics.ts";
import { type ReadQuery, readQuery } from "./read-query.ts";
import type { FindOptions, RecordFinder, RecordHit } from "./record-finder.ts";
import { type Chunk, textOf } from "./records.ts";

export interface Hit {
  chunk: Chunk;
  /** 0..1 within this search; best first. */
  score: number;
  /** Score of BM25, 0 where no word stands. */
  lexical: number;
  /** Similarity of the vectors; 0 when it is none of the nearest. */
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
  /** Share of the vectors in the sum for a query of so many words, 0..1; the rest is lexical. */
  denseWeight: (words: number) => number;
  restorer: Restorer;
  procedures: RecordFinder;
  /** How well each text answers the query, 0..1; fewer values than texts: it could not be told. */
  rerank?: (query: string, texts: readonly string[]) => Promise<readonly number[]>;
}

/** So many hits are reranked, and this is the reranker's share in their score. */
const RERANKED = 20;
const RERANK_WEIGHT = 0.6;
/** Best lexical matches and nearest neighbours that are looked at. */
const CANDIDATES = 100;
/** Neighbours can't be asked for by kind: so many more are asked for when kinds are. */
const NEIGHBOURS_PER_CANDIDATE = 4;
/** Weight of the codes of a question (numbers of documents, codes of procedures, labels) when a chunk holds one. */
const CODE_WEIGHT = 0.6;
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
    const best = new Map<number, number>();
    // Best first: of a chunk's windows the nearest one counts.
    for (const [document, score] of near) {
      const chunk = Number(document.metadata.chunk);
      if (!best.has(chunk)) best.set(chunk, score);
    }
    return best;
  }

  /** Chunk → share of the text's codes that it holds or that name its record. */
  function matchCodes({ codes }: ReadQuery): Map<number, number> {
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
      first.map(({ chunk }) => textOf(chunk)),
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
      const read = readQuery(query, restorer, restored);
      const { text } = read;
      const accepts = (number: number) => !kinds || kinds.includes(chunks[number]!.kind);
      const scores = read.scores(bm25);
      const lexical = highest(scores, Math.max(CANDIDATES, limit), accepts);
      const near = await nearest(text, kinds ? CANDIDATES * NEIGHBOURS_PER_CANDIDATE : CANDIDATES);
      const dense = new Map([...near].filter(([number]) => accepts(number)).slice(0, CANDIDATES));
      const codes = matchCodes(read);
      const numbers = [
        ...new Set([...lexical.map(({ document }) => document), ...dense.keys(), ...codes.keys()]),
      ].filter(accepts);
      const codeWeight = numbers.some((number) => codes.has(number)) ? CODE_WEIGHT : 0;
      // None of the nearest: as far as the farthest of them, at least.
      const farthest = dense.size > 0 ? Math.min(...dense.values()) : 0;
      const byWords = standardised(numbers.map((number) => scores[number]!));
      const byVectors = standardised(numbers.map((number) => dense.get(number) ?? farthest));
      const share = denseWeight(read.words);
      const sums = scaled(byWords.map((score, i) => (1 - share) * score + share * byVectors[i]!));
      const hits = numbers
        .map((number, i) => ({
          number,
          hit: {
            chunk: chunks[number]!,
            score: (1 - codeWeight) * sums[i]! + codeWeight * (codes.get(number) ?? 0),
            lexical: scores[number]!,
            dense: dense.get(number) ?? 0,
          },
        }))
        .sort((a, b) => b.hit.score - a.hit.score || a.number - b.number)
        .map(({ hit }) => hit);
      return (await reranked(text, hits)).slice(0, limit);
    },
  };
}

/** Standard deviations above the mean; 0 where the scores don't differ. */
function standardised(scores: readonly number[]): number[] {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const deviation = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length);
  return scores.map((score) => (deviation > 0 ? (score - mean) / deviation : 0));
}

/** Min-max to 0..1; what doesn't differ becomes 1. */
function scaled(values: readonly number[]): number[] {
  const low = Math.min(...values);
  const range = Math.max(...values) - low;
  return values.map((value) => (range === 0 ? 1 : (value - low) / range));
}
