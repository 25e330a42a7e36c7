/** npm run test:node [-- PATH...]: the program on other versions of Node than the one it was installed for, each from npm's package
 *  "node" (45 MB, kept under node_modules/.cache).
 *  Too old: every command says so, started by npm's script or by tsx alone.
 *  Newer: the tests below run, or those of the paths. The compiled part of better-sqlite3 is built for the installed Node, so that SQLite is
 *  Node's own there; without that too, a command names what mends it.
 *  Apart from npm test, since it needs the registry once and runs much of the suite twice more.
 *  The last line reads "N passed, N failed, N skipped". Exit status: 0, or 1 when something failed. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OtherNode, otherNode, ROOT, run } from "./other-node.ts";

const TOO_OLD = ["16", "18", "20.9.0"];
const NEWER = ["22", "24"];
const ENTRY_POINTS = [
  "main.ts",
  "ingest/cli.ts",
  "ingest/records.ts",
  "channels/ask.ts",
  "channels/cases.ts",
  "channels/mail.ts",
  "channels/store.ts",
  "channels/mcp/cli.ts",
  "channels/teams/build-package.ts",
];
/** All layers, the whole of those that may depend on Node's own parts, of the channels what opens them. */
const TESTS = [
  "tests/config.test.ts",
  "tests/knowledge",
  "tests/bot",
  "tests/ingest",
  "tests/channels/server.test.ts",
  "tests/channels/doors.test.ts",
  "tests/channels/cases.test.ts",
  "tests/channels/zalo/tokens.test.ts",
];
const TSX = "node_modules/tsx/dist/cli.mjs";
const GUARD = "./knowledge/node-version.cjs";

const counts = { passed: 0, failed: 0, skipped: 0 };

function note(outcome: keyof typeof counts, what: string, count = 1): void {
  counts[outcome] += count;
  if (outcome !== "passed") console.log(`${outcome}: ${what}`);
}

interface Outcome {
  status: number;
  err: string;
}

/** A command over an empty folder of data. */
async function command(
  { executable }: OtherNode,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Outcome> {
  const data = await mkdtemp(join(tmpdir(), "tro-ly-so-node-"));
  const env = { PATH: process.env.PATH, DATA_DIR: data, PORT: "0", ...environment };
  try {
    const { stderr } = await run(executable, args, { cwd: ROOT, env, timeout: 120_000 });
    return { status: 0, err: stderr };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { status: code, err: stderr };
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

async function refuses(node: OtherNode): Promise<void> {
  // tsx asks for 18: below, not every module gets far enough without npm's script.
  const isBelowTsx = Number(node.version.split(".")[0]) < 18;
  const says = new RegExp(`^[^\\n]*Node 20\\.12 [^\\n]* Node ${node.version}\\.[^\\n]*\\n$`);
  for (const script of ENTRY_POINTS)
    for (const args of [["-r", GUARD, TSX, script], ...(isBelowTsx ? [] : [[TSX, script]])]) {
      const { status, err } = await command(node, args);
      const isRefused = status === 1 && says.test(err);
      note(
        isRefused ? "passed" : "failed",
        `Node ${node.version}: ${args.join(" ")}: status ${status}, ${err.slice(0, 500)}`,
      );
    }
}

/** Neither better-sqlite3 nor Node's own SQLite: the one command that mends it is named, and nothing else is blamed. */
async function namesTheRebuild(node: OtherNode): Promise<void> {
  for (const script of ["main.ts", "ingest/cli.ts", "channels/ask.ts"]) {
    const { status, err } = await command(
      node,
      [TSX, script, ...(script.endsWith("ask.ts") ? ["xin chào"] : [])],
      {
        NODE_OPTIONS: "--no-experimental-sqlite",
      },
    );
    const what = `Node ${node.version} without SQLite: ${script}`;
    if (
      status === 1 &&
      /“npm rebuild better-sqlite3 hnswlib-node”/.test(err) &&
      !/Không mở được kho/.test(err)
    )
      note("passed", what);
    else note("failed", `${what}: status ${status}, ${err.slice(0, 500)}`);
  }
}

async function runsTests(node: OtherNode): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "tro-ly-so-report-"));
  const report = join(directory, "report.json");
  const chosen = process.argv.slice(2);
  const args = ["node_modules/vitest/vitest.mjs", "run", ...(chosen.length > 0 ? chosen : TESTS)];
  const options = [
    "--testTimeout=120000",
    "--hookTimeout=120000",
    "--reporter=json",
    `--outputFile=${report}`,
  ];
  try {
    const ended = await run(node.executable, [...args, ...options], {
      cwd: ROOT,
      maxBuffer: 256 << 20,
    }).catch((error: { stdout: string; stderr: string }) => error);
    const result = JSON.parse(
      await readFile(report, "utf8").catch(() => {
        throw new Error(`vitest wrote no report: ${(ended.stdout + ended.stderr).slice(-2000)}`);
      }),
    ) as VitestReport;
    note("passed", "tests", result.numPassedTests);
    if (result.numPendingTests > 0)
      note("skipped", `Node ${node.version}: tests that skip themselves`, result.numPendingTests);
    for (const { name, message, assertionResults } of result.testResults) {
      const failed = assertionResults.filter(({ status }) => status === "failed");
      for (const test of failed)
        note(
          "failed",
          `Node ${node.version}: ${name} > ${test.fullName}: ${test.failureMessages[0]?.slice(0, 1000)}`,
        );
      if (message && failed.length === 0)
        note("failed", `Node ${node.version}: ${name}: ${message.slice(0, 1000)}`);
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

interface VitestReport {
  numPassedTests: number;
  numPendingTests: number;
  testResults: {
    name: string;
    /** Why the file could not be run; "" otherwise. */
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

async function main(): Promise<void> {
  for (const wanted of [...TOO_OLD, ...NEWER]) {
    const node = await otherNode(wanted);
    if ("reason" in node) {
      note("skipped", `Node ${wanted} not checked: ${node.reason}`);
      continue;
    }
    const before = { ...counts };
    if (TOO_OLD.includes(wanted)) await refuses(node);
    else {
      await namesTheRebuild(node);
      await runsTests(node);
    }
    const [passed, failed] = [counts.passed - before.passed, counts.failed - before.failed];
    console.log(`Node ${node.version}: ${passed} passed, ${failed} failed`);
  }
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  if (counts.failed > 0) process.exitCode = 1;
}

await main();
