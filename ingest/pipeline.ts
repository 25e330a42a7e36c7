/** From documents to a knowledge base version: read, parse, check the evidence, chunk, build, swap. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { AppError, DocumentError } from "../knowledge/errors.ts";
import {
  emptyRecords,
  type KnowledgeBase,
  type Records,
  type SourceReport,
} from "../knowledge/knowledge-base.ts";
import { officeDocument } from "../knowledge/office-profile.ts";
import {
  COMMON_PREFIX,
  type Evidence,
  type ProcedureRecord,
  type SourceDocument,
  sourceDocument,
} from "../knowledge/records.ts";
import {
  buildKnowledgeBase,
  currentFingerprint,
  heldFingerprint,
  type OpenOptions,
  openKnowledgeBase,
} from "../knowledge/versions.ts";
import { PARSER_VERSION } from "./cache.ts";
import { chunkRecords } from "./chunker.ts";
import { type ExtraFiles, hashFiles, readExtra } from "./extra.ts";
import { addCommon, leaveOut } from "./office/apply-office.ts";
import { COMMON_AGENCIES, commonAgencies } from "./office/common-agencies.ts";
import type { Office } from "./office/load-office.ts";
import { withOffice } from "./office/office-agencies.ts";
import { parseAgencies } from "./parsers/agencies.ts";
import { parseJson } from "./parsers/json-document.ts";
import type { Collective } from "./parsers/plan/parties.ts";
import { parsePlan } from "./parsers/plan.ts";
import { checkProcedures, parseProcedure } from "./parsers/procedures.ts";
import { TextLines } from "./parsers/text-lines.ts";
import type { Progress } from "./progress.ts";
import type { ExtraSource } from "./sources.ts";
import { markReplaced } from "./succession.ts";

export const SHIPPED_DOCUMENTS = fileURLToPath(new URL("./documents/", import.meta.url));
export const MANIFEST = "manifest.json";
/** Raised when parsers or chunks change what comes out of the same documents. */
const PIPELINE_FORMAT = 3;

/** Which of the shipped documents are taken in. */
export interface Shipped {
  /** With the agencies of its province. */
  plan: boolean;
  procedures: boolean;
}
/** From the setting SHIPPED_DOCUMENTS. */
export const shippedOf = (setting: "true" | "false" | "plan" | "procedures"): Shipped => ({
  plan: setting === "true" || setting === "plan",
  procedures: setting === "true" || setting === "procedures",
});
export const ALL_SHIPPED: Shipped = { plan: true, procedures: true };

export interface IngestOptions {
  /** Folder that holds the versions. */
  root: string;
  /** Default: all. */
  shipped?: Shipped;
  /** What the office states of its agencies and plans. */
  office?: Office | undefined;
  documentsDir?: string;
  /** Files and folders beside the shipped documents. */
  extra?: readonly ExtraSource[];
  /** Domains of the office beside those of the state ("thanhpho.example.vn"): see ReadOptions. */
  officialDomains?: readonly string[];
  /** Index what is sound although a document is bad. */
  keepGoing?: boolean;
  /** Build although nothing changed. */
  force?: boolean;
  onProgress?: (progress: Progress) => void;
}

export interface IngestResult {
  /** False: the sources are those of the version that serves. */
  built: boolean;
  version: string;
  counts: Record<keyof Records, number>;
  problems: DocumentError[];
  /** What each added source gave, and what was left out of it. */
  sources: SourceReport[];
  /** Files of the added sources that were parsed now; the others had not changed. */
  filesRead: number;
}

/** Some documents are bad and `keepGoing` was not given. The version that served before still serves. */
export class IngestError extends AppError {
  readonly problems: readonly DocumentError[];

  constructor(problems: readonly DocumentError[]) {
    super("ingest_failed", problems.map((problem) => problem.message).join("\n"));
    this.problems = problems;
  }
}

interface SourceFile {
  /** Relative to the documents folder, with "/". */
  name: string;
  content: string;
}

export const manifestSchema = z.strictObject({ documents: z.array(sourceDocument.strict()).min(1) });

/** Throws IngestError, or DocumentError when the manifest itself is bad. Sources that a person went back from (see
 *  `rollback`) are not built again unless forced. */
