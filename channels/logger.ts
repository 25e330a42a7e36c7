/** Structured log, one JSON line an event, without questions, answers or personal data. */
import { type Logger, pino } from "pino";
import type { TurnRequest, TurnResponse } from "../bot/reply.ts";

export const createLogger = (level: string): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });

/** What an operator needs to know of a turn: identifiers, sizes and outcomes, no words. */
export function turnLogLine(
  request: TurnRequest,
  response: TurnResponse,
  durationMs: number,
  knowledgeVersion: string,
) {
  const { reply } = response;
  return {
    event: "turn",
    conversationId: response.conversationId,
    messageId: response.messageId,
    code: response.code,
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
