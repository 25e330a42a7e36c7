/** Rows of the tables of signals. Phrases are separated by ";", and "(a|b|)" stands for each of its alternatives, the empty
 *  one too. */
import { expandPatterns } from "./patterns.ts";

export interface CueRow {
  /** Taken out of the topic; the others stay searchable. */
  consumed: boolean;
  patterns: string;
  phrases: readonly string[];
}

export const taken = (patterns: string): CueRow => ({
  consumed: true,
  patterns,
  phrases: expandPatterns(patterns),
});
/** What it says stays a word of the topic. */
export const kept = (patterns: string): CueRow => ({
  consumed: false,
  patterns,
  phrases: expandPatterns(patterns),
});
