/** What is read out of the records before the first question. */
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { createSpeller, type Speller } from "../../knowledge/vietnamese/spelling.ts";
import { FigureLock } from "../figure-lock.ts";
import { ProcedureActs } from "../understanding/acts.ts";
import { ProcedureFamilies } from "../understanding/conditions.ts";
import { createLexicon } from "../understanding/lexicon.ts";
import type { AllowsRow } from "../understanding/phrases.ts";
import { TopicIndex } from "../understanding/topic.ts";
import { Understander } from "../understanding/understand.ts";

export interface ReadRecords {
  topics: TopicIndex;
  families: ProcedureFamilies;
  acts: ProcedureActs;
  speller: Speller;
  understander: Understander;
  lock: FigureLock;
}

/** It takes half a second with thousands of procedures; after each part others may have their turn. */
export function* readRecords(
  knowledge: KnowledgeBase,
  allowsRow: AllowsRow | undefined,
): Generator<undefined, ReadRecords> {
  const topics = new TopicIndex(knowledge);
  yield;
  const families = new ProcedureFamilies(knowledge.procedures);
  const acts = new ProcedureActs(knowledge.procedures);
  yield;
  const lexicon = createLexicon(topics, knowledge);
  const speller = createSpeller(lexicon);
  yield;
  const understander = new Understander(knowledge, lexicon, allowsRow);
  const lock = new FigureLock(knowledge.agencies);
  return { topics, families, acts, speller, understander, lock };
}
