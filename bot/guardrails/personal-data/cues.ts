/** Where a text names what a number is. */
import type { Token } from "../../../knowledge/vietnamese/tokens.ts";
import { PhraseIndex } from "../../understanding/phrases.ts";
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
  PHRASES.addPatterns(`personal data/${announces}`, patterns, announces as Announced);
}

/** None over another: the one that begins first, the longest of those that begin together. */
export function findCues(words: Token[]): Cue[] {
  const cues: Cue[] = [];
  for (const { value, from, to } of PHRASES.find(words)) {
    if (from >= (cues.at(-1)?.to ?? 0)) cues.push({ announces: value, from, to });
  }
  return cues;
}

/** So many words may stand between a phrase and its number. */
const BEFORE = 12;
const AFTER = 8;
const BEHIND = 3;

/** The cues around words from..to, the nearest first; one behind the number counts as further away. */
export function cuesAround(cues: readonly Cue[], from: number, to: number): (Cue & { distance: number })[] {
  const around: (Cue & { distance: number })[] = [];
  for (let i = firstEndingAt(cues, from - BEFORE); i < cues.length; i++) {
    const cue = cues[i]!;
    if (cue.from >= to + AFTER) break;
    // A phrase may end in the word that the number begins with ("ct tu 1017 …": tư).
    if (cue.from < from) around.push({ ...cue, distance: Math.max(0, from - cue.to) });
    else if (cue.from >= to) around.push({ ...cue, distance: cue.from - to + BEHIND });
  }
  return around.sort((a, b) => a.distance - b.distance);
}

function firstEndingAt(cues: readonly Cue[], word: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cues[middle]!.to < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
