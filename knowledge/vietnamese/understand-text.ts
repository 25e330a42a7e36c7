/** From what was typed or heard to tokens in the spelling of the sources. */
import { ABBREVIATIONS } from "./abbreviations.ts";
import { undoKeyboard } from "./keyboard.ts";
import { fold, normalizeText } from "./normalize.ts";
import { spokenToDigits } from "./numbers.ts";
import type { Speller } from "./spelling.ts";
import { type Token, tokenize } from "./tokens.ts";

const BY_FIRST = new Map<string, { words: string[]; replacement: string }[]>();
for (const [typed, replacement] of ABBREVIATIONS) {
  const words = typed.toLowerCase().split(" ");
  BY_FIRST.set(words[0]!, [...(BY_FIRST.get(words[0]!) ?? []), { words, replacement }]);
}
for (const list of BY_FIRST.values()) list.sort((a, b) => b.words.length - a.words.length);

/** Offsets of the tokens are those of `normalized`. */
export function understandText(raw: string, speller?: Speller): { normalized: string; tokens: Token[] } {
  const typed = expandAbbreviations(undoKeyboard(normalizeText(raw)));
  const text = spokenToDigits(typed);
  const normalized = speller ? correctSpelling(text, speller) : text;
  return { normalized, tokens: tokenize(normalized) };
}

/** Capitals beside a number ("TT 22/2023") belong to a code and stay. */
export function expandAbbreviations(text: string): string {
  const words = [...text.matchAll(/[\p{L}\p{M}\d&]+|%/gu)];
  let result = "";
  let copied = 0;
  for (let i = 0; i < words.length; ) {
    const match = (BY_FIRST.get(words[i]![0].toLowerCase()) ?? []).find((row) => row.words.every((word, k) => words[i + k]?.[0].toLowerCase() === word));
    const start = words[i]!.index;
    if (!match || isCode(text, words[i]!)) {
      i++;
      continue;
    }
    const last = words[i + match.words.length - 1]!;
    result += text.slice(copied, start) + match.replacement;
    copied = last.index + last[0].length;
    i += match.words.length;
  }
  return result + text.slice(copied);
}

/** Part of a document number ("QĐ-UBND"), or a label such as "V" or "v.9". */
function isCode(text: string, word: RegExpExecArray): boolean {
  const before = text[word.index - 1] ?? " ";
  const after = text.slice(word.index + word[0].length, word.index + word[0].length + 2);
  if (/[\d/]/.test(before) || /^[-/]\p{L}/u.test(after) || (before === "-" && /[\p{L}]/u.test(text[word.index - 2] ?? ""))) return true;
  if (!/^[vhkbrzj]$/i.test(word[0])) return false;
  const previous = fold(text.slice(0, word.index)).trim();
  return word[0] === word[0].toUpperCase() || /^[.\s]*\d/.test(text.slice(word.index + 1)) || /(?:nhom|muc|phan|vu|luc|so)$/.test(previous);
}

function correctSpelling(text: string, speller: Speller): string {
  const tokens = tokenize(text);
  let result = "";
  let copied = 0;
  tokens.forEach((token, i) => {
    if (token.kind !== "word" || /\d|&/.test(token.text)) return;
    const raw = text.slice(token.start, token.end);
    if (raw.length > 1 && raw === raw.toUpperCase() && text !== text.toUpperCase()) return;
    const corrected = speller.correct(token.folded, tokens[i - 1]?.folded, tokens[i + 1]?.folded);
    if (corrected === token.folded) return;
    result += text.slice(copied, token.start) + corrected;
    copied = token.end;
  });
  return result + text.slice(copied);
}
