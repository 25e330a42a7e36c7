/** Small files that ask for a great deal: each ends with a word about its limit, or is read, and nothing else suffers. */
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openParser, type Parser } from "../../ingest/parse-process.ts";
import { BOMBS } from "../support/bombs.ts";

/** No file may take longer, on a machine that does other work besides. */
vi.setConfig({ testTimeout: 120_000 });
const PROCESS = { seconds: 30, megabytes: 512 };
const SHARED = join(process.env.SHARED_DIR ?? "../shared", "cases", "robustness");
const isShared = existsSync(SHARED);

let directory: string;
let parser: Parser;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "tro-ly-so-bombs-"));
  parser = openParser({ process: PROCESS });
});
afterAll(async () => {
  parser.close();
  await rm(directory, { recursive: true, force: true });
});

const reasons = (leftOut: readonly { place: string | null; reason: string }[]): string =>
  leftOut.map(({ place, reason }) => `${place === null ? "" : `(${place}): `}${reason}`).join("\n");

describe("a file that is", () => {
  test.each(BOMBS.map((bomb) => [bomb.kind, bomb] as const))("%s", async (_kind, { file, bytes, says }) => {
    const path = join(directory, file);
    await writeFile(path, bytes());
    const parsed = await parser.parse({ name: file, path });
    if (says === null) {
      expect(parsed.leftOut.filter(({ kind }) => kind.startsWith("file_"))).toEqual([]);
      expect(parsed.procedures.length + parsed.documents.length).toBeGreaterThan(0);
    } else {
      expect(reasons(parsed.leftOut)).toMatch(says);
      expect(parsed.procedures).toEqual([]);
    }
    await rm(path);
  });
});

test.skipIf(!isShared).each([
  ["sparse-far-cell.xlsx", /quá 1\.000\.000 ô/],
  ["sparse-mid.xlsx", /quá 1\.000\.000 ô/],
  ["bomb.pdf", /quá 512 MB bộ nhớ|quá 30 giây/],
])(`%s${isShared ? "" : ` (skipped: ${SHARED} is absent)`}`, async (name, says) => {
  const { leftOut } = await parser.parse({ name, path: join(SHARED, name) });
  expect(reasons(leftOut)).toMatch(says);
  expect(leftOut.map(({ kind }) => kind)).toEqual(["file_limit"]);
});
