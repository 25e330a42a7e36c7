/** "gửi (cho|tới|) (ai|đâu); nơi nhận" → every phrase that the patterns stand for, each once. Groups may hold groups.
 *  Throws RangeError for an empty phrase. */
export function expandPatterns(patterns: string): string[] {
  const phrases = splitPatterns(patterns).flatMap((pattern) => alternatives(pattern));
  const tidy = phrases.map((phrase) => phrase.replace(/\s+/g, " ").trim());
  if (tidy.includes("")) throw new RangeError(`empty phrase in "${patterns.slice(0, 60)}…"`);
  return [...new Set(tidy)];
}

/** The patterns, each on one line. */
export const splitPatterns = (patterns: string): string[] =>
  patterns.split(";").map((pattern) => pattern.replace(/\s+/g, " ").trim());

function alternatives(pattern: string): string[] {
  const group = /\(([^()]*)\)/.exec(pattern);
  if (!group) return [pattern];
  const [before, after] = [pattern.slice(0, group.index), pattern.slice(group.index + group[0].length)];
  return group[1]!.split("|").flatMap((choice) => alternatives(before + choice + after));
}

/** A pattern as the parts that follow each other, each with its alternatives, "" where it may be left out. Words never
 *  run over from one part into the next: parts that would be one word with their neighbours are written out. */
export function partsOf(pattern: string): string[][] {
  const parts: string[][] = [];
  for (const text of pattern.match(OUTER_PARTS) ?? []) {
    const part = alternatives(text);
    const before = parts.at(-1);
    if (before && isGlued(before, part))
      parts[parts.length - 1] = before.flatMap((start) => part.map((end) => start + end));
    else parts.push(part);
  }
  return parts;
}

/** Outermost groups, which may hold groups themselves, and what stands between. */
const OUTER_PARTS = /\((?:[^()]|\([^()]*\))*\)|[^()]+/g;

const isGlued = (before: readonly string[], after: readonly string[]): boolean =>
  before.some((start) => start !== "" && !start.endsWith(" ")) && after.some((end) => !end.startsWith(" "));

/** A row of a table of phrases, with sentences in which it stands and sentences in which its words mean something else. */
export interface PhraseRow {
  patterns: string;
  examples: readonly [string, string, string, ...string[]];
  not: readonly string[];
}

export const phraseRow = (
  patterns: string,
  examples: PhraseRow["examples"],
  not: readonly string[],
): PhraseRow => ({ patterns, examples, not });
