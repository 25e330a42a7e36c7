import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { isNativeLoadFailure } from "../../../knowledge/native-module.ts";
import { sqliteCode } from "../../../knowledge/sqlite/database.ts";
import { findNodeSqlite, openNodeDatabase } from "../../../knowledge/sqlite/node-sqlite.ts";
import { openSqlite, sqliteLibrary } from "../../../knowledge/sqlite/open.ts";
import { describeSqlite } from "../../contracts/sqlite.ts";

const hasBetterSqlite = (() => {
  try {
    new Database(":memory:").close();
    return true;
  } catch (error) {
    expect(isNativeLoadFailure(error)).toBe(true);
    return false;
  }
})();
const nodeSqlite = findNodeSqlite();

describeSqlite("the library of this Node", openSqlite);

if (nodeSqlite) describeSqlite("node:sqlite", (file, options) => openNodeDatabase(nodeSqlite, file, options));
else
  test.skip(`node:sqlite: Node ${process.versions.node} has none, npm run test:node tries it on others`, () => {});

test("better-sqlite3 is used where it loads, the SQLite of Node elsewhere", () => {
  expect(sqliteLibrary()).toBe(hasBetterSqlite ? "better-sqlite3" : "node:sqlite");
});

test("node:sqlite is found where Node has it whole, from 22.16 on", () => {
  const [major, minor] = process.versions.node.split(".").map(Number) as [number, number];
  expect(nodeSqlite !== undefined).toBe(major > 22 || (major === 22 && minor >= 16));
});

describe.skipIf(!nodeSqlite || !hasBetterSqlite)("both libraries at one file", () => {
  test("read each other's rows and keep each other's locks", () => {
    const directory = mkdtempSync(join(tmpdir(), "tro-ly-so-both-"));
    const file = join(directory, "both.sqlite");
    const one = openSqlite(file);
    const other = openNodeDatabase(nodeSqlite!, file);
    one.exec("CREATE TABLE row (word TEXT); INSERT INTO row VALUES ('a')");
    other.exec("BEGIN IMMEDIATE; INSERT INTO row VALUES ('b')");
    expect(() => one.exec("BEGIN IMMEDIATE")).toThrow(/locked/);
    other.exec("COMMIT");
    expect(one.prepare("SELECT word FROM row").pluck().all()).toEqual(["a", "b"]);
    one.close();
    other.close();
    rmSync(directory, { recursive: true });
  });
});

test("an error that is none of SQLite's has no code of it", () => {
  expect(sqliteCode(new TypeError("x"))).toBeUndefined();
  expect(sqliteCode(Object.assign(new Error("x"), { code: "ENOENT" }))).toBeUndefined();
  expect(sqliteCode("SQLITE_BUSY")).toBeUndefined();
});

test("the failure of a compiled part is told from others", () => {
  const require = createRequire(import.meta.url);
  const failureOf = (work: () => unknown) => {
    try {
      work();
    } catch (error) {
      return error;
    }
    return undefined;
  };
  expect(isNativeLoadFailure(failureOf(() => require("./no-such-file.node")))).toBe(true);
  expect(isNativeLoadFailure(failureOf(() => require("bindings")("no_such_addon")))).toBe(true);
  const notANativeModule = { exports: {} } as NodeModule;
  expect(isNativeLoadFailure(failureOf(() => process.dlopen(notANativeModule, import.meta.filename)))).toBe(
    true,
  );
  expect(isNativeLoadFailure(new Error("disk I/O error"))).toBe(false);
  expect(isNativeLoadFailure(undefined)).toBe(false);
});
