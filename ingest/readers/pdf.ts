/** PDF with a text layer. A scan has none and is refused; so is a file of which some pages are scans, because half a
 *  document is worse than none. Lines are joined into paragraphs, running heads are dropped. */
import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import { DocumentError, DocumentLimitError, UnsupportedDocumentError } from "../../knowledge/errors.ts";
import { Budget, overLimit, type ReadLimits } from "../limits.ts";
import { cleanLine } from "./clean-text.ts";
import { legacyRepaired } from "./decode-text.ts";
import type { Block, DocumentContent, Source } from "./document.ts";
import { joinLines, type PageLine, withoutRunningHeads } from "./page-lines.ts";
import { type Box, isContinued, isInside, type PageItem, type PageTable, tablesOf } from "./pdf-tables.ts";

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
    const pages = await readPages(file, pdf, budget);
    const bare = pages.flatMap((page, i) => (lettersIn(page) < FEW_LETTERS ? [i + 1] : []));
    if (bare.length === pages.length) {
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
    const blocks = blocksOf(pages, pdf.numPages);
    for (const block of blocks) {
      budget.block();
      for (const { cells } of block.type === "table" ? block.rows : []) {
        budget.columns(cells.length);
        budget.cells(cells.length);
      }
    }
    return { kind: "blocks", title: null, blocks };
  } finally {
    await pdf.cleanup();
  }
}

const lettersIn = ({ text, tables }: Page): number =>
  [text, ...tables.flatMap(({ rows }) => rows.flat())].join("").match(/\p{L}/gu)?.length ?? 0;

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
      const pages = await readPages(file, pdf, new Budget(file, limits));
      return pages.every((page) => lettersIn(page) < FEW_LETTERS) && (await hasDrawing(pdf, 1));
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

interface Page {
  /** All of it; a table has a line of its own that holds TABLE alone. */
  text: string;
  tables: PageTable[];
}

/** Stands for a table among the lines of its page. */
const TABLE = "\x0e";

async function readPages(file: string, pdf: Pdf, budget: Budget): Promise<Page[]> {
  const pages: Page[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await readPage(file, pdf, number);
    for (const line of page.text.split("\n")) budget.text(line, `trang ${number}`);
    for (const cell of page.tables.flatMap(({ rows }) => rows.flat())) budget.text(cell, `trang ${number}`);
    pages.push(page);
  }
  return repaired(pages);
}

/** The code page is told by all pages together. */
function repaired(pages: readonly Page[]): Page[] {
  const texts = pages.flatMap(({ text, tables }) => [text, ...tables.flatMap(({ rows }) => rows.flat())]);
  const read = legacyRepaired(texts.join("\f")).split("\f").values();
  const next = (): string => read.next().value ?? "";
  return pages.map(({ tables }) => ({
    text: next(),
    tables: tables.map((table) => ({ ...table, rows: table.rows.map((row) => row.map(next)) })),
  }));
}

async function readPage(file: string, pdf: Pdf, number: number): Promise<Page> {
  try {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const seen = items.flatMap((item): PageItem[] => {
      if (!("str" in item)) return [];
      const [, , c, d, x, y] = item.transform as number[];
      const height = Math.hypot(c!, d!);
      // Letters without height are there for machines only.
      const isSeen = item.str.trim() === "" || height >= LEAST_HEIGHT;
      const text = isSeen ? item.str.replaceAll("\f", "").replaceAll(TABLE, "") : "";
      return [{ text, x: x!, y: y!, width: item.width, height, endsLine: item.hasEOL }];
    });
    const tables = tablesOf(
      seen.filter(({ text }) => text.trim() !== ""),
      await boxesOf(page),
    );
    return { text: textAround(seen, tables), tables };
  } catch (error) {
    throw new DocumentError(file, `trang ${number}`, "trang hỏng", error);
  }
}

