/** Questions that are answered with help or declined before anything is looked up: danger and self-harm, requests to break
 *  the law, accusations of persons, politics. Found by who, does what, to whom, when: a rule names groups of words that
 *  must follow each other, and what must not be said beside them. Knows no routes and no records. */

import type { HelpLineNumber } from "../../knowledge/help-lines.ts";
import { undoKeyboard } from "../../knowledge/vietnamese/keyboard.ts";
import { normalizeText } from "../../knowledge/vietnamese/normalize.ts";
import { isVietnameseSyllable } from "../../knowledge/vietnamese/syllables.ts";
import { type Token, tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { expandAbbreviations } from "../../knowledge/vietnamese/understand-text.ts";
import { expandPatterns } from "../understanding/patterns.ts";
import { isExact, PhraseIndex, type PhraseMatch } from "../understanding/phrases.ts";
import { ACCUSATION_RULES, ACCUSATION_WORDS } from "./accusation.ts";
import { ASKED_ABOUT } from "./asked-about.ts";
import { type DangerModel, trainDangerModel } from "./danger-model.ts";
import { type DangerText, type OrdinaryText, readDangers, readOrdinary } from "./examples.ts";
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
  for (const phrase of expandPatterns(patterns)) {
    const accentedOnly = phrase.startsWith("!");
    PHRASES.add(accentedOnly ? phrase.slice(1) : phrase, { name, accentedOnly });
  }
}

/** Undefined for all that may be answered. Takes the question as typed or heard. */
export function findSensitive(text: string): Sensitive | undefined {
  const tokens = tokensOf(text);
  const groups = groupsIn(tokens);
  const held = rulesIn(groups);
  const kind = ORDER.find((name) => held.some((rule) => rule.kind === name));
  const urgent = held.filter((rule) => rule.kind === "selfHarm" || rule.kind === "danger");
  if (urgent.length === 0 && isReadable(tokens)) {
    const reading = secondOpinion()(tokens.map((token) => token.folded));
    const isAboutPapers = ABOUT_PAPERS.some((name) => groups.has(name));
    if (reading.score > (kind || isAboutPapers ? SURE : LIKELY))
      return { kind: reading.about, lines: reading.lines };
  }
  if (!kind) return undefined;
  const inOrder = [...urgent].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const paper = [...groups.keys()].find((name) => name.startsWith(`${PAPER}:`));
  return {
    kind,
    lines: [...new Set(inOrder.flatMap((rule) => rule.lines ?? []))],
    ...(kind === "unlawful" && paper ? { paper: paper.slice(PAPER.length + 1) as Forgeable } : {}),
  };
}

/** Log odds from which the second opinion counts: by itself, and where papers, the law or another rule speak against it. */
const LIKELY = 0;
const SURE = 1.5;
/** Of fewer words too little is known: what is said so shortly in danger is for the rules. */
const FEWEST_WORDS = 5;
/** Of other languages it has learned nothing ("no" is no "nó"). */
const VIETNAMESE_SHARE = 0.8;
const isReadable = (tokens: Token[]): boolean =>
  tokens.length >= FEWEST_WORDS &&
  tokens.filter((token) => isVietnameseSyllable(token.folded)).length >= VIETNAMESE_SHARE * tokens.length;

/** Asking about these is not being in danger. */
const ABOUT_PAPERS = ["paperwork", "law", "program"] as const;

let learned: DangerModel | undefined;
/** Learned when it is first asked: a fifth of a second. */
function secondOpinion(): DangerModel {
  learned ??= learnedFrom(readDangers(), readOrdinary());
  return learned;
}

/** From these examples and those of the rules. */
export function learnedFrom(dangers: readonly DangerText[], ordinary: readonly OrdinaryText[]): DangerModel {
  const words = (text: string) => tokensOf(text).map((token) => token.folded);
  const ofRules = SENSITIVE_RULES.flatMap(({ kind, lines, examples }) =>
    lines && (kind === "danger" || kind === "selfHarm")
      ? examples.map((text) => ({ text, about: kind, lines }))
      : [],
  );
  const calm = SENSITIVE_RULES.flatMap(({ lines, examples, not }) => [...not, ...(lines ? [] : examples)]);
  return trainDangerModel(
    [...dangers, ...ofRules].map(({ text, about, lines }) => ({ words: words(text), about, lines })),
    [...ordinary.map(({ text }) => text), ...calm].map(words),
  );
}

export const rulesIn = (groups: Groups): SensitiveRule[] =>
  SENSITIVE_RULES.filter((rule) => holds(rule, groups));

type Groups = ReadonlyMap<string, readonly PhraseMatch<Group>[]>;

/** As typed, with abbreviations and keyboard residue undone. */
export const tokensOf = (text: string): Token[] =>
  tokenize(expandAbbreviations(undoKeyboard(normalizeText(text))));

export function groupsIn(tokens: Token[]): Groups {
  const accented = tokens.filter((token) => token.text !== token.folded).length;
  const isPlain = accented < ACCENTED_SHARE * tokens.length;
  const read = isPlain ? tokens.map((token) => ({ ...token, text: token.folded })) : tokens;
  const found = PHRASES.find(read, () => true).filter((match) =>
    isPlain ? !match.value.accentedOnly : isWritten(match, tokens),
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
