/** The calls on one database, in the thread: reads at once, writes in groups of one transaction, of one flush to the
 *  disk, answered when it is done. A lock that another process holds is waited for while reads go on. */
import { statSync } from "node:fs";
import { dirname } from "node:path";
import type { AppError } from "../../knowledge/errors.ts";
import { isBusy } from "../../knowledge/when-free.ts";
import type {
  Answer,
  Call,
  DatabaseModule,
  Health,
  OpenDatabase,
  OperationKind,
  PlainError,
} from "./database-calls.ts";
import { closedError, goneError, toPlainError, toStoreError } from "./store-errors.ts";

export interface CommitQueue {
  take(call: Call): void;
  /** After the calls that were taken. */
  close(): Promise<void>;
}

export interface CommitQueueOptions {
  /** A path, or ":memory:". */
  file: string;
  opened: OpenDatabase;
  /** Opens it again when another file has taken its place. */
  open: DatabaseModule["open"];
  settings: unknown;
  reply: (answer: Answer) => void;
}

interface Waiting extends Call {
  /** Both by performance.now(). */
  since: number;
  until: number;
}

const LONGEST_WAIT_MS = 30_000;
/** Once closing, a lock is waited for no longer than this. */
const CLOSING_WAIT_MS = 2000;
const POLL_MS = { first: 2, longest: 40 };
const MOST_IN_GROUP = 200;
/** Between attempts to empty the log of text that was deleted. */
const SCRUB_MS = { soon: 500, first: 1000, longest: 60_000 };
/** After such an error nothing of a transaction can be relied on. */
const WHOLE = /^SQLITE_(?:FULL|IOERR|CORRUPT|NOTADB|READONLY|NOMEM|CANTOPEN|BUSY|LOCKED|INTERRUPT|PROTOCOL)/;

