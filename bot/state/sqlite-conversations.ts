/** Conversations, cases and feedback in SQLite: the operations, as the thread of the databases runs them. */
import { AppError } from "../../knowledge/errors.ts";
import { type SqliteDatabase, sqliteCode } from "../../knowledge/sqlite/database.ts";
import { erase, read, write } from "./database-calls.ts";
import type { Erasures } from "./erasures.ts";
import type { Case, CaseReason, Conversation, Feedback, StoredTurn } from "./store.ts";
import { pack, unpack } from "./turn-packing.ts";

/** A turn with its JSON as text: what crosses to the thread is as small as it is kept. */
export interface TurnText extends Omit<StoredTurn, "response" | "model" | "digest"> {
  response: string;
  model: string | null;
  digest: string | null;
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
  packed: Buffer | null;
  knowledge_version: string;
  created_at: number;
  model: string | null;
  digest: string | null;
}

/** What a channel keeps of the person for this conversation: nothing that was said stays with them. */
const OF_CHANNELS = [
  `DELETE FROM outbox WHERE (channel, recipient) IN (SELECT channel, id FROM contact WHERE conversation_id = ?)`,
  `DELETE FROM inbox WHERE state = 'failed'
     AND (channel, person) IN (SELECT channel, id FROM contact WHERE conversation_id = ?)`,
  `UPDATE contact SET state = json_remove(state, '$.said') WHERE conversation_id = ? AND json_valid(state)`,
];

export function conversationOperations(database: SqliteDatabase, erasures: Erasures) {
  const find = database.prepare<[string], ConversationRow>("SELECT * FROM conversation WHERE id = ?");
  const upsert = database.prepare(
    `INSERT INTO conversation (id, state, created_at, updated_at) VALUES (@conversationId, @state, @createdAt, @createdAt)
     ON CONFLICT (id) DO UPDATE SET state = @state, updated_at = max(updated_at, @createdAt)`,
  );
  const insert = database.prepare(
    `INSERT INTO turn (message_id, conversation_id, code, channel, question, response, packed, knowledge_version, created_at, model, digest)
     VALUES (@messageId, @conversationId, @code, @channel, @question, '', @packed, @knowledgeVersion, @createdAt, @model, @digest)`,
  );
  const turns = database.prepare<[string], TurnRow>(
    "SELECT * FROM turn WHERE conversation_id = ? ORDER BY rowid",
  );
  const byId = database.prepare<[string], TurnRow>("SELECT * FROM turn WHERE message_id = ?");
  const byCode = database.prepare<[string], TurnRow>("SELECT * FROM turn WHERE code = ?");
  const remove = database.prepare("DELETE FROM conversation WHERE id = ?");
  const openCase = database.prepare<[Omit<Case, "state">], CaseRow>(
    `INSERT INTO handoff (code, conversation_id, channel, reason, state, callback, created_at)
     VALUES (@code, @conversationId, @channel, @reason, 'open', @callback, @createdAt)
     ON CONFLICT (conversation_id) WHERE state = 'open' DO UPDATE SET
       reason = CASE WHEN excluded.callback IS NULL THEN reason ELSE excluded.reason END,
       callback = coalesce(excluded.callback, callback)
     RETURNING *`,
  );
  const cases = database.prepare<[{ state: string | null }], CaseRow>(
    "SELECT * FROM handoff WHERE @state IS NULL OR state = @state ORDER BY rowid DESC",
  );
  const closeCase = database.prepare("UPDATE handoff SET state = 'closed' WHERE code = ? AND state = 'open'");
  // Replaced, not updated: the last word comes last.
  const saveFeedback = database.prepare<[Omit<Feedback, "useful"> & { useful: number }]>(
    `INSERT OR REPLACE INTO feedback (message_id, useful, comment, created_at)
     SELECT @messageId, @useful, @comment, @createdAt FROM turn WHERE message_id = @messageId`,
  );
  const feedback = database.prepare<[], FeedbackRow>("SELECT * FROM feedback ORDER BY rowid DESC");
  const removeOfChannels = OF_CHANNELS.map((sql) => database.prepare<[string]>(sql));

  function saveTurn(turn: TurnText, state: string, opens: Pick<Case, "reason"> | null): void {
    if (erasures.has(turn.conversationId)) throw deletedError();
    try {
      upsert.run({ conversationId: turn.conversationId, state, createdAt: turn.createdAt });
      insert.run({ ...turn, packed: pack(turn.response) });
    } catch (error) {
      throw refusalOf(error) ?? error;
    }
    if (opens) openCase.get({ ...turn, reason: opens.reason, callback: null });
  }

  return {
    begin: read((messageId: string, conversationId: string) => ({
      answered: mapped(byId.get(messageId), toTurn),
      conversation: mapped(find.get(conversationId), toConversation),
    })),
    find: read((id: string) => mapped(find.get(id), toConversation)),
    saveTurn: write(saveTurn),
    turns: read((conversationId: string) => turns.all(conversationId).map(toTurn)),
    findTurn: read((messageId: string) => mapped(byId.get(messageId), toTurn)),
    findTurnByCode: read((code: string) => mapped(byCode.get(code), toTurn)),
    openCase: write((row: Omit<Case, "state">) => {
      if (!find.get(row.conversationId)) throw deletedError();
      return toCase(openCase.get(row)!);
    }),
    cases: read((state: Case["state"] | null) => cases.all({ state }).map(toCase)),
    closeCase: write((code: string) => closeCase.run(code).changes > 0),
    saveFeedback: write(
      (row: Feedback) => saveFeedback.run({ ...row, useful: Number(row.useful) }).changes > 0,
    ),
    feedback: read(() => feedback.all().map(toFeedback)),
    deleteConversation: erase((conversationId: string, now: number) => {
      const isKnown = remove.run(conversationId).changes > 0;
      if (!isKnown) return false;
      erasures.add(conversationId, now);
      for (const removal of removeOfChannels) removal.run(conversationId);
      return true;
    }),
  };
}

const deletedError = () => new AppError("conversation_deleted", "Cuộc trò chuyện này đã được xóa.");

/** Undefined when it is another error. */
function refusalOf(error: unknown): AppError | undefined {
  if (!sqliteCode(error)?.startsWith("SQLITE_CONSTRAINT")) return undefined;
  const { message } = error as Error;
  if (message.includes("turn.code"))
    return new AppError("turn_code_taken", "Mã tra cứu đã được dùng.", { cause: error, retryable: true });
  if (message.includes("turn.message_id"))
    return new AppError("turn_known", "Câu hỏi này đã được trả lời.", { cause: error });
  return undefined;
}

const mapped = <T, U>(row: T | undefined, map: (row: T) => U): U | undefined => row && map(row);

const toConversation = (row: ConversationRow): Conversation => ({
  id: row.id,
  state: row.state,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

const toTurn = (row: TurnRow): TurnText => ({
  messageId: row.message_id,
  conversationId: row.conversation_id,
  code: row.code,
  channel: row.channel,
  question: row.question,
  response: row.packed ? unpack(row.packed) : row.response,
  knowledgeVersion: row.knowledge_version,
  createdAt: row.created_at,
  model: row.model,
  digest: row.digest,
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
