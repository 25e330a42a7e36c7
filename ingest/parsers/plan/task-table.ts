/** The rows of a table of tasks, whatever its layout: groups, tasks with their cells, and what is neither. */
import { withoutTail } from "../../../knowledge/text-scan.ts";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { isWordCut, oneLine, splitAssignment } from "./assignment.ts";
import { type Columns, type Meaning, meaningOf } from "./columns.ts";
import type { PrintedRow } from "./printed-table.ts";
import type { GroupRow, TaskRow, TaskTable } from "./task-rows.ts";

const ROMAN = /^(?=[IVXL])(?:XL|X{0,3})(?:IX|IV|V?I{0,3})$/;
const NUMBER = /^\d{1,4}$/;
const INNER_NUMBER = /^\d{1,3}(?:\.\d{1,3}){1,3}$/;
const LETTER = /^[A-ZĐ]$/;
const TOTAL = /^(?:tong(?: cong| so| kinh phi| hop kinh phi)?|cong)(?:$|[\s:(])/;
const SUB_ITEM = /^[-–+*•]\s?|^[a-zđ]\)\s/u;
const OPENS_TITLE =
  /^((?=[IVXL])(?:XL|X{0,3})(?:IX|IV|V?I{0,3})(?![\p{L}\p{N}])|[A-ZĐ](?=[.)])|\d{1,3}(?:\.\d{1,3}){0,3})\s*(?:[.):/-]\s*|\s(?=\p{Lu}))(?=\S)/u;

/** What a row is made of, by meaning. */
interface Cells {
  printed: PrintedRow;
  number: string;
  title: string;
  of: (meaning: Meaning) => string;
  /** All cells hold the same words: one cell across the table. */
  isSpanned: boolean;
}

/** Null when too little of it says who does what until when: a schedule of meetings, a form. */
export function readTaskTable(rows: readonly PrintedRow[], columns: Columns): TaskTable | null {
  const body = rows.slice(columns.first).filter((row) => !isRepeatedHeading(row, rows, columns));
  const read = body
    .map((row) => cellsOf(row, columns))
    .filter(({ printed }) => printed.cells.some((cell) => cell !== ""));
  if (isSchedule(read)) return null;
  const table: TaskTable = { groups: [], others: [] };
  const path: { kind: GroupKind; numeral: string }[] = [];
  let last: TaskRow | undefined;
  let parent: TaskRow | undefined;
  const groupNow = (): GroupRow => {
    const open = table.groups.at(-1);
    if (open) return open;
    const none: GroupRow = { numeral: "", name: "", path: [], row: null, tasks: [] };
    table.groups.push(none);
    return none;
  };
  for (const [i, cells] of read.entries()) {
    if (isTotal(cells)) {
      table.others.push(cells.printed);
      continue;
    }
    const kind = groupKindOf(cells, read[i + 1], letterBefore(path), last);
    if (kind !== null) {
      const heading = { kind, numeral: cells.number };
      const at = path.findIndex((open) => open.kind === kind);
      path.length = at >= 0 ? at : path.length;
      const outer = path.map(({ numeral }) => numeral);
      path.push(heading);
      table.groups.push({
        numeral: cells.number,
        name: cells.title,
        path: outer,
        row: cells.printed,
        tasks: [],
      });
      last = undefined;
      parent = undefined;
      continue;
    }
    if (last && isSameTask(cells, last)) addTo(last, cells, columns);
    else if (last && isContinued(cells)) addTo(last, cells, columns);
    else {
      const task = taskOf(cells, columns);
      // "- CSDL đất đai" under "5. Xây dựng cơ sở dữ liệu:".
      const isPart = cells.number === "" && SUB_ITEM.test(cells.title) && parent !== undefined;
      if (isPart && parent) {
        task.number = parent.number;
        const isHeading = parent.lead === "" && parent.period === "";
        if (isHeading) task.title = `${parent.title} ${cells.title}`;
        if (isHeading && last === parent) groupNow().tasks.pop();
        else inherit(task, parent);
      } else parent = task;
      groupNow().tasks.push(task);
      last = task;
    }
  }
  // A heading above other headings has no rows of its own.
  table.groups = table.groups.filter(({ tasks }) => tasks.length > 0);
  return table.groups.length > 0 ? table : null;
}

function inherit(task: TaskRow, parent: TaskRow): void {
  for (const key of ["lead", "coordinating", "period"] as const)
    if (task[key] === "") task[key] = parent[key];
}

