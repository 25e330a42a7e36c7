import { describe, expect, test } from "vitest";
import type { Choice } from "../../bot/ranker/train.ts";
import { binsOf, calibrationError, origin, readLeftOut, sumOf } from "./left-out.ts";
import { leaveOutAuthors, type Measured } from "./left-out-ranker.ts";
import { formatUnseen } from "./unseen.ts";

describe("bins of probability", () => {
  test("answers stand in ten equal steps, with the mean of their probabilities", () => {
    const bins = binsOf([
      { probability: 0.95, isRight: true },
      { probability: 1, isRight: false },
      { probability: 0.3, isRight: true },
      { probability: 0.34, isRight: false },
      { probability: 0.05, isRight: false },
    ]);
    expect(bins).toEqual([
      { of: 1, right: 0, probability: 0.05 },
      { of: 2, right: 1, probability: 0.32 },
      { of: 2, right: 1, probability: 0.975 },
    ]);
  });

  test("the error is the distance of what is promised and kept, weighed by how often", () => {
    expect(calibrationError([{ of: 10, right: 7, probability: 0.7 }])).toBe(0);
    expect(
      calibrationError([
        { of: 30, right: 30, probability: 0.9 },
        { of: 10, right: 0, probability: 0.3 },
      ]),
    ).toBeCloseTo((30 * 0.1 + 10 * 0.3) / 40, 10);
  });
});

describe("authors left out", () => {
  const turn = (author: string, over: Partial<Measured> = {}): Measured => ({
    author,
    rows: [{ a: 1 }, { b: 1 }],
    right: [true, false],
    ...over,
  });
  const measured = [
    turn("lan"),
    turn("minh"),
    turn("minh", { right: [false, false] }),
    turn("minh", { right: [false, true], certain: true }),
    turn("house"),
  ];
  const choices: (Choice & { author: string })[] = measured.map(({ author, rows, right }) => ({
    author,
    rows,
    right,
  }));

  test("each author's turns are weighed by what the others taught, the house's apart", () => {
    const taughtBy: string[][] = [];
    const { authors, bins } = leaveOutAuthors(choices, measured, (rest) => {
      taughtBy.push([...new Set((rest as typeof choices).map(({ author }) => author))].sort());
      return { a: Math.log(4) };
    });
    expect(taughtBy).toEqual([
      ["lan", "minh"],
      ["house", "minh"],
      ["house", "lan"],
    ]);
    expect(authors).toEqual({
      house: { of: 1, right: 1 },
      lan: { of: 1, right: 1 },
      minh: { of: 3, right: 2 },
    });
    // What is certain has no probability, and the house knew the questions.
    expect(bins).toEqual([{ of: 3, right: 2, probability: 0.8 }]);
  });

  test("shares are added up", () => {
    expect(sumOf({ lan: { of: 4, right: 3 }, minh: { of: 6, right: 1 } })).toEqual({ of: 10, right: 4 });
  });
});

describe("the scorecard", () => {
  test("prints every part that is learned and the first runs, and says which figures are of other rows", () => {
    const text = formatUnseen();
    const saved = readLeftOut();
    for (const part of ["ranker", "acts", "danger"] as const) {
      const figures = saved[part];
      expect([part, figures?.rows]).toEqual([part, expect.stringMatching(/^[0-9a-f]{64}$/)]);
      const { rows, model } = origin(part);
      const command = { ranker: "train", acts: "train:acts", danger: "train:danger" }[part];
      const isStale = figures!.rows !== rows || figures!.model !== model;
      expect([part, text.includes(`npm run ${command} -- --leave-out`)]).toEqual([part, isStale]);
    }
    expect(text).toMatch(/round 7 +686 +517 +75\.4/);
    expect(text).toMatch(/round 7 +386 +271 +70\.2/);
    expect(text).toMatch(/ranker, calibration error: \d+\.\d %/);
  });
});
