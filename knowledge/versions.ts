/** Knowledge base versions: immutable folders and one pointer that is swapped in a single rename.
 *
 *    <root>/versions/<number>-<fingerprint>/   records.json bm25.json embedding.bin vectors/ manifest.json
 *    <root>/current                            name of the version that serves
 *    <root>/lock                               pid of the process that builds
 *
 *  A version is written into a temporary folder first, so that a crash leaves the one that serves untouched. */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Document } from "@langchain/core/documents";
import { z } from "zod";
import { Bm25Index } from "./bm25.ts";
import { CorpusEmbedding, fitCorpusEmbedding } from "./embedding-models/corpus-embedding.ts";
import { KnowledgeError } from "./errors.ts";
import type { KnowledgeBase, Records } from "./knowledge-base.ts";
import { createRetriever } from "./retriever.ts";
import { termsOf } from "./terms.ts";
import { HnswVectorStore } from "./vector-stores/hnsw-vector-store.ts";

/** Raised when the files of a version change shape. */
const FORMAT = 1;
const KEPT_VERSIONS = 3;
const FILES = [
  "records.json",
  "bm25.json",
  "embedding.bin",
  "vectors/documents.json",
  "vectors/index.hnsw",
] as const;
const TEMPORARY = /^\.tmp-/;
const LOCK_WAIT_MS = 60_000;
const LOCK_POLL_MS = 100;

const manifestSchema = z.object({
  format: z.number(),
  version: z.string(),
  fingerprint: z.string(),
  builtAt: z.string(),
  /** File → SHA-256. */
  files: z.record(z.string(), z.string()),
});
type Manifest = z.infer<typeof manifestSchema>;

export interface BuildOptions {
  /** Hash of the sources; kept to see whether they have changed. */
  fingerprint: string;
  now?: () => Date;
  onProgress?: (progress: { step: string; done: number; total: number }) => void;
}

const STEPS = 4;

/** Builds a version and makes it the current one. Whatever fails, the version that served before still serves. */
export async function buildKnowledgeBase(
  root: string,
  records: Records,
  options: BuildOptions,
): Promise<{ version: string }> {
  await mkdir(join(root, "versions"), { recursive: true });
  const unlock = await lock(root);
  const temporary = join(root, "versions", `.tmp-${randomUUID()}`);
  const report = (done: number) => options.onProgress?.({ step: "Lập chỉ mục", done, total: STEPS });
  try {
    await removeLeftovers(root);
    await mkdir(join(temporary, "vectors"), { recursive: true });
    report(0);
    const texts = records.chunks.map((chunk) => [...chunk.headings, chunk.text].join("\n"));
    await writeFile(join(temporary, "records.json"), JSON.stringify(records));
    report(1);
    await writeFile(join(temporary, "bm25.json"), JSON.stringify(Bm25Index.build(texts.map(termsOf))));
    report(2);
    const embedding = fitCorpusEmbedding(texts);
    await writeFile(join(temporary, "embedding.bin"), embedding.toBytes());
    report(3);
    const vectors = new HnswVectorStore(embedding);
    await vectors.addDocuments(
      records.chunks.map((_chunk, i) => new Document({ pageContent: texts[i]!, metadata: { chunk: i } })),
    );
    await vectors.save(join(temporary, "vectors"));
    const version = await nextName(root, options.fingerprint);
    const manifest: Manifest = {
      format: FORMAT,
      version,
      fingerprint: options.fingerprint,
      builtAt: (options.now ?? (() => new Date()))().toISOString(),
      files: Object.fromEntries(
        await Promise.all(FILES.map(async (file) => [file, await hashOf(join(temporary, file))] as const)),
      ),
    };
    await writeFile(join(temporary, "manifest.json"), JSON.stringify(manifest, null, 2));
    report(STEPS);
    await rename(temporary, join(root, "versions", version));
    await point(root, version);
    await removeOld(root, version);
    return { version };
  } finally {
    await rm(temporary, { recursive: true, force: true });
    await unlock();
  }
}

/** Throws KnowledgeError: "knowledge_missing", "knowledge_damaged", "knowledge_format". */
export async function openKnowledgeBase(root: string): Promise<KnowledgeBase> {
  const version = await currentVersion(root);
  if (version === null)
    throw new KnowledgeError("knowledge_missing", "Chưa có kho tri thức; chạy “npm run ingest”.");
  const directory = join(root, "versions", version);
  const manifest = await readManifest(directory);
  const [records, bm25, embedding] = await Promise.all(
    FILES.map(async (file) => {
      const bytes = await readFile(join(directory, file)).catch((cause) => {
        throw damaged(file, cause);
      });
      if (sha256(bytes) !== manifest.files[file]) throw damaged(file);
      return bytes;
    }),
  );
  const loaded = JSON.parse(records!.toString("utf8")) as Records;
  const embeddings = CorpusEmbedding.fromBytes(embedding!);
  const vectors = await HnswVectorStore.load(join(directory, "vectors"), embeddings);
  return {
    ...loaded,
    version: manifest.version,
    builtAt: manifest.builtAt,
    fingerprint: manifest.fingerprint,
    retriever: createRetriever(
      loaded.chunks,
      new Bm25Index(JSON.parse(bm25!.toString("utf8"))),
      vectors,
      embeddings,
    ),
  };
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

async function currentVersion(root: string): Promise<string | null> {
  try {
    return (await readFile(join(root, "current"), "utf8")).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Written beside and renamed over, so that a reader sees the old name or the new one. */
async function point(root: string, version: string): Promise<void> {
  const temporary = join(root, `.tmp-current-${randomUUID()}`);
  const handle = await open(temporary, "w");
  try {
    await handle.writeFile(`${version}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, join(root, "current"));
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

/** One builder at a time; the lock of a process that is gone is taken over. Throws KnowledgeError "knowledge_locked". */
async function lock(root: string): Promise<() => Promise<void>> {
  const path = join(root, "lock");
  const deadline = Date.now() + LOCK_WAIT_MS;
  for (;;) {
    try {
      await writeFile(path, String(process.pid), { flag: "wx" });
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = Number(await readFile(path, "utf8").catch(() => ""));
    if (holder > 0 && !isAlive(holder)) await rm(path, { force: true });
    else if (Date.now() > deadline) {
      throw new KnowledgeError("knowledge_locked", "Một tiến trình khác đang lập kho tri thức.", {
        retryable: true,
      });
    } else await new Promise((resolve) => setTimeout(resolve, LOCK_POLL_MS));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const hashOf = async (path: string) => sha256(await readFile(path));
