/** What a route is given. A route returns a query when it recognises the question, undefined to pass it on. */

import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import type { OfficeProfile } from "../../knowledge/office-profile.ts";
import type { Agency } from "../../knowledge/records.ts";
import { inOrder } from "../../knowledge/text-scan.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { COMMUNES_ID, LOCALS_ID } from "../agency-names.ts";
import type { Dialogue } from "../dialogue.ts";
import type { Act } from "../examples/act-classifier.ts";
import type { Query, TaskAsk } from "../query.ts";
import type { ProcedureActs } from "../understanding/acts.ts";
import type { ProcedureFamilies } from "../understanding/conditions.ts";
import type { Cue } from "../understanding/cues.ts";
import type { TopicIndex, TopicKind, TopicMatch } from "../understanding/topic.ts";
import type { Understander, Understanding } from "../understanding/understand.ts";
import { findProcedures } from "./procedure-candidates.ts";

export interface RouteContext {
  /** As typed, personal data masked. */
  typed: string;
  question: Understanding;
  dialogue: Dialogue;
  knowledge: KnowledgeBase;
  understander: Understander;
  topics: TopicIndex;
  families: ProcedureFamilies;
  acts: ProcedureActs;
  /** Share of each act that the words may be; they add up to 1. */
  speech: Readonly<Record<Act, number>>;
  /** What the office says that these words do. */
  told?: Act | undefined;
  /** What retrieval found for the whole question: record id → score, 0..1. */
  hits: ReadonlyMap<string, number>;
  /** Procedures that retrieval found by their names and texts: code → score, 1 for the best. */
  found: ReadonlyMap<string, number>;
  now: Date;
  /** Whose assistant this is, where it says so. */
  office?: OfficeProfile | undefined;
}

const ASKS_LEAD = /chu tri|phu trach|dau moi|ai lam/;
const ASKS_COORDINATING = /phoi hop|ho tro/;

export type Route = (context: RouteContext) => Query | undefined;

export const has = ({ question }: RouteContext, ...cues: Cue[]): boolean =>
  cues.some((cue) => question.cues.has(cue));

/** Speaks of what was said before. */
export const refersBack = (context: RouteContext): boolean =>
  has(context, "pronoun", "followUp", "correction");

/** What is asked about a task, in the order in which it matters. */
export function taskAsks(context: RouteContext): TaskAsk[] {
  const asks: TaskAsk[] = [];
  if (has(context, "completion")) asks.push("completion");
  if (has(context, "overdue")) asks.push("overdue");
  // "Do ai phối hợp" signals both and asks of the second.
  const roles = (["coordinating", "lead"] as const).filter((role) => has(context, role));
  asks.push(
    ...(inOrder(fold(context.question.text), ASKS_LEAD, ASKS_COORDINATING) ? roles.reverse() : roles),
  );
  if (has(context, "askWhen", "due")) asks.push("when");
  if (has(context, "successor")) asks.push("agencyNow");
  return asks;
}

/** The same with what the plan prints of no task. */
export function recordAsks(context: RouteContext): TaskAsk[] {
  const unsaid = (["money", "contact"] as const).filter((ask) => has(context, ask));
  return [...taskAsks(context), ...unsaid];
}

/** The one agency that the question means, its own ("cơ quan tôi") included; a weakly named one only if `weak`. */
export function askedAgencyId(context: RouteContext, weak = false): string | undefined {
  const { question, dialogue } = context;
  const strong = question.mentions.filter((mention) => !mention.weak && mention.agencies.length === 1);
  if (strong[0]) return strong[0].agencies[0]!.id;
  if (has(context, "ownAgency") && dialogue.ownAgencyId) return dialogue.ownAgencyId;
  const weakOnes = question.mentions.filter((mention) => mention.weak && mention.agencies.length === 1);
  if (weak && weakOnes[0]) return weakOnes[0].agencies[0]!.id;
  if (has(context, "communes")) return COMMUNES_ID;
  if (has(context, "locals")) return LOCALS_ID;
  return undefined;
}

/** Agencies that one ambiguous name may mean: "CĐ". */
export const ambiguousAgencies = ({ question }: RouteContext): Agency[] =>
  question.mentions.find((mention) => mention.agencies.length > 1)?.agencies ?? [];

/** Topic words are left once cues, agencies, labels and periods are taken out. */
export const hasTopic = ({ question }: RouteContext): boolean =>
  question.planTopics.some((words) => words.length > 0);
/** Few words are left and no record of the plan holds them: what is left of a sentence, not a subject. */
export function isSubjectless(context: RouteContext): boolean {
  const words = context.question.planTopics[0]!;
  if (words.length === 0) return true;
  const best = matchPlan(context, ["task", "target", "duty", "passage"], 1)[0];
  return words.length <= 3 && (best === undefined || best.evidence < 0.5);
}
export const hasProcedureTopic = ({ question }: RouteContext): boolean =>
  question.procedureTopics.some((words) => words.length > 0);

/** A name of so many words that stands whole in a question is what it is about, whatever else the words signal. */
export const LONG_CALL = 8;

/** How much a retrieval hit may lift a record: enough to settle near-ties, not to make an answer of a stranger. */
const HIT_WEIGHT = 0.05;

function lifted(context: RouteContext, matches: TopicMatch[], limit: number): TopicMatch[] {
  return matches
    .map((match) => ({ ...match, score: match.score + HIT_WEIGHT * (context.hits.get(match.recordId) ?? 0) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

/** Several routes ask the same of one question. */
const matched = new WeakMap<Understanding, Map<string, TopicMatch[]>>();

function once(context: RouteContext, key: string, compute: () => TopicMatch[]): TopicMatch[] {
  const known = matched.get(context.question) ?? new Map<string, TopicMatch[]>();
  matched.set(context.question, known);
  const matches = known.get(key) ?? compute();
  known.set(key, matches);
  return matches;
}

export function matchPlan(context: RouteContext, kinds: readonly TopicKind[], limit = 10): TopicMatch[] {
  return once(context, `${kinds.join()} ${limit}`, () =>
    lifted(context, context.topics.match(context.question.planTopics, kinds, 3 * limit), limit),
  );
}

export function matchProcedures(context: RouteContext, limit = 10): TopicMatch[] {
  return once(context, "procedures", () => findProcedures(context)).slice(0, limit);
}

/** "Giá vàng hôm nay bao nhiêu" asks of nothing that was answered. */
export const isElsewhere = (context: RouteContext): boolean =>
  has(context, "elsewhere") && !has(context, "pronoun", "procedure", "papers");
