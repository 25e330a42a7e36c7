/** A plan from its printed lines and tables: front, body, tables of tasks and of targets. Any part may be missing. */

import type { LineRange } from "../../../knowledge/records.ts";
import { oneLine } from "./assignment.ts";
import { isChapterAt, readBody } from "./body.ts";
import { columnsOf, isTargetHeading } from "./columns.ts";
import { figuresOf } from "./figures.ts";
import { readFront } from "./front.ts";
import { APPENDIX, appendixTitle } from "./front-words.ts";
import type { PlanSource } from "./plan-source.ts";
import type { PlanNote, PrintedBlock, PrintedPlan, PrintedTarget } from "./printed-plan.ts";
import type { PrintedTable } from "./printed-table.ts";
import { type FoundTable, taskRecords, taskTableOf } from "./task-records.ts";
import { titleYear } from "./title-year.ts";

export function readPlan(source: PlanSource): PrintedPlan {
  const { text } = source;
  const front = readFront(source, (line) => isChapterAt(source, line));
  const found: FoundTable[] = [];
  const others: PrintedTable[] = [];
  for (const table of source.tables) {
    const tasks = taskTableOf(table);
    if (tasks) found.push({ table, ...tasks, ...headOf(source, table, front.places.name) });
    else others.push(table);
  }
  const isTable = (line: number) => source.tables.some(({ lines: [from, to] }) => from <= line && line <= to);
  const title = front.identity.title || found[0]?.title || text.file;
  const body = readBody(source, front.places.body, {
    name: front.places.name,
    title,
    issuedOn: front.identity.issuedOn,
    isLeftOut: (line) => isTable(line) || front.places.isOutside(line),
  });
  const records = taskRecords(found, titleYear(title));
  const tables = others.flatMap((table, i) => otherTable(source, table, i, front.places.name));
  const totals = found.flatMap(({ others: rows, where }, i) =>
    rows.map((row, j) => rowBlock(row.cells, `${where}, dòng tổng`, row.lines, `tổng:${i}.${j}`, where)),
  );
  const notes: PlanNote[] = [...records.notes];
  if (found.length === 0) notes.push(missing("bảng nhiệm vụ (cột nội dung, chủ trì, thời gian)"));
  if (body.sections.length === 0) notes.push(missing("phần thân có chương, mục"));
  if (front.identity.number === "") notes.push(missing("số hiệu văn bản"));
  return {
    file: text.file,
    identity: { ...front.identity, title },
    facts: front.facts,
    sections: body.sections,
    blocks: [...body.blocks, ...tables.flatMap(({ blocks }) => blocks), ...totals],
    targets: [...body.targets, ...tables.flatMap(({ targets }) => targets)],
    groups: records.groups,
    tasks: records.tasks,
    notes,
  };
}

const missing = (what: string): PlanNote => ({ kind: "missing", place: null, text: `không thấy ${what}` });

/** Where a table stands and what it is called: below "PHỤ LỤC II", in a sheet, or in the body. */
function headOf(
  source: PlanSource,
  { lines: [from], name }: PrintedTable,
  body: string,
): { where: string; title: string } {
  const { text } = source;
  for (let line = Math.min(from - 1, text.count); line > 0; line--) {
    const words = text.line(line);
    if (!APPENDIX.test(words) || /kèm theo/iu.test(words)) continue;
    const range = appendixTitle(source, line);
    const [label, number] = APPENDIX_LABEL.exec(words) ?? [words];
    return {
      where: label === words && !number ? "Phụ lục" : `Phụ lục ${number ?? ""}`.trim(),
      title: range ? text.join(range) : "",
    };
  }
  const range = source.hasLines || text.count > 12 ? null : appendixTitle(source, 1);
  const place = name ? `trang tính ${name}` : "bảng nhiệm vụ";
  return {
    where: text.count > 12 ? `${body}, ${place}` : place.charAt(0).toUpperCase() + place.slice(1),
    title: range ? text.join(range) : "",
  };
}

const APPENDIX_LABEL = /^(?:PHỤ LỤC|BIỂU)\s*(?:SỐ\s*)?([IVX]+|\d+|[A-H])?(?![\p{L}])/iu;

interface OtherTable {
  blocks: PrintedBlock[];
  targets: PrintedTarget[];
}

/** Targets with their figures, or rows to be quoted. */
function otherTable(source: PlanSource, table: PrintedTable, index: number, body: string): OtherTable {
  const { where, title } = headOf(source, table, body);
  const columns = columnsOf(table.rows);
  const path = [title || where];
  const blocks: PrintedBlock[] = [];
  const targets: PrintedTarget[] = [];
  const rows = table.rows.slice(columns?.first ?? 0);
  for (const [i, row] of rows.entries()) {
    const id = `bảng:${index + 1}.${i + 1}`;
    const place = row.lines || !row.place ? `dòng ${i + 1} của bảng` : row.place;
    const block = rowBlock(row.cells, `${where}, ${place}`, row.lines, id, path[0]!);
    if (!/\p{L}/u.test(block.text)) continue;
    blocks.push(block);
    if (columns && isTargetHeading(columns.meanings)) {
      const figures = targetFigures(row.cells, columns.meanings);
      if (figures.length > 0) targets.push({ ...block, figures });
    }
  }
  return { blocks, targets };
}

function targetFigures(
  cells: readonly string[],
  meanings: readonly (string | null)[],
): PrintedTarget["figures"] {
  const at = (meaning: string) => cells[meanings.indexOf(meaning)]?.trim() ?? "";
  const printed = at("figure");
  const own = figuresOf(printed);
  if (own.length > 0) return own;
  const value = /\d+(?:[.,]\d+)*(?:\s*-\s*\d+(?:[.,]\d+)?)?/.exec(printed)?.[0];
  if (value) return [{ value: value.replace(/ ?- ?/, "-"), unit: at("unit"), qualifier: null }];
  return figuresOf(at("target"));
}

function rowBlock(
  cells: readonly string[],
  locator: string,
  lines: LineRange | undefined,
  id: string,
  heading: string,
): PrintedBlock {
  const text = cells
    .filter((cell, i) => cell !== "" && cell !== cells[i - 1])
    .map(oneLine)
    .join(" | ");
  return {
    id,
    sectionLabel: "",
    path: [heading],
    text,
    kind: "other",
    heading: null,
    when: null,
    locator,
    lines,
    quote: text,
  };
}
