/** In the thread: opens databases, gives each its calls, sends back what came of them. */
import { parentPort } from "node:worker_threads";
import { type CommitQueue, createCommitQueue } from "./commit-queue.ts";
import type { Answer, Call, DatabaseModule } from "./database-calls.ts";
import { closedError, toPlainError, toStoreError } from "./store-errors.ts";

/** `load` loads a module by its URL. */
export function serveDatabases(load: (module: string) => unknown): void {
  const queues = new Map<number, CommitQueue>();
  const port = parentPort!;
  const reply = (answer: Answer): void => port.postMessage(answer);

  async function open({ id, database, args }: Call): Promise<void> {
    const [module, file, settings] = args as [string, string, unknown];
    try {
      const { open } = load(module) as DatabaseModule;
      queues.set(
        database,
        createCommitQueue({ file, opened: await open(file, settings), open, settings, reply }),
      );
      reply({ id, value: undefined });
    } catch (error) {
      reply({ id, error: toPlainError(toStoreError(error, file)) });
    }
  }

  async function close({ id, database }: Call): Promise<void> {
    const queue = queues.get(database);
    queues.delete(database);
    try {
      await queue?.close();
      reply({ id, value: undefined });
    } catch (error) {
      reply({ id, error: toPlainError(toStoreError(error)) });
    }
  }

  port.on("message", (call: Call) => {
    if (call.name === "open") void open(call);
    else if (call.name === "close") void close(call);
    else {
      const queue = queues.get(call.database);
      if (queue) queue.take(call);
      else reply({ id: call.id, error: toPlainError(closedError()) });
    }
  });
}
