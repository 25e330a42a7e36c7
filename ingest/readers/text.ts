/** Plain text: every line that is not empty is a paragraph. */
import { Budget, type ReadLimits } from "../limits.ts";
import { cleanLine } from "./clean-text.ts";
import { decodeText } from "./decode-text.ts";
import type { Block, DocumentContent, Source } from "./document.ts";

export function read({ file, bytes }: Source, limits: ReadLimits): DocumentContent {
  const budget = new Budget(file, limits);
  const lines = decodeText(file, bytes).split(/\r\n|\r|\n/);
  const blocks = lines.flatMap((line, i): Block[] => {
    budget.text(line, `dòng ${i + 1}`);
    const text = cleanLine(line);
    if (text === "") return [];
    budget.block();
    return [{ type: "paragraph", text, at: { kind: "line", line: i + 1 } }];
  });
  return { kind: "blocks", title: null, blocks };
}
