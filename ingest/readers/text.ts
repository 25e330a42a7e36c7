/** Plain text: every line that is not empty is a paragraph. */
import { cleanLine } from "./clean-text.ts";
import { decodeText } from "./decode-text.ts";
import type { Block, DocumentContent, Source } from "./document.ts";

export function read({ file, bytes }: Source): DocumentContent {
  const lines = decodeText(file, bytes).split(/\r\n|\r|\n/);
  const blocks = lines.flatMap((line, i): Block[] => {
    const text = cleanLine(line);
    return text === "" ? [] : [{ type: "paragraph", text, at: { kind: "line", line: i + 1 } }];
  });
  return { kind: "blocks", title: null, blocks };
}
