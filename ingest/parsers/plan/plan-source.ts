/** What the parser of plans reads, whatever format the file has: printed lines, and the tables that stand between them. */
import type { LineRange } from "../../../knowledge/records.ts";
import {
  type Block,
  describePlace,
  type Locator,
  type ReadDocument,
  type TableRow,
} from "../../readers/document.ts";
import { TextLines } from "../text-lines.ts";
import { isTargetHeading, isTaskHeading, meaningOf } from "./columns.ts";
import type { PrintedRow, PrintedTable } from "./printed-table.ts";

export interface PlanSource {
  text: TextLines;
  tables: PrintedTable[];
  /** Lines of the file itself are numbered; otherwise paragraphs are. */
  hasLines: boolean;
  /** Sentences go on over the end of a line. */
  isWrapped: boolean;
  /** Places of the paragraphs of a file that has pages or rows, by line; null where counting is all there is. */
  places: readonly (string | null)[];
}

const BAR = "|";

/** Null for a file that holds neither text nor tables. */
export function planSource(documentId: string, { file, content }: ReadDocument): PlanSource | null {
  if (content.kind === "values") return null;
  const writer = new SourceWriter();
  if (content.kind === "tables") {
    for (const { name, rows } of content.sheets) writer.table(rows, name, true);
    return writer.done(documentId, file);
  }
  const { blocks } = content;
  if (blocks.every(({ type, at }) => type === "paragraph" && at.kind === "line") && blocks.some(isBar))
    return textSource(documentId, file, linesOf(blocks));
  for (const block of blocks) {
    if (block.type === "table") writer.table(block.rows, null, false);
    else writer.lines(block);
  }
  return writer.done(documentId, file);
}

const isBar = (block: Block): boolean => block.type === "paragraph" && block.text === BAR;

/** The file's lines again, empty ones included. */
function linesOf(blocks: readonly Block[]): string {
  const lines: string[] = [];
  for (const block of blocks) {
    if (block.type === "table" || block.at.kind !== "line") continue;
    while (lines.length < block.at.line - 1) lines.push("");
    lines.push(block.text);
  }
  return lines.join("\n");
}

/** Paragraphs and cells of letterheads as lines; a cell is closed by a line that holds only "|". */
class SourceWriter {
  readonly #lines: string[] = [];
  readonly #places: (string | null)[] = [null];
  readonly #tables: PrintedTable[] = [];

