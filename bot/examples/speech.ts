/** What somebody does by saying something, by the model that the examples taught; an office may add its own. */
import { readFileSync } from "node:fs";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { type Token, tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { understandText } from "../../knowledge/vietnamese/understand-text.ts";
import type { AgencyMention, AgencyNames } from "../agency-names.ts";
import { type Act, type ActModel, actFeatures, actsOf, actWords, trainingOfActs } from "./act-classifier.ts";
import { exampleFiles, exampleOf, rowsOfFile, type SpokenRow } from "./bank.ts";
import { slotsIn } from "./slots.ts";

export interface Speech {
  /** Words as people write them who spoke the examples; no typing errors. */
  words: readonly string[];
  /** Share of each act; they add up to 1. */
  of(tokens: readonly Token[], mentions: readonly AgencyMention[]): Record<Act, number>;
  /** The act of an example of the office that is said word by word, whichever agency, year or number it names. */
  told(tokens: readonly Token[], mentions: readonly AgencyMention[]): Act | undefined;
}

/** As how many shipped examples one of the office counts: a few are heard, and what all others say stays understood. */
const OFFICE_WEIGHT = 3;

const keyOf = (tokens: readonly Token[], mentions: readonly AgencyMention[]): string =>
  actWords(tokens, slotsIn(tokens, mentions)).join(" ");

const speechBy = (
  model: ActModel,
  words: readonly string[],
  told: ReadonlyMap<string, Act> = new Map(),
): Speech => ({
  words,
  of: (tokens, mentions) => actsOf(actFeatures(tokens, slotsIn(tokens, mentions)), model),
  told: (tokens, mentions) => (told.size === 0 ? undefined : told.get(keyOf(tokens, mentions))),
});

const MODEL = JSON.parse(readFileSync(new URL("./acts.json", import.meta.url), "utf8")) as ActModel & {
  words: readonly string[];
};

/** As shipped. */
export const SHIPPED_SPEECH: Speech = speechBy(MODEL, MODEL.words);

/** Learned from the shipped examples and the office's together; the same rows give the same model. Takes up to a second,
 *  in steps. */
export function* learnSpeech(rows: readonly SpokenRow[], names: AgencyNames): Generator<undefined, Speech> {
  const examples = rows.map((row) => exampleOf(row, names, OFFICE_WEIGHT));
  for (const { content } of exampleFiles()) {
    for (const row of rowsOfFile(content)) examples.push(exampleOf(row, names));
    yield;
  }
  const model = yield* trainingOfActs(examples);
  const words = [...new Set([...MODEL.words, ...rows.flatMap(({ text }) => writtenWords(text))])];
  const told = rows.map(({ text, act }): [string, Act] => {
    const { tokens } = understandText(text);
    return [keyOf(tokens, names.find(tokens)), act];
  });
  return speechBy(model, words, new Map(told));
}

/** Of a text typed without diacritics none: its words are no forms to correct towards. */
const writtenWords = (text: string): string[] =>
  text === fold(text)
    ? []
    : tokenize(text).flatMap(({ kind, text: word }) => (kind === "word" ? [word] : []));
