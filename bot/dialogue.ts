/** What a conversation remembers between turns. Kept as JSON with the conversation. */
import type { KnowledgeBase } from "../knowledge/knowledge-base.ts";
import type { Choice, Query, RefusalReason } from "./query.ts";
import type { CaseReason } from "./state/store.ts";

export interface Dialogue {
  /** What the last answer was about; a follow-up changes one part of it. */
  last: Query | null;
  /** Tasks of the last list, in the order shown. */
  listIds: string[];
  /** "cơ quan tôi". */
  ownAgencyId: string | null;
  /** Choices of a clarification that waits for an answer. */
  choices: Choice[];
  /** How many questions in a row went unanswered for want of a source or of understanding. */
  failures: number;
  /** The version of the knowledge base that these refer to. */
  knowledgeVersion: string;
}

export const emptyDialogue = (): Dialogue => ({
  last: null,
  listIds: [],
  ownAgencyId: null,
  choices: [],
  failures: 0,
  knowledgeVersion: "",
});

/** A state that can't be read starts afresh: losing the thread is better than losing the conversation. */
export function parseDialogue(json: string): Dialogue {
  try {
    const value = JSON.parse(json) as Partial<Dialogue>;
    return {
      last: value.last ?? null,
      listIds: Array.isArray(value.listIds) ? value.listIds : [],
      ownAgencyId: value.ownAgencyId ?? null,
      choices: Array.isArray(value.choices) ? value.choices.filter(isChoice) : [],
      failures: Number.isInteger(value.failures) ? value.failures! : 0,
      knowledgeVersion: value.knowledgeVersion ?? "",
    };
  } catch {
    return emptyDialogue();
  }
}

const isChoice = (value: unknown): value is Choice =>
  typeof (value as Choice | null)?.label === "string" && typeof (value as Choice).query?.kind === "string";

/** What is left of a dialogue after the knowledge base has changed: a reference to a record that is gone is dropped.
 *  `isAnswerable` tells whether a query's records are still there. */
export function renewed(
  dialogue: Dialogue,
  knowledge: Pick<KnowledgeBase, "version" | "tasks" | "agencies">,
  isAnswerable: (query: Query) => boolean,
): Dialogue {
  if (dialogue.knowledgeVersion === knowledge.version) return dialogue;
  const { last, listIds, ownAgencyId, choices } = dialogue;
  return {
    last: last && isAnswerable(last) ? last : null,
    listIds: listIds.filter((id) => knowledge.tasks.some((task) => task.id === id)),
    ownAgencyId: knowledge.agencies.some((agency) => agency.id === ownAgencyId) ? ownAgencyId : null,
    choices: choices.filter((choice) => isAnswerable(choice.query)),
    failures: dialogue.failures,
    knowledgeVersion: knowledge.version,
  };
}

/** Small talk, refusals and clarifications don't change what is being talked about. */
const SUBJECTS: ReadonlySet<Query["kind"]> = new Set([
  "task",
  "tasks",
  "leaders",
  "ranking",
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

const FAILURES: ReadonlySet<RefusalReason> = new Set([
  "not_in_sources",
  "procedure_not_indexed",
  "not_understood",
]);
/** After so many failures in a row a person has to look. */
const FAILURES_FOR_A_CASE = 3;

const failuresAfter = ({ failures }: Dialogue, query: Query): number =>
  query.kind === "refusal" && FAILURES.has(query.reason) ? (failures % FAILURES_FOR_A_CASE) + 1 : 0;

/** What the turn must be handed to a person for; undefined when nothing. */
export function caseReason(dialogue: Dialogue, query: Query): CaseReason | undefined {
  if (query.kind === "handoff") return "asked";
  return failuresAfter(dialogue, query) === FAILURES_FOR_A_CASE ? "failures" : undefined;
}

/** `offered`: choices that an answer puts although it is no clarification. */
export function remember(
  dialogue: Dialogue,
  query: Query,
  listIds: string[],
  offered: Choice[] = [],
): Dialogue {
  // The penalty can't be told, and the procedure that was named goes on.
  const only =
    query.kind === "refusal" && query.reason === "no_penalty" && query.offers.length === 1
      ? query.offers[0]!.query
      : undefined;
  // Of several questions the first is what "nó" means next.
  const meant = query.kind === "many" ? query.queries[0]! : (only ?? query);
  const subject = SUBJECTS.has(meant.kind);
  return {
    last: subject ? meant : dialogue.last,
    listIds:
      listIds.length > (meant.kind === "tasks" ? 0 : 1)
        ? listIds
        : subject && meant.kind !== "task"
          ? []
          : dialogue.listIds,
    ownAgencyId: query.kind === "ownAgency" ? query.agencyId : dialogue.ownAgencyId,
    failures: failuresAfter(dialogue, query),
    knowledgeVersion: dialogue.knowledgeVersion,
    choices:
      query.kind === "clarification" ? query.options : query.kind === "refusal" ? query.offers : offered,
  };
}
