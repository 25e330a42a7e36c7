/** The one SQLite file behind conversations and mailbox: opening, settings, migrations. */
import Database from "better-sqlite3";
import { AppError } from "../../knowledge/errors.ts";

/** Applied in order; `user_version` counts those applied. New ones come last. */
const MIGRATIONS = [
  `CREATE TABLE conversation (
     id TEXT PRIMARY KEY,
     state TEXT NOT NULL,
     created_at INTEGER NOT NULL,
     updated_at INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX conversation_updated ON conversation (updated_at);
   CREATE TABLE turn (
     message_id TEXT PRIMARY KEY,
     conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
     code TEXT NOT NULL UNIQUE,
     channel TEXT NOT NULL,
     question TEXT NOT NULL,
     response TEXT NOT NULL,
     knowledge_version TEXT NOT NULL,
     created_at INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX turn_conversation ON turn (conversation_id, created_at);`,
  `CREATE TABLE handoff (
     code TEXT PRIMARY KEY,
     conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
     channel TEXT NOT NULL,
     reason TEXT NOT NULL,
     state TEXT NOT NULL,
     callback TEXT,
     created_at INTEGER NOT NULL
   ) STRICT;
   CREATE UNIQUE INDEX handoff_open ON handoff (conversation_id) WHERE state = 'open';
   CREATE TABLE feedback (
     message_id TEXT PRIMARY KEY REFERENCES turn (message_id) ON DELETE CASCADE,
     useful INTEGER NOT NULL,
     comment TEXT NOT NULL,
     created_at INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE contact (
     channel TEXT NOT NULL,
     id TEXT NOT NULL,
     conversation_id TEXT NOT NULL,
     state TEXT NOT NULL,
     updated_at INTEGER NOT NULL,
     PRIMARY KEY (channel, id)
   ) STRICT;
   CREATE TABLE inbox (
     seq INTEGER PRIMARY KEY,
     channel TEXT NOT NULL,
     key TEXT NOT NULL,
     person TEXT NOT NULL,
     payload TEXT,
     state TEXT NOT NULL DEFAULT 'waiting',
     worker TEXT,
     attempts INTEGER NOT NULL DEFAULT 0,
     next_at INTEGER NOT NULL,
     received_at INTEGER NOT NULL,
     UNIQUE (channel, key)
   ) STRICT;
   CREATE INDEX inbox_waiting ON inbox (channel, person, seq) WHERE state = 'waiting';
   CREATE TABLE outbox (
     id INTEGER PRIMARY KEY,
     channel TEXT NOT NULL,
     recipient TEXT NOT NULL,
     payload TEXT,
     state TEXT NOT NULL DEFAULT 'waiting',
     worker TEXT,
     attempts INTEGER NOT NULL DEFAULT 0,
     uncertain INTEGER NOT NULL DEFAULT 0,
     next_at INTEGER NOT NULL,
     reason TEXT,
     created_at INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX outbox_waiting ON outbox (channel, recipient, id) WHERE state = 'waiting';`,
  `ALTER TABLE turn ADD COLUMN model TEXT;`,
  "ALTER TABLE inbox ADD COLUMN reason TEXT",
];

/** Throws AppError "store_damaged", "store_newer". */
export function openDatabase(file: string): Database.Database {
  let database: Database.Database | undefined;
  try {
    database = new Database(file);
    database.pragma("journal_mode = WAL");
    // In WAL mode NORMAL never corrupts; a power cut may lose the last turns, a crash of the process none.
    database.pragma("synchronous = NORMAL");
    database.pragma("foreign_keys = ON");
    database.pragma("busy_timeout = 5000");
    migrate(database);
    return database;
  } catch (cause) {
    database?.close();
    if (cause instanceof AppError) throw cause;
    throw new AppError("store_damaged", `Không mở được kho hội thoại ${file}.`, { cause });
  }
}

function migrate(database: Database.Database): void {
  const applied = database.pragma("user_version", { simple: true }) as number;
  if (applied > MIGRATIONS.length) {
    throw new AppError("store_newer", "Kho hội thoại do phiên bản mới hơn của chương trình tạo.");
  }
  database.transaction(() => {
    for (const migration of MIGRATIONS.slice(applied)) database.exec(migration);
    database.pragma(`user_version = ${MIGRATIONS.length}`);
  })();
}
