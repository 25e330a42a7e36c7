/** Word 2007 and later, by way of mammoth's HTML: heading styles, lists, tables and footnotes survive, images go. */
import mammoth from "mammoth";
import { parse } from "parse5";
import { DocumentError, UnsupportedDocumentError } from "../../knowledge/errors.ts";
import { tcvn3Repaired } from "./decode-text.ts";
import type { DocumentContent, ReadLimits, Source } from "./document.ts";
import { blocksOf } from "./html-blocks.ts";
import { checkZip } from "./zip-entries.ts";

export async function read({ file, bytes }: Source, limits: ReadLimits): Promise<DocumentContent> {
  checkZip(file, bytes, limits.maxUnpackedBytes);
  const html = tcvn3Repaired(await convert(file, bytes));
  const blocks = blocksOf(parse(html), (_node, n) => ({ kind: "paragraph", paragraph: n }));
  if (blocks.length === 0)
    throw new UnsupportedDocumentError(file, null, "tệp Word không có chữ nào (có thể chỉ chứa ảnh chụp)");
  return { kind: "blocks", title: null, blocks };
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
