/** A stand-in for the answer core that keeps its promise to the channels: a message is answered and saved once. */
import { randomInt } from "node:crypto";
import type { Assistant } from "../../../bot/assistant.ts";
import type { Reply, TurnRequest } from "../../../bot/reply.ts";
import type { ConversationStore } from "../../../bot/state/store.ts";

const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

export function savingAssistant(store: ConversationStore, reply: (request: TurnRequest) => Reply): Assistant {
  return {
    async answer(request, identity) {
      const { messageId, conversationId } = identity!;
      const before = await store.findTurn(messageId);
      if (before) return before.response;
      const code = Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
      const response = { conversationId, messageId, code, reply: reply(request) };
      await store.saveTurn(
        {
          messageId,
          conversationId,
          code,
          channel: request.channel,
          question: request.text,
          response,
          knowledgeVersion: "0001-test",
          createdAt: Date.now(),
        },
        "{}",
      );
      return response;
    },
  };
}
