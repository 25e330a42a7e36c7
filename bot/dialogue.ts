/** What a conversation remembers between turns. Kept as JSON with the conversation. */
import type { Choice, Query } from "./query.ts";

export interface Dialogue {
  /** What the last answer was about; a follow-up changes one part of it. */
  last: Query | null;
  /** Tasks of the last list, in the order shown. */
  listIds: string[];
  /** "cơ quan tôi". */
  ownAgencyId: string | null;
  /** Choices of a clarification that waits for an answer. */
  choices: Choice[];
}

export const emptyDialogue = (): Dialogue => ({ last: null, listIds: [], ownAgencyId: null, choices: [] });

/** A state that can't be read starts afresh: losing the thread is better than losing the conversation. */
export function parseDialogue(json: string): Dialogue {
  try {
    const value = JSON.parse(json) as Partial<Dialogue>;
    return {
      last: value.last ?? null,
      listIds: Array.isArray(value.listIds) ? value.listIds : [],
      ownAgencyId: value.ownAgencyId ?? null,
      choices: Array.isArray(value.choices) ? value.choices : [],
    };
  } catch {
    return emptyDialogue();
  }
}

/** Small talk, refusals and clarifications don't change what is being talked about. */
const SUBJECTS: ReadonlySet<Query["kind"]> = new Set([
  "task",
  "tasks",
  "leaders",
  "comparison",
  "label",
  "groups",
  "target",
  "duty",
  "passage",
  "document",
  "agency",
  "procedure",
]);

export function remember(dialogue: Dialogue, query: Query, listIds: string[]): Dialogue {
  const subject = SUBJECTS.has(query.kind);
  return {
    last: subject ? query : dialogue.last,
    listIds: listIds.length > 1 ? listIds : subject && query.kind !== "task" ? [] : dialogue.listIds,
    ownAgencyId: query.kind === "ownAgency" ? query.agencyId : dialogue.ownAgencyId,
    choices: query.kind === "clarification" ? query.options : query.kind === "refusal" ? query.offers : [],
  };
}
