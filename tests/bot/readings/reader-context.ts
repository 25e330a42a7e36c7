/** Questions read as the assistant reads them, so that a test sees the query and not only its answer. */

import { expect } from "vitest";
import type { Dialogue } from "../../../bot/dialogue.ts";
import { emptyDialogue } from "../../../bot/dialogue.ts";
import { SHIPPED_SPEECH } from "../../../bot/examples/speech.ts";
import type { ReadingContext } from "../../../bot/readings/context.ts";
import { situationIn } from "../../../bot/situations/read-situation.ts";
import { ProcedureActs } from "../../../bot/understanding/acts.ts";
import { ProcedureFamilies } from "../../../bot/understanding/conditions.ts";
import type { AllowsRow } from "../../../bot/understanding/phrases.ts";
import { openShipped, type Shipped } from "../understanding/shipped.ts";

const RETRIEVED = 20;

export interface Readings extends Shipped {
  contextOf(text: string, dialogue?: Partial<Dialogue>): Promise<ReadingContext>;
}

/** `allows` as in Understander. */
export async function openReadings(now: Date, allows?: AllowsRow): Promise<Readings> {
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
        speech: SHIPPED_SPEECH.of(question.tokens, question.mentions),
        situation: situationIn(question.tokens, understander.isForm, { age: question.age }),
        hits,
        found: findProcedures(question.affirmed),
        now,
      };
    },
  };
}

/** Matches what holds so much at least, in every depth. */
export const partly = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(partly)
    : typeof value === "object" && value !== null
      ? expect.objectContaining(
          Object.fromEntries(Object.entries(value).map(([key, part]) => [key, partly(part)])),
        )
      : value;
