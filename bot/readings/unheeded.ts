/** Conditions of a question that the rows answered with leave out: an answer says so, since its number would be taken for the
 *  one that was asked. */
import type { Query, TaskSetQuery } from "../query.ts";
import type { TaskPredicate } from "../sets/task-set.ts";
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
    .filter(({ from, to }) => from < to && to <= tokens.length)
    .filter((atom) => isLeftOut(atom, said))
    .map(({ from, to }) => text.slice(tokens[from]!.start, tokens[to - 1]!.end));
}

function isLeftOut(atom: Atom, said: string): boolean {
  if (atom.type === "agency") return !atom.weak && !atom.sector && !said.includes(`"${atom.agencyId}"`);
  return atom.type === "where" && !isHeeded(atom.where, said);
}

/** Whether the query limits its rows so, or counts by what it says. */
function isHeeded(where: TaskPredicate, said: string): boolean {
  switch (where.by) {
    case "year":
    case "endsBy":
    case "endsAfter":
      return said.includes(String(where.year)) || said.includes('"by":"endYear"') || said.includes('"days"');
    case "period":
      return where.period.split("-").every((year) => said.includes(year)) || said.includes('"by":"endYear"');
    case "group":
      return where.groupIds.some((id) => said.includes(`"${id}"`)) || said.includes('"by":"group"}');
    case "recurrence":
      return /"recurrence"|"by":"endYear"/.test(said);
    case "ended":
      return said.includes('"ended"') || said.includes('"overdue"');
    default:
      return true;
  }
}

/** "Chủ trì mấy việc" behind a list, and all rows are told. */
function turnsToAll({ set, measure }: TaskSetQuery, context: ReadingContext): boolean {
  const { dialogue, question } = context;
  const isAfterRows = dialogue.focuses.some(({ ids }) => ids.length > 0);
  const isSaid = ofAllRows(context) || question.cues.has("plan") || question.cues.has("appendix");
  const isOfRows = measure.as === "list" || measure.as === "count";
  return isAfterRows && isOfRows && set.op === "all" && !isSaid;
}
