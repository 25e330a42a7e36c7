/** Conditions of a question that the rows answered with leave out: an answer says so, since its number would be taken for the
 *  one that was asked. */
import type { Query, TaskSetQuery } from "../query.ts";
import type { TaskPredicate } from "../sets/task-set.ts";
import { expresses } from "./conditions-told.ts";
import type { ReadingContext } from "./context.ts";
import { ofAllRows } from "./last-set.ts";
import type { Atom } from "./plan-atoms.ts";
import { latticeOf } from "./plan-lattice.ts";

/** The query with what it doesn't heed, and whether it turns from the rows spoken of to all. */
export function withUnheeded(query: Query, context: ReadingContext): Query {
  if (query.kind === "verify" || query.kind === "withFile")
    return { ...query, of: withUnheeded(query.of, context) };
  if (query.kind !== "taskSet") return query;
  const unheeded = unheededIn(query, context);
  const isOfAll = turnsToAll(query, context);
  return {
    ...query,
    ...(unheeded.length > 0 ? { unheeded } : {}),
    ...(isOfAll ? { isOfAll: true as const } : {}),
  };
}

function unheededIn(query: TaskSetQuery, context: ReadingContext): string[] {
  const { tokens, text } = context.question;
  const said = JSON.stringify(query);
  return latticeOf(context)
    .filter((atom) => limits(atom) && atom.from < atom.to && atom.to <= tokens.length)
    .filter((atom) => expresses(query, said, atom) === false && !countsByTime(atom, said))
    .map(({ from, to }) => text.slice(tokens[from]!.start, tokens[to - 1]!.end));
}

const LIMITS: ReadonlySet<TaskPredicate["by"]> = new Set<TaskPredicate["by"]>([
  "year",
  "endsBy",
  "endsAfter",
  "period",
  "group",
  "recurrence",
  "ended",
]);

const limits = (atom: Atom): boolean =>
  (atom.type === "agency" && !atom.sector) || (atom.type === "where" && LIMITS.has(atom.where.by));

/** The year stands there in another role, a day of it, or as a line of a table. */
function countsByTime(atom: Atom, said: string): boolean {
  if (atom.type !== "where") return false;
  const { where } = atom;
  const years = "year" in where ? [where.year] : where.by === "period" ? where.period.split("-") : [];
  const isSaid = years.length > 0 && years.every((year) => said.includes(String(year)));
  return isSaid || said.includes('"by":"endYear"') || (years.length > 0 && said.includes('"by":"days"'));
}

/** "Chủ trì mấy việc" behind a list, and all rows are told. */
function turnsToAll({ set, measure }: TaskSetQuery, context: ReadingContext): boolean {
  const { dialogue, question } = context;
  const isAfterRows = dialogue.focuses.some(({ ids }) => ids.length > 0);
  const isSaid = ofAllRows(context) || question.cues.has("plan") || question.cues.has("appendix");
  const isOfRows = measure.as === "list" || measure.as === "count";
  return isAfterRows && isOfRows && set.op === "all" && !isSaid;
}
