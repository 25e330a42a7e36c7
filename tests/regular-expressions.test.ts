/** No pattern of the sources takes more time than a constant times the length of its text. */
import { availableParallelism } from "node:os";
import { beforeAll, describe, expect, test } from "vitest";
import { ENTRY_POINTS } from "./support/entry-points.ts";
import { partOrFull } from "./support/full-counts.ts";
import { analyse, type Verdict } from "./support/regular-expressions/analyse.ts";
import { Arena, inArenas } from "./support/regular-expressions/attack.ts";
import { BOUNDED, isBounded, LONGEST_BOUNDED } from "./support/regular-expressions/bounded.ts";
import {
  type Collected,
  collectPatterns,
  distinctOf,
  patternsIn,
} from "./support/regular-expressions/collect.ts";
import { keyOf, readKnownSafe } from "./support/regular-expressions/known-safe.ts";

/** Of the patterns that are known to be safe. */
const ONE_IN = 40;
const ARENAS = Math.max(2, Math.min(4, availableParallelism()));

let collected: Collected;
beforeAll(async () => {
  collected = await collectPatterns(ENTRY_POINTS);
}, 120_000);

describe("the patterns are found, or the checks below prove nothing", () => {
  test("literals in every corner of the sources, and those that are made while modules load", () => {
    const files = new Set(collected.patterns.map(({ site }) => site.split(":")[0]));
    for (const file of [
      "config.ts",
      "bot/figure-lock.ts",
      "channels/zalo/events.ts",
      "channels/web-chat/public/markdown.js",
      "ingest/readers/sniff.ts",
      "knowledge/vietnamese/spell-out.ts",
    ])
      expect(files).toContain(file);
    expect(collected.patterns.length).toBeGreaterThan(700);
    // Joined of the names of units.
    expect(collected.patterns.some(({ source }) => source.includes("ngày làm việc|ngày|giờ"))).toBe(true);
  });

  test("by the syntax: no division, no comment, no text", () => {
    const text = [
      "const a = /x+y/giu.test(b) ? c / d / e : '/no/';",
      "// /neither+/",
      "const f = new RegExp(g + h), i = RegExp('j');",
    ].join("\n");
    expect(patternsIn("some.ts", text)).toEqual({
      literals: [{ source: "x+y", flags: "giu", site: "some.ts:1" }],
      constructions: ["some.ts:3", "some.ts:3"],
    });
  });

  test("a pattern is made when its module loads or not at all: of what people type none is made", () => {
    expect(collected.unobserved).toEqual([]);
  });
});

describe("slow patterns are told from quick ones", () => {
  test.each<[string, string, "slow" | "safe"]>([
    ["exponential", "^\\s*(?:https?:\\/\\/\\S+\\s*)*$", "slow"],
    ["the square, from every place of the text", "\\s+$", "slow"],
    ["the square behind a look back, where only fuzzing looks", "(?<!x)a.*b|(?<=a*)c", "slow"],
    ["one pass", "^\\s*(?:https?:\\/\\/\\S+(?:\\s+|$))*$", "safe"],
    [
      "bounded repetitions, that fuzzing takes for powers",
      "[\\w.-]{1,64}@(?:[a-z\\d-]{1,63}\\.){1,8}vn",
      "safe",
    ],
  ])("%s", { timeout: 120_000 }, async (_name, source, kind) => {
    const arena = new Arena();
    try {
      expect((await analyse({ source, flags: "u", site: "here:1" }, arena)).kind).toBe(kind);
    } finally {
      await arena.close();
    }
  });
});

test("no pattern of the sources is slow", { timeout: 600_000 }, async () => {
  const distinct = distinctOf(collected.patterns).filter((pattern) => !isBounded(pattern));
  const known = readKnownSafe();
  // New ones, and of those that were found safe before one in so many, which shows a list that isn't true.
  const analysed = partOrFull(
    distinct.filter((pattern, i) => i % ONE_IN === 0 || !known.has(keyOf(pattern))),
    distinct,
  );
  expect(analysed.length).toBeGreaterThanOrEqual(Math.floor(distinct.length / ONE_IN));
  const verdicts = await inArenas(analysed, ARENAS, analyse);
  const wrong = analysed.flatMap(({ site, source, flags }, i) =>
    verdicts[i]!.kind === "safe" ? [] : [{ site, pattern: `/${source}/${flags}`, ...verdicts[i]! }],
  );
  expect(wrong).toEqual([]);
});

describe("the exceptions", () => {
  test.each(BOUNDED)("$file: $begins", { timeout: 120_000 }, async ({ file, begins, longest, reason }) => {
    const found = collected.patterns.filter(
      ({ site, source }) => site.startsWith(`${file}:`) && source.startsWith(begins),
    );
    expect(found.map(({ source }) => source)).toHaveLength(1);
    expect(longest).toBeLessThanOrEqual(LONGEST_BOUNDED);
    expect(reason).not.toBe("");
    const arena = new Arena();
    const verdict: Verdict = await analyse(found[0]!, arena).finally(() => arena.close());
    // No longer slow: the row is stale. Slower than the square: no bound helps.
    expect(verdict).toMatchObject({ kind: "slow", degree: 2 });
  });
});
