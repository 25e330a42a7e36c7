/** A question in English: whether it is one, and the same in the words of the sources, so that what understands
 *  Vietnamese understands it. The order of words stays: it carries less than the words do. */
import { ENGLISH_MARKERS, ENGLISH_TERMS, VIETNAMESE_MARKERS } from "./english-words.ts";

const ARTICLES: ReadonlySet<string> = new Set(["a", "an", "the"]);
const NEEDLESS = "";
const TERMS = new Map<string, string>();
const FORMS = new Set<string>();
/** Beginnings of phrases of several words, so that a longer one is looked for only where there may be one. */
const BEGINNINGS = new Set<string>();
for (const line of ENGLISH_TERMS.split("\n")) {
  const [phrases = "", words = NEEDLESS] = line.split("=");
  for (const phrase of phrases.split("|")) {
    const parts = withoutArticles(phrase.trim().split(/\s+/));
    const key = parts.join(" ");
    if (key === "") continue;
    if (!TERMS.has(key)) TERMS.set(key, words.trim());
    for (const part of parts) FORMS.add(part);
    for (let i = 1; i <= parts.length; i++) BEGINNINGS.add(parts.slice(0, i).join(" "));
  }
}

/** Articles stand within phrases or not ("register a birth", "birth registration"). */
function withoutArticles(parts: readonly string[]): string[] {
  return parts.length === 1 ? [...parts] : parts.filter((part) => !ARTICLES.has(part));
}
/** Endings in the order in which they are tried, with what stands there in the plain form. */
const ENDINGS: readonly (readonly [ending: string, ...instead: string[]])[] = [
  ["ies", "y"],
  ["es", "e", ""],
  ["s", ""],
  ["'s", ""],
  ["s'", "", "s"],
  ["ing", "", "e"],
  ["ied", "y"],
  ["ed", "e", ""],
  ["d", ""],
];
const SHORTEST_STEM = 3;

/** The word as the terms have it; itself when they don't. */
function plainForm(word: string): string {
  if (FORMS.has(word)) return word;
  for (const [ending, ...instead] of ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < SHORTEST_STEM) continue;
    const stem = word.slice(0, -ending.length);
    const form = instead.map((end) => stem + end).find((candidate) => FORMS.has(candidate));
    if (form) return form;
    const last = stem.at(-1);
    if (last === stem.at(-2) && FORMS.has(stem.slice(0, -1))) return stem.slice(0, -1);
  }
  return word;
}

interface Word {
  typed: string;
  from: number;
  to: number;
  /** Undefined for numbers, codes, labels and Vietnamese words, which stay as they are. */
  plain: string | undefined;
  isCode: boolean;
}

