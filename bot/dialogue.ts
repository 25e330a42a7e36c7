/** What a conversation remembers between turns. Kept as JSON with the conversation. */
import type { KnowledgeBase } from "../knowledge/knowledge-base.ts";
import { fold } from "../knowledge/vietnamese/normalize.ts";
import type { Choice, Query } from "./query.ts";
import type { RefusalReason } from "./refusal-reasons.ts";
import { asSituation, isEmpty, NO_SITUATION, type Situation } from "./situations/situation.ts";
import type { CaseReason } from "./state/store.ts";
import { readStored } from "./stored-queries.ts";
import { SUBJECTS, situationAfter, storyAfter } from "./told-so-far.ts";

/** What an answer was about: records in the order shown, and the question that gave them. */
export interface Focus {
  kind: "tasks";
  ids: string[];
  query: Query;
}

/** A question that waits for what was asked back. */
export interface Pending {
  /** As it was read, without personal data. */
  text: string;
  missing: "agency" | "ownAgency" | "record";
  /** Meant by a name that several agencies share, once that is told. */
  agencyId?: string;
}

/** So many answers back can be spoken of. */
const MOST_FOCUSES = 6;

export interface Dialogue {
  /** Sets of records that were answered with, the newest last. */
  focuses: Focus[];
  /** Agencies that were spoken of, the newest last. */
  agencyIds: string[];
  /** What the last answer was about; a follow-up changes one part of it. */
  last: Query | null;
  /** Tasks of the last list, in the order shown. */
  listIds: string[];
  /** "cơ quan tôi". */
  ownAgencyId: string | null;
  /** What was told of the asker's case, of the procedures spoken of. */
  situation: Situation;
  /** The last turns since the talk turned to procedures, without personal data, the newest last. */
  story: string[];
  /** Choices of a clarification that waits for an answer. */
  choices: Choice[];
  pending: Pending | null;
  /** How many questions in a row went unanswered for want of a source or of understanding. */
  failures: number;
  /** Of the last answer; a question that says nothing of its language goes on in it. Vietnamese when undefined. */
  language?: "en" | undefined;
  /** A question that waits for which of these plans is meant, in the order in which they were offered. */
  planChoice?: { text: string; planIds: string[] } | undefined;
  /** The plan that was spoken of; undefined where there is one or none. */
  planId?: string | undefined;
  /** The version of the knowledge base that these refer to. */
  knowledgeVersion: string;
}

export const emptyDialogue = (): Dialogue => ({
  focuses: [],
  agencyIds: [],
  last: null,
  listIds: [],
  ownAgencyId: null,
  situation: NO_SITUATION,
  story: [],
  choices: [],
  pending: null,
  failures: 0,
  knowledgeVersion: "",
});

/** A state that can't be read starts afresh: losing the thread is better than losing the conversation. */
export function parseDialogue(json: string): Dialogue {
  try {
    const value = JSON.parse(json) as Partial<Dialogue>;
    return {
      focuses: Array.isArray(value.focuses) ? value.focuses.filter(isFocus).map(asRead) : [],
      agencyIds: Array.isArray(value.agencyIds) ? value.agencyIds : [],
      last: value.last ? readStored(value.last) : null,
      listIds: Array.isArray(value.listIds) ? value.listIds : [],
      ownAgencyId: value.ownAgencyId ?? null,
      situation: asSituation(value.situation),
      story: Array.isArray(value.story) ? value.story.filter((text) => typeof text === "string") : [],
      choices: Array.isArray(value.choices) ? value.choices.filter(isChoice).map(asRead) : [],
      pending: isPending(value.pending) ? value.pending : null,
      failures: Number.isInteger(value.failures) ? value.failures! : 0,
      ...(value.language === "en" ? { language: value.language } : {}),
      ...(typeof value.planId === "string" ? { planId: value.planId } : {}),
      ...(isPlanChoice(value.planChoice) ? { planChoice: value.planChoice } : {}),
      knowledgeVersion: value.knowledgeVersion ?? "",
    };
  } catch {
    return emptyDialogue();
  }
}

const asRead = <Kept extends { query: Query }>(kept: Kept): Kept => ({
  ...kept,
  query: readStored(kept.query),
});

const isFocus = (value: unknown): value is Focus =>
  Array.isArray((value as Focus | null)?.ids) && typeof (value as Focus).query?.kind === "string";

const isPending = (value: unknown): value is Pending =>
  typeof (value as Pending | null)?.text === "string" && typeof (value as Pending).missing === "string";

const isPlanChoice = (value: unknown): value is NonNullable<Dialogue["planChoice"]> =>
  typeof (value as Dialogue["planChoice"] | null)?.text === "string" &&
  Array.isArray((value as NonNullable<Dialogue["planChoice"]>).planIds);

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
  const isTask = (id: string) => knowledge.tasks.some((task) => task.id === id);
  const isAgency = (id: string) => knowledge.agencies.some((agency) => agency.id === id);
  return {
    focuses: dialogue.focuses.map((focus) => ({ ...focus, ids: focus.ids.filter(isTask) })),
    agencyIds: dialogue.agencyIds.filter(isAgency),
    last: last && isAnswerable(last) ? last : null,
    listIds: listIds.filter(isTask),
    ownAgencyId: ownAgencyId !== null && isAgency(ownAgencyId) ? ownAgencyId : null,
    situation: dialogue.situation,
    story: dialogue.story,
    choices: choices.filter((choice) => isAnswerable(choice.query)),
    pending: dialogue.pending,
    failures: dialogue.failures,
    ...(dialogue.language ? { language: dialogue.language } : {}),
    ...(dialogue.planId ? { planId: dialogue.planId } : {}),
    knowledgeVersion: knowledge.version,
  };
}

