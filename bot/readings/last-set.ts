/** The set that the last answer was about, as an expression. */
import type { Measure, Query } from "../query.ts";
import type { TaskPredicate, TaskSet } from "../sets/task-set.ts";

/** Undefined when the question was about no set of rows. */
export function setOfLast(last: Query): { set: TaskSet; measure: Measure } | undefined {
  if (last.kind === "verify") return setOfLast(last.of);
  if (last.kind === "task") return last.from && { set: last.from, measure: { as: "list" } };
  return last.kind === "taskSet" ? { set: last.set, measure: last.measure } : undefined;
}

/** The predicates that an expression joins by "and", those inside others too. */
export function predicatesOf(set: TaskSet): TaskPredicate[] {
  if (set.op === "filter")
    return [...predicatesOf(set.of), ...(set.where.by === "and" ? set.where.of : [set.where])];
  return set.op === "best" || set.op === "pick" ? predicatesOf(set.of) : [];
}
