/** Questions read as the assistant reads them, so that a test sees the query and not only its answer. */

import { expect } from "vitest";
import type { Dialogue } from "../../../bot/dialogue.ts";
import { emptyDialogue } from "../../../bot/dialogue.ts";
import { questionFeatures, shippedClassifier } from "../../../bot/examples/question-classifier.ts";
import { SHIPPED_SPEECH } from "../../../bot/examples/speech.ts";
import type { ReadingContext } from "../../../bot/readings/context.ts";
import { meantOf } from "../../../bot/readings/meant.ts";
import { situationIn } from "../../../bot/situations/read-situation.ts";
import { findProcedures, findRecords } from "../../../bot/steps/search.ts";
import { ProcedureActs } from "../../../bot/understanding/acts.ts";
import { ProcedureFamilies } from "../../../bot/understanding/conditions.ts";
import type { AllowsRow } from "../../../bot/understanding/phrases.ts";
import { openShipped, type Shipped } from "../understanding/shipped.ts";

export interface Readings extends Shipped {
  contextOf(text: string, dialogue?: Partial<Dialogue>): Promise<ReadingContext>;
}

/** `allows` as in Understander. */
export async function openReadings(now: Date, allows?: AllowsRow): Promise<Readings> {
  const shipped = await openShipped(allows);
  const { knowledge, understander, topics, understand } = shipped;
  const families = new ProcedureFamilies(knowledge.procedures);
  const acts = new ProcedureActs(knowledge.procedures);
  return {
    ...shipped,
    async contextOf(text, dialogue = {}) {
      const question = understand(text);
      const situation = situationIn(question.tokens, understander.isForm, { age: question.age });
      const found = findProcedures(question, knowledge.retriever, understander);
      const meantBy = (tokens: typeof question.tokens) =>
        meantOf(shippedClassifier().sharesOf(questionFeatures(tokens, situation)), knowledge, () => [found]);
      const meant = meantBy(question.tokens);
      const { story = [] } = dialogue;
      const before = story.flatMap((turn) => understand(turn).tokens);
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
        situation,
        hits: await findRecords(question.text, knowledge.retriever),
        found,
        meant,
        meantSoFar: story.length === 0 ? meant : meantBy([...before, ...question.tokens]),
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
