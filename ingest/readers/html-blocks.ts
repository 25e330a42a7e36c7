/** An HTML tree as blocks: headings, paragraphs, list items, tables. What is there for looks (scripts, styles,
 *  icons, menus, buttons) is left out. */
import type { DefaultTreeAdapterTypes as Tree } from "parse5";
import { cleanLine, cleanText } from "./clean-text.ts";
import type { Block, Locator, TableRow } from "./document.ts";

const SKIPPED = new Set(
  "script style svg head nav footer button noscript template iframe form select".split(" "),
);
const INLINE = new Set(
  "a abbr b big br cite code del em font i img ins label mark q s small span strong sub sup time tt u var wbr".split(
    " ",
  ),
);
/** Pages made of div elements name their headings by class. */
const HEADING_CLASS = /(?:^|[\s_-])(?:title|heading)(?:$|\s)/i;
const MAX_HEADING = 300;
/** Below the real headings h1–h6. */
const CLASS_HEADING_LEVEL = 6;

/** `placeOf` gives the place of the n-th block (from 1), which begins at a node. */
export function blocksOf(root: Tree.ParentNode, placeOf: (node: Tree.Node, n: number) => Locator): Block[] {
  const blocks: Block[] = [];
  const place = (node: Tree.Node) => placeOf(node, blocks.length + 1);
  /** Headings by class and the part of the page that each names. */
  const named: { container: Tree.Node; level: number }[] = [];

  function add(type: "paragraph" | "item", text: string, node: Tree.Node): void {
    const cleaned = cleanText(text);
    if (cleaned !== "") blocks.push({ type, text: cleaned, at: place(node) });
  }

  function walk(parent: Tree.ParentNode, type: "paragraph" | "item"): void {
    let run = "";
    let first: Tree.Node = parent;
    const flush = () => {
      add(type, run, first);
      run = "";
    };
    for (const node of parent.childNodes) {
      if (!isElement(node) || isInline(node)) {
        if (run.trim() === "") first = node;
        run += textOf(node);
      } else if (!SKIPPED.has(node.tagName)) {
        flush();
        block(node, type);
      }
    }
    flush();
  }

  function block(node: Tree.Element, type: "paragraph" | "item"): void {
    const level = headingLevel(node);
    if (level > 0) {
      const text = cleanLine(textOf(node));
      if (text !== "") blocks.push({ type: "heading", level, text, at: place(node) });
    } else if (node.tagName === "table") {
      const rows = tableRows(node, (row) => place(row));
      if (rows.length > 0) blocks.push({ type: "table", rows, at: place(node) });
    } else walk(node, node.tagName === "li" ? "item" : node.tagName === "p" ? "paragraph" : type);
  }

  /** 0: no heading. A heading by class is one lower than the innermost part of the page it stands in. */
  function headingLevel(node: Tree.Element): number {
    const level = /^h([1-6])$/.exec(node.tagName)?.[1];
    if (level) return Number(level);
    const className = node.attrs.find((attribute) => attribute.name === "class")?.value ?? "";
    if (!HEADING_CLASS.test(className)) return 0;
    const text = cleanLine(textOf(node));
    if (text === "" || text.length > MAX_HEADING) return 0;
    const around = named.filter((row) => isInside(node, row.container)).map((row) => row.level);
    const own = Math.max(CLASS_HEADING_LEVEL, ...around) + 1;
    named.push({ container: containerOf(node, text), level: own });
    return own;
  }

  walk(root, "paragraph");
  return blocks;
}

/** The part of the page that a heading names: the first element around it that holds more than the heading. */
function containerOf(heading: Tree.Element, text: string): Tree.Node {
  let node: Tree.Node = heading;
  while (isElement(node) && node.parentNode && cleanLine(textOf(node)) === text) node = node.parentNode;
  return node;
}

function isInside(node: Tree.Element, container: Tree.Node): boolean {
  for (let at: Tree.Node | null = node; at; at = isElement(at) ? at.parentNode : null)
    if (at === container) return true;
  return false;
}

export const isElement = (node: Tree.Node): node is Tree.Element => "tagName" in node;

/** A span that holds a div is no inline run. */
const isInline = (node: Tree.Element): boolean =>
  INLINE.has(node.tagName) &&
  node.childNodes.every((child) => !isElement(child) || SKIPPED.has(child.tagName) || isInline(child));

/** Text with "\n" for br and between blocks; white space of the source is kept for the cleaner. */
function textOf(node: Tree.Node): string {
  if (node.nodeName === "#text") return (node as Tree.TextNode).value.replace(/\s+/g, " ");
  if (!isElement(node)) return "";
  if (node.tagName === "br") return "\n";
  if (SKIPPED.has(node.tagName)) return "";
  const inner = node.childNodes.map(textOf).join("");
  return INLINE.has(node.tagName) ? inner : `\n${inner}\n`;
}

/** Rows of a table, not those of tables inside its cells; spans are filled with the text of their cell. */
function tableRows(table: Tree.Element, placeOf: (row: Tree.Element) => Locator): TableRow[] {
  const rows: TableRow[] = [];
  const pending = new Map<number, { text: string; left: number }>();
  for (const row of rowElements(table)) {
    const cells: string[] = [];
    const fill = () => {
      for (let span = pending.get(cells.length); span; span = pending.get(cells.length)) {
        if (--span.left === 0) pending.delete(cells.length);
        cells.push(span.text);
      }
    };
    for (const cell of row.childNodes.filter(isElement)) {
      if (cell.tagName !== "td" && cell.tagName !== "th") continue;
      fill();
      const text = cleanText(textOf(cell)).replace(/\n+/g, "\n");
      const down = spanOf(cell, "rowspan");
      for (let i = spanOf(cell, "colspan"); i > 0; i--) {
        if (down > 1) pending.set(cells.length, { text, left: down - 1 });
        cells.push(text);
      }
    }
    fill();
    if (cells.some((cell) => cell !== "")) rows.push({ cells, at: placeOf(row) });
  }
  return rows;
}

function rowElements(node: Tree.Element): Tree.Element[] {
  return node.childNodes.filter(isElement).flatMap((child) => {
    if (child.tagName === "tr") return [child];
    return ["thead", "tbody", "tfoot"].includes(child.tagName) ? rowElements(child) : [];
  });
}

function spanOf(cell: Tree.Element, name: string): number {
  const value = Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1);
  return Number.isInteger(value) && value >= 1 && value <= 100 ? value : 1;
}
