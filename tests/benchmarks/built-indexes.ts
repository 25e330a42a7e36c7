/** The search indexes of a version, built into a folder and opened from it, and how long that took. */
import { mkdir, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { progressBar } from "../../ingest/progress-bar.ts";
import type { Chunk } from "../../knowledge/records.ts";
import type { RetrieverParts } from "../../knowledge/retriever.ts";
import { buildSearchIndexes, INDEX_FILES, openSearchIndexes } from "../../knowledge/search-indexes.ts";

export interface BuiltIndexes {
  parts: Omit<RetrieverParts, "procedures">;
  buildSeconds: number;
  openSeconds: number;
  megabytes: number;
}

export async function buildIndexes(chunks: readonly Chunk[]): Promise<BuiltIndexes> {
  const directory = await mkdtemp(join(tmpdir(), "tro-ly-so-bench-"));
  const bar = progressBar(process.stderr);
  try {
    await mkdir(join(directory, "vectors"));
    const startedAt = performance.now();
    await buildSearchIndexes(directory, chunks, bar.show).finally(bar.end);
    const builtAt = performance.now();
    const parts = await openSearchIndexes(directory, chunks, (file) => readFile(join(directory, file)));
    const openedAt = performance.now();
    const sizes = await Promise.all(INDEX_FILES.map((file) => stat(join(directory, file))));
    return {
      parts,
      buildSeconds: (builtAt - startedAt) / 1000,
      openSeconds: (openedAt - builtAt) / 1000,
      megabytes: sizes.reduce((sum, { size }) => sum + size, 0) / 1e6,
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
