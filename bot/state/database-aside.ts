/** A database that is worked on in a thread of its own, so that neither a flush to the disk nor a lock holds up the event
 *  loop. One thread serves all databases of the process. */
import { Worker } from "node:worker_threads";
import type { Answer, Call } from "./database-calls.ts";
import { closedError, fromPlainError, storeError } from "./store-errors.ts";

export interface Aside {
  /** Rejects with AppError. */
  call(name: string, args: readonly unknown[]): Promise<unknown>;
  /** After the calls that were made. */
  close(): Promise<void>;
}

interface Pending {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

let thread: Worker | undefined;
let databases = 0;
let calls = 0;
const pending = new Map<number, Pending>();

function start(): Worker {
  // Without the options of the process: among them is the loader of TypeScript files, which the thread has its own of.
  const started = new Worker(new URL("./database-thread.js", import.meta.url), { execArgv: [] });
  started.on("message", (answer: Answer) => {
    const asked = pending.get(answer.id);
    pending.delete(answer.id);
    // A store that nobody asks anything keeps no process alive.
    if (pending.size === 0) started.unref();
    if ("error" in answer) asked?.reject(fromPlainError(answer.error));
    else asked?.resolve(answer.value);
  });
  const ended = (cause: unknown) => {
    if (thread !== started) return;
    thread = undefined;
    const asked = [...pending.values()];
    pending.clear();
    for (const { reject } of asked) reject(storeError("store_unavailable", { cause }));
  };
  started.on("error", ended);
  started.on("exit", (code) => ended(new Error(`the thread of the databases ended with ${code}`)));
  return started;
}

function send(call: Omit<Call, "id">): Promise<unknown> {
  thread ??= start();
  const id = ++calls;
  if (pending.size === 0) thread.ref();
  thread.postMessage({ ...call, id });
  return new Promise((resolve, reject) => pending.set(id, { resolve, reject }));
}

/** `module` exports `open`, see DatabaseModule. Rejects with AppError. */
export async function openAside(module: URL, file: string, settings: unknown): Promise<Aside> {
  const database = ++databases;
  let opened: Worker | undefined;
  let opening: Promise<void> | undefined;
  let closed = false;

  async function open(): Promise<void> {
    await send({ database, name: "open", args: [module.href, file, settings] });
    opened = thread;
  }

  /** A thread that broke down is started again, with the database. */
  async function inUse(): Promise<void> {
    if (opened !== undefined && opened === thread) return;
    opening ??= open().finally(() => {
      opening = undefined;
    });
    await opening;
  }

  await inUse();
  return {
    async call(name, args) {
      if (closed) throw closedError();
      await inUse();
      return send({ database, name, args });
    },
    async close() {
      if (closed) return;
      closed = true;
      if (opened === thread) await send({ database, name: "close", args: [] });
    },
  };
}
