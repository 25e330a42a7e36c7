/** What is printed of the rows. */
import type { ClosedClass } from "./closed-classes.ts";
import type { RowMeasure } from "./measure.ts";

export interface RowReport {
  /** Rows that serve one conversation or none and belong to no closed class: those that serve least, then those that
   *  match most, first. */
  idle: RowMeasure[];
  /** The same that belong to one. */
  closed: (RowMeasure & { why: string })[];
  /** Of each table or file. */
  tables: { table: string; rows: number; none: number; one: number; closed: number }[];
}

/** Serving so many conversations or fewer, a row is no rule. */
export const FEW = 1;

export function reportOf(measures: readonly RowMeasure[], classes: readonly ClosedClass[]): RowReport {
  const few = measures
    .filter(({ serves }) => serves.length <= FEW)
    .sort((a, b) => a.serves.length - b.serves.length || b.matched - a.matched || (a.row < b.row ? -1 : 1));
  const whyClosed = (row: string) => classes.find(({ has }) => has(row))?.why;
  const idle = few.filter(({ row }) => whyClosed(row) === undefined);
  const closed = few.flatMap((measure) => {
    const why = whyClosed(measure.row);
    return why === undefined ? [] : [{ ...measure, why }];
  });
  const inTable = (table: string, rows: readonly { row: string }[]) =>
    rows.filter(({ row }) => tableOf(row) === table).length;
  const none = idle.filter(({ serves }) => serves.length === 0);
  const tables = [...new Set(measures.map(({ row }) => tableOf(row)))].sort().map((table) => ({
    table,
    rows: inTable(table, measures),
    none: inTable(table, none),
    one: inTable(table, idle) - inTable(table, none),
    closed: inTable(table, closed),
  }));
  return { idle, closed, tables };
}

/** "cues/askWhen: hạn chót" is of "cues", "bot/readings/context.ts: /x/" of that file. */
const tableOf = (row: string): string => {
  const [place] = row.split(": ");
  return place!.endsWith(".ts") ? place! : place!.split("/")[0]!;
};

const LONGEST_ROW = 100;

export function formatReport({ idle, closed, tables }: RowReport): string {
  const table = [
    ["table", "rows", "serve none", "serve one", "closed class"],
    ...tables.map(({ table, rows, none, one, closed }) => [table, rows, none, one, closed].map(String)),
    [
      "all",
      ...(["rows", "none", "one", "closed"] as const).map((key) =>
        String(tables.reduce((sum, row) => sum + row[key], 0)),
      ),
    ],
  ];
  const listed = [
    ["serves", "harms", "changes", "matches", "authors", "row"],
    ...idle.map(({ serves, harms, changed, matched, authors, row }) => [
      ...[serves.length, harms.length, changed, matched, authors].map(String),
      shortened(row),
    ]),
  ];
  const reasons = [...new Set(closed.map(({ why }) => why))].map(
    (why) => `${closed.filter((row) => row.why === why).length} kept: ${why}`,
  );
  return [inColumns(table), ...(reasons.length > 0 ? [reasons.join("\n")] : []), inColumns(listed)].join(
    "\n\n",
  );
}

const shortened = (row: string) => (row.length > LONGEST_ROW ? `${row.slice(0, LONGEST_ROW)}…` : row);

function inColumns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
