/** A client that loses its connection may ask again under the same Idempotency-Key: the question is answered once. */
import { randomUUID } from "node:crypto";
import { isDeleted, unknownConversation } from "../bot/assistant.ts";
import { maskPersonalData } from "../bot/guardrails/personal-data.ts";
import type { TurnRequest, TurnResponse } from "../bot/reply.ts";
import type { ConversationStore } from "../bot/state/store.ts";
import { RequestError } from "../knowledge/errors.ts";
import type { Answering } from "./answering.ts";
import { idFrom } from "./message-id.ts";

/** Long enough that nobody guesses the key of another. */
const KEY = /^[\w-]{16,64}$/;

export type AnswerTurn = (turn: TurnRequest, idempotencyKey?: string) => Promise<TurnResponse>;

/** Throws RequestError: 400 for a key that can't be one, 409 for one that came with another question. */
export function createAnswerOnce(answering: Answering, store: ConversationStore): AnswerTurn {
  const inHand = new Map<string, { question: string; answer: Promise<TurnResponse> }>();

  async function answer(turn: TurnRequest, messageId: string): Promise<TurnResponse> {
    // With an identity the assistant would open an unknown conversation; a client of ours is told instead.
    if (turn.conversationId !== undefined && !(await store.find(turn.conversationId)))
      return answering.answer(turn);
    const conversationId = turn.conversationId ?? randomUUID();
    return answering.answer(turn, { messageId, conversationId }).catch((error: unknown) => {
      throw isDeleted(error) ? unknownConversation() : error;
    });
  }

  return async (turn, idempotencyKey) => {
    if (idempotencyKey === undefined) return answering.answer(turn);
    if (!KEY.test(idempotencyKey)) {
      const message = "Idempotency-Key phải dài từ 16 đến 64 chữ cái, chữ số, gạch nối.";
      throw new RequestError("idempotency_key_invalid", message, { field: "Idempotency-Key" });
    }
    // In a space of its own: no key leads to the message of another channel.
    const messageId = idFrom("web-chat", idempotencyKey);
    const question = maskPersonalData(turn.text).text;
    const before = await store.findTurn(messageId);
    // Looked at after the wait: nothing comes between this and its own entry.
    const same = inHand.get(messageId);
    if ((before && before.question !== question) || (same && same.question !== question)) {
      throw new RequestError("idempotency_key_used", "Idempotency-Key này đã dùng cho câu hỏi khác.", {
        status: 409,
        field: "Idempotency-Key",
      });
    }
    if (before) return before.response;
    if (same) return same.answer;
    const running = answer(turn, messageId).finally(() => inHand.delete(messageId));
    inHand.set(messageId, { question, answer: running });
    return running;
  };
}
