/** Learns the weights: likelihood of the right readings under the logit, with a penalty that keeps weights small. The
 *  same rows give the same bytes: no random numbers, a fixed number of steps. */
import type { Features } from "./features.ts";
import { softmax } from "./softmax.ts";

/** One question: what was proposed, and which of it is right. */
export interface Choice {
  rows: readonly Features[];
  /** At least one true. */
  right: readonly boolean[];
  /** How many questions it counts for. */
  weight?: number;
}

const STEPS = 500;
const RATE = 0.3;
const DIGITS = 3;

/** Weights by feature, rounded, in the order of their names; those that come to nothing are left out. AdaGrad on the full
 *  gradient. Source: J. Duchi et al., JMLR 12 (2011). `penalty`: strength of the quadratic penalty, per choice. */
export function train(choices: readonly Choice[], penalty = 0.00015): Record<string, number> {
  const names = [...new Set(choices.flatMap(({ rows }) => rows.flatMap((row) => Object.keys(row))))].sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length);
  const packed = choices.map(({ rows, right, weight = 1 }) => ({
    rows: rows.map((row) => ({
      at: Object.keys(row).map((name) => index.get(name)!),
      values: Object.values(row),
    })),
    right,
    weight,
  }));
  const total = packed.reduce((sum, { weight }) => sum + weight, 0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Float64Array(names.length);
    for (const { rows, right, weight } of packed) {
      const scores = rows.map(({ at, values }) => {
        let score = 0;
        for (let k = 0; k < at.length; k++) score += weights[at[k]!]! * values[k]!;
        return score;
      });
      const all = softmax(scores);
      const mass = all.reduce((sum, share, i) => sum + (right[i] ? share : 0), 0) || 1e-12;
      for (let i = 0; i < rows.length; i++) {
        const pull = weight * ((right[i] ? all[i]! / mass : 0) - all[i]!);
        if (pull === 0) continue;
        const { at, values } = rows[i]!;
        for (let k = 0; k < at.length; k++) gradient[at[k]!]! += pull * values[k]!;
      }
    }
    for (let k = 0; k < weights.length; k++) {
      const slope = gradient[k]! / total - penalty * weights[k]!;
      squares[k]! += slope * slope;
      weights[k]! += (RATE * slope) / (Math.sqrt(squares[k]!) + 1e-9);
    }
  }
  return Object.fromEntries(
    names
      .map((name, k) => [name, Number(weights[k]!.toFixed(DIGITS))] as const)
      .filter(([, value]) => value !== 0),
  );
}
