/** Any document that is no list and no procedure page: laws, decisions, forms, guidance. Passages under their
 *  headings, the headings being the reader's or, where the file has none, those that Vietnamese documents print:
 *  Phần, Chương, Mục, Điều, Phụ lục. */
import { MAX_HEADINGS } from "../../limits.ts";
import type { Block } from "../../readers/document.ts";
import { describePlace } from "../../readers/document.ts";
import { blocksIn, type ImportFormat, leftOut } from "./format.ts";
import type { ImportedText } from "./imported-procedure.ts";

/** Lower numbers are higher; below every heading that the file itself marks as one. */
const PRINTED_HEADINGS: readonly (readonly [level: number, RegExp])[] = [
  [101, /^(?:phụ lục|phần)(?:\s+(?:thứ\s+\p{L}+|[IVXLC]+|\d{1,3}))?(?!\p{L})[.:]?/iu],
  [102, /^chương\s+(?:[IVXLC]+|\d{1,3})(?!\p{L})[.:]?/iu],
  [103, /^mục\s+(?:[IVXLC]+|\d{1,3})(?!\p{L})[.:]?/iu],
  [104, /^điều\s+\d{1,4}[a-zđ]?[.:]\s/iu],
];
/** An article's own text may follow its number on the same line; then the line is a passage, not only a heading. */
const LONGEST_HEADING = 200;
const LONGEST_MARKED_HEADING = 1000;
const LETTERHEAD =
  /^(?:cộng h(?:òa|oà) xã hội|độc lập\s*[-–]|quốc hội$|chính phủ$|bộ [\p{Lu}\s]+$|(?:ubnd|ủy ban nhân dân)|hội đồng nhân dân|số\s*:|luật số|mẫu\b|_+$|-+$)/iu;
const FILL_IN = /(?:\s?[.…_]){4,}/gu;
const TITLE_BLOCKS = 25;

export const textDocument: ImportFormat = {
  id: "text_document",
  name: "văn bản, biểu mẫu (từng đoạn theo đề mục)",
  recognises: (document) => document.content.kind === "blocks",
  parse: (document) => {
    const blocks = blocksIn(document).map(withoutDots);
    const title =
      titleOf(document.content.kind === "blocks" ? document.content.title : null, blocks) ?? document.file;
    const passages = passagesOf(blocks);
    if (passages.length > 0)
      return { procedures: [], documents: [{ file: document.file, title, passages }], leftOut: [] };
    return {
      procedures: [],
      documents: [],
      leftOut: [leftOut(document.file, null, "empty", "không có đoạn văn nào")],
    };
  },
};

/** Dotted lines of a form become one sign. */
function withoutDots(block: Block): Block {
  if (block.type === "table") {
    return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(closeDots) })) };
  }
  return { ...block, text: closeDots(block.text) };
}

const closeDots = (text: string): string =>
  text
    .replace(FILL_IN, " …")
    .replace(/(?<!\s)(?:\s*…){2,}/gu, " …")
    .trim();

const isCapitals = (text: string): boolean =>
  /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text.replace(/\([^()]*\)/g, ""));

/** The page's title, the first heading, or the first lines in capitals below the letterhead; null without any. */
function titleOf(title: string | null, blocks: readonly Block[]): string | null {
  if (title) return title;
  const first = blocks.slice(0, TITLE_BLOCKS);
  const heading = first.find((block) => block.type === "heading");
  if (heading?.type === "heading") return heading.text;
  const texts = first.flatMap((block) => (block.type === "table" ? [] : block.text.split("\n")));
  const start = texts.findIndex((text) => isCapitals(text) && !LETTERHEAD.test(text) && text.length > 3);
  if (start < 0) return null;
  const lines = texts.slice(start, start + 3);
  const end = lines.findIndex((text, i) => i > 0 && (!isCapitals(text) || printedLevel(text) > 0));
  return lines
    .slice(0, end < 0 ? lines.length : end)
    .join(" ")
    .slice(0, 300);
}

function printedLevel(text: string): number {
  if (text.length > LONGEST_HEADING) return 0;
  return PRINTED_HEADINGS.find(([, pattern]) => pattern.test(text))?.[0] ?? 0;
}

/** 0: no heading, or one that is too long to stand above others. */
function levelOf(block: Exclude<Block, { type: "table" }>): number {
  if (block.type !== "heading") return printedLevel(block.text);
  return block.text.length > LONGEST_MARKED_HEADING ? 0 : block.level;
}

function passagesOf(blocks: readonly Block[]): ImportedText["passages"] {
  const passages: ImportedText["passages"] = [];
  const path: { level: number; text: string }[] = [];
  const headings = () => path.map((heading) => heading.text);
  let openTitle = false;
  for (const block of blocks) {
    if (block.type === "table") {
      openTitle = false;
      for (const row of block.rows) {
        const text = rowText(row.cells);
        if (/\p{L}/u.test(text))
          passages.push({ headings: headings(), text, locator: describePlace(row.at) });
      }
      continue;
    }
    if (!/\p{L}/u.test(block.text)) continue;
    const level = levelOf(block);
    if (level > 0) {
      while (path.length > 0 && path.at(-1)!.level >= level) path.pop();
      path.length = Math.min(path.length, MAX_HEADINGS - 1);
      path.push({ level, text: block.text });
      // "Chương I" alone: its name is the next line.
      openTitle = /^(?:chương|phần|mục|phụ lục)\s+\S+$/iu.test(block.text);
    } else if (openTitle && isCapitals(block.text)) {
      path.at(-1)!.text += `. ${block.text}`;
      openTitle = false;
    } else {
      openTitle = false;
      passages.push({ headings: headings(), text: block.text, locator: describePlace(block.at) });
    }
  }
  return passages;
}

/** Cells of a row, a spanned one once. */
const rowText = (cells: readonly string[]): string =>
  cells.filter((cell, i) => cell !== "" && cell !== cells[i - 1]).join(" | ");