export async function ingest(options: IngestOptions): Promise<IngestResult> {
  const directory = options.documentsDir ?? SHIPPED_DOCUMENTS;
  const report = options.onProgress ?? (() => {});
  report({ step: "Đọc văn bản nguồn", done: 0, total: 1 });
  const shippedParts = options.shipped ?? ALL_SHIPPED;
  const files = await readFiles(directory);
  const extra = await hashFiles(options.extra ?? []);
  const officialDomains = options.officialDomains ?? [];
  const fingerprint = fingerprintOf(files, extra, officialDomains, shippedParts, options.office);
  if (!options.force && (await isServed(options.root, fingerprint))) {
    const knowledge = await openKnowledgeBase(options.root);
    const { version, sources } = knowledge;
    return { built: false, version, counts: countsOf(knowledge), problems: [], sources, filesRead: 0 };
  }
  report({ step: "Đọc văn bản nguồn", done: 1, total: 1 });
  const shipped = parseShipped(files, shippedParts, report);
  const common = await commonAgencies();
  const { office } = options;
  if (office && office.agencies.length > 0) {
    shipped.records.agencies = withOffice(shipped.records.agencies, office.agencies);
    shipped.records.documents.push(officeDocument(office.profile));
  }
  const added = await readExtra(
    options.extra ?? [],
    extra,
    {
      codes: new Set(shipped.records.procedures.map((row) => row.code)),
      documentIds: new Set(shipped.records.documents.map((row) => row.id)),
      agencies: shipped.records.agencies,
      collectives: shipped.collectives,
      common,
    },
    join(options.root, "cache"),
    report,
    { officialDomains },
  );
  let built = false;
  try {
    const problems = [...shipped.problems, ...added.problems];
    if (problems.length > 0 && !options.keepGoing) throw new IngestError(problems);
    for (const [table, rows] of Object.entries(added.records))
      (shipped.records[table as keyof typeof added.records] as unknown[]).push(...rows);
    leaveOut(shipped.records, office?.profile.plans ?? []);
    markReplaced(shipped.records, options.office?.profile.plans);
    if (!shippedParts.plan) addCommon(shipped.records, common);
    if (shipped.records.agencies.some(({ id }) => id.startsWith(COMMON_PREFIX)))
      shipped.records.documents.push(COMMON_AGENCIES);
    const records: Records = { ...shipped.records, chunks: await chunkRecords(shipped.records) };
    const { version } = await buildKnowledgeBase(options.root, records, {
      // What was left out must be tried again by the next run.
      fingerprint: problems.length > 0 ? `${fingerprint}${PARTIAL}` : fingerprint,
      sources: added.reports,
      onProgress: report,
    });
    built = true;
    const { reports: sources, filesRead } = added;
    return { built, version, counts: countsOf(records), problems, sources, filesRead };
  } finally {
    await added.finishCache(built);
  }
}

const PARTIAL = "-partial";

/** The version that serves was made from these sources, or a person went back from them. */
async function isServed(root: string, fingerprint: string): Promise<boolean> {
  const current = await currentFingerprint(root);
  if (current === fingerprint) return true;
  const held = (await heldFingerprint(root))?.replace(PARTIAL, "");
  return current !== null && held === fingerprint;
}

export interface EnsureOptions
  extends Pick<
    IngestOptions,
    "root" | "documentsDir" | "shipped" | "office" | "extra" | "officialDomains" | "onProgress"
  > {
  /** Build anew when the sources have changed. Default true. */
  update?: boolean;
  /** Told why an update was not made although an older version serves. */
  onProblem?: (error: Error) => void;
  open?: OpenOptions;
}

/** The knowledge base, built when missing. A failing update leaves the version that is there in service. */
export async function ensureKnowledge(options: EnsureOptions): Promise<KnowledgeBase> {
  const current = await currentFingerprint(options.root);
  if (current === null) await ingest(options);
  else if (options.update ?? true) {
    try {
      await ingest(options);
    } catch (error) {
      options.onProblem?.(error as Error);
    }
  }
  try {
    return await openKnowledgeBase(options.root, options.open);
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith("knowledge_")) throw error;
    options.onProblem?.(error);
    await ingest({ ...options, force: true });
    return openKnowledgeBase(options.root, options.open);
  }
}

async function readFiles(directory: string): Promise<SourceFile[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(json|txt)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(
    paths.map(async (path) => ({
      name: relative(directory, path).replaceAll("\\", "/"),
      content: (await readFile(path, "utf8")).replace(/^\uFEFF/, ""),
    })),
  );
}

