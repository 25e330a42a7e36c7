import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Chunk } from "../../knowledge/records.ts";
import { createRetriever } from "../../knowledge/retriever.ts";
import {
  type BuildProgress,
  buildSearchIndexes,
  buildSearchIndexesAside,
  INDEX_FILES,
  openSearchIndexes,
} from "../../knowledge/search-indexes.ts";
import { shippedKnowledge } from "../support/assistant.ts";

let chunks: readonly Chunk[];
let root: string;
let count = 0;
beforeAll(async () => {
  chunks = (await shippedKnowledge()).chunks.slice(0, 150);
  root = await mkdtemp(join(tmpdir(), "tro-ly-so-indexes-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function folder(): Promise<string> {
  const directory = join(root, String(++count));
  await mkdir(join(directory, "vectors"), { recursive: true });
  return directory;
}
const read = (directory: string) => (file: string) => readFile(join(directory, file));
const filesOf = (directory: string) => Promise.all(INDEX_FILES.map(read(directory)));

describe("a build", () => {
  test("gives the same bytes again, in this thread and in one of its own", async () => {
    const [here, again, aside] = [await folder(), await folder(), await folder()];
    await buildSearchIndexes(here, chunks, () => {});
    await buildSearchIndexes(again, chunks, () => {});
    await buildSearchIndexesAside(aside, chunks, () => {});
    expect(await filesOf(again)).toEqual(await filesOf(here));
    expect(await filesOf(aside)).toEqual(await filesOf(here));
  });

  test.each([
    ["here", buildSearchIndexes],
    ["aside", buildSearchIndexesAside],
  ])("reports how far it is: %s", async (_where, build) => {
    const seen: BuildProgress[] = [];
    await build(await folder(), chunks, (progress) => seen.push(progress));
    expect([...new Set(seen.map(({ step }) => step))]).toEqual(["Lập chỉ mục từ", "Lập chỉ mục vectơ"]);
    for (const { done, total } of seen) expect(done).toBeLessThanOrEqual(total);
    expect(seen.at(-1)).toEqual({ step: "Lập chỉ mục vectơ", done: 150, total: 150 });
  });

  test.each([
    ["here", buildSearchIndexes],
    ["aside", buildSearchIndexesAside],
  ])("stops when the report throws: %s", async (_where, build) => {
    const stop = () => {
      throw new Error("stopped");
    };
    await expect(build(await folder(), chunks, stop)).rejects.toThrow("stopped");
  });

  test("in a thread that fails says why", async () => {
    await expect(buildSearchIndexesAside(join(root, "nowhere"), chunks, () => {})).rejects.toThrow("ENOENT");
  });
});

describe("an opened index", () => {
  test("finds each chunk by its own text", async () => {
    const directory = await folder();
    await buildSearchIndexes(directory, chunks, () => {});
    const parts = await openSearchIndexes(directory, chunks, read(directory));
    const retriever = createRetriever({ ...parts, procedures: { find: () => [] } });
    for (const chunk of chunks.slice(0, 40)) {
      const [best] = await retriever.search([...chunk.headings, chunk.text].join("\n"));
      // Chunks of one text can't be told apart.
      expect(best!.chunk.text).toBe(chunk.text);
      expect(best!.score).toBeCloseTo(1, 2);
    }
  });

  test("may be empty", async () => {
    const directory = await folder();
    await buildSearchIndexes(directory, [], () => {});
    const parts = await openSearchIndexes(directory, [], read(directory));
    const retriever = createRetriever({ ...parts, procedures: { find: () => [] } });
    expect(await retriever.search("khai sinh")).toEqual([]);
    expect(retriever.restore("khai sinh o dau")).toBe("khai sinh ở đâu");
  });
});
