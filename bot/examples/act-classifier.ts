/** What somebody does by saying something, learned from examples of many authors: words, pairs of words and how the
 *  utterance begins and ends. A logistic regression over few thousand features: its weights are a file that can be read. */
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import { softmax } from "../ranker/softmax.ts";
import { trainingOf } from "./linear-classifier.ts";

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

const TRAINING = { classes: ACTS.length, steps: 150, rate: 0.6, penalty: 4e-4 } as const;
const DIGITS = 2;

/** The same examples give the same weights, in less than a second for a few thousand. */
export function trainActs(examples: readonly ActExample[]): ActModel {
  const training = trainingOfActs(examples);
  for (;;) {
    const { done, value } = training.next();
    if (done) return value;
  }
}

/** The same in steps of some milliseconds, so that others may have their turn in between. */
export function* trainingOfActs(examples: readonly ActExample[]): Generator<undefined, ActModel> {
  const rows = examples.map(({ act, ...row }) => ({ ...row, label: ACTS.indexOf(act) }));
  const { names, weights } = yield* trainingOf(rows, TRAINING);
  const size = ACTS.length;
  return {
    weights: Object.fromEntries(
      names.map((name, i) => [
        name,
        Array.from({ length: size }, (_none, a) => Number(weights[i * size + a]!.toFixed(DIGITS))),
      ]),
    ),
  };
}
