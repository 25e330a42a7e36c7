/** Conversations in memory: the smallest store that keeps the contract. */
import type { Case, Conversation, ConversationStore, Feedback, StoredTurn } from "../../bot/state/store.ts";
import { AppError } from "../../knowledge/errors.ts";

export function createMemoryStore(): ConversationStore {
  const conversations = new Map<string, Conversation>();
  let turns: StoredTurn[] = [];
  let cases: Case[] = [];
  let feedback: Feedback[] = [];
  const openCaseOf = (id: string) => cases.find((row) => row.conversationId === id && row.state === "open");
  const remove = (ids: readonly string[]): number => {
    turns = turns.filter((turn) => !ids.includes(turn.conversationId));
    cases = cases.filter((row) => !ids.includes(row.conversationId));
    feedback = feedback.filter((row) => turns.some((turn) => turn.messageId === row.messageId));
    return ids.filter((id) => conversations.delete(id)).length;
  };
  const newest = <T extends { createdAt: number }>(rows: readonly T[]): T[] =>
    structuredClone([...rows].reverse().sort((a, b) => b.createdAt - a.createdAt));
  const openCase = (row: Omit<Case, "state">): Case => {
    const known = openCaseOf(row.conversationId);
    const found: Case = known ?? { ...row, state: "open" };
    if (!known) cases.push(found);
    else if (row.callback !== null) Object.assign(found, { reason: row.reason, callback: row.callback });
    return structuredClone(found);
  };
  return {
    find: (id) => structuredClone(conversations.get(id)),
    saveTurn(turn, state, opens) {
      if (turns.some((row) => row.code === turn.code))
        throw new AppError("turn_code_taken", "taken", { retryable: true });
      if (turns.some((row) => row.messageId === turn.messageId)) throw new Error("message id taken");
      const { conversationId: id, createdAt, code, channel } = turn;
      const first = conversations.get(id)?.createdAt ?? createdAt;
      conversations.set(id, { id, state, createdAt: first, updatedAt: createdAt });
      turns.push(structuredClone(turn));
      if (opens) openCase({ code, conversationId: id, channel, createdAt, callback: null, ...opens });
    },
    turns: (id) =>
      structuredClone(
        turns.filter((turn) => turn.conversationId === id).sort((a, b) => a.createdAt - b.createdAt),
      ),
    findTurn: (id) => structuredClone(turns.find((turn) => turn.messageId === id)),
    findTurnByCode: (code) => structuredClone(turns.find((turn) => turn.code === code)),
    openCase,
    cases: (state) => newest(cases.filter((row) => state === undefined || row.state === state)),
    closeCase(code) {
      const found = cases.find((row) => row.code === code && row.state === "open");
      if (found) found.state = "closed";
      return found !== undefined;
    },
    saveFeedback(row) {
      if (!turns.some((turn) => turn.messageId === row.messageId)) return false;
      feedback = [...feedback.filter(({ messageId }) => messageId !== row.messageId), structuredClone(row)];
      return true;
    },
    feedback: () => newest(feedback),
    deleteConversation: (id) => remove([id]) > 0,
    purgeBefore: (epochMs) =>
      remove(
        [...conversations.values()]
          .filter((row) => row.updatedAt < epochMs && !openCaseOf(row.id))
          .map((row) => row.id),
      ),
    close() {},
  };
}
