/** Conversations in SQLite, the embedded default. */
import Database from "better-sqlite3";
import { AppError } from "../../knowledge/errors.ts";
import type { TurnResponse } from "../reply.ts";
import type { Conversation, ConversationStore, StoredTurn } from "./store.ts";

/** Applied in order; `user_version` counts those applied. */
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
];

interface ConversationRow {
  id: string;
  state: string;
  created_at: number;
  updated_at: number;
}

interface TurnRow {
  message_id: string;
  conversation_id: string;
  code: string;
  channel: string;
  question: string;
  response: string;
  knowledge_version: string;
  created_at: number;
}

/** `file` may be ":memory:". Throws AppError "store_damaged" when the file is no database of this program. */
export function createSqliteStore(file: string): ConversationStore {
  const database = openDatabase(file);
  try {
    return storeOver(database);
  } catch (cause) {
    // A database of another program: its tables are not ours.
    database.close();
    throw new AppError("store_damaged", `Không mở được kho hội thoại ${file}.`, { cause });
  }
}

function storeOver(database: Database.Database): ConversationStore {
  const find = database.prepare<[string], ConversationRow>("SELECT * FROM conversation WHERE id = ?");
  const upsert = database.prepare(
    `INSERT INTO conversation (id, state, created_at, updated_at) VALUES (@conversationId, @state, @createdAt, @createdAt)
     ON CONFLICT (id) DO UPDATE SET state = @state, updated_at = @createdAt`,
  );
  const insert = database.prepare(
    `INSERT INTO turn (message_id, conversation_id, code, channel, question, response, knowledge_version, created_at)
     VALUES (@messageId, @conversationId, @code, @channel, @question, @response, @knowledgeVersion, @createdAt)`,
  );
  const turns = database.prepare<[string], TurnRow>(
    "SELECT * FROM turn WHERE conversation_id = ? ORDER BY created_at, rowid",
  );
  const byCode = database.prepare<[string], TurnRow>("SELECT * FROM turn WHERE code = ?");
  const remove = database.prepare("DELETE FROM conversation WHERE id = ?");
  const purge = database.prepare("DELETE FROM conversation WHERE updated_at < ?");
  const save = database.transaction((turn: StoredTurn, state: string) => {
    upsert.run({ conversationId: turn.conversationId, state, createdAt: turn.createdAt });
    insert.run({ ...turn, response: JSON.stringify(turn.response) });
  });

  return {
    find(conversationId) {
      const row = find.get(conversationId);
      return row && toConversation(row);
    },
    saveTurn(turn, state) {
      try {
        save(turn, state);
      } catch (error) {
        if (isTakenCode(error))
          throw new AppError("turn_code_taken", "Mã tra cứu đã được dùng.", {
            cause: error,
            retryable: true,
          });
        throw error;
      }
    },
    turns: (conversationId) => turns.all(conversationId).map(toTurn),
    findTurnByCode(code) {
      const row = byCode.get(code);
      return row && toTurn(row);
    },
    deleteConversation: (conversationId) => remove.run(conversationId).changes > 0,
    purgeBefore: (epochMs) => purge.run(epochMs).changes,
    close: () => {
      database.close();
    },
  };
}

function openDatabase(file: string): Database.Database {
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

const isTakenCode = (error: unknown) =>
  error instanceof Database.SqliteError &&
  error.code === "SQLITE_CONSTRAINT_UNIQUE" &&
  error.message.includes("turn.code");

const toConversation = (row: ConversationRow): Conversation => ({
  id: row.id,
  state: row.state,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

const toTurn = (row: TurnRow): StoredTurn => ({
  messageId: row.message_id,
  conversationId: row.conversation_id,
  code: row.code,
  channel: row.channel,
  question: row.question,
  response: JSON.parse(row.response) as TurnResponse,
  knowledgeVersion: row.knowledge_version,
  createdAt: row.created_at,
});
