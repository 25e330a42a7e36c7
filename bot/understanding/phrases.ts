import { type Token, tokenize } from "../../knowledge/vietnamese/tokens.ts";

/** Where a phrase stands: token indexes, end exclusive. */
export interface Span {
  from: number;
  to: number;
}

export interface PhraseMatch<T> extends Span {
  value: T;
  /** The phrase as written in the table. */
  phrase: string;
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const withoutTone = (word: string) => word.normalize("NFD").replace(TONES, "").normalize("NFC");
const isPlain = (token: Token) => token.text === token.folded;

/** Does a typed word agree with a written one? 2: to the letter; 1: apart from the tone, or typed without
 *  diacritics; 0: it says something else ("sổ" for "sở" counts as a tone, "so" as not typed). */
function agreement(typed: Token, written: Token, inLong: boolean): 0 | 1 | 2 {
  if (typed.text === written.text) return 2;
  if (typed.folded !== written.folded) return 0;
  if (isPlain(typed) || inLong || withoutTone(typed.text) === withoutTone(written.text)) return 1;
  return 0;
}

/** In a phrase of so many words one with other vowel marks is forgiven too ("Sở Giao thông vặn tải"). */
const LONG_PHRASE = 4;

/** Is this, in a text with diacritics, a word as it is written somewhere? "cho" is one and so is not "chỗ". */
export type IsForm = (word: string) => boolean;

/** Finds table phrases in a question, with and without diacritics.
 *  Missing diacritics are forgiven where the text has none, or where the bare word is not a word itself. A wrong tone
 *  is forgiven inside a longer phrase; a lone word must agree to the letter in a text with diacritics. */
export class PhraseIndex<T> {
  readonly #byFirstWord = new Map<string, { words: Token[]; value: T; phrase: string }[]>();

  add(phrase: string, value: T): void {
    const words = tokenize(phrase);
    const first = words[0];
    if (!first) throw new RangeError(`empty phrase: "${phrase}"`);
    const list = this.#byFirstWord.get(first.folded) ?? [];
    list.push({ words, value, phrase });
    this.#byFirstWord.set(first.folded, list);
  }

  /** All matches, overlapping ones too, in order of position, longer first. */
  find(tokens: Token[], isForm: IsForm = () => false): PhraseMatch<T>[] {
    const unaccented = tokens.every(isPlain);
    const matches: PhraseMatch<T>[] = [];
    tokens.forEach((token, from) => {
      const found: PhraseMatch<T>[] = [];
      for (const { words, value, phrase } of this.#byFirstWord.get(token.folded) ?? []) {
        if (this.#matchesAt(tokens, from, words, unaccented ? undefined : isForm)) {
          found.push({ from, to: from + words.length, value, phrase });
        }
      }
      matches.push(...found.sort((a, b) => b.to - a.to));
    });
    return matches;
  }

  /** `isForm` is undefined for a text without diacritics. */
  #matchesAt(tokens: Token[], from: number, words: Token[], isForm: IsForm | undefined): boolean {
    if (from + words.length > tokens.length) return false;
    let wrong = 0;
    let bare = 0;
    let missing = 0;
    for (let i = 0; i < words.length; i++) {
      const typed = tokens[from + i]!;
      const level = agreement(typed, words[i]!, words.length >= LONG_PHRASE);
      if (level === 0) return false;
      if (level === 2 || !isForm) continue;
      if (!isPlain(typed)) wrong++;
      else if (isForm(typed.text)) bare++;
      else missing++;
    }
    if (words.length === 1) return wrong + bare + missing === 0;
    // "so sanh": a bare word that could stand for itself is believed beside one that can't.
    return wrong <= words.length / 2 && bare <= Math.max(missing, Math.floor((words.length - 1) / 2));
  }
}

/** Keeps the longest of overlapping matches, the earlier one of equals. */
export function longestOnly<T>(matches: PhraseMatch<T>[]): PhraseMatch<T>[] {
  const kept: PhraseMatch<T>[] = [];
  const byLength = [...matches].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  for (const match of byLength) {
    if (!kept.some((other) => match.from < other.to && other.from < match.to)) kept.push(match);
  }
  return kept.sort((a, b) => a.from - b.from);
}

export const foldedWords = (text: string): string[] => tokenize(text).map((token) => token.folded);
