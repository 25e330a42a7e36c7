/** Word 2007 and later, by way of mammoth's HTML: heading styles, lists, tables and footnotes survive, images go. */
import mammoth from "mammoth";
import { DocumentError, UnsupportedDocumentError } from "../../knowledge/errors.ts";
import { Budget, type ReadLimits } from "../limits.ts";
import { capitalStyles, inCapitals, withMarkedCapitals } from "./capital-fonts.ts";
import { cleanLine } from "./clean-text.ts";
import { legacyRepaired } from "./decode-text.ts";
import type { DocumentContent, HiddenText, Source } from "./document.ts";
import { blocksOf } from "./html-blocks.ts";
import { parseHtml } from "./html-tree.ts";
import { scanXml } from "./office-xml.ts";
import { withoutHiddenRuns } from "./word-hidden.ts";
import { repackZip, unpackZip } from "./zip-entries.ts";

export async function read({ file, bytes }: Source, limits: ReadLimits): Promise<DocumentContent> {
  const parts = await unpackZip(file, bytes, (name) => /\.(?:xml|rels)$/.test(name), limits);
  const budget = new Budget(file, limits);
  const hidden: HiddenText[] = [];
  const styles = capitalStyles(parts.get("word/styles.xml")?.toString("utf8") ?? "");
  for (const [part, xml] of parts) {
    const text = xml.toString("utf8");
    scanXml(file, part, text, limits, () => budget.node());
    if (/^word\/(?:document|footnotes|endnotes)\d*\.xml$/.test(part))
      parts.set(
        part,
        Buffer.from(
          withMarkedCapitals(
            withoutHiddenRuns(text, (words) => hide(words, hidden)),
            styles,
          ),
        ),
      );
  }
  const html = inCapitals(legacyRepaired(await convert(file, await repackZip(parts))));
  const blocks = blocksOf(
    parseHtml(file, html, limits),
    (_node, n) => ({ kind: "paragraph", paragraph: n }),
    new Budget(file, limits),
    hidden,
  );
  if (blocks.length === 0)
    throw new UnsupportedDocumentError(file, null, "tệp Word không có chữ nào (có thể chỉ chứa ảnh chụp)");
  return { kind: "blocks", title: null, blocks, hidden };
}

/** Word keeps no place for a run; its words say where it is. */
function hide(words: string, hidden: HiddenText[]): void {
  const text = cleanLine(words);
  if (text !== "") hidden.push({ at: { kind: "pointer", pointer: "" }, text });
}

async function convert(file: string, bytes: Buffer): Promise<string> {
  try {
    const noImage = mammoth.images.imgElement(() => Promise.resolve({ src: "" }));
    const { value } = await mammoth.convertToHtml({ buffer: bytes }, { convertImage: noImage });
    return value;
  } catch (error) {
    throw new DocumentError(file, null, "tệp Word hỏng", error);
  }
}
