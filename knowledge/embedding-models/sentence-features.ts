/** What a text is for the sentence model: its distinct tokens and pairs of neighbours, and what each of them has in
 *  common with its other spellings. Training and use read texts by this file alone. */
import { BREAK, type CorpusToken } from "../token-corpus.ts";

/** Letters of a gram ("<tr", "tru", …): a word with a typo in it keeps most of them. */
const GRAM = 3;

/** Names of the features of a token: as written, without diacritics, and for words the grams of the latter. A gram
 *  that stands there twice is named once. */
export function featuresOfToken({ text, folded, kind }: CorpusToken): string[] {
  const features = [text, `~${folded}`];
  if (kind !== "word") return features;
  const framed = `<${folded}>`;
  const grams = new Set<string>();
  for (let i = 0; i + GRAM <= framed.length; i++) grams.add(`#${framed.slice(i, i + GRAM)}`);
  return [...features, ...grams];
}

export const featuresOfPair = (first: CorpusToken, second: CorpusToken): string[] => [
  `${first.text}_${second.text}`,
  `~${first.folded}_${second.folded}`,
];

/** Calls for each token and each pair of neighbours of a text; no pair reaches over a break. */
export function visitUnits(
  text: Uint32Array,
  token: (number: number) => void,
  pair: (first: number, second: number) => void,
): void {
  let before = BREAK;
  for (const number of text) {
    if (number !== BREAK) {
      token(number);
      if (before !== BREAK) pair(before, number);
    }
    before = number;
  }
}

/** What a unit that stands `count` times in a text counts for. */
export const weightOf = (count: number): number => 1 + Math.log(count);

/** Words of a window, and how far the next one begins: two thirds of it. */
const WINDOW = { words: 90, step: 60 } as const;

/** A long text in parts that overlap: the mean of many words is near to everything and to nothing. */
export function windowsOf(text: string): string[] {
  const starts = Array.from(text.matchAll(/\S+/g), ({ index }) => index);
  if (starts.length <= WINDOW.words) return [text];
  const windows: string[] = [];
  for (let from = 0; ; from += WINDOW.step) {
    const to = from + WINDOW.words;
    windows.push(text.slice(starts[from], to < starts.length ? starts[to] : undefined).trimEnd());
    if (to >= starts.length) return windows;
  }
}

/** 32 bits of a feature's name (FNV-1a over its UTF-16 units, with a final mix as in MurmurHash3): the model keeps
 *  these in place of the names. */
export function hashOfFeature(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    hash ^= name.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  return hash >>> 0;
}

/** Of a hash among ascending ones; −1 when it is none of them. */
export function placeOf(ascending: Uint32Array, hash: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < hash) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === hash ? low : -1;
}
