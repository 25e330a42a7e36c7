/** Requests per client and minute: a bucket that refills steadily. */
export interface RateLimit {
  /** Seconds to wait; 0 when the request may pass. */
  take(client: string): number;
}

const MINUTE_MS = 60_000;
const MAX_CLIENTS = 50_000;

/** `perMinute` 0 sets no limit. */
export function createRateLimit(perMinute: number, now: () => number = Date.now): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take(client) {
      if (perMinute === 0) return 0;
      const at = now();
      const known = buckets.get(client) ?? { left: perMinute, at };
      const left = Math.min(perMinute, known.left + ((at - known.at) * perMinute) / MINUTE_MS);
      // Re-inserted, so that the map's order is that of last use and the oldest can be dropped.
      buckets.delete(client);
      buckets.set(client, { left: left >= 1 ? left - 1 : left, at });
      if (buckets.size > MAX_CLIENTS) buckets.delete(buckets.keys().next().value!);
      return left >= 1 ? 0 : Math.ceil(((1 - left) * MINUTE_MS) / perMinute / 1000);
    },
  };
}
