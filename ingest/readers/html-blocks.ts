/** An HTML tree as blocks: headings, paragraphs, list items, tables. What is there for looks (scripts, styles,
 *  icons, menus, buttons) is left out. */
import type { DefaultTreeAdapterTypes as Tree } from "parse5";
import type { Budget } from "../limits.ts";
import { cleanLine, cleanText } from "./clean-text.ts";
import type { Block, HiddenText, Locator } from "./document.ts";
import { isHidden } from "./html-hidden.ts";
import { tableRows } from "./html-table.ts";

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

/** `placeOf` gives the place of the n-th block (from 1), which begins at a node. Hidden text is no block; it is added
 *  to `hidden`. Throws DocumentLimitError. */
export function blocksOf(
  root: Tree.ParentNode,
  placeOf: (node: Tree.Node, n: number) => Locator,
  budget: Budget,
  hidden: HiddenText[] = [],
): Block[] {
  const blocks: Block[] = [];
  const place = (node: Tree.Node) => placeOf(node, blocks.length + 1);
  const push = (block: Block) => {
    budget.block();
    blocks.push(block);
  };
  /** Parts of the page that a heading by class names. */
  const named = new Map<Tree.Node, number>();

  function hide(node: Tree.Element): void {
    const text = cleanLine(node.childNodes.map((child) => textOf(child, () => {})).join(""));
    if (text !== "") hidden.push({ at: place(node), text: text.slice(0, MAX_HEADING) });
  }

  function add(type: "paragraph" | "item", text: string, node: Tree.Node): void {
    budget.text(text);
    const cleaned = cleanText(text);
    if (cleaned !== "") push({ type, text: cleaned, at: place(node) });
  }

  function walk(parent: Tree.ParentNode, type: "paragraph" | "item"): void {
    let run: string[] = [];
    let first: Tree.Node | null = null;
    const flush = () => {
      add(type, run.join(""), first ?? parent);
      run = [];
      first = null;
    };
    for (const node of parent.childNodes) {
      if (!isElement(node) || isInline(node)) {
        const text = textOf(node, hide);
        if (first === null && text.trim() !== "") first = node;
        run.push(text);
      } else if (SKIPPED.has(node.tagName)) continue;
      else if (isHidden(node)) hide(node);
      else {
        flush();
        block(node, type);
      }
    }
    flush();
  }

  function block(node: Tree.Element, type: "paragraph" | "item"): void {
    const level = headingLevel(node);
    if (level > 0) {
      const text = cleanLine(textOf(node, hide));
      budget.text(text);
      if (text !== "") push({ type: "heading", level, text, at: place(node) });
    } else if (node.tagName === "table") {
      const rows = tableRows(node, (cell) => textOf(cell, hide), place, budget);
      if (rows.length > 0) push({ type: "table", rows, at: place(node) });
    } else walk(node, node.tagName === "li" ? "item" : node.tagName === "p" ? "paragraph" : type);
  }

  /** 0: no heading. A heading by class is one lower than the innermost part of the page it stands in. */
  function headingLevel(node: Tree.Element): number {
    const level = /^h([1-6])$/.exec(node.tagName)?.[1];
    if (level) return Number(level);
    if (!HEADING_CLASS.test(node.attrs.find(({ name }) => name === "class")?.value ?? "")) return 0;
    const text = cleanLine(textOf(node, () => {}));
    if (text === "" || text.length > MAX_HEADING) return 0;
    let own = CLASS_HEADING_LEVEL;
    for (let at: Tree.Node | null = node; at; at = isElement(at) ? at.parentNode : null)
      own = Math.max(own, named.get(at) ?? 0);
    named.set(containerOf(node), own + 1);
    return own + 1;
  }

  walk(root, "paragraph");
  return blocks;
}

/** The part of the page that a heading names: the first element around it that holds more than the heading. */
function containerOf(heading: Tree.Element): Tree.Node {
  let node: Tree.Node = heading.parentNode ?? heading;
  while (isElement(node) && node.parentNode && !hasTextTwice(node)) node = node.parentNode;
  return node;
}

/** More than one child holds text. */
function hasTextTwice(parent: Tree.Element): boolean {
  let found = 0;
  for (const child of parent.childNodes) if (hasText(child) && ++found > 1) return true;
  return false;
}

const holdsText = new WeakMap<Tree.Node, boolean>();

function hasText(node: Tree.Node): boolean {
  if (node.nodeName === "#text") return /\S/.test((node as Tree.TextNode).value);
  if (!isElement(node) || SKIPPED.has(node.tagName)) return false;
  let found = holdsText.get(node);
  if (found === undefined) {
    found = node.childNodes.some(hasText);
    holdsText.set(node, found);
  }
  return found;
}

export const isElement = (node: Tree.Node): node is Tree.Element => "tagName" in node;

/** A span that holds a div is no inline run. */
const isInline = (node: Tree.Element): boolean =>
  INLINE.has(node.tagName) &&
  node.childNodes.every((child) => !isElement(child) || SKIPPED.has(child.tagName) || isInline(child));

/** Text with "\n" for br and between blocks; white space of the source is kept for the cleaner. Elements that are not
 *  shown give none and are handed to `hide`. */
function textOf(node: Tree.Node, hide: (node: Tree.Element) => void): string {
  if (node.nodeName === "#text") return (node as Tree.TextNode).value.replace(/\s+/g, " ");
  if (!isElement(node)) return "";
  if (node.tagName === "br") return "\n";
  if (SKIPPED.has(node.tagName)) return "";
  if (isHidden(node)) {
    hide(node);
    return "";
  }
  const inner = node.childNodes.map((child) => textOf(child, hide)).join("");
  return INLINE.has(node.tagName) ? inner : `\n${inner}\n`;
}
