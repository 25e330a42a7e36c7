/** What somebody does by saying something, learned from examples of many authors: words, pairs of words and how the
 *  utterance begins and ends. A logistic regression over few thousand features: its weights are a file that can be read. */
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import { softmax } from "../ranker/softmax.ts";

export const ACTS = [
  "ask",
  "list",
  "count",
  "compare",
  "verify",
  "choose",
  "correct",
  "circumstance",
  "action",
  "person",
  "acknowledge",
  "notUnderstood",
  "shorter",
  "more",
  "repeat",
  "complain",
  "greet",
  "thanks",
  "goodbye",
  "about",
  "emergency",
] as const;
export type Act = (typeof ACTS)[number];

export interface ActModel {
  /** Feature → weight of each act, in the order of ACTS. */
  weights: Readonly<Record<string, readonly number[]>>;
}

/** A span that stands for many: an agency, a year, a label. */
export interface Slot {
  from: number;
  to: number;
  name: string;
}

const LONG = 14;

/** Folded words, with slots as one word each. */
export function actWords(tokens: readonly Token[], slots: readonly Slot[]): string[] {
  const words: string[] = [];
  for (let i = 0; i < tokens.length; ) {
    const slot = slots.find(({ from }) => from === i);
    const token = tokens[i]!;
    words.push(
      slot
        ? `<${slot.name}>`
        : token.kind === "number"
          ? "<number>"
          : token.kind === "word"
            ? token.folded
            : `<${token.kind}>`,
    );
    i = slot ? Math.max(slot.to, i + 1) : i + 1;
  }
  return words;
}

/** The words, pairs of them, both ends, and a length. Each once. */
export function actFeatures(tokens: readonly Token[], slots: readonly Slot[]): string[] {
  const words = actWords(tokens, slots);
  const framed = ["^", ...words, "$"];
  const features = new Set<string>(words);
  for (let i = 1; i < framed.length; i++) features.add(`${framed[i - 1]} ${framed[i]}`);
  features.add(`#${Math.min(5, Math.floor(words.length / 3))}`);
  if (words.length >= LONG) features.add("#long");
  return [...features];
}

/** Share of each act; they add up to 1. */
export function actsOf(features: readonly string[], { weights }: ActModel): Record<Act, number> {
  const scores = new Array<number>(ACTS.length).fill(0);
  for (const feature of features) {
    const row = weights[feature];
    if (row) for (let act = 0; act < scores.length; act++) scores[act]! += row[act]!;
  }
  const shares = softmax(scores);
  return Object.fromEntries(ACTS.map((act, i) => [act, shares[i]!])) as Record<Act, number>;
}

export interface ActExample {
  features: readonly string[];
  act: Act;
  /** As how many examples it counts; 1 unless said. */
  weight?: number;
}

const STEPS = 150;
const RATE = 0.6;
const PENALTY = 4e-4;
const DIGITS = 2;
/** A feature of one example alone teaches that example and nothing else. */
const SEEN = 2;

/** The same examples give the same weights, in less than a second for a few thousand. AdaGrad on the full gradient
 *  (J. Duchi et al., JMLR 12, 2011). */
export function trainActs(examples: readonly ActExample[]): ActModel {
  const training = trainingOf(examples);
  for (;;) {
    const { done, value } = training.next();
    if (done) return value;
  }
}

/** The same in steps of some milliseconds, so that others may have their turn in between. */
export function* trainingOf(examples: readonly ActExample[]): Generator<undefined, ActModel> {
  const counts = new Map<string, number>();
  for (const { features, weight = 1 } of examples)
    for (const name of features) counts.set(name, (counts.get(name) ?? 0) + weight);
  const names = [...counts]
    .filter(([, count]) => count >= SEEN)
    .map(([name]) => name)
    .sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const size = ACTS.length;
  const weights = new Float64Array(names.length * size);
  const squares = new Float64Array(names.length * size);
  const gradient = new Float64Array(names.length * size);
  const frequency = new Float64Array(size);
  const rows = examples.map(({ features, act, weight = 1 }) => {
    frequency[ACTS.indexOf(act)]! += weight;
    return { at: features.flatMap((name) => index.get(name) ?? []), act: ACTS.indexOf(act), weight };
  });
  const total = frequency.reduce((sum, count) => sum + count, 0);
  // Acts with few examples weigh as much as those with many.
  const balance = frequency.map((count) => Math.sqrt(total / (size * count)));
  for (let step = 0; step < STEPS; step++) {
    gradient.fill(0);
    for (const row of rows) addGradient(row, weights, gradient, row.weight * balance[row.act]!);
    for (let k = 0; k < weights.length; k++) {
      const slope = gradient[k]! / total - PENALTY * weights[k]!;
      squares[k]! += slope * slope;
      weights[k]! += (RATE * slope) / (Math.sqrt(squares[k]!) + 1e-9);
    }
    yield;
  }
  return {
    weights: Object.fromEntries(
      names.map((name, i) => [
        name,
        Array.from({ length: size }, (_none, a) => Number(weights[i * size + a]!.toFixed(DIGITS))),
      ]),
    ),
  };
}

const scores = new Float64Array(ACTS.length);

/** Adds `scale` times what one row pulls each weight by. Arrays are used again: it runs hundreds of thousands of times. */
function addGradient(
  { at, act }: { at: readonly number[]; act: number },
  weights: Float64Array,
  gradient: Float64Array,
  scale: number,
): void {
  const size = ACTS.length;
  scores.fill(0);
  for (let n = 0; n < at.length; n++) {
    const from = at[n]! * size;
    for (let a = 0; a < size; a++) scores[a]! += weights[from + a]!;
  }
  let most = Number.NEGATIVE_INFINITY;
  for (let a = 0; a < size; a++) if (scores[a]! > most) most = scores[a]!;
  let sum = 0;
  for (let a = 0; a < size; a++) {
    scores[a] = Math.exp(scores[a]! - most);
    sum += scores[a]!;
  }
  for (let a = 0; a < size; a++) scores[a] = scale * ((a === act ? 1 : 0) - scores[a]! / sum);
  for (let n = 0; n < at.length; n++) {
    const from = at[n]! * size;
    for (let a = 0; a < size; a++) gradient[from + a]! += scores[a]!;
  }
}