function cellsOf(printed: PrintedRow, { meanings }: Columns): Cells {
  const of = (meaning: Meaning): string => {
    const index = meanings.indexOf(meaning);
    return index < 0 ? "" : (printed.cells[index] ?? "").trim();
  };
  const filled = printed.cells.filter((cell) => cell !== "");
  const withoutNumber = printed.cells.filter((cell, i) => cell !== "" && meanings[i] !== "number");
  const isSpanned = withoutNumber.length > 1 && new Set(withoutNumber).size === 1;
  let number = bare(of("number"));
  let title = of("title") || (isSpanned ? withoutNumber[0]! : "");
  if (/^[-–+*•]$/.test(of("number"))) {
    number = "";
    title = `- ${title}`;
  }
  if (filled.length === 1) title = filled[0]!;
  if (number === title || filled.length === 1) number = "";
  // "I. Hạ tầng" and "1. Kiểm kê …" in one cell.
  const opened = number === "" ? OPENS_TITLE.exec(title) : null;
  if (opened) {
    number = bare(opened[1]!);
    title = title.slice(opened[0].length).trim();
  }
  return { printed, number, title: oneLine(title), of, isSpanned };
}

/** "9.", "(9)", "I/" → "9", "9", "I"; a number of a spreadsheet may have a fraction of nothing. */
const bare = (number: string): string =>
  withoutTail(oneLine(number).replace(/^\(/, ""), /[.):/]/)
    .replace(/^(?:nhóm|mục|phần)\s+/iu, "")
    .replace(/^(\d+)\.0$/, "$1")
    .trim();

type GroupKind = "letter" | "roman" | "number" | "inner" | "none";

const WHO_AND_WHEN: readonly Meaning[] = ["lead", "assignment", "coordinating", "due", "start", "product"];

const hasNone = (cells: Cells): boolean =>
  cells.isSpanned || WHO_AND_WHEN.every((meaning) => cells.of(meaning) === "" || cells.of(meaning) === "-");

const letterBefore = (path: readonly { kind: GroupKind; numeral: string }[]): string | undefined =>
  path.find(({ kind }) => kind === "letter")?.numeral;

/** Null for a row that is no heading. */
function groupKindOf(
  cells: Cells,
  next: Cells | undefined,
  letter: string | undefined,
  last: TaskRow | undefined,
): GroupKind | null {
  if (!hasNone(cells) || cells.title === "") return null;
  const { number } = cells;
  // "I" is a numeral, unless it comes behind "H".
  const follows = letter !== undefined && number.charCodeAt(0) === letter.charCodeAt(0) + 1;
  if (ROMAN.test(number) && !(follows && LETTER.test(number))) return "roman";
  if (LETTER.test(number)) return "letter";
  if (cells.isSpanned) return number === "" ? "none" : INNER_NUMBER.test(number) ? "inner" : "number";
  if (NUMBER.test(number) || INNER_NUMBER.test(number)) {
    const isAbove = next?.number.startsWith(`${number}.`);
    return isAbove ? (INNER_NUMBER.test(number) ? "inner" : "number") : null;
  }
  if (number !== "" || SUB_ITEM.test(cells.title)) return null;
  // Words alone: the rest of a row that is broken over a page, or a heading without a number.
  if (/^\p{Ll}/u.test(cells.title)) return null;
  return last !== undefined && isOpenEnded(last.title) ? null : "none";
}

