/** What is read out of the records before the first question. */
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { createSpeller, type Speller } from "../../knowledge/vietnamese/spelling.ts";
import { AgencyNames } from "../agency-names.ts";
import type { SpokenRow } from "../examples/bank.ts";
import { type QuestionClassifier, shippedClassifier } from "../examples/question-classifier.ts";
import { learnSpeech, SHIPPED_SPEECH, type Speech } from "../examples/speech.ts";
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
  speech: Speech;
  classifier: QuestionClassifier;
  speller: Speller;
  understander: Understander;
  lock: FigureLock;
}

interface RecordsOptions {
  knowledge: KnowledgeBase;
  allowsRow?: AllowsRow | undefined;
  /** The office's own examples of what people do by saying something. */
  examples?: readonly SpokenRow[] | undefined;
}

/** It takes half a second with thousands of procedures; after each part others may have their turn. */
export function* readRecords({
  knowledge,
  allowsRow,
  examples = [],
}: RecordsOptions): Generator<undefined, ReadRecords> {
  const topics = new TopicIndex(knowledge);
  yield;
  const families = new ProcedureFamilies(knowledge.procedures);
  const acts = new ProcedureActs(knowledge.procedures);
  yield;
  const speech =
    examples.length === 0
      ? SHIPPED_SPEECH
      : yield* learnSpeech(examples, new AgencyNames(knowledge.agencies));
  const lexicon = createLexicon(topics, knowledge, speech.words);
  const speller = createSpeller(lexicon);
  yield;
  const understander = new Understander(knowledge, lexicon, allowsRow);
  const lock = new FigureLock(knowledge.agencies);
  return { topics, families, acts, speech, classifier: shippedClassifier(), speller, understander, lock };
}
