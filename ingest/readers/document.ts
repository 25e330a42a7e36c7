/** What a reader makes of a file: blocks, tables or values, each with the place where it stands. All text is clean
 *  (see clean-text.ts), so that it may be quoted. Knows nothing of procedures. */
import type { ReadLimits } from "../limits.ts";

/** Where something stands inside its file; every number counts from 1. */
export type Locator =
  | { kind: "line"; line: number }
  | { kind: "page"; page: number; line: number }
  /** `sheet` is null in a CSV file. */
  | { kind: "row"; sheet: string | null; row: number }
  /** JSON pointer (RFC 6901): "", "/0/methods/1". */
  | { kind: "pointer"; pointer: string }
  /** Word files keep no lines; paragraphs are counted, those of tables included. */
  | { kind: "paragraph"; paragraph: number };

export interface TableRow {
  /** A cell that spans rows or columns repeats its text in each of them. Lines inside a cell are kept. */
  cells: string[];
  at: Locator;
}

export type Block =
  /** Level 1 is the highest; only the order counts. */
  | { type: "heading"; level: number; text: string; at: Locator }
  | { type: "paragraph"; text: string; at: Locator }
  | { type: "item"; text: string; at: Locator }
  | { type: "table"; rows: TableRow[]; at: Locator };

export interface Sheet {
  name: string | null;
  rows: TableRow[];
}

export interface ValueAt {
  /** Plain JSON, strings cleaned. */
  value: unknown;
  at: Locator;
}

/** Text that nobody sees who opens the document: display:none, hidden runs, white on white. Not part of the content. */
export interface HiddenText {
  at: Locator;
  text: string;
}

export type DocumentContent =
  | { kind: "blocks"; title: string | null; blocks: readonly Block[]; hidden?: readonly HiddenText[] }
  | { kind: "tables"; sheets: readonly Sheet[] }
  /** May be iterated several times; each time parses anew, so that a long file is never held as objects. Iterating
   *  throws DocumentError at a broken line. */
  | { kind: "values"; values: Iterable<ValueAt> };

export interface ReadDocument {
  /** Name as given, ".gz" included. */
  file: string;
  mediaType: string;
  content: DocumentContent;
}

/** A file to be read: its name and its bytes, already unpacked when it was gzip. */
export interface Source {
  file: string;
  /** Lower case, without ".gz": ".csv". */
  extension: string;
  bytes: Buffer;
}

export type Reader = (source: Source, limits: ReadLimits) => DocumentContent | Promise<DocumentContent>;

/** For people, in Vietnamese: "dòng 12", "trang 3, dòng 4", "trang tính Danh sách, hàng 12". */
export function describePlace(at: Locator): string {
  switch (at.kind) {
    case "line":
      return `dòng ${at.line}`;
    case "page":
      return `trang ${at.page}, dòng ${at.line}`;
    case "row":
      return at.sheet === null ? `hàng ${at.row}` : `trang tính ${at.sheet}, hàng ${at.row}`;
    case "pointer":
      return at.pointer === "" ? "toàn tệp" : `mục ${at.pointer}`;
    case "paragraph":
      return `đoạn ${at.paragraph}`;
  }
}
