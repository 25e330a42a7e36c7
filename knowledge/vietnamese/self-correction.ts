/** "Sở Y tế, à không, Sở Tài chính chủ trì việc gì": who corrects himself means the last. */
import { fold } from "./normalize.ts";
import { spokenToDigits } from "./numbers.ts";

/** Takes back what was said. Only with its diacritics: "a khong" may be anything. */
const TAKES_BACK =
  "à không phải|à không|à nhầm|à quên|à lộn|ý quên|ủa không|ủa nhầm|nói nhầm|nói lộn|nhầm rồi|lộn rồi|xin lỗi nhầm";
/** Says it in other words. */
const SAYS_AGAIN = "ý là|ý tôi là|ý tui là|ý em là|ý mình là|ý con là|đúng hơn là|nói lại là|tức là";
const MARK = new RegExp(
  `(?<![\\s,.;…-])[\\s,.;…-]+(?:(${TAKES_BACK})|(?:${SAYS_AGAIN}))(?![\\p{L}\\p{M}])[\\s,.;…:-]*`,
  "giu",
);
/** So long a correction is a question of its own. */
const OWN_QUESTION = 3;

/** Expects normalised text. A text without a correction comes back as it is. */
export function lastMeant(text: string): string {
  const marks = [...text.matchAll(MARK)];
  return marks.reduce(
    (said, mark, i) => {
      const from = mark.index + mark[0].length;
      const correction = text.slice(from, marks[i + 1]?.index ?? text.length);
      return corrected(said, correction, mark[1] !== undefined) ?? said + mark[0] + correction;
    },
    text.slice(0, marks[0]?.index ?? text.length),
  );
}

/** Undefined when it is no correction after all. */
function corrected(before: string, correction: string, takesBack: boolean): string | undefined {
  const said = wordsOf(spokenToDigits(before));
  const meant = wordsOf(spokenToDigits(correction));
  const [first] = meant;
  const isNumber = first !== undefined && /\d/.test(first);
  // "… à không?" asks; one word more is no correction either, unless it is a number.
  if (said.length === 0 || first === undefined || (meant.length < 2 && !isNumber)) return undefined;
  if (isNumber) {
    const number = said.findLastIndex((word) => /\d/.test(word));
    if (number >= 0) return [...said.slice(0, number), ...meant, ...said.slice(number + 1)].join(" ");
  }
  // Who starts again does so with a word that stood there already.
  const again = said.findLastIndex((word) => fold(word) === fold(first));
  if (again >= 0) return [...said.slice(0, again), ...meant].join(" ");
  if (!takesBack) return [...said, ...meant].join(" ");
  if (meant.length > OWN_QUESTION) return meant.join(" ");
  return [...said.slice(0, Math.max(0, said.length - meant.length)), ...meant].join(" ");
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");
