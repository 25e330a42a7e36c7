/** Tasks by record query: complete by construction, never by similarity. */

import { vietnamDay, yearEnd } from "../knowledge/calendar.ts";
import type { Records } from "../knowledge/knowledge-base.ts";
import type { Task } from "../knowledge/records.ts";
import { fold } from "../knowledge/vietnamese/normalize.ts";
import { agencyById } from "./agency-names.ts";
import type { TaskFilter } from "./query.ts";
import type { ReplyTask } from "./reply.ts";
import { type Relation, relationsOf } from "./task-relations.ts";

export interface SelectedTask {
  task: Task;
  relation: Relation;
}

const namedLeads = (task: Task) => task.leads.filter((party) => party.kind === "agency").length;
const hasNamedLead = (task: Task) => task.leads.some((party) => party.kind === "agency");

function matchesRecord(task: Task, filter: TaskFilter, today: string): boolean {
  if (filter.ids && !filter.ids.includes(task.id)) return false;
  if (filter.groupIds && !filter.groupIds.includes(task.groupId)) return false;
  if (filter.minLeads !== undefined && namedLeads(task) < filter.minLeads) return false;
  if (filter.period && task.period !== filter.period) return false;
  if (filter.dueYear !== undefined && task.endYear !== filter.dueYear) return false;
  if (filter.startYear !== undefined && task.startYear !== filter.startYear) return false;
  if (filter.activeYear !== undefined && task.recurrence === "none") {
    if (filter.activeYear < task.startYear! || filter.activeYear > task.endYear!) return false;
  }
  if (filter.beyondYear !== undefined && task.recurrence === "none" && task.endYear! <= filter.beyondYear)
    return false;
  if (filter.missing === "lead" && task.leads.length > 0) return false;
  if (filter.missing === "coordinating" && task.coordinating.length > 0) return false;
  if (filter.ended !== undefined) {
    const ended = task.endYear !== null && yearEnd(task.endYear) < today;
    if (ended !== filter.ended) return false;
  }
  if (filter.recurrence === "recurring" && task.recurrence === "none") return false;
  if (filter.recurrence === "yearly" && task.recurrence !== "yearly") return false;
  if (filter.recurrence === "ongoing" && task.recurrence !== "ongoing") return false;
  return true;
}

const isNamed = (relation: Relation, role: Relation["role"] | undefined) =>
  relation.directness === "named" && (!role || relation.role === role);

/** Tasks that fit, each once, in printed order, with the relation that made it fit. Without an agency the relation
 *  tells whether the row names its lead. */
export function findTasks(
  records: Pick<Records, "tasks" | "agencies">,
  filter: TaskFilter,
  now: Date,
): SelectedTask[] {
  const today = vietnamDay(now);
  const agency = filter.agencyId ? agencyById(records, filter.agencyId) : undefined;
  const other = filter.withAgencyId ? agencyById(records, filter.withAgencyId) : undefined;
  const selected: SelectedTask[] = [];
  for (const task of records.tasks) {
    if (!matchesRecord(task, filter, today)) continue;
    if (other && !relationsOf(task, other).some((row) => isNamed(row, filter.withRole ?? filter.role)))
      continue;
    const relations: Relation[] = agency
      ? relationsOf(task, agency)
      : [{ role: "lead", directness: hasNamedLead(task) ? "named" : "collective", conditional: false }];
    const relation = relations.find(
      (row) =>
        // "sở, ngành liên quan" as coordinating names nobody: it is said beside the list, not counted in it.
        !(row.conditional && row.role === "coordinating") &&
        (!filter.role || !agency || row.role === filter.role) &&
        (!filter.directness || row.directness === filter.directness),
    );
    if (relation) selected.push({ task, relation });
  }
  return selected;
}

/** Tasks whose coordinating bodies are an unnamed subset ("sở, ngành liên quan") that the agency may be part of. */
export function unnamedCoordinating(
  records: Pick<Records, "tasks" | "agencies">,
  filter: TaskFilter,
  now: Date,
): Task[] {
  const agency = filter.agencyId ? agencyById(records, filter.agencyId) : undefined;
  if (!agency || filter.role === "lead" || filter.directness === "named") return [];
  const today = vietnamDay(now);
  return records.tasks.filter(
    (task) =>
      matchesRecord(task, filter, today) &&
      relationsOf(task, agency).every((row) => row.role === "coordinating" && row.conditional) &&
      relationsOf(task, agency).length > 0,
  );
}

export function toReplyTask({ task, relation }: SelectedTask): ReplyTask {
  return {
    id: task.id,
    label: task.label,
    group: task.groupName,
    title: task.title,
    lead: task.leads.map((party) => party.printed),
    coordinating: task.coordinating.map((party) => party.printed),
    period: task.period,
    dueEnd: task.endYear === null ? null : yearEnd(task.endYear),
    recurrence: task.recurrence,
    role: relation.role,
    directness: relation.directness,
  };
}

/** The filters of GET /api/tasks. */
export interface TaskSelection {
  agencyId?: string;
  role?: "lead" | "coordinating";
  directness?: "named" | "collective";
  year?: number;
  period?: string;
  groupId?: string;
  recurrence?: "none" | "yearly" | "ongoing";
  /** Words that the title must hold, diacritics optional. */
  text?: string;
}

/** `year`: the printed period covers it, or the task recurs. */
export function selectTasks(
  records: Pick<Records, "tasks" | "agencies">,
  selection: TaskSelection,
): ReplyTask[] {
  const { year, groupId, recurrence, text, ...rest } = selection;
  const filter: TaskFilter = { ...rest };
  if (year !== undefined) filter.activeYear = year;
  if (groupId !== undefined) filter.groupIds = [groupId];
  const wanted = text === undefined ? undefined : fold(text);
  return findTasks(records, filter, new Date(0))
    .filter(({ task }) => recurrence === undefined || task.recurrence === recurrence)
    .filter(({ task }) => wanted === undefined || fold(task.title).includes(wanted))
    .map(toReplyTask);
}
