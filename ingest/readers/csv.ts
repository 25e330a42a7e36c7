/** CSV and TSV. The delimiter is the one that cuts the first rows most evenly; quotes as in RFC 4180. */
import { DocumentError } from "../../knowledge/errors.ts";
import { cleanText } from "./clean-text.ts";
import { decodeText } from "./decode-text.ts";
import type { DocumentContent, Source, TableRow } from "./document.ts";

const DELIMITERS = [",", ";", "\t", "|"];
const SAMPLE_ROWS = 20;

export function read({ file, bytes }: Source): DocumentContent {
  const text = decodeText(file, bytes).replace(/^\ufeff/, "");
  // Excel's own hint: "sep=;".
  const hint = /^sep=(.)\r?\n/.exec(text);
  const delimiter = hint?.[1] ?? sniffDelimiter(file, text);
  const rows: TableRow[] = [];
  for (const { cells, line } of parseRows(file, text, delimiter)) {
    if (hint && line === 1) continue;
    const cleaned = cells.map(cleanText);
    if (cleaned.some((cell) => cell !== ""))
      rows.push({ cells: cleaned, at: { kind: "row", sheet: null, row: line } });
  }
  if (rows.length === 0) throw new DocumentError(file, null, "bảng rỗng");
  return { kind: "tables", sheets: [{ name: null, rows }] };
}

function sniffDelimiter(file: string, text: string): string {
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(file, text, delimiter) }));
  return scored.reduce((a, b) => (b.score > a.score ? b : a)).delimiter;
}

/** Rows that have the most frequent number of cells, weighed by that number; 0 when nothing is cut. */
function evenness(file: string, text: string, delimiter: string): number {
  const counts = new Map<number, number>();
  let seen = 0;
  try {
    for (const { cells } of parseRows(file, text, delimiter)) {
      counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
      if (++seen === SAMPLE_ROWS) break;
    }
  } catch {
    return 0;
  }
  return Math.max(
    0,
    ...[...counts].map(([cells, rows]) => (cells > 1 ? (rows / seen) * (10 + Math.min(cells, 9)) : 0)),
  );
}

/** `line` is where the row begins. Throws DocumentError at a quote that never closes. */
function* parseRows(
  file: string,
  text: string,
  delimiter: string,
): Generator<{ cells: string[]; line: number }> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const cells: string[] = [];
    const start = line;
    for (let more = true; more; ) {
      let cell = "";
      if (text[at] === '"') {
        const end = closingQuote(text, at + 1);
        if (end < 0)
          throw new DocumentError(file, `hàng ${start}`, "dấu ngoặc kép không đóng, tệp bị cắt hoặc hỏng");
        cell = text.slice(at + 1, end).replaceAll('""', '"');
        line += cell.split("\n").length - 1;
        at = end + 1;
      }
      const end = endOfCell(text, at, delimiter);
      cells.push(cell + text.slice(at, end));
      more = text[end] === delimiter;
      at = end + 1;
    }
    if (text[at - 1] === "\r" && text[at] === "\n") at++;
    line++;
    yield { cells, line: start };
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== "\n" && text[at] !== "\r") at++;
  return at;
}
