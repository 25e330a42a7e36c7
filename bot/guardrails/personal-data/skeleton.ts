/** A text reduced to what numbers are made of, so that a number has one form whether it is typed, grouped, spelled out
 *  or mixed: "không chín 03, một hai ba" → "0 9 03,1 2 3". Every character knows the place in the text it stands for. */
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import type { Token } from "../../../knowledge/vietnamese/tokens.ts";
import { type Piece, said } from "./spoken.ts";

/** Digits; capital letters (typed beside digits, or said by their names); the separators " .,-/_():+"; and for words
 *  d ngày, mùng; m tháng; y năm before a year; g giêng, chạp; k nghìn; w any other word; | the end of a phrase. */
export interface Skeleton {
  text: string;
  /** Of each character, in the text; end exclusive. */
  starts: number[];
  ends: number[];
  /** Of each character: it was said and not typed. */
  spoken: boolean[];
  words: Token[];
}

const PIECE = /(\d+)|([\p{L}\p{M}]+)|[^\d\p{L}\p{M}]/gu;

type Forms = Pick<Token, "text" | "folded">;
const met = new Map<string, Forms>();
const MOST_MET = 10_000;
function formsOf(word: string): Forms {
  const known = met.get(word);
  if (known) return known;
  const text = word.toLowerCase();
  const forms = { text, folded: fold(text) };
  if (met.size >= MOST_MET) met.clear();
  met.set(word, forms);
  return forms;
}

/** Expects normalised text. */
export function readSkeleton(text: string): Skeleton {
  const words: Token[] = [];
  const pieces: Piece[] = [];
  let tight = false;
  for (const match of text.matchAll(PIECE)) {
    const [value, digits, letters] = match;
    if (value === " ") {
      tight = false;
      continue;
    }
    const start = match.index;
    const end = start + value.length;
    const isDigit = digits !== undefined;
    const isWord = letters !== undefined;
    let lower = value;
    if (isWord) {
      const forms = formsOf(value);
      lower = forms.text;
      words.push({ text: forms.text, folded: forms.folded, start, end, kind: "word" });
    } else if (isDigit) words.push({ text: value, folded: value, start, end, kind: "number" });
    pieces.push({
      kind: isDigit ? "digits" : isWord ? "word" : "sign",
      text: value,
      lower,
      start,
      end,
      tight,
    });
    tight = true;
  }
  return write(pieces, words);
}

function write(pieces: readonly Piece[], words: Token[]): Skeleton {
  const skeleton: Skeleton = { text: "", starts: [], ends: [], spoken: [], words };
  const chars: string[] = [];
  let joined = true;
  const add = (char: string, start: number, end: number, spoken: boolean) => {
    chars.push(char);
    skeleton.starts.push(start);
    skeleton.ends.push(end);
    skeleton.spoken.push(spoken);
  };
  for (let i = 0; i < pieces.length; ) {
    const piece = pieces[i]!;
    const sign = said(pieces, i, chars.at(-1));
    if (!piece.tight && !joined && !sign.joins && chars.at(-1) !== " ") {
      const between = pieces[i - 1]!.end;
      add(" ", between, between, false);
    }
    joined = sign.joins;
    if (piece.kind === "digits") {
      for (let k = 0; k < piece.text.length; k++)
        add(piece.text[k]!, piece.start + k, piece.start + k + 1, false);
    } else {
      const end = pieces[i + sign.pieces - 1]!.end;
      for (const char of sign.chars) add(char, piece.start, end, piece.kind === "word");
    }
    i += sign.pieces;
  }
  skeleton.text = chars.join("");
  return skeleton;
}

/** Index of the first of ascending offsets that is not before another. */
export function firstFrom(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
