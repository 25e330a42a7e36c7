/** A second opinion on danger, learned from examples: people say it in more ways than rules can list ("tối nay là hết").
 *  Logistic regression over words, pairs of words and the groups of words that the rules name; its weights are a file that
 *  can be read, written by danger-training.ts. */
import type { HelpLineNumber } from "../../knowledge/help-lines.ts";

export interface DangerReading {
  /** Log odds that somebody is in danger; over 0 it is likelier than not. */
  score: number;
  about: "danger" | "selfHarm";
  /** The likeliest first; at least one. */
  lines: HelpLineNumber[];
}

/** Of one question: log odds = bias + sum of the weights of its features / √(their number). */
export interface LinearWeights {
  bias: number;
  weights: Readonly<Record<string, number>>;
}

export interface DangerWeights {
  /** Of the examples that they were learned from. */
  trainedOn: { rows: number; hash: string };
  danger: LinearWeights;
  /** That what a rule would decline for another reason than danger is to be declined, and no question about a record. */
  declined: LinearWeights;
  /** Among dangers: harms himself, and the line to call first. */
  selfHarm: LinearWeights;
  lines: Readonly<Record<(typeof LINES)[number], LinearWeights>>;
}

export const LINES = ["115", "113", "114", "111", "112"] as const satisfies readonly HelpLineNumber[];
const MAX_LINES = 2;

/** Each once. Takes folded words in order and the names of the groups of words found among them. */
export function dangerFeatures(words: readonly string[], groups: Iterable<string>): string[] {
  const framed = ["^", ...words, "$"];
  const pairs = framed.slice(1).map((word, i) => `${framed[i]} ${word}`);
  return [...new Set([...words, ...pairs, ...[...groups].map((name) => `<${name}>`)])];
}

export function scoreOf(features: readonly string[], { bias, weights }: LinearWeights): number {
  const norm = Math.sqrt(features.length || 1);
  return features.reduce(
    (sum, name) => sum + (Object.hasOwn(weights, name) ? weights[name]! : 0) / norm,
    bias,
  );
}

export function readDanger(features: readonly string[], weights: DangerWeights): DangerReading {
  const about = scoreOf(features, weights.selfHarm) > 0 ? "selfHarm" : "danger";
  const byScore = LINES.map((line) => ({ line, score: scoreOf(features, weights.lines[line]) }))
    .sort((a, b) => b.score - a.score)
    .map(({ line }) => line);
  return {
    score: scoreOf(features, weights.danger),
    about,
    lines: about === "selfHarm" ? ["115", "111"] : byScore.slice(0, MAX_LINES),
  };
}
