/** Words that follow each other in one line with some others between: what a pattern says with ".{0,60}", in a time that
 *  grows with the text alone. */

export interface WordSequence {
  /** Simple patterns, with the flag "g", in the order in which they stand. */
  steps: readonly RegExp[];
  /** Signs between one and the next, at most. */
  within: number;
}

export function hasSequence(text: string, { steps, within }: WordSequence): boolean {
  // Nearly every text lacks one of them.
  if (!steps.every((step) => text.search(step) >= 0)) return false;
  const [first, ...rest] = steps;
  let ends = [...text.matchAll(first!)].map((match) => match.index + match[0].length);
  for (const step of rest) {
    if (ends.length === 0) return false;
    const reached: number[] = [];
    /** The nearest end before each match is enough, both being in order. */
    let next = 0;
    for (const match of text.matchAll(step)) {
      while (next + 1 < ends.length && ends[next + 1]! <= match.index) next++;
      const between = match.index - ends[next]!;
      if (between < 0 || between > within) continue;
      if (!text.slice(ends[next], match.index).includes("\n")) reached.push(match.index + match[0].length);
    }
    ends = reached;
  }
  return ends.length > 0;
}
