/** Random requests against the running program, over sockets. */
import { connect } from "node:net";
import { type RunningProgram, startServerProcess } from "../support/server-process.ts";
import { randomRequest } from "./random-requests.ts";

export interface FuzzOptions {
  count: number;
  seed: number;
  /** Number of the first request. */
  from?: number;
  /** An answer that takes longer is a hang. */
  hangMs: number;
  concurrency?: number;
  onProgress?: (done: number, total: number) => void;
}

export interface FuzzReport {
  /** Answers by status; 0 for a connection that was closed without one. */
  statuses: Map<number, number>;
  /** Numbers of requests, to be made again from the seed, with what came of them. */
  serverErrors: { number: number; name: string; status: number }[];
  hangs: { number: number; name: string }[];
  routes: number;
  /** How it ended before it was asked to; undefined when it didn't. */
  exit: string | undefined;
  /** RSS in MB after a fifth of the requests, and after each further one. */
  memory: number[];
  openFiles: { before: number; after: number };
  stop: { status: number | null; ms: number };
  seconds: number;
}

/** A connection that never ends is left after this. */
const LOST_MS = 15_000;
const SAMPLES = 5;

export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const { count, seed, hangMs, from = 0, concurrency = 16 } = options;
  const program = await startServerProcess();
  const report: FuzzReport = {
    statuses: new Map(),
    serverErrors: [],
    hangs: [],
    routes: program.routes.length,
    exit: undefined,
    memory: [],
    openFiles: { before: await program.openFiles(), after: Number.NaN },
    stop: { status: null, ms: 0 },
    seconds: 0,
  };
  const startedAt = performance.now();
  let next = 0;
  let done = 0;

  async function client(): Promise<void> {
    while (next < count && !program.exit()) {
      const number = from + next++;
      const { bytes, name } = randomRequest(program.routes, seed, number);
      const { statuses, ms } = await exchange(program.port, bytes);
      for (const status of statuses) {
        report.statuses.set(status, (report.statuses.get(status) ?? 0) + 1);
        if (status >= 500) report.serverErrors.push({ number, name, status });
      }
      if (ms > hangMs) report.hangs.push({ number, name });
      done++;
      options.onProgress?.(done, count);
      if (done % Math.ceil(count / SAMPLES) === 0) report.memory.push(Math.round(await program.memoryMb()));
    }
  }

  try {
    await Promise.all(Array.from({ length: concurrency }, client));
    report.seconds = (performance.now() - startedAt) / 1000;
    report.exit = exitOf(program);
    report.openFiles.after = await settledFiles(program);
    report.stop = await program.stop();
    return report;
  } finally {
    await program.close();
  }
}

function exitOf(program: RunningProgram): string | undefined {
  const exit = program.exit();
  return exit && `${exit.signal ?? exit.status}: ${program.errors().slice(-500)}`;
}

/** Connections that were let go of take a moment to be gone. */
async function settledFiles(program: RunningProgram): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 3000));
  return program.openFiles();
}

/** Sends everything, ends our side, and reads until the other side ends. */
function exchange(port: number, bytes: Buffer): Promise<{ statuses: number[]; ms: number }> {
  return new Promise((resolve) => {
    let received = "";
    const startedAt = performance.now();
    const socket = connect(port, "127.0.0.1");
    socket.setNoDelay(true);
    socket.setTimeout(LOST_MS, () => socket.destroy());
    socket.on("data", (part) => {
      received += part.toString("latin1");
    });
    // A reset is an end like another.
    socket.on("error", () => {});
    socket.on("close", () => {
      const statuses = [...received.matchAll(/(?:^|[\n}>])HTTP\/1\.1 (\d{3}) /g)].map((match) =>
        Number(match[1]),
      );
      resolve({ statuses: statuses.length > 0 ? statuses : [0], ms: performance.now() - startedAt });
    });
    socket.end(bytes);
  });
}

/** What breaks the promise, in words; empty when it was kept. */
export function broken({ exit, serverErrors, hangs, stop }: FuzzReport): string[] {
  return [
    ...(exit === undefined ? [] : [`the program ended: ${exit}`]),
    ...serverErrors.map(({ number, name, status }) => `request ${number} (${name}): ${status}`),
    ...hangs.map(({ number, name }) => `request ${number} (${name}) took too long`),
    ...(stop.status === 0 ? [] : [`status ${stop.status} when it was asked to end`]),
    ...(stop.ms <= 5000 ? [] : [`${Math.round(stop.ms)} ms to end`]),
  ];
}
