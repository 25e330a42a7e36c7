/** SQLite's locks over processes, waited for without holding up the event loop. */
import { setTimeout as wait } from "node:timers/promises";
import { type SqliteDatabase, sqliteCode } from "./sqlite/database.ts";

const POLL_MS = 50;

/** Runs a statement that takes a lock once nobody else has it; the database's own timeout is 0. Throws what SQLite throws:
 *  after `waitMs` that it is busy, see `isBusy`. */
export async function execWhenFree(database: SqliteDatabase, sql: string, waitMs: number): Promise<void> {
  for (let waited = 0; ; waited += POLL_MS) {
    try {
      database.exec(sql);
      return;
    } catch (error) {
      if (!isBusy(error) || waited >= waitMs) throw error;
      await wait(POLL_MS);
    }
  }
}

export const isBusy = (error: unknown): boolean => sqliteCode(error)?.startsWith("SQLITE_BUSY") ?? false;
