/** Where a text names what a number is. */
import type { Token } from "../../../knowledge/vietnamese/tokens.ts";
import { expandPatterns } from "../../understanding/patterns.ts";
import { longestOnly, PhraseIndex } from "../../understanding/phrases.ts";
import { KINDS, NO_PERSON, type PersonalDataKind } from "./kinds.ts";

/** What a phrase announces: a person's number, a number of no person, a sum, a line of an office. */
export type Announced = PersonalDataKind | keyof typeof NO_PERSON;

export interface Cue {
  announces: Announced;
  /** Indexes of words, end exclusive. */
  from: number;
  to: number;
}

const PHRASES = new PhraseIndex<Announced>();
for (const [announces, patterns] of [
  ...Object.entries(KINDS).map(([kind, { cues }]) => [kind, cues] as const),
  ...Object.entries(NO_PERSON),
]) {
  if (patterns === "") continue;
  for (const phrase of expandPatterns(patterns)) PHRASES.add(phrase, announces as Announced);
}

export const findCues = (words: Token[]): Cue[] =>
  longestOnly(PHRASES.find(words)).map(({ value, from, to }) => ({ announces: value, from, to }));

/** So many words may stand between a phrase and its number. */
const BEFORE = 12;
const AFTER = 8;

/** The cues around words from..to, the nearest first; one behind the number counts as a word further away. */
export function cuesAround(cues: readonly Cue[], from: number, to: number): (Cue & { distance: number })[] {
  return cues
    .flatMap((cue) => {
      const distance = cue.to <= from ? from - cue.to : cue.from >= to ? cue.from - to + 1 : undefined;
      const reach = cue.to <= from ? BEFORE : AFTER;
      return distance !== undefined && distance <= reach ? [{ ...cue, distance }] : [];
    })
    .sort((a, b) => a.distance - b.distance);
}
