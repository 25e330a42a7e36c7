import { fold } from "../../../knowledge/vietnamese/normalize.ts";

/** Words of a list, as written there and without diacritics; a lone letter ("ạ" → "a") is no word. */
export const wordSet = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .trim()
      .split(/\s+/)
      .flatMap((word) => [word, bare(word)]),
  );

/** The same for the words that a table has something for. */
export const wordMap = <T>(table: Readonly<Record<string, T>>): ReadonlyMap<string, T> =>
  new Map(
    Object.entries(table).flatMap(
      ([word, value]) =>
        [
          [bare(word), value],
          [word, value],
        ] as const,
    ),
  );

const bare = (word: string) => (fold(word).length > 1 ? fold(word) : word);

/** Offsets in a text, end exclusive. */
export interface TextSpan {
  from: number;
  to: number;
}
