/** The set that the last answer was about, as an expression: whatever kind of question gave it. */
import type { Measure, Query, TaskFilter } from "../query.ts";
import type { TaskPredicate, TaskSet } from "../sets/task-set.ts";

/** Undefined when the question was about no set of rows. */
export function setOfLast(last: Query): { set: TaskSet; measure: Measure } | undefined {
  if (last.kind === "verify") return setOfLast(last.of);
  if (last.kind === "taskSet") return { set: last.set, measure: last.measure };
  if (last.kind !== "tasks") return undefined;
  const parts = partsOf(last.filter);
  return {
    set:
      parts.length > 0 ? { op: "filter", of: { op: "all" }, where: { by: "and", of: parts } } : { op: "all" },
    measure: { as: last.show === "count" ? "count" : "list" },
  };
}

function partsOf(filter: TaskFilter): TaskPredicate[] {
  const parts: TaskPredicate[] = [];
  if (filter.agencyId)
    parts.push({
      by: "agency",
      agencyId: filter.agencyId,
      named: true,
      ...(filter.role ? { role: filter.role } : {}),
    });
  else if (filter.directness === "collective") parts.push({ by: "collective" });
  if (filter.withAgencyId)
    parts.push({
      by: "agency",
      agencyId: filter.withAgencyId,
      named: true,
      ...(filter.withRole ? { role: filter.withRole } : {}),
    });
  if (filter.groupIds) parts.push({ by: "group", groupIds: filter.groupIds });
  if (filter.period) parts.push({ by: "period", period: filter.period });
  if (filter.dueYear) parts.push({ by: "year", is: "ends", year: filter.dueYear });
  if (filter.activeYear) parts.push({ by: "year", is: "covers", year: filter.activeYear });
  if (filter.startYear) parts.push({ by: "year", is: "begins", year: filter.startYear });
  if (filter.beyondYear) parts.push({ by: "endsAfter", year: filter.beyondYear });
  if (filter.ended) parts.push({ by: "ended" });
  if (filter.recurrence) parts.push({ by: "recurrence", is: filter.recurrence });
  if (filter.minLeads) parts.push({ by: "leads", atLeast: filter.minLeads });
  if (filter.ids) parts.push({ by: "words", ids: filter.ids, words: filter.topic ?? "" });
  return parts;
}

/** The predicates that an expression joins by "and", those inside others too. */
export function predicatesOf(set: TaskSet): TaskPredicate[] {
  if (set.op === "filter")
    return [...predicatesOf(set.of), ...(set.where.by === "and" ? set.where.of : [set.where])];
  return set.op === "best" || set.op === "pick" ? predicatesOf(set.of) : [];
}
