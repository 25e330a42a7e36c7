/** A client that loses its connection may ask again under the same Idempotency-Key: the question is answered once. */
import { createHmac, randomUUID } from "node:crypto";
import { isDeleted, unknownConversation } from "../bot/conversation-gone.ts";
import type { TurnRequest, TurnResponse } from "../bot/reply.ts";
import { AppError, RequestError } from "../knowledge/errors.ts";
import type { Answering } from "./answering.ts";
import { idFrom } from "./message-id.ts";

/** Long enough that nobody guesses the key of another. */
const KEY = /^[\w-]{16,64}$/;

export type AnswerTurn = (turn: TurnRequest, idempotencyKey?: string) => Promise<TurnResponse>;

/** Throws RequestError: 400 for a key that can't be one, 409 for one that came with another request. */
export function createAnswerOnce(answering: Answering): AnswerTurn {
  const inHand = new Map<string, { digest: string; answer: Promise<TurnResponse> }>();

  async function answer(turn: TurnRequest, messageId: string, digest: string): Promise<TurnResponse> {
    const isKnown = turn.conversationId !== undefined;
    const conversationId = turn.conversationId ?? randomUUID();
    try {
      return await answering.answer(turn, { messageId, conversationId, isKnown, digest });
    } catch (error) {
      if (isDeleted(error)) throw unknownConversation();
      const isUsed = error instanceof AppError && error.code === "turn_other_question";
      throw isUsed ? usedKey() : error;
    }
  }

  return async (turn, idempotencyKey) => {
    if (idempotencyKey === undefined) return answering.answer(turn);
    if (!KEY.test(idempotencyKey)) {
      const message = "Idempotency-Key phải dài từ 16 đến 64 chữ cái, chữ số, gạch nối.";
      throw new RequestError("idempotency_key_invalid", message, { field: "Idempotency-Key" });
    }
    // In a space of its own: no key leads to the message of another channel.
    const messageId = idFrom("web-chat", idempotencyKey);
    const digest = digestOf(turn, idempotencyKey);
    const same = inHand.get(messageId);
    if (same) {
      if (same.digest !== digest) throw usedKey();
      return same.answer;
    }
    const running = answer(turn, messageId, digest).finally(() => inHand.delete(messageId));
    inHand.set(messageId, { digest, answer: running });
    return running;
  };
}

/** Of everything that was asked, as it was typed: two identity numbers are two questions, though both are masked the
 *  same way. The key is the client's alone and is kept nowhere, so that nothing can be found out by trying. */
const digestOf = (turn: TurnRequest, key: string): string =>
  createHmac("sha256", key)
    .update(JSON.stringify(Object.entries(turn).sort()))
    .digest("base64url");

const usedKey = () =>
  new RequestError(
    "idempotency_key_used",
    "Idempotency-Key này đã dùng cho câu hỏi khác, hoặc cho cuộc trò chuyện, cơ quan, đối tượng hay ngôn ngữ khác; mỗi câu hỏi mới cần một khóa mới.",
    { status: 409, field: "Idempotency-Key" },
  );
