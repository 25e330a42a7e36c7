/** One way from every door to the answer core: counted, logged, waited for at the end. */
import type { Logger } from "pino";
import type { Assistant } from "../bot/assistant.ts";
import type { TurnIdentity, TurnRequest, TurnResponse } from "../bot/reply.ts";
import { RequestError } from "../knowledge/errors.ts";
import type { KnowledgeBase } from "../knowledge/knowledge-base.ts";
import { turnLogLine } from "./logger.ts";
import type { Metrics } from "./metrics.ts";

/** What answers; there once the knowledge base is loaded. */
export interface Core {
  assistant: Assistant;
  knowledge: KnowledgeBase;
}

export interface Answering {
  /** Throws RequestError "not_ready" (503) while there is nothing to answer with. */
  core(): Core;
  answer(turn: TurnRequest, identity?: TurnIdentity): Promise<TurnResponse>;
  isReady(): boolean;
  /** Takes no more turns and waits for those in hand: a turn whose asker has left is still being saved. */
  close(): Promise<void>;
}

export function createAnswering(options: {
  core: () => Core | undefined;
  logger: Logger;
  metrics: Metrics;
}): Answering {
  const { logger, metrics } = options;
  const inHand = new Set<Promise<unknown>>();
  const letIn = createTurnstile();
  let closing = false;

  function core(): Core {
    const found = options.core();
    if (found && !closing) return found;
    const message = closing
      ? "Máy chủ đang dừng."
      : "Trợ lý đang nạp kho tri thức, vui lòng thử lại sau ít phút.";
    throw new RequestError("not_ready", message, { status: 503 });
  }

  async function answerAndLog(turn: TurnRequest, identity?: TurnIdentity): Promise<TurnResponse> {
    const atFirst = core();
    await letIn();
    // Accepted before a stop, it is answered; a new version may have come meanwhile.
    const { assistant, knowledge } = options.core() ?? atFirst;
    const startedAt = performance.now();
    const result = await assistant.answer(turn, identity);
    const durationMs = performance.now() - startedAt;
    metrics.turns.inc({ channel: turn.channel, status: result.reply.status, kind: result.reply.kind });
    metrics.turnSeconds.observe({ channel: turn.channel }, durationMs / 1000);
    logger.info(turnLogLine(turn, result, durationMs, knowledge.version));
    return result;
  }

  return {
    core,
    isReady: () => !closing && options.core() !== undefined,
    async answer(turn, identity) {
      const answering = answerAndLog(turn, identity);
      inHand.add(answering);
      try {
        return await answering;
      } finally {
        inHand.delete(answering);
      }
    },
    async close() {
      closing = true;
      await Promise.allSettled(inHand);
    },
  };
}

/** An answer is about two milliseconds of work. */
const PER_ROUND = 4;

/** Lets a few through each time round the event loop, in the order of their coming. An answer is milliseconds of work in
 *  one go: in a crowd of questions whatever needs none (a key on the telephone, a platform's event, a new connection,
 *  of which Node takes one a round) waits for a few answers, not for all of them. */
function createTurnstile(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  const letIn = () => {
    for (const enter of waiting.splice(0, PER_ROUND)) enter();
    if (waiting.length > 0) setImmediate(letIn);
  };
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(letIn);
    });
}
