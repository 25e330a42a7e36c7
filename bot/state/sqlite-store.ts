/** Conversations in SQLite, the embedded default. */
import Database from "better-sqlite3";
import { AppError } from "../../knowledge/errors.ts";
import type { ModelUse } from "../language-model/model-steps.ts";
import type { TurnResponse } from "../reply.ts";
import type { Mailbox } from "./mailbox.ts";
import { openDatabase } from "./sqlite-database.ts";
import { createSqliteMailbox } from "./sqlite-mailbox.ts";
import type { Case, CaseReason, Conversation, ConversationStore, Feedback, StoredTurn } from "./store.ts";

/** Conversations and the mailbox of the channels, in one file. */
export interface SqliteStore extends ConversationStore {
  readonly mailbox: Mailbox;
}

interface ConversationRow {
  id: string;
  state: string;
  created_at: number;
  updated_at: number;
}

interface CaseRow {
  code: string;
  conversation_id: string;
  channel: string;
  reason: CaseReason;
  state: Case["state"];
  callback: string | null;
  created_at: number;
}

interface FeedbackRow {
  message_id: string;
  useful: number;
  comment: string;
  created_at: number;
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
  model: string | null;
}

/** `file` may be ":memory:". Throws AppError "store_damaged" when the file is no database of this program. */
export function createSqliteStore(file: string): SqliteStore {
  const database = openDatabase(file);
  try {
    return storeOver(database);
  } catch (cause) {
    // A database of another program: its tables are not ours.
    database.close();
    throw new AppError("store_damaged", `Không mở được kho hội thoại ${file}.`, { cause });
  }
}

function storeOver(database: Database.Database): SqliteStore {
  const find = database.prepare<[string], ConversationRow>("SELECT * FROM conversation WHERE id = ?");
  const upsert = database.prepare(
    `INSERT INTO conversation (id, state, created_at, updated_at) VALUES (@conversationId, @state, @createdAt, @createdAt)
     ON CONFLICT (id) DO UPDATE SET state = @state, updated_at = @createdAt`,
  );
  const insert = database.prepare(
    `INSERT INTO turn (message_id, conversation_id, code, channel, question, response, knowledge_version, created_at, model)
     VALUES (@messageId, @conversationId, @code, @channel, @question, @response, @knowledgeVersion, @createdAt, @model)`,
  );
  const turns = database.prepare<[string], TurnRow>(
    "SELECT * FROM turn WHERE conversation_id = ? ORDER BY created_at, rowid",
  );
  const byId = database.prepare<[string], TurnRow>("SELECT * FROM turn WHERE message_id = ?");
  const byCode = database.prepare<[string], TurnRow>("SELECT * FROM turn WHERE code = ?");
  const remove = database.prepare("DELETE FROM conversation WHERE id = ?");
  const purge = database.prepare(
    `DELETE FROM conversation WHERE updated_at < ?
     AND NOT EXISTS (SELECT 1 FROM handoff WHERE conversation_id = conversation.id AND state = 'open')`,
  );
  const openCase = database.prepare<[Omit<Case, "state">], CaseRow>(
    `INSERT INTO handoff (code, conversation_id, channel, reason, state, callback, created_at)
     VALUES (@code, @conversationId, @channel, @reason, 'open', @callback, @createdAt)
     ON CONFLICT (conversation_id) WHERE state = 'open' DO UPDATE SET
       reason = CASE WHEN excluded.callback IS NULL THEN reason ELSE excluded.reason END,
       callback = coalesce(excluded.callback, callback)
     RETURNING *`,
  );
  const cases = database.prepare<[{ state: string | null }], CaseRow>(
    "SELECT * FROM handoff WHERE @state IS NULL OR state = @state ORDER BY created_at DESC, rowid DESC",
  );
  const closeCase = database.prepare("UPDATE handoff SET state = 'closed' WHERE code = ? AND state = 'open'");
  const saveFeedback = database.prepare<[Omit<Feedback, "useful"> & { useful: number }]>(
    `INSERT INTO feedback (message_id, useful, comment, created_at)
     SELECT @messageId, @useful, @comment, @createdAt FROM turn WHERE message_id = @messageId
     ON CONFLICT (message_id) DO UPDATE SET useful = @useful, comment = @comment, created_at = @createdAt`,
  );
  const feedback = database.prepare<[], FeedbackRow>(
    "SELECT * FROM feedback ORDER BY created_at DESC, rowid DESC",
  );
  const save = database.transaction((turn: StoredTurn, state: string, opens?: Pick<Case, "reason">) => {
    upsert.run({ conversationId: turn.conversationId, state, createdAt: turn.createdAt });
    const model = turn.model ? JSON.stringify(turn.model) : null;
    insert.run({ ...turn, response: JSON.stringify(turn.response), model });
    if (opens) openCase.get({ ...turn, reason: opens.reason, callback: null });
  });

  return {
    find(conversationId) {
      const row = find.get(conversationId);
      return row && toConversation(row);
    },
    saveTurn(turn, state, opens) {
      try {
        save(turn, state, opens);
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
    findTurn(messageId) {
      const row = byId.get(messageId);
      return row && toTurn(row);
    },
    findTurnByCode(code) {
      const row = byCode.get(code);
      return row && toTurn(row);
    },
    openCase: (row) => toCase(openCase.get(row)!),
    cases: (state) => cases.all({ state: state ?? null }).map(toCase),
    closeCase: (code) => closeCase.run(code).changes > 0,
    saveFeedback: (row) => saveFeedback.run({ ...row, useful: Number(row.useful) }).changes > 0,
    feedback: () => feedback.all().map(toFeedback),
    deleteConversation: (conversationId) => remove.run(conversationId).changes > 0,
    purgeBefore: (epochMs) => purge.run(epochMs).changes,
    mailbox: createSqliteMailbox(database),
    close: () => {
      database.close();
    },
  };
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
  ...(row.model === null ? {} : { model: JSON.parse(row.model) as ModelUse }),
});

const toCase = (row: CaseRow): Case => ({
  code: row.code,
  conversationId: row.conversation_id,
  channel: row.channel,
  reason: row.reason,
  state: row.state,
  callback: row.callback,
  createdAt: row.created_at,
});

const toFeedback = (row: FeedbackRow): Feedback => ({
  messageId: row.message_id,
  useful: row.useful !== 0,
  comment: row.comment,
  createdAt: row.created_at,
});
