/** Follows the version that serves: "npm run ingest", run beside the program, points at another one, and the program
 *  takes it over without a restart. */

export interface FollowOptions {
  /** Name of the version that is pointed at; null when there is none. */
  current: () => Promise<string | null>;
  /** Name of the version in use. */
  used: () => string;
  /** Opens the current version aside and puts it in use. */
  take: () => Promise<void>;
  /** Told once of each version that could not be taken; the one before goes on. */
  onProblem: (error: Error) => void;
  /** Null: only when asked. */
  everyMs: number | null;
}

export interface Follower {
  /** Looks now, also at a version that was refused before. */
  check(): Promise<void>;
  /** Waits for a version that is being opened. */
  stop(): Promise<void>;
}

export function followVersion({ current, used, take, onProblem, everyMs }: FollowOptions): Follower {
  let refused: string | null = null;
  let stopped = false;
  let looking = Promise.resolve();

  async function look(): Promise<void> {
    const name = stopped ? null : await current();
    if (name === null || name === used() || name === refused) return;
    try {
      await take();
      refused = null;
    } catch (error) {
      refused = name;
      onProblem(error as Error);
    }
  }

  /** One after the other. A pointer that can't be read now is read the next time. */
  const next = () => {
    looking = looking.then(look).catch(() => undefined);
    return looking;
  };
  let ticking = false;
  const tick = () => {
    if (ticking) return;
    ticking = true;
    void next().finally(() => {
      ticking = false;
    });
  };
  const timer = everyMs === null ? null : setInterval(tick, everyMs).unref();

  return {
    check() {
      refused = null;
      return next();
    },
    stop() {
      stopped = true;
      if (timer) clearInterval(timer);
      return looking;
    },
  };
}
