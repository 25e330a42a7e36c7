/** Requests per client and minute: a bucket that refills steadily, by a clock that nobody sets. Why it is no library's:
 *  docs/decisions/rate-limits.md. */
export interface RateLimit {
  /** Seconds to wait; 0 when the request may pass. */
  take(client: string): number;
}

const MINUTE_MS = 60_000;
const MAX_CLIENTS = 50_000;

/** `most` 0 sets no limit. `uptime` is in milliseconds. */
export function createRateLimit(most: number, uptime: () => number = () => performance.now()): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  const leftOf = (client: string, at: number): number => {
    const known = buckets.get(client) ?? { left: most, at };
    return Math.min(most, known.left + ((at - known.at) * most) / MINUTE_MS);
  };
  const waitFor = (left: number) => (left >= 1 ? 0 : Math.ceil(((1 - left) * MINUTE_MS) / most / 1000));
  return {
    take(client) {
      if (most === 0) return 0;
      const at = uptime();
      const left = leftOf(client, at);
      // Re-inserted, so that the map's order is that of last use and the oldest can be dropped.
      buckets.delete(client);
      buckets.set(client, { left: left >= 1 ? left - 1 : left, at });
      if (buckets.size > MAX_CLIENTS) buckets.delete(buckets.keys().next().value!);
      return waitFor(left);
    },
  };
}

/** So many requests for pages, files and data come with one question. */
const PAGES_PER_QUESTION = 20;
const FEWEST_PAGES = 600;

/** The looser limit that goes with one of questions: an office of many people behind one address opens pages at eight. */
export const pagesPerMinute = (questionsPerMinute: number): number =>
  questionsPerMinute === 0 ? 0 : Math.max(FEWEST_PAGES, questionsPerMinute * PAGES_PER_QUESTION);