const WORD = /[\p{L}\p{M}\d]+(?:['’-][\p{L}\p{M}\d]+)*/gu;
const ENGLISH_LETTERS = /^[a-z][a-z6'-]*$/i;
/** "Group I" is none of "I". */
const NUMBERED = /(?:group|section|part) $/i;
const LONGEST_NUMBERED = 8;
const LABEL = /^(?:[ivx]+|2704)$/i;

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => {
    const typed = match[0];
    const from = match.index;
    const to = from + typed.length;
    const beside = `${text.slice(Math.max(0, from - 1), from)}${text.slice(to, to + 2)}`;
    // "2704/QĐ-UBND", "V.9": a part of a code.
    const isCode =
      beside.includes("/") ||
      /^.?\.[\d]/.test(beside) ||
      (LABEL.test(typed) &&
        (typed.toLowerCase() !== "i" ||
          NUMBERED.test(text.slice(Math.max(0, from - LONGEST_NUMBERED), from))));
    const isEnglish = !isCode && ENGLISH_LETTERS.test(typed);
    return {
      typed,
      from,
      to,
      isCode,
      plain: isEnglish ? plainForm(typed.toLowerCase().replaceAll("’", "'")) : undefined,
    };
  });
}

/** What is quoted is somebody else's: "“Đăng ký khai sinh”: which papers?". */
const QUOTED = /“[^“”]*”|"[^"]*"/gu;
const ACCENTED = /[^\p{ASCII}'’]/u;
/** Of the words that are neither names nor accented so many must be known as English. */
const KNOWN_SHARE = 0.5;
const FEWEST = 2;

/** A sentence of which the whole is English; English words in a Vietnamese one ("deadline task của Sở Y tế") make none.
 *  @param isExpected  Its conversation is in English: then nothing must speak against it. */
export function isEnglish(text: string, isExpected = false): boolean {
  const words = wordsOf(text.replace(QUOTED, " "));
  const said = words.map(({ typed }) => typed.toLowerCase().normalize("NFC").replaceAll("’", "'"));
  const accented = said.filter((word) => ACCENTED.test(word));
  const isNamed = (word: string) => accented.length > 0 && NAME_WORDS.has(word);
  if (said.some((word) => VIETNAMESE_MARKERS.has(word) && !isNamed(word))) return false;
  // Names stand in capitals: of words that are known as nothing only those count.
  const counted = words.filter(
    ({ typed, plain }) => plain !== undefined && (isKnown(plain) || !/^\p{Lu}/u.test(typed)),
  );
  const known = counted.filter(({ plain }) => isKnown(plain!)).length;
  const markers = said.filter((word) => ENGLISH_MARKERS.has(word)).length;
  if (known === 0 || known < counted.length * KNOWN_SHARE) return false;
  return isExpected || (markers > 0 && known >= FEWEST && accented.length <= 2 * known + 2);
}

const isKnown = (word: string): boolean => FORMS.has(word) || ENGLISH_MARKERS.has(word);
/** Agencies' names have these: "Sở Lao động", "làm việc" aside. */
const NAME_WORDS: ReadonlySet<string> = new Set(["và", "các", "vụ", "chủ", "cho", "cần"]);

/** Says nothing of its language: a number, a label, a code. */
export const isWordless = (text: string): boolean =>
  wordsOf(text).every(({ typed, plain, isCode }) => isCode || (plain === undefined && !ACCENTED.test(typed)));

const CONTRACTED = /\b(who|what|where|when|how|that|there|here)['’]s\b/gi;
const YEAR = /^(?:19|20)\d\d$/;
/** Before a bare year these say that one is meant. */
const BEFORE_YEAR = new Set([
  "in",
  "by",
  "of",
  "after",
  "before",
  "until",
  "till",
  "since",
  "during",
  "year",
  "for",
  "from",
  "to",
]);
const LONGEST_PHRASE = 9;

/** The question with its terms in the words of the sources; names, codes and words that no term has stay. */
export function inWordsOfSources(typed: string): string {
  const text = typed.replace(CONTRACTED, "$1 is");
  const words = wordsOf(text);
  let result = "";
  let copied = 0;
  for (let i = 0; i < words.length; ) {
    const word = words[i]!;
    const between = text.slice(copied, word.from);
    const found = word.plain === undefined ? undefined : longestFrom(text, words, i);
    if (found) {
      result += between + found.replacement;
      copied = words[found.end - 1]!.to;
      i = found.end;
      continue;
    }
    const previous = words[i - 1]?.typed.toLowerCase();
    const isYear = YEAR.test(word.typed) && previous !== undefined && BEFORE_YEAR.has(previous);
    result += between + (isYear ? `năm ${word.typed}` : word.typed);
    copied = word.to;
    i++;
  }
  return (result + text.slice(copied))
    .replace(/\s{2,}/g, " ")
    .replace(/ (?=[?.!,;])/g, "")
    .trim();
}

/** The longest term that begins there; articles within it don't count, marks end it. */
function longestFrom(
  text: string,
  words: readonly Word[],
  start: number,
): { replacement: string; end: number } | undefined {
  let key = "";
  let best: { replacement: string; end: number } | undefined;
  for (let i = start; i < words.length && i < start + LONGEST_PHRASE; i++) {
    const { plain, from } = words[i]!;
    if (plain === undefined) break;
    if (i > start && /[.?!;:]/.test(text.slice(words[i - 1]!.to, from))) break;
    if (ARTICLES.has(plain) && i > start) continue;
    key = key === "" ? plain : `${key} ${plain}`;
    if (!BEGINNINGS.has(key)) break;
    const replacement = TERMS.get(key);
    if (replacement !== undefined) best = { replacement, end: i + 1 };
  }
  return best;
}
