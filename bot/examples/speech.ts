/** What somebody does by saying something, by the model that the examples taught. */
import { readFileSync } from "node:fs";
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import type { AgencyMention } from "../agency-names.ts";
import { type Act, type ActModel, actFeatures, actsOf } from "./act-classifier.ts";
import { slotsIn } from "./slots.ts";

const MODEL = JSON.parse(readFileSync(new URL("./acts.json", import.meta.url), "utf8")) as ActModel & {
  words: readonly string[];
};

/** Words as people write them who spoke the examples; no typing errors. */
export const ORDINARY_WORDS: readonly string[] = MODEL.words;

/** Share of each act; they add up to 1. */
export const speechOf = (tokens: readonly Token[], mentions: readonly AgencyMention[]): Record<Act, number> =>
  actsOf(actFeatures(tokens, slotsIn(tokens, mentions)), MODEL);
