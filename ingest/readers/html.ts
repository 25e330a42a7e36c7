/** HTML pages. A page that only says "not found" is no document. */
import type { DefaultTreeAdapterTypes } from "parse5";
import { DocumentError, UnsupportedDocumentError } from "../../knowledge/errors.ts";
import { Budget, type ReadLimits } from "../limits.ts";
import { cleanLine } from "./clean-text.ts";
import { decodeText } from "./decode-text.ts";
import type { DocumentContent, HiddenText, Source } from "./document.ts";
import { blocksOf, isElement } from "./html-blocks.ts";
import { parseHtml } from "./html-tree.ts";

const CHARSET = /<meta[^<>]+charset=["']?\s*([\w-]+)/i;
const ERROR_TITLE =
  /^\s*(?:(?:lỗi|error)\s*)?(?:[:-]\s*)?(?:[45]\d\d\b|not found|server error|bad gateway|forbidden|access denied|service unavailable|request rejected|không tìm thấy|trang không tồn tại|truy cập bị từ chối|just a moment|attention required)/i;
const ERROR_PAGE_LENGTH = 1500;

export function read({ file, bytes }: Source, limits: ReadLimits): DocumentContent {
  const declared = CHARSET.exec(bytes.subarray(0, 2048).toString("latin1"))?.[1] ?? null;
  const text = decodeText(file, bytes, declared);
  if (/<html\b/i.test(text) && !/<\/(?:html|body)\s*>/i.test(text)) {
    throw new DocumentError(file, null, "trang HTML bị cắt giữa chừng (thiếu thẻ đóng </html>)");
  }
  const tree = parseHtml(file, text, limits, { sourceCodeLocationInfo: true });
  const title = titleOf(tree);
  const hidden: HiddenText[] = [];
  const blocks = blocksOf(
    tree,
    (node) => ({ kind: "line", line: lineOf(node) }),
    new Budget(file, limits),
    hidden,
  );
  const length = blocks.reduce((sum, block) => sum + (block.type === "table" ? 200 : block.text.length), 0);
  const first = blocks.find((block) => block.type === "heading");
  if (
    length < ERROR_PAGE_LENGTH &&
    [title, first?.type === "heading" ? first.text : null].some(isErrorTitle)
  ) {
    throw new UnsupportedDocumentError(
      file,
      null,
      `trang báo lỗi của máy chủ, không phải văn bản: “${title ?? ""}”`,
    );
  }
  if (length === 0)
    throw new UnsupportedDocumentError(
      file,
      null,
      "trang HTML không có chữ nào (có thể dựng bằng JavaScript)",
    );
  return { kind: "blocks", title, blocks, hidden };
}

/** Line of the first sign that is no white space. */
function lineOf(node: DefaultTreeAdapterTypes.Node): number {
  const start = node.sourceCodeLocation?.startLine ?? 1;
  if (node.nodeName !== "#text") return start;
  const [space] = /^\s*/.exec((node as DefaultTreeAdapterTypes.TextNode).value)!;
  return start + space.split("\n").length - 1;
}

const isErrorTitle = (title: string | null): boolean => title !== null && ERROR_TITLE.test(title);

/** The page's title element; null without one. */
function titleOf(node: DefaultTreeAdapterTypes.ParentNode): string | null {
  for (const child of node.childNodes) {
    if (!isElement(child)) continue;
    if (child.tagName === "body") return null;
    if (child.tagName === "title") {
      const [text] = child.childNodes;
      return text?.nodeName === "#text"
        ? cleanLine((text as DefaultTreeAdapterTypes.TextNode).value) || null
        : null;
    }
    const inner = titleOf(child);
    if (inner !== null) return inner;
  }
  return null;
}
