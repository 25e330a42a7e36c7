/** Weighs readings: a conditional logit over their features, with weights that training wrote to a file that people can
 *  read. Source: D. McFadden, "Conditional logit analysis of qualitative choice behavior" (1974). */

import type { ReadingContext } from "../readings/context.ts";
import type { Reading } from "../readings/reader.ts";
import { type Features, featuresOf } from "./features.ts";
import { softmax } from "./softmax.ts";

export interface Weights {
  /** Of the labelled conversations that they were learned from. */
  trainedOn: { rows: number; hash: string };
  weights: Readonly<Record<string, number>>;
}

export interface Ranked {
  reading: Reading;
  /** Of being what is asked, among those proposed, with the others that lead to the same answer; 0 to 1. */
  probability: number;
  features: Features;
}

export const scoreOf = (features: Features, weights: Readonly<Record<string, number>>): number => {
  let score = 0;
  for (const name in features) score += features[name]! * (weights[name] ?? 0);
  return score;
};

/** Readings of one procedure by the same aspects lead to one answer, whoever proposes them and with whatever beside it; so do
 *  those of the same rows that ask the same of them. */
function answerOf({ query }: Reading): string {
  if (query.kind === "procedure") return `${query.code} ${[...query.aspects].sort().join()}`;
  if (query.kind === "task") return `${query.ids.join()} ${query.asks.join()}`;
  if (query.kind === "taskSet" && query.set.op === "ids" && query.measure.as === "list")
    return `${query.set.ids.join()} ${query.asks.join()}`;
  return JSON.stringify(query);
}

/** Likeliest answer first, and of those that lead to it the likeliest reading; of equals the one proposed first. */
export function rank(readings: readonly Reading[], context: ReadingContext, { weights }: Weights): Ranked[] {
  const features = featuresOf(readings, context);
  const shares = softmax(features.map((row) => scoreOf(row, weights)));
  const answers = readings.map(answerOf);
  const masses = new Map<string, number>();
  answers.forEach((answer, i) => {
    masses.set(answer, (masses.get(answer) ?? 0) + shares[i]!);
  });
  const probabilities = answers.map((answer) => Math.min(1, masses.get(answer)!));
  return [...readings.keys()]
    .sort((a, b) => probabilities[b]! - probabilities[a]! || shares[b]! - shares[a]!)
    .map((i) => ({ reading: readings[i]!, probability: probabilities[i]!, features: features[i]! }));
}
