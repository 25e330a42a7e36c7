/** How good everything that is learned is on authors that it wasn't learned from. Too slow for every evaluation: `--leave-out`
 *  of each training writes its part of left-out.json, with what it belongs to, and the evaluation prints it. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exampleFiles } from "../../bot/examples/bank.ts";
import { jsonlFilesIn } from "../support/json-lines.ts";
import { readDangerRows } from "./danger-examples.ts";

export interface Share {
  of: number;
  right: number;
}
/** Turns that were answered at about the same probability. */
export interface Bin extends Share {
  /** Mean of their probabilities. */
  probability: number;
}

export interface LeftOutParts {
  ranker: { authors: Readonly<Record<string, Share>>; bins: readonly Bin[] };
  acts: { authors: Readonly<Record<string, Share>> };
  /** Of those in danger, how many were found; of the others, how many were left alone. */
  danger: { inDanger: Readonly<Record<string, Share>>; ordinary: Readonly<Record<string, Share>> };
}
export type Part = keyof LeftOutParts;

const FILE = join(import.meta.dirname, "left-out.json");
const BOT = join(import.meta.dirname, "../../bot");
const MODELS: Readonly<Record<Part, string>> = {
  ranker: "ranker/weights.json",
  acts: "examples/acts.json",
  danger: "guardrails/danger-weights.json",
};
const BLIND = join(import.meta.dirname, "blind");
const texts = (paths: readonly string[]) => paths.map((path) => readFileSync(path, "utf8"));
const ROWS: Readonly<Record<Part, () => readonly string[]>> = {
  ranker: () => texts([...jsonlFilesIn(import.meta.dirname), ...jsonlFilesIn(BLIND)]),
  acts: () => exampleFiles().map(({ content }) => content),
  danger: () => [JSON.stringify(readDangerRows())],
};

const hashOf = (contents: readonly string[]): string => {
  const hash = createHash("sha256");
  for (const content of contents) hash.update(content);
  return hash.digest("hex");
};
/** What the figures of a part belong to: the rows, and what was learned from them. */
export const origin = (part: Part) => ({
  rows: hashOf(ROWS[part]()),
  model: hashOf(texts([join(BOT, MODELS[part])])),
});

type Saved = Partial<{ [P in Part]: LeftOutParts[P] & ReturnType<typeof origin> }>;

export const readLeftOut = (): Saved =>
  existsSync(FILE) ? (JSON.parse(readFileSync(FILE, "utf8")) as Saved) : {};

export function saveLeftOut<P extends Part>(part: P, figures: LeftOutParts[P]): void {
  const saved = { ...readLeftOut(), [part]: { ...origin(part), ...figures } };
  writeFileSync(FILE, `${JSON.stringify(saved, null, 1)}\n`);
}

const COUNT = 10;
/** Ten equal steps of probability, those in which nothing was answered left out. */
export function binsOf(answers: readonly { probability: number; isRight: boolean }[]): Bin[] {
  const bins = Array.from({ length: COUNT }, () => ({ of: 0, right: 0, sum: 0 }));
  for (const { probability, isRight } of answers) {
    const bin = bins[Math.min(COUNT - 1, Math.floor(probability * COUNT))]!;
    bin.of++;
    bin.sum += probability;
    if (isRight) bin.right++;
  }
  return bins
    .filter(({ of }) => of > 0)
    .map(({ of, right, sum }) => ({ of, right, probability: Number((sum / of).toFixed(3)) }));
}

/** Mean distance of probability and share of right answers, weighed by how many there are; 0 to 1. Source: M. Naeini,
 *  G. Cooper, M. Hauskrecht, AAAI 2015 (expected calibration error). */
export function calibrationError(bins: readonly Bin[]): number {
  const all = bins.reduce((sum, { of }) => sum + of, 0);
  return bins.reduce((sum, { of, right, probability }) => sum + Math.abs(right - of * probability), 0) / all;
}

export const sumOf = (shares: Readonly<Record<string, Share>>): Share =>
  Object.values(shares).reduce((sum, { of, right }) => ({ of: sum.of + of, right: sum.right + right }), {
    of: 0,
    right: 0,
  });
