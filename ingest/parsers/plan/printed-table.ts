/** Tables as they are printed: cells, and where they stand. */
import type { LineRange } from "../../../knowledge/records.ts";

export interface PrintedRow {
  cells: string[];
  /** For people: "hàng 7"; null where the format keeps no place worth telling. */
  place: string | null;
  /** Lines of the row in a text document. */
  lines?: LineRange | undefined;
  /** Lines of each cell. */
  ranges?: LineRange[] | undefined;
}

export interface PrintedTable {
  rows: PrintedRow[];
  /** The lines that it takes; an empty range [n + 1, n] stands behind line n. */
  lines: LineRange;
  /** Name of the sheet. */
  name: string | null;
  /** Its cells don't make whole rows. */
  fault?: { place: string; text: string } | undefined;
}
