/** The program over packages whose compiled part doesn't load: another Node, another machine, or never built. */
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { REBUILD_COMMAND } from "../../knowledge/native-module.ts";
import { findNodeSqlite } from "../../knowledge/sqlite/node-sqlite.ts";

// Every test starts a process; a shared machine may take its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PARTS = [
  "main.ts",
  "config.ts",
  "package.json",
  "tsconfig.json",
  "bot",
  "channels",
  "ingest",
  "knowledge",
];

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "tro-ly-so-native-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** A copy of the program with the packages of this one, of which one has `content` for its compiled part, or none. */
async function programWith(
  name: string,
  broken: string,
  compiled: string,
  content?: string,
): Promise<string> {
  const program = join(directory, name);
  const packages = join(program, "node_modules");
  await mkdir(packages, { recursive: true });
  for (const part of PARTS) await symlink(join(ROOT, part), join(program, part));
  for (const entry of await readdir(join(ROOT, "node_modules")))
    if (entry !== broken) await symlink(join(ROOT, "node_modules", entry), join(packages, entry));
  const isCompiled = (path: string) => path.startsWith(join(ROOT, "node_modules", broken, "build"));
  await cp(join(ROOT, "node_modules", broken), join(packages, broken), {
    recursive: true,
    filter: (path) => !isCompiled(path) && !path.includes("/deps/"),
  });
  if (content !== undefined) {
    await mkdir(join(packages, broken, "build/Release"), { recursive: true });
    await writeFile(join(packages, broken, "build/Release", compiled), content);
  }
  return program;
}

const run = (program: string, script: string, ...args: string[]) =>
  new Promise<{ status: number | null; out: string; err: string }>((resolve) => {
    const tsx = join(ROOT, "node_modules/tsx/dist/cli.mjs");
    const data = join(program, "var");
    // Links are followed as they stand, or the packages beside the links would never be looked at.
    const options = ["--preserve-symlinks", "--preserve-symlinks-main"];
    const child = execFile(
      process.execPath,
      [...options, tsx, ...options, join(program, script), ...args],
      {
        cwd: program,
        env: { PATH: process.env.PATH, DATA_DIR: data, PORT: "0", NODE_OPTIONS: options.join(" ") },
        timeout: 100_000,
      },
      (_error, out, err) => resolve({ status: child.exitCode, out, err }),
    );
  });

test.skipIf(findNodeSqlite()).each([
  ["of another format", "main.ts", "not a program"],
  ["never built", "ingest/cli.ts", undefined],
])("a compiled part of better-sqlite3 %s: %s names what mends it, and blames no file", async (...row) => {
  const [name, script, content] = row;
  const program = await programWith(name, "better-sqlite3", "better_sqlite3.node", content);
  const { status, err } = await run(program, script);
  expect(status).toBe(1);
  expect(err).toContain(`“${REBUILD_COMMAND}”`);
  expect(err).toContain("better-sqlite3");
  expect(err).not.toMatch(/Không mở được|hỏng|\n\s+at /);
});

test("a compiled part of hnswlib-node that was never built is named with what mends it", async () => {
  const program = await programWith("vectors", "hnswlib-node", "addon.node");
  const { status, err } = await run(program, "ingest/cli.ts");
  expect(status).toBe(1);
  expect(err).toContain(`“${REBUILD_COMMAND}”`);
  expect(err).toContain("hnswlib-node");
  expect(err).not.toMatch(/\n\s+at /);
});
