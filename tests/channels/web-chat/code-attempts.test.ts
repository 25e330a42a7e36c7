import { describe, expect, test } from "vitest";
import { createCodeAttempts } from "../../../channels/web-chat/code-attempts.ts";

const DAY_S = 24 * 60 * 60;

function attempts() {
  let uptime = 0;
  const told: boolean[] = [];
  const made = createCodeAttempts({ uptime: () => uptime, onGuessing: (state) => told.push(state) });
  return {
    told,
    pass: (seconds: number) => {
      uptime += seconds * 1000;
    },
    wrong: (client: string) => made.begin(client).waitSeconds,
    right(client: string) {
      const attempt = made.begin(client);
      if (attempt.waitSeconds === 0) attempt.wasRight();
      return attempt.waitSeconds;
    },
  };
}

/** How many wrong codes each of so many networks can send in so many days, sending as soon as they may. */
function guesses(networks: number, days: number): number {
  const { wrong, pass } = attempts();
  const next = Array.from({ length: networks }, (_, i) => ({ client: `10.${i >> 8}.${i & 255}.1`, at: 0 }));
  let now = 0;
  let sent = 0;
  for (;;) {
    next.sort((a, b) => a.at - b.at);
    const first = next[0]!;
    if (first.at >= days * DAY_S) return sent;
    pass(first.at - now);
    now = first.at;
    const wait = wrong(first.client);
    if (wait === 0) sent++;
    else first.at = now + wait;
  }
}

describe("one network", () => {
  test("has five wrong codes, then waits longer after each, at most four hours", () => {
    const { wrong, pass } = attempts();
    for (let i = 0; i < 5; i++) expect(wrong("a")).toBe(0);
    const waits = [];
    for (let i = 0; i < 12; i++) {
      waits.push(wrong("a"));
      pass(waits.at(-1)!);
      expect(wrong("a")).toBe(0);
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1920, 3840, 7680, 14_400, 14_400, 14_400]);
  });

  test("doesn't wash off wrong codes with a right one of its own", () => {
    const { wrong, right, pass } = attempts();
    for (let i = 0; i < 5; i++) {
      expect(right("a")).toBe(0);
      expect(wrong("a")).toBe(0);
    }
    expect(right("a")).toBe(30);
    pass(30);
    expect([right("a"), right("a"), right("a")]).toEqual([0, 0, 0]);
    expect(wrong("a")).toBe(0);
    expect(wrong("a")).toBe(60);
  });

  test("begins anew after a week without", () => {
    const { wrong, pass } = attempts();
    for (let i = 0; i < 5; i++) wrong("a");
    expect(wrong("a")).toBeGreaterThan(0);
    pass(7 * DAY_S);
    expect(wrong("a")).toBe(0);
  });

  test("of IPv6 is a whole site", () => {
    const { wrong } = attempts();
    for (let i = 0; i < 5; i++) expect(wrong(`2001:db8:1:${i}::/64`)).toBe(0);
    expect(wrong("2001:db8:1:99::/64")).toBe(30);
    expect(wrong("2001:db8:2:99::/64")).toBe(0);
  });
});

describe("everybody together", () => {
  test("is never locked out: whoever has sent no wrong code is served while others guess", () => {
    const { wrong, right, pass } = attempts();
    for (let i = 0; i < 500; i++) {
      for (let j = 0; j < 3; j++) wrong(`10.${i >> 8}.${i & 255}.1`);
      expect(right(`192.0.${i >> 8}.${i & 255}`)).toBe(0);
      pass(1);
    }
  });

  test("is told of to the operator once when it begins and once when it ends", () => {
    const { told, wrong, pass } = attempts();
    for (let i = 0; i < 60; i++) wrong(`10.0.0.${i}`);
    expect(told).toEqual([true]);
    pass(20 * 60);
    wrong("a");
    expect(told).toEqual([true, false]);
  });

  test("while it guesses, a network has one free code and first waits ten minutes", () => {
    const { wrong, pass } = attempts();
    for (let i = 0; i < 60; i++) wrong(`10.0.0.${i}`);
    expect(wrong("a")).toBe(0);
    expect(wrong("a")).toBe(600);
    pass(600);
  });
});

describe("the arithmetic in the head of the file", () => {
  test("one network sends 18 codes on its first day and 6 on each after", () => {
    expect(guesses(1, 1)).toBe(18);
    expect(guesses(1, 11)).toBe(18 + 10 * 6);
  });

  test("a thousand networks send at most ten each on the first day", () => {
    expect(guesses(1000, 1)).toBeLessThanOrEqual(1000 * 10 + 30 * 5);
  });
});
