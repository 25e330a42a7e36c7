/** The rows of a table of tasks by what they are. */
import type { PrintedTask } from "./printed-plan.ts";
import type { PrintedRow } from "./printed-table.ts";

export interface TaskRow
  extends Pick<PrintedTask, "title" | "lead" | "coordinating" | "period" | "product" | "note" | "more"> {
  /** "9", "1.2"; "" where none is printed. */
  number: string;
  /** Those that it is printed in. */
  rows: PrintedRow[];
}

export interface GroupRow {
  /** "II", "A", "1"; "" where none is printed. */
  numeral: string;
  name: string;
  /** Numerals of the groups around it, outermost first. */
  path: string[];
  row: PrintedRow | null;
  tasks: TaskRow[];
}

export interface TaskTable {
  groups: GroupRow[];
  /** Rows that are no task: totals. */
  others: PrintedRow[];
}
