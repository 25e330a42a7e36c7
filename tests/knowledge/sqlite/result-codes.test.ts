import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { resultCodeName } from "../../../knowledge/sqlite/result-codes.ts";

const library = dirname(createRequire(import.meta.url).resolve("better-sqlite3/package.json"));

/** From SQLite's own header: "#define SQLITE_BUSY 5" and "#define SQLITE_BUSY_SNAPSHOT (SQLITE_BUSY | (2<<8))". */
const header = readFileSync(join(library, "deps/sqlite3/sqlite3.h"), "utf8").split(
  /beginning-of-error-codes|CAPI3REF: Flags For File Open/,
)[1]!;
const primary = new Map(
  [...header.matchAll(/^#define (SQLITE_[A-Z]+)\s+(\d+)\s+\/\* /gm)]
    .map((match): [string, number] => [match[1]!, Number(match[2])])
    .filter(([, code]) => code >= 1 && code <= 26),
);
const extended = [...header.matchAll(/^#define (SQLITE_\w+)\s+\((SQLITE_[A-Z]+)\s*\|\s*\(\s*(\d+)<<8\)\)/gm)]
  // Notices, warnings and variants of OK are no errors.
  .filter((match) => primary.has(match[2]!))
  .map((match): [string, number] => [match[1]!, primary.get(match[2]!)! | (Number(match[3]) << 8)]);

test("the header is read, or the tests below prove nothing", () => {
  expect(primary.get("SQLITE_BUSY")).toBe(5);
  expect(extended.length).toBeGreaterThan(60);
});

test("every primary code has SQLite's name, except what SQLite never returns", () => {
  // SQLITE_EMPTY is used inside SQLite alone.
  const returned = [...primary].filter(([name]) => name !== "SQLITE_EMPTY");
  expect(returned.map(([, code]) => resultCodeName(code))).toEqual(returned.map(([name]) => name));
});

test("an extended code has SQLite's name, or that of its primary code", () => {
  const wrong = extended.filter(([name, code]) => {
    const got = resultCodeName(code);
    return got !== name && !(name.startsWith(`${got}_`) && primary.has(got));
  });
  expect(wrong).toEqual([]);
  const exact = extended.filter(([name, code]) => resultCodeName(code) === name);
  expect(exact.map(([name]) => name)).toEqual(
    expect.arrayContaining([
      "SQLITE_BUSY_SNAPSHOT",
      "SQLITE_CONSTRAINT_UNIQUE",
      "SQLITE_CONSTRAINT_PRIMARYKEY",
      "SQLITE_CONSTRAINT_FOREIGNKEY",
      "SQLITE_IOERR_SHORT_READ",
      "SQLITE_IOERR_FSYNC",
      "SQLITE_READONLY_DBMOVED",
      "SQLITE_CANTOPEN_ISDIR",
      "SQLITE_CORRUPT_INDEX",
    ]),
  );
});

test("an unknown code is an error all the same", () => {
  expect(resultCodeName(99)).toBe("SQLITE_ERROR");
  expect(resultCodeName(5 | (77 << 8))).toBe("SQLITE_BUSY");
});
