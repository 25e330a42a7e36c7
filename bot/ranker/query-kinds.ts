/** What a query is about, for weighing it: its family, its kind, the records and rows that it names. */

import { procedureByCode } from "../answers/context.ts";
import { type Query, unverified } from "../query.ts";
import type { ReadingContext } from "../readings/context.ts";
import { predicatesOf } from "../readings/last-set.ts";
import { isWide } from "../sets/subject.ts";
import { rowsOf } from "../sets/task-set.ts";
import { HeldWords } from "../understanding/held-words.ts";

export type Family = "set" | "record" | "procedure" | "conversation" | "office" | "refusal" | "ask";

export const FAMILIES: Record<Query["kind"], Family> = {
  taskSet: "set",
  verify: "record",
  again: "record",
  withFile: "set",
  countdown: "record",
  span: "set",
  action: "conversation",
  emergency: "conversation",
  mentions: "record",
  locator: "record",
  groups: "set",
  comparison: "set",
  task: "record",
  label: "record",
  target: "record",
  duty: "record",
  passage: "record",
  document: "record",
  agency: "record",
  procedure: "procedure",
  procedures: "procedure",
  lifeEvent: "procedure",
  procedureComparison: "procedure",
  many: "set",
  plans: "set",
  about: "conversation",
  smallTalk: "conversation",
  ownAgency: "conversation",
  handoff: "conversation",
  office: "office",
  clarification: "ask",
  refusal: "refusal",
};

/** Ids of the rows of the appendix that the answer shows; undefined when it is about none. */
export function rowsOfQuery(query: Query, { knowledge, now }: ReadingContext): string[] | undefined {
  switch (query.kind) {
    case "taskSet":
      return rowsOf(query.set, knowledge, now).map(({ id }) => id);
    case "task":
    case "comparison":
      return [...query.ids];
    case "label":
      return query.taskIds;
    default:
      return undefined;
  }
}

/** How many words a filter by text has. */
export function wordsOf({ set }: Extract<Query, { kind: "taskSet" }>): number {
  const words = predicatesOf(set)
    .map((where) => (where.by === "words" ? where.words : ""))
    .join(" ")
    .trim();
  return words ? words.split(" ").length : 0;
}

/** Of the words of the subject those that stand in the names of the records that the answer is about; 0 without either. */
export function namedShare(query: Query, { question, knowledge }: ReadingContext): number {
  const words = question.planTopics[0]!;
  const names = namesOf(query, knowledge);
  if (words.length === 0 || names.length === 0) return 0;
  return HeldWords.of(names.join(" ")).share(words);
}

function namesOf(query: Query, knowledge: ReadingContext["knowledge"]): string[] {
  switch (query.kind) {
    case "many":
      return query.queries.flatMap((part) => namesOf(part, knowledge));
    case "procedure":
      return [procedureByCode(knowledge, query.code).name];
    case "procedureComparison":
      return query.codes.map((code) => procedureByCode(knowledge, code).name);
    case "task":
    case "comparison":
      return knowledge.tasks.filter(({ id }) => query.ids.includes(id)).map(({ title }) => title);
    default:
      return [];
  }
}

/** Texts of the lines of the plan that an answer quotes; none where it is about rows, procedures or nothing. */
export function textsOf(
  query: Query,
  { targets, duties, passages, tasks, facts }: ReadingContext["knowledge"],
): string[] {
  const ids = new Set(recordsOf(unverified(query)));
  if (ids.size === 0) return [];
  const lines = [...targets, ...duties, ...passages].flatMap(({ id, text }) => (ids.has(id) ? [text] : []));
  const quotes = facts.flatMap(({ id, evidence }) => (ids.has(id) ? [evidence.quote] : []));
  const titles = tasks.flatMap(({ id, title }) => (ids.has(id) ? [title] : []));
  return [...lines, ...quotes, ...titles];
}

/** The kind of query, with what it says of a set. */
export function kindOf(query: Query): string {
  switch (query.kind) {
    case "taskSet":
      return `taskSet ${query.measure.as}${isWide(query.set) ? " wide" : ""}`;
    case "again":
      return `again ${query.how}`;
    case "smallTalk":
    case "about":
      return `${query.kind} ${query.topic}`;
    default:
      return query.kind;
  }
}

/** Ids of the records that a query names by itself. */
export function recordsOf(query: Query): readonly string[] {
  switch (query.kind) {
    case "task":
    case "target":
    case "duty":
    case "passage":
    case "document":
    case "mentions":
    case "comparison":
      return query.ids;
    case "label":
      return query.taskIds;
    case "procedure":
      return [query.code];
    case "procedureComparison":
      return query.codes;
    default:
      return [];
  }
}
