/** Asks every question once as typed and once as recognised speech, and counts where the answer is the same. */
import type { Reply } from "../../bot/reply.ts";
import { createRandom } from "../knowledge/vietnamese/random.ts";
import type { TestAssistant } from "../support/assistant.ts";
import { asHeard } from "./as-heard.ts";
import type { Row } from "./expectation.ts";

export interface HeardScore {
  n: number;
  same: number;
  /** Of those that differ: what was typed, what was heard, and what each was answered. */
  differing: { typed: string; heard: string; answers: [string, string] }[];
}

const SEED = 20261125;

/** What an answer says, whatever its wording echoes of the question. */
const gist = (reply: Reply): string =>
  JSON.stringify([
    reply.status,
    reply.kind,
    reply.tasks.map(({ id, role }) => `${id} ${role}`),
    reply.procedures.map(({ code, aspects }) => [code, aspects]),
    [...new Set(reply.citations.map(({ number, locator }) => `${number} ${locator}`))].sort(),
    reply.status === "clarification" ? reply.suggestions : [],
  ]);

export async function compareHeard(
  { assistant }: TestAssistant,
  rows: readonly Row[],
  onProgress: (progress: { step: string; done: number; total: number }) => void = () => {},
): Promise<HeardScore> {
  const random = createRandom(SEED);
  const score: HeardScore = { n: 0, same: 0, differing: [] };
  for (const [done, { turns }] of rows.entries()) {
    const ids: (string | undefined)[] = [undefined, undefined];
    for (const { text, agency, audience } of turns) {
      const heard = asHeard(text, random);
      const replies: Reply[] = [];
      for (const [i, question] of [text, heard || text].entries()) {
        const request = {
          channel: "voice",
          text: question,
          agency,
          audience,
          conversationId: ids[i],
        } as const;
        const response = await assistant.answer(request);
        ids[i] = response.conversationId;
        replies.push(response.reply);
      }
      const [asTyped, asSaid] = replies.map(gist) as [string, string];
      score.n++;
      if (asTyped === asSaid) score.same++;
      else score.differing.push({ typed: text, heard, answers: [asTyped, asSaid] });
    }
    onProgress({ step: "như nghe được", done: done + 1, total: rows.length });
  }
  return score;
}

export const formatHeard = ({ n, same }: HeardScore): string =>
  `speech-shaped, same answer as typed: ${same} of ${n}, ${((100 * same) / n).toFixed(1)} %`;
