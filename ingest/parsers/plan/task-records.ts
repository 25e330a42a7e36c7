/** The tables of tasks of a plan as groups and tasks with their labels, quotes and places. */
import { oneLine } from "./assignment.ts";
import type { Columns, Meaning } from "./columns.ts";
import { columnsOf, isTaskHeading } from "./columns.ts";
import { parseDue } from "./deadline.ts";
import type { PlanNote, PrintedGroup, PrintedTask } from "./printed-plan.ts";
import type { PrintedRow, PrintedTable } from "./printed-table.ts";
import type { GroupRow, TaskRow } from "./task-rows.ts";
import { readTaskTable } from "./task-table.ts";

/** A table that was found to be one of tasks. */
export interface FoundTable {
  table: PrintedTable;
  columns: Columns;
  groups: GroupRow[];
  others: PrintedRow[];
  /** For people: "Phụ lục II". */
  where: string;
  title: string;
}

export function taskTableOf(table: PrintedTable): Pick<FoundTable, "columns" | "groups" | "others"> | null {
  const columns = columnsOf(table.rows);
  if (!columns || !isTaskHeading(columns.meanings)) return null;
  const read = readTaskTable(table.rows, columns);
  return read && { columns, ...read };
}

interface TaskRecords {
  groups: PrintedGroup[];
  tasks: PrintedTask[];
  notes: PlanNote[];
}

/** `titleYear`: see parseDue. */
export function taskRecords(found: readonly FoundTable[], titleYear: number | null): TaskRecords {
  const groups: PrintedGroup[] = [];
  const tasks: PrintedTask[] = [];
  const notes: PlanNote[] = [];
  const taken = new Set<string>();
  for (const { table, columns, groups: rows, where, title } of found) {
    if (table.fault) notes.push({ kind: "cells", ...table.fault });
    const runsThrough = isNumberedThrough(rows);
    let before = 0;
    for (const row of rows) {
      const group = groupOf(row, groups, where, title);
      groups.push(group);
      if (!runsThrough) before = 0;
      for (const [i, task] of row.tasks.entries()) {
        const printed = taskOf(task, { group, runsThrough, position: i + 1, where, taken });
        notes.push(...doubtsOf(task, printed, before, columns, titleYear));
        before = /^\d+$/.test(task.number) ? Number(task.number) : before;
        tasks.push(printed);
      }
    }
  }
  labelTasks(groups, tasks);
  return { groups, tasks, notes };
}

/** The numbers go on from group to group. */
function isNumberedThrough(groups: readonly GroupRow[]): boolean {
  if (groups.length < 2) return false;
  const numbers = groups.flatMap(({ tasks }) => tasks.map(({ number }) => number));
  const printed = numbers.filter((number) => /^\d+$/.test(number)).map(Number);
  return printed.length > 1 && printed.every((number, i) => i === 0 || number > printed[i - 1]!);
}

const LETTERS = "bcdefghijklmnopqrstuvwxyz";

function groupOf(row: GroupRow, before: readonly PrintedGroup[], where: string, title: string): PrintedGroup {
  const outer = row.path.filter((numeral) => numeral !== "");
  const numeral = [...outer.filter((own) => !row.numeral.startsWith(own)), row.numeral]
    .filter(Boolean)
    .join(".");
  const name = row.name || title || where;
  const stem = numeral || "0";
  const repeats = before.filter(
    ({ id }) => id === stem || (id.startsWith(stem) && /^[b-z]\d*$/.test(id.slice(stem.length))),
  ).length;
  const suffix = repeats === 0 ? "" : (LETTERS[repeats - 1] ?? `z${repeats}`);
  const named = numeral === "" ? `nhóm ${name}` : `nhóm ${numeral} (${name})`;
  return {
    id: `${stem}${suffix}`,
    numeral,
    name,
    locator: [where, row.row === null ? null : named, placeOf(row.row)].filter(Boolean).join(", "),
    lines: linesOf(row.row, 1),
    quote: row.row === null ? name : groupQuote(row.row, row.name),
  };
}

function groupQuote(row: PrintedRow, name: string): string {
  const words = [...new Set(row.cells.filter((cell) => cell !== "").map(oneLine))];
  return words.length > 0 ? words.join(" | ") : name;
}

/** Printed lines of text are in the locator's own field. */
const placeOf = (row: PrintedRow | null): string | null => (row === null || row.lines ? null : row.place);

/** To the cell `last`, of a text document. */
function linesOf(row: PrintedRow | null, last: number): [number, number] | undefined {
  if (!row?.ranges) return undefined;
  return [row.ranges[0]![0], (row.ranges[last] ?? row.ranges.at(-1)!)[1]];
}

