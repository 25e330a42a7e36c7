/** PDF with a text layer. A scan has none and is refused; so is a file of which some pages are scans, because half a
 *  document is worse than none. Lines are joined into paragraphs, running heads are dropped. */
import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import { DocumentError, DocumentLimitError, UnsupportedDocumentError } from "../../knowledge/errors.ts";
import { Budget, overLimit, type ReadLimits } from "../limits.ts";
import { cleanLine } from "./clean-text.ts";
import { tcvn3Repaired } from "./decode-text.ts";
import type { Block, DocumentContent, Source } from "./document.ts";
import { joinLines, type PageLine, withoutRunningHeads } from "./page-lines.ts";

/** A page with fewer letters may be a scan with a stamp or a page number on it. */
const FEW_LETTERS = 10;
const QUIET = 0;
/** Of letters that can be read, in points of a page. */
const LEAST_HEIGHT = 1;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

export async function read({ file, bytes }: Source, limits: ReadLimits): Promise<DocumentContent> {
  const budget = new Budget(file, limits);
  const cut = cutReason(bytes);
  if (cut !== null) {
    if (await isScan(file, bytes, limits))
      throw new UnsupportedDocumentError(file, null, `PDF quét ảnh, không có chữ, lại ${cut}`);
    throw new DocumentError(file, null, `PDF ${cut}`);
  }
  const pdf = await open(file, bytes);
  try {
    if (pdf.numPages > limits.maxPages)
      throw new DocumentLimitError(file, null, overLimit(limits.maxPages, "trang"));
    const texts = await textOfPages(file, pdf, budget);
    const bare = texts.flatMap((text, i) => (lettersIn(text) < FEW_LETTERS ? [i + 1] : []));
    if (bare.length === texts.length) {
      const advice = "cần bản có chữ hoặc nhận dạng chữ trước";
      throw new UnsupportedDocumentError(
        file,
        null,
        `PDF quét ảnh, không có chữ (${pdf.numPages} trang); ${advice}`,
      );
    }
    const scans: number[] = [];
    for (const page of bare) if (await hasDrawing(pdf, page)) scans.push(page);
    if (scans.length > 0)
      throw new UnsupportedDocumentError(file, `trang ${scans.join(", ")}`, "trang quét ảnh, không có chữ");
    const lines = texts.flatMap((text, i) =>
      text.split("\n").flatMap((printed, j): PageLine[] => {
        const line = cleanLine(printed);
        return line === "" ? [] : [{ page: i + 1, line: j + 1, text: line }];
      }),
    );
    const blocks = joinLines(withoutRunningHeads(lines, pdf.numPages)).map(({ page, line, text }): Block => {
      budget.block();
      return { type: "paragraph", text, at: { kind: "page", page, line } };
    });
    return { kind: "blocks", title: null, blocks };
  } finally {
    await pdf.cleanup();
  }
}

const lettersIn = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

/** Null for a whole file. */
function cutReason(bytes: Buffer): string | null {
  const tail = bytes.subarray(-4096).toString("latin1");
  // pdf.js would rebuild the list of pages from what is left of a cut file.
  if (!tail.includes("startxref") && !bytes.includes("startxref"))
    return "bị cắt giữa chừng (thiếu phần kết thúc)";
  return tail.includes("%%EOF") ? null : "bị cắt giữa chừng (thiếu %%EOF)";
}

/** Of a cut file: is what is left of it pictures of pages and nothing else? A whole copy would be no more use. */
async function isScan(file: string, bytes: Buffer, limits: ReadLimits): Promise<boolean> {
  try {
    const pdf = await open(file, bytes);
    try {
      if (pdf.numPages > limits.maxPages) return false;
      const texts = await textOfPages(file, pdf, new Budget(file, limits));
      return texts.every((text) => lettersIn(text) < FEW_LETTERS) && (await hasDrawing(pdf, 1));
    } finally {
      await pdf.cleanup();
    }
  } catch {
    return false;
  }
}

async function open(file: string, bytes: Buffer): Promise<Pdf> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: QUIET, isEvalSupported: false });
  } catch (error) {
    const { name } = error as Error;
    if (name === "PasswordException")
      throw new UnsupportedDocumentError(file, null, "PDF có mật khẩu; hãy bỏ mật khẩu rồi nạp lại", error);
    throw new DocumentError(file, null, "PDF hỏng", error);
  }
}

async function textOfPages(file: string, pdf: Pdf, budget: Budget): Promise<string[]> {
  const texts: string[] = [];
  for (let page = 1; page <= pdf.numPages; page++) {
    const text = await textOfPage(file, pdf, page);
    for (const line of text.split("\n")) budget.text(line, `trang ${page}`);
    texts.push(text);
  }
  return tcvn3Repaired(texts.join("\f")).split("\f");
}

async function textOfPage(file: string, pdf: Pdf, number: number): Promise<string> {
  try {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    return items
      .map((item) => {
        if (!("str" in item)) return "";
        // Letters without height are there for machines only.
        const isSeen =
          item.str.trim() === "" || Math.hypot(item.transform[2], item.transform[3]) >= LEAST_HEIGHT;
        return (isSeen ? item.str.replaceAll("\f", "") : "") + (item.hasEOL ? "\n" : "");
      })
      .join("");
  } catch (error) {
    throw new DocumentError(file, `trang ${number}`, "trang hỏng", error);
  }
}

/** Does the page show an image or paths? A blank page shows nothing. */
async function hasDrawing(pdf: Pdf, number: number): Promise<boolean> {
  const { OPS } = await getResolvedPDFJS();
  const drawing = new Set([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.constructPath,
  ]);
  const page = await pdf.getPage(number);
  const { fnArray } = await page.getOperatorList();
  return fnArray.some((operation) => drawing.has(operation));
}
