/** LangChain's VectorStore over hnswlib-node: cosine similarity, saved as two files. Vectors are brought to length 1
 *  here and not in the library, so that one which is read back and added again stays the same to the bit. */
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Document } from "@langchain/core/documents";
import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import { VectorStore } from "@langchain/core/vectorstores";
import type hnswlib from "hnswlib-node";
import { KnowledgeError } from "../errors.ts";
import { isNativeLoadFailure, nativeModuleError } from "../native-module.ts";
import { pause } from "../pause.ts";

const INDEX_FILE = "index.hnsw";
const DOCUMENTS_FILE = "documents.json";
/** Links per node, breadth while building, breadth while searching; Malkov & Yashunin, TPAMI 2020. */
const M = 16;
const EF_CONSTRUCTION = 100;
const EF_SEARCH = 64;
const SEED = 100;
const ADDED_AT_A_TIME = 100;
/** Inner product; of vectors of length 1 it is the cosine. */
const SPACE = "ip";
/** What rounding to 32 bits may do to a squared length of 1. */
const ROUNDING = 1e-6;

interface StoredDocument {
  pageContent: string;
  metadata: Record<string, unknown>;
  deleted?: true;
}

export class HnswVectorStore extends VectorStore {
  // LangChain's base class asks for this type parameter's default.
  declare FilterType: (document: Document) => boolean;
  #index: hnswlib.HierarchicalNSW | undefined;
  #dimensions = 0;
  #documents: StoredDocument[] = [];
  /** How many of them are not deleted. */
  #live = 0;

  _vectorstoreType(): string {
    return "hnsw";
  }

  constructor(embeddings: EmbeddingsInterface) {
    super(embeddings, {});
  }

  async addDocuments(documents: Document[]): Promise<string[]> {
    const vectors = await this.embeddings.embedDocuments(documents.map((document) => document.pageContent));
    return this.addVectors(vectors, documents);
  }

