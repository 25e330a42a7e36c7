import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Follower, followVersion } from "../../channels/follow-version.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A program that uses version "1" of a base whose pointer, and whether it can be taken, the test sets. */
function program() {
  const state = { pointer: "1" as string | null | Error, used: "1", failure: null as Error | null };
  const problems: string[] = [];
  const taken: string[] = [];
  let release: (() => void) | null = null;
  const follower: Follower = followVersion({
    current: async () => {
      if (state.pointer instanceof Error) throw state.pointer;
      return state.pointer;
    },
    used: () => state.used,
    take: async () => {
      const name = state.pointer as string;
      taken.push(name);
      if (release) await new Promise<void>((resolve) => (release = resolve));
      if (state.failure) throw state.failure;
      state.used = name;
    },
    onProblem: (error) => problems.push(error.message),
    everyMs: 1000,
  });
  const takeSlowly = () => {
    release = () => undefined;
    return () => release!();
  };
  return { state, problems, taken, follower, takeSlowly };
}

test("takes over another version at the next look, once", async () => {
  const { state, taken } = program();
  await vi.advanceTimersByTimeAsync(3000);
  expect(taken).toEqual([]);
  state.pointer = "2";
  await vi.advanceTimersByTimeAsync(3000);
  expect([taken, state.used]).toEqual([["2"], "2"]);
  // Gone back to.
  state.pointer = "1";
  await vi.advanceTimersByTimeAsync(1000);
  expect([taken, state.used]).toEqual([["2", "1"], "1"]);
});

test("refuses a version that can't be opened, says so once, and goes on with the one before", async () => {
  const { state, problems, taken, follower } = program();
  state.pointer = "2";
  state.failure = new Error("hỏng");
  await vi.advanceTimersByTimeAsync(5000);
  expect([taken, problems, state.used]).toEqual([["2"], ["hỏng"], "1"]);
  await follower.check();
  expect([taken, problems]).toEqual([
    ["2", "2"],
    ["hỏng", "hỏng"],
  ]);
  state.pointer = "3";
  state.failure = null;
  await vi.advanceTimersByTimeAsync(1000);
  expect(state.used).toBe("3");
});

test("takes no pointer that is absent or can't be read for news", async () => {
  const { state, problems, taken } = program();
  state.pointer = null;
  await vi.advanceTimersByTimeAsync(2000);
  state.pointer = new Error("EIO");
  await vi.advanceTimersByTimeAsync(2000);
  expect([taken, problems]).toEqual([[], []]);
  state.pointer = "2";
  await vi.advanceTimersByTimeAsync(1000);
  expect(state.used).toBe("2");
});

test("opens one version at a time, and the newest after a slow one", async () => {
  const { state, taken, takeSlowly } = program();
  const release = takeSlowly();
  state.pointer = "2";
  await vi.advanceTimersByTimeAsync(1000);
  state.pointer = "3";
  await vi.advanceTimersByTimeAsync(5000);
  expect(taken).toEqual(["2"]);
  release();
  await vi.advanceTimersByTimeAsync(1000);
  expect(taken).toEqual(["2", "3"]);
});

test("looks no more once it is stopped", async () => {
  const { state, taken, follower } = program();
  await follower.stop();
  state.pointer = "2";
  await vi.advanceTimersByTimeAsync(5000);
  await follower.check();
  expect(taken).toEqual([]);
});
