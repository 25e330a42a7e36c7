import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Document } from "@langchain/core/documents";
import { FakeVectorStore } from "@langchain/core/utils/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HnswVectorStore } from "../../../knowledge/vector-stores/hnsw-vector-store.ts";
import { describeVectorStore, letterEmbeddings } from "../../contracts/vector-store.ts";

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "tro-ly-so-hnsw-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));
const newFolder = () => mkdtemp(join(directory, "store-"));

describeVectorStore("HnswVectorStore", {
  create: (embeddings) => new HnswVectorStore(embeddings),
  reopen: async (store, embeddings) => {
    const folder = await newFolder();
    await (store as HnswVectorStore).save(folder);
    return HnswVectorStore.load(folder, embeddings);
  },
  deletes: true,
  wrongDimension: { code: "vector_dimension" },
});

describeVectorStore("LangChain's FakeVectorStore", {
  create: (embeddings) => new FakeVectorStore(embeddings),
  reopen: "it lives in memory only",
  deletes: "it has no delete",
  wrongDimension: "it compares vectors of any length",
});

describe("HnswVectorStore", () => {
  async function threeDocuments(): Promise<HnswVectorStore> {
    const store = new HnswVectorStore(letterEmbeddings);
    const ids = await store.addDocuments(["a", "b", "c"].map((pageContent) => new Document({ pageContent })));
    expect(ids).toEqual(["0", "1", "2"]);
    return store;
  }
  const found = async (store: HnswVectorStore, query: string) =>
    (await store.similaritySearch(query, 3)).map((document) => document.pageContent);

  test("gives documents the ids it returned, and goes on counting after a deletion", async () => {
    const store = await threeDocuments();
    await store.delete({ ids: ["1"] });
    expect(await store.addDocuments([new Document({ pageContent: "bbb" })])).toEqual(["3"]);
    const [best] = await store.similaritySearch("b", 1);
    expect(best).toMatchObject({ id: "3", pageContent: "bbb" });
  });

  test.each(["7", "x", "-1", "0.5"])("an id that it never gave (%s) is an error", async (id) => {
    const store = await threeDocuments();
    await expect(store.delete({ ids: [id] })).rejects.toMatchObject({ code: "vector_unknown_id" });
    expect((await found(store, "a")).sort()).toEqual(["a", "b", "c"]);
  });

  test("an id can be deleted once", async () => {
    const store = await threeDocuments();
    await store.delete({ ids: ["0"] });
    await expect(store.delete({ ids: ["0"] })).rejects.toMatchObject({ code: "vector_unknown_id" });
  });

  test("what was deleted stays deleted when it is read back", async () => {
    const store = await threeDocuments();
    await store.delete({ ids: ["0"] });
    const folder = await newFolder();
    await store.save(folder);
    const reopened = await HnswVectorStore.load(folder, letterEmbeddings);
    expect((await found(reopened, "a")).sort()).toEqual(["b", "c"]);
    await expect(reopened.delete({ ids: ["0"] })).rejects.toMatchObject({ code: "vector_unknown_id" });
  });

  test("a text without a known word is near nothing, not an error", async () => {
    const store = await threeDocuments();
    const scores = (await store.similaritySearchWithScore("xyz", 3)).map(([, score]) => score);
    expect(scores).toHaveLength(3);
    for (const score of scores) expect(score).toBeCloseTo(0, 5);
  });

  test("as many vectors as documents, or neither is taken", async () => {
    const store = await threeDocuments();
    await expect(store.addVectors([[1, 0, 0, 0, 0, 0, 0, 0]], [])).rejects.toThrow(RangeError);
    expect(await found(store, "a")).toHaveLength(3);
  });

  test("read with embeddings of another size it is refused", async () => {
    const folder = await newFolder();
    await (await threeDocuments()).save(folder);
    const others = { ...letterEmbeddings, dimensions: 96 };
    await expect(HnswVectorStore.load(folder, others)).rejects.toMatchObject({ code: "vector_dimension" });
    const same = { ...letterEmbeddings, dimensions: 8 };
    expect(await found(await HnswVectorStore.load(folder, same), "b")).toHaveLength(3);
  });

  test.each(["", "{", '{"documents":', "null", "[]", '{"dimensions":8,"documents":[1]}'])(
    "a list of documents that reads “%s” is damage",
    async (content) => {
      const folder = await newFolder();
      await (await threeDocuments()).save(folder);
      await writeFile(join(folder, "documents.json"), content);
      await expect(HnswVectorStore.load(folder, letterEmbeddings)).rejects.toMatchObject({
        code: "knowledge_damaged",
      });
    },
  );

  test("a folder without its files is damage", async () => {
    await expect(HnswVectorStore.load(await newFolder(), letterEmbeddings)).rejects.toMatchObject({
      code: "knowledge_damaged",
    });
  });

  test.each<[what: string, damage: (path: string, bytes: Buffer) => Promise<void>]>([
    ["gone", (path) => rm(path)],
    ["empty", (path) => writeFile(path, "")],
    ["cut", (path, bytes) => writeFile(path, bytes.subarray(0, bytes.length >> 1))],
    ["something else", (path) => writeFile(path, "hỏng ".repeat(100))],
  ])("an index that is %s is damage", async (_what, damage) => {
    const folder = await newFolder();
    await (await threeDocuments()).save(folder);
    const path = join(folder, "index.hnsw");
    await damage(path, await readFile(path));
    await expect(HnswVectorStore.load(folder, letterEmbeddings)).rejects.toMatchObject({
      code: "knowledge_damaged",
    });
  });

  test("an index of fewer vectors than documents is damage", async () => {
    const [folder, other] = [await newFolder(), await newFolder()];
    const store = await threeDocuments();
    await store.save(folder);
    await store.addDocuments([new Document({ pageContent: "d" })]);
    await store.save(other);
    await cp(join(other, "documents.json"), join(folder, "documents.json"));
    await expect(HnswVectorStore.load(folder, letterEmbeddings)).rejects.toMatchObject({
      code: "knowledge_damaged",
    });
  });

  test("a vector read back and added to another store is the same there to the bit", async () => {
    const folder = await newFolder();
    await (await threeDocuments()).save(folder);
    const store = await HnswVectorStore.load(folder, letterEmbeddings);
    await store.addVectors([[0.3, 0.1, 0.7, 0, 0, 0, 0, 0.2]], [new Document({ pageContent: "ach" })]);
    const vectors = ["0", "1", "2", "3"].map((id) => store.vector(id));
    const copy = new HnswVectorStore(letterEmbeddings);
    await copy.addVectors(
      vectors,
      vectors.map(() => new Document({ pageContent: "" })),
    );
    expect(["0", "1", "2", "3"].map((id) => copy.vector(id))).toEqual(vectors);
    expect(() => store.vector("4")).toThrow(expect.objectContaining({ code: "vector_unknown_id" }));
  });
});
