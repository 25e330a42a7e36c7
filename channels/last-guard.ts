/** The last guard: what no edge has caught ends the process, but not at once. It is logged without words of people, no
 *  more is accepted, what is in hand is finished within a bound, and the exit status tells the supervisor to start anew. */
import type { EventEmitter } from "node:events";
import type { Logger } from "pino";
import { faultOf } from "./logger.ts";

export interface LastGuardOptions {
  /** Of which "uncaughtException" and "unhandledRejection" are taken. */
  process: EventEmitter;
  logger: Pick<Logger, "fatal">;
  /** Ends the program; it has its own bound. */
  stop: (status: number) => void;
  /** For the operator. */
  say: (line: string) => void;
}

export function installLastGuard({ process, logger, stop, say }: LastGuardOptions): void {
  const take = (event: string) => (error: unknown) => {
    try {
      logger.fatal({ event, error: faultOf(error) });
      say("Chương trình gặp lỗi ngoài dự kiến và sẽ dừng để được khởi động lại; chi tiết ở nhật ký.");
    } finally {
      stop(1);
    }
  };
  process.on("uncaughtException", take("uncaught_exception"));
  process.on("unhandledRejection", take("unhandled_rejection"));
}