export function createCommitQueue(options: CommitQueueOptions): CommitQueue {
  const { file, open, settings, reply } = options;
  const isFile = file !== ":memory:";
  const folder = isFile ? dirname(file) : undefined;
  let { opened } = options;
  let place = placeOf();
  let reads: Waiting[] = [];
  let writes: Waiting[] = [];
  let closing: { done: () => void } | undefined;
  let turning = false;
  let polling: NodeJS.Timeout | undefined;
  let reopening = false;
  let pauseMs = POLL_MS.first;
  let scrubbing: NodeJS.Timeout | undefined;
  let scrubPauseMs = SCRUB_MS.first;
  let lastError: PlainError | null = null;

  function placeOf(path = file): string | null {
    if (!isFile) return "memory";
    const found = statSync(path, { throwIfNoEntry: false });
    return found ? `${found.dev}:${found.ino}` : null;
  }

  function take(call: Call): void {
    const operation = opened.operations[call.name];
    if (closing || !operation) {
      fail([call], closing ? closedError() : toStoreError(new Error(`no operation ${call.name}`)));
      return;
    }
    const since = performance.now();
    const waiting = { ...call, since, until: since + LONGEST_WAIT_MS };
    if (operation.kind === "read" || operation.kind === "report") reads.push(waiting);
    else writes.push(waiting);
    turnSoon();
  }

  /** Once round the event loop: whatever has come meanwhile is of the same group. */
  function turnSoon(): void {
    if (turning) return;
    turning = true;
    setImmediate(turn);
  }

  function fail(calls: readonly Call[], error: AppError): void {
    const plain = toPlainError(error);
    for (const { id } of calls) reply({ id, error: plain });
  }

  function turn(): void {
    turning = false;
    if (reopening) return;
    if (isInPlace()) {
      readAll();
      if (!polling) writeGroup();
    }
    if (writes.length > 0 && !polling) turnSoon();
    if (closing && reads.length === 0 && writes.length === 0) closing.done();
  }

  /** A file that is gone would go on taking writes that nobody finds again. */
  function isInPlace(): boolean {
    const now = placeOf();
    if (now === place) return true;
    if (now === null) {
      refuseAll(goneError());
      return false;
    }
    void reopen();
    return false;
  }

  function refuseAll(error: AppError): void {
    const refused = [...reads, ...writes];
    reads = [];
    writes = [];
    settle(refused, error);
  }

  /** Another file is where ours was, such as a copy that was brought back. */
  async function reopen(): Promise<void> {
    reopening = true;
    try {
      opened.database.close();
    } catch {
      // Its file is gone; nothing can be kept.
    }
    try {
      opened = await open(file, settings);
      place = placeOf();
    } catch (error) {
      refuseAll(toStoreError(error));
    }
    reopening = false;
    turnSoon();
  }

  function readAll(): void {
    const group = reads;
    reads = [];
    for (const call of group) {
      try {
        reply({ id: call.id, value: run(call) });
      } catch (error) {
        // Another process is setting the log in order.
        if (isBusy(error) && performance.now() < call.until) reads.push(call);
        else fail([call], toStoreError(error, undefined, folder));
      }
    }
    if (reads.length > 0) poll();
  }

  function run({ name, args }: Call): unknown {
    const operation = opened.operations[name]!;
    const call = operation.run as (...args: readonly unknown[]) => unknown;
    return operation.kind === "report" ? call(health(), ...args) : call(...args);
  }

  const health = (): Health => ({
    lastError,
    lockedMs: polling && writes[0] ? performance.now() - writes[0].since : 0,
    unscrubbed: scrubbing !== undefined && scrubPauseMs > SCRUB_MS.first,
  });

  function poll(): void {
    polling ??= setTimeout(() => {
      polling = undefined;
      turnSoon();
    }, pauseMs);
    pauseMs = Math.min(POLL_MS.longest, pauseMs * 2);
  }

  function writeGroup(): void {
    if (writes.length === 0) return;
    const { database } = opened;
    const kindOf = ({ name }: Call) => opened.operations[name]!.kind;
    if (kindOf(writes[0]!) === "alone") {
      writeAlone();
      return;
    }
    try {
      database.exec("BEGIN IMMEDIATE");
    } catch (error) {
      if (isBusy(error)) waitForLock(error);
      else settle(writes.splice(0), toStoreError(error, undefined, folder));
      return;
    }
    pauseMs = POLL_MS.first;
    const end = writes.findIndex((call) => kindOf(call) === "alone");
    const group = writes.splice(0, Math.min(MOST_IN_GROUP, end < 0 ? writes.length : end));
    const answers: Answer[] = [];
    try {
      for (const call of group) answers.push(writeOne(call));
      database.exec("COMMIT");
    } catch (error) {
      if (database.inTransaction) database.exec("ROLLBACK");
      settle(group, toStoreError(error, undefined, folder));
      return;
    }
    lastError = null;
    const isOf = (kind: OperationKind) => group.some((call) => kindOf(call) === kind);
    if (isOf("erase")) scrub();
    else if (isOf("scrub")) scrubLater(SCRUB_MS.soon);
    answers.forEach(reply);
  }

  function writeAlone(): void {
    const [call] = writes.splice(0, 1) as [Waiting];
    try {
      reply({ id: call.id, value: run(call) });
      lastError = null;
    } catch (error) {
      if (isBusy(error)) {
        writes.unshift(call);
        waitForLock(error);
      } else settle([call], toStoreError(error, undefined, folder));
    }
  }

  function settle(group: readonly Call[], error: AppError): void {
    lastError = toPlainError(error);
    fail(group, error);
  }

  /** One that fails by itself undoes its own work alone; what concerns the database as a whole is thrown. */
  function writeOne(call: Waiting): Answer {
    try {
      return { id: call.id, value: opened.database.transaction(() => run(call))() };
    } catch (error) {
      if (!opened.database.inTransaction || WHOLE.test((error as { code?: string }).code ?? "")) throw error;
      return { id: call.id, error: toPlainError(toStoreError(error, undefined, folder)) };
    }
  }

  function waitForLock(error: unknown): void {
    const now = performance.now();
    const late = writes.filter(({ until }) => until <= now);
    writes = writes.filter(({ until }) => until > now);
    if (late.length > 0) settle(late, toStoreError(error));
    if (writes.length > 0) poll();
  }

  /** What was deleted is overwritten in the database; the log has older pages until it is emptied. */
  function scrub(): void {
    clearTimeout(scrubbing);
    scrubbing = undefined;
    if (isFile && !isEmptied()) {
      scrubLater(scrubPauseMs);
      scrubPauseMs = Math.min(SCRUB_MS.longest, scrubPauseMs * 2);
    } else scrubPauseMs = SCRUB_MS.first;
  }

  function isEmptied(): boolean {
    try {
      const [row] = opened.database.pragma("wal_checkpoint(TRUNCATE)") as { busy: number }[];
      return row?.busy === 0;
    } catch {
      return false;
    }
  }

  function scrubLater(ms: number): void {
    scrubbing ??= setTimeout(scrub, ms);
  }

  return {
    take,
    async close() {
      const until = performance.now() + CLOSING_WAIT_MS;
      for (const call of [...reads, ...writes]) call.until = Math.min(call.until, until);
      await new Promise<void>((resolve) => {
        closing = { done: resolve };
        turnSoon();
      });
      clearTimeout(scrubbing);
      clearTimeout(polling);
      if (isFile && placeOf() === place) isEmptied();
      opened.database.close();
    },
  };
}
