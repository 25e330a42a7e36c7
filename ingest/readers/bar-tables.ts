/** Tables that plain text sets with bars or tabs: one row a line, or several lines between drawn rules. */
import { cleanLine } from "./clean-text.ts";
import type { Block, Locator, TableRow } from "./document.ts";

export interface PrintedLine {
  text: string;
  at: Locator;
}

const BAR = /[|│┃]/;
const BARS = /[|│┃]/g;
/** "|---|---|", "+----+----+", "├────┼────┤". */
const RULE = /^[\s|+:=\-─━═┼┬┴├┤┌┐└┘│┃╋╬]+$/u;
const FEWEST_CELLS = 3;
const FEWEST_ROWS = 2;

/** The line that begins a table of at least two rows, and the index of the line behind it; null for none. */
export function barTableAt(
  lines: readonly PrintedLine[],
  from: number,
): { block: Block; next: number } | null {
  const separator = separatorOf(lines[from]!.text);
  if (separator === null) return null;
  const rows: TableRow[] = [];
  const rules: number[] = [];
  let width = 0;
  let to = from;
  for (; to < lines.length; to++) {
    const { text, at } = lines[to]!;
    if (RULE.test(text) && text.trim().length > 2) {
      rules.push(rows.length);
      continue;
    }
    const cells = separatorOf(text) === separator ? cellsOf(text, separator) : [];
    if (cells.length < FEWEST_CELLS || (width > 0 && cells.length !== width)) break;
    width = cells.length;
    rows.push({ cells, at });
  }
  if (rows.length < FEWEST_ROWS) return null;
  return { block: { type: "table", rows: betweenRules(rows, rules), at: lines[from]!.at }, next: to };
}

function separatorOf(text: string): "bar" | "tab" | null {
  if (RULE.test(text) && BAR.test(text)) return "bar";
  if ((text.match(BARS)?.length ?? 0) >= FEWEST_CELLS - 1) return "bar";
  return text.split("\t").length >= FEWEST_CELLS ? "tab" : null;
}

function cellsOf(text: string, separator: "bar" | "tab"): string[] {
  if (separator === "tab") return text.split("\t").map(cleanLine);
  const cells = text.trim().split(BAR);
  if (cells[0]?.trim() === "") cells.shift();
  if (cells.at(-1)?.trim() === "" && /[|│┃]\s?$/.test(text)) cells.pop();
  return cells.map(cleanLine);
}

/** Rules between all rows show which lines make one row. */
function betweenRules(rows: readonly TableRow[], rules: readonly number[]): TableRow[] {
  const inner = rules.filter((at) => at > 0 && at < rows.length);
  if (inner.length < 2) return [...rows];
  const cuts = [0, ...inner, rows.length];
  return cuts.slice(0, -1).flatMap((from, i) => {
    const own = rows.slice(from, cuts[i + 1]);
    if (own.length === 0) return [];
    return [
      {
        at: own[0]!.at,
        cells: own[0]!.cells.map((_, column) =>
          own
            .map(({ cells }) => cells[column]!)
            .filter((cell) => cell !== "")
            .join(" "),
        ),
      },
    ];
  });
}