interface Around {
  group: PrintedGroup;
  runsThrough: boolean;
  position: number;
  where: string;
  taken: Set<string>;
}

function taskOf(task: TaskRow, { group, runsThrough, position, where, taken }: Around): PrintedTask {
  const printed = task.number || String(position);
  const isInner = group.numeral !== "" && printed.startsWith(`${group.numeral}.`);
  const isAlone = runsThrough || group.numeral === "" || isInner;
  const label = isAlone ? printed : `${group.numeral}.${printed}`;
  const suffix = group.id.slice((group.numeral || "0").length);
  const stem = isAlone ? `${printed}${suffix}` : `${group.id}.${printed}`;
  let id = stem;
  for (let n = 2; taken.has(id); n++) id = `${stem}-${n}`;
  taken.add(id);
  const [first] = task.rows;
  const inGroup =
    group.numeral === ""
      ? group.name === where
        ? null
        : `nhóm ${group.name}`
      : `nhóm ${group.numeral} (${group.name})`;
  return {
    id,
    label,
    groupId: group.id,
    groupNumeral: group.numeral,
    groupName: group.name,
    number: Number(/\d{1,4}$/.exec(printed)?.[0] ?? position) || position,
    title: task.title,
    lead: task.lead,
    coordinating: task.coordinating,
    period: task.period,
    product: oneLine(task.product),
    note: oneLine(task.note),
    more: task.more.map(({ name, text }) => ({ name, text: oneLine(text) })),
    locator: [where, inGroup, `nhiệm vụ ${printed}`, placeOf(first!)].filter(Boolean).join(", "),
    lines: taskLines(task),
    quote: quoteOf(task),
  };
}

/** From the first cell to the last that is filled. */
function taskLines({ rows }: TaskRow): [number, number] | undefined {
  const first = linesOf(rows[0]!, 0);
  const last = rows.at(-1)!;
  if (!first || !last.ranges) return undefined;
  return [first[0], last.ranges[lastFilled(last)]![1]];
}

const lastFilled = ({ cells }: PrintedRow): number =>
  Math.max(
    0,
    cells.findLastIndex((cell) => cell !== ""),
  );

/** The cells as they stand, without empty ones at the end. */
function quoteOf({ rows }: TaskRow): string {
  return rows
    .map((row) => {
      const cells = row.cells.slice(0, lastFilled(row) + 1).map(oneLine);
      return cells.join(" | ").replace(/ {2,}/g, " ").trim();
    })
    .join("\n");
}

function cellPlace(row: PrintedRow, { meanings }: Columns, meaning: Meaning): string | null {
  const index = meanings.indexOf(meaning);
  if (index < 0) return null;
  const range = row.ranges?.[index];
  return range ? `dòng ${range[0]}` : row.place;
}

function doubtsOf(
  task: TaskRow,
  { period, title }: PrintedTask,
  before: number,
  columns: Columns,
  titleYear: number | null,
): PlanNote[] {
  const [row] = task.rows;
  const place = cellPlace(row!, columns, "number") ?? row!.place;
  const notes: PlanNote[] = [];
  const number = /^\d+$/.test(task.number) ? Number(task.number) : null;
  if (number !== null && before > 0 && number !== before + 1 && number !== before)
    notes.push({ kind: "number", place, text: `số thứ tự phải là ${before + 1} nhưng đọc được “${number}”` });
  if (title === "") notes.push({ kind: "title", place, text: "hàng không có tên nhiệm vụ" });
  if (!parseDue(period, titleYear).isRead)
    notes.push({
      kind: "due",
      place: cellPlace(row!, columns, "due") ?? place,
      text: `không hiểu thời gian “${period}”`,
    });
  return notes;
}

/** A label that two groups share is shown with its group's name. */
function labelTasks(groups: readonly PrintedGroup[], tasks: PrintedTask[]): void {
  const counts = new Map<string, Set<string>>();
  for (const { label, groupId } of tasks) counts.set(label, (counts.get(label) ?? new Set()).add(groupId));
  const shared = new Set(
    groups
      .filter(({ numeral, id }) => groups.some((other) => other.id !== id && other.numeral === numeral))
      .filter(({ id }) => tasks.some(({ groupId, label }) => groupId === id && counts.get(label)!.size > 1))
      .map(({ id }) => id),
  );
  for (const task of tasks) if (shared.has(task.groupId)) task.label = `${task.label} (${task.groupName})`;
}
