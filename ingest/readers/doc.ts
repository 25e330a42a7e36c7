/** Word 97–2003. Tables come as lines with tabs between the cells, spans are lost. */
import WordExtractor from "word-extractor";
import { DocumentError, UnsupportedDocumentError } from "../../knowledge/errors.ts";
import { Budget, type ReadLimits } from "../limits.ts";
import { cleanLine } from "./clean-text.ts";
import { legacyRepaired } from "./decode-text.ts";
import type { Block, DocumentContent, Source } from "./document.ts";
import { checkOle } from "./ole-check.ts";

export async function read({ file, bytes }: Source, limits: ReadLimits): Promise<DocumentContent> {
  checkOle(file, bytes);
  const text = legacyRepaired(await extract(file, bytes));
  const budget = new Budget(file, limits);
  const lines = text.split(/[\r\n]+/).map((line) => {
    budget.text(line);
    return cleanLine(line);
  });
  const blocks = lines
    .filter((line) => line !== "")
    .map((line, i): Block => {
      budget.block();
      return { type: "paragraph", text: line, at: { kind: "paragraph", paragraph: i + 1 } };
    });
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
