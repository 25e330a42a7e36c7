/** What a pattern would do in time that grows with the square of a hostile text, done in one pass. */

/** The longest end of the text that holds only such letters.
 *  @param letters  A class of single UTF-16 units, such as /[\s.;]/; without flags. */
export function tailOf(text: string, letters: RegExp): string {
  let from = text.length;
  while (from > 0 && letters.test(text.charAt(from - 1))) from--;
  return text.slice(from);
}

/** The text without that end. */
export const withoutTail = (text: string, letters: RegExp): string =>
  text.slice(0, text.length - tailOf(text, letters).length);

/** Does `then` match behind the first place where `first` does? As /first.*then/s, with both sides looked for once. */
export function inOrder(text: string, first: RegExp, then: RegExp): boolean {
  const found = first.exec(text);
  return found !== null && then.test(text.slice(found.index + found[0].length));
}

const LETTER_BEFORE = /[\p{L}\p{M}]$/u;
const LETTER_AFTER = /^[\p{L}\p{M}]/u;
/** So many units hold the letter or mark beside a place. */
const ONE_LETTER = 2;

/** Do the words stand in the text as whole words? Case and accents count. */
export function hasWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    const isPart =
      LETTER_BEFORE.test(text.slice(Math.max(0, at - ONE_LETTER), at)) ||
      LETTER_AFTER.test(text.slice(end, end + ONE_LETTER));
    if (!isPart) return true;
  }
  return false;
}
