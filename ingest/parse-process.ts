/** Files are read in a process of their own that can be ended: by its processor time, by its memory (buffers outside
 *  the heap included), and by the clock. One process reads file after file; one that had to be ended is replaced. Why a
 *  process and no thread: docs/decisions/imports-in-a-process.md. */
import { type ChildProcess, fork } from "node:child_process";
import { stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { DocumentError, DocumentLimitError } from "../knowledge/errors.ts";
import {
  DEFAULT_LIMITS,
  inMegabytes,
  overLimit,
  PROCESS_LIMITS,
  type ProcessLimits,
  type ReadLimits,
} from "./limits.ts";
import { type ImportedFile, refusedFor } from "./parsers/imported/parse-imported.ts";

export interface FileToParse {
  /** As shown in messages and citations. */
  name: string;
  path: string;
}

export interface Parser {
  /** Never throws for a bad document; the reason is in `leftOut`. One file at a time. */
  parse(file: FileToParse): Promise<ImportedFile>;
  close(): void;
}

/** What the child is told to do. */
export interface ParseRequest extends FileToParse {
  limits: ReadLimits;
}

export interface ParserOptions {
  limits?: Partial<ReadLimits>;
  process?: Partial<ProcessLimits>;
}

const CHILD = fileURLToPath(new URL("./parse-child.js", import.meta.url));
/** Below the limit of the whole process: code, buffers and the answer want room too. */
const HEAP_SHARE = 0.7;

/** The process starts with the first file. */
export function openParser(options: ParserOptions = {}): Parser {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const bounds = { ...PROCESS_LIMITS, ...options.process };
  let child: ChildProcess | null = null;
  return {
    async parse(file) {
      const tooLarge = await sizeFault(file, limits);
      if (tooLarge) return refusedFor(file.name, tooLarge);
      child ??= start(bounds);
      const outcome = await ask(child, { ...file, limits }, bounds);
      if ("parsed" in outcome) {
        // What is still held of this file must not count against the next one.
        if (outcome.megabytes > bounds.megabytes / 2) this.close();
        return outcome.parsed;
      }
      child = null;
      return refusedFor(file.name, faultOf(file.name, outcome.ended, bounds));
    },
    close() {
      child?.kill("SIGKILL");
      child = null;
    },
  };
}

async function sizeFault(
  { name, path }: FileToParse,
  { maxBytes }: ReadLimits,
): Promise<DocumentError | null> {
  try {
    const { size } = await stat(path);
    return size > maxBytes
      ? new DocumentLimitError(name, null, `tệp lớn hơn ${inMegabytes(maxBytes)}`)
      : null;
  } catch (error) {
    return new DocumentError(name, null, "không mở được tệp", error);
  }
}

function start(bounds: ProcessLimits): ChildProcess {
  return fork(CHILD, {
    // The environment holds secrets, of which the code that reads documents needs none.
    env: { TMPDIR: tmpdir() },
    execArgv: [`--max-old-space-size=${Math.round(bounds.megabytes * HEAP_SHARE)}`],
    serialization: "advanced",
    // What libraries print is no output of ours; the watch says on the fourth channel why it ended the process.
    stdio: ["ignore", "ignore", "ignore", "ipc", "pipe"],
  });
}

type Ended = "time" | "memory" | "wait" | "crash";
type Outcome = { parsed: ImportedFile; megabytes: number } | { ended: Ended };

function ask(child: ChildProcess, request: ParseRequest, bounds: ProcessLimits): Promise<Outcome> {
  return new Promise((resolve) => {
    let said = "";
    let waited = false;
    const hear = (text: Buffer) => {
      said += text.toString("latin1");
    };
    const channel = child.stdio[4] as NodeJS.ReadableStream;
    const clock = setTimeout(() => {
      waited = true;
      child.kill("SIGKILL");
    }, bounds.waitSeconds * 1000);
    const finish = (outcome: Outcome) => {
      clearTimeout(clock);
      channel.off("data", hear);
      child.off("message", answered);
      child.off("close", closed);
      child.off("error", failed);
      resolve(outcome);
    };
    const answered = (message: unknown) => finish(message as Outcome);
    // "close" comes after the channel has been read to its end.
    const closed = (_code: number | null, signal: NodeJS.Signals | null) =>
      finish({ ended: reasonOf(said, waited, signal) });
    const failed = () => finish({ ended: "crash" });
    channel.on("data", hear);
    child.on("message", answered);
    child.on("close", closed);
    child.on("error", failed);
    child.send({ request, seconds: bounds.seconds, megabytes: bounds.megabytes }, (error) => {
      // The process is gone; "close" says why.
      if (error) child.kill("SIGKILL");
    });
  });
}

function reasonOf(said: string, waited: boolean, signal: NodeJS.Signals | null): Ended {
  if (said.includes("time")) return "time";
  // V8 aborts when its heap is full; the system kills when the machine's memory is.
  if (said.includes("memory") || signal === "SIGABRT") return "memory";
  if (waited) return "wait";
  return signal === "SIGKILL" ? "memory" : "crash";
}

function faultOf(file: string, ended: Ended, bounds: ProcessLimits): DocumentError {
  switch (ended) {
    case "time":
      return new DocumentLimitError(file, null, `đọc ${overLimit(bounds.seconds, "giây")}, đã dừng`);
    case "wait":
      return new DocumentLimitError(file, null, `chờ ${overLimit(bounds.waitSeconds, "giây")}, đã dừng`);
    case "memory":
      return new DocumentLimitError(file, null, `cần ${overLimit(bounds.megabytes, "MB bộ nhớ")}, đã dừng`);
    case "crash":
      return new DocumentError(file, null, "tệp làm hỏng trình đọc, không đọc được");
  }
}
