/** How people tell of a circumstance, a file of rows: the patterns, sentences that tell it, and sentences that hold the words
 *  and mean something else. */
import { readFileSync } from "node:fs";
import { CIRCUMSTANCES, type CircumstanceId } from "../../knowledge/circumstances.ts";
import { PhraseIndex } from "../understanding/phrases.ts";

export interface Saying {
  /** null: the words tell nothing, whatever else stands in them ("mất bao lâu"). */
  circumstance: CircumstanceId | null;
  /** null: the words tell nothing of this circumstance ("mất căn cước" is no death). */
  value: string | null;
  /** With value null: of this value alone the words tell nothing. */
  only?: string;
  /** As in the tables of cues: "mất; bị (mất|rớt)"; "(@country)" stands for the words of that list. */
  patterns: string;
  examples: readonly string[];
  not: readonly string[];
  /** Examples that tell it only with diacritics: without them they may mean something else. */
  accented?: readonly string[];
}

/** Words that several rows share: "(@country)". */
interface WordList {
  set: string;
  words: string;
}

/** What a phrase of a row tells. */
export interface Telling {
  circumstance: CircumstanceId;
  value: string;
}

/** What people call a paper, and sentences in which it is had, lacking, or only spoken of. */
export interface PaperNames {
  paper: string;
  names: string;
  has: readonly string[];
  lacks: readonly string[];
  neither: readonly string[];
  /** Sentences of the three lists that are clear only with diacritics. */
  accented?: readonly string[];
}

const rowsOf = <T>(file: string): readonly T[] =>
  readFileSync(new URL(file, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);

const ROWS = rowsOf<Saying | WordList>("./sayings.jsonl");
const isWordList = (row: Saying | WordList): row is WordList => "set" in row;
const WORDS = new Map(ROWS.filter(isWordList).map(({ set, words }) => [set, words]));

export const SAYINGS: readonly Saying[] = ROWS.filter((row): row is Saying => !isWordList(row));
export const PAPER_NAMES: readonly PaperNames[] = rowsOf<PaperNames>("./paper-names.jsonl");

export const TELLINGS = new PhraseIndex<Telling>();
/** Are the words no sign of this? */
export const TELLING_NOTHING = new PhraseIndex<(telling: Telling) => boolean>();
for (const { circumstance, value, only, patterns } of SAYINGS) {
  const written = withWords(patterns);
  if (circumstance !== null && value !== null)
    TELLINGS.addPatterns(`sayings/${circumstance}.${value}`, written, tellingOf(circumstance, value));
  else
    TELLING_NOTHING.addPatterns(
      `sayings/not ${circumstance ?? "anything"} ${only ?? ""}`,
      written,
      (telling) =>
        (circumstance === null || circumstance === telling.circumstance) &&
        (only === undefined || only === telling.value),
    );
}

export const PAPERS = new PhraseIndex<string>();
for (const { paper, names } of PAPER_NAMES) {
  if (!Object.hasOwn(CIRCUMSTANCES.hasPaper.values, paper)) throw new RangeError(`unknown paper: ${paper}`);
  PAPERS.addPatterns(`papers/${paper}`, names, paper);
}

function withWords(patterns: string): string {
  return patterns.replace(/@([a-z]+)/g, (_all, set: string) => {
    const words = WORDS.get(set);
    if (words === undefined) throw new RangeError(`unknown list of words: ${set}`);
    return words;
  });
}

/** One object for each value, so that a phrase of several rows is found once. */
function tellingOf(circumstance: CircumstanceId, value: string): Telling {
  const { values } = CIRCUMSTANCES[circumstance] ?? { values: {} };
  if (!Object.hasOwn(values, value)) throw new RangeError(`unknown circumstance: ${circumstance}.${value}`);
  return { circumstance, value };
}
