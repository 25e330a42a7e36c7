import { type Token, tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { expandPatterns, splitPatterns } from "./patterns.ts";

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
const toneless = new Map<string, string>();
const MOST_REMEMBERED = 20_000;
/** A language has few words, and each is met often. */
function withoutTone(word: string): string {
  const known = toneless.get(word);
  if (known !== undefined) return known;
  if (toneless.size >= MOST_REMEMBERED) toneless.clear();
  const plain = word.normalize("NFD").replace(TONES, "").normalize("NFC");
  toneless.set(word, plain);
  return plain;
}
/** Typed without diacritics; numbers and labels have none to miss. */
const isPlain = (token: Token) => token.kind !== "word" || token.text === token.folded;

/** How a typed word agrees with a written one of the same folded form: to the letter, apart from the tone, apart
 *  from other marks ("vặn" for "vận"), or typed without diacritics. */
type Agreement = "exact" | "tone" | "marks" | "plain";

function agreement(typed: Token, written: Token): Agreement {
  if (typed.text === written.text) return "exact";
  if (isPlain(typed)) return "plain";
  return withoutTone(typed.text) === withoutTone(written.text) ? "tone" : "marks";
}

/** Is this, in a text with diacritics, a word as it is written somewhere? "cho" is one and so is not "chỗ". */
export interface IsForm {
  (word: string): boolean;
  /** Asked of the row of each phrase that is found; false leaves it out. Without this every row counts. */
  readonly allows?: AllowsRow | undefined;
}
/** Takes a row as `PhraseIndex.rows` lists it. */
export type AllowsRow = (row: string) => boolean;

type Forms<T> = { written: Token; node: Node<T> }[];

interface Node<T> {
  /** Folded word → its written forms, each with what may follow. */
  next: Map<string, Forms<T>>;
  /** Rows that hold the phrase; none when it stands in no table of the program. */
  ends: { value: T; phrase: string; rows: string[] }[];
}

/** One look for phrases from one place. */
interface Walk<T> {
  tokens: readonly Token[];
  isForm: IsForm;
  isUnaccented: boolean;
  from: number;
  matches: PhraseMatch<T>[];
}

const newNode = <T>(): Node<T> => ({ next: new Map(), ends: [] });

/** What was forgiven on the way from the first word of a phrase. */
interface Forgiven {
  wrong: number;
  marks: number;
  bare: number;
  missing: number;
}

/** In a phrase of so many words one with other marks is forgiven too ("Sở Giao thông vặn tải"). */
const LONG_PHRASE = 4;

/** A lone word must agree to the letter in a text with diacritics; in a phrase half the tones may be wrong, and
 *  diacritics may be missing where the bare word is not a word itself, or beside such a one ("so sanh"). */
function isForgiven({ wrong, marks, bare, missing }: Forgiven, length: number): boolean {
  if (length === 1) return wrong + bare + missing === 0;
  if (marks > 0 && length < LONG_PHRASE) return false;
  return wrong <= length / 2 && bare <= Math.max(missing, Math.floor((length - 1) / 2));
}

/** Finds table phrases in a question, with and without diacritics. */
export class PhraseIndex<T> {
  readonly #root: Node<T> = newNode();
  readonly #rows = new Set<string>();

  /** Every pattern is a row of the table: "cues/askWhen: hạn chót". */
  addPatterns(table: string, patterns: string, value: T): void {
    for (const pattern of splitPatterns(patterns))
      for (const phrase of expandPatterns(pattern)) this.add(phrase, value, `${table}: ${pattern}`);
  }

  get rows(): readonly string[] {
    return [...this.#rows];
  }

  add(phrase: string, value: T, row?: string): void {
    const words = phraseTokens(phrase);
    if (words.length === 0) throw new RangeError(`empty phrase: "${phrase}"`);
    let node = this.#root;
    for (const written of words) {
      const forms = node.next.get(written.folded) ?? [];
      node.next.set(written.folded, forms);
      let form = forms.find((row) => row.written.text === written.text);
      if (!form) {
        form = { written, node: newNode() };
        forms.push(form);
      }
      node = form.node;
    }
    if (row !== undefined) this.#rows.add(row);
    const same = node.ends.find((end) => end.value === value && end.phrase === phrase);
    if (same) same.rows.push(...(row === undefined ? [] : [row]));
    else node.ends.push({ value, phrase, rows: row === undefined ? [] : [row] });
  }

  /** All matches, overlapping ones too, in order of position, longer first. */
  find(tokens: readonly Token[], isForm: IsForm = () => false): PhraseMatch<T>[] {
    const matches: PhraseMatch<T>[] = [];
    let isUnaccented: boolean | undefined;
    for (let from = 0; from < tokens.length; from++) {
      const begins = this.#root.next.get(tokens[from]!.folded);
      if (!begins) continue;
      isUnaccented ??= tokens.every(isPlain);
      const first = matches.length;
      this.#follow(begins, { tokens, isForm, isUnaccented, from, matches }, from, NOTHING_FORGIVEN);
      if (matches.length - first > 1) {
        const own = matches.splice(first);
        matches.push(...own.sort((a, b) => b.to - a.to));
      }
    }
    return matches;
  }

  #follow(forms: Forms<T>, walk: Walk<T>, at: number, before: Forgiven): void {
    const { tokens, isForm, isUnaccented, from, matches } = walk;
    const to = at + 1;
    const typed = tokens[at]!;
    for (const { written, node } of forms) {
      const forgiven = isUnaccented ? before : forgive(before, typed, written, isForm);
      if (node.ends.length > 0 && (isUnaccented || isForgiven(forgiven, to - from))) {
        for (const { value, phrase, rows } of node.ends)
          if (isAllowed(rows, isForm)) matches.push({ from, to, value, phrase });
      }
      const next = to < tokens.length ? node.next.get(tokens[to]!.folded) : undefined;
      if (next) this.#follow(next, walk, to, forgiven);
    }
  }
}

/** A phrase stands as long as one of its rows does; each is asked. */
const isAllowed = (rows: readonly string[], { allows }: IsForm): boolean =>
  allows === undefined || rows.length === 0 || rows.filter(allows).length > 0;

const NOTHING_FORGIVEN: Forgiven = { wrong: 0, marks: 0, bare: 0, missing: 0 };

function forgive(before: Forgiven, typed: Token, written: Token, isForm: IsForm): Forgiven {
  switch (agreement(typed, written)) {
    case "exact":
      return before;
    case "plain":
      return isForm(typed.text)
        ? { ...before, bare: before.bare + 1 }
        : { ...before, missing: before.missing + 1 };
    case "tone":
      return { ...before, wrong: before.wrong + 1 };
    case "marks":
      return { ...before, wrong: before.wrong + 1, marks: before.marks + 1 };
  }
}

/** Nothing was forgiven: the words stand there as in the table. */
export const isExact = ({ phrase, from }: PhraseMatch<unknown>, tokens: readonly Token[]): boolean =>
  phraseTokens(phrase).every((word, i) => word.text === tokens[from + i]!.text);

const tokensOfWord = new Map<string, Token[]>();

/** Tables repeat the same words in thousands of phrases: each is read once. */
function phraseTokens(phrase: string): Token[] {
  if (!/^[\p{L}\p{M} ]+$/u.test(phrase)) return tokenize(phrase);
  return phrase.split(" ").flatMap((word) => {
    const tokens = tokensOfWord.get(word) ?? tokenize(word);
    tokensOfWord.set(word, tokens);
    return tokens;
  });
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
