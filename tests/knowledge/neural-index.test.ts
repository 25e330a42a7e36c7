import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openNeuralIndex } from "../../knowledge/neural-index.ts";
import type { Chunk } from "../../knowledge/records.ts";
import { letterVector } from "../support/embedding-server.ts";

let directory: string;
let file: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "tro-ly-so-neural-"));
  file = join(directory, "knowledge", "neural-vectors.bin");
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const chunksOf = (...texts: string[]): Chunk[] =>
  texts.map((text, i) => ({ id: String(i), recordId: `r${i}`, kind: "passage", headings: [], text }));

/** Counts letters; what it was asked is kept. */
function modelOf(dimensions = 29, name = "fake") {
  const embedded: string[] = [];
  const embeddings = {
    async embedDocuments(texts: string[]) {
      embedded.push(...texts);
      return texts.map((text) => letterVector(text, dimensions));
    },
    embedQuery: async (text: string) => letterVector(text, dimensions),
  };
  return { name, embedded, embeddings, weight: 0.4 };
}

const nearest = async (parts: Awaited<ReturnType<typeof openNeuralIndex>>, query: string, k: number) =>
  (await parts.vectors.similaritySearchVectorWithScore(await parts.embeddings.embedQuery(query), k)).map(
    ([document]) => document.metadata.chunk,
  );

test("the nearest chunks come first, each with its number", async () => {
  const parts = await openNeuralIndex(modelOf(), chunksOf("aaab", "ccc", "aab"), { file });
  expect(await nearest(parts, "aaab", 2)).toEqual([0, 2]);
  expect(parts.denseWeight(7)).toBe(0.4);
});

describe("after a rebuild", () => {
  test("only texts that are new are embedded, each once", async () => {
    const model = modelOf();
    await openNeuralIndex(model, chunksOf("một", "hai", "hai"), { file });
    expect(model.embedded).toEqual(["một", "hai"]);
    model.embedded.length = 0;
    const parts = await openNeuralIndex(model, chunksOf("hai", "ba", "một"), { file });
    expect(model.embedded).toEqual(["ba"]);
    expect(await nearest(parts, "một", 1)).toEqual([2]);
  });

  test("nothing is embedded when nothing changed", async () => {
    await openNeuralIndex(modelOf(), chunksOf("một", "hai"), { file });
    const again = modelOf();
    const parts = await openNeuralIndex(again, chunksOf("một", "hai"), { file });
    expect(again.embedded).toEqual([]);
    expect(await nearest(parts, "hai", 1)).toEqual([1]);
  });
});

describe("what doesn't fit is refused, and the file to delete is named", () => {
  test("vectors of another model", async () => {
    await openNeuralIndex(modelOf(29, "ollama a"), chunksOf("một"), { file });
    const opening = openNeuralIndex(modelOf(29, "ollama b"), chunksOf("một"), { file });
    await expect(opening).rejects.toMatchObject({
      code: "embedding_mismatch",
      message: expect.stringMatching(/“ollama a”.*“ollama b”.*neural-vectors\.bin/),
    });
  });

  test("a model that has changed its dimension", async () => {
    await openNeuralIndex(modelOf(29), chunksOf("một"), { file });
    const opening = openNeuralIndex(modelOf(31), chunksOf("một", "hai"), { file });
    await expect(opening).rejects.toMatchObject({
      code: "embedding_mismatch",
      message: expect.stringMatching(/31 chiều.*29 chiều/),
    });
  });
});

describe("a question is searched by its words alone", () => {
  test.each([
    ["fails", () => Promise.reject(new Error("down")), "down"],
    ["is too slow", () => new Promise<number[]>(() => {}), "quá chậm"],
  ])("when the model %s, and why is told", async (_what, embedQuery, why) => {
    const model = modelOf();
    const problems: string[] = [];
    const options = { file, queryTimeoutMs: 20, onProblem: (error: Error) => problems.push(error.message) };
    const parts = await openNeuralIndex(model, chunksOf("một"), options);
    model.embeddings.embedQuery = embedQuery;
    const vector = await parts.embeddings.embedQuery("một");
    expect(vector.every((value) => value === 0)).toBe(true);
    expect(problems[0]).toContain(why);
  });

  test("when it answers in another dimension", async () => {
    const parts = await openNeuralIndex(modelOf(), chunksOf("một"), { file });
    expect(await parts.vectors.similaritySearchVectorWithScore([1, 2, 3], 5)).toEqual([]);
  });
});
