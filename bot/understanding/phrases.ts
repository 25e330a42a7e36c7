import { type Token, tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { partsOf, splitPatterns } from "./patterns.ts";

/** Where a phrase stands: token indexes, end exclusive. */
export interface Span {
  from: number;
  to: number;
}

export interface PhraseMatch<T> extends Span {
  value: T;
  /** The phrase as written in the table, in small letters. */
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

/** What ends at a node; without a row when it stands in no table of the program. */
interface End<T> {
  value: T;
  row: string | undefined;
}

interface Node<T> {
  /** Folded word → its written forms, each with what may follow. */
  next: Map<string, Forms<T>>;
  ends: End<T>[];
}

/** One look for phrases from one place. */
interface Walk<T> {
  tokens: readonly Token[];
  isForm: IsForm;
  isUnaccented: boolean;
  from: number;
  /** Words of the phrase so far, as written. */
  words: string[];
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

/** Finds table phrases in a question, with and without diacritics. Phrases stand in a tree of words; a pattern stands as an
 *  automaton of its own, since the phrases that it stands for may be hundreds of thousands. */
export class PhraseIndex<T> {
  readonly #phrases: Node<T> = newNode();
  readonly #patterns: Node<T> = newNode();
  readonly #roots = [this.#phrases, this.#patterns];
  readonly #rows = new Set<string>();

  /** Every pattern is a row of the table: "cues/askWhen: hạn chót". Throws RangeError for one that may be empty. */
  addPatterns(table: string, patterns: string, value: T): void {
    for (const pattern of splitPatterns(patterns)) {
      const row = `${table}: ${pattern}`;
      this.#rows.add(row);
      const first = automatonOf(pattern, { value, row });
      if (first.ends.length > 0) throw new RangeError(`empty phrase in "${pattern.slice(0, 60)}"`);
      join(this.#patterns, first);
    }
  }

  get rows(): readonly string[] {
    return [...this.#rows];
  }

  add(phrase: string, value: T, row?: string): void {
    const words = phraseTokens(phrase);
    if (row !== undefined) this.#rows.add(row);
    if (words.length === 0) throw new RangeError(`empty phrase: "${phrase}"`);
    let node = this.#phrases;
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
    if (!node.ends.some((end) => end.value === value && end.row === row)) node.ends.push({ value, row });
  }

  /** All matches, overlapping ones too, in order of position, longer first. */
  find(tokens: readonly Token[], isForm: IsForm = () => false): PhraseMatch<T>[] {
    const matches: PhraseMatch<T>[] = [];
    let isUnaccented: boolean | undefined;
    for (let from = 0; from < tokens.length; from++) {
      const { folded } = tokens[from]!;
      const own: PhraseMatch<T>[] = [];
      for (const root of this.#roots) {
        const begins = root.next.get(folded);
        if (!begins) continue;
        isUnaccented ??= tokens.every(isPlain);
        const walk = { tokens, isForm, isUnaccented, from, words: [], matches: own };
        this.#follow(begins, walk, from, NOTHING_FORGIVEN);
      }
      if (own.length > 0) matches.push(...withoutRepeated(own).sort((a, b) => b.to - a.to));
    }
    return matches;
  }

  #follow(forms: Forms<T>, walk: Walk<T>, at: number, before: Forgiven): void {
    const { tokens, isForm, isUnaccented, from, words, matches } = walk;
    const to = at + 1;
    const typed = tokens[at]!;
    for (const { written, node } of forms) {
      const forgiven = isUnaccented ? before : forgive(before, typed, written, isForm);
      words.push(written.text);
      if (node.ends.length > 0 && (isUnaccented || isForgiven(forgiven, to - from))) {
        const phrase = words.join(" ");
        for (const { value, row } of node.ends)
          if (isAllowed(row, isForm)) matches.push({ from, to, value, phrase });
      }
      const next = to < tokens.length ? node.next.get(tokens[to]!.folded) : undefined;
      if (next) this.#follow(next, walk, to, forgiven);
      words.pop();
    }
  }
}

/** The first node of a pattern: from part to part, and on to the next where a part may be left out. */
function automatonOf<T>(pattern: string, end: End<T>): Node<T> {
  let after: Node<T> = { next: new Map(), ends: [end] };
  for (const part of partsOf(pattern).reverse()) {
    const node = newNode<T>();
    for (const alternative of part) {
      const words = phraseTokens(alternative.trim());
      if (words.length === 0) join(node, after);
      else begin(node, words, after);
    }
    after = node;
  }
  return after;
}

/** The words in a row from the one node to the other. */
function begin<T>(node: Node<T>, words: readonly Token[], after: Node<T>): void {
  const [written, ...rest] = words;
  let to = after;
  for (const word of rest.reverse())
    to = { next: new Map([[word.folded, [{ written: word, node: to }]]]), ends: [] };
  const forms = node.next.get(written!.folded);
  if (forms) forms.push({ written: written!, node: to });
  else node.next.set(written!.folded, [{ written: written!, node: to }]);
}

/** What may follow the other, and what ends there, may here too. */
function join<T>(node: Node<T>, other: Node<T>): void {
  for (const [folded, forms] of other.next)
    node.next.set(folded, [...(node.next.get(folded) ?? []), ...forms]);
  node.ends.push(...other.ends);
}

/** A phrase of several rows is found once. */
function withoutRepeated<T>(matches: PhraseMatch<T>[]): PhraseMatch<T>[] {
  if (matches.length < 2) return matches;
  return matches.filter(
    ({ to, value, phrase }, i) =>
      !matches.some(
        (other, j) => j < i && other.to === to && other.value === value && other.phrase === phrase,
      ),
  );
}

const isAllowed = (row: string | undefined, { allows }: IsForm): boolean =>
  allows === undefined || row === undefined || allows(row);

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
export function longestOnly<T extends Span>(matches: readonly T[]): T[] {
  const kept: T[] = [];
  const byLength = [...matches].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  for (const match of byLength) {
    if (!kept.some((other) => match.from < other.to && other.from < match.to)) kept.push(match);
  }
  return kept.sort((a, b) => a.from - b.from);
}

export const foldedWords = (text: string): string[] => tokenize(text).map((token) => token.folded);