/** The lines of a page, with a mark where each of its tables begins. */
function textAround(items: readonly PageItem[], tables: readonly PageTable[]): string {
  const marked = new Set<PageTable>();
  return items
    .map((item) => {
      const table = item.text.trim() === "" ? undefined : tables.find((one) => isInside(item, one));
      if (!table) return item.text + (item.endsLine ? "\n" : "");
      if (marked.has(table)) return "";
      // Marks stand in the order of the tables.
      const before = tables.slice(0, tables.indexOf(table) + 1).filter((one) => !marked.has(one));
      for (const one of before) marked.add(one);
      return before.map(() => `\n${TABLE}\n`).join("");
    })
    .join("");
}

function blocksOf(pages: readonly Page[], count: number): Block[] {
  const lines: PageLine[] = [];
  const tables: { page: number; line: number; table: PageTable }[] = [];
  for (const [i, { text, tables: own }] of pages.entries()) {
    let found = 0;
    for (const [j, printed] of text.split("\n").entries()) {
      const at = { page: i + 1, line: j + 1 };
      if (printed.trim() === TABLE || printed.includes(TABLE)) tables.push({ ...at, table: own[found++]! });
      else if (cleanLine(printed) !== "") lines.push({ ...at, text: cleanLine(printed) });
    }
  }
  const kept = withoutRunningHeads(lines, count);
  const blocks: Block[] = [];
  let last: PageTable | undefined;
  let from = 0;
  const addText = (to: number) => {
    for (const { page, line, text } of joinLines(kept.slice(from, to)))
      blocks.push({ type: "paragraph", text, at: { kind: "page", page, line } });
    if (to > from) last = undefined;
    from = to;
  };
  for (const { page, line, table } of tables) {
    const before = kept.findIndex((row) => row.page > page || (row.page === page && row.line > line));
    addText(before < 0 ? kept.length : before);
    const at = { kind: "page", page, line } as const;
    const rows = table.rows.map((cells) => ({ cells: cells.map(cleanLine), at }));
    const open = blocks.at(-1);
    if (last && isContinued(last, table) && open?.type === "table") open.rows.push(...rows);
    else blocks.push({ type: "table", rows, at });
    last = table;
  }
  addText(kept.length);
  return blocks;
}

/** What is drawn on the page, as rectangles in points. */
async function boxesOf(page: Awaited<ReturnType<Pdf["getPage"]>>): Promise<Box[]> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const boxes: Box[] = [];
  const stack: number[][] = [];
  let matrix = [1, 0, 0, 1, 0, 0];
  for (const [i, operation] of fnArray.entries()) {
    if (operation === OPS.save) stack.push(matrix);
    else if (operation === OPS.restore) matrix = stack.pop() ?? matrix;
    else if (operation === OPS.transform) matrix = product(matrix, argsArray[i] as number[]);
    else if (operation === OPS.constructPath) {
      const [painted, , bounds] = argsArray[i] as [number, unknown, ArrayLike<number> | null];
      const isStroked = painted === OPS.stroke || painted === OPS.closeStroke;
      const isFilled = painted === OPS.fill || painted === OPS.eoFill || painted === OPS.fillStroke;
      if (bounds && (isStroked || isFilled)) boxes.push(boxOf(bounds, matrix, isStroked));
    }
  }
  return boxes;
}

function boxOf(bounds: ArrayLike<number>, [a, b, c, d, e, f]: readonly number[], isStroked: boolean): Box {
  const xs = [0, 2].flatMap((i) => [1, 3].map((j) => a! * bounds[i]! + c! * bounds[j]! + e!));
  const ys = [0, 2].flatMap((i) => [1, 3].map((j) => b! * bounds[i]! + d! * bounds[j]! + f!));
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    bottom: Math.min(...ys),
    top: Math.max(...ys),
    isStroked,
  };
}

function product(m: readonly number[], n: readonly number[]): number[] {
  const [a, b, c, d, e, f] = m as [number, number, number, number, number, number];
  const [g, h, i, j, k, l] = n as [number, number, number, number, number, number];
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
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
