/** Whether a text is Vietnamese, written with its diacritics. */
import { isVietnameseSyllable } from "../../knowledge/vietnamese/syllables.ts";
import { TOKEN } from "./lock-words.ts";

const VIETNAMESE_SYLLABLES = 0.8;
const MARKED_SYLLABLES = 0.35;
/** In fewer words diacritics are a matter of chance. */
const FEWEST_WORDS = 4;
const OTHER_SCRIPTS = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;

/** `text` may hold tokens of figures. */
export function isInVietnamese(text: string): boolean {
  const plain = text.replace(TOKEN, " ");
  if (OTHER_SCRIPTS.test(plain)) return false;
  const words = plain.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length === 0) return true;
  const syllables = words.filter((word) => isVietnameseSyllable(word)).length;
  const isTooShort = words.length < FEWEST_WORDS;
  const marked = words.filter((word) => /[^\p{ASCII}]/u.test(word)).length;
  return (
    syllables >= VIETNAMESE_SYLLABLES * words.length &&
    (isTooShort || marked >= MARKED_SYLLABLES * words.length)
  );
}
