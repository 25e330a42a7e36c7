/** Knowledge base versions: immutable folders and one pointer that is swapped in a single rename.
 *
 *    <root>/versions/<number>-<fingerprint>/   records.json sources.json, the search indexes, manifest.json
 *    <root>/current                            name of the version that serves
 *    <root>/held                               fingerprint of the sources that a person went back from, see rollback
 *    <root>/lock.sqlite                        held by the process that builds, see build-lock.ts
 *
 *  A version is written into a temporary folder first, so that a crash leaves the one that serves untouched. */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { lockForBuilding } from "./build-lock.ts";
import { type ChangeSummary, changeSummary } from "./change-summary.ts";
import { computeDiff, summarize } from "./diff.ts";
import { TRAINED_FROM } from "./embedding-models/fit-corpus-embedding.ts";
import { KnowledgeError } from "./errors.ts";
import type { KnowledgeBase, Records, SourceReport } from "./knowledge-base.ts";
import { pause } from "./pause.ts";
import { namesOf } from "./procedure-names.ts";
import { createRecordFinder } from "./record-finder.ts";
import { createRetriever, type RetrieverParts } from "./retriever.ts";
import {
  type BuildProgress,
  buildSearchIndexes,
  buildSearchIndexesAside,
  INDEX_FILES,
  openSearchIndexes,
} from "./search-indexes.ts";

/** Raised when the files of a version change shape. */
const FORMAT = 5;
/** The newest ones, and the one that serves. */
export const KEPT_VERSIONS = 5;
const FILES = ["records.json", "sources.json", ...INDEX_FILES] as const;
const TEMPORARY = /^\.tmp-/;

const manifestSchema = z.object({
  format: z.number(),
  version: z.string(),
  fingerprint: z.string(),
  builtAt: z.string(),
  /** How many records of each table. */
  counts: z.record(z.string(), z.number()),
  changes: changeSummary.nullable(),
  /** Version in which the embedding learned, from how many distinct texts, and which share of them changed since. */
  embedding: z.object({ learnedIn: z.string(), learned: z.number(), changed: z.number() }),
  /** File → SHA-256. */
  files: z.record(z.string(), z.string()),
});
type Manifest = z.infer<typeof manifestSchema>;

export interface BuildOptions {
  /** Hash of the sources; kept to see whether they have changed. */
  fingerprint: string;
  /** What each added source gave. */
  sources?: SourceReport[];
  /** Learn the embedding anew although that of the version that serves would do. Default false. */
  relearn?: boolean;
  /** From how many chunks on the embedding is trained, and in how many steps. Default: TRAINED_FROM and those of the
   *  training. */
  training?: { from: number; steps: number };
  now?: () => Date;
  onProgress?: (progress: BuildProgress) => void;
}

/** Builds a version and makes it the current one. Whatever fails, the version that served before still serves. */
export async function buildKnowledgeBase(
  root: string,
  records: Records,
  options: BuildOptions,
): Promise<{ version: string }> {
  await mkdir(join(root, "versions"), { recursive: true });
  const unlock = await lockForBuilding(root);
  const temporary = join(root, "versions", `.tmp-${randomUUID()}`);
  const report = (progress: BuildProgress) => options.onProgress?.(progress);
  try {
    await removeLeftovers(root);
    await mkdir(join(temporary, "vectors"), { recursive: true });
    const version = await nextName(root, options.fingerprint);
    const builtAt = (options.now ?? (() => new Date()))().toISOString();
    // What is trained takes a minute, which the program must not spend deaf. A small base is learned anew each time.
    const { training } = options;
    const isTrained = records.chunks.length >= (training?.from ?? TRAINED_FROM);
    const earlier = isTrained && !options.relearn ? await soundCurrent(root) : null;
    const indexing = !isTrained
      ? buildSearchIndexes(temporary, records.chunks, report)
      : buildSearchIndexesAside(temporary, records.chunks, report, {
          earlier: earlier?.directory ?? null,
          ...(training ? { fit: { steps: training.steps } } : {}),
        });
    const writing = (async () => {
      await writeFile(join(temporary, "records.json"), JSON.stringify(records));
      await writeFile(join(temporary, "sources.json"), JSON.stringify(options.sources ?? []));
      return changesSince(root, records, { to: version, builtAt });
    })();
    // Both have ended before their folder is removed, whichever fails.
    await Promise.allSettled([indexing, writing]);
    const [{ reused, ...embedding }, changes] = [await indexing, await writing];
    const manifest: Manifest = {
      format: FORMAT,
      version,
      fingerprint: options.fingerprint,
      builtAt,
      counts: Object.fromEntries(Object.entries(records).map(([table, rows]) => [table, rows.length])),
      changes,
      embedding: { learnedIn: reused ? earlier!.manifest.embedding.learnedIn : version, ...embedding },
      files: Object.fromEntries(
        await Promise.all(FILES.map(async (file) => [file, await hashOf(join(temporary, file))] as const)),
      ),
    };
    await writeFile(join(temporary, "manifest.json"), JSON.stringify(manifest, null, 2));
    await rename(temporary, join(root, "versions", version));
    await point(root, version);
    await rm(join(root, "held"), { force: true });
    await removeOld(root, version);
    return { version };
  } finally {
    await rm(temporary, { recursive: true, force: true });
    unlock();
  }
}

