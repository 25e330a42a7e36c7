/** What the commands of an operator share: the stored conversations, moments as people read them, and errors in words. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { StateStore } from "../bot/state/store.ts";
import type { Config } from "../config.ts";
import { formatMoment } from "../knowledge/calendar.ts";
import { failureInWords } from "../knowledge/failure-in-words.ts";
import { openStore, STORE_FILE } from "./open-store.ts";

/** Milliseconds since 1970 as an operator reads them. */
export const WHEN = { format: (at: number): string => formatMoment(new Date(at)) };

/** Says `whenNone` where nothing has been stored yet. */
export async function withStore(
  config: Pick<Config, "DATA_DIR" | "STORE_QUOTA_MB" | "DISK_WARNING_MB">,
  whenNone: string,
  use: (store: StateStore) => Promise<void>,
): Promise<void> {
  const file = join(config.DATA_DIR, STORE_FILE);
  if (!existsSync(file)) {
    console.log(whenNone);
    return;
  }
  const store = await openStore(config);
  try {
    await use(store);
  } finally {
    await store.close();
  }
}

/** Runs a command; a wrong option or a known problem is one line and exit status 1. */
export async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(failureInWords(error) ?? error);
    process.exitCode = 1;
  }
}
