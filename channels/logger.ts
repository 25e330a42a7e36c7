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

/** What may be logged of an error: its message may carry what a person typed; name and stack lines are enough to find a
 *  fault. A code is kept when it is one of the system's or ours ("EPIPE", "store_full"). */
export function faultOf(error: unknown): { name: string; code?: string; stack: string[] } {
  if (!(error instanceof Error)) return { name: "unknown", stack: [] };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s*at /.test(line));
  const { code } = error as { code?: unknown };
  return {
    name: error.name,
    ...(typeof code === "string" && /^\w{1,60}$/.test(code) ? { code } : {}),
    stack: frames.slice(0, 6).map((line) => line.trim()),
  };
}
