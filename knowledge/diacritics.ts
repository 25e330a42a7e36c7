/** Puts diacritics back on what was typed without them: the likeliest sequence of the corpus's own syllables under a
 *  bigram model, found by Viterbi. Smoothing: interpolated Kneser-Ney (Chen & Goodman, Computer Speech & Language
 *  1999). A syllable typed with diacritics is a fixed point. */
import { packArrays, unpackArrays } from "./packed-arrays.ts";
import { QUESTION_PHRASES } from "./question-words.ts";
import { TermDictionary } from "./term-dictionary.ts";
import { BREAK, isClauseEnd, readTexts, type TokenCorpus } from "./token-corpus.ts";
import { fold } from "./vietnamese/normalize.ts";
import { type Token, tokenize } from "./vietnamese/tokens.ts";

/** Which syllable follows which, and how often. Number 0 is the start or end of a clause, number 1 any token that
 *  is no word; syllable n of the dictionary has number n + 2. */
export interface SyllableCounts {
  units: Uint16Array;
  ends: Uint32Array;
  /** Where the followers of each number end. */
  rowEnds: Uint32Array;
  /** Ascending within a row. */
  followers: Uint32Array;
  counts: Uint32Array;
}

const SHAPE = {
  units: "Uint16Array",
  ends: "Uint32Array",
  rowEnds: "Uint32Array",
  followers: "Uint32Array",
  counts: "Uint32Array",
} as const;

const EDGE = 0;
const OTHER = 1;
const FIRST_SYLLABLE = 2;
/** What each phrase of questions counts for. Records hold few questions, questions hold little else. */
const PHRASE_COUNT = 20;
/** Taken from every count for what was never seen; Chen & Goodman find about 0.75 for most corpora. */
const DISCOUNT = 0.75;
/** For a syllable that follows nothing known. */
const UNSEEN = 0.1;
/** Share of Vietnamese syllables in running text that carry a diacritic (0.78 in statutes and in procedures). */
const MARKED_SHARE = 0.78;
/** Even in a text that keeps its diacritics one is forgotten now and then. */
const MIN_LOSS = 0.02;

export function countSyllables(corpus: TokenCorpus): SyllableCounts {
  const phrases = readTexts(QUESTION_PHRASES);
  const words = new Set<string>();
  for (const { tokens } of [corpus, phrases])
    for (const token of tokens) if (token.kind === "word" && token.text !== "") words.add(token.text);
  const dictionary = TermDictionary.of([...words].sort());
  const size = dictionary.size + FIRST_SYLLABLE;
  const pairs = new Map<number, number>();
  const count = ({ tokens, texts }: TokenCorpus, times: number) => {
    const numbers = tokens.map(({ kind, text }, i) =>
      i === BREAK ? EDGE : kind === "word" ? dictionary.numberOf(text) + FIRST_SYLLABLE : OTHER,
    );
    const add = (first: number, second: number) =>
      pairs.set(first * size + second, (pairs.get(first * size + second) ?? 0) + times);
    for (const text of texts) {
      let before = EDGE;
      for (const token of text) {
        add(before, numbers[token]!);
        before = numbers[token]!;
      }
      add(before, EDGE);
    }
  };
  count(corpus, 1);
  count(phrases, PHRASE_COUNT);
  const keys = Float64Array.from(pairs.keys()).sort();
  const rowEnds = new Uint32Array(size);
  for (const key of keys) rowEnds[Math.floor(key / size)]!++;
  for (let i = 1; i < size; i++) rowEnds[i]! += rowEnds[i - 1]!;
  return {
    ...dictionary.data,
    rowEnds,
    followers: Uint32Array.from(keys, (key) => key % size),
    counts: Uint32Array.from(keys, (key) => pairs.get(key)!),
  };
}

export const syllableCountsToBytes = (counts: SyllableCounts): Uint8Array => packArrays({}, { ...counts });

/** Throws KnowledgeError "knowledge_damaged". */
export const syllableCountsFromBytes = (bytes: Uint8Array): SyllableCounts =>
  unpackArrays(bytes, SHAPE).arrays;

export interface Restorer {
  /** The text with diacritics on the words that were typed without; everything else is left as it stands. The fewer
   *  diacritics a text has, the more of its words may change. A word that the corpus doesn't know never does. */
  restore(text: string): string;
}

/** One place of a text: what may stand there. */
interface Place {
  readings: readonly number[];
  /** Logarithm of the chance that each reading is typed as it was. */
  typed: readonly number[];
}

const OTHER_PLACE: Place = { readings: [OTHER], typed: [0] };
const EDGE_PLACE: Place = { readings: [EDGE], typed: [0] };

