/** What every library behind the interface of SQLite does, the same way. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type SqliteDatabase, type SqliteOptions, sqliteCode } from "../../knowledge/sqlite/database.ts";

export function describeSqlite(
  name: string,
  open: (file: string, options?: SqliteOptions) => SqliteDatabase,
): void {
  describe(`${name} behind the interface`, () => {
    let directory: string;
    beforeAll(() => {
      directory = mkdtempSync(join(tmpdir(), "tro-ly-so-sqlite-"));
    });
    afterAll(() => rmSync(directory, { recursive: true, force: true }));
    let opened: SqliteDatabase[] = [];
    afterEach(() => {
      for (const database of opened) database.close();
      opened = [];
    });
    let count = 0;
    const newFile = () => join(directory, `${count++}.sqlite`);
    function use(file = ":memory:", options?: SqliteOptions): SqliteDatabase {
      const database = open(file, options);
      opened.push(database);
      return database;
    }
    function withTable(file?: string): SqliteDatabase {
      const database = use(file);
      database.exec(
        `CREATE TABLE row (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, number REAL, bytes BLOB) STRICT;
         CREATE TABLE part (row INTEGER REFERENCES row (id) ON DELETE CASCADE) STRICT`,
      );
      return database;
    }
    function codeOf(work: () => unknown): string | undefined {
      try {
        work();
      } catch (error) {
        return sqliteCode(error);
      }
      return "nothing thrown";
    }

    test("takes values in order and by name, and gives them back", () => {
      const database = withTable();
      const insert = database.prepare<[string, number | null, Buffer | null]>(
        "INSERT INTO row (word, number, bytes) VALUES (?, ?, ?)",
      );
      expect(insert.run("một", 1.5, Buffer.from([0, 255])).changes).toBe(1);
      const byName = database.prepare<[object]>(
        "INSERT INTO row (word, number, bytes) VALUES (@word, @number, @bytes)",
      );
      byName.run({ word: "hai", number: null, bytes: null, other: "not asked for" });
      const rows = database.prepare<[], { id: number; bytes: Uint8Array | null }>("SELECT * FROM row").all();
      expect(rows).toEqual([
        { id: 1, word: "một", number: 1.5, bytes: expect.anything() },
        { id: 2, word: "hai", number: null, bytes: null },
      ]);
      expect([...rows[0]!.bytes!]).toEqual([0, 255]);
    });

    test("get gives the first row or undefined, iterate one after the other, pluck the first column", () => {
      const database = withTable();
      const insert = database.prepare("INSERT INTO row (word) VALUES (?) RETURNING id");
      for (const word of ["a", "b", "c"]) insert.get(word);
      expect(database.prepare("SELECT word FROM row WHERE id = ?").get(2)).toEqual({ word: "b" });
      expect(database.prepare("SELECT word FROM row WHERE id = ?").get(9)).toBeUndefined();
      const words = database.prepare<[], string>("SELECT word FROM row ORDER BY id").pluck();
      expect(words.get()).toBe("a");
      expect(words.all()).toEqual(["a", "b", "c"]);
      expect([...words.iterate()]).toEqual(["a", "b", "c"]);
      expect(database.prepare("SELECT word FROM row WHERE id = 9").pluck().get()).toBeUndefined();
      expect(database.prepare("SELECT number FROM row WHERE id = 1").pluck().get()).toBeNull();
    });

    test("counts the rows that a statement changed", () => {
      const database = withTable();
      const insert = database.prepare("INSERT OR IGNORE INTO row (word) VALUES (?)");
      expect(["a", "b", "a"].map((word) => insert.run(word).changes)).toEqual([1, 1, 0]);
      expect(database.prepare("UPDATE row SET number = 1").run().changes).toBe(2);
      expect(database.prepare("DELETE FROM row WHERE word = 'none'").run().changes).toBe(0);
    });

    test("keeps whole numbers up to 2^53 exactly, text with every sign, and refuses what it can't keep", () => {
      const database = withTable();
      const echo = database.prepare<unknown[], unknown>("SELECT ?").pluck();
      for (const value of [Number.MAX_SAFE_INTEGER, -1, 0, 0.1, "", "Ờ 🇻🇳 '\"", "x\ny", null])
        expect(echo.get(value)).toBe(value);
      expect(echo.get(undefined)).toBeNull();
      expect(database.prepare<[object], unknown>("SELECT @a").pluck().get({ a: undefined })).toBeNull();
      expect(() => echo.get(true)).toThrow(TypeError);
    });

    test("pragmas are set and read, with rows or simply", () => {
      const database = withTable();
      database.pragma("user_version = 7");
      expect(database.pragma("user_version", { simple: true })).toBe(7);
      expect(database.pragma("user_version")).toEqual([{ user_version: 7 }]);
      expect(database.pragma("table_info(part)")).toEqual([expect.objectContaining({ name: "row" })]);
    });

    test("foreign keys hold once they are switched on", () => {
      const database = withTable();
      database.pragma("foreign_keys = ON");
      database.prepare("INSERT INTO row (id, word) VALUES (1, 'a')").run();
      database.prepare("INSERT INTO part VALUES (1)").run();
      expect(codeOf(() => database.prepare("INSERT INTO part VALUES (2)").run())).toBe(
        "SQLITE_CONSTRAINT_FOREIGNKEY",
      );
      database.prepare("DELETE FROM row").run();
      expect(database.prepare("SELECT count(*) FROM part").pluck().get()).toBe(0);
    });

    test("a transaction is committed, or undone by what its work throws; within another a part is", () => {
      const database = withTable();
      const insert = database.prepare("INSERT INTO row (word) VALUES (?)");
      const words = database.prepare<[], string>("SELECT word FROM row ORDER BY id").pluck();
      const add = database.transaction((word: string, fails: boolean) => {
        insert.run(word);
        if (fails) throw new RangeError(word);
        return database.inTransaction;
      });
      expect(add("a", false)).toBe(true);
      expect(() => add("b", true)).toThrow(RangeError);
      expect(database.inTransaction).toBe(false);
      expect(words.all()).toEqual(["a"]);
      database.exec("BEGIN IMMEDIATE");
      add("c", false);
      expect(() => add("d", true)).toThrow(RangeError);
      expect(database.inTransaction).toBe(true);
      add("e", false);
      database.exec("COMMIT");
      expect(words.all()).toEqual(["a", "c", "e"]);
      database.exec("BEGIN");
      add("f", false);
      database.exec("ROLLBACK");
      expect(words.all()).toEqual(["a", "c", "e"]);
    });

    test("what is wrong has SQLite's code, extended", () => {
      const database = withTable();
      database.prepare("INSERT INTO row (id, word) VALUES (1, 'a')").run();
      const insert = (sql: string) =>
        codeOf(() => database.prepare(`INSERT INTO row (id, word) ${sql}`).run());
      expect(insert("VALUES (2, 'a')")).toBe("SQLITE_CONSTRAINT_UNIQUE");
      expect(insert("VALUES (1, 'b')")).toBe("SQLITE_CONSTRAINT_PRIMARYKEY");
      expect(insert("VALUES (3, NULL)")).toBe("SQLITE_CONSTRAINT_NOTNULL");
      expect(codeOf(() => database.prepare("SELECT * FROM none"))).toBe("SQLITE_ERROR");
      expect(codeOf(() => database.exec("not sql"))).toBe("SQLITE_ERROR");
      const iterate = () => [...database.prepare("SELECT json(word) FROM row").iterate()];
      expect(codeOf(iterate)).toBe("SQLITE_ERROR");
    });

    test("another connection's lock is SQLITE_BUSY at once, and nothing stands in the way afterwards", () => {
      const file = newFile();
      const [one, other] = [withTable(file), use(file)];
      one.pragma("journal_mode = WAL");
      one.exec("BEGIN IMMEDIATE");
      expect(codeOf(() => other.exec("BEGIN IMMEDIATE"))).toBe("SQLITE_BUSY");
      one.exec("COMMIT");
      other.exec("BEGIN IMMEDIATE; COMMIT");
      one.exec("BEGIN EXCLUSIVE");
      expect(codeOf(() => other.prepare("INSERT INTO row (word) VALUES ('a')").run())).toBe("SQLITE_BUSY");
    });

    test("a file that is no database is SQLITE_NOTADB, a folder SQLITE_CANTOPEN", () => {
      const file = newFile();
      writeFileSync(file, "những dòng chữ, không phải cơ sở dữ liệu ".repeat(40));
      expect(codeOf(() => use(file).pragma("journal_mode = WAL"))).toBe("SQLITE_NOTADB");
      expect(codeOf(() => use(directory))).toMatch(/^SQLITE_CANTOPEN/);
    });

    test("a full database is SQLITE_FULL, and the transaction is gone or can be undone", () => {
      const database = withTable(newFile());
      database.pragma("max_page_count = 8");
      const insert = database.prepare("INSERT INTO row (word, bytes) VALUES (?, zeroblob(9000))");
      const fill = database.transaction(() => {
        for (let i = 0; i < 9; i++) insert.run(String(i));
      });
      expect(codeOf(fill)).toBe("SQLITE_FULL");
      expect(database.inTransaction).toBe(false);
      expect(database.prepare("SELECT count(*) FROM row").pluck().get()).toBe(0);
    });

    test("what one library has written another connection reads, after it was closed too", () => {
      const file = newFile();
      const one = withTable(file);
      one.pragma("journal_mode = WAL");
      one.prepare("INSERT INTO row (word) VALUES ('a')").run();
      expect(use(file).prepare("SELECT word FROM row").pluck().all()).toEqual(["a"]);
      expect([one.name, one.memory, one.open]).toEqual([file, false, true]);
      one.close();
      expect(one.open).toBe(false);
      expect(() => one.exec("SELECT 1")).toThrow();
      one.close();
      expect(use(file).prepare("SELECT word FROM row").pluck().all()).toEqual(["a"]);
      expect(use().memory).toBe(true);
    });
  });
}
