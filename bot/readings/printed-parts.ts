/** Quarters, months and days of a plan that prints them: "nhiệm vụ nào của Phòng Kinh tế chủ trì hạn quý II" limits the rows
 *  by the days of their printed spans. A plan that prints years alone is answered by years, and says so. */
import type { Query, TaskSetQuery } from "../query.ts";
import { isSamePredicate } from "../sets/subject.ts";
import { printsYearsOnly, type TaskPredicate, type TaskSet } from "../sets/task-set.ts";
import { has, type ReadingContext } from "./context.ts";
import { spanOf } from "./time-reader.ts";

export function withPrintedParts(query: Query, context: ReadingContext): Query {
  if (printsYearsOnly(context.knowledge.tasks)) return query;
  const span = spanOf(context);
  if (!span) return query;
  const { from, to, said } = span;
  const days: TaskPredicate = { by: "days", from, to, said };
  const rows = rowsIn(query);
  if (!rows || (rows.measure.as === "table" && rows.measure.by !== "lead")) return query;
  const role = has(context, "lead") ? "lead" : has(context, "coordinating") ? "coordinating" : undefined;
  const limited = limitedTo(days, role && query.kind === "many" ? withRole(rows.set, role) : rows.set);
  return { ...rows, set: limited };
}

/** The rows that a span stands beside. */
function rowsIn(query: Query): TaskSetQuery | undefined {
  if (query.kind === "taskSet") return query;
  if (query.kind !== "many" || query.queries[0]?.kind !== "span") return undefined;
  const [, rows] = query.queries;
  return rows?.kind === "taskSet" ? rows : undefined;
}

function withRole(set: TaskSet, role: "lead" | "coordinating"): TaskSet {
  if (set.op !== "filter" || set.where.by !== "agency") return set;
  return { ...set, where: { ...set.where, role, named: true } };
}

/** In place of the year that was read of "quý II/2026", or beside the rest. */
function limitedTo(days: TaskPredicate, set: TaskSet): TaskSet {
  if (set.op === "filter" && (set.where.by === "year" || isSamePredicate(set.where, days)))
    return { op: "filter", of: set.of, where: days };
  if (set.op === "filter" && set.of.op === "filter" && set.of.where.by === "year")
    return { ...set, of: { op: "filter", of: set.of.of, where: days } };
  if (set.op === "best") return { ...set, of: limitedTo(days, set.of) };
  return { op: "filter", of: set, where: days };
}
