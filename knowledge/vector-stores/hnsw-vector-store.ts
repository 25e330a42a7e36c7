/** LangChain's VectorStore over hnswlib-node: cosine similarity, saved as two files. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Document } from "@langchain/core/documents";
import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import { VectorStore } from "@langchain/core/vectorstores";
import hnswlib from "hnswlib-node";
import { KnowledgeError } from "../errors.ts";

const INDEX_FILE = "index.hnsw";
const DOCUMENTS_FILE = "documents.json";
/** Links per node, breadth while building, breadth while searching; Malkov & Yashunin, TPAMI 2020. */
const M = 16;
const EF_CONSTRUCTION = 100;
const EF_SEARCH = 64;
const SEED = 100;
const ADDED_AT_A_TIME = 100;

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
      index.addPoint(vector, first + i);
      // addPoint is synchronous, 0.1 to 1 ms: others get their turn in between.
      if (i % ADDED_AT_A_TIME === 0) await new Promise((resolve) => setImmediate(resolve));
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
    const { neighbors, distances } = index.searchKnn(query, wanted, filter ? accepts : undefined);
    return neighbors
      .map((id, i): [Document, number] => [toDocument(this.#documents[id]!, id), 1 - distances[i]!])
      .filter(([document]) => accepts(Number(document.id)));
  }

  override async delete({ ids }: { ids: string[] }): Promise<void> {
    for (const id of ids) {
      const stored = this.#documents[Number(id)];
      if (!stored || stored.deleted)
        throw new KnowledgeError("vector_unknown_id", `Không có vectơ mang mã ${id}.`);
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
    if (this.#index) await this.#index.writeIndex(join(directory, INDEX_FILE));
  }

  /** Throws KnowledgeError "knowledge_damaged" or "vector_dimension". */
  static async load(
    directory: string,
    embeddings: EmbeddingsInterface & { dimensions?: number },
  ): Promise<HnswVectorStore> {
    const store = new HnswVectorStore(embeddings);
    let saved: { dimensions: number; documents: StoredDocument[] };
    try {
      saved = JSON.parse(await readFile(join(directory, DOCUMENTS_FILE), "utf8"));
    } catch (cause) {
      throw new KnowledgeError("knowledge_damaged", "Không đọc được chỉ mục vectơ.", { cause });
    }
    if (
      embeddings.dimensions !== undefined &&
      saved.documents.length > 0 &&
      embeddings.dimensions !== saved.dimensions
    ) {
      throw dimensionError(saved.dimensions, embeddings.dimensions);
    }
    store.#documents = saved.documents;
    store.#live = saved.documents.filter((document) => !document.deleted).length;
    if (saved.documents.length > 0) {
      store.#dimensions = saved.dimensions;
      store.#index = new hnswlib.HierarchicalNSW("cosine", saved.dimensions);
      await store.#index.readIndex(join(directory, INDEX_FILE));
    }
    return store;
  }

  #open(dimensions: number): hnswlib.HierarchicalNSW {
    if (!this.#index) {
      this.#dimensions = dimensions;
      this.#index = new hnswlib.HierarchicalNSW("cosine", dimensions);
      this.#index.initIndex({ maxElements: 0, m: M, efConstruction: EF_CONSTRUCTION, randomSeed: SEED });
    }
    return this.#index;
  }

  #check(vector: number[]): void {
    if (vector.length !== this.#dimensions) throw dimensionError(this.#dimensions, vector.length);
  }
}

const toDocument = ({ pageContent, metadata }: StoredDocument, id: number) =>
  new Document({ pageContent, metadata: { ...metadata }, id: String(id) });

const dimensionError = (expected: number, got: number) =>
  new KnowledgeError("vector_dimension", `Chỉ mục vectơ có ${expected} chiều nhưng nhận vectơ ${got} chiều.`);
