/** The end of the program: asked for by a signal, or by the last guard. */
import { within } from "./within.ts";

export interface ShutdownOptions {
  /** What is closed, step by step; the parts of a step at the same time, and none longer than the step may take. Each
   *  step gets its turn even when one before it fails or hangs. */
  steps: readonly { withinMs: number; parts: readonly (() => unknown)[] }[];
  exit: (status: number) => void;
  onFailure?: (error: unknown) => void;
}

export interface Shutdown {
  readonly isUnderWay: boolean;
  /** Closes all within its bounds, then exits with the highest status that was asked for. */
  stop(status: number): void;
  /** For a person who asks again: at once. */
  stopNow(): void;
}

export function createShutdown({ steps, exit, onFailure }: ShutdownOptions): Shutdown {
  let isUnderWay = false;
  let status = 0;

  async function closeAll(): Promise<void> {
    for (const { withinMs, parts } of steps)
      await within(
        withinMs,
        Promise.all(parts.map(async (close) => close()).map((closed) => closed.catch(onFailure))),
      );
    exit(status);
  }

  return {
    get isUnderWay() {
      return isUnderWay;
    },
    stop(asked) {
      status = Math.max(status, asked);
      if (isUnderWay) return;
      isUnderWay = true;
      void closeAll();
    },
    stopNow: () => exit(Math.max(status, 1)),
  };
}
