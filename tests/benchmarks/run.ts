/** npm run bench: build time, start time, answer latency, throughput over HTTP, and memory, on the questions of the
 *  evaluation. Figures for docs/evaluation.md; nothing is asserted here. */
import { mkdtemp, rm } from "node:fs/promises";
import { Agent } from "node:http";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import {
  askProgram,
  memory,
  quantile,
  questionsOfTheEvaluation,
  startProgram,
  stopProgram,
} from "./program.ts";

const PORT = 38_000 + (process.pid % 1000);
const WARM_UP = 200;
const LATENCY_QUESTIONS = 600;
const LOAD_SECONDS = 8;
const CONNECTIONS = 16;
const START_RUNS = 5;

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
const ask = (text: string) => askProgram(PORT, text, agent);

async function throughput(texts: readonly string[]): Promise<{ perSecond: number; p95: number }> {
  const until = performance.now() + LOAD_SECONDS * 1000;
  const times: number[] = [];
  let next = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < until) times.push(await ask(texts[next++ % texts.length]!));
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    perSecond: times.length / seconds,
    p95: quantile(times, 0.95),
  };
}

async function main(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "tro-ly-so-bench-"));
  const line = (name: string, value: string) => console.log(`| ${name} | ${value} |`);
  const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
  try {
    const texts = await questionsOfTheEvaluation();
    console.error("đo thời gian lập kho và khởi động…");
    const first = await startProgram(PORT, dataDir);
    await stopProgram(first.child);
    const starts: number[] = [];
    for (let i = 0; i < START_RUNS; i++) {
      const { child, readyMs } = await startProgram(PORT, dataDir);
      starts.push(readyMs);
      await stopProgram(child);
    }
    console.error("đo độ trễ và thông lượng…");
    const { child } = await startProgram(PORT, dataDir);
    for (let i = 0; i < WARM_UP; i++) await ask(texts[i % texts.length]!);
    const times: number[] = [];
    for (let i = 0; i < LATENCY_QUESTIONS; i++) times.push(await ask(texts[i % texts.length]!));
    const idle = await memory(child, "VmRSS");
    const load = await throughput(texts);
    const most = await memory(child, "VmHWM");
    await stopProgram(child);
    console.log(
      `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB\n`,
    );
    console.log("| measure | figure |\n|---|---|");
    line("first start, knowledge base built", ms(first.readyMs));
    line(`start from a built knowledge base, median of ${START_RUNS}`, ms(quantile(starts, 0.5)));
    line("answer over HTTP, one at a time, p50", ms(quantile(times, 0.5)));
    line("answer over HTTP, one at a time, p95", ms(quantile(times, 0.95)));
    line(`answers a second, ${CONNECTIONS} connections`, String(Math.round(load.perSecond)));
    line(`p95 under that load`, ms(load.p95));
    line("memory (RSS) after the questions", `${Math.round(idle)} MB`);
    line("most memory (RSS) under load", `${Math.round(most)} MB`);
  } finally {
    agent.destroy();
    await rm(dataDir, { recursive: true, force: true });
  }
}

await main();
