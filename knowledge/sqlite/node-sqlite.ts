/** The SQLite that Node brings along, behind the same interface. Source: https://nodejs.org/api/sqlite.html */
import { createRequire } from "node:module";
import type { SqliteDatabase, SqliteOptions, SqliteStatement } from "./database.ts";
import { resultCodeName } from "./result-codes.ts";

/** As much of node:sqlite as is used here. */
export interface NodeSqlite {
  DatabaseSync: new (file: string, options: { timeout: number }) => NodeDatabase;
}

interface NodeDatabase {
  readonly isTransaction: boolean;
  readonly isOpen: boolean;
  exec(sql: string): void;
  prepare(sql: string): NodeStatement;
  close(): void;
}

interface NodeStatement {
  run(...parameters: unknown[]): { changes: number | bigint };
  get(...parameters: unknown[]): object | undefined;
  all(...parameters: unknown[]): object[];
  iterate(...parameters: unknown[]): IterableIterator<object>;
  setAllowUnknownNamedParameters(enabled: boolean): void;
}

/** Undefined where this Node has none, or one that lacks what is needed: before 22.16. */
export function findNodeSqlite(): NodeSqlite | undefined {
  try {
    const library = createRequire(import.meta.url)("node:sqlite") as NodeSqlite;
    const probe = new library.DatabaseSync(":memory:", { timeout: 0 });
    const isEnough = typeof probe.isTransaction === "boolean" && typeof probe.isOpen === "boolean";
    probe.close();
    return isEnough ? library : undefined;
  } catch {
    return undefined;
  }
}

/** SQLite's error with the name of its result code, as better-sqlite3 gives it. */
class SqliteError extends Error {
  readonly code: string;

  constructor(cause: Error & { errcode: number }) {
    super(cause.message, { cause });
    this.name = "SqliteError";
    this.code = resultCodeName(cause.errcode);
  }
}

function named<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && typeof (error as { errcode?: unknown }).errcode === "number")
      throw new SqliteError(error as Error & { errcode: number });
    throw error;
  }
}

export function openNodeDatabase(
  { DatabaseSync }: NodeSqlite,
  file: string,
  { timeoutMs = 0 }: SqliteOptions = {},
): SqliteDatabase {
  const database = named(() => new DatabaseSync(file, { timeout: timeoutMs }));
  const exec = (sql: string): void => named(() => database.exec(sql));
  function prepare<Parameters extends unknown[], Row>(sql: string): SqliteStatement<Parameters, Row> {
    return statementOf(named(() => database.prepare(sql)));
  }
  return {
    name: file,
    memory: file === ":memory:" || file === "",
    get open() {
      return database.isOpen;
    },
    get inTransaction() {
      return database.isTransaction;
    },
    exec,
    prepare,
    pragma(source, options) {
      const rows = prepare<[], object>(`PRAGMA ${source}`).all();
      return options?.simple ? firstValue(rows[0]) : rows;
    },
    transaction:
      (work) =>
      (...args) => {
        const [begin, commit, rollback] = database.isTransaction
          ? ["SAVEPOINT part", "RELEASE part", "ROLLBACK TO part; RELEASE part"]
          : ["BEGIN", "COMMIT", "ROLLBACK"];
        exec(begin);
        try {
          const result = work(...args);
          exec(commit);
          return result;
        } catch (error) {
          // SQLite has ended it by itself on a full disk, for example.
          if (database.isTransaction) exec(rollback);
          throw error;
        }
      },
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}

const firstValue = (row: object | undefined): unknown => row && Object.values(row)[0];

/** A value, or the values of an object of named ones, as both libraries take them: undefined is NULL, and a truth value,
 *  which newer Nodes would store as a number, is refused. */
function bindable(parameter: unknown): unknown {
  if (parameter === undefined) return null;
  if (typeof parameter === "boolean") throw new TypeError("SQLite has no truth values");
  if (typeof parameter !== "object" || parameter === null || ArrayBuffer.isView(parameter)) return parameter;
  return Object.fromEntries(Object.entries(parameter).map(([name, value]) => [name, value ?? null]));
}

function statementOf<Parameters extends unknown[], Row>(
  statement: NodeStatement,
): SqliteStatement<Parameters, Row> {
  statement.setAllowUnknownNamedParameters(true);
  const bound = (parameters: readonly unknown[]) => parameters.map(bindable);
  let shown: (row: object) => unknown = (row) => row;
  function* iterate(parameters: Parameters): Generator<Row> {
    const rows = named(() => statement.iterate(...bound(parameters)));
    for (let next = named(() => rows.next()); !next.done; next = named(() => rows.next()))
      yield shown(next.value) as Row;
  }
  return {
    run: (...parameters) => ({ changes: Number(named(() => statement.run(...bound(parameters))).changes) }),
    get(...parameters) {
      const row = named(() => statement.get(...bound(parameters)));
      return row && (shown(row) as Row);
    },
    all: (...parameters) => named(() => statement.all(...bound(parameters))).map(shown) as Row[],
    iterate: (...parameters) => iterate(parameters),
    pluck() {
      shown = firstValue as (row: object) => unknown;
      return this;
    },
  };
}
