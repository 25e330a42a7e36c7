/** The shipped examples of what people do by saying something: a file for each author, one example a line. */
import { readdirSync, readFileSync } from "node:fs";
import { understandText } from "../../knowledge/vietnamese/understand-text.ts";
import type { AgencyNames } from "../agency-names.ts";
import { type Act, type ActExample, actFeatures } from "./act-classifier.ts";
import { slotsIn } from "./slots.ts";

const FOLDER = new URL("./acts/", import.meta.url);

export interface SpokenRow {
  text: string;
  act: Act;
}

/** In the order of their names, each as it stands. */
export const exampleFiles = (): { author: string; content: string }[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(".jsonl"))
    .sort()
    .map((file) => ({
      author: file.replace(".jsonl", ""),
      content: readFileSync(new URL(file, FOLDER), "utf8"),
    }));

export const rowsOfFile = (content: string): SpokenRow[] =>
  content
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as SpokenRow);

export const exampleOf = ({ text, act }: SpokenRow, names: AgencyNames, weight = 1): ActExample => {
  const { tokens } = understandText(text);
  return { act, features: actFeatures(tokens, slotsIn(tokens, names.find(tokens))), weight };
};
