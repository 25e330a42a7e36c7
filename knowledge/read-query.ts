/** A query as it is looked for: restored and split into terms once, whichever index is asked for it and how often. */
import type { Bm25Index } from "./bm25.ts";
import type { Restorer } from "./diacritics.ts";
import { type Code, codesOf, queryTermsOf } from "./terms.ts";
import { tokenize } from "./vietnamese/tokens.ts";

export interface ReadQuery {
  /** With the diacritics that were left out in typing. */
  readonly text: string;
  /** How many words it has. */
  readonly words: number;
  readonly terms: ReadonlyMap<string, number>;
  readonly codes: readonly Code[];
  /** One score per document. */
  scores(index: Pick<Bm25Index, "scoreAll">): Readonly<Float64Array>;
}

/** A question is asked of several indexes, whole and in its parts, and the next one is another. */
const REMEMBERED = 8;

const remembered = new WeakMap<Restorer, Map<string, ReadQuery>>();

/** @param restored  The query went through the restorer before. */
export function readQuery(query: string, restorer: Restorer, restored: boolean): ReadQuery {
  const known = remembered.get(restorer) ?? new Map<string, ReadQuery>();
  remembered.set(restorer, known);
  const key = `${restored ? "=" : "~"}${query}`;
  const read = known.get(key) ?? readAnew(restored ? query : restorer.restore(query));
  // The one used last stands last.
  known.delete(key);
  known.set(key, read);
  if (known.size > REMEMBERED) known.delete(known.keys().next().value!);
  return read;
}

function readAnew(text: string): ReadQuery {
  const tokens = tokenize(text);
  const terms = queryTermsOf(tokens);
  const known = new WeakMap<object, Float64Array>();
  return {
    text,
    words: tokens.length,
    terms,
    codes: codesOf(tokens),
    scores(index) {
      const scores = known.get(index) ?? index.scoreAll(terms);
      known.set(index, scores);
      return scores;
    },
  };
}
