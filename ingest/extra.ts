/** Reads the files of the added sources: unchanged ones from the cache, the others anew. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { DocumentError, DocumentLimitError, UnsupportedDocumentError } from "../knowledge/errors.ts";
import type { SourceReport } from "../knowledge/knowledge-base.ts";
import { openCache } from "./cache.ts";
import { guardImports } from "./guard/guard-imports.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import { openParser, type Parser } from "./parse-process.ts";
import type { LeftOut } from "./parsers/imported/imported-procedure.ts";
import { type FileReport, type ImportedFile, mergeImported } from "./parsers/imported/parse-imported.ts";
import { type AddedPlans, plansToRecords, type Registry } from "./parsers/imported/plans-to-records.ts";
import { type ImportedRecords, toRecords } from "./parsers/imported/to-records.ts";
import type { Progress } from "./progress.ts";
import { type ExtraFile, type ExtraSource, listFiles } from "./sources.ts";

export interface HashedFile extends ExtraFile {
  sha256: string;
}

export interface ExtraFiles {
  files: HashedFile[];
  /** Sources that are not there. */
  problems: DocumentError[];
}

/** What is there now, and what its bytes are. */
export async function hashFiles(sources: readonly ExtraSource[]): Promise<ExtraFiles> {
  const { files, problems } = await listFiles(sources);
  const hashed: HashedFile[] = [];
  for (const file of files) {
    try {
      hashed.push({ ...file, sha256: await hashOf(file.path) });
    } catch (error) {
      problems.push(new DocumentError(file.name, null, "không mở được tệp", error));
    }
  }
  return { files: hashed, problems };
}

/** Of a file that is too large to be read, its size and date stand for its bytes. */
async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  const { size, mtimeMs } = await stat(path);
  if (size > DEFAULT_LIMITS.maxBytes) return hash.update(`${size} ${mtimeMs}`).digest("hex");
  for await (const part of createReadStream(path, { end: DEFAULT_LIMITS.maxBytes }))
    hash.update(part as Buffer);
  return hash.digest("hex");
}

export interface ReadOptions {
  /** Domains of the office beside those of the state, whose addresses may be given as they are. */
  officialDomains?: readonly string[];
  parser?: Parser;
}

/** Of the shipped documents. */
export interface Known extends Registry {
  /** Of reviewed procedures. */
  codes: ReadonlySet<string>;
  documentIds: ReadonlySet<string>;
}

export interface ExtraResult {
  records: Omit<ImportedRecords, "leftOut"> & Omit<AddedPlans, "named">;
  problems: DocumentError[];
  reports: SourceReport[];
  /** Files that were parsed; the rest came from the cache. */
  filesRead: number;
}

/** `finishCache` is called in the end, with true if a version stands that was built from these files: then what others
 *  left in the cache goes. */
export async function readExtra(
  sources: readonly ExtraSource[],
  { files, problems: missing }: ExtraFiles,
  known: Known,
  cacheDirectory: string,
  report: (progress: Progress) => void,
  { officialDomains = [], parser = openParser() }: ReadOptions = {},
): Promise<ExtraResult & { finishCache: (isBuilt: boolean) => Promise<void> }> {
  const cache = openCache(cacheDirectory);
  const parsed: ImportedFile[] = [];
  const keeping: Promise<void>[] = [];
  let filesRead = 0;
  try {
    for (const [i, file] of files.entries()) {
      report({ step: `Đọc nguồn bổ sung ${file.name}`, done: i, total: files.length });
      const kept = await cache.get(file.name, file.sha256);
      if (kept) parsed.push(kept);
      else {
        const read = await parser.parse(file);
        filesRead++;
        parsed.push(read);
        // Written while the build goes on. A cache that can't be written costs time, nothing else. A file that met a
        // limit is tried again: the machine may have been busy.
        if (!read.leftOut.some(({ kind }) => kind === "file_limit"))
          keeping.push(cache.put(file.name, file.sha256, read).catch(() => undefined));
      }
    }
  } finally {
    parser.close();
  }
  if (files.length > 0) report({ step: "Đọc nguồn bổ sung", done: files.length, total: files.length });
  const merged = mergeImported(parsed);
  const guarded = guardImports(merged.procedures, merged.documents, merged.plans, officialDomains);
  const { leftOut, ...imported } = toRecords(guarded.procedures, guarded.documents, known.codes);
  const { named, ...plans } = plansToRecords(guarded.plans, known, known.documentIds);
  const records = {
    ...plans,
    documents: [...imported.documents, ...plans.documents],
    procedures: imported.procedures,
    passages: [...imported.passages, ...plans.passages],
  };
  const byFile = new Map<string, FileReport>(merged.files.map((row) => [row.file, row]));
  for (const report of byFile.values()) {
    report.procedures = 0;
    report.passages = 0;
    report.tasks = 0;
  }
  const agenciesOf = (file: string): string[] => named.get(file) ?? [];
  for (const { file, blocks, tasks } of guarded.plans) {
    byFile.get(file)!.passages += blocks.length;
    byFile.get(file)!.tasks += tasks.length;
  }
  for (const { origin } of records.procedures) byFile.get(origin!.file)!.procedures++;
  for (const { file, passages } of guarded.documents) byFile.get(file)!.passages += passages.length;
  for (const row of [...leftOut, ...guarded.findings]) byFile.get(row.file)!.leftOut.push(row);
  const problems = [
    ...missing,
    ...files.flatMap((file) =>
      byFile
        .get(file.name)!
        .leftOut.filter((row) => isFault(row, file))
        .map(toError),
    ),
  ];
  const reports = sources.map(({ path, from }) => ({
    path,
    from,
    files: files
      .filter((file) => file.source === path)
      .map((file) => ({ ...byFile.get(file.name)!, agencies: agenciesOf(file.name) })),
  }));
  const finishCache = async (isBuilt: boolean) => {
    await Promise.all(keeping);
    if (isBuilt) await cache.removeUnused();
  };
  return { records, problems, reports, filesRead, finishCache };
}

/** A damaged file stops the build wherever it lies: half of it may be missing. A file that is sound but no source of
 *  records (a scan, an error page, another format) or asks for too much stops it only where it was named by itself: a folder of an office
 *  always holds some. A row that is left out stops nothing. */
function isFault({ kind, place }: LeftOut, file: ExtraFile): boolean {
  if (kind === "file_unreadable") return true;
  if (!file.named) return false;
  const whole = place === null && (kind === "format_unknown" || kind === "empty");
  return whole || kind === "file_unsupported" || kind === "file_limit" || kind === "code_mismatch";
}

function toError({ file, place, kind, reason }: LeftOut): DocumentError {
  if (kind === "file_unsupported") return new UnsupportedDocumentError(file, place, reason);
  return kind === "file_limit"
    ? new DocumentLimitError(file, place, reason)
    : new DocumentError(file, place, reason);
}
