/** Cells of a workbook that are merged over several rows. Source: ECMA-376 part 1, 18.3.1.55 (mergeCells). */
import type { ReadLimits } from "../limits.ts";
import { attributeOf, scanXml } from "./office-xml.ts";

/** Rows and column from 0, the last row included. */
export interface MergedRange {
  firstRow: number;
  lastRow: number;
  column: number;
}

const RANGE = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/;
const MOST = 20_000;

/** By the name of the sheet, as the workbook has it. */
export function mergedCells(
  file: string,
  parts: ReadonlyMap<string, Buffer>,
  limits: ReadLimits,
): Map<string, MergedRange[]> {
  const targets = new Map<string, string>();
  const names = new Map<string, string>();
  const scan = (part: string, visit: (name: string, attribute: (key: string) => string | null) => void) => {
    const bytes = parts.get(part);
    if (bytes)
      scanXml(file, part, bytes.toString("utf8"), limits, (tag) =>
        visit(tag.name, (key) => attributeOf(tag, key)),
      );
  };
  scan("xl/_rels/workbook.xml.rels", (name, attribute) => {
    if (name === "Relationship") targets.set(attribute("Id") ?? "", attribute("Target") ?? "");
  });
  scan("xl/workbook.xml", (name, attribute) => {
    const target = targets.get(attribute("r:id") ?? "");
    if (name === "sheet" && target)
      names.set(attribute("name") ?? "", target.replace(/^\/?(?:xl\/)?/, "xl/"));
  });
  const merged = new Map<string, MergedRange[]>();
  for (const [sheet, part] of names) {
    // Most sheets merge nothing, and each was read through once already.
    if (!parts.get(part)?.includes("mergeCell")) continue;
    const ranges: MergedRange[] = [];
    scan(part, (name, attribute) => {
      const match = name === "mergeCell" && ranges.length < MOST ? RANGE.exec(attribute("ref") ?? "") : null;
      if (match && match[2] !== match[3])
        ranges.push({
          firstRow: Number(match[2]) - 1,
          lastRow: Number(match[3]) - 1,
          column: columnOf(match[1]!),
        });
    });
    if (ranges.length > 0) merged.set(sheet, ranges);
  }
  return merged;
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Changes the rows: a merged cell has its value in each row that the sheet has. */
export function fillDown(rows: unknown[][], ranges: readonly MergedRange[]): void {
  for (const { firstRow, lastRow, column } of ranges) {
    const value = rows[firstRow]?.[column];
    if (value === null || value === undefined || value === "") continue;
    for (let row = firstRow + 1; row <= Math.min(lastRow, rows.length - 1); row++) {
      const cells = rows[row]!;
      if (column < cells.length && (cells[column] === null || cells[column] === undefined))
        cells[column] = value;
    }
  }
}
