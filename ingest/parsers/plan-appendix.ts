/** The appendix: a table of six cells a row, each cell closed by a line that holds only "|". */
import { DocumentError } from "../../knowledge/errors.ts";
import type { LineRange, Party, Task, TaskGroup } from "../../knowledge/records.ts";
import type { PartyTable } from "./parties.ts";
import type { TextLines } from "./text-lines.ts";

const COLUMNS = ["STT", "Nội dung", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành", "Ghi chú"];
const ROMAN = /^(?:IX|IV|V?I{0,3}|X)$/;
const YEARS = /^(\d{4})(?:\s*-\s*(\d{4}))?$/;
const YEARLY = new Set(["Hàng năm", "Hằng năm"]);
const ONGOING = "Thường xuyên";

interface Cell {
  text: string;
  lines: LineRange;
}

export interface Appendix {
  groups: TaskGroup[];
  tasks: Task[];
}

/** `start` is the line of the table's first cell. Throws DocumentError naming the line. */
export function parseAppendix(text: TextLines, start: number, parties: PartyTable): Appendix {
  const rows = readRows(text, start);
  const header = rows.shift();
  if (!header || COLUMNS.some((column, i) => header[i]!.text !== column)) {
    throw new DocumentError(text.file, `dòng ${start}`, `tiêu đề bảng phải là: ${COLUMNS.join(" | ")}`);
  }
  const groups: TaskGroup[] = [];
  const tasks: Task[] = [];
  for (const row of rows) {
    const [first, name] = row as [Cell, Cell];
    if (ROMAN.test(first.text) && first.text !== "" && row.slice(2).every((cell) => cell.text === "")) {
      groups.push(groupOf(first, name, groups, text));
      continue;
    }
    const group = groups.at(-1);
    if (!group) throw new DocumentError(text.file, placeOf(first), "nhiệm vụ đứng trước mọi nhóm");
    const task = taskOf(row, group, text, parties);
    group.taskIds.push(task.id);
    tasks.push(task);
  }
  for (const group of groups) {
    if (group.taskIds.length === 0)
      throw new DocumentError(
        text.file,
        `dòng ${group.evidence.lines![0]}`,
        `nhóm ${group.name} không có nhiệm vụ nào`,
      );
  }
  labelTasks(groups, tasks);
  return { groups, tasks };
}

const placeOf = (cell: Cell) => `dòng ${cell.lines[0]}`;

function readRows(text: TextLines, start: number): Cell[][] {
  const cells: Cell[] = [];
  let from = start;
  for (let number = start; number <= text.count; number++) {
    if (text.line(number) !== "|") continue;
    cells.push({ text: text.join([from, number - 1]), lines: [Math.min(from, number), number] });
    from = number + 1;
  }
  if (from <= text.count && text.join([from, text.count]) !== "") {
    cells.push({ text: text.join([from, text.count]), lines: [from, text.count] });
  }
  if (cells.length % COLUMNS.length !== 0) {
    const broken = firstBrokenRow(cells);
    throw new DocumentError(
      text.file,
      broken ? placeOf(broken) : null,
      `bảng phải có ${COLUMNS.length} ô mỗi dòng`,
    );
  }
  const rows: Cell[][] = [];
  for (let i = 0; i < cells.length; i += COLUMNS.length) rows.push(cells.slice(i, i + COLUMNS.length));
  return rows;
}

/** The first row whose first cell is neither a number nor a numeral: a cell before it is missing or too many. */
function firstBrokenRow(cells: Cell[]): Cell | undefined {
  for (let i = COLUMNS.length; i < cells.length; i += COLUMNS.length) {
    const { text } = cells[i]!;
    if (!/^\d+$/.test(text) && !(text !== "" && ROMAN.test(text))) return cells[i - 1];
  }
  return cells.at(-1);
}

function groupOf(first: Cell, name: Cell, before: TaskGroup[], text: TextLines): TaskGroup {
  const repeats = before.filter((group) => group.numeral === first.text).length;
  const id = repeats === 0 ? first.text : `${first.text}${"bcdef"[repeats - 1]}`;
  if (name.text === "") throw new DocumentError(text.file, placeOf(first), `nhóm ${first.text} không có tên`);
  const lines: LineRange = [first.lines[0], name.lines[1]];
  const evidence = {
    documentId: text.documentId,
    locator: `Phụ lục, nhóm ${first.text} (${name.text})`,
    lines,
    quote: rowText([first, name]),
  };
  return { id, numeral: first.text, name: name.text, taskIds: [], evidence };
}

/** Cells joined as they stand in the file: the "|" lines stay, one space between lines. */
const rowText = (cells: Cell[]) => cells.map((cell) => cell.text).join(" | ");

function taskOf(row: Cell[], group: TaskGroup, text: TextLines, parties: PartyTable): Task {
  const [number, title, lead, coordinating, period, note] = row as [Cell, Cell, Cell, Cell, Cell, Cell];
  const expected = group.taskIds.length + 1;
  if (Number(number.text) !== expected) {
    throw new DocumentError(
      text.file,
      placeOf(number),
      `số thứ tự phải là ${expected} nhưng đọc được “${number.text}”`,
    );
  }
  for (const [cell, column] of [
    [title, COLUMNS[1]],
    [lead, COLUMNS[2]],
    [period, COLUMNS[4]],
  ] as const) {
    if (cell.text === "") throw new DocumentError(text.file, placeOf(cell), `ô “${column}” để trống`);
  }
  const read = (cell: Cell): Party[] => parties.read(cell.text, text.file, placeOf(cell));
  const lines: LineRange = [number.lines[0], period.lines[1]];
  return {
    id: `${group.id}.${number.text}`,
    documentId: text.documentId,
    label: `${group.numeral}.${number.text}`,
    groupId: group.id,
    groupNumeral: group.numeral,
    groupName: group.name,
    number: Number(number.text),
    title: title.text,
    leadPrinted: lead.text,
    coordinatingPrinted: coordinating.text,
    leads: read(lead),
    coordinating: coordinating.text === "" ? [] : read(coordinating),
    period: period.text,
    ...yearsOf(period, text),
    note: note.text,
    evidence: {
      documentId: text.documentId,
      locator: `Phụ lục, nhóm ${group.numeral} (${group.name}), nhiệm vụ ${number.text}`,
      lines,
      quote: rowText([number, title, lead, coordinating, period]),
    },
  };
}

function yearsOf(cell: Cell, text: TextLines): Pick<Task, "startYear" | "endYear" | "recurrence"> {
  if (YEARLY.has(cell.text)) return { startYear: null, endYear: null, recurrence: "yearly" };
  if (cell.text === ONGOING) return { startYear: null, endYear: null, recurrence: "ongoing" };
  const match = YEARS.exec(cell.text);
  if (!match) throw new DocumentError(text.file, placeOf(cell), `không hiểu thời gian “${cell.text}”`);
  const startYear = Number(match[1]);
  return { startYear, endYear: Number(match[2] ?? match[1]), recurrence: "none" };
}

/** A label that two groups share is shown with its group's name. */
function labelTasks(groups: TaskGroup[], tasks: Task[]): void {
  const shared = new Set(
    groups
      .filter((group) => groups.filter((other) => other.numeral === group.numeral).length > 1)
      .map((group) => group.id),
  );
  for (const task of tasks) if (shared.has(task.groupId)) task.label = `${task.label} (${task.groupName})`;
}