/** The dialogue about a plan. What was said about another one is let go: its records are none of this one's. */
export function aboutPlan(dialogue: Dialogue, planId: string): Dialogue {
  if (dialogue.planId === planId) return dialogue;
  if (dialogue.planId === undefined && dialogue.last === null) return { ...dialogue, planId };
  return {
    ...emptyDialogue(),
    situation: dialogue.situation,
    failures: dialogue.failures,
    ...(dialogue.language ? { language: dialogue.language } : {}),
    planId,
    knowledgeVersion: dialogue.knowledgeVersion,
  };
}

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

/** What is missing of the question that is asked back for. */
function missingOf(query: Query): Pending["missing"] | undefined {
  if (query.kind === "refusal" && query.reason === "own_agency_unknown") return "ownAgency";
  const choices =
    query.kind === "clarification"
      ? query.options
      : query.kind === "refusal" && query.reason === "procedure_not_indexed"
        ? query.offers
        : [];
  if (query.kind === "clarification" && query.missing) return query.missing;
  const [first] = choices;
  const isRecord = first?.query.kind === "procedure" || first?.query.kind === "task";
  return isRecord && choices.every((choice) => choice.query.kind === first.query.kind) ? "record" : undefined;
}

/** Words of ours that were put to choice: tapped, or typed as they stood. */
export const isOffered = ({ choices }: Pick<Dialogue, "choices">, text: string): boolean =>
  choices.some(({ label }) => fold(label) === fold(text.trim()));

/** Cases of the procedure that is still spoken of: who told one of them may come to another. */
function stillOpen(before: readonly Choice[], query: Query, now: readonly Choice[]): Choice[] {
  return before
    .filter(
      (choice) =>
        query.kind === "procedure" &&
        choice.query.kind === "procedure" &&
        choice.query.code === query.code &&
        !now.some(({ label }) => label === choice.label),
    )
    .map((choice) => ({ ...choice, onlyWhole: true, earlier: true }));
}

/** What is spoken of behind an answer. Of an event of life it is the procedure that it begins with. */
function subjectOf(query: Query): Query {
  switch (query.kind) {
    case "verify":
    case "withFile":
      return query.of;
    case "action": {
      const { report, ids } = query.about;
      return report && ids ? { kind: "duty", ids, ask: "report" } : query;
    }
    case "lifeEvent": {
      const { roots, situation } = query;
      return {
        kind: "procedure",
        code: roots[0]!,
        aspects: [],
        ...(isEmpty(situation) ? {} : { situation }),
      };
    }
    default:
      return query;
  }
}

/** `shown`: the tasks and agencies that the answer is about; `choices`: what it puts to choice; `asked`: the question that
 *  was read. */
export function remember(
  dialogue: Dialogue,
  query: Query,
  shown: { taskIds: string[]; agencyIds: string[] },
  choices: Choice[] = [],
  asked: Omit<Pending, "missing"> = { text: "" },
): Dialogue {
  const { taskIds: listIds, agencyIds } = shown;
  // The penalty can't be told, and the procedure that was named goes on.
  const only =
    query.kind === "refusal" && query.reason === "no_penalty" && query.offers.length === 1
      ? query.offers[0]!.query
      : undefined;
  // Of several questions the first is what "nó" means next.
  const first = query.kind === "many" ? query.queries[0]! : (only ?? query);
  const meant = subjectOf(first);
  const subject = SUBJECTS.has(meant.kind);
  const focuses: Focus[] =
    subject && listIds.length > 0
      ? [...dialogue.focuses, { kind: "tasks", ids: listIds, query: meant }]
      : dialogue.focuses;
  const missing = missingOf(query);
  // Thanks and greetings in between answer nothing, and ask nothing.
  const isTalk = query.kind === "smallTalk";
  return {
    focuses: focuses.slice(-MOST_FOCUSES),
    agencyIds: [...dialogue.agencyIds.filter((id) => !agencyIds.includes(id)), ...agencyIds].slice(
      -MOST_FOCUSES,
    ),
    last: subject ? meant : dialogue.last,
    listIds:
      listIds.length > (meant.kind === "taskSet" ? 0 : 1)
        ? listIds
        : subject && meant.kind !== "task"
          ? []
          : dialogue.listIds,
    ownAgencyId: query.kind === "ownAgency" ? query.agencyId : dialogue.ownAgencyId,
    situation: situationAfter(dialogue.situation, meant),
    story: storyAfter(dialogue.story, meant, asked.text),
    failures: failuresAfter(dialogue, query),
    ...(dialogue.language ? { language: dialogue.language } : {}),
    ...(dialogue.planId ? { planId: dialogue.planId } : {}),
    ...(query.kind === "plans" && query.op === "which"
      ? { planChoice: { text: asked.text, planIds: query.ids } }
      : {}),
    knowledgeVersion: dialogue.knowledgeVersion,
    choices: isTalk ? dialogue.choices : [...choices, ...stillOpen(dialogue.choices, meant, choices)],
    pending: isTalk ? dialogue.pending : missing ? { ...asked, missing } : null,
  };
}
