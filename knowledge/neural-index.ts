/** Vectors of a neural model for the chunks of the version that serves. They are kept by text in one file beside the
 *  versions, so that after a rebuild only texts that are new are embedded; the file says by which model. */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { Document } from "@langchain/core/documents";
import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import type { Rerank } from "./embedding-models/onnx.ts";
import { KnowledgeError } from "./errors.ts";
import { packArrays, unpackArrays } from "./packed-arrays.ts";
import { type Chunk, textOf } from "./records.ts";
import type { RetrieverParts } from "./retriever.ts";
import type { BuildProgress } from "./search-indexes.ts";

export interface NeuralModel {
  /** "ollama bge-m3"; written into the file. */
  name: string;
  embeddings: EmbeddingsInterface;
  /** Share in the score, 0..1. */
  weight: number;
  rerank?: Rerank;
}

export interface NeuralOptions {
  /** Where the vectors are kept. */
  file: string;
  onProgress?: (progress: BuildProgress) => void;
  /** Told when a question could not be embedded or its hits not be reranked: it is then searched by words alone. */
  onProblem?: (error: Error) => void;
  /** For one question. Default 1500. */
  queryTimeoutMs?: number;
}

type NeuralParts = Pick<RetrieverParts, "vectors" | "embeddings" | "denseWeight"> & { rerank?: Rerank };

const SHAPE = { hashes: "Uint8Array", vectors: "Float32Array" } as const;
const HASH_BYTES = 16;
const TEXTS_AT_A_TIME = 64;
/** After so many texts the file is written: a long embedding that is broken off goes on from there. */
const TEXTS_BETWEEN_SAVES = 2048;
const QUERY_TIMEOUT_MS = 1500;

const hashOf = (text: string) => createHash("sha256").update(text).digest().toString("hex", 0, HASH_BYTES);

/** Embeds what the file doesn't hold, and gives what takes the place of the built-in vectors in a retriever. Throws
 *  KnowledgeError "embedding_mismatch" when the file was made by another model or the model has changed its dimension,
 *  and what the model throws. */
export async function openNeuralIndex(
  model: NeuralModel,
  chunks: readonly Chunk[],
  options: NeuralOptions,
): Promise<NeuralParts> {
  const texts = chunks.map(textOf);
  const hashes = texts.map(hashOf);
  const known = await readVectors(options.file, model.name);
  const missing = [...new Map(hashes.map((hash, i) => [hash, texts[i]!]))].filter(
    ([hash]) => !known.has(hash),
  );
  let dimensions = known.values().next().value?.length ?? 0;
  for (let done = 0; done < missing.length; done += TEXTS_AT_A_TIME) {
    options.onProgress?.({ step: "Tính vectơ bằng mô hình", done, total: missing.length });
    const part = missing.slice(done, done + TEXTS_AT_A_TIME);
    const vectors = await model.embeddings.embedDocuments(part.map(([, text]) => text));
    part.forEach(([hash], i) => {
      const vector = unit(vectors[i] ?? []);
      dimensions ||= vector.length;
      if (vector.length !== dimensions || dimensions === 0)
        throw mismatch(
          `mô hình trả về vectơ ${vector.length} chiều, chỉ mục có ${dimensions} chiều`,
          options.file,
        );
      known.set(hash, vector);
    });
    if ((done + TEXTS_AT_A_TIME) % TEXTS_BETWEEN_SAVES === 0)
      await writeVectors(options.file, model.name, dimensions, known);
  }
  const used = new Map(hashes.map((hash) => [hash, known.get(hash)!]));
  if (missing.length > 0) await writeVectors(options.file, model.name, dimensions, used);
  options.onProgress?.({ step: "Tính vectơ bằng mô hình", done: missing.length, total: missing.length });
  const matrix = hashes.map((hash) => known.get(hash)!);
  const documents = chunks.map((_chunk, chunk) => new Document({ pageContent: "", metadata: { chunk } }));
  const { rerank } = model;
  return {
    denseWeight: () => model.weight,
    embeddings: {
      embedDocuments: (many) => model.embeddings.embedDocuments(many),
      // The zero vector is near to nothing: the question is searched by its words.
      embedQuery: (text) =>
        within(options, () => model.embeddings.embedQuery(text), new Array<number>(dimensions).fill(0)),
    },
    vectors: {
      async similaritySearchVectorWithScore(query, k) {
        const asked = unit(query);
        if (asked.length !== dimensions) return [];
        return matrix
          .map((vector, i): [Document, number] => [documents[i]!, dot(asked, vector)])
          .sort((a, b) => b[1] - a[1])
          .slice(0, k);
      },
    },
    ...(rerank ? { rerank: (query, texts) => within(options, () => rerank(query, texts), []) } : {}),
  };
}

/** What can't be had in time is done without. */
async function within<Value>(
  options: NeuralOptions,
  ask: () => Promise<Value>,
  otherwise: Value,
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const give = () => reject(new KnowledgeError("embedding_timeout", "Mô hình vectơ trả lời quá chậm."));
    timer = setTimeout(give, options.queryTimeoutMs ?? QUERY_TIMEOUT_MS);
  });
  try {
    return await Promise.race([ask(), late]);
  } catch (error) {
    options.onProblem?.(error as Error);
    return otherwise;
  } finally {
    clearTimeout(timer);
  }
}

async function readVectors(file: string, model: string): Promise<Map<string, Float32Array>> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (!bytes) return new Map();
  const { header, arrays } = unpackArrays(bytes, SHAPE);
  const made = header as { model: string; dimensions: number };
  if (made.model !== model) throw mismatch(`chỉ mục lập bằng “${made.model}”, cài đặt là “${model}”`, file);
  const hashes = Buffer.from(arrays.hashes);
  const count = hashes.length / HASH_BYTES;
  return new Map(
    Array.from({ length: count }, (_, i) => [
      hashes.toString("hex", i * HASH_BYTES, (i + 1) * HASH_BYTES),
      arrays.vectors.slice(i * made.dimensions, (i + 1) * made.dimensions),
    ]),
  );
}

/** Beside the file first, so that a crash leaves the one before. */
async function writeVectors(
  file: string,
  model: string,
  dimensions: number,
  known: ReadonlyMap<string, Float32Array>,
): Promise<void> {
  const vectors = new Float32Array(known.size * dimensions);
  [...known.values()].forEach((vector, i) => {
    vectors.set(vector, i * dimensions);
  });
  const hashes = new Uint8Array(Buffer.from([...known.keys()].join(""), "hex"));
  const temporary = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(temporary, packArrays({ model, dimensions }, { hashes, vectors }));
  await rename(temporary, file);
}

const mismatch = (what: string, file: string) =>
  new KnowledgeError(
    "embedding_mismatch",
    `Vectơ không khớp mô hình: ${what}. Đặt lại EMBEDDINGS_MODEL, hoặc xóa ${file} để tính lại từ đầu.`,
  );

function unit(vector: readonly number[]): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return Float32Array.from(vector, (value) => value / length);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
