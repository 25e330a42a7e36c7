import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createSqliteStore } from "../../../bot/state/sqlite-store.ts";
import { AppError } from "../../../knowledge/errors.ts";
import { describeConversationStore, turnWith } from "../../contracts/conversation-store.ts";
import { createMemoryStore } from "../../support/memory-store.ts";

let directory: string;
let file: string;
let count = 0;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "tro-ly-so-store-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));
beforeEach(() => {
  file = join(directory, `${++count}.sqlite`);
});

describeConversationStore("SQLite in memory", () => createSqliteStore(":memory:"));
describeConversationStore("SQLite in a file", () => createSqliteStore(file));
describeConversationStore("the memory store of the tests", createMemoryStore);

const codeOf = (open: () => unknown): string => {
  try {
    open();
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    return (error as AppError).code;
  }
  throw new Error("the file was opened");
};

describe("a file of conversations", () => {
  test("is read again after it was closed", () => {
    const before = createSqliteStore(file);
    before.saveTurn(turnWith(), "trạng thái");
    before.close();
    const after = createSqliteStore(file);
    expect(after.find("conversation-1")?.state).toBe("trạng thái");
    expect(after.turns("conversation-1")).toEqual([turnWith()]);
    expect(() => after.saveTurn(turnWith({ messageId: "message-2" }), "")).toThrow(
      expect.objectContaining({ code: "turn_code_taken" }),
    );
    after.close();
  });

  test("that was not closed, as in a crash, has lost nothing", async () => {
    const crashed = createSqliteStore(file);
    crashed.saveTurn(turnWith(), "trạng thái");
    // The files as a killed process leaves them, the write-ahead log beside the database.
    const copy = join(directory, `${++count}.sqlite`);
    for (const suffix of ["", "-wal"]) await writeFile(copy + suffix, await readFile(file + suffix));
    const after = createSqliteStore(copy);
    expect(after.turns("conversation-1")).toEqual([turnWith()]);
    after.close();
    crashed.close();
  });

  test("is shared by two stores, as by two processes", () => {
    const one = createSqliteStore(file);
    const two = createSqliteStore(file);
    one.saveTurn(turnWith(), "một");
    expect(two.find("conversation-1")?.state).toBe("một");
    two.saveTurn(turnWith({ messageId: "message-2", code: "DEF567" }), "hai");
    expect(one.find("conversation-1")?.state).toBe("hai");
    one.close();
    two.close();
  });

  test("begins empty where there is none", () => {
    const store = createSqliteStore(file);
    expect(store.turns("conversation-1")).toEqual([]);
    store.close();
  });
});

describe("a file that is none of this program's is refused and left as it was", () => {
  test.each([
    ["text", "không phải cơ sở dữ liệu, chỉ là một tệp văn bản khá dài\n".repeat(200)],
    ["a database cut short", "SQLite format 3\0"],
  ])("%s", async (_what, content) => {
    await writeFile(file, content);
    expect(codeOf(() => createSqliteStore(file))).toBe("store_damaged");
    expect(await readFile(file, "utf8")).toBe(content);
  });

  test("a database whose pages are overwritten", async () => {
    const store = createSqliteStore(file);
    for (let i = 0; i < 50; i++)
      store.saveTurn(turnWith({ messageId: `message-${i}`, code: `CODE${i}` }), "x".repeat(500));
    store.close();
    const bytes = await readFile(file);
    await writeFile(file, bytes.fill(0xff, 0, 4096));
    expect(codeOf(() => createSqliteStore(file))).toBe("store_damaged");
  });

  test("a database of another program that has a table of the same name", () => {
    const other = new Database(file);
    other.exec("CREATE TABLE conversation (title TEXT)");
    other.close();
    expect(codeOf(() => createSqliteStore(file))).toBe("store_damaged");
    const reopened = new Database(file, { readonly: true });
    expect(reopened.prepare("SELECT name FROM sqlite_master").pluck().all()).toEqual(["conversation"]);
    reopened.close();
  });

  test("a database of another program that counts its own schema as version 1", () => {
    const other = new Database(file);
    other.exec("CREATE TABLE note (title TEXT); PRAGMA user_version = 1");
    other.close();
    expect(codeOf(() => createSqliteStore(file))).toBe("store_damaged");
  });

  test("a folder, and a folder that isn't there", async () => {
    await mkdir(file);
    expect(codeOf(() => createSqliteStore(file))).toBe("store_damaged");
    expect(codeOf(() => createSqliteStore(join(directory, "nowhere/a.sqlite")))).toBe("store_damaged");
  });

  test("a database of a newer program, by an error of its own", () => {
    const store = createSqliteStore(file);
    store.saveTurn(turnWith(), "trạng thái");
    store.close();
    const newer = new Database(file);
    const version = newer.pragma("user_version", { simple: true }) as number;
    newer.pragma(`user_version = ${version + 1}`);
    newer.close();
    expect(codeOf(() => createSqliteStore(file))).toBe("store_newer");
    const back = new Database(file);
    expect(back.pragma("user_version", { simple: true })).toBe(version + 1);
    back.pragma(`user_version = ${version}`);
    back.close();
    const again = createSqliteStore(file);
    expect(again.turns("conversation-1")).toEqual([turnWith()]);
    again.close();
  });
});
