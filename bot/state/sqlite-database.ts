/** Opening the one SQLite file behind conversations and mailbox: rights, settings, migrations. */
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
} from "node:fs";
import { access } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "../../knowledge/errors.ts";
import type { SqliteDatabase } from "../../knowledge/sqlite/database.ts";
import { openSqlite } from "../../knowledge/sqlite/open.ts";
import { MIGRATIONS } from "./migrations.ts";
import { storeError, toStoreError } from "./store-errors.ts";

/** "TrLy", so that other programs' databases are told apart. */
const APPLICATION_ID = 0x54_72_4c_79;
const LONGEST_WAIT_MS = 30_000;
const POLL_MS = 25;
const OWNER_ONLY = { file: 0o600, folder: 0o700 } as const;

/** `file` may be ":memory:". Throws StoreError, see there. */
export async function openDatabase(file: string): Promise<SqliteDatabase> {
  for (const startedAt = performance.now(); ; ) {
    try {
      return await openOnce(file);
    } catch (error) {
      // Another process is making it, or setting its log in order.
      const isEarly = performance.now() - startedAt < LONGEST_WAIT_MS;
      if (!isEarly || !(error instanceof AppError) || error.code !== "store_busy") throw error;
      await wait(POLL_MS);
    }
  }
}

async function openOnce(file: string): Promise<SqliteDatabase> {
  const isFile = file !== ":memory:";
  let database: SqliteDatabase | undefined;
  try {
    if (isFile) await claimFile(file);
    database = openSqlite(file);
    refuseForeign(database);
    if (isFile) keepPrivate(file);
    // What is deleted gives its room back. Of other files, see compact.
    if (database.pragma("page_count", { simple: true }) === 0) database.pragma("auto_vacuum = INCREMENTAL");
    database.pragma("journal_mode = WAL");
    // One flush to the disk for each transaction: what is answered is kept.
    database.pragma("synchronous = FULL");
    database.pragma("secure_delete = ON");
    database.pragma("temp_store = MEMORY");
    database.pragma("foreign_keys = ON");
    migrate(database);
    return database;
  } catch (cause) {
    const error = isFile && database ? diagnose(cause, file) : toStoreError(cause, file);
    database?.close();
    throw error;
  }
}

/** Readable by the program's own user alone; SQLite gives its side files the same rights. */
async function claimFile(file: string): Promise<void> {
  const folder = dirname(file);
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: OWNER_ONLY.folder });
  try {
    closeSync(openSync(file, "wx", OWNER_ONLY.file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    await access(file, constants.R_OK | constants.W_OK);
  }
}

/** The same of files of an earlier version. */
function keepPrivate(file: string): void {
  for (const path of [file, `${file}-wal`, `${file}-shm`]) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isFile() && (found.mode & 0o077) !== 0) chmodSync(path, OWNER_ONLY.file);
  }
}

/** The version is read under the lock that the migrations are written under: several processes may open at once. A file
 *  that is as it should be isn't written to: on a full disk it can still be read. */
function migrate(database: SqliteDatabase): void {
  if (refuseForeign(database) === MIGRATIONS.length && applicationOf(database) === APPLICATION_ID) return;
  database.exec("BEGIN IMMEDIATE");
  try {
    const applied = refuseForeign(database);
    for (const migration of MIGRATIONS.slice(applied)) database.exec(migration);
    database.pragma(`user_version = ${MIGRATIONS.length}`);
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.exec("COMMIT");
  } finally {
    if (database.inTransaction) database.exec("ROLLBACK");
  }
}

/** How many migrations were applied. Throws StoreError for what can't be worked on, and leaves it as it was. */
function refuseForeign(database: SqliteDatabase): number {
  const applied = database.pragma("user_version", { simple: true }) as number;
  if (!isOurs(database, applied)) throw storeError("store_foreign", { file: database.name });
  if (applied > MIGRATIONS.length) throw storeError("store_newer", { file: database.name });
  return applied;
}

const applicationOf = (database: SqliteDatabase) =>
  database.pragma("application_id", { simple: true }) as number;

/** Files of before the mark was written are known by their tables. */
function isOurs(database: SqliteDatabase, applied: number): boolean {
  const application = applicationOf(database);
  if (application !== 0) return application === APPLICATION_ID;
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
  if (applied === 0) return tables.length === 0;
  if (!tables.includes("conversation") || !tables.includes("turn")) return false;
  const columns = (database.pragma("table_info(turn)") as { name: string }[]).map(({ name }) => name);
  return columns.includes("message_id") && columns.includes("knowledge_version");
}

const HEADER_BYTES = 100;
const MAGIC = "SQLite format 3\0";

/** A file that ends before its own header says so was cut. */
function diagnose(cause: unknown, file: string): AppError {
  const error = toStoreError(cause, file);
  if (error.code !== "store_damaged") return error;
  const header = Buffer.alloc(HEADER_BYTES);
  const handle = openSync(file, "r");
  try {
    const bytes = readSync(handle, header, 0, HEADER_BYTES, 0);
    if (header.toString("latin1", 0, MAGIC.length) !== MAGIC) return error;
    const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
    const isCut = bytes < HEADER_BYTES || header.readUInt32BE(28) * pageSize > statSync(file).size;
    return isCut ? storeError("store_truncated", { file, cause }) : error;
  } finally {
    closeSync(handle);
  }
}
