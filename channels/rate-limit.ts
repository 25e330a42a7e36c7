/** Requests per client and minute, or another window: a bucket that refills steadily. */
export interface RateLimit {
  /** Seconds to wait; 0 when the request may pass. */
  take(client: string): number;
  /** The same without counting as a request. */
  peek(client: string): number;
}

const MINUTE_MS = 60_000;
const MAX_CLIENTS = 50_000;

/** `most` 0 sets no limit. */
export function createRateLimit(
  most: number,
  now: () => number = Date.now,
  windowMs: number = MINUTE_MS,
): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  const leftOf = (client: string, at: number): number => {
    const known = buckets.get(client) ?? { left: most, at };
    return Math.min(most, known.left + ((at - known.at) * most) / windowMs);
  };
  const waitFor = (left: number) => (left >= 1 ? 0 : Math.ceil(((1 - left) * windowMs) / most / 1000));
  return {
    take(client) {
      if (most === 0) return 0;
      const at = now();
      const left = leftOf(client, at);
      // Re-inserted, so that the map's order is that of last use and the oldest can be dropped.
      buckets.delete(client);
      buckets.set(client, { left: left >= 1 ? left - 1 : left, at });
      if (buckets.size > MAX_CLIENTS) buckets.delete(buckets.keys().next().value!);
      return waitFor(left);
    },
    peek: (client) => (most === 0 ? 0 : waitFor(leftOf(client, now()))),
  };
}
