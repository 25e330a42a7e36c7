/** npm run soak -- <what> [options]: what takes minutes and proves that the program stands. Exit status 1 when a promise is
 *  broken. */
import { parseArgs } from "node:util";
import { progressBar } from "../../ingest/progress-bar.ts";
import { run as fullTests } from "./full.ts";
import { broken, fuzz } from "./fuzz.ts";
import { run as damagedImports } from "./imports.ts";
import { kill } from "./kill.ts";
import { brokenByLoad, load, type Sample } from "./load.ts";
import { run as allPatterns } from "./patterns.ts";

type Soak = (args: string[]) => Promise<string[]>;

const SOAKS: Readonly<Record<string, { usage: string; run: Soak }>> = {
  fuzz: { usage: "fuzz [--count 200000] [--seed 1] [--from 0]", run: runFuzz },
  load: { usage: "load [--minutes 30]", run: runLoad },
  kill: { usage: "kill [--kills 60] [--seed 1]", run: runKill },
  full: { usage: "full", run: fullTests },
  patterns: { usage: "patterns", run: allPatterns },
  imports: { usage: "imports [--count 20000] [--seed 1]", run: damagedImports },
};

async function runFuzz(args: string[]): Promise<string[]> {
  const { values } = parseArgs({
    args,
    options: {
      count: { type: "string", default: "200000" },
      seed: { type: "string", default: "1" },
      from: { type: "string", default: "0" },
    },
  });
  const bar = progressBar(process.stderr);
  const report = await fuzz({
    count: Number(values.count),
    seed: Number(values.seed),
    from: Number(values.from),
    hangMs: 1000,
    onProgress: (done, total) => bar.show({ step: "fuzz", done, total }),
  }).finally(bar.end);
  const answers = [...report.statuses].sort(([a], [b]) => a - b);
  console.log("| measure | figure |\n|---|---|");
  console.log(`| requests | ${values.count} over ${report.routes} addresses, seed ${values.seed} |`);
  console.log(`| seconds | ${Math.round(report.seconds)} |`);
  console.log(`| answers | ${answers.map(([status, count]) => `${status}: ${count}`).join(", ")} |`);
  console.log(`| hangs over 1 s | ${report.hangs.length} |`);
  console.log(`| memory (RSS), MB, after each fifth | ${report.memory.join(", ")} |`);
  console.log(`| open files | ${report.openFiles.before} → ${report.openFiles.after} |`);
  console.log(`| asked to end | status ${report.stop.status} after ${Math.round(report.stop.ms)} ms |`);
  return broken(report);
}

async function runLoad(args: string[]): Promise<string[]> {
  const { values } = parseArgs({ args, options: { minutes: { type: "string", default: "30" } } });
  const minutes = Number(values.minutes);
  const bar = progressBar(process.stderr);
  const report = await load({
    minutes,
    onProgress: (done, total) => bar.show({ step: "load", done, total }),
  }).finally(bar.end);
  const row = ({ minute, turns, memoryMb, heapMb, handles, openFiles, diskMb }: Sample) =>
    `| ${[minute.toFixed(1), turns, memoryMb, heapMb, handles, openFiles, diskMb.toFixed(1)].join(" | ")} |`;
  console.log(
    "| minute | turns | RSS MB | heap MB | handles | open files | disk MB |\n|---|---|---|---|---|---|---|",
  );
  for (const sample of report.samples) console.log(row(sample));
  console.log(`\nDisk a turn: ${(report.diskPerTurn / 1024).toFixed(1)} KB. Requests: ${report.requests}.`);
  console.log(`Asked to end: status ${report.stop.status} after ${Math.round(report.stop.ms)} ms.`);
  return brokenByLoad(report);
}

async function runKill(args: string[]): Promise<string[]> {
  const { values } = parseArgs({
    args,
    options: { kills: { type: "string", default: "60" }, seed: { type: "string", default: "1" } },
  });
  const bar = progressBar(process.stderr);
  const report = await kill({
    kills: Number(values.kills),
    seed: Number(values.seed),
    onProgress: (done, total) => bar.show({ step: "kill", done, total }),
  }).finally(bar.end);
  const { serving, ingest, conversion } = report.kills;
  console.log("| measure | figure |\n|---|---|");
  console.log(
    `| kills | ${serving} serving, ${ingest} of an ingest beside it, ${conversion} of a conversion |`,
  );
  console.log(`| answers acknowledged | ${report.answered} |`);
  console.log(`| deletions, ratings acknowledged | ${report.deleted}, ${report.rated} |`);
  console.log(`| messages of Zalo acknowledged | ${report.events} |`);
  console.log(`| requests cut off and repeated | ${report.cutOff} |`);
  console.log(`| promises broken | ${report.broken.length} |`);
  return report.broken;
}

const [name = "", ...args] = process.argv.slice(2);
const soak = SOAKS[name];
if (!soak) {
  console.error(
    `npm run soak -- ${Object.values(SOAKS)
      .map(({ usage }) => usage)
      .join(" | ")}`,
  );
  process.exitCode = 1;
} else {
  const problems = await soak.run(args);
  for (const problem of problems.slice(0, 50)) console.error(problem);
  if (problems.length > 50) console.error(`… ${problems.length - 50} more`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
