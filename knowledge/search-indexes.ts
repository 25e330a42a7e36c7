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
import { windowsOf } from "./embedding-models/sentence-features.ts";
import { type SentenceModel, shippedModel } from "./embedding-models/sentence-model.ts";
import { type Chunk, textOf } from "./records.ts";
import type { RetrieverParts } from "./retriever.ts";
import { termsOfCorpus } from "./terms.ts";
import { readTexts } from "./token-corpus.ts";
import { HnswVectorStore } from "./vector-stores/hnsw-vector-store.ts";

const VECTORS = "vectors";
const CHUNKS_AT_A_TIME = 500;
/** Share of the vectors in the score for each word of the question: the more it says, the better its meaning is known
 *  (docs/model.md). */
const DENSE_WEIGHT = { least: 0.1, perWord: 0.02, most: 0.4 } as const;
const denseWeight = (words: number) =>
  Math.min(DENSE_WEIGHT.most, Math.max(DENSE_WEIGHT.least, DENSE_WEIGHT.perWord * words));
/** What `buildSearchIndexes` writes, relative to its folder. */
export const INDEX_FILES = [
  "bm25.bin",
  "syllables.bin",
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

type Report = (progress: BuildProgress) => void;

/** Writes INDEX_FILES; the folder and its folder of vectors exist. Same chunks, same bytes. Holds up the event loop for
 *  seconds when there are many chunks. */
export async function buildSearchIndexes(
  directory: string,
  chunks: readonly Chunk[],
  report: Report,
  model: SentenceModel = shippedModel(),
): Promise<void> {
  const write = (file: IndexFile, bytes: Uint8Array) => writeFile(join(directory, file), bytes);
  report({ step: "Lập chỉ mục từ", done: 0, total: 2 });
  const texts = chunks.map(textOf);
  const corpus = readTexts(texts);
  report({ step: "Lập chỉ mục từ", done: 1, total: 2 });
  await write("bm25.bin", Bm25Index.ofNumbers(termsOfCorpus(corpus)).toBytes());
  await write("syllables.bin", syllableCountsToBytes(countSyllables(corpus)));
  report({ step: "Lập chỉ mục từ", done: 2, total: 2 });
  const store = new HnswVectorStore(model);
  for (let done = 0; done < chunks.length; done += CHUNKS_AT_A_TIME) {
    report({ step: "Lập chỉ mục vectơ", done, total: chunks.length });
    const windows = texts
      .slice(done, done + CHUNKS_AT_A_TIME)
      .flatMap((text, i) => windowsOf(text).map((window) => ({ chunk: done + i, window })));
    const embed = model.reader(readTexts(windows.map(({ window }) => window)));
    await store.addVectors(
      windows.map((_window, i) => Array.from(embed(i))),
      windows.map(({ chunk }) => new Document({ pageContent: "", metadata: { chunk } })),
    );
  }
  await store.save(join(directory, VECTORS));
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
    thread.on("message", (message: { progress: BuildProgress } | "done") => {
      if (message === "done") return resolve();
      try {
        report(message.progress);
      } catch (error) {
        reject(error);
      }
    });
    thread.on("error", reject);
    thread.on("exit", (code) => reject(new Error(`index thread ended with ${code}`)));
  }).finally(() => thread.terminate());
}

/** `read` gives the bytes of a file of the folder, each of INDEX_FILES once: what is damaged shows before it serves.
 *  Throws KnowledgeError "knowledge_damaged", "vector_dimension". */
export async function openSearchIndexes(
  directory: string,
  chunks: readonly Chunk[],
  read: (file: IndexFile) => Promise<Uint8Array>,
): Promise<Omit<RetrieverParts, "procedures">> {
  const bm25 = Bm25Index.fromBytes(await read("bm25.bin"));
  const restorer = createRestorer(syllableCountsFromBytes(await read("syllables.bin")));
  // Of use to the library that reads them by itself.
  for (const file of [`${VECTORS}/documents.json`, `${VECTORS}/index.hnsw`] as const) await read(file);
  const embeddings = shippedModel();
  return {
    chunks,
    bm25,
    restorer,
    embeddings,
    denseWeight,
    vectors: await HnswVectorStore.load(join(directory, VECTORS), embeddings),
  };
}
