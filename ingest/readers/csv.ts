/** CSV and TSV, by csv-parse: quotes as in RFC 4180, rows may be of different lengths. The delimiter is the one that
 *  cuts the first rows most evenly. */
import { CsvError, type Options, parse } from "csv-parse/sync";
import { DocumentError } from "../../knowledge/errors.ts";
import { Budget, type ReadLimits } from "../limits.ts";
import { cleanText } from "./clean-text.ts";
import { decodeText } from "./decode-text.ts";
import type { DocumentContent, Source, TableRow } from "./document.ts";

const DELIMITERS = [",", ";", "\t", "|"];
const SAMPLE_ROWS = 20;

export function read({ file, bytes }: Source, limits: ReadLimits): DocumentContent {
  const text = decodeText(file, bytes).replace(/^\ufeff/, "");
  // Excel's own hint: "sep=;".
  const hint = /^sep=(.)\r?\n/.exec(text);
  const body = hint ? text.slice(hint[0].length) : text;
  const delimiter = hint?.[1] ?? sniffDelimiter(body);
  const budget = new Budget(file, limits);
  const rows: TableRow[] = [];
  // A row begins on the line after the one where the row before it ended.
  let line = hint ? 2 : 1;
  parseRows(file, body, delimiter, line, (cells, next) => {
    budget.columns(cells.length);
    budget.cells(cells.length);
    const cleaned = cells.map((cell) => {
      budget.text(cell, `hàng ${line}`);
      return cleanText(cell);
    });
    if (cleaned.some((cell) => cell !== ""))
      rows.push({ cells: cleaned, at: { kind: "row", sheet: null, row: line } });
    line = next;
  });
  if (rows.length === 0) throw new DocumentError(file, null, "bảng rỗng");
  return { kind: "tables", sheets: [{ name: null, rows }] };
}

function sniffDelimiter(text: string): string {
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(text, delimiter) }));
  return scored.reduce((a, b) => (b.score > a.score ? b : a)).delimiter;
}

/** Rows that have the most frequent number of cells, weighed by that number; 0 when nothing is cut. */
function evenness(text: string, delimiter: string): number {
  const counts = new Map<number, number>();
  let seen = 0;
  try {
    for (const cells of parse(text, { ...RULES, delimiter, to: SAMPLE_ROWS }) as string[][]) {
      counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
      seen++;
    }
  } catch {
    return 0;
  }
  return Math.max(
    0,
    ...[...counts].map(([cells, rows]) => (cells > 1 ? (rows / seen) * (10 + Math.min(cells, 9)) : 0)),
  );
}

const RULES = {
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
  relax_quotes: true,
} as const satisfies Options;

/** Calls `take` for every row with the line after it, counted from `first`. Throws DocumentError at a quote that never
 *  closes, and what `take` throws. */
function parseRows(
  file: string,
  text: string,
  delimiter: string,
  first: number,
  take: (cells: string[], next: number) => void,
): void {
  let next = first;
  try {
    parse(text, {
      ...RULES,
      delimiter,
      on_record: (cells: string[]) => {
        next += 1 + cells.reduce((lines, cell) => lines + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
        take(cells, next);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const reason =
      error.code === "CSV_QUOTE_NOT_CLOSED"
        ? "dấu ngoặc kép không đóng, tệp bị cắt hoặc hỏng"
        : "bảng CSV hỏng";
    throw new DocumentError(file, `hàng ${next}`, reason, error);
  }
}
