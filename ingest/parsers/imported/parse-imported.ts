/** From files as an office has them to records: read, recognise, parse, one file after the other. A file is taken
 *  whole or, when it is broken, not at all; the report says for each what was indexed and what was not, and why. */
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { DocumentError } from "../../../knowledge/errors.ts";
import type { ReadLimits } from "../../limits.ts";
import { describePlace, type ReadDocument } from "../../readers/document.ts";
import { asDocumentError, readDocument } from "../../readers/read-document.ts";
import type { PrintedPlan } from "../plan/printed-plan.ts";
import { formatOf } from "./formats.ts";
import type {
  ImportedProcedure,
  ImportedText,
  LeftOut,
  LeftOutKind,
  ParsedFile,
} from "./imported-procedure.ts";

export interface ImportFile {
  /** As shown in messages and citations, with "/". */
  name: string;
  bytes: () => Uint8Array | Promise<Uint8Array>;
}

export interface FileReport {
  file: string;
  /** Id of the format; null when the file could not be read or was not recognised. */
  format: string | null;
  /** How many were indexed from it, duplicates not counted. */
  procedures: number;
  passages: number;
  tasks: number;
  leftOut: LeftOut[];
}

export interface ImportResult {
  procedures: ImportedProcedure[];
  documents: ImportedText[];
  plans: PrintedPlan[];
  /** Everything that was not indexed, of all files. */
  problems: LeftOut[];
  files: FileReport[];
}

export type ImportedFile = ParsedFile & { file: string; format: string | null };

/** One file. Never throws for a bad document; the reason is in `leftOut`. */
export async function importFile(file: ImportFile, limits: Partial<ReadLimits> = {}): Promise<ImportedFile> {
  const bytes = await file.bytes();
  try {
    const document = await readDocument(file.name, bytes, limits);
    const format = formatOf(document);
    if (!format) return refused(file.name, null, "format_unknown", UNKNOWN);
    const parsed = format.parse(document);
    const leftOut = [...parsed.leftOut, ...hiddenIn(document)];
    if (
      parsed.procedures.length + parsed.documents.length + (parsed.plans?.length ?? 0) + leftOut.length ===
      0
    )
      return refused(file.name, null, "empty", "không có bản ghi nào");
    return { file: file.name, format: format.id, ...parsed, leftOut };
  } catch (error) {
    return refusedFor(file.name, asDocumentError(file.name, error));
  }
}

/** What would be accepted, and what to do. */
const UNKNOWN =
  "không nhận ra loại dữ liệu trong tệp; nhận được: bảng nhiệm vụ có các cột nội dung, chủ trì, thời gian; danh sách thủ tục có cột mã số hoặc tên thủ tục; văn bản có chữ (.docx, .pdf, .txt, .md, .html). Hãy sửa hàng tiêu đề của bảng, hoặc lưu lại thành văn bản";

const KINDS = {
  document_unsupported: "file_unsupported",
  document_limit: "file_limit",
} as const satisfies Record<string, LeftOutKind>;

/** A file of which nothing is taken, for the reason that the error names. */
export function refusedFor(file: string, error: DocumentError): ImportedFile {
  const kind = KINDS[error.code as keyof typeof KINDS] ?? "file_unreadable";
  const prefix = `${error.file}${error.place ? ` (${error.place})` : ""}: `;
  const reason = error.message.startsWith(prefix) ? error.message.slice(prefix.length) : error.message;
  return refused(file, error.place, kind, reason);
}

const refused = (file: string, place: string | null, kind: LeftOutKind, reason: string): ImportedFile => ({
  file,
  format: null,
  procedures: [],
  documents: [],
  leftOut: [{ file, place, kind, reason }],
});

const LONGEST_SHOWN = 120;

function hiddenIn({ file, content }: ReadDocument): LeftOut[] {
  if (content.kind !== "blocks") return [];
  return (content.hidden ?? []).map(({ at, text }) => ({
    file,
    place: at.kind === "pointer" ? null : describePlace(at),
    kind: "hidden_text",
    reason: `chữ ẩn, không dùng: “${text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text}”`,
  }));
}

/** Files one by one, so that no more than one is in memory besides the records. */
export async function* importEach(
  files: Iterable<ImportFile> | AsyncIterable<ImportFile>,
  limits: Partial<ReadLimits> = {},
): AsyncGenerator<ImportedFile> {
  for await (const file of files) yield await importFile(file, limits);
}

/** All files together, see mergeImported. */
export async function parseImported(
  files: Iterable<ImportFile> | AsyncIterable<ImportFile>,
  limits: Partial<ReadLimits> = {},
): Promise<ImportResult> {
  const parsed: ImportedFile[] = [];
  for await (const file of importEach(files, limits)) parsed.push(file);
  return mergeImported(parsed);
}

/** A code that comes twice is kept where it came first, unless that was only a line of a list. */
export function mergeImported(parsed: Iterable<ImportedFile>): ImportResult {
  const kept = new Map<string, ImportedProcedure>();
  const documents: ImportedText[] = [];
  const plans: PrintedPlan[] = [];
  const reports = new Map<string, FileReport>();
  for (const { file, format, procedures, documents: texts, plans: own = [], leftOut } of parsed) {
    const report: FileReport = { file, format, procedures: 0, passages: 0, tasks: 0, leftOut: [...leftOut] };
    reports.set(file, report);
    for (const plan of own) {
      plans.push(plan);
      report.passages += plan.blocks.length;
      report.tasks += plan.tasks.length;
    }
    for (const text of texts) {
      documents.push(text);
      report.passages += text.passages.length;
    }
    for (const procedure of procedures) {
      const key = keyOf(procedure);
      const first = kept.get(key);
      if (first && !(isThin(first) && !isThin(procedure))) {
        report.leftOut.push(duplicateOf(procedure, first));
        continue;
      }
      if (first) {
        const other = reports.get(first.source.file);
        if (other) {
          other.procedures--;
          other.leftOut.push(duplicateOf(first, procedure));
        }
      }
      kept.set(key, procedure);
      report.procedures++;
    }
  }
  const all = [...reports.values()];
  return {
    procedures: [...kept.values()],
    documents,
    plans,
    problems: all.flatMap((report) => report.leftOut),
    files: all,
  };
}

/** The same procedure of another province is another record. Without a code nothing is the same. */
function keyOf({ code, issuerSuffix, source }: ImportedProcedure): string {
  return code === null ? `${source.file}\n${source.locator}` : `${code}\n${issuerSuffix ?? ""}`;
}

const isThin = (procedure: ImportedProcedure): boolean =>
  procedure.steps.length === 0 && procedure.documents.length === 0 && procedure.methods.length === 0;

function duplicateOf(lost: ImportedProcedure, kept: ImportedProcedure): LeftOut {
  const place = `${kept.source.file} (${kept.source.locator})`;
  return {
    file: lost.source.file,
    place: lost.source.locator,
    kind: "code_duplicate",
    reason: `mã ${lost.codeFull ?? lost.code} đã có tại ${place}, bản này không dùng`,
  };
}

/** The files under a directory, by name; hidden ones are passed over. */
export async function importFilesIn(directory: string): Promise<ImportFile[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: relative(directory, path).replaceAll("\\", "/"), bytes: () => readFile(path) }));
}
