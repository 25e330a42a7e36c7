/** What the commands of an operator share: the stored conversations, moments as people read them, and errors in words. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createSqliteStore, type SqliteStore } from "../bot/state/sqlite-store.ts";
import { failureInWords } from "../knowledge/failure-in-words.ts";

export const WHEN = new Intl.DateTimeFormat("vi-VN", {
  timeZone: "Asia/Ho_Chi_Minh",
  dateStyle: "short",
  timeStyle: "short",
});

/** Says `whenNone` where nothing has been stored yet. */
export function withStore(dataDirectory: string, whenNone: string, use: (store: SqliteStore) => void): void {
  const file = join(dataDirectory, "conversations.sqlite");
  if (!existsSync(file)) {
    console.log(whenNone);
    return;
  }
  const store = createSqliteStore(file);
  try {
    use(store);
  } finally {
    store.close();
  }
}

/** Runs a command; a wrong option or a known problem is one line and exit status 1. */
export function run(command: () => void): void {
  try {
    command();
  } catch (error) {
    console.error(failureInWords(error) ?? error);
    process.exitCode = 1;
  }
}
