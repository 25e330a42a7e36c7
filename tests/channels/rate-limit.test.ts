import { describe, expect, test } from "vitest";
import { createRateLimit } from "../../channels/rate-limit.ts";

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

  test("takes another window than a minute", () => {
    let now = 0;
    const limit = createRateLimit(2, () => now, 10 * MINUTE_MS);
    expect([1, 2, 3].map(() => limit.take("a"))).toEqual([0, 0, 300]);
    now = 5 * MINUTE_MS;
    expect(limit.take("a")).toBe(0);
  });

  test("tells how long to wait without counting", () => {
    const limit = createRateLimit(1, () => 0);
    expect([limit.peek("a"), limit.peek("a"), limit.take("a"), limit.peek("a")]).toEqual([0, 0, 0, 60]);
    expect(createRateLimit(0).peek("a")).toBe(0);
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
