/** One algebra over the rows of a plan: what a question includes, excludes, combines, picks and counts. Expressions are
 *  plain data, kept with the conversation, so that a follow-up is an expression over the set before it. */

import { vietnamDay } from "../../knowledge/calendar.ts";
import { KnowledgeError } from "../../knowledge/errors.ts";
import type { Records } from "../../knowledge/knowledge-base.ts";
import type { Agency, Task } from "../../knowledge/records.ts";
import { agencyById } from "../agency-names.ts";
import { type Role, relationOf } from "./relations.ts";

export type { Role } from "./relations.ts";

/** What one row is or is not, by its own cells. */
export type TaskPredicate =
  /** The row concerns the agency; `named`: by its name (true) or only as one of "các sở, ban, ngành" (false); either when
   *  undefined. `department`: a department of the district was named, to which the plan gives nothing of its own. */
  | { by: "agency"; agencyId: string; role?: Role; named?: boolean; department?: true }
  | { by: "group"; groupIds: string[] }
  /** The printed period ends, begins, or runs in the year; a recurring task runs in every year and ends in none.
   *  `partOfYear`: a quarter or month of it was asked for; the plan prints years only. */
  | { by: "year"; is: "ends" | "begins" | "covers"; year: number; partOfYear?: true }
  /** The printed period ends before the year, or in no year before the end of it. */
  | { by: "endsBy"; year: number }
  | { by: "endsAfter"; year: number }
  /** As printed: "2023-2024". */
  | { by: "period"; period: string }
  | { by: "recurrence"; is: "yearly" | "ongoing" | "recurring" }
  /** The lead cell names everybody ("các sở, ban, ngành, địa phương") and no agency. */
  | { by: "collective" }
  | { by: "leads"; atLeast: number }
  | { by: "missing"; role: Role }
  /** One agency leads it by name, and nobody beside it. */
  | { by: "sole" }
  /** An agency is printed as leading it and as coordinating it too. */
  | { by: "twice" }
  /** A printed span ends in these days, ISO, both included; `said`: "quý 2/2026". */
  | { by: "days"; from: string; to: string; said: string }
  /** The printed period has ended before today. */
  | { by: "ended" }
  /** Rows found by their words; `words` as the asker said them. */
  | { by: "words"; ids: string[]; words: string }
  | { by: "not"; of: TaskPredicate }
  | { by: "and" | "or"; of: TaskPredicate[] };

export type TaskSet =
  | { op: "all" }
  /** The rows of an earlier answer, in its order; `said` is how they are spoken of. */
  | { op: "ids"; ids: string[]; said: string }
  | { op: "filter"; of: TaskSet; where: TaskPredicate }
  | { op: "without"; of: TaskSet; minus: TaskSet }
  | { op: "union" | "intersection"; of: TaskSet[] }
  /** Places from 1; from the end below 0: the last is -1. */
  | { op: "pick"; of: TaskSet; places: number[] }
  | { op: "best"; of: TaskSet; by: "end" | "duration" | "coordinating"; most: boolean }
  /** By the printed end, the earliest first; `last`: the latest first. Rows that print none come behind. */
  | { op: "sorted"; of: TaskSet; last?: true };

type Rows = Pick<Records, "tasks" | "agencies">;

/** Does the row satisfy the predicate on the day of `now` in Vietnam? Throws KnowledgeError "unknown_agency". */
export function matches(task: Task, where: TaskPredicate, records: Rows, now: Date): boolean {
  switch (where.by) {
    case "agency":
      return relationOf(task, agencyOf(records, where.agencyId), where) !== undefined;
    case "group":
      return where.groupIds.includes(task.groupId);
    case "year":
      if (where.is === "ends") return task.endYear === where.year;
      if (where.is === "begins") return task.startYear === where.year;
      return runsIn(task, where.year);
    case "endsBy":
      return task.endYear !== null && task.endYear <= where.year;
    case "endsAfter":
      return isEndless(task) || (task.endYear !== null && task.endYear > where.year);
    case "period":
      return task.period === where.period;
    case "recurrence":
      return where.is === "recurring" ? task.recurrence !== "none" : task.recurrence === where.is;
    case "collective":
      return isCollective(task);
    case "leads":
      return namedLeads(task).length >= where.atLeast;
    case "missing":
      return (where.role === "lead" ? task.leads : task.coordinating).length === 0;
    case "sole":
      return task.leads.length === 1 && namedLeads(task).length === 1;
    case "twice":
      return namedLeads(task).some((id) => namedCoordinating(task).has(id));
    case "days":
      return task.due.spans.some(({ until }) => until !== null && where.from <= until && until <= where.to);
    case "ended":
      return task.due.until !== null && task.due.until < vietnamDay(now);
    case "words":
      return where.ids.includes(task.id);
    case "not":
      return !matches(task, where.of, records, now);
    case "and":
      return where.of.every((part) => matches(task, part, records, now));
    case "or":
      return where.of.some((part) => matches(task, part, records, now));
  }
}

/** No row prints a quarter, a month or a day. */
export const printsYearsOnly = (tasks: readonly Task[]): boolean =>
  tasks.every(({ due }) => due.spans.every(({ unit }) => unit === "year"));

/** It recurs, or begins and is not printed to end. */
const isEndless = (task: Task): boolean =>
  task.endYear === null && (task.recurrence !== "none" || task.due.isOpen);

