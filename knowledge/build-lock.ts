/** One builder of a knowledge base at a time, over processes. The lock is SQLite's on an empty database file: the
 *  operating system gives it back when its process ends, however that happens. */
import { join } from "node:path";
import { KnowledgeError } from "./errors.ts";
import { openSqlite } from "./sqlite/open.ts";
import { execWhenFree, isBusy } from "./when-free.ts";

/** Waits up to `waitMs` for the other builder. Returns what gives the lock back. Throws KnowledgeError
 *  "knowledge_locked". */
export async function lockForBuilding(root: string, waitMs = 60_000): Promise<() => void> {
  const database = openSqlite(join(root, "lock.sqlite"));
  try {
    await execWhenFree(database, "BEGIN EXCLUSIVE", waitMs);
    return () => database.close();
  } catch (cause) {
    database.close();
    if (!isBusy(cause)) throw cause;
    throw new KnowledgeError("knowledge_locked", "Một tiến trình khác đang lập kho tri thức.", {
      cause,
      retryable: true,
    });
  }
}
