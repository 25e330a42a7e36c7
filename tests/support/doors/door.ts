/** A door as a person meets it: a question goes in as the platform sends it, and what comes out is what they get. */
import type { Reply } from "../../../bot/reply.ts";
import type { TestAssistant } from "../assistant.ts";

export interface Door {
  /** Everything the person gets for one question in a conversation of its own, in order: messages, cards, prompts. */
  ask(question: string): Promise<string>;
  close(): Promise<void>;
}

export interface DoorKind {
  name: string;
  open(bot: TestAssistant): Promise<Door>;
  /** What this door owes of a reply, in order, as it writes it. */
  facts(reply: Reply): string[];
  /** The door tells the key fact before the rest, so what it tells may stand in another order. */
  reorders?: boolean;
  /** Numbers of documents are said in words, or only when they are asked for. */
  withoutSources?: boolean;
}

/** Numbers of documents, dates, amounts, percentages, years: what a wrong answer would get wrong. */
const FIGURE =
  /\d+\/\d*\/?[A-ZĐ][A-ZĐ\d-]*|\d{1,2}\/\d{1,2}(?:\/\d{4})?|\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)? ?%|\d{2,}/gu;

/** The figures of the answer in its order. */
export const writtenFacts = (reply: Reply): string[] => reply.text.match(FIGURE) ?? [];

/** What is missing from what a person got for a question that has this reply, by what the door owes. */
export const missing = (got: string, reply: Reply, kind: DoorKind): string[] => [
  ...missingFacts(got, kind.facts(reply), kind.reorders),
  ...(kind.withoutSources ? [] : missingSources(got, reply)),
];

/** Facts that are missing from what a person got, or, unless the door reorders, stand in another order. */
function missingFacts(got: string, facts: readonly string[], reorders = false): string[] {
  if (reorders) return facts.filter((fact) => !got.includes(fact));
  const missing: string[] = [];
  let from = 0;
  for (const fact of facts) {
    const at = got.indexOf(fact, from);
    if (at < 0) missing.push(fact);
    else from = at + fact.length;
  }
  return missing;
}

/** Of every citation its document's number stands somewhere in what the person got. */
const missingSources = (got: string, reply: Reply): string[] => [
  ...new Set(reply.citations.map((citation) => citation.number).filter((number) => !got.includes(number))),
];
