/** The rows of a table of tasks by what they are. */
import type { PrintedRow } from "./printed-table.ts";

export interface TaskRow {
  /** "9", "1.2"; "" where none is printed. */
  number: string;
  title: string;
  lead: string;
  coordinating: string;
  period: string;
  product: string;
  note: string;
  more: { name: string; text: string }[];
  /** First and last row that it is printed in. */
  rows: PrintedRow[];
}

export interface GroupRow {
  /** "II", "A", "1"; "" where none is printed. */
  numeral: string;
  name: string;
  /** Groups around it, outermost first. */
  path: { numeral: string; name: string }[];
  row: PrintedRow | null;
  tasks: TaskRow[];
}

export interface TaskTable {
  groups: GroupRow[];
  /** Rows that are no task: totals. */
  others: PrintedRow[];
}
