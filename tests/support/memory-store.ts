/** Conversations in memory: the smallest store that keeps the contract. */
import type { Case, Conversation, ConversationStore, Feedback, StoredTurn } from "../../bot/state/store.ts";
import { AppError } from "../../knowledge/errors.ts";

const LONGEST_GAP_MS = 7 * 24 * 60 * 60 * 1000;

export function createMemoryStore(): ConversationStore {
  const conversations = new Map<string, Conversation>();
  let turns: StoredTurn[] = [];
  let cases: Case[] = [];
  let feedback: Feedback[] = [];
  let purgedAt = Number.NEGATIVE_INFINITY;
  const deleted = new Set<string>();
  const refuseDeleted = (id: string) => {
    if (deleted.has(id)) throw new AppError("conversation_deleted", "deleted");
  };
  const openCaseOf = (id: string) => cases.find((row) => row.conversationId === id && row.state === "open");
  const remove = (ids: readonly string[]): number => {
    turns = turns.filter((turn) => !ids.includes(turn.conversationId));
    cases = cases.filter((row) => !ids.includes(row.conversationId));
    feedback = feedback.filter((row) => turns.some((turn) => turn.messageId === row.messageId));
    return ids.filter((id) => conversations.delete(id)).length;
  };
  const lastFirst = <T>(rows: readonly T[]): T[] => structuredClone([...rows].reverse());
  const openCase = (row: Omit<Case, "state">): Case => {
    const known = openCaseOf(row.conversationId);
    const found: Case = known ?? { ...row, state: "open" };
    if (!known) cases.push(found);
    else if (row.callback !== null) Object.assign(found, { reason: row.reason, callback: row.callback });
    return structuredClone(found);
  };
  return {
    begin: async (messageId, conversationId) =>
      structuredClone({
        answered: turns.find((turn) => turn.messageId === messageId),
        conversation: conversations.get(conversationId),
      }),
    find: async (id) => structuredClone(conversations.get(id)),
    async saveTurn(turn, state, opens) {
      refuseDeleted(turn.conversationId);
      if (turns.some((row) => row.code === turn.code))
        throw new AppError("turn_code_taken", "taken", { retryable: true });
      if (turns.some((row) => row.messageId === turn.messageId)) throw new AppError("turn_known", "known");
      const { conversationId: id, createdAt, code, channel } = turn;
      const before = conversations.get(id) ?? { createdAt, updatedAt: createdAt };
      const updatedAt = Math.max(before.updatedAt, createdAt);
      conversations.set(id, { id, state, createdAt: before.createdAt, updatedAt });
      turns.push(structuredClone(turn));
      if (opens) openCase({ code, conversationId: id, channel, createdAt, callback: null, ...opens });
    },
    turns: async (id) => structuredClone(turns.filter((turn) => turn.conversationId === id)),
    findTurn: async (id) => structuredClone(turns.find((turn) => turn.messageId === id)),
    findTurnByCode: async (code) => structuredClone(turns.find((turn) => turn.code === code)),
    async openCase(row) {
      if (!conversations.has(row.conversationId)) throw new AppError("conversation_deleted", "deleted");
      return openCase(row);
    },
    cases: async (state) => lastFirst(cases.filter((row) => state === undefined || row.state === state)),
    async closeCase(code) {
      const found = cases.find((row) => row.code === code && row.state === "open");
      if (found) found.state = "closed";
      return found !== undefined;
    },
    async saveFeedback(row) {
      if (!turns.some((turn) => turn.messageId === row.messageId)) return false;
      feedback = [...feedback.filter(({ messageId }) => messageId !== row.messageId), structuredClone(row)];
      return true;
    },
    feedback: async () => lastFirst(feedback),
    async deleteConversation(id) {
      const isKnown = remove([id]) > 0;
      if (isKnown) deleted.add(id);
      return isKnown;
    },
    async purge({ before, now, evenIfUnusual }) {
      const rows = [...conversations.values()];
      const old = rows.filter((row) => row.updatedAt < before && !openCaseOf(row.id)).map((row) => row.id);
      const newest = Math.max(...rows.map((row) => row.updatedAt));
      if (old.length > 0 && !evenIfUnusual && now - Math.max(newest, purgedAt) > LONGEST_GAP_MS)
        return { deleted: 0, refused: { reason: "clock_ahead", count: old.length } };
      purgedAt = now;
      return { deleted: remove(old), refused: null };
    },
    async close() {},
  };
}
