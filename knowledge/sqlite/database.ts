/** What the program asks of SQLite, of whichever library. */

export type SqliteValue = string | number | bigint | null | Uint8Array;

/** Parameters are values in order, or one object of named ones: every name of the statement is given, others may be.
 *  Undefined is NULL. Integers are numbers: one beyond 2^53 throws. */
export interface SqliteStatement<Parameters extends unknown[] = unknown[], Row = unknown> {
  run(...parameters: Parameters): { changes: number };
  get(...parameters: Parameters): Row | undefined;
  all(...parameters: Parameters): Row[];
  iterate(...parameters: Parameters): IterableIterator<Row>;
  /** From now on a row is the value of its first column. Returns the same statement. */
  pluck(): this;
}

/** Errors of SQLite have a `code` such as "SQLITE_BUSY" or "SQLITE_CONSTRAINT_UNIQUE", see `sqliteCode`. */
export interface SqliteDatabase {
  /** The file, as it was given. */
  readonly name: string;
  readonly memory: boolean;
  readonly open: boolean;
  readonly inTransaction: boolean;
  prepare<Parameters extends unknown[] = unknown[], Row = unknown>(
    sql: string,
  ): SqliteStatement<Parameters, Row>;
  /** One statement or several, without parameters and rows. */
  exec(sql: string): unknown;
  /** The rows of "PRAGMA source"; with `simple` the first value of the first row. */
  pragma(source: string, options?: { simple?: boolean }): unknown;
  /** Runs in a transaction, within another in a savepoint: committed when it returns, rolled back when it throws. */
  transaction<Arguments extends unknown[], Result>(
    work: (...args: Arguments) => Result,
  ): (...args: Arguments) => Result;
  close(): unknown;
}

export interface SqliteOptions {
  /** How long a statement waits for another's lock, which holds up the thread. Default 0. */
  timeoutMs?: number;
}

/** SQLite's own code of what went wrong, undefined of an error that is not SQLite's. */
export function sqliteCode(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return typeof code === "string" && code.startsWith("SQLITE_") ? code : undefined;
}
