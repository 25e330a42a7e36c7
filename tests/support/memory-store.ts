/** Conversations in memory: the smallest store that keeps the contract. */
import type { Conversation, ConversationStore, StoredTurn } from "../../bot/state/store.ts";
import { AppError } from "../../knowledge/errors.ts";

export function createMemoryStore(): ConversationStore {
  const conversations = new Map<string, Conversation>();
  let turns: StoredTurn[] = [];
  const remove = (ids: readonly string[]): number => {
    turns = turns.filter((turn) => !ids.includes(turn.conversationId));
    return ids.filter((id) => conversations.delete(id)).length;
  };
  return {
    find: (id) => structuredClone(conversations.get(id)),
    saveTurn(turn, state) {
      if (turns.some((row) => row.code === turn.code))
        throw new AppError("turn_code_taken", "taken", { retryable: true });
      if (turns.some((row) => row.messageId === turn.messageId)) throw new Error("message id taken");
      const { conversationId: id, createdAt } = turn;
      const first = conversations.get(id)?.createdAt ?? createdAt;
      conversations.set(id, { id, state, createdAt: first, updatedAt: createdAt });
      turns.push(structuredClone(turn));
    },
    turns: (id) =>
      structuredClone(
        turns.filter((turn) => turn.conversationId === id).sort((a, b) => a.createdAt - b.createdAt),
      ),
    findTurnByCode: (code) => structuredClone(turns.find((turn) => turn.code === code)),
    deleteConversation: (id) => remove([id]) > 0,
    purgeBefore: (epochMs) =>
      remove([...conversations.values()].filter((row) => row.updatedAt < epochMs).map((row) => row.id)),
    close() {},
  };
}
