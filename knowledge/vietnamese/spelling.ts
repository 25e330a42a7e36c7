/** Corrects words that the corpus doesn't know to near ones that it knows. Works on words without diacritics, where
 *  most typing errors are, and takes the neighbours into account. Known words are never changed. */

export interface Vocabulary {
  /** Folded word → count. */
  unigrams: ReadonlyMap<string, number>;
  /** "folded folded" → count. */
  bigrams: ReadonlyMap<string, number>;
}

export interface Speller {
  /** The folded word to read instead, or the word itself. `before` and `after` are folded neighbours. */
  correct(word: string, before?: string, after?: string): string;
}

const MIN_LENGTH = 4;
const LONG = 7;
/** Worth of a pair of neighbours against a plain count. */
const PAIR_BONUS = 50;
/** Sounds that are written for one another: a change inside a set costs half an edit. */
const CONFUSIONS: readonly (readonly string[])[] = [
  ["ch", "tr"], ["s", "x"], ["d", "gi", "r", "v"], ["n", "l"], ["i", "y"], ["c", "k", "q"], ["ng", "ngh", "n"], ["g", "gh"], ["t", "c"], ["nh", "n"],
];

export function createSpeller({ unigrams, bigrams }: Vocabulary): Speller {
  const byLength = new Map<number, string[]>();
  for (const word of unigrams.keys()) {
    if (!/^[a-z]{2,}$/.test(word)) continue;
    byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);
  }
  const pairs = (word: string, before: string, after: string) =>
    (bigrams.has(`${before} ${word}`) ? 1 : 0) + (bigrams.has(`${word} ${after}`) ? 1 : 0);
  const memory = new Map<string, { word: string; distance: number }[]>();

  function near(word: string): { word: string; distance: number }[] {
    const known = memory.get(word);
    if (known) return known;
    const limit = word.length >= LONG ? 2 : 1;
    const found: { word: string; distance: number }[] = [];
    for (let length = word.length - limit; length <= word.length + limit; length++) {
      for (const candidate of byLength.get(length) ?? []) {
        const distance = isConfusion(word, candidate) ? 0.5 : editDistance(word, candidate, limit);
        if (distance <= limit) found.push({ word: candidate, distance });
      }
    }
    if (memory.size < 5000) memory.set(word, found);
    return found;
  }

  return {
    correct(word, before = "", after = "") {
      if (word.length < MIN_LENGTH - 1 || unigrams.has(word) || !/^[a-z]+$/.test(word)) return word;
      let best = word;
      let bestScore = 0;
      for (const candidate of near(word)) {
        const support = pairs(candidate.word, before, after);
        // A short word has many neighbours: only one that fits the words around it is believed.
        if (support === 0 && word.length <= MIN_LENGTH) continue;
        const score = (Math.log(1 + unigrams.get(candidate.word)!) + support * PAIR_BONUS) / candidate.distance;
        if (score > bestScore) {
          best = candidate.word;
          bestScore = score;
        }
      }
      return best;
    },
  };
}

function isConfusion(word: string, candidate: string): boolean {
  for (const set of CONFUSIONS) {
    for (const typed of set) {
      for (const meant of set) {
        if (typed === meant) continue;
        if (word.startsWith(typed) && meant + word.slice(typed.length) === candidate) return true;
        if (word.endsWith(typed) && word.slice(0, -typed.length) + meant === candidate) return true;
      }
    }
  }
  return false;
}

/** Damerau-Levenshtein distance (adjacent letters swapped count once); limit + 1 when greater than the limit. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_value, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, older[j - 2]! + 1);
      row.push(value);
    }
    if (Math.min(...row) > limit) return limit + 1;
    older = previous;
    previous = row;
  }
  return Math.min(previous[b.length]!, limit + 1);
}
