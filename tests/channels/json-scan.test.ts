import { describe, expect, test } from "vitest";
import { isDeeperThan, outermostValue } from "../../channels/json-scan.ts";
import { pick, seeded } from "../support/random.ts";

const random = seeded(11);

/** Objects that hold their own names as values, in strings and in each other. */
function randomValue(depth: number): unknown {
  const kind = Math.floor(random() * (depth > 0 ? 7 : 5));
  if (kind < 2) return pick(["timestamp", "1790", 'a"b', "}", "\\", "ế", ""], random);
  if (kind < 4) return pick([1790, 0, null, true], random);
  if (kind === 4) return "timestamp";
  const size = Math.floor(random() * 4);
  if (kind === 5) return Array.from({ length: size }, () => randomValue(depth - 1));
  return Object.fromEntries(
    Array.from({ length: size }, () => [
      pick(["timestamp", "a", "b}", "time"], random),
      randomValue(depth - 1),
    ]),
  );
}

const depthOf = (value: unknown): number =>
  typeof value === "object" && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

describe("of any JSON", () => {
  test("the value of a name is the one that parsing gives; none where it would take more than a look", () => {
    let found = 0;
    for (let round = 0; round < 5000; round++) {
      const value = { a: randomValue(3), timestamp: randomValue(1), b: randomValue(3) };
      const json = JSON.stringify(value, null, pick([0, 1, "\t"], random));
      const { timestamp } = value;
      const isPlain =
        typeof timestamp === "number" || (typeof timestamp === "string" && !/["\\]/.test(timestamp));
      expect(outermostValue(Buffer.from(json), "timestamp"), json).toBe(
        isPlain ? String(timestamp) : undefined,
      );
      if (isPlain) found++;
    }
    expect(found).toBeGreaterThan(1000);
  });

  test("the depth is the one that walking the value gives", () => {
    for (let round = 0; round < 2000; round++) {
      const value = randomValue(6);
      const json = Buffer.from(JSON.stringify(value));
      for (let levels = 0; levels < 8; levels++)
        expect(isDeeperThan(json, levels)).toBe(depthOf(value) > levels);
    }
  });
});

test.each([
  ["the last of several", '{"timestamp":"1","timestamp":"2"}', "2"],
  ["not inside others", '{"message":{"timestamp":"1"},"list":[{"timestamp":"3"}]}', undefined],
  ["not in what somebody wrote", String.raw`{"text":"\"timestamp\":\"1\"","x":2}`, undefined],
  ["not a value that reads like the name", '{"name":"timestamp","x":"1"}', undefined],
  ["not behind escapes", String.raw`{"timest\u0061mp":"1"}`, undefined],
  ["no fraction", '{"timestamp":1.5}', undefined],
  ["broken off", '{"timestamp":"17', "17"],
  ["nothing", "", undefined],
])("%s", (_what, json, value) => {
  expect(outermostValue(Buffer.from(json), "timestamp")).toBe(value);
});
