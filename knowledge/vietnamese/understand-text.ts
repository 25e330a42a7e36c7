/** From what was typed or heard to tokens in the spelling of the sources. */
import { tailOf } from "../text-scan.ts";
import { ABBREVIATIONS } from "./abbreviations.ts";
import { undoKeyboard } from "./keyboard.ts";
import { fold, normalizeText } from "./normalize.ts";
import { spokenToDigits } from "./numbers.ts";
import { lastMeant } from "./self-correction.ts";
import type { Speller } from "./spelling.ts";
import { spelledLetters } from "./spoken-letters.ts";
import { type Token, tokenize } from "./tokens.ts";

interface Abbreviation {
  words: string[];
  replacement: string;
}

/** By first word, longer ones first. */
const BY_FIRST = new Map<string, Abbreviation[]>();
for (const [typed, replacement] of ABBREVIATIONS) {
  const words = typed.split(" ");
  BY_FIRST.set(words[0]!, [...(BY_FIRST.get(words[0]!) ?? []), { words, replacement }]);
}
for (const list of BY_FIRST.values()) list.sort((a, b) => b.words.length - a.words.length);

/** "Sở NV", "phòng GT": these letters after these words are an agency's, which the registry knows. */
const AGENCY_HEADS = new Set("sở phòng bộ cục so phong bo cuc".split(" "));
const AGENCY_LETTERS = new Set(["nv", "gt", "đt"]);
/** "nhóm v", "điểm k": after these words a lone letter is a name; a v that begins the text is one too. Folded. */
const NAMED_V = new Set(["", ..."nhom muc phan vu luc chuong so".split(" ")]);
const NAMED_BY_LETTER = new Set("diem hang mau bang an loai khu lo to khoi chu".split(" "));
/** Of the words before a short one only so many characters matter. */
const LONGEST_HEAD = 12;
/** Units and quantities after a figure: "5 kg", "50 k". */
const UNITS = new Set(["kg", "k", "m"]);

/** The question in the spelling of the sources, and its tokens, whose offsets are those of `normalized`.
 *  Of a correction the last is taken; keyboard residue, abbreviations, spelled letters and spoken numbers are undone;
 *  with a speller, typing errors too. */
export function understandText(raw: string, speller?: Speller): { normalized: string; tokens: Token[] } {
  const typed = expandAbbreviations(undoKeyboard(lastMeant(normalizeText(raw))));
  const text = asPeriod(spokenToDigits(spelledLetters(typed)));
  const normalized = speller ? correctSpelling(splitJoined(text, speller), speller) : text;
  return { normalized, tokens: tokenize(normalized) };
}

/** "từ năm 2023 đến năm 2025" is printed "2023-2025". */
const asPeriod = (text: string): string =>
  text.replace(
    /(?:(?:từ|tu)\s+)?(?:năm|nam)\s+(20\d\d)\s+(?:đến|tới|den|toi)\s+(?:hết\s+|het\s+)?(?:(?:năm|nam)\s+)?(20\d\d)(?!\d)/giu,
    "$1-$2",
  );

/** Expects normalised text. A text wholly without diacritics stays so: its reader then forgives missing ones. */
export function expandAbbreviations(text: string): string {
  const words = [...text.matchAll(/[\p{L}\p{M}\d&]+|%/gu)];
  const plain = text.toLowerCase() === fold(text);
  let result = "";
  let copied = 0;
  for (let i = 0; i < words.length; ) {
    const match = matchAt(words, i);
    if (!match || isCode(text, words, i, match)) {
      i++;
      continue;
    }
    const last = words[i + match.words.length - 1]!;
    result += text.slice(copied, words[i]!.index) + (plain ? fold(match.replacement) : match.replacement);
    copied = last.index + last[0].length;
    i += match.words.length;
  }
  return result + text.slice(copied);
}

function matchAt(words: RegExpExecArray[], i: number): Abbreviation | undefined {
  return BY_FIRST.get(words[i]![0].toLowerCase())?.find((row) =>
    row.words.every((word, k) => words[i + k]?.[0].toLowerCase() === word),
  );
}

/** Part of a document number ("QĐ-UBND"), of an agency's name ("Sở NV"), a label ("V", "v.9") or a unit ("5 kg"). */
function isCode(text: string, words: RegExpExecArray[], i: number, { words: typed }: Abbreviation): boolean {
  const word = words[i]!;
  const end = word.index + word[0].length;
  const before = text.slice(0, word.index);
  const after = text.slice(end);
  if (/[\d/]$|\p{L}-$/u.test(before.slice(-3)) || /^[-/]\p{L}/u.test(after)) return true;
  if (typed.length > 1) return false;
  const short = typed[0]!;
  const previous = wordAtEnd(before.slice(-LONGEST_HEAD)).toLowerCase();
  if (AGENCY_LETTERS.has(short) && AGENCY_HEADS.has(previous)) return true;
  // "50 k" is a sum, "hạn 2023 k" asks.
  if (UNITS.has(short) && /^[\d.,]+$/.test(previous) && !/^(19|20)\d\d$/.test(previous)) return true;
  if (short.length > 1) return false;
  // No list counts with j: "mẫu j" asks.
  if (short === "j") return false;
  const names = short === "v" ? NAMED_V : NAMED_BY_LETTER;
  return word[0] !== short || names.has(fold(previous)) || /^\s*(?:\.\s*)?\d/.test(after);
}

/** Empty where no space stands behind it. */
const wordAtEnd = (text: string): string => (/\s$/.test(text) ? tailOf(text.trimEnd(), /\S/) : "");

/** "tổngđài hànhchínhcông": words typed without a space between. */
function splitJoined(text: string, speller: Speller): string {
  return text.replace(/\p{L}{5,}/gu, (word) => speller.split(word.toLowerCase())?.join(" ") ?? word);
}

/** Numbers, codes, words in capitals and names in the middle of a sentence ("xã Long Sơn") stay. */
function correctSpelling(text: string, speller: Speller): string {
  const tokens = tokenize(text);
  const shouted = text === text.toUpperCase();
  const unaccented = tokens.every((token) => token.text === token.folded);
  let result = "";
  let copied = 0;
  tokens.forEach((token, i) => {
    if (token.kind !== "word" || !/^\p{L}+$/u.test(token.text)) return;
    const typed = text.slice(token.start, token.end);
    if (!shouted && (typed === typed.toUpperCase() || isName(text, token.start))) return;
    const [before, after] = [tokens[i - 1]?.folded, tokens[i + 1]?.folded];
    const isAccented = token.text !== token.folded;
    const written = unaccented ? undefined : speller.asWritten(token, tokens[i - 1], tokens[i + 1]);
    if (written !== undefined) {
      result += text.slice(copied, token.start) + written;
      copied = token.end;
      return;
    }
    const corrected = speller.correct(token.folded, before, after, isAccented);
    if (corrected === token.folded) return;
    result += text.slice(copied, token.start) + corrected;
    copied = token.end;
  });
  return result + text.slice(copied);
}

/** Capital after a small letter and a space. */
const isName = (text: string, start: number): boolean =>
  /\p{Lu}/u.test(text[start]!) && /\p{Ll}[,;]? $/u.test(text.slice(Math.max(0, start - 3), start));
