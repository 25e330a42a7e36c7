/** Conversations with a real assistant, for the tests of one file. */
import { afterAll, beforeAll, expect } from "vitest";
import type { Reply, TurnRequest, TurnResponse } from "../../bot/reply.ts";
import type { OfficeProfile } from "../../knowledge/office-profile.ts";
import { createEvaluationAssistant, type TestAssistant } from "./assistant.ts";

export interface Conversations {
  /** Filled before the first test. */
  readonly bot: TestAssistant;
  ask(text: string, request?: Partial<TurnRequest>): Promise<TurnResponse>;
  /** The replies of one conversation, turn by turn. */
  talk(...turns: (string | Partial<TurnRequest>)[]): Promise<Reply[]>;
}

/** Opened before all tests of the file, or of the group that calls this, and closed behind them; no reply may have failed the figure lock. `at` is the
 *  moment of every turn. */
export function openConversations(at: string, office?: () => Promise<OfficeProfile>): Conversations {
  let bot: TestAssistant;
  beforeAll(async () => {
    bot = await createEvaluationAssistant({ now: new Date(at), office: await office?.() });
  }, 120_000);
  afterAll(async () => {
    expect(bot.figureLockFailures()).toBe(0);
    await bot.close();
  });
  const ask: Conversations["ask"] = (text, request = {}) =>
    bot.assistant.answer({ text, channel: "web", ...request });
  return {
    get bot() {
      return bot;
    },
    ask,
    async talk(...turns) {
      const replies: Reply[] = [];
      let conversationId: string | undefined;
      for (const turn of turns) {
        const { text = "", ...request } = typeof turn === "string" ? { text: turn } : turn;
        const response = await ask(text, { conversationId, ...request });
        conversationId = response.conversationId;
        replies.push(response.reply);
      }
      return replies;
    },
  };
}
