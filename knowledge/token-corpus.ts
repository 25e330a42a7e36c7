/** Texts as lists of numbers: every distinct token is kept once, every text is read once for all indexes. */
import { type Token, tokenize } from "./vietnamese/tokens.ts";

/** Stands between clauses in the list of a text. */
export const BREAK = 0;
const CLAUSE_END = /[\n.;:!?()]/;

export type CorpusToken = Pick<Token, "text" | "folded" | "kind">;

export interface TokenCorpus {
  /** Distinct tokens by number; the first is BREAK's and stands for no text. */
  tokens: readonly CorpusToken[];
  /** Per text: numbers of its tokens, BREAK between clauses but not at the ends. */
  texts: readonly Uint32Array[];
}

/** Does a clause end between two neighbouring tokens of a text? */
export const isClauseEnd = (text: string, before: Token, after: Token): boolean =>
  CLAUSE_END.test(text.slice(before.end, after.start));

export function readTexts(texts: Iterable<string>): TokenCorpus {
  const numbers = new Map<string, number>();
  const tokens: CorpusToken[] = [{ text: "", folded: "", kind: "word" }];
  const read = (text: string): Uint32Array => {
    const found = tokenize(text);
    const list: number[] = [];
    found.forEach((token, i) => {
      if (i > 0 && isClauseEnd(text, found[i - 1]!, token)) list.push(BREAK);
      let number = numbers.get(token.text);
      if (number === undefined) {
        number = tokens.length;
        numbers.set(token.text, number);
        tokens.push({ text: token.text, folded: token.folded, kind: token.kind });
      }
      list.push(number);
    });
    return Uint32Array.from(list);
  };
  return { texts: Array.from(texts, read), tokens };
}

/** The tokens of one text, without breaks. */
export const tokensOf = ({ tokens }: TokenCorpus, text: Uint32Array): CorpusToken[] =>
  Array.from(
    text.filter((number) => number !== BREAK),
    (number) => tokens[number]!,
  );
