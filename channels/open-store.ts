/** The store of the data folder, and how what is too old leaves it. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openSqliteStore } from "../bot/state/sqlite-store.ts";
import type { PurgeRefusal, StateStore } from "../bot/state/store.ts";
import type { Config } from "../config.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
export const STORE_FILE = "conversations.sqlite";

/** Conversations and mailbox of the data folder, which is made when it isn't there, for the program's user alone. */
export async function openStore(
  config: Pick<Config, "DATA_DIR" | "STORE_QUOTA_MB" | "DISK_WARNING_MB">,
): Promise<StateStore> {
  await mkdir(config.DATA_DIR, { recursive: true, mode: 0o700 });
  return openSqliteStore(join(config.DATA_DIR, STORE_FILE), {
    quotaMb: config.STORE_QUOTA_MB,
    lowDiskMb: config.DISK_WARNING_MB,
  });
}

/** Deletes what is older than the days that it may be kept. Resolves to why it was not done. */
export async function purgeOld(
  store: StateStore,
  now: number,
  retentionDays: number,
  evenIfUnusual = false,
): Promise<PurgeRefusal | null> {
  const before = now - retentionDays * DAY_MS;
  const { refused } = await store.purge({ now, before, evenIfUnusual });
  if (!refused) await store.mailbox.purgeMailBefore(before);
  return refused;
}
