/** Opens a database by better-sqlite3; where its compiled part doesn't load, by the SQLite in Node itself. */
import Database from "better-sqlite3";
import { isNativeLoadFailure, nativeModuleError } from "../native-module.ts";
import type { SqliteDatabase, SqliteOptions } from "./database.ts";
import { findNodeSqlite, openNodeDatabase } from "./node-sqlite.ts";

export type SqliteLibrary = "better-sqlite3" | "node:sqlite";

/** Which of them works here. Throws AppError "native_module_unusable" when none does. */
export function sqliteLibrary(): SqliteLibrary {
  try {
    new Database(":memory:").close();
    return "better-sqlite3";
  } catch (error) {
    if (!isNativeLoadFailure(error)) throw error;
    if (!findNodeSqlite()) throw nativeModuleError("better-sqlite3", error);
    return "node:sqlite";
  }
}

/** `file` may be ":memory:"; a file that isn't there is made. Throws SQLite's errors, and AppError
 *  "native_module_unusable" when there is no library for this Node. */
export function openSqlite(file: string, { timeoutMs = 0 }: SqliteOptions = {}): SqliteDatabase {
  try {
    return new Database(file, { timeout: timeoutMs });
  } catch (error) {
    if (!isNativeLoadFailure(error)) throw error;
    const library = findNodeSqlite();
    if (!library) throw nativeModuleError("better-sqlite3", error);
    return openNodeDatabase(library, file, { timeoutMs });
  }
}
