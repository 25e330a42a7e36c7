/** Patterns whose time grows with the square of the text, on texts that a constant keeps short. Nothing else may stand
 *  here: a third power, and a text of any length, are mended instead. */
import { MAX_CHARACTERS } from "../../../bot/language-model/text-lock.ts";
import { LONGEST_COMMAND } from "../../../channels/voice/commands.ts";
import type { Pattern } from "./collect.ts";

export interface Bounded {
  /** The file that the pattern stands in, and how its source begins. */
  file: string;
  begins: string;
  /** UTF-16 units of the longest text that it is tried on. */
  longest: number;
  reason: string;
}

export const BOUNDED: readonly Bounded[] = [
  {
    file: "bot/language-model/text-lock.ts",
    begins: "⟦([^⟧]*)⟧",
    longest: MAX_CHARACTERS,
    reason:
      "a token that opens inside another is told from a plain one; what a model says is cut to this length before it is looked at",
  },
  {
    file: "channels/voice/commands.ts",
    begins: "^(?:(?:dạ|vâng|ừ|ờ|ạ|rồi|em|anh|chị|cứ|thì) )*(?:dạ|vâng|ừ|ờ|ok|ô kê|có",
    longest: LONGEST_COMMAND,
    reason: "courtesies stand before, after and for the yes itself; a longer utterance is no plain answer",
  },
];

/** Above this even the square is felt. */
export const LONGEST_BOUNDED = 2000;

export const isBounded = ({ site, source }: Pattern): boolean =>
  BOUNDED.some(({ file, begins }) => site.startsWith(`${file}:`) && source.startsWith(begins));
