import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ENTRY_POINTS } from "./support/entry-points.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const FOLDERS = ["bot", "channels", "ingest", "knowledge"] as const;
type Folder = (typeof FOLDERS)[number];

/** channels → bot → knowledge ← ingest; the channels also open the knowledge base, so they may ask ingest for it. */
const MAY_IMPORT: Readonly<Record<Folder, readonly Folder[]>> = {
  channels: ["channels", "bot", "ingest", "knowledge"],
  bot: ["bot", "knowledge"],
  ingest: ["ingest", "knowledge"],
  knowledge: ["knowledge"],
};
interface SourceFile {
  /** From the root, with "/". */
  name: string;
  content: string;
}

const sources: readonly SourceFile[] = [
  ...readdirSync(ROOT).filter((name) => /\.[cm]?[jt]s$/.test(name)),
  ...FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
      .filter((name) => name.endsWith(".ts")),
  ),
].map((name) => ({ name, content: readFileSync(join(ROOT, name), "utf8") }));

const IMPORT = /(?:^|\n)\s*(?:import|export)\s(?:[^"';]*?\sfrom\s*)?"([^"]+)"|\bimport\("([^"]+)"\)/g;

/** What a file imports: paths from the root for its own files, names for packages. */
const importsOf = ({ name, content }: SourceFile): string[] =>
  [...content.matchAll(IMPORT)]
    .map((match) => match[1] ?? match[2]!)
    .map((specifier) => (specifier.startsWith(".") ? posix.join(dirname(name), specifier) : specifier));

const folderOf = (path: string) => FOLDERS.find((folder) => path.startsWith(`${folder}/`));

test("the imports are read, or the tests below prove nothing", () => {
  const imports = sources.flatMap(importsOf);
  expect(sources.length).toBeGreaterThan(60);
  expect(imports).toContain("knowledge/records.ts");
  expect(imports).toContain("better-sqlite3");
  expect(imports).toContain("bot/assistant.ts");
});

describe("the arrows channels → bot → knowledge ← ingest", () => {
  test.each(FOLDERS)("%s imports only what it may", (folder) => {
    const wrong = sources
      .filter((file) => folderOf(file.name) === folder)
      .flatMap((file) => importsOf(file).map((imported) => ({ file: file.name, imported })))
      .filter(({ imported }) => {
        const target = folderOf(imported);
        return target !== undefined && !MAY_IMPORT[folder].includes(target);
      });
    expect(wrong).toEqual([]);
  });

  test("nothing imports an entry point, and no source imports a test", () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file).filter((imported) => ENTRY_POINTS.includes(imported) || imported.startsWith("tests/")),
    );
    expect(wrong).toEqual([]);
  });

  /** Files, from the root, and packages that a module loads at once, itself or by others. */
  function loadedBy(name: string, loaded = new Set<string>()): Set<string> {
    if (loaded.has(name)) return loaded;
    loaded.add(name);
    const file = sources.find((source) => source.name === name);
    const eager = /(?:^|\n)\s*(?:import|export)\s(?!type\b)(?:[^"';]*?\sfrom\s*)?"([^"]+)"/g;
    for (const [, specifier] of file?.content.matchAll(eager) ?? [])
      loadedBy(specifier!.startsWith(".") ? posix.join(dirname(name), specifier!) : specifier!, loaded);
    return loaded;
  }

  test("the settings are pieces of a schema: reading them loads no channel, no model and nothing of the bot", () => {
    const loaded = [...loadedBy("config.ts")].filter((name) => name !== "config.ts");
    expect(loaded).toContain("channels/zalo/settings.ts");
    const isPiece = /^channels\/(?:[a-z-]+\/)?(?:[a-z-]+-)?settings?(?:-types)?\.ts$/;
    const rest = loaded.filter((name) => !isPiece.test(name) && folderOf(name) !== "knowledge");
    // What reads a value of one: addresses, and the hours of officers.
    expect(rest.sort()).toEqual(["channels/http/networks.ts", "channels/voice/hours.ts", "ipaddr.js", "zod"]);
    const models = loaded.filter((name) => /langchain|-models\//.test(name));
    expect(models).toEqual([]);
  });

  test("the settings are known to the outermost layer alone", () => {
    const knowing = sources.filter((file) => importsOf(file).includes("config.ts")).map(({ name }) => name);
    expect(knowing.filter((name) => /^(?:bot|knowledge)\//.test(name))).toEqual([]);
    expect(knowing.filter((name) => name.startsWith("ingest/"))).toEqual([
      "ingest/cli.ts",
      "ingest/office/cli.ts",
    ]);
  });
});

describe("circles of imports, types too", () => {
  const graph = new Map(sources.map((file) => [file.name, importsOf(file)]));
  test("are found, or the test below proves nothing", () => {
    const circle = new Map([
      ["a.ts", ["b.ts", "zod"]],
      ["b.ts", ["c.ts", "d.ts"]],
      ["c.ts", ["b.ts"]],
      ["d.ts", []],
    ]);
    expect(circlesOf(circle)).toEqual([["b.ts", "c.ts", "b.ts"]]);
    expect(circlesOf(new Map([["a.ts", ["a.ts"]]]))).toEqual([["a.ts", "a.ts"]]);
    expect(importsOf({ name: "bot/a.ts", content: 'import type { Query } from "./query.ts";' })).toEqual([
      "bot/query.ts",
    ]);
    expect(graph.get("bot/dialogue.ts")).toContain("bot/query.ts");
  });

  test("are none", () => {
    expect(circlesOf(graph)).toEqual([]);
  });
});

/** A circle through each import that leads back to a file on the way to it: none when there is none. */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (name: string): void => {
    if (path.includes(name)) circles.push([...path.slice(path.indexOf(name)), name]);
    if (done.has(name) || path.includes(name)) return;
    path.push(name);
    for (const imported of graph.get(name) ?? []) if (graph.has(imported)) visit(imported);
    path.pop();
    done.add(name);
  };
  for (const name of graph.keys()) visit(name);
  return circles;
}

test("no file of the answer core is longer than can be read at once", () => {
  const linesOf = ({ content }: SourceFile) => content.trimEnd().split("\n").length;
  const core = sources.filter((file) => folderOf(file.name) === "bot");
  expect(core.length).toBeGreaterThan(100);
  expect(core.filter((file) => linesOf(file) > 300).map(({ name }) => name)).toEqual([]);
});

test("main.ts and config.ts are the only source files at the root, beside settings of tools", () => {
  const atRoot = sources.map(({ name }) => name).filter((name) => !name.includes("/"));
  expect(atRoot.filter((name) => !/\.config\.[cm]?[jt]s$/.test(name)).sort()).toEqual([
    "config.ts",
    "main.ts",
  ]);
});

test("the environment and its file are read by the entry points alone, which all do", () => {
  const reading = sources.filter(({ content }) => /\bprocess\.env\b|\bloadEnvFile\(process/.test(content));
  expect(reading.map(({ name }) => name).sort()).toEqual([...ENTRY_POINTS].sort());
  const loading = sources.filter(({ content }) => content.includes("loadEnvFile(process.env)"));
  expect(loading.map(({ name }) => name).sort()).toEqual([...ENTRY_POINTS].sort());
});

test("every entry point looks at the version of Node before it imports anything else", () => {
  const first = sources
    .filter(({ name }) => ENTRY_POINTS.includes(name))
    .map((file) => [file.name, importsOf(file)[0]]);
  expect(first).toEqual(first.map(([name]) => [name, "knowledge/node-version.cjs"]));
});

test("npm's scripts for operators start an entry point, and look at the version of Node before tsx does", () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const commands = Object.values(scripts as Record<string, string>)
    .map((command) => /^node -r (\S+) \S*\/tsx\/\S+ (\S+)$/.exec(command))
    .filter((match) => match !== null);
  expect(commands.map(([, , script]) => script).sort()).toEqual([...ENTRY_POINTS].sort());
  expect(new Set(commands.map(([, guard]) => guard))).toEqual(new Set(["./knowledge/node-version.cjs"]));
});

test("packages that cost half a second are loaded when a setting asks for them, never by an import at the top", () => {
  const costly = /@langchain\/(?:openai|ollama|community)|@huggingface\//;
  const eager = sources.filter(({ content }) =>
    [...content.matchAll(/(?:^|\n)\s*(?:import|export)\s(?!type\b)[^"';]*?"([^"]+)"/g)].some((match) =>
      costly.test(match[1]!),
    ),
  );
  expect(eager.map(({ name }) => name)).toEqual([]);
});

test("SQLite and the index of vectors are loaded where their failure is told in words, nowhere else", () => {
  const loading = sources.filter(({ content }) =>
    /(?:import (?!type)[^;]*from |import\(|require\(|\)\()"(?:better-sqlite3|hnswlib-node)"/.test(content),
  );
  expect(loading.map(({ name }) => name).sort()).toEqual([
    "knowledge/sqlite/open.ts",
    "knowledge/vector-stores/hnsw-vector-store.ts",
  ]);
});

test("every package that the sources import is one that npm installs for use", () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const packages = sources
    .filter(({ name }) => !/\.config\.[cm]?[jt]s$/.test(name))
    .flatMap(importsOf)
    .filter((name) => !name.startsWith("node:") && name !== "config.ts" && folderOf(name) === undefined)
    .map((name) =>
      name
        .split("/")
        .slice(0, name.startsWith("@") ? 2 : 1)
        .join("/"),
    );
  expect([...new Set(packages)].filter((name) => !(name in dependencies))).toEqual([]);
});
