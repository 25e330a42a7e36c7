import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openSqliteStore } from "../../../bot/state/sqlite-store.ts";
import { AppError } from "../../../knowledge/errors.ts";
import { openSqlite } from "../../../knowledge/sqlite/open.ts";
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

describeConversationStore("SQLite in memory", () => openSqliteStore(":memory:"));
describeConversationStore("SQLite in a file", () => openSqliteStore(file));
describeConversationStore("the memory store of the tests", async () => createMemoryStore());

async function codeOf(opening: Promise<unknown>): Promise<string> {
  const error = await opening.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(AppError);
  return (error as AppError).code;
}

describe("a file of conversations", () => {
  test("is read again after it was closed", async () => {
    const before = await openSqliteStore(file);
    await before.saveTurn(turnWith(), "trạng thái");
    await before.close();
    const after = await openSqliteStore(file);
    expect((await after.find("conversation-1"))?.state).toBe("trạng thái");
    expect(await after.turns("conversation-1")).toEqual([turnWith()]);
    await expect(after.saveTurn(turnWith({ messageId: "message-2" }), "")).rejects.toThrow(
      expect.objectContaining({ code: "turn_code_taken" }),
    );
    await after.close();
  });

  test("from before replies had options opens, and they put nothing to choice", async () => {
    const store = await openSqliteStore(file);
    const { response } = turnWith();
    const { options, ...reply } = response.reply;
    expect(options).toBeDefined();
    await store.saveTurn(turnWith({ response: { ...response, reply: reply as typeof response.reply } }), "");
    expect((await store.turns("conversation-1"))[0]!.response.reply.options).toEqual([]);
    await store.close();
  });

  test("that was not closed, as in a crash, has lost nothing", async () => {
    const crashed = await openSqliteStore(file);
    await crashed.saveTurn(turnWith(), "trạng thái");
    // The files as a killed process leaves them, the write-ahead log beside the database.
    const copy = join(directory, `${++count}.sqlite`);
    for (const suffix of ["", "-wal"]) await writeFile(copy + suffix, await readFile(file + suffix));
    const after = await openSqliteStore(copy);
    expect(await after.turns("conversation-1")).toEqual([turnWith()]);
    await after.close();
    await crashed.close();
  });

  test("is shared by two stores, as by two processes", async () => {
    const one = await openSqliteStore(file);
    const two = await openSqliteStore(file);
    await one.saveTurn(turnWith(), "một");
    expect((await two.find("conversation-1"))?.state).toBe("một");
    await two.saveTurn(turnWith({ messageId: "message-2", code: "DEF567" }), "hai");
    expect((await one.find("conversation-1"))?.state).toBe("hai");
    await one.close();
    await two.close();
  });

  test("begins empty where there is none", async () => {
    const store = await openSqliteStore(file);
    expect(await store.turns("conversation-1")).toEqual([]);
    await store.close();
  });
});

describe("a file that is none of this program's is refused and left as it was", () => {
  test.each([
    ["text", "không phải cơ sở dữ liệu, chỉ là một tệp văn bản khá dài\n".repeat(200), "store_damaged"],
    ["a database cut short", "SQLite format 3\0", "store_truncated"],
  ])("%s", async (_what, content, code) => {
    await writeFile(file, content);
    expect(await codeOf(openSqliteStore(file))).toBe(code);
    expect(await readFile(file, "utf8")).toBe(content);
  });

  test("a database whose pages are overwritten", async () => {
    const store = await openSqliteStore(file);
    for (let i = 0; i < 50; i++)
      await store.saveTurn(turnWith({ messageId: `message-${i}`, code: `CODE${i}` }), "x".repeat(500));
    await store.close();
    const bytes = await readFile(file);
    await writeFile(file, bytes.fill(0xff, 0, 4096));
    expect(await codeOf(openSqliteStore(file))).toBe("store_damaged");
  });

  test("a database of another program that has a table of the same name", async () => {
    const other = openSqlite(file);
    other.exec("CREATE TABLE conversation (title TEXT)");
    other.close();
    expect(await codeOf(openSqliteStore(file))).toBe("store_foreign");
    const reopened = openSqlite(file);
    expect(reopened.prepare("SELECT name FROM sqlite_master").pluck().all()).toEqual(["conversation"]);
    reopened.close();
  });

  test("a database of another program that counts its own schema as version 1", async () => {
    const other = openSqlite(file);
    other.exec("CREATE TABLE note (title TEXT); PRAGMA user_version = 1");
    other.close();
    expect(await codeOf(openSqliteStore(file))).toBe("store_foreign");
  });

  test("a folder, and a path through a file", async () => {
    await mkdir(file);
    expect(await codeOf(openSqliteStore(file))).toBe("store_path");
    const text = join(directory, "a.txt");
    await writeFile(text, "");
    expect(await codeOf(openSqliteStore(join(text, "a.sqlite")))).toBe("store_path");
  });

  test("a database of a newer program, by an error of its own", async () => {
    const store = await openSqliteStore(file);
    await store.saveTurn(turnWith(), "trạng thái");
    await store.close();
    const newer = openSqlite(file);
    const version = newer.pragma("user_version", { simple: true }) as number;
    newer.pragma(`user_version = ${version + 1}`);
    newer.close();
    expect(await codeOf(openSqliteStore(file))).toBe("store_newer");
    const back = openSqlite(file);
    expect(back.pragma("user_version", { simple: true })).toBe(version + 1);
    back.pragma(`user_version = ${version}`);
    back.close();
    const again = await openSqliteStore(file);
    expect(await again.turns("conversation-1")).toEqual([turnWith()]);
    await again.close();
  });
});
