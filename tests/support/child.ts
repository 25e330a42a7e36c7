/** Another process of the program under test, spoken to in lines, and killed without warning. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export interface Child {
  /** The first line that the child wrote. */
  ready: string;
  /** Sends a line and resolves to the line that answers; rejects when the child is gone. One at a time. */
  ask(line: string): Promise<string>;
  /** SIGKILL: nothing is flushed, closed or said. Resolves when the process is gone. */
  kill(): Promise<void>;
}

/** Starts a TypeScript file as a process of its own and waits for its first line. Rejects when it exits before that, with
 *  what it wrote to standard error. */
export async function startChild(script: URL, args: readonly string[] = []): Promise<Child> {
  const child = spawn(process.execPath, ["--import", "tsx", fileURLToPath(script), ...args], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  const exited = once(child, "exit");
  let errors = "";
  child.stderr.on("data", (part: Buffer) => {
    errors += part.toString();
  });
  child.stdin.on("error", () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  async function nextLine(): Promise<string> {
    const line = await lines.next();
    if (line.done) throw new Error(`the child has exited: ${errors.slice(-2000)}`);
    return line.value;
  }
  return {
    ready: await nextLine(),
    ask(line) {
      child.stdin.write(`${line}\n`);
      return nextLine();
    },
    kill: () => killed(child, exited),
  };
}

async function killed(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
  await exited;
}

export interface KillLoopOptions {
  /** A process whose modules are loaded and which waits for the line "start"; it answers with where it listens. */
  script: URL;
  args: readonly string[];
  kills: number;
  /** How long each one lives after its start, milliseconds. */
  lifeMs: () => number;
  /** Called with each new process's address. */
  onStart: (address: string) => void;
}

/** So many load while their predecessor works, so that the work is rarely down. */
const SPARES = 2;

/** Starts a process again and again and kills it at random moments; the last one is left alive and returned. */
export async function killLoop({ script, args, kills, lifeMs, onStart }: KillLoopOptions): Promise<Child> {
  const spares: Promise<Child>[] = [];
  for (let i = 0; ; i++) {
    while (spares.length < Math.min(1 + SPARES, kills + 1 - i)) spares.push(spare(script, args));
    const child = await spares.shift()!;
    onStart(await child.ask("start"));
    if (i === kills) return child;
    await wait(lifeMs());
    await child.kill();
  }
}

function spare(script: URL, args: readonly string[]): Promise<Child> {
  const child = startChild(script, args);
  // A failure shows where it is awaited; until then it is not to be a stray rejection.
  child.catch(() => {});
  return child;
}
