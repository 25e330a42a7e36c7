/** What a reader is given, and what every reader may ask of it. */

import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import type { OfficeProfile } from "../../knowledge/office-profile.ts";
import type { Agency } from "../../knowledge/records.ts";
import { inOrder } from "../../knowledge/text-scan.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { COMMUNES_ID, LOCALS_ID } from "../agency-names.ts";
import type { Dialogue } from "../dialogue.ts";
import type { Act } from "../examples/act-classifier.ts";
import type { Query, TaskAsk } from "../query.ts";
import type { Situation } from "../situations/situation.ts";
import type { ProcedureActs } from "../understanding/acts.ts";
import type { ProcedureFamilies } from "../understanding/conditions.ts";
import type { Cue } from "../understanding/cues.ts";
import type { TopicIndex } from "../understanding/topic.ts";
import type { Understander, Understanding } from "../understanding/understand.ts";
import type { Meant } from "./meant.ts";

export interface ReadingContext {
  /** As typed, personal data masked. */
  typed: string;
  question: Understanding;
  dialogue: Dialogue;
  knowledge: KnowledgeBase;
  /** With all plans, where `knowledge` is the view of one of several. */
  whole?: KnowledgeBase | undefined;
  understander: Understander;
  topics: TopicIndex;
  families: ProcedureFamilies;
  acts: ProcedureActs;
  /** Share of each act that the words may be; they add up to 1. */
  speech: Readonly<Record<Act, number>>;
  /** What the office says that these words do. */
  told?: Act | undefined;
  /** What this turn tells of the asker's case. */
  situation: Situation;
  /** What retrieval found for the whole question, by record. */
  hits: ReadonlyMap<string, Found>;
  /** Procedures that retrieval found by their names and texts, by code. */
  found: ReadonlyMap<string, Found>;
  /** What people mean who say what this turn says. */
  meant: Meant;
  /** The same of all that was said since the talk turned to procedures. */
  meantSoFar: Meant;
  now: Date;
  /** Whose assistant this is, where it says so. */
  office?: OfficeProfile | undefined;
}

/** A record that retrieval found. */
export interface Found {
  /** 0..1; of procedures the share of the best one's score. */
  score: number;
  /** How near the question is in meaning: the cosine, 0 where it is none of the nearest. */
  meaning: number;
}

export type QueryReader = (context: ReadingContext) => Query | undefined;

export const has = ({ question }: ReadingContext, ...cues: Cue[]): boolean =>
  cues.some((cue) => question.cues.has(cue));

/** Speaks of what was said before. */
export const refersBack = (context: ReadingContext): boolean =>
  has(context, "pronoun", "followUp", "correction");

const ASKS_LEAD = /chu tri|phu trach|dau moi|ai lam/;

const ASKS_COORDINATING = /phoi hop|ho tro/;

/** What is asked about a task, in the order in which it matters. */
export function taskAsks(context: ReadingContext): TaskAsk[] {
  const asks: TaskAsk[] = [];
  if (has(context, "completion")) asks.push("completion");
  if (has(context, "overdue")) asks.push("overdue");
  // "Do ai phối hợp" signals both and asks of the second.
  const roles = (["coordinating", "lead"] as const).filter((role) => has(context, role));
  asks.push(...(inOrder(context.question.plain, ASKS_LEAD, ASKS_COORDINATING) ? roles.reverse() : roles));
  if (has(context, "askWhen", "due")) asks.push("when");
  if (has(context, "successor")) asks.push("agencyNow");
  return asks;
}

/** The same with what the plan prints of no task. */
export function recordAsks(context: ReadingContext): TaskAsk[] {
  const unsaid = (["money", "contact", "contractor"] as const).filter((ask) => has(context, ask));
  return [...taskAsks(context), ...unsaid];
}

/** The one agency that the question means, its own ("cơ quan tôi") included; a weakly named one only if `weak`. */
export function askedAgencyId(context: ReadingContext, weak = false): string | undefined {
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
export const ambiguousAgencies = ({ question }: ReadingContext): Agency[] =>
  question.mentions.find((mention) => mention.agencies.length > 1)?.agencies ?? [];

/** Topic words are left once cues, agencies, labels and periods are taken out. */
export const hasTopic = ({ question }: ReadingContext): boolean =>
  question.planTopics.some((words) => words.length > 0);

export const hasProcedureTopic = ({ question }: ReadingContext): boolean =>
  question.procedureTopics.some((words) => words.length > 0);

/** "Giá vàng hôm nay bao nhiêu" asks of nothing that was answered. */
export const isElsewhere = (context: ReadingContext): boolean =>
  has(context, "elsewhere") && !has(context, "pronoun", "procedure", "papers");

/** Numbers of documents that are none of the office's plans: whole ("749/QĐ-TTg"), or as they begin ("749/"). */
export function otherDocuments({ question, knowledge: { documents } }: ReadingContext): string[] {
  const whole = question.documentNumbers.filter(
    (number) => !documents.some((document) => fold(document.number) === fold(number)),
  );
  if (whole.length > 0) return whole;
  return question.bareNumbers
    .map((number) => `${number}/`)
    .filter((start) => !documents.some((document) => document.number.startsWith(start)));
}
