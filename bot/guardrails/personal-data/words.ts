import { fold } from "../../../knowledge/vietnamese/normalize.ts";

/** Words of a list, as written there and without diacritics. */
export const wordSet = (list: string): ReadonlySet<string> =>
  new Set(list.split(/\s+/).flatMap((word) => [word, fold(word)]));

/** Offsets in a text, end exclusive. */
export interface TextSpan {
  from: number;
  to: number;
}
