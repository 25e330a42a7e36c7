import { expect, test } from "vitest";
import { best } from "../../../bot/understanding/select.ts";
import { seeded } from "../../support/random.ts";

test("the best are those that a full sort puts first, equal ones in their order", () => {
  const random = seeded(7);
  for (let round = 0; round < 300; round++) {
    const size = Math.floor(random() * 60);
    // Few different values: many are equal.
    const values = Float64Array.from({ length: size }, () => Math.floor(random() * 8));
    const from = [...values.keys()].sort(() => random() - 0.5);
    const limit = Math.floor(random() * (size + 3));
    const sorted = [...from].sort((a, b) => values[b]! - values[a]!).slice(0, limit);
    expect(best(from, values, limit)).toEqual(sorted);
  }
});

test("none are the best of none, nor when none are asked for", () => {
  expect(best([], new Float64Array(0), 3)).toEqual([]);
  expect(best([0, 1], Float64Array.of(1, 2), 0)).toEqual([]);
});
