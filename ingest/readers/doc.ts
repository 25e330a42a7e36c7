/** Word 97–2003. Tables come as lines with tabs between the cells; spans are lost. */
import WordExtractor from "word-extractor";
import { DocumentError, UnsupportedDocumentError } from "../../knowledge/errors.ts";
import { Budget, type ReadLimits } from "../limits.ts";
import type { PrintedLine } from "./bar-tables.ts";
import { cleanLine } from "./clean-text.ts";
import { legacyRepaired } from "./decode-text.ts";
import type { DocumentContent, Source } from "./document.ts";
import { checkOle } from "./ole-check.ts";
import { blocksOf } from "./text.ts";

export async function read({ file, bytes }: Source, limits: ReadLimits): Promise<DocumentContent> {
  checkOle(file, bytes);
  const text = legacyRepaired(await extract(file, bytes));
  const budget = new Budget(file, limits);
  const lines = text
    .split(/[\r\n]+/)
    .filter((line) => cleanLine(line) !== "")
    .map((line, i): PrintedLine => {
      budget.text(line);
      return { text: line, at: { kind: "paragraph", paragraph: i + 1 } };
    });
  const blocks = blocksOf(lines, budget);
  if (blocks.length === 0)
    throw new UnsupportedDocumentError(file, null, "tệp Word không có chữ nào (có thể chỉ chứa ảnh chụp)");
  return { kind: "blocks", title: null, blocks };
}

async function extract(file: string, bytes: Buffer): Promise<string> {
  try {
    const document = await new WordExtractor().extract(bytes);
    return [
      document.getBody(),
      document.getTextboxes(),
      document.getFootnotes(),
      document.getEndnotes(),
    ].join("\n");
  } catch (error) {
    throw new DocumentError(file, null, "tệp Word hỏng", error);
  }
}
