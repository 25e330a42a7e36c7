/** Masks what identifies a person before anything is stored or logged. Document numbers, dates, sums, labels and
 *  procedure codes are left alone. */
import { normalizeText } from "../../knowledge/vietnamese/normalize.ts";
import { findAddresses } from "./personal-data/address.ts";
import { findCues } from "./personal-data/cues.ts";
import { findEmails } from "./personal-data/email.ts";
import { withoutExplained } from "./personal-data/explained.ts";
import { KINDS, type PersonalDataKind } from "./personal-data/kinds.ts";
import { findBirthDates, findDatesBeside, findShapes, mayHaveBirthDate } from "./personal-data/letters.ts";
import { findNames } from "./personal-data/names.ts";
import { type Found, findNumbers } from "./personal-data/numbers.ts";
import { readSkeleton } from "./personal-data/skeleton.ts";
import type { TextSpan } from "./personal-data/words.ts";

export { hasMask, withoutMasks } from "./personal-data/introduced.ts";
export type { PersonalDataKind };

interface Span {
  kind: PersonalDataKind;
  from: number;
  to: number;
}

/** The text with each such datum replaced by what it is, and the kinds found. Works on the normalised text, so that
 *  look-alike digits can't slip through. */
export function maskPersonalData(text: string): { text: string; found: PersonalDataKind[] } {
  const normalized = normalizeText(withPlainDigits(text));
  const spans = findPersonalData(normalized);
  let masked = "";
  let copied = 0;
  for (const { kind, from, to } of spans) {
    masked += normalized.slice(copied, from) + KINDS[kind].mask;
    copied = to;
  }
  return { text: masked + normalized.slice(copied), found: [...new Set(spans.map(({ kind }) => kind))] };
}

/** Raised, lowered and circled digits; a few of them are "m²" and notes. */
const ORNATE = /[\u00B2\u00B3\u00B9\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u24EA]/g;
const FEWEST_ORNATE = 7;
const withPlainDigits = (text: string): string =>
  (text.match(ORNATE)?.length ?? 0) < FEWEST_ORNATE
    ? text
    : text.replace(ORNATE, (digit) => digit.normalize("NFKC"));

/** With fewer digits there are only dates of birth and addresses. */
const LEAST_DIGITS = 6;

/** In order of position, none over another. */
function findPersonalData(text: string): Span[] {
  const skeleton = readSkeleton(text);
  const { starts, ends, words } = skeleton;
  const spans = new Spans(text.length);
  spans.addAll("email", findEmails(text, words));

  const digits = countDigits(skeleton.text);
  if (digits > 0) {
    const cues = digits >= LEAST_DIGITS || mayHaveBirthDate(words) ? findCues(words) : [];
    let rest = skeleton.text;
    const take = (found: readonly Found[]) => {
      for (const { kind, from, to } of found) spans.add({ kind, from: starts[from]!, to: ends[to - 1]! });
      rest = unreadable(rest, found);
    };
    if (digits >= LEAST_DIGITS) take(findShapes(rest, skeleton, cues));
    if (cues.length > 0) take(findBirthDates(rest, skeleton, cues));
    if (digits >= LEAST_DIGITS) {
      rest = withoutExplained(rest, text, skeleton);
      take(findNumbers(rest, skeleton, cues));
      if (cues.some(({ announces }) => announces === "birth_date"))
        spans.addAll("birth_date", findDatesBeside(text, spans.inOrder()));
    }
    spans.addAll("address", findAddresses(text, words));
  }
  spans.addAll("name", findNames(text, words, spans.inOrder()));
  return spans.inOrder();
}

/** What was found first stands; nothing over it is added. */
class Spans {
  readonly #spans: Span[] = [];
  readonly #taken: Uint8Array;

  constructor(length: number) {
    this.#taken = new Uint8Array(length);
  }

  add(span: Span): void {
    for (let i = span.from; i < span.to; i++) if (this.#taken[i]) return;
    this.#taken.fill(1, span.from, span.to);
    this.#spans.push(span);
  }

  addAll(kind: PersonalDataKind, spans: readonly TextSpan[]): void {
    for (const span of spans) this.add({ kind, ...span });
  }

  inOrder(): Span[] {
    return this.#spans.toSorted((a, b) => a.from - b.from);
  }
}

function countDigits(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 48 && text.charCodeAt(i) <= 57) count++;
  return count;
}

function unreadable(text: string, found: readonly TextSpan[]): string {
  let rest = "";
  let copied = 0;
  for (const { from, to } of found.toSorted((a, b) => a.from - b.from)) {
    if (from < copied) continue;
    rest += text.slice(copied, from) + "#".repeat(to - from);
    copied = to;
  }
  return rest + text.slice(copied);
}
