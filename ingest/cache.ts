/** What was parsed from each file, kept by name and content, so that a rebuild reads only what changed. An entry that is
 *  damaged or written by another version of the parsers counts as absent. */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { ImportedFile } from "./parsers/imported/parse-imported.ts";

/** Raised when the readers or parsers of imported files give other records for the same bytes. */
export const PARSER_VERSION = 3;
const ENTRY = /^[0-9a-f]{64}\.json\.gz$/;
const FAST = { level: 1 };
const pack = promisify<Buffer, { level: number }, Buffer>(gzip);
const unpack = promisify<Buffer, Buffer>(gunzip);

export interface ParseCache {
  get(name: string, sha256: string): Promise<ImportedFile | null>;
  put(name: string, sha256: string, parsed: ImportedFile): Promise<void>;
  /** Deletes the entries that were neither read nor written since the cache was opened. */
  removeUnused(): Promise<void>;
}

export function openCache(directory: string): ParseCache {
  const used = new Set<string>();
  const fileOf = (name: string, sha256: string): string => {
    const key = createHash("sha256").update(`${PARSER_VERSION}\0${name}\0${sha256}`).digest("hex");
    used.add(`${key}.json.gz`);
    return join(directory, `${key}.json.gz`);
  };
  return {
    async get(name, sha256) {
      try {
        const { file, parsed } = JSON.parse(
          (await unpack(await readFile(fileOf(name, sha256)))).toString("utf8"),
        );
        return file === name && isParsed(parsed) ? parsed : null;
      } catch {
        return null;
      }
    },
    async put(name, sha256, parsed) {
      await mkdir(directory, { recursive: true });
      const temporary = join(directory, `.tmp-${randomUUID()}`);
      try {
        await writeFile(temporary, await pack(Buffer.from(JSON.stringify({ file: name, parsed })), FAST));
        await rename(temporary, fileOf(name, sha256));
      } finally {
        await rm(temporary, { force: true });
      }
    },
    async removeUnused() {
      const names = await readdir(directory).catch(() => []);
      for (const name of names) {
        if (name.startsWith(".tmp-") || (ENTRY.test(name) && !used.has(name)))
          await rm(join(directory, name), { force: true });
      }
    },
  };
}

function isParsed(value: unknown): value is ImportedFile {
  const parsed = value as Partial<ImportedFile> | null;
  return [parsed?.procedures, parsed?.documents, parsed?.leftOut].every(Array.isArray);
}
