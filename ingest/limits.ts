/** What one document may ask for. Each limit is far above what offices have and far below what stops a machine; a
 *  document that meets one is refused whole, by name, with the limit (DocumentLimitError). The readers keep the first
 *  kind, which says most; time and memory are kept from outside (parse-process.ts), for whatever a library does. */
import { DocumentLimitError } from "../knowledge/errors.ts";

export interface ReadLimits {
  /** Of the file as it lies on the disk. */
  maxBytes: number;
  /** Of what gzip or a zip container really unpacks to, all entries together. */
  maxUnpackedBytes: number;
  maxZipEntries: number;
  maxPages: number;
  /** Rows times columns of a spreadsheet up to its last filled cell, and cells of tables with their spans filled; of
   *  the whole document. */
  maxCells: number;
  /** Of one row. */
  maxColumns: number;
  /** Elements and pieces of text of an HTML page or a Word document. */
  maxNodes: number;
  /** Elements inside each other (HTML, XML), arrays and objects inside each other (JSON). */
  maxDepth: number;
  /** Paragraphs, headings, items, tables. */
  maxBlocks: number;
  /** Of one paragraph, cell or line. */
  maxBlockCharacters: number;
  /** Of the text that comes out of the document, repeated cells counted as often as they are repeated. */
  maxCharacters: number;
  /** Values of a JSON list, lines of JSON Lines. */
  maxRecords: number;
  /** Of the strings of one value of a list. */
  maxRecordCharacters: number;
}

const MEGABYTE = 2 ** 20;

export const DEFAULT_LIMITS: Readonly<ReadLimits> = {
  maxBytes: 64 * MEGABYTE,
  maxUnpackedBytes: 256 * MEGABYTE,
  maxZipEntries: 5000,
  maxPages: 2000,
  maxCells: 1_000_000,
  maxColumns: 2000,
  maxNodes: 1_000_000,
  maxDepth: 200,
  maxBlocks: 100_000,
  maxBlockCharacters: 100_000,
  maxCharacters: 50_000_000,
  maxRecords: 100_000,
  maxRecordCharacters: 1_000_000,
};

export interface ProcessLimits {
  /** Of processor time for one file. */
  seconds: number;
  /** By the clock, for a file that waits and computes nothing (a network drive that does not answer). */
  waitSeconds: number;
  /** Of the whole process that reads, buffers outside the heap included. */
  megabytes: number;
}

export const PROCESS_LIMITS: Readonly<ProcessLimits> = { seconds: 60, waitSeconds: 300, megabytes: 1024 };

/** Files of one added folder. */
export const MAX_FILES = 50_000;

/** Headings above a passage; deeper ones replace the last. */
export const MAX_HEADINGS = 12;

/** "quá 1.000.000 ô". */
export const overLimit = (limit: number, unit: string): string =>
  `quá ${limit.toLocaleString("vi-VN")} ${unit}`;

export const inMegabytes = (bytes: number): string => `${Math.round(bytes / MEGABYTE)} MB`;

/** Counts what a document gives while it is read. */
export class Budget {
  readonly #file: string;
  readonly #limits: ReadLimits;
  #cells = 0;
  #characters = 0;
  #blocks = 0;
  #nodes = 0;

  constructor(file: string, limits: ReadLimits) {
    this.#file = file;
    this.#limits = limits;
  }

  node(): void {
    this.#nodes++;
    this.#check(this.#nodes, this.#limits.maxNodes, "phần tử");
  }

  depth(depth: number, what: string): void {
    if (depth > this.#limits.maxDepth)
      throw this.#over(`${what} lồng quá sâu: ${overLimit(this.#limits.maxDepth, "tầng")}`);
  }

  block(): void {
    this.#blocks++;
    this.#check(this.#blocks, this.#limits.maxBlocks, "đoạn");
  }

  /** A piece of text, before any work is done on it. */
  text(text: string, place: string | null = null): void {
    if (text.length > this.#limits.maxBlockCharacters) {
      const { maxBlockCharacters } = this.#limits;
      throw this.#over(overLimit(maxBlockCharacters, "ký tự trong một đoạn hoặc một ô"), place);
    }
    this.#characters += text.length;
    this.#check(this.#characters, this.#limits.maxCharacters, "ký tự");
  }

  cells(count: number): void {
    this.#cells += count;
    this.#check(this.#cells, this.#limits.maxCells, "ô");
  }

  columns(count: number): void {
    this.#check(count, this.#limits.maxColumns, "cột");
  }

  #check(count: number, limit: number, unit: string): void {
    if (count > limit) throw this.#over(overLimit(limit, unit));
  }

  #over(reason: string, place: string | null = null): DocumentLimitError {
    return new DocumentLimitError(this.#file, place, reason);
  }
}
