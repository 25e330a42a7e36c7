/** How people tell of a circumstance, a file of rows: the patterns, sentences that tell it, and sentences that hold the words
 *  and mean something else. */
import { readFileSync } from "node:fs";
import { CIRCUMSTANCES, type CircumstanceId } from "../../knowledge/circumstances.ts";
import { PhraseIndex } from "../understanding/phrases.ts";

export interface Saying {
  /** null: the words tell nothing, whatever else stands in them ("mất bao lâu"). */
  circumstance: CircumstanceId | null;
  value: string | null;
  /** As in the tables of cues: "mất; bị (mất|rớt)". */
  patterns: string;
  examples: readonly string[];
  not: readonly string[];
}

/** What a phrase of a row tells. */
export interface Telling {
  circumstance: CircumstanceId;
  value: string;
}

/** What people call a paper: had or lacking is told by the words before it. */
interface PaperNames {
  paper: string;
  names: string;
}

const rowsOf = <T>(file: string): readonly T[] =>
  readFileSync(new URL(file, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);

export const SAYINGS: readonly Saying[] = rowsOf<Saying>("./sayings.jsonl");
export const PAPER_NAMES: readonly PaperNames[] = rowsOf<PaperNames>("./paper-names.jsonl");

export const TELLINGS = new PhraseIndex<Telling>();
export const TELLING_NOTHING = new PhraseIndex<null>();
for (const { circumstance, value, patterns } of SAYINGS)
  if (circumstance !== null && value !== null)
    TELLINGS.addPatterns(`sayings/${circumstance}.${value}`, patterns, tellingOf(circumstance, value));
  else TELLING_NOTHING.addPatterns("sayings/nothing", patterns, null);

export const PAPERS = new PhraseIndex<string>();
for (const { paper, names } of PAPER_NAMES) {
  if (!Object.hasOwn(CIRCUMSTANCES.hasPaper.values, paper)) throw new RangeError(`unknown paper: ${paper}`);
  PAPERS.addPatterns(`papers/${paper}`, names, paper);
}

/** One object for each value, so that a phrase of several rows is found once. */
function tellingOf(circumstance: CircumstanceId, value: string): Telling {
  const { values } = CIRCUMSTANCES[circumstance] ?? { values: {} };
  if (!Object.hasOwn(values, value)) throw new RangeError(`unknown circumstance: ${circumstance}.${value}`);
  return { circumstance, value };
}
