/** Structured log, one JSON line an event, without questions, answers or personal data. */
import { createHash } from "node:crypto";
import { type Logger, pino } from "pino";
import type { TurnRequest, TurnResponse } from "../bot/reply.ts";
import { vietnamTimestamp } from "../knowledge/calendar.ts";

export const createLogger = (level: string): Logger =>
  pino({ level, base: null, timestamp: () => `,"time":"${vietnamTimestamp(new Date())}"` });

/** Tells conversations apart in the log. The id itself, like the code, lets its holder go on with a conversation or
 *  delete it, so neither is logged. */
export const conversationTag = (conversationId: string): string =>
  createHash("sha256").update(conversationId).digest("base64url").slice(0, 12);

/** What an operator needs to know of a turn: which, sizes and outcomes, no words. */
export function turnLogLine(
  request: TurnRequest,
  response: TurnResponse,
  durationMs: number,
  knowledgeVersion: string,
) {
  const { reply } = response;
  return {
    event: "turn",
    conversation: conversationTag(response.conversationId),
    messageId: response.messageId,
    channel: request.channel,
    status: reply.status,
    kind: reply.kind,
    questionCharacters: request.text.length,
    citations: reply.citations.length,
    tasks: reply.tasks.length,
    durationMs: Math.round(durationMs * 10) / 10,
    knowledgeVersion,
  };
}
