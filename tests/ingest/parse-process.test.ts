import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openParser, type Parser, type ParserOptions } from "../../ingest/parse-process.ts";
import { pdfOf } from "../support/bombs.ts";

vi.setConfig({ testTimeout: 120_000 });

let directory: string;
let parser: Parser | undefined;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "tro-ly-so-parse-"));
});
afterEach(async () => {
  parser?.close();
  await rm(directory, { recursive: true, force: true });
});

const TEXT = "# Nội quy\n\nGiữ trật tự.\n";
/** Unpacks to what no limit of these tests allows. */
const hungry = (): Buffer =>
  pdfOf(deflateSync(deflateSync(Buffer.alloc(600_000_000, 0x20), { level: 1 })), "/FlateDecode/FlateDecode");
/** Takes seconds, little memory: many pages of many words. */
const slow = (): Buffer =>
  pdfOf(deflateSync(Buffer.from(`BT ${"(a) Tj ".repeat(3000)} ET`)), "/FlateDecode", 1500);

async function put(name: string, bytes: string | Buffer): Promise<{ name: string; path: string }> {
  const path = join(directory, name);
  await writeFile(path, bytes);
  return { name, path };
}
function open(options: ParserOptions["process"] = {}): Parser {
  parser = openParser({ process: options });
  return parser;
}

describe("a file that meets a limit is named with it, and the next one is read as ever", () => {
  test.each<[limit: string, bytes: () => Buffer, options: ParserOptions["process"], reason: string]>([
    ["memory", hungry, { megabytes: 300 }, "cần quá 300 MB bộ nhớ, đã dừng"],
    ["processor time", slow, { seconds: 1 }, "đọc quá 1 giây, đã dừng"],
    ["the clock", slow, { waitSeconds: 2 }, "chờ quá 2 giây, đã dừng"],
  ])("%s", async (_limit, bytes, options, reason) => {
    const { parse } = open(options);
    const bomb = await put("bom.pdf", bytes());
    expect(await parse(bomb)).toEqual({
      file: "bom.pdf",
      format: null,
      procedures: [],
      documents: [],
      leftOut: [{ file: "bom.pdf", place: null, kind: "file_limit", reason }],
    });
    parser?.close();
    const after = await open().parse(await put("noi-quy.md", TEXT));
    expect(after.documents[0]!.passages.map(({ text }) => text)).toEqual(["Giữ trật tự."]);
  });
});

test("one process reads file after file", async () => {
  const { parse } = open();
  const first = await parse(await put("a.md", TEXT));
  const second = await parse(await put("b.txt", "Giữ trật tự."));
  expect([first.format, second.format]).toEqual(["text_document", "text_document"]);
});

test("a file that is not there, and one larger than may be, are refused without being read", async () => {
  const { parse } = open();
  expect((await parse({ name: "a.md", path: join(directory, "a.md") })).leftOut).toMatchObject([
    { kind: "file_unreadable", reason: "không mở được tệp" },
  ]);
  const large = await put("to.txt", "");
  await truncate(large.path, 10 * 2 ** 30);
  expect((await parse(large)).leftOut).toMatchObject([{ kind: "file_limit", reason: "tệp lớn hơn 64 MB" }]);
});

test.skipIf(!existsSync("/proc/self/stat"))(
  "whoever started the reading is killed: the process that reads ends by itself (needs /proc)",
  async () => {
    const { path } = await put("bom.pdf", slow());
    const script = join(directory, "start.mjs");
    const module = new URL("../../ingest/parse-process.ts", import.meta.url).href;
    await writeFile(
      script,
      `import { register } from ${JSON.stringify(import.meta.resolve("tsx/esm/api"))};\nregister();\nconst { openParser } = await import(${JSON.stringify(module)});\nopenParser().parse({ name: "bom.pdf", path: ${JSON.stringify(path)} });\nconsole.log("started");\n`,
    );
    const parent = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
    await once(parent.stdout, "data");
    const childrenOf = async () =>
      (await readFile(`/proc/${parent.pid}/task/${parent.pid}/children`, "utf8")).split(" ").filter(Boolean);
    await vi.waitFor(async () => expect(await childrenOf()).toHaveLength(1), { timeout: 30_000 });
    const [child] = await childrenOf();
    // Long enough for it to have begun with the file.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(existsSync(`/proc/${child}`)).toBe(true);
    parent.kill("SIGKILL");
    await vi.waitFor(() => expect(existsSync(`/proc/${child}`)).toBe(false), { timeout: 30_000 });
  },
);
