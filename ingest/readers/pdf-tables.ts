/** Tables of a PDF page, by the rules that are drawn around their cells. Text lies in the cell around its first letter; a
 *  cell that reaches over several rows repeats its text in each. Sizes in points, y from the bottom of the page. */

export interface PageItem {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  endsLine: boolean;
}

/** A rectangle that is drawn, thin for a rule. */
export interface Box {
  left: number;
  right: number;
  bottom: number;
  top: number;
  /** Its edges are rules; otherwise it is filled, and one only when it is thin. */
  isStroked: boolean;
}

export interface PageTable {
  top: number;
  bottom: number;
  left: number;
  right: number;
  /** Left edges of the columns and the right edge of the last. */
  columns: number[];
  rows: string[][];
}

interface Rule {
  /** x of an upright rule, y of a level one. */
  at: number;
  from: number;
  to: number;
}

const THIN = 3;
const NEAR = 3;
const SHORTEST = 6;
const FEWEST_COLUMNS = 2;
const MOST_COLUMNS = 40;
const MOST_RULES = 20_000;

/** From top to bottom. The items in them are those whose first letter lies inside (see isInside). */
export function tablesOf(items: readonly PageItem[], boxes: readonly Box[]): PageTable[] {
  const { upright, level } = rulesIn(boxes.slice(0, MOST_RULES));
  return spansOf(upright)
    .flatMap(({ from, to }) => {
      const own = upright.filter((rule) => rule.from < to && rule.to > from);
      const columns = clustered(own.map(({ at }) => at));
      const edges = level.filter(({ at }) => at >= from - NEAR && at <= to + NEAR);
      // A row that goes on over the end of a page has no rule there.
      const lines = clustered([from, ...edges.map(({ at }) => at), to]).reverse();
      // One row of many cells may be the last of a table on the page before.
      const isGrid = lines.length > 2 || columns.length > 2 * FEWEST_COLUMNS;
      const isTable = columns.length > FEWEST_COLUMNS && columns.length <= MOST_COLUMNS && isGrid;
      return isTable ? [tableOf(items, columns, lines, edges)] : [];
    })
    .sort((a, b) => b.top - a.top);
}

export const isInside = (
  { x, y }: Pick<PageItem, "x" | "y">,
  { left, right, top, bottom }: PageTable,
): boolean => x >= left - NEAR && x <= right && y <= top && y >= bottom - NEAR;

function rulesIn(boxes: readonly Box[]): { upright: Rule[]; level: Rule[] } {
  const upright: Rule[] = [];
  const level: Rule[] = [];
  for (const { left, right, bottom, top, isStroked } of boxes) {
    const width = right - left;
    const height = top - bottom;
    if (width <= THIN && height >= SHORTEST) upright.push({ at: (left + right) / 2, from: bottom, to: top });
    else if (height <= THIN && width >= SHORTEST)
      level.push({ at: (bottom + top) / 2, from: left, to: right });
    else if (isStroked && width >= SHORTEST && height >= SHORTEST) {
      upright.push({ at: left, from: bottom, to: top }, { at: right, from: bottom, to: top });
      level.push({ at: bottom, from: left, to: right }, { at: top, from: left, to: right });
    }
  }
  return { upright, level };
}

/** Stretches of the page that upright rules cover without a gap. */
function spansOf(rules: readonly Rule[]): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  for (const { from, to } of [...rules].sort((a, b) => a.from - b.from)) {
    const last = spans.at(-1);
    if (last && from <= last.to + NEAR) last.to = Math.max(last.to, to);
    else spans.push({ from, to });
  }
  return spans;
}

/** Each place once, in rising order; the two edges of one rule are one place. */
function clustered(places: readonly number[]): number[] {
  const found: number[] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last === undefined || place - last > NEAR) found.push(place);
  }
  return found;
}

function tableOf(
  items: readonly PageItem[],
  columns: readonly number[],
  lines: readonly number[],
  edges: readonly Rule[],
): PageTable {
  const frame = { left: columns[0]!, right: columns.at(-1)!, top: lines[0]!, bottom: lines.at(-1)! };
  const table: PageTable = { ...frame, columns: [...columns], rows: [] };
  const inside = items.filter((item) => isInside(item, table));
  const byColumn = columns.slice(0, -1).map((left, i) => {
    const right = columns[i + 1]!;
    const own = inside.filter(({ x }) => x >= left - NEAR && x < right - NEAR);
    return { own, middle: (left + right) / 2 };
  });
  table.rows = lines.slice(0, -1).map((top, row) =>
    byColumn.map(({ own, middle }) => {
      // The cell goes up and down to the next rule that is drawn across this column.
      const above = lines.slice(0, row + 1).findLast((line) => isDrawn(edges, line, middle)) ?? top;
      const below = lines.slice(row + 1).find((line) => isDrawn(edges, line, middle)) ?? frame.bottom;
      return cellText(own.filter(({ y, height }) => y + height / 3 < above && y + height / 3 >= below));
    }),
  );
  table.rows = table.rows.filter((row) => row.some((cell) => cell !== ""));
  return table;
}

const isDrawn = (edges: readonly Rule[], y: number, x: number): boolean =>
  edges.some(({ at, from, to }) => Math.abs(at - y) <= NEAR && from <= x && x <= to);

/** Lines from top to bottom, each from left to right; a cell is one run of words. */
function cellText(items: readonly PageItem[]): string {
  const lines: PageItem[][] = [];
  for (const item of [...items].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const last = lines.at(-1);
    if (last && Math.abs(last[0]!.y - item.y) < Math.max(2, item.height / 2)) last.push(item);
    else lines.push([item]);
  }
  return lines
    .map((line) => lineText(line.sort((a, b) => a.x - b.x)))
    .filter((line) => line.trim() !== "")
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}

function lineText(items: readonly PageItem[]): string {
  let text = "";
  let end = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    const gap = item.x - end;
    text += `${text !== "" && gap > item.height * 0.15 ? " " : ""}${item.text}`;
    end = item.x + item.width;
  }
  return text;
}

/** Tables on pages that follow each other are one when their columns stand in the same places. */
export const isContinued = (before: PageTable, after: PageTable): boolean =>
  before.columns.length === after.columns.length &&
  before.columns.every((column, i) => Math.abs(column - after.columns[i]!) <= 2 * NEAR);
