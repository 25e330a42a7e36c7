/** What goes to the thread of the databases and comes back, and what a module of operations owes it. */
import type { SqliteDatabase } from "../../knowledge/sqlite/database.ts";

export interface Call {
  id: number;
  /** Which of the open databases. */
  database: number;
  /** "open", "close", or an operation's. */
  name: string;
  args: readonly unknown[];
}

export type Answer = { id: number; value: unknown } | { id: number; error: PlainError };

/** An AppError as it crosses from thread to thread. */
export interface PlainError {
  kind: "AppError" | "StoreError";
  code: string;
  message: string;
  retryable: boolean;
  /** Name and code of what was behind it; SQLite's messages name tables and never values. */
  cause: string;
}

/** How the queue of a database fares. */
export interface Health {
  /** Of the last group of writes. */
  lastError: PlainError | null;
  /** How long the oldest write has waited for another process's lock. */
  lockedMs: number;
  /** Text that was deleted still stands in the log: another process reads it. */
  unscrubbed: boolean;
}

/** "read" sees all that was answered before it was asked. A "report" is one that is told first how the queue fares. What "write" answers is on the disk. "scrub" is a write whose
 *  old text leaves the log soon after; "erase" one whose old text has left it when it answers, unless another process is
 *  reading it just then. "alone" is a write that can't be part of a transaction. */
export type OperationKind = "read" | "report" | "write" | "scrub" | "erase" | "alone";

export interface Operation<A extends readonly unknown[] = never, R = unknown> {
  kind: OperationKind;
  run(...args: A): R;
}

const of =
  (kind: OperationKind) =>
  <A extends readonly unknown[], R>(run: (...args: A) => R): Operation<A, R> => ({ kind, run });
export const read = of("read");
export const report = of("report");
export const write = of("write");
export const scrub = of("scrub");
export const erase = of("erase");
export const alone = of("alone");

export type Operations = Readonly<Record<string, Operation>>;

export interface OpenDatabase {
  database: SqliteDatabase;
  operations: Operations;
}

/** Imported by the thread, by its URL. */
export interface DatabaseModule {
  /** Throws AppError. */
  open(file: string, settings: unknown): Promise<OpenDatabase>;
}
