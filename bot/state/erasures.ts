/** The record of what was deleted on a person's wish: that an id was, and on which day. */
import { createHmac } from "node:crypto";
import type { SqliteDatabase } from "../../knowledge/sqlite/database.ts";

export interface Erasures {
  has(conversationId: string): boolean;
  /** `now` in milliseconds since the epoch. */
  add(conversationId: string, now: number): void;
}

export const DAY_MS = 24 * 60 * 60 * 1000;

export function createErasures(database: SqliteDatabase): Erasures {
  const find = database.prepare<[Buffer]>("SELECT 1 FROM erased WHERE hash = ?");
  const insert = database.prepare<[Buffer, number]>("INSERT OR IGNORE INTO erased VALUES (?, ?)");
  const key = database.prepare<[], Buffer>("SELECT value FROM note WHERE name = 'erased_key'").pluck().get()!;
  /** Of no use to anybody who doesn't have the id. */
  const hashOf = (conversationId: string) =>
    createHmac("sha256", key).update(conversationId).digest().subarray(0, 16);
  return {
    has: (conversationId) => find.get(hashOf(conversationId)) !== undefined,
    add: (conversationId, now) => void insert.run(hashOf(conversationId), Math.floor(now / DAY_MS)),
  };
}
