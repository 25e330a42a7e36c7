/** Conversations are kept with their queries. Those of a version that had other kinds for lists, leaders and rankings are
 *  read as the sets of rows that they were. */
import type { Measure, Query, TaskAsk } from "./query.ts";
import { filterOf } from "./sets/subject.ts";
import type { Role, TaskPredicate, TaskSet } from "./sets/task-set.ts";

/** Conditions on rows, all of which hold. */
interface StoredFilter {
  agencyId?: string;
  withAgencyId?: string;
  minLeads?: number;
  withRole?: Role;
  role?: Role;
  directness?: "named" | "collective";
  groupIds?: string[];
  period?: string;
  dueYear?: number;
  activeYear?: number;
  partOfYear?: true;
  beyondYear?: number;
  startYear?: number;
  ended?: boolean;
  recurrence?: "yearly" | "ongoing" | "recurring";
  missing?: Role;
  ids?: string[];
  topic?: string;
  department?: boolean;
}

export type StoredQuery =
  | {
      kind: "tasks";
      filter: StoredFilter;
      show: "list" | "count" | "earliest" | "latest";
      asks: TaskAsk[];
    }
  | {
      kind: "leaders";
      filter: StoredFilter;
      order: "most" | "least" | "all" | "none";
      agencyIds?: string[];
      place?: number;
    }
  | {
      kind: "ranking";
      of: "coordinating" | "duration" | "group" | "year";
      order: "most" | "least";
      filter: StoredFilter;
    };

/** A query as it is asked today, with those that it holds. */
export function readStored(query: Query | StoredQuery): Query {
  switch (query.kind) {
    case "tasks": {
      const rows = setOf(query.filter);
      const isBest = query.show === "earliest" || query.show === "latest";
      const set: TaskSet = isBest ? { op: "best", of: rows, by: "end", most: query.show === "latest" } : rows;
      return taskSet(set, { as: query.show === "count" ? "count" : "list" }, query.asks);
    }
    case "leaders": {
      const { agencyId: _agency, role = "lead", directness: _directness, ...rest } = query.filter;
      const set = setOf(rest);
      if (query.order === "none") return taskSet(set, { as: "nobody", role });
      return taskSet(set, {
        as: "table",
        by: role,
        order: query.order === "least" ? "least" : "most",
        ...(query.agencyIds ? { among: query.agencyIds } : {}),
        ...(query.place === undefined ? {} : { place: query.place }),
      });
    }
    case "ranking": {
      const { of, order } = query;
      const set = setOf(query.filter);
      return of === "group" || of === "year"
        ? taskSet(set, { as: "table", by: of === "group" ? "group" : "endYear", order })
        : taskSet({ op: "best", of: set, by: of, most: order === "most" }, { as: "list" });
    }
    case "again":
    case "locator":
    case "verify":
    case "withFile":
      return { ...query, of: readStored(query.of) };
    case "many":
      return { ...query, queries: query.queries.map(readStored) };
    case "clarification":
      return {
        ...query,
        options: query.options.map((choice) => ({ ...choice, query: readStored(choice.query) })),
      };
    case "refusal":
      return {
        ...query,
        offers: query.offers.map((choice) => ({ ...choice, query: readStored(choice.query) })),
      };
    default:
      return query;
  }
}

const taskSet = (set: TaskSet, measure: Measure, asks: TaskAsk[] = []): Query => ({
  kind: "taskSet",
  set,
  measure,
  asks,
});

function setOf(filter: StoredFilter): TaskSet {
  const parts = partsOf(filter);
  return filter.ids && !filter.topic
    ? filterOf({ op: "ids", ids: filter.ids, said: "vừa nêu" }, parts)
    : filterOf({ op: "all" }, parts);
}

function partsOf(filter: StoredFilter): TaskPredicate[] {
  const { agencyId, role, directness, partOfYear } = filter;
  const parts: TaskPredicate[] = [];
  if (agencyId)
    parts.push({
      by: "agency",
      agencyId,
      ...(role ? { role } : {}),
      ...(directness ? { named: directness === "named" } : {}),
      ...(filter.department ? { department: true as const } : {}),
    });
  else if (directness)
    parts.push(directness === "collective" ? { by: "collective" } : { by: "not", of: { by: "collective" } });
  const otherRole = filter.withRole ?? role;
  if (filter.withAgencyId)
    parts.push({
      by: "agency",
      agencyId: filter.withAgencyId,
      ...(otherRole ? { role: otherRole } : {}),
      named: true,
    });
  if (filter.groupIds) parts.push({ by: "group", groupIds: filter.groupIds });
  if (filter.period) parts.push({ by: "period", period: filter.period });
  const years = { ends: filter.dueYear, covers: filter.activeYear, begins: filter.startYear };
  for (const [is, year] of Object.entries(years) as [keyof typeof years, number | undefined][])
    if (year !== undefined) parts.push({ by: "year", is, year, ...(partOfYear ? { partOfYear } : {}) });
  if (filter.beyondYear !== undefined) parts.push({ by: "endsAfter", year: filter.beyondYear });
  if (filter.ended !== undefined)
    parts.push(filter.ended ? { by: "ended" } : { by: "not", of: { by: "ended" } });
  if (filter.recurrence) parts.push({ by: "recurrence", is: filter.recurrence });
  if (filter.minLeads !== undefined) parts.push({ by: "leads", atLeast: filter.minLeads });
  if (filter.missing) parts.push({ by: "missing", role: filter.missing });
  if (filter.ids && filter.topic)
    parts.push({ by: "words", ids: filter.ids, words: between(filter.topic, "“", "”") });
  return parts;
}

/** What stands between the first opening and the last closing mark; the whole where they don't stand. */
function between(text: string, open: string, close: string): string {
  const [from, to] = [text.indexOf(open), text.lastIndexOf(close)];
  return from >= 0 && to > from ? text.slice(from + open.length, to) : text;
}
