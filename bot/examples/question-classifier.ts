/** Which record somebody means who tells what happened or what is needed instead of naming it, learned from questions that many authors
 *  wrote of each record (questions/). It knows the shipped records only; others are found by their words and meaning. */
import { readFileSync } from "node:fs";
import { hashOfFeature, placeOf } from "../../knowledge/embedding-models/sentence-features.ts";
import { packArrays, unpackArrays } from "../../knowledge/packed-arrays.ts";
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import { softmax } from "../ranker/softmax.ts";
import type { Situation } from "../situations/situation.ts";
import { countOf, type LinearModel } from "./linear-classifier.ts";

/** Classes beside the records: what none of them answers, and what is asked of a set of the plan's tasks. */
export const NONE = "none";
export const PLAN = "plan";

/** Of a model's weights those that are furthest from 0: the others change no answer. */
const KEPT = 400_000;
const INT8_LIMIT = 127;
/** Ascending hashes of the features, where the weights of each end, and the weights: class, and share of the scale. */
const SHAPE = {
  hashes: "Uint32Array",
  ends: "Uint32Array",
  classes: "Uint16Array",
  weights: "Int8Array",
  scales: "Float32Array",
} as const;

interface Header {
  classes: string[];
  trainedOn: { rows: number; hash: string };
}

const AGES = [1, 6, 14, 16, 18, 60, 75] as const;
/** In days: who comes later tells of it for a reason. */
const LATE = 60;

/** Words and pairs of neighbours, without diacritics, and what was understood of the asker's case, each once. */
export function questionFeatures(tokens: readonly Token[], situation: Situation): string[] {
  const { words, pairs } = wordsAndPairs(tokens);
  return [...new Set([...words, ...pairs, ...caseFeatures(situation)])];
}

/** Without diacritics, in order; a number stands for all of them. */
export function wordsAndPairs(tokens: readonly Token[]): { words: string[]; pairs: string[] } {
  const words = tokens.flatMap(({ kind, folded }) =>
    kind === "word" ? [folded] : kind === "number" ? ["<number>"] : [],
  );
  return { words, pairs: words.slice(1).map((word, i) => `${words[i]} ${word}`) };
}

function caseFeatures({ told, denied, age, lateDays, elapsedDays = 0, since }: Situation): string[] {
  const valuesOf = (mark: string, of: Situation["told"]) =>
    Object.entries(of).flatMap(([id, values]) => values.map((value) => `${mark}${id}.${value}`));
  return [
    ...valuesOf("=", told),
    ...valuesOf("!", denied),
    ...(age === undefined ? [] : [`age < ${AGES.find((limit) => age < limit) ?? "any"}`]),
    ...(lateDays !== undefined || elapsedDays > LATE ? ["=late"] : []),
    ...(since === undefined ? [] : [`=since ${since}`]),
  ];
}

export class QuestionClassifier {
  readonly trainedOn: Header["trainedOn"];
  readonly classes: readonly string[];
  readonly #arrays: {
    hashes: Uint32Array;
    ends: Uint32Array;
    classes: Uint16Array;
    weights: Int8Array;
    scales: Float32Array;
  };

  /** Throws KnowledgeError "knowledge_damaged". */
  constructor(bytes: Uint8Array) {
    const { header, arrays } = unpackArrays(bytes, SHAPE);
    ({ classes: this.classes, trainedOn: this.trainedOn } = header as Header);
    this.#arrays = arrays;
  }

  /** Share of each class; they add up to 1. All alike for words that no example has. */
  sharesOf(features: readonly string[]): Map<string, number> {
    const { hashes, ends, classes, weights, scales } = this.#arrays;
    const places = features.map((name) => placeOf(hashes, hashOfFeature(name))).filter((place) => place >= 0);
    const value = countOf(places.length, true);
    const scores = new Array<number>(this.classes.length).fill(0);
    for (const place of places)
      for (let i = place === 0 ? 0 : ends[place - 1]!; i < ends[place]!; i++)
        scores[classes[i]!]! += value * scales[place]! * weights[i]!;
    const shares = softmax(scores);
    return new Map(this.classes.map((name, i) => [name, shares[i]!]));
  }
}

/** As bytes for the file. */
export function packClassifier({ names, weights }: LinearModel, header: Header): Uint8Array {
  const size = header.classes.length;
  const sizes = weights.map(Math.abs).sort();
  const least = sizes[Math.max(0, sizes.length - KEPT)] ?? 0;
  const rows = names
    .map((name, i) => ({ hash: hashOfFeature(name), row: weights.subarray(i * size, (i + 1) * size) }))
    .filter(({ row }) => row.some((weight) => Math.abs(weight) >= least))
    .sort((one, other) => one.hash - other.hash);
  const ends: number[] = [];
  const classes: number[] = [];
  const kept: number[] = [];
  const scales: number[] = [];
  for (const { row } of rows) {
    const scale = row.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / INT8_LIMIT;
    scales.push(scale);
    row.forEach((weight, label) => {
      const rounded = Math.round(weight / scale);
      if (Math.abs(weight) < least || rounded === 0) return;
      classes.push(label);
      kept.push(rounded);
    });
    ends.push(kept.length);
  }
  return packArrays(header, {
    hashes: Uint32Array.from(rows, ({ hash }) => hash),
    ends: Uint32Array.from(ends),
    classes: Uint16Array.from(classes),
    weights: Int8Array.from(kept),
    scales: Float32Array.from(scales),
  });
}

/** One that ships with the program, read once, when it is first asked for. */
export function classifierIn(file: URL): () => QuestionClassifier {
  let read: QuestionClassifier | undefined;
  return () => {
    read ??= new QuestionClassifier(readFileSync(file));
    return read;
  };
}

export const shippedClassifier = classifierIn(new URL("./questions.bin", import.meta.url));
