import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openKnowledge } from "../../channels/open-assistant.ts";
import { openEmbeddings } from "../../channels/open-embeddings.ts";
import { loadConfig } from "../../config.ts";
import { type EmbeddingServer, startEmbeddingServer } from "../support/embedding-server.ts";

let server: EmbeddingServer;
let directory: string;
beforeAll(async () => {
  server = await startEmbeddingServer();
  directory = await mkdtemp(join(tmpdir(), "tro-ly-so-embeddings-"));
});
afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true, force: true });
});

test("none is opened when none is set", async () => {
  expect(await openEmbeddings(loadConfig({}))).toBeUndefined();
});

test("the knowledge base is searched with the model that is set; opened again it embeds nothing; without its server it still answers", async () => {
  const config = loadConfig({
    DATA_DIR: directory,
    EMBEDDINGS: "ollama",
    EMBEDDINGS_MODEL: "bge-m3",
    EMBEDDINGS_URL: server.url.ollama,
  });
  const first = await openKnowledge(config);
  expect(server.texts.length).toBeGreaterThan(100);
  server.texts.length = 0;
  const problems: string[] = [];
  const again = await openKnowledge(config, { onEmbeddingProblem: (error) => problems.push(error.message) });
  expect(server.texts).toEqual([]);
  const hits = await again.retriever.search("đăng ký khai sinh");
  expect(server.texts).toEqual(["đăng ký khai sinh"]);
  expect(hits.some((hit) => hit.dense > 0)).toBe(true);
  expect(hits.map((hit) => hit.chunk.id)).toEqual(
    (await first.retriever.search("đăng ký khai sinh")).map((hit) => hit.chunk.id),
  );
  server.status = 400;
  const byWords = await again.retriever.search("đăng ký khai tử");
  expect(byWords.length).toBeGreaterThan(0);
  expect(byWords.every((hit) => hit.dense === 0)).toBe(true);
  expect(problems).toHaveLength(1);
  server.status = 200;

  const other = loadConfig({
    ...process.env,
    DATA_DIR: directory,
    EMBEDDINGS: "openai",
    EMBEDDINGS_MODEL: "e5",
    EMBEDDINGS_URL: server.url.openai,
  });
  await expect(openKnowledge(other)).rejects.toMatchObject({ code: "embedding_mismatch" });
});