export function createRestorer(counts: SyllableCounts): Restorer {
  const dictionary = new TermDictionary(counts);
  const chance = bigramModel(counts);
  const syllables = Array.from({ length: dictionary.size }, (_value, i) => dictionary.term(i));
  const byPlain = new Map<string, number[]>();
  syllables.forEach((syllable, i) => {
    const plain = fold(syllable);
    byPlain.set(plain, [...(byPlain.get(plain) ?? []), i + FIRST_SYLLABLE]);
  });
  const syllableOf = (number: number) => syllables[number - FIRST_SYLLABLE]!;

  function placeOf(token: Token, loss: number): Place {
    if (token.kind !== "word") return OTHER_PLACE;
    if (isMarked(token)) {
      const number = dictionary.numberOf(token.text);
      return number < 0 ? OTHER_PLACE : { readings: [number + FIRST_SYLLABLE], typed: [0] };
    }
    const readings = byPlain.get(token.folded);
    if (!readings) return OTHER_PLACE;
    return {
      readings,
      typed: readings.map((number) => (syllableOf(number) === token.folded ? 0 : Math.log(loss))),
    };
  }

  return {
    restore(text) {
      const tokens = tokenize(text);
      const loss = lossOf(tokens);
      const places: Place[] = [];
      const placeOfToken = tokens.map((token, i) => {
        if (i > 0 && isClauseEnd(text, tokens[i - 1]!, token)) places.push(EDGE_PLACE);
        return places.push(placeOf(token, loss)) - 1;
      });
      const chosen = likeliest([...places, EDGE_PLACE], chance);
      let restored = "";
      let copied = 0;
      tokens.forEach((token, i) => {
        const number = chosen[placeOfToken[i]!]!;
        if (token.kind !== "word" || number === OTHER || syllableOf(number) === token.text) return;
        restored +=
          text.slice(copied, token.start) + inCaseOf(text.slice(token.start, token.end), syllableOf(number));
        copied = token.end;
      });
      return restored + text.slice(copied);
    },
  };
}

const isMarked = (token: Token) => token.text !== token.folded;

/** Share of the diacritics that seem to have been left out, from how many are there. */
function lossOf(tokens: readonly Token[]): number {
  const words = tokens.filter((token) => token.kind === "word");
  const expected = MARKED_SHARE * words.length;
  return expected === 0 ? 1 : Math.max(MIN_LOSS, 1 - words.filter(isMarked).length / expected);
}

/** Viterbi: the sequence of readings, from one edge to the other, whose chances multiply to most. */
function likeliest(
  places: readonly Place[],
  chance: (first: number, second: number) => number,
): readonly number[] {
  let before = EDGE_PLACE;
  let scores = [0];
  const origins: number[][] = places.map((place) => {
    const origin: number[] = [];
    scores = place.readings.map((reading, i) => {
      let best = Number.NEGATIVE_INFINITY;
      before.readings.forEach((previous, k) => {
        const score = scores[k]! + Math.log(chance(previous, reading));
        if (score > best) {
          best = score;
          origin[i] = k;
        }
      });
      return best + place.typed[i]!;
    });
    before = place;
    return origin;
  });
  const chosen: number[] = [];
  let at = 0;
  for (let i = places.length - 1; i >= 0; i--) {
    chosen[i] = places[i]!.readings[at]!;
    at = origins[i]![at]!;
  }
  return chosen;
}

/** Chance that `second` follows `first`, never 0. */
function bigramModel({
  rowEnds,
  followers,
  counts,
}: SyllableCounts): (first: number, second: number) => number {
  const size = rowEnds.length;
  const totals = new Float64Array(size);
  /** How many different numbers stand before each. */
  const precursors = new Float64Array(size);
  let at = 0;
  for (let first = 0; first < size; first++) {
    for (; at < rowEnds[first]!; at++) {
      totals[first]! += counts[at]!;
      precursors[followers[at]!]!++;
    }
  }
  const alone = precursors.map((count) => (count + UNSEEN) / (followers.length + UNSEEN * size));
  return (first, second) => {
    const total = totals[first]!;
    if (total === 0) return alone[second]!;
    const start = first === 0 ? 0 : rowEnds[first - 1]!;
    const end = rowEnds[first]!;
    let low = start;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (followers[middle]! < second) low = middle + 1;
      else high = middle;
    }
    const count = low < end && followers[low] === second ? counts[low]! : 0;
    return (Math.max(count - DISCOUNT, 0) + DISCOUNT * (end - start) * alone[second]!) / total;
  };
}

/** "SO" and "sở" → "SỞ", "So" → "Sở". */
function inCaseOf(typed: string, syllable: string): string {
  if (typed.length > 1 && typed === typed.toUpperCase()) return syllable.toUpperCase();
  if (typed[0] === typed[0]!.toUpperCase()) return syllable[0]!.toUpperCase() + syllable.slice(1);
  return syllable;
}
