/** Questions routed as the assistant routes them, so that a test sees the query and not only its answer. */

import type { Dialogue } from "../../../bot/dialogue.ts";
import { emptyDialogue } from "../../../bot/dialogue.ts";
import { speechOf } from "../../../bot/examples/speech.ts";
import type { RouteContext } from "../../../bot/routes/route.ts";
import { ProcedureActs } from "../../../bot/understanding/acts.ts";
import { ProcedureFamilies } from "../../../bot/understanding/conditions.ts";
import type { AllowsRow } from "../../../bot/understanding/phrases.ts";
import { openShipped, type Shipped } from "../understanding/shipped.ts";

const RETRIEVED = 20;

export interface Router extends Shipped {
  contextOf(text: string, dialogue?: Partial<Dialogue>): Promise<RouteContext>;
}

/** `allows` as in Understander. */
export async function openRouter(now: Date, allows?: AllowsRow): Promise<Router> {
  const shipped = await openShipped(allows);
  const { knowledge, understander, topics, understand } = shipped;
  const families = new ProcedureFamilies(knowledge.procedures);
  const acts = new ProcedureActs(knowledge.procedures);
  const findProcedures = (text: string) => {
    const found = knowledge.retriever.findProcedures(text, { limit: RETRIEVED });
    return new Map(found.map(({ id, score }) => [id, score / found[0]!.score]));
  };
  return {
    ...shipped,
    async contextOf(text, dialogue = {}) {
      const question = understand(text);
      const hits = new Map<string, number>();
      for (const { chunk, score } of await knowledge.retriever.search(question.text, { limit: RETRIEVED }))
        hits.set(chunk.recordId, Math.max(hits.get(chunk.recordId) ?? 0, score));
      return {
        typed: text,
        question,
        dialogue: { ...emptyDialogue(), ...dialogue },
        knowledge,
        understander,
        topics,
        families,
        acts,
        speech: speechOf(question.tokens, question.mentions),
        hits,
        found: findProcedures(question.affirmed),
        now,
      };
    },
  };
}
