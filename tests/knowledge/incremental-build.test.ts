/** A build that uses an earlier version again gives what a build of everything gives, with the same embedding. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Document } from "@langchain/core/documents";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Bm25Index } from "../../knowledge/bm25.ts";
import { countSyllables, syllableCountsToBytes } from "../../knowledge/diacritics.ts";
import { CorpusEmbedding } from "../../knowledge/embedding-models/corpus-embedding.ts";
import type { Chunk } from "../../knowledge/records.ts";
import { createRetriever } from "../../knowledge/retriever.ts";
import {
  buildSearchIndexes,
  type IndexResult,
  MOST_CHANGED,
  openSearchIndexes,
  textOf,
} from "../../knowledge/search-indexes.ts";
import { termsOf } from "../../knowledge/terms.ts";
import { readTexts } from "../../knowledge/token-corpus.ts";
import { HnswVectorStore } from "../../knowledge/vector-stores/hnsw-vector-store.ts";
import { shippedKnowledge } from "../support/assistant.ts";
import { createRandom } from "./vietnamese/random.ts";

const FIT = { dimensions: 16, steps: 3 };
const SIZE = 150;

let root: string;
let all: readonly Chunk[];
let count = 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "tro-ly-so-incremental-"));
  all = (await shippedKnowledge()).chunks;
});
afterAll(() => rm(root, { recursive: true, force: true }));

interface Version {
  directory: string;
  chunks: readonly Chunk[];
  result: IndexResult;
}

async function build(chunks: readonly Chunk[], earlier: Version | null): Promise<Version> {
  const directory = join(root, String(++count));
  await mkdir(join(directory, "vectors"), { recursive: true });
  const options = { fit: FIT, earlier: earlier?.directory ?? null };
  return { directory, chunks, result: await buildSearchIndexes(directory, chunks, () => {}, options) };
}
const bytesOf = ({ directory }: Version, file: string) => readFile(join(directory, file));

/** The slow and simple way: every text read, counted and embedded by itself. */
async function expectLikeFullBuild(version: Version): Promise<void> {
  const texts = version.chunks.map(textOf);
  const same = async (file: string, bytes: Uint8Array) =>
    expect(Buffer.compare(await bytesOf(version, file), bytes), file).toBe(0);
  await same("bm25.bin", Bm25Index.build(texts.map((text) => termsOf(text))).toBytes());
  await same("syllables.bin", syllableCountsToBytes(countSyllables(readTexts(texts))));
  const embedding = CorpusEmbedding.fromBytes(await bytesOf(version, "embedding.bin"));
  const store = new HnswVectorStore(embedding);
  await store.addVectors(
    texts.map((text) => embedding.embed(text)),
    texts.map((_text, chunk) => new Document({ pageContent: "", metadata: { chunk } })),
  );
  const folder = join(version.directory, "expected");
  await mkdir(folder);
  await store.save(folder);
  for (const file of ["documents.json", "index.hnsw"])
    await same(`vectors/${file}`, await readFile(join(folder, file)));
}

async function search({ directory, chunks }: Version, query: string) {
  const parts = await openSearchIndexes(directory, chunks, (file) => readFile(join(directory, file)));
  const retriever = createRetriever({ ...parts, procedures: { find: () => [] } });
  return (await retriever.search(query)).map(({ chunk, ...scores }) => ({ text: textOf(chunk), ...scores }));
}

describe("a build after small changes", () => {
  test.each([1, 2, 3])(
    "gives the same bytes as one from nothing, change after change (seed %i)",
    async (seed) => {
      const random = createRandom(seed);
      const unused = all.slice(SIZE).map((chunk) => ({ ...chunk }));
      let version = await build(all.slice(0, SIZE), null);
      const embedding = await bytesOf(version, "embedding.bin");
      let reused = 0;
      for (let step = 0; step < 5; step++) {
        const chunks = [...version.chunks];
        for (let change = random.below(3); change >= 0; change--) {
          const at = random.below(chunks.length);
          const kind = random.below(4);
          if (kind === 0) chunks.splice(at, 1);
          else if (kind === 1) chunks.splice(at, 0, unused.pop()!);
          else if (kind === 2) chunks[at] = { ...chunks[at]!, text: `${chunks[at]!.text} Sửa lần ${step}.` };
          else chunks.push(...chunks.splice(at, 1));
        }
        version = await build(chunks, version);
        if (!version.result.reused) break;
        expect(await bytesOf(version, "embedding.bin")).toEqual(embedding);
        await expectLikeFullBuild(version);
        reused++;
      }
      expect(reused).toBeGreaterThan(2);
    },
  );

  test("answers as the earlier one did where nothing changed, and knows what is new and what is gone", async () => {
    const first = await build(all.slice(0, SIZE), null);
    const text = "Phòng đọc mở cửa lúc bảy giờ rưỡi";
    const added = { ...all[0]!, headings: [], text };
    const second = await build([added, ...all.slice(1, SIZE)], first);
    expect(second.result).toMatchObject({ reused: true });
    expect((await search(second, text))[0]).toMatchObject({
      text,
      lexical: expect.toSatisfy((score) => score > 0),
    });
    expect((await search(first, text))[0]!.text).not.toBe(text);
    const gone = textOf(all[0]!);
    expect((await search(first, gone))[0]!.text).toBe(gone);
    expect((await search(second, gone)).map((hit) => hit.text)).not.toContain(gone);
  });
});

describe("the embedding", () => {
  const changed = (share: number): Chunk[] =>
    all.slice(0, SIZE).map((chunk, i) => (i < share * SIZE ? { ...chunk, text: `Đoạn mới ${i}` } : chunk));

  test("serves on until a tenth of the texts it learned from have come or gone, over however many builds", async () => {
    const distinct = new Set(all.slice(0, SIZE).map(textOf)).size;
    const first = await build(all.slice(0, SIZE), null);
    expect(first.result).toEqual({ reused: false, learned: distinct, changed: 0 });
    // A text that is replaced counts twice: one has gone, one has come.
    const second = await build(changed(0.02), first);
    expect(second.result).toEqual({ reused: true, learned: distinct, changed: 6 / distinct });
    const third = await build(changed(0.04), second);
    expect(third.result).toEqual({ reused: true, learned: distinct, changed: 12 / distinct });
    const fourth = await build(changed(0.06), third);
    expect(18 / distinct).toBeGreaterThan(MOST_CHANGED);
    expect(fourth.result).toEqual({ reused: false, learned: expect.any(Number), changed: 0 });
  });

  test("is learned anew when the earlier one was not trained", async () => {
    const directory = join(root, "untrained");
    await mkdir(join(directory, "vectors"), { recursive: true });
    const chunks = all.slice(0, SIZE);
    const result = await buildSearchIndexes(directory, chunks, () => {});
    expect((await build(chunks, { directory, chunks, result })).result.reused).toBe(false);
  });

  test("of a damaged version stops the build", async () => {
    const first = await build(all.slice(0, SIZE), null);
    await writeFile(join(first.directory, "texts.bin"), "hỏng");
    await expect(build(all.slice(0, SIZE), first)).rejects.toMatchObject({ code: "knowledge_damaged" });
  });
});
