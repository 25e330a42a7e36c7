/** How well personal data is masked, judged strictly, for texts whose values are known. */
import { normalizeText } from "../../knowledge/vietnamese/normalize.ts";

export interface MaskingRow {
  text: string;
  /** Values of which nothing that identifies may be left. */
  mask: string[];
  /** What must stand in the masked text as it was typed. */
  keep: string[];
  kind: string;
}

export interface RowScore {
  missed: string[];
  overmasked: string[];
}

/** So many digits or words of a value in a row identify a person. */
const IDENTIFYING = 4;
/** Of an address for letters, two are a name and its provider. */
const IDENTIFYING_EMAIL = 2;

/** Each digit is one, each run of letters is one. */
const unitsOf = (text: string): string[] =>
  normalizeText(text)
    .toLowerCase()
    .replace(/\[[^\][]*\]/g, " | ")
    .match(/\d|[\p{L}\p{M}]+|\|/gu) ?? [];

const timesIn = (whole: readonly string[], part: readonly string[]): number =>
  whole.filter((_unit, i) => part.every((unit, j) => whole[i + j] === unit)).length;

/** A value is missed when a run of its units that identifies stands in the masked text more often than in what the
 *  typed text says beside the values; a text to keep is overmasked when it stands there less often. */
export function scoreRow({ text, mask, keep, kind }: MaskingRow, masked: string): RowScore {
  const beside = mask
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, value) => rest.replaceAll(normalizeText(value), " | "), normalizeText(text));
  const left = unitsOf(masked);
  const around = unitsOf(beside);
  const missed = mask.filter((value) => {
    const units = unitsOf(value);
    const size = Math.min(kind.includes("email") ? IDENTIFYING_EMAIL : IDENTIFYING, units.length);
    return units.some((_unit, i) => {
      const run = units.slice(i, i + size);
      return run.length === size && timesIn(left, run) > timesIn(around, run);
    });
  });
  const overmasked = keep.filter(
    (value) =>
      normalizeText(masked).split(normalizeText(value)).length < beside.split(normalizeText(value)).length,
  );
  return { missed, overmasked };
}
