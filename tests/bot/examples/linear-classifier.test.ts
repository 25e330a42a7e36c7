import { expect, test } from "vitest";
import { type LabelledRow, type LinearModel, trainingOf } from "../../../bot/examples/linear-classifier.ts";
import { createRandom } from "../../knowledge/vietnamese/random.ts";

const TRAINING = { steps: 80, rate: 0.6, penalty: 1e-4 } as const;

function trained(rows: readonly LabelledRow[], settings: Parameters<typeof trainingOf>[1]): LinearModel {
  const training = trainingOf(rows, settings);
  for (;;) {
    const { done, value } = training.next();
    if (done) return value;
  }
}

/** Number of the class with the highest score, by the plain definition. */
function best({ names, weights }: LinearModel, features: readonly string[], classes: number): number {
  const scores = Array.from({ length: classes }, (_none, label) =>
    features.reduce((sum, name) => {
      const at = names.indexOf(name);
      return at < 0 ? sum : sum + weights[at * classes + label]!;
    }, 0),
  );
  return scores.indexOf(Math.max(...scores));
}

/** Each class has a word of its own among words that all have. */
function examples(count: number, classes: number): LabelledRow[] {
  const random = createRandom(7);
  return Array.from({ length: count }, (_none, i) => ({
    label: i % classes,
    features: [
      `own ${i % classes}`,
      ...Array.from({ length: 4 }, () => `common ${Math.floor((random.below(1000) / 1000) * 6)}`),
    ].filter((name, at, all) => all.indexOf(name) === at),
  }));
}

test.each([false, true])(
  "tells classes apart by the words that only they have (length shared: %s)",
  (shares) => {
    const rows = examples(120, 5);
    const model = trained(rows, { ...TRAINING, classes: 5, shares });
    expect(rows.map(({ features }) => best(model, features, 5))).toEqual(rows.map(({ label }) => label));
  },
);

test("the same rows give the same weights, and features of one row alone teach nothing", () => {
  const rows = [...examples(30, 3), { label: 0, features: ["once"] }];
  const model = trained(rows, { ...TRAINING, classes: 3 });
  expect(trained(rows, { ...TRAINING, classes: 3 })).toEqual(model);
  expect(model.names).not.toContain("once");
  expect(model.names).toEqual([...model.names].sort());
});

test("a class with few examples is heard beside one with many", () => {
  const rows: LabelledRow[] = [
    ...Array.from({ length: 60 }, () => ({ label: 0, features: ["bao", "lâu"] })),
    ...Array.from({ length: 3 }, () => ({ label: 1, features: ["lâu", "ngày"] })),
  ];
  const model = trained(rows, { ...TRAINING, classes: 2 });
  expect(best(model, ["ngày", "lâu"], 2)).toBe(1);
  expect(best(model, ["bao", "lâu"], 2)).toBe(0);
});
