/** The program as a process of its own, and what benchmarks ask it. */
import { type ChildProcess, spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { type Agent, request } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const EVALUATION = join(PROJECT, "tests/evaluation");
const POLL_MS = 20;

/** Resolves once /readyz says that it can answer: after how many milliseconds. Without a limit of questions. */
export async function startProgram(
  port: number,
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<{ child: ChildProcess; readyMs: number }> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", "main.ts"], {
    cwd: PROJECT,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      HOST: "127.0.0.1",
      RATE_LIMIT_PER_MINUTE: "0",
      LOG_LEVEL: "silent",
      ...settings,
    },
    stdio: "ignore",
  });
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (ready?.status === 200) return { child, readyMs: performance.now() - startedAt };
    if (child.exitCode !== null) throw new Error(`the server ended with status ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

export async function stopProgram(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}

/** One question over HTTP: after how many milliseconds the whole answer was there. */
export function askProgram(port: number, text: string, agent: Agent): Promise<number> {
  const body = JSON.stringify({ text });
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        port,
        host: "127.0.0.1",
        path: "/api/chat",
        method: "POST",
        agent,
        headers: { "Content-Type": "application/json" },
      },
      (response) => {
        response.resume();
        response.on("end", () =>
          response.statusCode === 200
            ? resolve(performance.now() - startedAt)
            : reject(new Error(`status ${response.statusCode}`)),
        );
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** Of the process, in MB; NaN where /proc is absent. `VmHWM` is the most it ever had. */
export async function memory(child: ChildProcess, key: "VmRSS" | "VmHWM"): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
  return Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024;
}

/** The first question of every conversation. */
export async function questionsOfTheEvaluation(): Promise<string[]> {
  const files = (await readdir(EVALUATION)).filter((file) => file.endsWith(".jsonl"));
  const texts = await Promise.all(files.map((file) => readFile(join(EVALUATION, file), "utf8")));
  return texts.flatMap((text) =>
    text
      .split("\n")
      .filter(Boolean)
      .map((row) => (JSON.parse(row) as { turns: { text: string }[] }).turns[0]!.text),
  );
}

/** The value below which a share of the values lies; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
