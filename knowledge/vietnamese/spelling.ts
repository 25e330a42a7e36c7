/** Corrects words that the corpus doesn't know to near ones that it knows. Works on words without diacritics, where
 *  most typing errors are, and takes the neighbours into account. Known words are never changed. */

import { fold } from "./normalize.ts";
import { isVietnameseSyllable } from "./syllables.ts";
import type { Token } from "./tokens.ts";

export interface Vocabulary {
  /** Folded word → count. */
  unigrams: ReadonlyMap<string, number>;
  /** "folded folded" → count. */
  bigrams: ReadonlyMap<string, number>;
  /** Words as written, with diacritics. */
  forms?: ReadonlySet<string>;
  /** Pairs as written, "sở y", → count. */
  pairs?: ReadonlyMap<string, number>;
  /** Words as written that stand beside anything ("và"): with their diacritics they are right everywhere. */
  joining?: ReadonlySet<string>;
}

/** A word as typed and without diacritics. */
export type Word = Pick<Token, "text" | "folded">;

export interface Speller {
  /** The folded word to read instead, or the word itself. `before` and `after` are folded neighbours. A Vietnamese
   *  syllable that was typed with its diacritics (`accented`) was meant, unless it was misheard: only sounds that are
   *  written for one another are exchanged in it. */
  correct(word: string, before?: string, after?: string, accented?: boolean): string;
  /** For a word that nothing is written as ("nhiẹm vụ", "dấy tờ"), or that is never written beside its neighbours
   *  but sounds like one that is ("gia hạng"): what it is written as beside them; undefined when they don't tell. */
  asWritten(word: Word, before?: Word, after?: Word): string | undefined;
  /** "hànhchínhcông" → its words, when each is written so and each stands beside the next somewhere. */
  split(word: string): string[] | undefined;
}

/** Shorter words have too many neighbours. */
const MIN_LENGTH = 3;
/** Up to this length only a correction that fits the words around it is believed. */
const MAX_SHORT = 4;
/** From this length two edits are allowed. */
const MIN_LONG = 7;
/** Worth of one known pair of neighbours against the logarithm of a count. */
const PAIR_WORTH = 50;
const CONFUSION_DISTANCE = 0.5;
/** A syllable has at most so many letters ("nghiêng"); a joined word is at least so long and of so many. */
const LONGEST_SYLLABLE = 7;
const MIN_JOINED = 5;
const MAX_JOINED = 6;
/** A word that has the one neighbour in so many of its places. */
const BOUND = 0.9;
/** A pair that stands in so many places. */
const WELL_KNOWN = 4;
/** Sounds that are written for one another, at the beginning or end of a word. */
const CONFUSIONS: readonly (readonly string[])[] = [
  ["ch", "tr"],
  ["s", "x"],
  ["d", "gi", "r", "v"],
  ["n", "l"],
  ["i", "y"],
  ["c", "k", "q"],
  ["ng", "ngh", "n"],
  ["g", "gh"],
  ["t", "c"],
  ["nh", "n"],
  // Chat spelling: "jấy", "tịk", "zấy", "fường".
  ["j", "gi"],
  ["k", "ch"],
  ["z", "d", "gi"],
  ["f", "ph"],
];
const MAX_REMEMBERED = 5000;

/** Among the vocabulary words near an unknown word, the one with most known neighbours, then the commonest, then
 *  the nearest. A word that can be Vietnamese ("bong", "chich") is corrected only when a neighbour confirms it. */
