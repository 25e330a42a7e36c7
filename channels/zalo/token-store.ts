/** The account's token pair, in a file of its own that several processes share. A refresh token is good for one use: who
 *  refreshes holds the file's write lock, which the system takes back from a process that dies. */
import { chmodSync, closeSync, existsSync, openSync } from "node:fs";
import { AppError } from "../../knowledge/errors.ts";
import type { SqliteDatabase } from "../../knowledge/sqlite/database.ts";
import { openSqlite } from "../../knowledge/sqlite/open.ts";
import { execWhenFree, isBusy } from "../../knowledge/when-free.ts";

export interface TokenPair {
  accessToken: string;
  refreshToken: string;
  /** Of the access token; milliseconds since the epoch. */
  expiresAt: number;
  /** When the pair was given out. */
  issuedAt: number;
}

export interface TokenStore {
  read(): TokenPair | undefined;
  /** Whether a refresh token of the settings, by its hash, was used before. */
  wasUsed(seed: string): boolean;
  /** One at a time over all processes. What the work saves is durable, flushed to the disk, when this returns. Throws
   *  AppError "zalo_token_locked" after a minute of waiting. */
  exclusively<T>(
    work: (save: (pair: TokenPair | undefined, usedSeed?: string) => void) => Promise<T>,
  ): Promise<T>;
  close(): void;
}

const LONGEST_WAIT_MS = 60_000;

interface Row {
  access_token: string;
  refresh_token: string;
  expires_at: number;
  issued_at: number;
}

function keepPrivate(file: string): void {
  closeSync(openSync(file, "a", 0o600));
  // Files of an earlier version, or that were copied here.
  for (const path of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(path)) chmodSync(path, 0o600);
}

/** Throws AppError "zalo_token_store" when the file can't be opened. */
export function openTokenStore(file: string): TokenStore {
  let database: SqliteDatabase;
  try {
    // Readable by the program's own user alone; SQLite gives its side files the same rights.
    if (file !== ":memory:") keepPrivate(file);
    // Before anything else is done; of a file that is there nothing is waited for.
    database = openSqlite(file, { timeoutMs: 5000 });
    database.pragma("journal_mode = WAL");
    // What was replaced is good for nothing any more, and stands nowhere.
    database.pragma("secure_delete = ON");
    // Unlike a conversation, a pair that a power cut loses is lost for good.
    database.pragma("synchronous = FULL");
    database.exec(
      `CREATE TABLE IF NOT EXISTS token (
         id INTEGER PRIMARY KEY CHECK (id = 1),
         access_token TEXT NOT NULL, refresh_token TEXT NOT NULL,
         expires_at INTEGER NOT NULL, issued_at INTEGER NOT NULL
       ) STRICT;
       CREATE TABLE IF NOT EXISTS used_seed (hash TEXT PRIMARY KEY) STRICT`,
    );
    // The event loop is not held up by a lock that another process has for the time of a request.
    database.pragma("busy_timeout = 0");
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("zalo_token_store", "Không mở được kho mã truy cập Zalo.", { cause });
  }
  const read = database.prepare<[], Row>("SELECT * FROM token");
  const seed = database.prepare<[string], { hash: string }>("SELECT hash FROM used_seed WHERE hash = ?");
  const savePair = database.prepare<[TokenPair]>(
    `INSERT INTO token VALUES (1, @accessToken, @refreshToken, @expiresAt, @issuedAt)
     ON CONFLICT (id) DO UPDATE SET access_token = @accessToken, refresh_token = @refreshToken,
       expires_at = @expiresAt, issued_at = @issuedAt`,
  );
  const saveSeed = database.prepare<[string]>("INSERT OR IGNORE INTO used_seed VALUES (?)");

  /** It has the pair before; where another process reads just then, it goes the next time. */
  function emptyLog(): void {
    try {
      database.pragma("wal_checkpoint(TRUNCATE)");
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
  }

  return {
    read() {
      const row = read.get();
      return (
        row && {
          accessToken: row.access_token,
          refreshToken: row.refresh_token,
          expiresAt: row.expires_at,
          issuedAt: row.issued_at,
        }
      );
    },
    wasUsed: (hash) => seed.get(hash) !== undefined,
    async exclusively(work) {
      await execWhenFree(database, "BEGIN IMMEDIATE", LONGEST_WAIT_MS).catch((cause) => {
        throw new AppError("zalo_token_locked", "Kho mã truy cập Zalo đang bận.", { cause, retryable: true });
      });
      try {
        const result = await work((pair, usedSeed) => {
          if (pair) savePair.run(pair);
          if (usedSeed !== undefined) saveSeed.run(usedSeed);
        });
        database.exec("COMMIT");
        emptyLog();
        return result;
      } finally {
        if (database.inTransaction) database.exec("ROLLBACK");
      }
    },
    close: () => void database.close(),
  };
}
