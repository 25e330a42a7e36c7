/** The rows that the filters of GET /api/tasks select. */
import type { Records } from "../../knowledge/knowledge-base.ts";
import type { Task } from "../../knowledge/records.ts";
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
}

/** In printed order. Without an agency, `directness` tells whether the row names its lead. Throws RangeError for an
 *  agency that nobody knows. */
export function selectTasks(
  records: Pick<Records, "tasks" | "agencies">,
  { agencyId, role, directness, year, period, groupId, recurrence, text }: TaskSelection,
): ReplyTask[] {
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
      (wanted === undefined || fold(task.title).includes(wanted));
    return relation && fits ? [toReplyTask(task, relation)] : [];
  });
}