/** The version that serves if all its search indexes are sound: a build may use them again. */
async function soundCurrent(root: string): Promise<{ directory: string; manifest: Manifest } | null> {
  try {
    const version = await currentVersion(root);
    if (version === null) return null;
    const directory = join(root, "versions", version);
    const manifest = await readManifest(directory);
    await checkFiles(directory, manifest, INDEX_FILES);
    return { directory, manifest };
  } catch (error) {
    if (error instanceof KnowledgeError) return null;
    throw error;
  }
}

/** Throws KnowledgeError "knowledge_damaged". */
async function checkFiles(directory: string, manifest: Manifest, files: readonly string[]): Promise<void> {
  for (const file of files) {
    const hash = await hashOf(join(directory, file)).catch((cause) => {
      throw damaged(file, cause);
    });
    if (hash !== manifest.files[file]) throw damaged(file);
  }
}

/** Against the version that serves. Nothing changed: what that one's build had changed is still the latest news. Null
 *  when there is none that this program can read. */
async function changesSince(
  root: string,
  records: Records,
  made: Pick<ChangeSummary, "to" | "builtAt">,
): Promise<ChangeSummary | null> {
  try {
    const from = await currentVersion(root);
    if (from === null) return null;
    const manifest = await readManifest(join(root, "versions", from));
    const diff = computeDiff(await readRecords(join(root, "versions", from), manifest), records);
    return diff.records.length > 0 ? summarize(diff, { from, ...made }) : manifest.changes;
  } catch (error) {
    if (error instanceof KnowledgeError) return null;
    throw error;
  }
}

async function readRecords(directory: string, manifest: Manifest): Promise<Records> {
  const file = "records.json";
  const bytes = await readFile(join(directory, file)).catch((cause) => {
    throw damaged(file, cause);
  });
  if (sha256(bytes) !== manifest.files[file]) throw damaged(file);
  return JSON.parse(bytes.toString("utf8")) as Records;
}

export interface VersionInfo extends Pick<Manifest, "builtAt" | "counts" | "changes"> {
  number: number;
  version: string;
  current: boolean;
}

/** Every version that this program can read, newest first. */
export async function listVersions(root: string): Promise<VersionInfo[]> {
  const current = await currentVersion(root);
  const names = await readdir(join(root, "versions")).catch(() => [] as string[]);
  const found: VersionInfo[] = [];
  for (const version of names.filter((name) => numberOf(name) > 0)) {
    try {
      const { builtAt, counts, changes } = await readManifest(join(root, "versions", version));
      found.push({
        number: numberOf(version),
        version,
        current: version === current,
        builtAt,
        counts,
        changes,
      });
    } catch (error) {
      if (!(error instanceof KnowledgeError)) throw error;
    }
  }
  return found.sort((a, b) => b.number - a.number);
}

/** The records of one version that is kept. Throws KnowledgeError "knowledge_unknown_version". */
export async function recordsOfVersion(root: string, number: number): Promise<Records> {
  const directory = join(root, "versions", await nameOf(root, number));
  return readRecords(directory, await readManifest(directory));
}

/** What the sources of the version that serves gave; none when there is no version. */
export async function currentSources(root: string): Promise<SourceReport[]> {
  const version = await currentVersion(root);
  if (version === null) return [];
  const bytes = await readFile(join(root, "versions", version, "sources.json"), "utf8").catch((cause) => {
    throw damaged("sources.json", cause);
  });
  return JSON.parse(bytes) as SourceReport[];
}

/** Makes an older (or newer) version serve, once all its files are found sound. The sources that it went back from are
 *  remembered: they are not built again until they change or somebody forces it. Throws KnowledgeError. */
export async function rollback(root: string, number: number): Promise<{ version: string }> {
  const version = await nameOf(root, number);
  const unlock = await lockForBuilding(root);
  try {
    const directory = join(root, "versions", version);
    const manifest = await readManifest(directory);
    await checkFiles(directory, manifest, FILES);
    // The newest one is what the sources give; whatever lies between was gone back from already.
    const [newest] = await listVersions(root);
    const newestManifest = await readManifest(join(root, "versions", newest!.version));
    if (newest!.version === version) await rm(join(root, "held"), { force: true });
    else await replaceFile(root, "held", newestManifest.fingerprint);
    await point(root, version);
    return { version };
  } finally {
    unlock();
  }
}

/** Fingerprint of the sources that a person went back from; null when nobody did. */
export async function heldFingerprint(root: string): Promise<string | null> {
  const held = await readFile(join(root, "held"), "utf8").catch(() => "");
  return held.trim() || null;
}

async function nameOf(root: string, number: number): Promise<string> {
  const names = await readdir(join(root, "versions")).catch(() => [] as string[]);
  const name = names.find((row) => numberOf(row) === number && number > 0);
  if (name) return name;
  const kept = names.map(numberOf).filter((row) => row > 0);
  throw new KnowledgeError(
    "knowledge_unknown_version",
    `Không có bản ${number}; đang giữ: ${kept.sort((a, b) => b - a).join(", ") || "chưa có bản nào"}.`,
  );
}