const isOpenEnded = (title: string): boolean => /[,;(–-]$|\s(?:và|của|các|cho|với|theo|về)$/u.test(title);

/** A row across which the task's number or words are spanned: its other cells are further parties, products, days. */
const isSameTask = (cells: Cells, last: TaskRow): boolean =>
  cells.number === last.number && cells.number !== "" && (cells.title === last.title || cells.title === "");

/** The rest of a row that is broken over two pages, or over lines of text. */
function isContinued(cells: Cells): boolean {
  if (cells.number !== "") return false;
  if (cells.title === "") return true;
  if (/^\p{Ll}/u.test(cells.title)) return true;
  return SUB_ITEM.test(cells.title) && hasNone(cells);
}

const isTotal = ({ printed }: Cells): boolean =>
  TOTAL.test(fold(printed.cells.find((cell) => cell !== "") ?? "").trim());

/** The heading again on another page, or the numbers of the columns. */
function isRepeatedHeading(row: PrintedRow, rows: readonly PrintedRow[], { first, names }: Columns): boolean {
  const filled = row.cells.filter((cell) => cell !== "");
  if (
    filled.length > 1 &&
    filled.every((cell) => /^\(?\d{1,2}\)?$|^\(?[a-z]\)?$/i.test(cell)) &&
    isCounting(filled)
  )
    return true;
  const above = rows.slice(Math.max(0, first - 2), first);
  if (
    above.some(({ cells }) => row.cells.length > 0 && row.cells.every((cell, i) => cell === (cells[i] ?? "")))
  )
    return true;
  const same = row.cells.filter(
    (cell, i) => cell !== "" && oneLine(cell).toLowerCase() === names[i]?.toLowerCase(),
  );
  return same.length >= 2 || (filled.length > 2 && filled.every((cell) => meaningOf(cell) !== null));
}

const isCounting = (cells: readonly string[]): boolean => {
  const numbers = cells.map((cell) => cell.replace(/[()]/g, ""));
  return /^\d+$/.test(numbers[0]!)
    ? numbers.every((number, i) => i === 0 || Number(number) === Number(numbers[i - 1]) + 1)
    : numbers.every((number) => number.length === 1);
};

const CLOCK =
  /(?:^|[^\d/])\d{1,2}\s?(?:h|g|giờ|:)\s?\d{2}(?!\d)|(?:^|\s)(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?!\p{L})|(?:^|\s)\d{1,2}\s?(?:h|giờ)(?!\p{L})/iu;

/** Hours and days of the week: meetings, no tasks. */
function isSchedule(rows: readonly Cells[]): boolean {
  const times = rows.map((cells) => cells.of("due")).filter((cell) => cell !== "");
  return times.length > 0 && times.filter((cell) => CLOCK.test(cell)).length * 3 > times.length;
}

function taskOf(cells: Cells, columns: Columns): TaskRow {
  const { lead, coordinating } = partiesIn(cells);
  return {
    number: NUMBER.test(cells.number) ? String(Number(cells.number)) : cells.number,
    title: cells.title.replace(SUB_ITEM, "") || cells.title,
    lead,
    coordinating,
    period: periodOf(cells),
    product: cells.of("product"),
    note: cells.of("note"),
    more: moreOf(cells, columns),
    rows: [cells.printed],
  };
}

function moreOf({ printed }: Cells, { names, meanings }: Columns): TaskRow["more"] {
  return printed.cells.flatMap((cell, i) => {
    const isKnown =
      meanings[i] !== null && meanings[i] !== "target" && meanings[i] !== "unit" && meanings[i] !== "figure";
    return cell === "" || isKnown || (names[i] ?? "") === "" ? [] : [{ name: names[i]!, text: cell }];
  });
}

/** "Bắt đầu" and "Hoàn thành" are two columns of one period. */
function periodOf(cells: Cells): string {
  const start = oneLine(cells.of("start"));
  const due = oneLine(cells.of("due"));
  if (start === "" || start === due) return due;
  return due === "" ? `Từ ${start}` : `${start} - ${due}`;
}

/** The cell of the leads may say who helps as well. */
function partiesIn(cells: Cells): Pick<TaskRow, "lead" | "coordinating"> {
  const lead = cells.of("lead") || cells.of("assignment");
  const coordinating =
    cells.of("lead") && cells.of("assignment") && !cells.of("coordinating")
      ? cells.of("assignment")
      : cells.of("coordinating");
  const split = splitAssignment(lead);
  return {
    lead: split.lead,
    coordinating: [split.coordinating, coordinating].filter((part) => part !== "" && part !== "-").join("; "),
  };
}

function addTo(task: TaskRow, cells: Cells, columns: Columns): void {
  const part = taskOf(cells, columns);
  const join = (a: string, b: string, separator: string): string =>
    b === "" || a.includes(b) ? a : a === "" ? b : `${a}${separator}${b}`;
  const isNew = cells.number !== "";
  // A further party of its own line is one more; words that go on in lower case belong to what stands before.
  const next = (b: string): string => (isNew || /^(?:\p{Lu}|-)/u.test(b) ? "; " : " ");
  if (!isNew) task.title = join(task.title, part.title, " ");
  const goesOn = (a: string, b: string) =>
    /[,;]$/.test(a) ? " " : /^\p{Ll}/u.test(b) || isWordCut(a) ? " " : next(b);
  task.lead = join(task.lead, part.lead, goesOn(task.lead, part.lead));
  task.coordinating = join(
    task.coordinating,
    part.coordinating,
    goesOn(task.coordinating, part.coordinating),
  );
  task.period = join(task.period, part.period, isNew ? "; " : " ");
  task.product = join(task.product, part.product, isNew ? "; " : " ");
  task.note = join(task.note, part.note, isNew ? "; " : " ");
  for (const { name, text } of part.more) {
    const same = task.more.find((row) => row.name === name);
    if (same) same.text = join(same.text, text, " ");
    else task.more.push({ name, text });
  }
  task.rows.push(cells.printed);
}
