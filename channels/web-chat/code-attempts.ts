/** Against guessing codes, without a lock that a guesser could turn on everybody else.
 *
 *  A code has six characters of 32: 2^30, about 1.07 thousand million. With T turns kept, one guess opens a conversation
 *  with a chance of T / 2^30: for T = 10,000 one in 107,000. After five free ones a network (an IPv4 address, the /48 of an
 *  IPv6 one) waits 30 s, doubled after each wrong code up to four hours: 18 guesses on its first day, 6 on each after. One
 *  network then needs about 18,000 days for its first conversation, a thousand together about 18.
 *  When 30 are wrong within ten minutes, whoever sends them, a network has one free guess instead of five and first waits
 *  ten minutes: a thousand new networks have 10 guesses each on that day instead of 18. Guessing that stays below the mark
 *  has 4,320 a day, from however many networks: 25 days. What is beyond that (tens of thousands of networks) is told to
 *  the operator, not fought with a lock: a right code is never refused to a network that hasn't sent wrong ones. */
import { siteOf } from "../http/client-address.ts";

export interface CodeAttempts {
  /** Counts one attempt as wrong until it is called right. `waitSeconds` above 0: it may not be made, and isn't counted. */
  begin(client: string): { waitSeconds: number; wasRight(): void };
}

export interface CodeAttemptsOptions {
  /** Milliseconds by a clock that nobody sets. */
  uptime?: () => number;
  /** Told when guessing begins to be noticed, and when it has ended. */
  onGuessing?: (isUnderWay: boolean) => void;
}

const SECOND_MS = 1000;
const HOUR_MS = 60 * 60 * SECOND_MS;
const FREE = 5;
const FREE_WHILE_GUESSED = 1;
const FIRST_WAIT_MS = 30 * SECOND_MS;
const FIRST_WAIT_WHILE_GUESSED_MS = 600 * SECOND_MS;
const LONGEST_WAIT_MS = 4 * HOUR_MS;
/** After so long without a wrong code a network begins anew. */
const FORGET_MS = 7 * 24 * HOUR_MS;
/** Of all together, in ten minutes: from here on somebody is guessing. */
const WRONG_OF_ALL = 30;
const WINDOW_MS = 600 * SECOND_MS;
const MAX_NETWORKS = 50_000;

export function createCodeAttempts(options: CodeAttemptsOptions = {}): CodeAttempts {
  const { uptime = () => performance.now(), onGuessing } = options;
  const networks = new Map<string, { wrong: number; at: number }>();
  /** Wrong codes of all, draining over the window. */
  let level = 0;
  let levelAt = 0;
  let guessed = false;

  function drain(at: number): void {
    level = Math.max(0, level - ((at - levelAt) * WRONG_OF_ALL) / WINDOW_MS);
    levelAt = at;
    // Twice the mark of its end, so that it isn't told over and over.
    const now = guessed ? level > WRONG_OF_ALL / 2 : level >= WRONG_OF_ALL;
    if (now !== guessed) onGuessing?.(now);
    guessed = now;
  }

  function waitMs(wrong: number): number {
    const over = wrong - (guessed ? FREE_WHILE_GUESSED : FREE);
    if (over < 0) return 0;
    return Math.min(LONGEST_WAIT_MS, (guessed ? FIRST_WAIT_WHILE_GUESSED_MS : FIRST_WAIT_MS) * 2 ** over);
  }

  return {
    begin(client) {
      const at = uptime();
      drain(at);
      const network = siteOf(client);
      const before = networks.get(network);
      const known = before && at - before.at < FORGET_MS ? before : { wrong: 0, at };
      const left = known.at + waitMs(known.wrong) - at;
      if (known.wrong > 0 && left > 0) return { waitSeconds: Math.ceil(left / SECOND_MS), wasRight() {} };
      // Re-inserted, so that the map's order is that of last use and the oldest can be dropped.
      networks.delete(network);
      networks.set(network, { wrong: known.wrong + 1, at });
      if (networks.size > MAX_NETWORKS) networks.delete(networks.keys().next().value!);
      level++;
      return {
        waitSeconds: 0,
        wasRight() {
          level = Math.max(0, level - 1);
          const mine = networks.get(network);
          if (!mine) return;
          // What was wrong before stays: a code of one's own must not wash off guesses.
          mine.wrong = Math.max(0, mine.wrong - 1);
          if (mine.at === at) mine.at = known.at;
        },
      };
    },
  };
}