function fingerprintOf(
  files: readonly SourceFile[],
  extra: ExtraFiles,
  officialDomains: readonly string[],
  shipped: Shipped,
  office: Office | undefined,
): string {
  const hash = createHash("sha256").update(`format ${PIPELINE_FORMAT}`);
  for (const file of files) hash.update(`\0${file.name}\0`).update(file.content);
  if (extra.files.length + extra.problems.length > 0)
    hash.update(`\0parsers ${PARSER_VERSION} ${officialDomains.join(" ")}`);
  if (office) hash.update(JSON.stringify([office.agencies, office.profile.plans ?? [], office.profile.name]));
  if (!shipped.plan) hash.update("\0no plan");
  if (!shipped.procedures) hash.update("\0no procedures");
  for (const file of extra.files) hash.update(`\0${file.path}\0${file.name}\0${file.sha256}`);
  for (const problem of extra.problems) hash.update(`\0${problem.message}`);
  return hash.digest("hex");
}

function parseShipped(
  files: readonly SourceFile[],
  shipped: Shipped,
  report: (progress: Progress) => void,
): { records: Omit<Records, "chunks">; collectives: Collective[]; problems: DocumentError[] } {
  const contentOf = (name: string): string => {
    const file = files.find((row) => row.name === name);
    if (!file) throw new DocumentError(name, null, "tệp có trong danh mục nhưng không tồn tại");
    return file.content;
  };
  const manifest = parseJson(MANIFEST, contentOf(MANIFEST), manifestSchema);
  const documents = manifest.documents.filter(({ kind }) => isTaken(kind, shipped));
  const records: Records = { ...emptyRecords(), documents };
  const problems: DocumentError[] = [];
  const attempt = (parse: () => void): void => {
    try {
      parse();
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      problems.push(error);
    }
  };
  const registries = documents.filter((document) => document.kind === "agencies");
  const collectives = registries.flatMap((document) => {
    const parsed = parseAgencies(document.id, document.file, contentOf(document.file));
    records.agencies.push(...parsed.agencies);
    return parsed.collectives;
  });
  for (const [i, document] of documents.filter((row) => row.kind === "plan").entries()) {
    report({ step: `Phân tích ${document.number}`, done: 0, total: 1 });
    attempt(() => {
      const content = contentOf(document.file);
      const parsed = parsePlan(
        document,
        content,
        records.agencies,
        collectives,
        i === 0 ? "" : `${document.id}:`,
      );
      verifyQuotes(new TextLines(document.id, document.file, content), evidenceOf(parsed));
      for (const key of Object.keys(parsed) as (keyof typeof parsed)[])
        (records[key] as unknown[]).push(...parsed[key]);
    });
    report({ step: `Phân tích ${document.number}`, done: 1, total: 1 });
  }
  for (const document of documents.filter((row) => row.kind === "procedures")) {
    const own = files.filter((file) => file.name.startsWith(`${document.file}/`));
    const fileByCode = new Map<string, string>();
    const parsed: ProcedureRecord[] = [];
    own.forEach((file, i) => {
      attempt(() => {
        const record = parseProcedure(document.id, file.name, file.content);
        fileByCode.set(record.code, file.name);
        parsed.push(record);
      });
      report({ step: "Đọc thủ tục hành chính", done: i + 1, total: own.length });
    });
    const faults = checkProcedures(parsed, (code) => fileByCode.get(code)!);
    problems.push(...faults);
    const bad = new Set(faults.map((fault) => fault.file));
    records.procedures.push(...parsed.filter((record) => !bad.has(fileByCode.get(record.code)!)));
  }
  return { records, collectives, problems };
}

/** The registry is that of the plan's province. */
export const isTaken = (kind: SourceDocument["kind"], { plan, procedures }: Shipped): boolean =>
  kind === "procedures" ? procedures : plan;

type Evidenced = { evidence: Evidence };

const evidenceOf = (parsed: object): Evidence[] =>
  Object.values(parsed).flatMap((rows) => (rows as Evidenced[]).map((row) => row.evidence));

/** Every quote stands verbatim at its lines. Throws DocumentError. */
export function verifyQuotes(text: TextLines, evidence: readonly Evidence[]): void {
  for (const { lines, quote, locator } of evidence) {
    if (!lines || !text.join(lines).includes(quote)) {
      throw new DocumentError(
        text.file,
        lines ? `dòng ${lines[0]}-${lines[1]}` : null,
        `trích dẫn không khớp nguyên văn: ${locator}`,
      );
    }
  }
}

function countsOf(records: Records): IngestResult["counts"] {
  const kinds = Object.keys(emptyRecords()) as (keyof Records)[];
  return Object.fromEntries(kinds.map((kind) => [kind, records[kind].length])) as IngestResult["counts"];
}