/** In a year of its printed spans, or after the beginning of what has no end. */
function runsIn(task: Task, year: number): boolean {
  if (isEndless(task)) return task.startYear === null || task.startYear <= year;
  return task.endYear !== null && (task.startYear ?? task.endYear) <= year && year <= task.endYear;
}

export const namedLeads = (task: Task): string[] =>
  task.leads.flatMap((party) => (party.kind === "agency" ? [party.agencyId ?? party.printed] : []));
export const namedCoordinating = (task: Task): Set<string> =>
  new Set(
    task.coordinating.flatMap((party) => (party.kind === "agency" ? [party.agencyId ?? party.printed] : [])),
  );
export const isCollective = (task: Task): boolean =>
  namedLeads(task).length === 0 && task.leads.some((party) => party.kind !== "other");

function agencyOf(records: Rows, id: string): Agency {
  try {
    return agencyById(records, id);
  } catch (cause) {
    throw new KnowledgeError("unknown_agency", `Không có cơ quan mang mã ${id}.`, { cause });
  }
}

/** The rows of a set, each once: in printed order, but a set of ids in its own, a sorted one by its end. Ids that are gone are left out. */
export function rowsOf(set: TaskSet, records: Rows, now: Date): Task[] {
  switch (set.op) {
    case "all":
      return [...records.tasks];
    case "ids":
      return [...new Set(set.ids)].flatMap((id) => records.tasks.filter((task) => task.id === id));
    case "filter":
      return rowsOf(set.of, records, now).filter((task) => matches(task, set.where, records, now));
    case "without": {
      const minus = new Set(rowsOf(set.minus, records, now));
      return rowsOf(set.of, records, now).filter((task) => !minus.has(task));
    }
    case "union": {
      const members = new Set(set.of.flatMap((part) => rowsOf(part, records, now)));
      return records.tasks.filter((task) => members.has(task));
    }
    case "intersection": {
      const [first, ...others] = set.of.map((part) => rowsOf(part, records, now));
      return (first ?? []).filter((task) => others.every((rows) => rows.includes(task)));
    }
    case "pick": {
      const rows = rowsOf(set.of, records, now);
      const at = set.places.map((place) => rows.at(place > 0 ? place - 1 : place));
      return [...new Set(at)].filter((task) => task !== undefined);
    }
    case "best":
      return bestOf(rowsOf(set.of, records, now), set.by, set.most);
    case "sorted":
      return rowsOf(set.of, records, now).sort(byEnd(set.last ? -1 : 1));
  }
}

const byEnd = (sign: 1 | -1) => (a: Task, b: Task) =>
  a.due.until === null || b.due.until === null
    ? Number(a.due.until === null) - Number(b.due.until === null)
    : sign * a.due.until.localeCompare(b.due.until);

type Worth = (task: Task, most: boolean) => number | null;
const WORTH: Record<Extract<TaskSet, { op: "best" }>["by"], Worth> = {
  // Of a plan that prints years alone this is the order of its years.
  end: (task) => (task.due.until === null ? null : Number(task.due.until.replaceAll("-", ""))),
  duration: (task) =>
    task.endYear === null || task.startYear === null ? null : task.endYear - task.startYear + 1,
  // Nobody knows how many "các sở, ban, ngành" are: such a row isn't among those with the fewest.
  coordinating: (task, most) =>
    !most && task.coordinating.some((party) => party.kind !== "agency") ? null : namedCoordinating(task).size,
};

/** All that share the first place; rows without a year have none unless no row has one. */
function bestOf(rows: readonly Task[], by: keyof typeof WORTH, most: boolean): Task[] {
  const rated = rows.flatMap((task) => {
    const worth = WORTH[by](task, most);
    return worth === null ? [] : [{ task, worth }];
  });
  if (rated.length === 0) return [...rows];
  const best = rated.reduce(
    (found, { worth }) => (most ? Math.max(found, worth) : Math.min(found, worth)),
    rated[0]!.worth,
  );
  return rated.filter(({ worth }) => worth === best).map(({ task }) => task);
}

export type TableBy = "group" | "endYear" | "period" | "lead" | "coordinating" | "recurrence";

export interface TableRow {
  /** Id of the group or agency; the year or period as printed; "" for rows that have none. */
  key: string;
  ids: string[];
}

/** Every row of the set under its key, several keys where several agencies are printed; in order of first appearance.
 *  Rows of nobody by name come under "". */
export function tableOf(tasks: readonly Task[], by: TableBy): TableRow[] {
  const table = new Map<string, string[]>();
  for (const task of tasks) {
    for (const key of new Set(keysOf(task, by))) {
      const ids = table.get(key) ?? [];
      table.set(key, ids);
      ids.push(task.id);
    }
  }
  return [...table].map(([key, ids]) => ({ key, ids }));
}

function keysOf(task: Task, by: TableBy): string[] {
  const orNone = (keys: string[]) => (keys.length > 0 ? keys : [""]);
  switch (by) {
    case "group":
      return [task.groupId];
    case "endYear":
      return [task.endYear === null ? "" : String(task.endYear)];
    case "period":
      return [task.period];
    case "recurrence":
      return [task.recurrence];
    case "lead":
      return orNone(namedLeads(task));
    case "coordinating":
      return orNone([...namedCoordinating(task)]);
  }
}
