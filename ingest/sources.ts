/** Sources that an office adds to the shipped documents: paths from the setting EXTRA_DOCUMENTS, and those registered
 *  by "npm run ingest -- --add" in DATA_DIR/sources.json. Nothing is copied. */
import { randomUUID } from "node:crypto";
import { mkdir, opendir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { z } from "zod";
import { DocumentError, DocumentLimitError } from "../knowledge/errors.ts";
import { MAX_FILES, overLimit } from "./limits.ts";

const FILE = "sources.json";
const registered = z.strictObject({ sources: z.array(z.strictObject({ path: z.string().min(1) })) });

export interface ExtraSource {
  /** Absolute. */
  path: string;
  from: "setting" | "registered";
}

/** A file of a source. */
export interface ExtraFile {
  /** As shown in messages and citations, with "/": the file's name, or "folder/below/file". */
  name: string;
  path: string;
  /** The source it belongs to. */
  source: string;
  /** Named by itself, not found in a folder. */
  named: boolean;
}

/** Both kinds, each path once. Throws DocumentError when sources.json is damaged. */
export async function extraSources(dataDir: string, setting: readonly string[]): Promise<ExtraSource[]> {
  const all: ExtraSource[] = [
    ...setting.map((path) => ({ path: resolve(path), from: "setting" as const })),
    ...(await readRegistered(dataDir)).map((path) => ({ path, from: "registered" as const })),
  ];
  return all.filter((source, i) => all.findIndex((other) => other.path === source.path) === i);
}

/** False: it was registered before. Throws DocumentError when the path is not there. */
export async function addSource(dataDir: string, path: string): Promise<boolean> {
  const absolute = resolve(path);
  if (!(await kindOf(absolute))) throw missing(path, "");
  const paths = await readRegistered(dataDir);
  if (paths.includes(absolute)) return false;
  await writeRegistered(dataDir, [...paths, absolute]);
  return true;
}

/** False: it was not registered. The path itself may be gone. */
export async function removeSource(dataDir: string, path: string): Promise<boolean> {
  const paths = await readRegistered(dataDir);
  const rest = paths.filter((other) => other !== resolve(path));
  if (rest.length === paths.length) return false;
  await writeRegistered(dataDir, rest);
  return true;
}

/** The files of all sources, by source and name; hidden ones are passed over. A missing source is a problem. */
export async function listFiles(
  sources: readonly ExtraSource[],
): Promise<{ files: ExtraFile[]; problems: DocumentError[] }> {
  const problems: DocumentError[] = [];
  const files: ExtraFile[] = [];
  for (const { path, from } of sources) {
    const kind = await kindOf(path);
    if (!kind) problems.push(missing(path, ORIGINS[from]));
    else if (kind === "file") files.push({ name: basename(path), path, source: path, named: true });
    else {
      try {
        for (const file of await filesIn(path)) files.push(file);
      } catch (error) {
        problems.push(
          error instanceof DocumentError
            ? error
            : new DocumentError(path, null, "không mở được thư mục hoặc một thư mục con", error),
        );
      }
    }
  }
  const paths = new Set<string>();
  const distinct = files.filter(({ path }) => !paths.has(path) && paths.add(path));
  const counts = new Map<string, number>();
  for (const { name } of distinct) counts.set(name, (counts.get(name) ?? 0) + 1);
  return {
    // Two files of one name are told apart by their whole paths.
    files: distinct.map((file) =>
      counts.get(file.name)! > 1 ? { ...file, name: file.path.split(sep).join("/") } : file,
    ),
    problems,
  };
}

/** Throws DocumentLimitError: a folder of so many files was named by mistake ("/"). */
async function filesIn(directory: string): Promise<ExtraFile[]> {
  const paths: string[] = [];
  const folders = [directory];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for await (const entry of await opendir(folder)) {
      if (entry.name.startsWith(".")) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) folders.push(path);
      // A link to a file counts, a link to a folder is not followed.
      else if (entry.isFile() || (entry.isSymbolicLink() && (await kindOf(path)) === "file"))
        paths.push(path);
      if (paths.length + folders.length > MAX_FILES)
        throw new DocumentLimitError(directory, null, `thư mục có ${overLimit(MAX_FILES, "tệp")}`);
    }
  }
  return paths
    .map((path) => ({ path, below: relative(directory, path).split(sep) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, below }) => ({
      name: [basename(directory), ...below].join("/"),
      path,
      source: directory,
      named: false,
    }));
}

/** Where to look for the mistake. */
const ORIGINS: Readonly<Record<ExtraSource["from"], string>> = {
  setting: " (cài đặt EXTRA_DOCUMENTS)",
  registered: " (nguồn thêm bằng “npm run ingest -- --add”; bỏ bằng --remove)",
};

const missing = (path: string, origin: string) =>
  new DocumentError(path, null, `không có tệp hoặc thư mục này${origin}`);

async function kindOf(path: string): Promise<"file" | "folder" | null> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() ? "folder" : found?.isFile() ? "file" : null;
}

async function readRegistered(dataDir: string): Promise<string[]> {
  let content: string;
  try {
    content = await readFile(join(dataDir, FILE), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
  try {
    return registered.parse(JSON.parse(content)).sources.map(({ path }) => path);
  } catch (cause) {
    throw new DocumentError(join(dataDir, FILE), null, "tệp hỏng; sửa hoặc xóa rồi thêm lại nguồn", cause);
  }
}

async function writeRegistered(dataDir: string, paths: readonly string[]): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const temporary = join(dataDir, `.tmp-${FILE}-${randomUUID()}`);
  try {
    await writeFile(temporary, `${JSON.stringify({ sources: paths.map((path) => ({ path })) }, null, 2)}\n`);
    await rename(temporary, join(dataDir, FILE));
  } finally {
    await rm(temporary, { force: true });
  }
}
