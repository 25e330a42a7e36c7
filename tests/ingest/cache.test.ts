import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openCache } from "../../ingest/cache.ts";
import type { ImportedFile } from "../../ingest/parsers/imported/parse-imported.ts";

const PARSED: ImportedFile = {
  file: "danh-sach.csv",
  format: "procedure_list",
  procedures: [],
  documents: [{ file: "danh-sach.csv", title: "Danh sách", passages: [] }],
  leftOut: [],
};
const HASH = "a".repeat(64);

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "tro-ly-so-cache-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));
const onlyEntry = async () => join(directory, (await readdir(directory))[0]!);

test("gives back what was put in, for the same name and content alone", async () => {
  const cache = openCache(directory);
  expect(await cache.get("danh-sach.csv", HASH)).toBeNull();
  await cache.put("danh-sach.csv", HASH, PARSED);
  expect(await cache.get("danh-sach.csv", HASH)).toEqual(PARSED);
  expect(await cache.get("danh-sach.csv", "b".repeat(64))).toBeNull();
  expect(await cache.get("khac.csv", HASH)).toBeNull();
  expect(await readdir(directory)).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.json\.gz$/)]);
});

describe("a damaged entry counts as absent", () => {
  test.each<[what: string, damage: (bytes: Buffer) => Buffer]>([
    [
      "one byte is wrong",
      (bytes) => Buffer.from(bytes.map((byte, i) => (i === bytes.length - 12 ? byte ^ 1 : byte))),
    ],
    ["cut short", (bytes) => bytes.subarray(0, bytes.length - 4)],
    ["empty", () => Buffer.alloc(0)],
    ["no gzip", () => Buffer.from("{}")],
    ["no JSON", () => gzipSync("{")],
    ["of another file", () => gzipSync(JSON.stringify({ file: "khac.csv", parsed: PARSED }))],
    [
      "of another shape",
      () => gzipSync(JSON.stringify({ file: "danh-sach.csv", parsed: { procedures: 1 } })),
    ],
  ])("%s", async (_what, damage) => {
    const cache = openCache(directory);
    await cache.put("danh-sach.csv", HASH, PARSED);
    const path = await onlyEntry();
    await writeFile(path, damage(await readFile(path)));
    expect(await cache.get("danh-sach.csv", HASH)).toBeNull();
    await cache.put("danh-sach.csv", HASH, PARSED);
    expect(await cache.get("danh-sach.csv", HASH)).toEqual(PARSED);
  });
});

test("what was neither read nor written is removed; files of others stay", async () => {
  const first = openCache(directory);
  await first.put("cu.csv", HASH, { ...PARSED, file: "cu.csv" });
  await first.put("moi.csv", HASH, { ...PARSED, file: "moi.csv" });
  await writeFile(join(directory, "ghi-chu.txt"), "của người quản trị");
  const second = openCache(directory);
  await second.get("moi.csv", HASH);
  await second.removeUnused();
  const third = openCache(directory);
  expect(await third.get("cu.csv", HASH)).toBeNull();
  expect(await third.get("moi.csv", HASH)).not.toBeNull();
  expect(await readdir(directory)).toContain("ghi-chu.txt");
});
