import { expect, test } from "vitest";
import {
  type TrainingPair,
  trainTermVectors,
} from "../../../knowledge/embedding-models/contrastive-training.ts";
import { createRandom } from "../vietnamese/random.ts";

const DIMENSIONS = 5;
const TERMS = 12;
const OPTIONS = { steps: 1, batch: 4, temperature: 0.1, learningRate: 0.01, warmUpSteps: 1 };

function randomBatch(seed: number) {
  const random = createRandom(seed);
  const share = () => (1 + random.below(1000)) / 1000;
  const list = () => {
    const terms = [...new Set([random.below(TERMS), random.below(TERMS), random.below(TERMS)])];
    return { terms, values: terms.map(share) };
  };
  const pairs: TrainingPair[] = [0, 1, 2, 2].map((group) => ({ query: list(), document: list(), group }));
  const vectors = Float32Array.from({ length: TERMS * DIMENSIONS }, () => share() - 0.5);
  return { pairs, vectors };
}

/** Mean cross-entropy of the batch, written without regard to speed. */
function naiveLoss(vectors: ArrayLike<number>, pairs: readonly TrainingPair[], temperature: number): number {
  const unit = ({ terms, values }: TrainingPair["query"]) => {
    const sum = Array.from({ length: DIMENSIONS }, (_value, d) =>
      Array.from(terms).reduce((total, term, i) => total + values[i]! * vectors[term * DIMENSIONS + d]!, 0),
    );
    return sum.map((value) => value / Math.hypot(...sum));
  };
  const losses = pairs.map(({ query, group }, i) => {
    const q = unit(query);
    const chances = pairs.flatMap((other, j) =>
      i !== j && other.group === group
        ? []
        : [
            {
              own: i === j,
              value: Math.exp(unit(other.document).reduce((s, v, d) => s + v * q[d]!, 0) / temperature),
            },
          ],
    );
    const own = chances.find((chance) => chance.own)!.value;
    return -Math.log(own / chances.reduce((sum, { value }) => sum + value, 0));
  });
  return losses.reduce((a, b) => a + b, 0) / losses.length;
}

test("the loss is that of the formula, and pairs of one group are no rivals", async () => {
  for (let seed = 1; seed <= 10; seed++) {
    const { pairs, vectors } = randomBatch(seed);
    const expected = naiveLoss(vectors, pairs, OPTIONS.temperature);
    await trainTermVectors(
      vectors,
      DIMENSIONS,
      () => pairs,
      OPTIONS,
      async (_done, loss) => {
        expect(loss).toBeCloseTo(expected, 4);
      },
    );
  }
});

// Adam's first step moves each value by the step size against the sign of its slope.
test("the first step goes against the slope of the loss, value by value", async () => {
  for (let seed = 1; seed <= 10; seed++) {
    const { pairs, vectors } = randomBatch(seed);
    const before = Float64Array.from(vectors);
    await trainTermVectors(
      vectors,
      DIMENSIONS,
      () => pairs,
      { ...OPTIONS, steps: 10, warmUpSteps: 10 },
      async (done) => {
        if (done !== 1) return;
        before.forEach((value, i) => {
          const at = (moved: number) =>
            naiveLoss(Object.assign([...before], { [i]: moved }), pairs, OPTIONS.temperature);
          const slope = (at(value + 1e-4) - at(value - 1e-4)) / 2e-4;
          if (Math.abs(slope) > 1e-3) expect(Math.sign(value - vectors[i]!)).toBe(Math.sign(slope));
          if (slope === 0) expect(vectors[i]).toBe(value);
        });
      },
    );
  }
});

test("training on one batch brings its loss down", async () => {
  const { pairs, vectors } = randomBatch(3);
  const losses: number[] = [];
  await trainTermVectors(
    vectors,
    DIMENSIONS,
    () => pairs,
    { ...OPTIONS, steps: 200 },
    async (_done, loss) => {
      losses.push(loss);
    },
  );
  expect(losses).toHaveLength(200);
  expect(losses.at(-1)!).toBeLessThan(losses[0]! / 4);
});
