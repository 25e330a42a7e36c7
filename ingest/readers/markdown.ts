/** Markdown as portals and converters write it: headings with "#", pipe tables, lists, paragraphs. Marks of
 *  emphasis, code and links are dropped, their words kept. Source: GitHub Flavored Markdown 0.29, 4.2, 4.10, 5.2. */
import { withoutTail } from "../../knowledge/text-scan.ts";
import { Budget, type ReadLimits } from "../limits.ts";
import { cleanLine, cleanText } from "./clean-text.ts";
import { decodeText } from "./decode-text.ts";
import {
  type Block,
  type DocumentContent,
  describePlace,
  type Locator,
  type Source,
  type TableRow,
} from "./document.ts";

const HEADING = /^ {0,3}(#{1,6})\s/;
const TABLE_ROW = /^ {0,3}\|.*\|\s*$/;
const TABLE_RULE = /^ {0,3}\|(?:\s*:?-+:?\s*\|)+\s*$/;
/** A number is part of the text ("1. Người đọc …" is how laws count), a bullet is not. */
const ITEM = /^\s*(?:[*+-]\s+|(?=\d{1,3}[.)]\s))(.*)$/s;
const FENCE = /^ {0,3}(?:```|~~~)/;

export function read({ file, bytes }: Source, limits: ReadLimits): DocumentContent {
  const budget = new Budget(file, limits);
  const lines = decodeText(file, bytes).split(/\r\n|\r|\n/);
  const printed = new Budget(file, limits);
  for (const [i, line] of lines.entries()) printed.text(line, `dòng ${i + 1}`);
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; ) {
    const before = blocks.length;
    i = readBlock(lines, i, blocks);
    const added = blocks.slice(before);
    for (const block of added) count(block, budget);
  }
  const title = blocks.find((block) => block.type === "heading" && block.level === 1);
  return { kind: "blocks", title: title?.type === "heading" ? title.text : null, blocks };
}

function count(block: Block, budget: Budget): void {
  budget.block();
  if (block.type !== "table") budget.text(block.text, describePlace(block.at));
  const rows = block.type === "table" ? block.rows : [];
  for (const { cells } of rows) {
    budget.columns(cells.length);
    budget.cells(cells.length);
  }
}

/** Index of the line after the block that begins at line `i`. */
function readBlock(lines: string[], i: number, blocks: Block[]): number {
  const line = lines[i]!;
  const at: Locator = { kind: "line", line: i + 1 };
  if (line.trim() === "" || FENCE.test(line)) return i + 1;
  const heading = HEADING.exec(line);
  if (heading) {
    blocks.push({
      type: "heading",
      level: heading[1]!.length,
      text: plain(headingText(line.slice(heading[0].length))),
      at,
    });
    return i + 1;
  }
  if (TABLE_ROW.test(line)) return readTable(lines, i, blocks);
  const item = ITEM.exec(line);
  const type = item ? "item" : "paragraph";
  let to = i + 1;
  while (to < lines.length && continues(lines[to]!, item !== null)) to++;
  const text = plain([item ? item[1]! : line, ...lines.slice(i + 1, to)].join("\n"));
  if (text !== "") blocks.push({ type, text, at });
  return to;
}

/** Without the signs that may close it. */
function headingText(words: string): string {
  const text = words.trim();
  const open = withoutTail(text, /#/);
  return /\s$/.test(open) ? open.trimEnd() : text;
}

/** An item goes on over indented lines, lists inside it included; a paragraph up to an empty line. */
function continues(line: string, inItem: boolean): boolean {
  if (line.trim() === "") return false;
  if (inItem) return /^\s+\S/.test(line) && !TABLE_ROW.test(line);
  return !HEADING.test(line) && !TABLE_ROW.test(line) && !ITEM.test(line);
}

function readTable(lines: string[], from: number, blocks: Block[]): number {
  const rows: TableRow[] = [];
  let i = from;
  for (; i < lines.length && TABLE_ROW.test(lines[i]!); i++) {
    if (!TABLE_RULE.test(lines[i]!))
      rows.push({ cells: cellsOf(lines[i]!), at: { kind: "line", line: i + 1 } });
  }
  blocks.push({ type: "table", rows, at: { kind: "line", line: from + 1 } });
  return i;
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => plain(cell.replaceAll("\\|", "|")));
}

/** Words without their marks. */
function plain(text: string): string {
  const words = text
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/!?\[([^\][\n]*)\]\((?:[^()\s]|\([^()\s]*\))*\)/g, "$1")
    .replace(/\*\*([^*\n]+)\*\*/g, "$1")
    .replace(/`([^`\n]+)`/g, "$1");
  return words.includes("\n") ? cleanText(words) : cleanLine(words);
}
