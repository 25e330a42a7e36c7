/** The search indexes of one version: built from its chunks into a folder, and opened again. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { Document } from "@langchain/core/documents";
import { Bm25Index } from "./bm25.ts";
import {
  countSyllables,
  createRestorer,
  syllableCountsFromBytes,
  syllableCountsToBytes,
} from "./diacritics.ts";
import { CorpusEmbedding } from "./embedding-models/corpus-embedding.ts";
import { fitCorpusEmbedding } from "./embedding-models/fit-corpus-embedding.ts";
import type { Chunk } from "./records.ts";
import type { RetrieverParts } from "./retriever.ts";
import { termsOf } from "./terms.ts";
import { readTexts, tokensOf } from "./token-corpus.ts";
import { HnswVectorStore } from "./vector-stores/hnsw-vector-store.ts";

const VECTORS = "vectors";
const VECTORS_AT_A_TIME = 500;
/** Share of the vectors in the score. Latent semantics alone give .901 nDCG at 0.3 where BM25 has .913 (statutes). */
const DENSE_WEIGHT = { trained: 0.3, untrained: 0.1 } as const;
/** What `buildSearchIndexes` writes, relative to its folder. */
export const INDEX_FILES = [
  "bm25.bin",
  "syllables.bin",
  "embedding.bin",
  `${VECTORS}/documents.json`,
  `${VECTORS}/index.hnsw`,
] as const;
type IndexFile = (typeof INDEX_FILES)[number];

export interface BuildProgress {
  /** In Vietnamese. */
  step: string;
  done: number;
  total: number;
}

const textOf = (chunk: Chunk) => [...chunk.headings, chunk.text].join("\n");

type Report = (progress: BuildProgress) => void;

/** Writes INDEX_FILES; the folder and its folder of vectors exist. Same chunks, same bytes. Holds up the event loop
 *  for seconds when there are many chunks. */
export async function buildSearchIndexes(
  directory: string,
  chunks: readonly Chunk[],
  report: Report,
): Promise<void> {
  const write = (file: IndexFile, bytes: Uint8Array) => writeFile(join(directory, file), bytes);
  report({ step: "Lập chỉ mục từ", done: 0, total: 2 });
  const corpus = readTexts(chunks.map(textOf));
  report({ step: "Lập chỉ mục từ", done: 1, total: 2 });
  const terms = function* () {
    for (const text of corpus.texts) yield termsOf(tokensOf(corpus, text));
  };
  await write("bm25.bin", Bm25Index.build(terms()).toBytes());
  await write("syllables.bin", syllableCountsToBytes(countSyllables(corpus)));
  report({ step: "Lập chỉ mục từ", done: 2, total: 2 });
  const embedding = await fitCorpusEmbedding(corpus, {
    groups: groupsOf(chunks),
    onProgress: (done, total) => report({ step: "Học nghĩa của từ", done, total }),
  });
  await write("embedding.bin", embedding.toBytes());
  const vectors = new HnswVectorStore(embedding);
  for (let done = 0; done < chunks.length; done += VECTORS_AT_A_TIME) {
    report({ step: "Lập chỉ mục vectơ", done, total: chunks.length });
    const part = chunks.slice(done, done + VECTORS_AT_A_TIME);
    await vectors.addVectors(
      part.map((chunk) => embedding.embed(textOf(chunk))),
      part.map((_chunk, i) => new Document({ pageContent: "", metadata: { chunk: done + i } })),
    );
  }
  await vectors.save(join(directory, VECTORS));
  report({ step: "Lập chỉ mục vectơ", done: chunks.length, total: chunks.length });
}

/** The same in a thread of its own. What `report` throws stops it. */
export function buildSearchIndexesAside(
  directory: string,
  chunks: readonly Chunk[],
  report: Report,
): Promise<void> {
  const thread = new Worker(new URL("./search-indexes-thread.js", import.meta.url), {
    workerData: { directory, chunks },
  });
  return new Promise<void>((resolve, reject) => {
    thread.on("message", (progress: BuildProgress) => {
      try {
        report(progress);
      } catch (error) {
        reject(error);
      }
    });
    thread.on("error", reject);
    thread.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`index thread ended with ${code}`)),
    );
  }).finally(() => thread.terminate());
}

/** `read` gives the bytes of a file of the folder. Throws KnowledgeError "knowledge_damaged", "vector_dimension". */
export async function openSearchIndexes(
  directory: string,
  chunks: readonly Chunk[],
  read: (file: IndexFile) => Promise<Uint8Array>,
): Promise<Omit<RetrieverParts, "procedures">> {
  const embeddings = CorpusEmbedding.fromBytes(await read("embedding.bin"));
  return {
    chunks,
    bm25: Bm25Index.fromBytes(await read("bm25.bin")),
    restorer: createRestorer(syllableCountsFromBytes(await read("syllables.bin"))),
    embeddings,
    denseWeight: embeddings.trained ? DENSE_WEIGHT.trained : DENSE_WEIGHT.untrained,
    vectors: await HnswVectorStore.load(join(directory, VECTORS), embeddings),
  };
}

function groupsOf(chunks: readonly Chunk[]): number[] {
  const groups = new Map<string, number>();
  return chunks.map(({ kind, recordId }) => {
    const key = `${kind} ${recordId}`;
    const group = groups.get(key) ?? groups.size;
    groups.set(key, group);
    return group;
  });
}
