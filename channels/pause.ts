/** A time in which something isn't tried. */
export interface Pause {
  begin(ms: number): void;
  /** 0 when it is over. */
  leftMs(): number;
}

/** By a clock that may be set: one that is set back ends the pause, rather than make it longer. */
export function createPause(now: () => number): Pause {
  let since = 0;
  let length = 0;
  return {
    begin(ms) {
      since = now();
      length = ms;
    },
    leftMs() {
      const gone = now() - since;
      return gone < 0 ? 0 : Math.max(0, length - gone);
    },
  };
}
