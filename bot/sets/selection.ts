/** The rows that filters select, for GET /api/tasks, the calendar of deadlines and the answers that link to them. */
import type { Records } from "../../knowledge/knowledge-base.ts";
import type { Duty, Task } from "../../knowledge/records.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { agencyById } from "../agency-names.ts";
import type { ReplyTask } from "../reply.ts";
import { ownRelation, type Role, relationOf, toReplyTask } from "./relations.ts";
import { matches } from "./task-set.ts";

export interface TaskSelection {
  agencyId?: string;
  role?: Role;
  directness?: "named" | "collective";
  /** The printed period covers it, or the task recurs. */
  year?: number;
  period?: string;
  groupId?: string;
  recurrence?: Task["recurrence"];
  /** Words that the title must hold, diacritics optional. */
  text?: string;
  /** Of tasks and of duties. */
  ids?: readonly string[];
  /** Of a plan. */
  documentId?: string;
}

/** In printed order. Without an agency, `directness` tells whether the row names its lead. Throws RangeError for an
 *  agency that nobody knows. */
export function selectTasks(
  records: Pick<Records, "tasks" | "agencies">,
  selection: TaskSelection,
): ReplyTask[] {
  const { agencyId, role, directness, year, period, groupId, recurrence, text, ids, documentId } = selection;
  const agency = agencyId === undefined ? undefined : agencyById(records, agencyId);
  const named = directness && directness === "named";
  const wanted = text === undefined ? undefined : fold(text);
  return records.tasks.flatMap((task) => {
    const own = ownRelation(task);
    const relation = agency
      ? relationOf(task, agency, { ...(role ? { role } : {}), ...(named === undefined ? {} : { named }) })
      : directness === undefined || own.directness === directness
        ? own
        : undefined;
    const fits =
      (year === undefined || matches(task, { by: "year", is: "covers", year }, records, new Date(0))) &&
      (period === undefined || task.period === period) &&
      (groupId === undefined || task.groupId === groupId) &&
      (recurrence === undefined || task.recurrence === recurrence) &&
      (wanted === undefined || fold(task.title).includes(wanted)) &&
      (ids === undefined || ids.includes(task.id)) &&
      (documentId === undefined || task.documentId === documentId);
    return relation && fits ? [toReplyTask(task, relation)] : [];
  });
}

/** In printed order. A duty is carried out by whom it binds, so that none is coordinated; none has a printed period or a
 *  group. `year` and `recurrence` are of its days, and left to whoever knows them. */
export function selectDuties(
  records: Pick<Records, "duties" | "agencies">,
  { agencyId, role, directness, period, groupId, text, ids, documentId }: TaskSelection,
): Duty[] {
  if (role === "coordinating" || period !== undefined || groupId !== undefined) return [];
  const agency = agencyId === undefined ? undefined : agencyById(records, agencyId);
  const wanted = text === undefined ? undefined : fold(text);
  return records.duties.filter((duty) => {
    const named = agency ? duty.agencyIds.includes(agency.id) : duty.agencyIds.length > 0;
    const given = duty.collective && (!agency || agency.collective !== null);
    const binds =
      directness === undefined ? !agency || named || given : directness === "named" ? named : given;
    return (
      binds &&
      (wanted === undefined || fold(duty.text).includes(wanted)) &&
      (ids === undefined || ids.includes(duty.id)) &&
      (documentId === undefined || duty.documentId === documentId)
    );
  });
}