export interface OpenOptions {
  /** What takes the place of the built-in vectors for these chunks. */
  neural?: (chunks: Records["chunks"]) => Promise<Partial<RetrieverParts>>;
}

/** The event loop turns between the parts of the work, of which the longest takes 0.2 s with 4,155 procedures.
 *  Throws KnowledgeError: "knowledge_missing", "knowledge_damaged", "knowledge_format". */
export async function openKnowledgeBase(root: string, options: OpenOptions = {}): Promise<KnowledgeBase> {
  const version = await currentVersion(root);
  if (version === null)
    throw new KnowledgeError("knowledge_missing", "Chưa có kho tri thức; chạy “npm run ingest”.");
  const directory = join(root, "versions", version);
  const manifest = await readManifest(directory);
  /** Only when it is used, so that no more than one file is held besides what was made of it. */
  const read = async (file: string): Promise<Buffer> => {
    const bytes = await readFile(join(directory, file)).catch((cause) => {
      throw damaged(file, cause);
    });
    await pause();
    if (sha256(bytes) !== manifest.files[file]) throw damaged(file);
    await pause();
    return bytes;
  };
  const json = async <T>(file: string): Promise<T> => {
    const text = (await read(file)).toString("utf8");
    await pause();
    return JSON.parse(text) as T;
  };
  const records = await json<Records>("records.json");
  const sources = await json<SourceReport[]>("sources.json");
  const indexes = await openSearchIndexes(directory, records.chunks, read);
  await pause();
  const procedures = procedureFinder(records, indexes);
  await pause();
  return {
    ...records,
    version: manifest.version,
    builtAt: manifest.builtAt,
    fingerprint: manifest.fingerprint,
    changes: manifest.changes,
    sources,
    retriever: createRetriever({ ...indexes, procedures, ...(await options.neural?.(records.chunks)) }),
  };
}

const procedureFinder = (records: Records, indexes: Omit<RetrieverParts, "procedures">) =>
  createRecordFinder({
    ...indexes,
    records: records.procedures.map((row) => ({ id: row.code, names: namesOf(row) })),
  });

/** Name of the version that serves; null when there is none. */
export async function currentVersion(root: string): Promise<string | null> {
  try {
    return (await readFile(join(root, "current"), "utf8")).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Fingerprint of the version that serves; null when there is none that this program can read. */
export async function currentFingerprint(root: string): Promise<string | null> {
  const version = await currentVersion(root);
  if (version === null) return null;
  try {
    return (await readManifest(join(root, "versions", version))).fingerprint;
  } catch (error) {
    if (error instanceof KnowledgeError) return null;
    throw error;
  }
}

const damaged = (file: string, cause?: unknown) =>
  new KnowledgeError(
    "knowledge_damaged",
    `Kho tri thức bị hỏng ở tệp ${file}; chạy “npm run ingest -- --force”.`,
    { cause },
  );

async function readManifest(directory: string): Promise<Manifest> {
  let manifest: Manifest;
  try {
    manifest = manifestSchema.parse(JSON.parse(await readFile(join(directory, "manifest.json"), "utf8")));
  } catch (cause) {
    throw damaged("manifest.json", cause);
  }
  if (manifest.format !== FORMAT) {
    throw new KnowledgeError(
      "knowledge_format",
      "Kho tri thức do phiên bản khác của chương trình lập; chạy “npm run ingest -- --force”.",
    );
  }
  return manifest;
}

const point = (root: string, version: string) => replaceFile(root, "current", version);

/** Written beside and renamed over, so that a reader sees the old line or the new one. */
async function replaceFile(root: string, file: string, line: string): Promise<void> {
  const temporary = join(root, `.tmp-${file}-${randomUUID()}`);
  const handle = await open(temporary, "w");
  try {
    await handle.writeFile(`${line}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, join(root, file));
}

const numberOf = (name: string) => Number(/^(\d+)-/.exec(name)?.[1] ?? 0);

async function nextName(root: string, fingerprint: string): Promise<string> {
  const names = await readdir(join(root, "versions"));
  const last = Math.max(0, ...names.map(numberOf));
  return `${String(last + 1).padStart(4, "0")}-${fingerprint.slice(0, 8)}`;
}

async function removeLeftovers(root: string): Promise<void> {
  for (const directory of [root, join(root, "versions")]) {
    for (const name of await readdir(directory)) {
      if (TEMPORARY.test(name)) await rm(join(directory, name), { recursive: true, force: true });
    }
  }
}

async function removeOld(root: string, current: string): Promise<void> {
  const names = (await readdir(join(root, "versions")))
    .filter((name) => numberOf(name) > 0)
    .sort((a, b) => numberOf(b) - numberOf(a));
  for (const name of names.slice(KEPT_VERSIONS)) {
    if (name !== current) await rm(join(root, "versions", name), { recursive: true, force: true });
  }
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const hashOf = async (path: string) => sha256(await readFile(path));
