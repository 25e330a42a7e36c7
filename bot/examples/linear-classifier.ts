/** Multinomial logistic regression over few thousand features that are there or not: what learns from examples. */

export interface LabelledRow {
  features: readonly string[];
  /** Number of its class. */
  label: number;
  /** As how many examples it counts; 1 unless said. */
  weight?: number;
}

export interface Training {
  classes: number;
  steps: number;
  rate: number;
  /** Of a weight's square, for each example. */
  penalty: number;
  /** Features of a row count 1 each, or share a length of 1: then a long text says as much as a short one. */
  shares?: boolean;
}

export interface LinearModel {
  /** Features that two examples have, ascending. */
  names: readonly string[];
  /** names × classes. */
  weights: Float64Array;
}

/** A feature of one example alone teaches that example and nothing else. */
const SEEN = 2;

/** What each feature of a row counts. */
export const countOf = (features: number, shares: boolean | undefined): number =>
  shares && features > 0 ? 1 / Math.sqrt(features) : 1;

/** The same rows give the same weights. In steps of some milliseconds, so that others may have their turn in between.
 *  AdaGrad on the full gradient (J. Duchi et al., JMLR 12, 2011). */
export function* trainingOf(
  examples: readonly LabelledRow[],
  { classes, steps, rate, penalty, shares }: Training,
): Generator<undefined, LinearModel> {
  const counts = new Map<string, number>();
  for (const { features, weight = 1 } of examples)
    for (const name of features) counts.set(name, (counts.get(name) ?? 0) + weight);
  const names = [...counts]
    .filter(([, count]) => count >= SEEN)
    .map(([name]) => name)
    .sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const weights = new Float64Array(names.length * classes);
  const squares = new Float64Array(names.length * classes);
  const gradient = new Float64Array(names.length * classes);
  const frequency = new Float64Array(classes);
  const rows = examples.map(({ features, label, weight = 1 }) => {
    frequency[label]! += weight;
    const at = features.flatMap((name) => index.get(name) ?? []);
    return { at, label, weight, value: countOf(at.length, shares) };
  });
  const total = frequency.reduce((sum, count) => sum + count, 0);
  // Classes with few examples weigh as much as those with many.
  const balance = frequency.map((count) => Math.sqrt(total / (classes * count)));
  const scores = new Float64Array(classes);
  for (let step = 0; step < steps; step++) {
    gradient.fill(0);
    for (const row of rows) addGradient(row, { weights, gradient, scores }, row.weight * balance[row.label]!);
    for (let k = 0; k < weights.length; k++) {
      const slope = gradient[k]! / total - penalty * weights[k]!;
      squares[k]! += slope * slope;
      weights[k]! += (rate * slope) / (Math.sqrt(squares[k]!) + 1e-9);
    }
    yield;
  }
  return { names, weights };
}

/** Adds `scale` times what one row pulls each weight by. `scores` is room for one row's: it runs hundreds of thousands of
 *  times. */
function addGradient(
  { at, label, value }: { at: readonly number[]; label: number; value: number },
  { weights, gradient, scores }: { weights: Float64Array; gradient: Float64Array; scores: Float64Array },
  scale: number,
): void {
  const size = scores.length;
  scores.fill(0);
  for (let n = 0; n < at.length; n++) {
    const from = at[n]! * size;
    for (let a = 0; a < size; a++) scores[a]! += weights[from + a]!;
  }
  let most = Number.NEGATIVE_INFINITY;
  for (let a = 0; a < size; a++) {
    scores[a]! *= value;
    if (scores[a]! > most) most = scores[a]!;
  }
  let sum = 0;
  for (let a = 0; a < size; a++) {
    scores[a] = Math.exp(scores[a]! - most);
    sum += scores[a]!;
  }
  for (let a = 0; a < size; a++) scores[a] = scale * ((a === label ? 1 : 0) - scores[a]! / sum);
  for (let n = 0; n < at.length; n++) {
    const from = at[n]! * size;
    for (let a = 0; a < size; a++) gradient[from + a]! += value * scores[a]!;
  }
}
