/** One builder of a knowledge base at a time, over processes. The lock is SQLite's on an empty database file: the
 *  operating system gives it back when its process ends, however that happens. */
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import Database from "better-sqlite3";
import { KnowledgeError } from "./errors.ts";

const POLL_MS = 100;

/** Waits up to `waitMs` for the other builder. Returns what gives the lock back. Throws KnowledgeError
 *  "knowledge_locked". */
export async function lockForBuilding(root: string, waitMs = 60_000): Promise<() => void> {
  const database = new Database(join(root, "lock.sqlite"), { timeout: 0 });
  const deadline = Date.now() + waitMs;
  for (;;) {
    try {
      database.exec("BEGIN EXCLUSIVE");
      return () => database.close();
    } catch (cause) {
      const isBusy = cause instanceof Database.SqliteError && cause.code.startsWith("SQLITE_BUSY");
      if (isBusy && Date.now() < deadline) {
        await wait(POLL_MS);
        continue;
      }
      database.close();
      throw isBusy
        ? new KnowledgeError("knowledge_locked", "Một tiến trình khác đang lập kho tri thức.", {
            cause,
            retryable: true,
          })
        : cause;
    }
  }
}
