/** A second opinion on danger, learned from examples: people say it in more ways than rules can list ("tối nay là hết").
 *  Logistic regression over words and pairs of words without diacritics; the same examples give the same model. */
import type { HelpLineNumber } from "../../knowledge/help-lines.ts";

export interface DangerExample {
  /** Folded, in order. */
  words: readonly string[];
  about: "danger" | "selfHarm";
  /** To call, the first first. */
  lines: readonly HelpLineNumber[];
}

export interface DangerReading {
  /** Log odds that somebody is in danger. */
  score: number;
  about: "danger" | "selfHarm";
  /** The likeliest first; at least one. */
  lines: HelpLineNumber[];
}

export type DangerModel = (words: readonly string[]) => DangerReading;

const EPOCHS = 25;
/** Of the narrower questions, which have few examples. */
const FEW_EPOCHS = 60;
const RATE = 0.5;
const RATE_DECAY = 0.2;
const BIAS_RATE = 0.1;
const WEIGHT_DECAY = 0.0005;
/** Dangers weigh half as much, all together, as what is ordinary. */
const DANGER_SHARE = 0.5;
const LINES: readonly HelpLineNumber[] = ["115", "113", "114", "111", "112"];
const MAX_LINES = 2;

const featuresOf = (words: readonly string[]): string[] => {
  const framed = ["^", ...words, "$"];
  return [...new Set(framed.flatMap((word, i) => (i === 0 ? [word] : [word, `${framed[i - 1]} ${word}`])))];
};

type Score = (features: readonly string[]) => number;

export function trainDangerModel(
  danger: readonly DangerExample[],
  ordinary: readonly (readonly string[])[],
): DangerModel {
  const dangers = danger.map((row) => ({ ...row, features: featuresOf(row.words) }));
  const isDanger = trained(
    [...dangers.map((row) => row.features), ...ordinary.map(featuresOf)],
    (i) => i < dangers.length,
    EPOCHS,
    (DANGER_SHARE * ordinary.length) / dangers.length,
  );
  const among = (isOne: (row: DangerExample) => boolean): Score =>
    trained(
      dangers.map((row) => row.features),
      (i) => isOne(dangers[i]!),
      FEW_EPOCHS,
      1,
    );
  const isSelfHarm = among((row) => row.about === "selfHarm");
  const lineScores = LINES.map((line) => [line, among((row) => row.lines[0] === line)] as const);
  return (words) => {
    const features = featuresOf(words);
    const about = isSelfHarm(features) > 0 ? "selfHarm" : "danger";
    const byScore = lineScores
      .map(([line, score]) => ({ line, score: score(features) }))
      .sort((a, b) => b.score - a.score)
      .map(({ line }) => line);
    return {
      score: isDanger(features),
      about,
      lines: about === "selfHarm" ? ["115", "111"] : byScore.slice(0, MAX_LINES),
    };
  };
}

/** Stochastic gradient descent in an order that is the same every time. */
function trained(
  rows: readonly (readonly string[])[],
  isPositive: (i: number) => boolean,
  epochs: number,
  positiveWeight: number,
): Score {
  const ids = new Map<string, number>();
  const features = rows.map((row) =>
    row.map((name) => {
      const id = ids.get(name) ?? ids.size;
      ids.set(name, id);
      return id;
    }),
  );
  const weights = new Float64Array(ids.size);
  let bias = 0;
  let state = 1;
  const next = (below: number) => {
    // Park and Miller's generator.
    state = (state * 16807) % 2147483647;
    return state % below;
  };
  const scoreOf = (row: readonly number[]) =>
    row.reduce((sum, id) => sum + weights[id]! / Math.sqrt(row.length), bias);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = RATE / (1 + RATE_DECAY * epoch);
    for (let step = 0; step < rows.length; step++) {
      const i = next(rows.length);
      const row = features[i]!;
      const truth = isPositive(i) ? 1 : 0;
      const guess = 1 / (1 + Math.exp(-scoreOf(row)));
      const gradient = rate * (truth - guess) * (truth === 1 ? positiveWeight : 1);
      bias += BIAS_RATE * gradient;
      for (const id of row)
        weights[id] = weights[id]! * (1 - WEIGHT_DECAY) + gradient / Math.sqrt(row.length);
    }
  }
  return (names) => {
    const norm = Math.sqrt(names.length);
    return names.reduce((sum, name) => sum + (weights[ids.get(name) ?? -1] ?? 0) / norm, bias);
  };
}