  lines(block: Exclude<Block, { type: "table" }>): void {
    const place = block.at.kind === "page" || block.at.kind === "line" ? describePlace(block.at) : null;
    const bullet = block.type === "item" && !/^(?:[-+*•]|\d+[.)])\s?/.test(block.text) ? "- " : "";
    for (const [i, line] of block.text.split("\n").entries())
      this.#add(i === 0 ? bullet + line : line, place);
  }

  table(rows: readonly TableRow[], name: string | null, isSheet: boolean): void {
    if (!isSheet && isLayout(rows)) {
      for (const { cells } of rows) {
        for (const [i, cell] of cells.entries()) {
          if (cell === cells[i - 1]) continue;
          for (const line of cell.split("\n")) this.#add(line, null);
          this.#add(BAR, null);
        }
      }
      return;
    }
    // What stands above the heading of a sheet is its title.
    const first = isSheet ? headingOf(rows) : 0;
    for (const { cells, at } of rows.slice(0, first))
      for (const line of new Set(cells.filter((cell) => cell !== "")))
        for (const part of line.split("\n")) this.#add(part, describePlace(at));
    const number = this.#lines.length;
    const printed = rows
      .slice(first)
      .map(({ cells, at }): PrintedRow => ({ cells: [...cells], place: placeOf(at) }));
    if (printed.length > 0) this.#tables.push({ rows: printed, lines: [number + 1, number], name });
  }

  #add(line: string, place: string | null): void {
    this.#lines.push(line);
    this.#places.push(place);
  }

  done(documentId: string, file: string): PlanSource | null {
    if (this.#lines.length + this.#tables.length === 0) return null;
    return {
      text: new TextLines(documentId, file, this.#lines.join("\n")),
      tables: this.#tables,
      hasLines: false,
      isWrapped: false,
      places: this.#places,
    };
  }
}

const placeOf = (at: Locator): string | null => (at.kind === "paragraph" ? null : describePlace(at));

/** A table without lines that sets two columns beside each other: letterheads, signatures. */
function isLayout(rows: readonly TableRow[]): boolean {
  return rows.length <= 4 && rows.every(({ cells }) => cells.length <= 2);
}

/** The first row that names columns; 0 for a sheet without one. */
function headingOf(rows: readonly TableRow[]): number {
  const at = rows.slice(0, 40).findIndex(({ cells }) => {
    const meanings = cells.map(meaningOf);
    return (
      isTaskHeading(meanings) || isTargetHeading(meanings) || cells.filter((cell) => cell !== "").length > 2
    );
  });
  return Math.max(0, at);
}

/** A text document. A table of it has one cell a block of lines, each closed by a line that holds only "|". */
export function textSource(documentId: string, file: string, content: string): PlanSource {
  const text = new TextLines(documentId, file, content);
  return { text, tables: tablesIn(text), hasLines: true, isWrapped: isWrapped(text), places: [] };
}

const MAX_COLUMNS = 15;

/** Tables begin with a cell that is the heading of a column of numbers or of tasks. */
function tablesIn(text: TextLines): PrintedTable[] {
  const tables: PrintedTable[] = [];
  for (let number = 1; number < text.count; number++) {
    const meaning = text.line(number + 1) === BAR ? meaningOf(text.line(number)) : null;
    if (meaning !== "number" && meaning !== "title") continue;
    const table = tableAt(text, number);
    if (!table) continue;
    tables.push(table);
    number = table.lines[1];
  }
  return tables;
}

interface Cell {
  text: string;
  lines: LineRange;
}

function tableAt(text: TextLines, start: number): PrintedTable | null {
  const cells: Cell[] = [];
  let from = start;
  for (let number = start; number <= text.count; number++) {
    if (text.line(number) !== BAR) continue;
    cells.push({ text: text.join([from, number - 1]), lines: [Math.min(from, number), number] });
    from = number + 1;
  }
  const width = widthOf(cells);
  if (width === null) return null;
  const rest = text.join([from, text.count]);
  if (cells.length % width === width - 1 && (rest !== "" || !brokenCell(cells, width))) {
    // The last cell may be left open.
    const end = rest === "" ? from - 1 : text.count;
    cells.push({ text: rest, lines: [Math.min(from, end), end] });
  }
  const broken = cells.length % width === 0 ? undefined : (brokenCell(cells, width) ?? cells.at(-1)!);
  const rows: PrintedRow[] = [];
  for (let i = 0; i + width <= cells.length; i += width) {
    const own = cells.slice(i, i + width);
    rows.push({
      cells: own.map((cell) => cell.text),
      place: `dòng ${own[0]!.lines[0]}`,
      lines: [own[0]!.lines[0], own.at(-1)!.lines[1]],
      ranges: own.map((cell) => cell.lines),
    });
  }
  const fault = broken && { place: `dòng ${broken.lines[0]}`, text: `bảng phải có ${width} ô mỗi dòng` };
  return { rows, lines: [start, rows.at(-1)!.lines![1]], name: null, fault };
}

/** As many as there are headings before the first number or numeral. */
function widthOf(cells: readonly Cell[]): number | null {
  const at = cells
    .slice(1, MAX_COLUMNS + 1)
    .findIndex(({ text }) => /^\(?(?:[IVX]{1,5}|\d{1,3}|[A-Z])[.)]?$/.test(text));
  return at < 1 ? null : at + 1;
}

/** The cell before the first that begins a row and is neither a number nor a numeral: it is missing or too many. */
function brokenCell(cells: readonly Cell[], width: number): Cell | undefined {
  for (let i = width; i < cells.length; i += width)
    if (!/^(?:[IVXLC]{1,7}|\d{1,4}(?:\.\d{1,3}){0,3}|[A-ZĐ])[.)]?$/.test(cells[i]!.text)) return cells[i - 1];
  return undefined;
}

const WRAPPED_SHARE = 0.15;

/** In a text of hard-wrapped lines, many begin in the middle of a sentence. */
function isWrapped(text: TextLines): boolean {
  let lines = 0;
  let inside = 0;
  for (let number = 2; number <= text.count; number++) {
    const line = text.line(number);
    if (line === "" || line === BAR) continue;
    lines++;
    if (/^\p{Ll}/u.test(line) && !/[.:;|]$/.test(text.line(number - 1)) && !/^[a-zđ]\)/u.test(line)) inside++;
  }
  return lines > 0 && inside / lines > WRAPPED_SHARE;
}
