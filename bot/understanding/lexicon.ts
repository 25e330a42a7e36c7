/** The words that a question may be made of: those of the records, of agency names, and of the cue, synonym and stop
 *  word tables. The speller corrects towards them. */
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { createRestorer } from "../../knowledge/vietnamese/restore-diacritics.ts";
import type { Vocabulary } from "../../knowledge/vietnamese/spelling.ts";
import { type Token, tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { SHIPPED_SPEECH } from "../examples/speech.ts";
import { PLAN_MARKS } from "../readings/plan-marks.ts";
import { CUES } from "./cues.ts";
import { GOVERNMENT_WORDS, PAPER_WORDS } from "./domains.ts";
import { NATIONAL_SYNONYMS } from "./national-synonyms.ts";
import { expandPatterns } from "./patterns.ts";
import type { Span } from "./phrases.ts";
import { JOINING_WORDS, STOP_PHRASES, STOP_WORDS } from "./stop-words.ts";
import { SYNONYMS } from "./synonyms.ts";
import type { TopicIndex } from "./topic.ts";
import { count } from "./topic-postings.ts";

export interface Lexicon extends Required<Vocabulary> {
  /** Two neighbours that official texts hold as one ("an toàn", "dùng chung"): neither is a stop word or a signal there. */
  isCompound(left: Token, right: Token): boolean;
  /** A procedure is called by its name or alias. */
  namesProcedure(tokens: readonly Token[]): boolean;
  /** Where two words stand that a procedure is called by ("sao y"). */
  pairsOfNames(tokens: readonly Token[]): Span[];
  /** The text as written, for one typed without diacritics. */
  restore(tokens: readonly Token[]): string[];
}

/** `ordinary`: words that people say around what the records name. */
export function createLexicon(
  topics: TopicIndex,
  { agencies }: Pick<KnowledgeBase, "agencies">,
  ordinary: readonly string[] = SHIPPED_SPEECH.words,
): Lexicon {
  const known = topics.vocabulary();
  const unigrams = new Map(known.unigrams);
  const bigrams = new Map(known.bigrams);
  const forms = new Map(known.forms);
  const pairForms = new Map(known.pairForms);
  const phrases = [
    ...Object.values(CUES).flatMap((row) => row.phrases),
    ...Object.values(PLAN_MARKS).flatMap(({ patterns }) => expandPatterns(patterns)),
    ...[...SYNONYMS, ...NATIONAL_SYNONYMS].flatMap(([patterns, replacement]) => [
      ...expandPatterns(patterns),
      replacement,
    ]),
    ...PAPER_WORDS,
    ...GOVERNMENT_WORDS,
    ...STOP_PHRASES,
    ...agencies.flatMap((agency) => [agency.name, ...agency.aliases.map((alias) => alias.text)]),
  ];
  for (const phrase of phrases) {
    const tokens = tokenize(phrase);
    tokens.forEach(({ text, folded }, i) => {
      count(forms, text);
      count(unigrams, folded);
      const next = tokens[i + 1];
      if (!next) return;
      count(bigrams, `${folded} ${next.folded}`);
      count(pairForms, `${text} ${next.text}`);
    });
  }
  for (const word of STOP_WORDS) count(forms, word);
  for (const word of ordinary) {
    count(forms, word);
    count(unigrams, fold(word));
  }
  return {
    unigrams,
    bigrams,
    forms: writtenForms(forms),
    pairs: pairForms,
    joining: JOINING_WORDS,
    isCompound: ({ text: left }, { text: right }) => {
      const together = known.officialPairs.get(`${left} ${right}`) ?? 0;
      const shares = [known.officialForms.get(left), known.officialForms.get(right)].map(
        (count) => together / (count ?? 1),
      );
      return Math.max(...shares) >= MOSTLY && Math.min(...shares) >= OFTEN;
    },
    namesProcedure: (tokens) => topics.procedureNamesIn(tokens).size > 0,
    pairsOfNames: (tokens) => topics.procedurePlaces(tokens).filter(({ from, to }) => to - from === 2),
    restore: createRestorer({ forms, pairs: pairForms }),
  };
}

/** Of a compound, one word stands mostly beside the other, and the other often beside the one. */
const MOSTLY = 0.5;
const OFTEN = 0.1;

/** A bare form that is far rarer than the accented ones ("lam" beside "làm") is a word typed without diacritics. */
const RARE_BARE = 0.1;

function writtenForms(counts: ReadonlyMap<string, number>): Set<string> {
  const accented = new Map<string, number>();
  for (const [form, count] of counts) {
    const folded = fold(form);
    if (folded !== form) accented.set(folded, (accented.get(folded) ?? 0) + count);
  }
  const isWritten = (form: string) => counts.get(form)! >= RARE_BARE * (accented.get(form) ?? 0);
  return new Set([...counts.keys()].filter(isWritten));
}
