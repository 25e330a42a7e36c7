/** What a Vietnamese synthesiser stumbles over. */

const SIGNS = /[^\p{L}\p{M}\s.,;:?!()“”"'’‘«»…-]/gu;
const VOWELS = /[aeiouyăâêôơư]/;
const ADDRESS = /https?|www\b|[\p{L}\d]\.(?:vn|com|net|org)\b/giu;

const isWord = (word: string): boolean => {
  const plain = word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return VOWELS.test(plain);
};

/** Digits, slashes, markup, addresses, words in capitals, abbreviations; none when the text can be read. */
export function unspeakable(text: string): string[] {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return [
    ...(text.match(SIGNS) ?? []),
    ...(text.match(ADDRESS) ?? []),
    ...words.filter((word) => /^\p{Lu}{2,}$/u.test(word) || /\p{Ll}\p{Lu}/u.test(word) || !isWord(word)),
  ];
}
