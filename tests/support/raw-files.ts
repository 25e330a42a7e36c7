/** What stands in the files of a store, byte by byte. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { openSqlite } from "../../knowledge/sqlite/open.ts";

const SUFFIXES = ["", "-wal", "-shm", "-journal"];
const LONGEST_WAIT_MS = 20_000;

/** In which of the files of the store any of the words stands. */
export async function filesWith(file: string, words: readonly (string | Buffer)[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of SUFFIXES.map((suffix) => file + suffix).filter(existsSync)) {
    const bytes = await readFile(path);
    if (words.some((word) => bytes.includes(word))) found.push(path.slice(file.length) || "database");
  }
  return found;
}

/** Looks until none of the words stands in any, for a while; what is left at the end. */
export async function filesInTheEnd(file: string, words: readonly (string | Buffer)[]): Promise<string[]> {
  const until = performance.now() + LONGEST_WAIT_MS;
  for (;;) {
    const found = await filesWith(file, words);
    if (found.length === 0 || performance.now() > until) return found;
    await wait(50);
  }
}

/** Pieces of the packed replies of a conversation: a reply that stands there compressed stands there as well. */
export function packedPieces(file: string, conversationId: string): Buffer[] {
  const database = openSqlite(file);
  const rows = database
    .prepare<[string], Buffer>("SELECT packed FROM turn WHERE conversation_id = ?")
    .pluck()
    .all(conversationId);
  database.close();
  return rows.map((packed) => Buffer.from(packed.subarray(packed.length / 2, packed.length / 2 + 24)));
}