  /** Returns the ids given to the documents. Throws KnowledgeError "vector_dimension" on a vector of another length. */
  async addVectors(vectors: number[][], documents: Document[]): Promise<string[]> {
    if (vectors.length !== documents.length) throw new RangeError("one vector for each document");
    if (vectors.length === 0) return [];
    const index = this.#open(vectors[0]!.length);
    for (const vector of vectors) this.#check(vector);
    const first = this.#documents.length;
    index.resizeIndex(Math.max(index.getMaxElements(), first + vectors.length));
    this.#documents.push(
      ...documents.map(({ pageContent, metadata }) => ({ pageContent, metadata: { ...metadata } })),
    );
    this.#live += documents.length;
    for (const [i, vector] of vectors.entries()) {
      index.addPoint(unit(vector), first + i);
      // addPoint is synchronous, 0.1 to 1 ms: others get their turn in between.
      if (i % ADDED_AT_A_TIME === 0) await pause();
    }
    return vectors.map((_vector, i) => String(first + i));
  }

  /** Best first; scores are cosine similarities, -1..1. Fewer than k when the store holds fewer. */
  async similaritySearchVectorWithScore(
    query: number[],
    k: number,
    filter?: this["FilterType"],
  ): Promise<[Document, number][]> {
    const index = this.#index;
    if (!index || k <= 0) return [];
    this.#check(query);
    const wanted = Math.min(k, this.#live);
    if (wanted === 0) return [];
    index.setEf(Math.max(EF_SEARCH, wanted));
    const accepts = (id: number) => {
      const stored = this.#documents[id]!;
      return !stored.deleted && (!filter || filter(toDocument(stored, id)));
    };
    const { neighbors, distances } = index.searchKnn(unit(query), wanted, filter ? accepts : undefined);
    return neighbors
      .map((id, i): [Document, number] => [toDocument(this.#documents[id]!, id), 1 - distances[i]!])
      .filter(([document]) => accepts(Number(document.id)));
  }

  /** As it was added, at length 1 and rounded to 32 bits. Throws KnowledgeError "vector_unknown_id". */
  vector(id: string): number[] {
    if (!this.#documents[Number(id)]) throw unknownId(id);
    return this.#index!.getPoint(Number(id));
  }

  override async delete({ ids }: { ids: string[] }): Promise<void> {
    for (const id of ids) {
      const stored = this.#documents[Number(id)];
      if (!stored || stored.deleted) throw unknownId(id);
      stored.deleted = true;
      this.#live--;
      this.#index!.markDelete(Number(id));
    }
  }

  /** Writes into a folder that exists. */
  async save(directory: string): Promise<void> {
    await writeFile(
      join(directory, DOCUMENTS_FILE),
      JSON.stringify({ dimensions: this.#dimensions, documents: this.#documents }),
    );
    const path = join(directory, INDEX_FILE);
    await (this.#index ? this.#index.writeIndex(path) : writeFile(path, ""));
  }

  /** Throws KnowledgeError "knowledge_damaged" or "vector_dimension". */
  static async load(
    directory: string,
    embeddings: EmbeddingsInterface & { dimensions?: number },
  ): Promise<HnswVectorStore> {
    const store = new HnswVectorStore(embeddings);
    const { dimensions, documents } = await readDocuments(directory);
    if (embeddings.dimensions !== undefined && documents.length > 0 && embeddings.dimensions !== dimensions)
      throw dimensionError(dimensions, embeddings.dimensions);
    store.#documents = documents;
    store.#live = documents.filter((document) => !document.deleted).length;
    if (documents.length > 0) {
      store.#dimensions = dimensions;
      store.#index = await readIndex(directory, dimensions, documents.length);
    }
    return store;
  }

  #open(dimensions: number): hnswlib.HierarchicalNSW {
    if (!this.#index) {
      this.#dimensions = dimensions;
      this.#index = newIndex(dimensions);
      this.#index.initIndex({ maxElements: 0, m: M, efConstruction: EF_CONSTRUCTION, randomSeed: SEED });
    }
    return this.#index;
  }

  #check(vector: number[]): void {
    if (vector.length !== this.#dimensions) throw dimensionError(this.#dimensions, vector.length);
  }
}

/** Loaded with the first index, so that a compiled part that doesn't load is an error in words. Throws AppError
 *  "native_module_unusable". */
function newIndex(dimensions: number): hnswlib.HierarchicalNSW {
  let library: typeof hnswlib;
  try {
    library = createRequire(import.meta.url)("hnswlib-node");
  } catch (error) {
    throw isNativeLoadFailure(error) ? nativeModuleError("hnswlib-node", error) : error;
  }
  return new library.HierarchicalNSW(SPACE, dimensions);
}

interface SavedDocuments {
  dimensions: number;
  documents: StoredDocument[];
}

async function readDocuments(directory: string): Promise<SavedDocuments> {
  try {
    const saved = JSON.parse(await readFile(join(directory, DOCUMENTS_FILE), "utf8")) as SavedDocuments;
    const isDocument = (row: StoredDocument | null) => typeof row?.metadata === "object";
    if (!Number.isInteger(saved.dimensions) || !saved.documents.every(isDocument))
      throw new TypeError("shape");
    return saved;
  } catch (cause) {
    throw damaged(cause);
  }
}

async function readIndex(
  directory: string,
  dimensions: number,
  vectors: number,
): Promise<hnswlib.HierarchicalNSW> {
  const index = newIndex(dimensions);
  try {
    await index.readIndex(join(directory, INDEX_FILE));
    if (index.getCurrentCount() !== vectors) throw new RangeError("count");
  } catch (cause) {
    throw damaged(cause);
  }
  return index;
}

const damaged = (cause: unknown) =>
  new KnowledgeError("knowledge_damaged", "Không đọc được chỉ mục vectơ.", { cause });

function unit(vector: number[]): number[] {
  const square = vector.reduce((sum, value) => sum + value * value, 0);
  if (square === 0 || Math.abs(square - 1) < ROUNDING) return vector;
  const length = Math.sqrt(square);
  return vector.map((value) => value / length);
}

const unknownId = (id: string) => new KnowledgeError("vector_unknown_id", `Không có vectơ mang mã ${id}.`);

const toDocument = ({ pageContent, metadata }: StoredDocument, id: number) =>
  new Document({ pageContent, metadata: { ...metadata }, id: String(id) });

const dimensionError = (expected: number, got: number) =>
  new KnowledgeError("vector_dimension", `Chỉ mục vectơ có ${expected} chiều nhưng nhận vectơ ${got} chiều.`);
