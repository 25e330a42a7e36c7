/** npm run bench:growth -- [TIMES]...
 *  What becomes of build, start, answers and memory when the national set of procedures grows: the running program with
 *  1, 2, 4 and 8 times the set (or the TIMES named). Copies are what other issuers would publish: another code, the
 *  issuer's name in the name of the procedure and in each step. Set and questions are read from SHARED_DIR (default
 *  ../shared beside the project) and are not part of it. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { askProgram, memory, quantile, startProgram, stopProgram } from "./program.ts";
import { type NationalProcedure, readNational } from "./retrieval-sets.ts";

const SHARED = process.env.SHARED_DIR ?? fileURLToPath(new URL("../../../shared/", import.meta.url));
const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const PORT = 38_000 + (process.pid % 1000);
const QUESTIONS = 400;
const agent = new Agent({ keepAlive: true });

const copyOf = (row: NationalProcedure, copy: number): NationalProcedure =>
  copy === 0
    ? row
    : {
        ...row,
        code: `${row.code}.H${copy}`,
        name: `${row.name} (cơ quan thứ ${copy})`,
        steps: row.steps === null ? null : row.steps.replaceAll("\n", ` tại cơ quan thứ ${copy}\n`),
      };

async function measure(rows: readonly NationalProcedure[], questions: readonly string[], times: number) {
  const directory = await mkdtemp(join(tmpdir(), "tro-ly-so-growth-"));
  const sources = join(directory, "sources");
  const small = join(sources, "small.jsonl");
  const settings = { EXTRA_DOCUMENTS: sources };
  const write = (path: string, list: readonly NationalProcedure[]) =>
    writeFile(path, list.map((row) => `${JSON.stringify(row)}\n`).join(""));
  try {
    await mkdir(sources);
    for (let copy = 0; copy < times; copy++)
      await write(
        join(sources, `set-${copy}.jsonl`),
        rows.map((row) => copyOf(row, copy)),
      );
    await write(small, [copyOf(rows[0]!, 99)]);
    const first = await startProgram(PORT, directory, settings);
    const building = Math.round(await memory(first.child, "VmHWM"));
    await stopProgram(first.child);
    await write(small, [copyOf(rows[1]!, 99)]);
    const changedAt = performance.now();
    await promisify(execFile)(process.execPath, ["--import", "tsx", "ingest/cli.ts"], {
      cwd: PROJECT,
      env: { ...process.env, DATA_DIR: directory, ...settings },
    });
    const changedMs = performance.now() - changedAt;
    const { child, readyMs } = await startProgram(PORT, directory, settings);
    const milliseconds: number[] = [];
    for (const text of questions) milliseconds.push(await askProgram(PORT, text, agent));
    const serving = Math.round(await memory(child, "VmRSS"));
    await stopProgram(child);
    const seconds = (value: number) => (value / 1000).toFixed(1);
    const at = (share: number) => quantile(milliseconds, share).toFixed(1);
    return `| ${times}× | ${times * rows.length} | ${seconds(first.readyMs)} s | ${seconds(changedMs)} s | ${seconds(readyMs)} s | ${at(0.5)} / ${at(0.95)} ms | ${building} MB | ${serving} MB |`;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const set = readNational(join(SHARED, "tthc"));
  if (!set) return console.error(`${SHARED} doesn't hold the set: nothing is measured`);
  const rows = set.procedures;
  const questions = (await readFile(join(SHARED, "tthc/questions.dev.jsonl"), "utf8"))
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { question: string }).question)
    .filter((_question, i) => i % 4 === 0)
    .slice(0, QUESTIONS);
  const times = process.argv.slice(2).map(Number);
  if (times.some((value) => !Number.isInteger(value) || value < 1)) {
    console.error("TIMES are whole numbers from 1 on");
    process.exit(2);
  }
  console.log(
    "| set | records | built from nothing | a changed record | ready from a built one | answer p50 / p95 | most memory while building | memory, serving |\n|---|---|---|---|---|---|---|---|",
  );
  for (const value of times.length > 0 ? times : [1, 2, 4, 8])
    console.log(await measure(rows, questions, value));
}

await main();
