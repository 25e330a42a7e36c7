/** Rows of an HTML table, spans filled with the text of their cell. */
import type { DefaultTreeAdapterTypes as Tree } from "parse5";
import type { Budget } from "../limits.ts";
import { cleanText } from "./clean-text.ts";
import type { Locator, TableRow } from "./document.ts";

/** Larger spans are mistakes and count as none. */
const MAX_SPAN = 100;

/** Not the rows of tables inside its cells. Throws DocumentLimitError. */
export function tableRows(
  table: Tree.Element,
  textOf: (cell: Tree.Element) => string,
  placeOf: (row: Tree.Element) => Locator,
  budget: Budget,
): TableRow[] {
  const rows: TableRow[] = [];
  /** Cells of rows above that reach down, by column. */
  const pending = new Map<number, { text: string; left: number }>();
  for (const row of rowElements(table)) {
    const cells: string[] = [];
    const add = (text: string) => {
      budget.text(text);
      cells.push(text);
      budget.columns(cells.length);
      budget.cells(1);
    };
    const fill = () => {
      for (let span = pending.get(cells.length); span; span = pending.get(cells.length)) {
        if (--span.left === 0) pending.delete(cells.length);
        add(span.text);
      }
    };
    for (const cell of row.childNodes) {
      if (!("tagName" in cell) || (cell.tagName !== "td" && cell.tagName !== "th")) continue;
      fill();
      const raw = textOf(cell);
      budget.text(raw);
      const text = cleanText(raw).replace(/\n+/g, "\n");
      const down = spanOf(cell, "rowspan");
      for (let i = spanOf(cell, "colspan"); i > 0; i--) {
        if (down > 1) pending.set(cells.length, { text, left: down - 1 });
        add(text);
      }
    }
    fill();
    if (cells.some((cell) => cell !== "")) rows.push({ cells, at: placeOf(row) });
  }
  return rows;
}

function rowElements(node: Tree.Element): Tree.Element[] {
  return node.childNodes.flatMap((child) => {
    if (!("tagName" in child)) return [];
    if (child.tagName === "tr") return [child];
    return ["thead", "tbody", "tfoot"].includes(child.tagName) ? rowElements(child) : [];
  });
}

function spanOf(cell: Tree.Element, name: string): number {
  const value = Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1);
  return Number.isInteger(value) && value >= 1 && value <= MAX_SPAN ? value : 1;
}