export function createSpeller({ unigrams, bigrams, forms, pairs, joining }: Vocabulary): Speller {
  const byLength = new Map<number, string[]>();
  for (const word of unigrams.keys()) {
    if (!/^[a-z]{2,}$/.test(word)) continue;
    const list = byLength.get(word.length);
    if (list) list.push(word);
    else byLength.set(word.length, [word]);
  }
  const remembered = new Map<string, { word: string; distance: number }[]>();

  function near(word: string): { word: string; distance: number }[] {
    const known = remembered.get(word);
    if (known) return known;
    const limit = word.length >= MIN_LONG ? 2 : 1;
    const found: { word: string; distance: number }[] = [];
    for (let length = word.length - limit; length <= word.length + limit; length++) {
      for (const candidate of byLength.get(length) ?? []) {
        const distance = isConfusion(word, candidate)
          ? CONFUSION_DISTANCE
          : editDistance(word, candidate, limit);
        if (distance <= limit) found.push({ word: candidate, distance });
      }
    }
    if (remembered.size < MAX_REMEMBERED) remembered.set(word, found);
    return found;
  }

  const pairsOf = (word: string, before: string, after: string) =>
    Number(bigrams.has(`${before} ${word}`)) + Number(bigrams.has(`${word} ${after}`));

  const isBound = (word: string, before: Word, after: Word) =>
    [`${before.folded} ${word}`, `${word} ${after.folded}`].some(
      (pair) => (bigrams.get(pair) ?? 0) >= Math.max(2, BOUND * (unigrams.get(word) ?? 0)),
    );

  const written = mostlyWritten(pairs);

  /** The word with the diacritics that it has in the pairs with its neighbours, the commoner pair first. */
  function writtenBeside(word: string, before: Word, after: Word): string[] {
    const sides = [
      { key: `${before.folded} ${word}`, at: 1 },
      { key: `${word} ${after.folded}`, at: 0 },
    ].filter(({ key }) => bigrams.has(key));
    sides.sort((a, b) => bigrams.get(b.key)! - bigrams.get(a.key)!);
    return sides.map(({ key, at }) => written.get(key)?.split(" ")[at] ?? word);
  }

  /** "phối hộp" for "phối hợp": never written so, though its neighbour is, with other diacritics. */
  function withOtherMarks({ text, folded }: Word, before: Word, after: Word): string | undefined {
    if (pairs?.has(`${before.text} ${text}`) || pairs?.has(`${text} ${after.text}`)) return undefined;
    for (const [neighbour, at] of [
      [before, 1],
      [after, 0],
    ] as const) {
      const pair = (own: string, other: string) => (at === 1 ? `${other} ${own}` : `${own} ${other}`);
      const parts = written.get(pair(folded, neighbour.folded))?.split(" ");
      const known = bigrams.get(pair(folded, neighbour.folded)) ?? 0;
      if (parts && known >= WELL_KNOWN && parts[1 - at] === neighbour.text && parts[at] !== text)
        return parts[at];
    }
    return undefined;
  }

  /** Words that `rest` may be cut into, the first of which stands beside `before`. */
  function cut(rest: string, before: string | undefined, left: number): string[] | undefined {
    if (rest === "") return [];
    if (left === 0) return undefined;
    for (let length = Math.min(LONGEST_SYLLABLE, rest.length); length >= 2; length--) {
      const word = rest.slice(0, length);
      if (!forms?.has(word) || (before !== undefined && !bigrams.has(`${fold(before)} ${fold(word)}`)))
        continue;
      const others = cut(rest.slice(length), word, left - 1);
      if (others) return [word, ...others];
    }
    return undefined;
  }

  return {
    split(word) {
      if (word.length < MIN_JOINED || !forms || forms.has(word) || !/^\p{L}+$/u.test(word)) return undefined;
      if (isVietnameseSyllable(fold(word))) return undefined;
      const words = cut(word, undefined, MAX_JOINED);
      return words && words.length > 1 ? words : undefined;
    },
    asWritten(word, before = NO_WORD, after = NO_WORD) {
      const { text, folded } = word;
      if (!forms || folded.length < 2 || !/^[a-z]+$/.test(folded)) return undefined;
      // "Trong" is written without diacritics: it is right between words that have theirs.
      const isAccented = [word, before, after].some((row) => row.text !== row.folded);
      if (isAccented && joining?.has(text)) return undefined;
      const isForm = forms.has(text);
      const own = pairsOf(folded, before.folded, after.folded);
      if (isForm && own > 0) return text === folded ? undefined : withOtherMarks(word, before, after);
      const misheard = near(folded).filter(({ distance }) => distance === CONFUSION_DISTANCE);
      const candidates = [...(isForm ? [] : [folded]), ...misheard.map((row) => row.word)];
      let best: string | undefined;
      // A real word gives way only to one that both neighbours know, or that stands beside hardly anything else: "di
      // trúc" to "di chúc".
      let bestPairs = isForm ? 1 : 0;
      for (const candidate of candidates) {
        const known = pairsOf(candidate, before.folded, after.folded);
        const isEnough =
          known > bestPairs || (known === 1 && best === undefined && isBound(candidate, before, after));
        if (isEnough) [best, bestPairs] = [candidate, known];
      }
      if (best === undefined) return undefined;
      const beside = writtenBeside(best, before, after);
      // "du" of "sở du lịch" is right beside "lịch", whatever stands beside "sở".
      return beside.includes(text) ? undefined : beside[0];
    },
    correct(word, before = "", after = "", accented = false) {
      if (word.length < MIN_LENGTH || unigrams.has(word) || !/^[a-z]+$/.test(word)) return word;
      const isSyllable = isVietnameseSyllable(word);
      const needsSupport = word.length <= MAX_SHORT || isSyllable;
      let best = word;
      let bestScore = 0;
      for (const candidate of near(word)) {
        const pairs = pairsOf(candidate.word, before, after);
        if (pairs === 0 && needsSupport) continue;
        if (accented && isSyllable && candidate.distance !== CONFUSION_DISTANCE) continue;
        const count = unigrams.get(candidate.word)!;
        const score = (Math.log(1 + count) + pairs * PAIR_WORTH) / candidate.distance;
        if (score > bestScore) {
          best = candidate.word;
          bestScore = score;
        }
      }
      return best;
    },
  };
}

const NO_WORD: Word = { text: "", folded: "" };

/** Folded pair → the pair as it is mostly written. */
function mostlyWritten(counts: ReadonlyMap<string, number> = new Map()): Map<string, string> {
  const best = new Map<string, string>();
  for (const [pair, count] of counts) {
    const folded = fold(pair);
    const known = best.get(folded);
    if (known === undefined || count > counts.get(known)!) best.set(folded, pair);
  }
  return best;
}

function isConfusion(word: string, candidate: string): boolean {
  return CONFUSIONS.some((set) =>
    set.some((typed) =>
      set.some((meant) => {
        if (typed === meant) return false;
        if (word.startsWith(typed) && meant + word.slice(typed.length) === candidate) return true;
        return word.endsWith(typed) && word.slice(0, -typed.length) + meant === candidate;
      }),
    ),
  );
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
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, older[j - 2]! + 1);
      row.push(value);
    }
    if (Math.min(...row) > limit) return limit + 1;
    older = previous;
    previous = row;
  }
  return Math.min(previous[b.length]!, limit + 1);
}
