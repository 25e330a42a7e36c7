/** What the guard finds of an author whose examples nothing was learned from: rules and second opinion together. */
import { trainDangerModel } from "../../bot/guardrails/danger-training.ts";
import { dangerFeaturesOf, sensitiveFinder } from "../../bot/guardrails/sensitive.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import type { DangerRow } from "./danger-examples.ts";

export interface Found {
  text: string;
  inDanger: boolean;
  /** As typed; without diacritics. */
  found: boolean;
  foundPlain: boolean;
}

/** The house wrote the rules too: to leave it out says nothing. */
const HOUSE = "house";
/** Who told of no danger is left out together with the others who didn't. */
const CALM = "others";

/** By the name of the author, each left out in turn. */
export function leaveOut(
  rows: readonly DangerRow[],
  ofRecords: readonly string[],
  declined: readonly string[],
): Map<string, Found[]> {
  const features = new Map<string, string[]>();
  const featuresOf = (text: string): string[] => {
    const known = features.get(text) ?? dangerFeaturesOf(text);
    features.set(text, known);
    return known;
  };
  const telling = new Set(rows.filter(({ inDanger }) => inDanger).map(({ author }) => author));
  const foldOf = ({ author }: DangerRow) => (telling.has(author) ? author : CALM);
  const found = new Map<string, Found[]>();
  for (const author of new Set(rows.map(foldOf))) {
    if (author === HOUSE) continue;
    const own = rows.filter((row) => foldOf(row) === author);
    const texts = new Set(own.map(({ text }) => text.toLowerCase()));
    // What others copied from him is his.
    const rest = rows.filter((row) => !texts.has(row.text.toLowerCase()));
    const weights = trainDangerModel(
      {
        dangers: rest.filter(({ inDanger }) => inDanger),
        ordinary: rest.filter(({ inDanger }) => !inDanger).map(({ text }) => text),
        ofRecords,
        declined: declined.filter((text) => !texts.has(text.toLowerCase())),
      },
      featuresOf,
    );
    const find = sensitiveFinder({ trainedOn: { rows: rest.length, hash: "" }, ...weights });
    const isFound = (text: string) => (find(text)?.lines.length ?? 0) > 0;
    found.set(
      author,
      own.map(({ text, inDanger }) => ({
        text,
        inDanger,
        found: isFound(text),
        foundPlain: isFound(fold(text)),
      })),
    );
  }
  return found;
}
