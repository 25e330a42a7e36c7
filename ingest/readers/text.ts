/** Plain text: every line that is not empty is a paragraph, and lines set with bars are tables. */
import { Budget, type ReadLimits } from "../limits.ts";
import { barTableAt, type PrintedLine } from "./bar-tables.ts";
import { cleanLine } from "./clean-text.ts";
import { decodeText } from "./decode-text.ts";
import type { Block, DocumentContent, Source } from "./document.ts";

export function read({ file, bytes }: Source, limits: ReadLimits): DocumentContent {
  const budget = new Budget(file, limits);
  const lines = decodeText(file, bytes)
    .split(/\r\n|\r|\n/)
    .map((text, i): PrintedLine => {
      budget.text(text, `dòng ${i + 1}`);
      return { text, at: { kind: "line", line: i + 1 } };
    });
  return { kind: "blocks", title: null, blocks: blocksOf(lines, budget) };
}

/** Throws DocumentLimitError. */
export function blocksOf(lines: readonly PrintedLine[], budget: Budget): Block[] {
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; ) {
    const { text, at } = lines[i]!;
    const table = barTableAt(lines, i);
    if (table) {
      for (const { cells } of table.block.type === "table" ? table.block.rows : []) {
        budget.columns(cells.length);
        budget.cells(cells.length);
      }
      budget.block();
      blocks.push(table.block);
      i = table.next;
      continue;
    }
    i++;
    const words = cleanLine(text);
    if (words === "") continue;
    budget.block();
    blocks.push({ type: "paragraph", text: words, at });
  }
  return blocks;
}
