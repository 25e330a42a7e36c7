import { describe, expect, test, vi } from "vitest";
import { createRateLimit, pagesPerMinute } from "../../channels/rate-limit.ts";

const MINUTE_MS = 60_000;

describe("the rate limit", () => {
  test("lets a minute's worth pass at once, then says how long to wait", () => {
    const limit = createRateLimit(3, () => 0);
    expect([1, 2, 3, 4].map(() => limit.take("a"))).toEqual([0, 0, 0, 20]);
  });

  test("refills steadily", () => {
    let now = 0;
    const limit = createRateLimit(2, () => now);
    limit.take("a");
    limit.take("a");
    now = 29_999;
    expect(limit.take("a")).toBe(1);
    now = 30_000;
    expect(limit.take("a")).toBe(0);
    now = 10 * MINUTE_MS;
    expect([1, 2, 3].map(() => limit.take("a") === 0)).toEqual([true, true, false]);
  });

  test("does not charge for what it refused", () => {
    let now = 0;
    const limit = createRateLimit(1, () => now);
    limit.take("a");
    for (let i = 0; i < 100; i++) limit.take("a");
    now = MINUTE_MS;
    expect(limit.take("a")).toBe(0);
  });

  test("counts each client by itself", () => {
    const limit = createRateLimit(1, () => 0);
    expect([limit.take("a"), limit.take("b"), limit.take("a") > 0]).toEqual([0, 0, true]);
  });

  test("doesn't read the clock of the wall: one that is set back or forth refuses nobody and lets no more pass", () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      const limit = createRateLimit(1);
      expect(limit.take("a")).toBe(0);
      for (const minutes of [-10, 60 * 24 * 730]) {
        vi.setSystemTime(Date.now() + minutes * MINUTE_MS);
        const wait = limit.take("a");
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(60);
        expect(limit.take("b")).toBe(minutes < 0 ? 0 : wait);
      }
    } finally {
      vi.useRealTimers();
    }
  });

  test("of pages is looser than that of questions, and off with it", () => {
    expect([0, 1, 60, 1000].map(pagesPerMinute)).toEqual([0, 600, 1200, 20_000]);
  });

  test("is off at 0", () => {
    const limit = createRateLimit(0, () => 0);
    expect(Array.from({ length: 1000 }, () => limit.take("a")).every((seconds) => seconds === 0)).toBe(true);
  });

  test("never lets more pass than the bucket and its refill hold", () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const perMinute = 5;
    let now = 0;
    const limit = createRateLimit(perMinute, () => now);
    const passed: number[] = [];
    for (let i = 0; i < 2000; i++) {
      now += Math.floor(random() * 10_000);
      if (limit.take("a") === 0) passed.push(now);
    }
    // A full bucket and what drips in during the minute: at most twice the limit in any minute.
    for (const start of passed) {
      const inMinute = passed.filter((at) => at >= start && at < start + MINUTE_MS).length;
      expect(inMinute).toBeLessThanOrEqual(2 * perMinute);
    }
    expect(passed.length).toBeLessThanOrEqual(perMinute + (now / MINUTE_MS) * perMinute);
    expect(passed.length).toBeGreaterThan(100);
  });
});
