/** Words of a question that a text holds: as written where they were typed with diacritics, apart from them elsewhere. */
import { type Token, tokenize } from "../../knowledge/vietnamese/tokens.ts";

interface Held {
  written: ReadonlySet<string>;
  folded: ReadonlySet<string>;
  /** Pairs of neighbours, as written and folded. */
  pairs: ReadonlySet<string>;
}

function wordsOf(text: string): Held {
  const tokens = tokenize(text);
  const pairs = tokens
    .slice(1)
    .flatMap((token, i) => [`${tokens[i]!.text} ${token.text}`, `${tokens[i]!.folded} ${token.folded}`]);
  return {
    written: new Set(tokens.map(({ text }) => text)),
    folded: new Set(tokens.map(({ folded }) => folded)),
    pairs: new Set(pairs),
  };
}

const isTypedPlain = ({ text, folded }: Token): boolean => text === folded;
const isHeld = (word: Token, { written, folded }: Held): boolean =>
  isTypedPlain(word) ? folded.has(word.folded) : written.has(word.text);

/** 0 to 1; 1 without words. */
export function shareHeld(words: readonly Token[], text: string): number {
  if (words.length === 0) return 1;
  const held = wordsOf(text);
  return words.filter((word) => isHeld(word, held)).length / words.length;
}

/** The same of neighbours: "giá vàng" is not held by "đánh giá" and "màu vàng". A lone word is held as a word. */
export function pairsHeld(words: readonly Token[], text: string): number {
  if (words.length < 2) return shareHeld(words, text);
  const { pairs } = wordsOf(text);
  const isPlain = words.every(isTypedPlain);
  const form = (word: Token) => (isPlain ? word.folded : word.text);
  const held = words.slice(1).filter((word, i) => pairs.has(`${form(words[i]!)} ${form(word)}`));
  return held.length / (words.length - 1);
}
