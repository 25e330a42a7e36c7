/** What of a selection of rows has a day to be noted, and what has none: for the calendar file and for the answers that
 *  tell what is in it. */
import type { Records } from "../../knowledge/knowledge-base.ts";
import type { Duty, Task } from "../../knowledge/records.ts";
import type { ReplyTask } from "../reply.ts";
import { type Milestone, milestonesOfDuty, milestonesOfTask } from "./milestones.ts";
import { selectDuties, selectTasks, type TaskSelection } from "./selection.ts";

/** So many days before each one the file tells of it. */
export const ALARM_DAYS = [30, 7, 3, 1] as const;

export type Deadline = Milestone &
  (
    | { of: "task"; task: Task /** As selected: in which role. */; row: ReplyTask }
    | { of: "duty"; duty: Duty }
  );

export interface DeadlineCalendar {
  /** Today or later, by day; of one day in printed order. */
  coming: Deadline[];
  /** Before today, in the same order. */
  over: Deadline[];
  /** Tasks of which all printed ends are over. */
  overTasks: Task[];
  /** Tasks whose print names no end. */
  undated: Task[];
}

/** `today` is an ISO day. Throws RangeError for an agency that nobody knows. */
export function deadlineCalendar(
  records: Pick<Records, "tasks" | "duties" | "agencies">,
  selection: TaskSelection,
  today: string,
): DeadlineCalendar {
  const rows = selectTasks(records, selection).map((row) => {
    const task = records.tasks.find(({ id, documentId }) => id === row.id && documentId === row.document)!;
    const deadlines = milestonesOfTask(task, today).map(
      (milestone): Deadline => ({ ...milestone, of: "task", task, row }),
    );
    return { task, deadlines };
  });
  const ofDuties = selectDuties(records, selection).flatMap((duty) =>
    milestonesOfDuty(duty, today)
      .filter((milestone) => fits(milestone, selection))
      .map((milestone): Deadline => ({ ...milestone, of: "duty", duty })),
  );
  const all = [...rows.flatMap(({ deadlines }) => deadlines), ...ofDuties];
  return {
    coming: inOrder(all.filter(({ isOver }) => !isOver)),
    over: inOrder(all.filter(({ isOver }) => isOver)),
    overTasks: rows
      .filter(({ deadlines }) => deadlines.length > 0 && deadlines.every(({ isOver }) => isOver))
      .map(({ task }) => task),
    undated: rows.filter(({ deadlines }) => deadlines.length === 0).map(({ task }) => task),
  };
}

/** Days of a duty, as the filters take tasks. */
function fits({ day, every }: Milestone, { year, recurrence }: TaskSelection): boolean {
  const rhythm = every === null ? "none" : every.period === "year" ? "yearly" : "periodic";
  return (
    (recurrence === undefined || recurrence === rhythm) &&
    (year === undefined || every !== null || day.startsWith(`${year}-`))
  );
}

const inOrder = (rows: readonly Deadline[]): Deadline[] =>
  [...rows].sort((a, b) => a.day.localeCompare(b.day));
