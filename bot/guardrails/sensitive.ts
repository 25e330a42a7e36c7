/** Questions that are answered with help or declined before anything is looked up: danger and self-harm, requests to break
 *  the law, accusations of persons, politics. Found by who, does what, to whom, when: a rule names groups of words that
 *  must follow each other, and what must not be said beside them. Knows no readers and no records. */

import { readFileSync } from "node:fs";
import type { HelpLineNumber } from "../../knowledge/help-lines.ts";
import { undoKeyboard } from "../../knowledge/vietnamese/keyboard.ts";
import { normalizeText } from "../../knowledge/vietnamese/normalize.ts";
import { isVietnameseSyllable } from "../../knowledge/vietnamese/syllables.ts";
import { type Token, tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { expandAbbreviations } from "../../knowledge/vietnamese/understand-text.ts";
import { splitPatterns } from "../understanding/patterns.ts";
import { isExact, PhraseIndex, type PhraseMatch } from "../understanding/phrases.ts";
import { ACCUSATION_RULES, ACCUSATION_WORDS } from "./accusation.ts";
import { ASKED_ABOUT } from "./asked-about.ts";
import { type DangerWeights, dangerFeatures, readDanger, scoreOf } from "./danger-model.ts";
import { FORGED_PAPERS_RULES, FORGED_PAPERS_WORDS } from "./forged-papers.ts";
import { HAZARD_RULES, HAZARD_WORDS } from "./hazards.ts";
import { POLITICS_RULES, POLITICS_WORDS } from "./politics.ts";
import { SELF_HARM_RULES, SELF_HARM_WORDS } from "./self-harm.ts";
import type { SensitiveKind, SensitiveRule } from "./sensitive-rule.ts";
import { FORGEABLE, type Forgeable, SHARED_WORDS } from "./sensitive-words.ts";
import { UNLAWFUL_RULES, UNLAWFUL_WORDS } from "./unlawful.ts";
import { VIOLENCE_RULES, VIOLENCE_WORDS } from "./violence.ts";

export interface Sensitive {
  kind: SensitiveKind;
  /** To call, the first first; none unless somebody may be in danger. */
  lines: HelpLineNumber[];
  /** The paper that was to be forged, bought or borrowed. */
  paper?: Forgeable;
}

/** Of rules that hold, the first of these is the kind of the question. */
const ORDER: readonly SensitiveKind[] = ["selfHarm", "danger", "accusation", "politics", "unlawful"];
export const SENSITIVE_RULES: readonly SensitiveRule[] = [
  ...HAZARD_RULES,
  ...VIOLENCE_RULES,
  ...SELF_HARM_RULES,
  ...FORGED_PAPERS_RULES,
  ...UNLAWFUL_RULES,
  ...ACCUSATION_RULES,
  ...POLITICS_RULES,
];

const WEIGHTS: DangerWeights = JSON.parse(
  readFileSync(new URL("./danger-weights.json", import.meta.url), "utf8"),
);
const DEFAULT_GAP = 3;
/** Vietnamese words carry diacritics four times of five; a text with fewer than this was typed without. */
const ACCENTED_SHARE = 0.25;
/** In a phrase of so many words one may be misspelt. */
const FORGIVING_LENGTH = 4;

interface Group {
  name: string;
  /** Not in a text without diacritics. */
  accentedOnly: boolean;
}

const PHRASES = new PhraseIndex<Group>();
const PAPER = "paper";
for (const [name, patterns] of Object.entries({
  ...SHARED_WORDS,
  ...HAZARD_WORDS,
  ...VIOLENCE_WORDS,
  ...SELF_HARM_WORDS,
  ...ASKED_ABOUT,
  ...FORGED_PAPERS_WORDS,
  ...UNLAWFUL_WORDS,
  ...ACCUSATION_WORDS,
  ...POLITICS_WORDS,
}))
  addAll(name, patterns);
for (const [name, patterns] of Object.entries(FORGEABLE)) addAll(`${PAPER}:${name}`, patterns);

function addAll(name: string, patterns: string): void {
  const [plain, accented] = [false, true].map((accentedOnly): Group => ({ name, accentedOnly }));
  for (const pattern of splitPatterns(patterns))
    if (pattern.startsWith("!")) PHRASES.addPatterns(`guard/${name}`, pattern.slice(1), accented!);
    else PHRASES.addPatterns(`guard/${name}`, pattern, plain!);
}

/** Undefined for all that may be answered. Takes the question as typed or heard. */
export const findSensitive = (text: string): Sensitive | undefined => find(text, WEIGHTS);

/** As `findSensitive`, with another second opinion. */
export const sensitiveFinder =
  (weights: DangerWeights) =>
  (text: string): Sensitive | undefined =>
    find(text, weights);

function find(text: string, weights: DangerWeights): Sensitive | undefined {
  const tokens = tokensOf(text);
  const groups = groupsIn(tokens);
  const features = featuresOf(tokens, groups);
  const score = scoreOf(features, weights.danger);
  const isDoubtful = score < (isPlain(tokens) ? UNLIKELY : VERY_UNLIKELY);
  const isAnswered = scoreOf(features, weights.declined) < UNLIKELY_DECLINED;
  const held = rulesIn(groups).filter(({ kind }) =>
    kind === "danger" ? !isDoubtful : kind === "selfHarm" ? score >= VERY_UNLIKELY : !isAnswered,
  );
  const urgent = held.filter((rule) => rule.kind === "selfHarm" || rule.kind === "danger");
  if (urgent.length === 0 && score > LIKELY && isVietnamese(tokens)) {
    const { about, lines } = readDanger(features, weights);
    return { kind: about, lines };
  }
  const kind = ORDER.find((name) => held.some((rule) => rule.kind === name));
  if (!kind) return undefined;
  // A rule that knows whom to call comes before a cry that may mean anybody.
  const count = ({ lines }: SensitiveRule) => lines?.length ?? 0;
  const inOrder = [...urgent].sort(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || count(a) - count(b),
  );
  const paper = [...groups.keys()].find((name) => name.startsWith(`${PAPER}:`));
  return {
    kind,
    lines: [...new Set(inOrder.flatMap((rule) => rule.lines ?? []))],
    ...(kind === "unlawful" && paper ? { paper: paper.slice(PAPER.length + 1) as Forgeable } : {}),
  };
}

/** Log odds from which the second opinion counts by itself. */
const LIKELY = 0;
/** Log odds below which a rule on danger doesn't count in a text without diacritics, where "trôi mất" is "trói mặt" too. */
const UNLIKELY = -1;
/** The same of any text, and of what is said of one's own death: "muốn để lại xe cho con khi tui chết" is a will. */
const VERY_UNLIKELY = -2;
/** Log odds below which no rule declines: many who asked so meant a record. */
const UNLIKELY_DECLINED = -2;
/** Of other languages it has learned nothing ("no" is no "nó"). */
const VIETNAMESE_SHARE = 0.8;
const isVietnamese = (tokens: Token[]): boolean =>
  tokens.filter((token) => isVietnameseSyllable(token.folded)).length >= VIETNAMESE_SHARE * tokens.length;

const featuresOf = (tokens: Token[], groups: Groups): string[] =>
  dangerFeatures(
    tokens.map((token) => token.folded),
    [...groups.keys()].filter((name) => !name.startsWith(PAPER)),
  );

/** What the second opinion on danger is given of a text. */
export function dangerFeaturesOf(text: string): string[] {
  const tokens = tokensOf(text);
  return featuresOf(tokens, groupsIn(tokens));
}

export const rulesIn = (groups: Groups): SensitiveRule[] =>
  SENSITIVE_RULES.filter((rule) => holds(rule, groups));

type Groups = ReadonlyMap<string, readonly PhraseMatch<Group>[]>;

/** As typed, with abbreviations and keyboard residue undone. */
export const tokensOf = (text: string): Token[] =>
  tokenize(expandAbbreviations(undoKeyboard(normalizeText(text))));

const isPlain = (tokens: Token[]): boolean =>
  tokens.filter((token) => token.text !== token.folded).length < ACCENTED_SHARE * tokens.length;

export function groupsIn(tokens: Token[]): Groups {
  const plain = isPlain(tokens);
  const read = plain ? tokens.map((token) => ({ ...token, text: token.folded })) : tokens;
  const found = PHRASES.find(read, () => true).filter((match) =>
    plain ? !match.value.accentedOnly : isWritten(match, tokens),
  );
  const hiding = found.filter((match) => match.value.name in HIDDEN_BY);
  const groups = new Map<string, PhraseMatch<Group>[]>();
  for (const match of found) {
    if (hiding.some((row) => hides(row, match))) continue;
    const names = match.value.name.startsWith(`${PAPER}:`) ? [match.value.name, PAPER] : [match.value.name];
    for (const name of names) groups.set(name, [...(groups.get(name) ?? []), match]);
  }
  return groups;
}

/** Groups whose phrases hide others that begin inside them. What a question is about (papers, law) is never hidden. */
const HIDDEN_BY: Readonly<Record<string, (name: string) => boolean>> = {
  innocent: (name) => !(name in SHARED_WORDS),
  kin: (name) => name === "me",
};

const hides = (row: PhraseMatch<Group>, match: PhraseMatch<Group>): boolean =>
  HIDDEN_BY[row.value.name]!(match.value.name) &&
  row.from <= match.from &&
  match.from < row.to &&
  !(match.from === row.from && match.to >= row.to);

function isWritten(match: PhraseMatch<Group>, tokens: Token[]): boolean {
  if (match.to - match.from < FORGIVING_LENGTH) return isExact(match, tokens);
  const written = tokenize(match.phrase);
  return written.filter(({ text }, i) => text !== tokens[match.from + i]!.text).length <= 1;
}

function holds(rule: SensitiveRule, groups: Groups): boolean {
  if (rule.unless?.some((name) => groups.has(name))) return false;
  const parts = rule.parts.map((part) => part.split("|").flatMap((name) => groups.get(name) ?? []));
  const gap = rule.gap ?? DEFAULT_GAP;
  return follows(parts, gap) || (rule.anyOrder === true && follows([...parts].reverse(), gap));
}

/** Words of two groups may share a word ("đang bị", "bị đánh"). */
const isNext = (row: PhraseMatch<Group>, match: PhraseMatch<Group>, gap: number): boolean =>
  match.from - row.to <= gap &&
  match.from >= (row.value.name === match.value.name ? row.to : row.from) &&
  row !== match;

/** A match of each part, each within so many words after the one before. */
function follows(parts: readonly (readonly PhraseMatch<Group>[])[], gap: number): boolean {
  const [first = [], ...rest] = parts;
  return (
    rest.reduce(
      (before, part) => part.filter((match) => before.some((row) => isNext(row, match, gap))),
      first,
    ).length > 0
  );
}
