/** Words of a question that a text holds: as written where they were typed with diacritics, apart from them elsewhere. */
import { type Token, tokenize } from "../../knowledge/vietnamese/tokens.ts";

const isTypedPlain = ({ text, folded }: Token): boolean => text === folded;

const known = new Map<string, HeldWords>();
const MOST_KNOWN = 2000;

export class HeldWords {
  readonly #written: ReadonlySet<string>;
  readonly #folded: ReadonlySet<string>;
  /** Pairs of neighbours, as written and folded. */
  readonly #pairs: ReadonlySet<string>;

  constructor(text: string) {
    const tokens = tokenize(text);
    this.#written = new Set(tokens.map(({ text }) => text));
    this.#folded = new Set(tokens.map(({ folded }) => folded));
    this.#pairs = new Set(
      tokens
        .slice(1)
        .flatMap((token, i) => [`${tokens[i]!.text} ${token.text}`, `${tokens[i]!.folded} ${token.folded}`]),
    );
  }

  /** The same for the same text, of which records have only so many. */
  static of(text: string): HeldWords {
    const held = known.get(text) ?? new HeldWords(text);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, held);
    return held;
  }

  /** Of the words those that the text holds, 0 to 1; 1 without words. */
  share(words: readonly Token[]): number {
    if (words.length === 0) return 1;
    const isHeld = (word: Token) =>
      isTypedPlain(word) ? this.#folded.has(word.folded) : this.#written.has(word.text);
    return words.filter(isHeld).length / words.length;
  }

  /** The same of neighbours: "giá vàng" is not held by "đánh giá" and "màu vàng". A lone word is held as a word. */
  pairs(words: readonly Token[]): number {
    if (words.length < 2) return this.share(words);
    const isPlain = words.every(isTypedPlain);
    const form = (word: Token) => (isPlain ? word.folded : word.text);
    const held = words.slice(1).filter((word, i) => this.#pairs.has(`${form(words[i]!)} ${form(word)}`));
    return held.length / (words.length - 1);
  }
}
