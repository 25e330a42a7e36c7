/** The words that a question may be made of: those of the records, of agency names, and of the cue, synonym and stop
 *  word tables. The speller corrects towards them. */
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import type { Vocabulary } from "../../knowledge/vietnamese/spelling.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { CUES } from "./cues.ts";
import { STOP_PHRASES, STOP_WORDS } from "./stop-words.ts";
import { GOVERNMENT_WORDS, PAPER_WORDS, SYNONYMS } from "./synonyms.ts";
import type { TopicIndex } from "./topic.ts";

export function createLexicon(
  topics: TopicIndex,
  { agencies }: Pick<KnowledgeBase, "agencies">,
): Required<Vocabulary> {
  const known = topics.vocabulary();
  const unigrams = new Map(known.unigrams);
  const bigrams = new Map(known.bigrams);
  const forms = new Map(known.forms);
  const pairForms = new Map(known.pairForms);
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const phrases = [
    ...Object.values(CUES).flatMap((row) => row.phrases),
    ...SYNONYMS.flat(),
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
  return { unigrams, bigrams, forms: writtenForms(forms), pairs: writtenPairs(pairForms) };
}

/** Folded pair → the pair as it is mostly written. */
function writtenPairs(counts: ReadonlyMap<string, number>): Map<string, string> {
  const best = new Map<string, string>();
  for (const [pair, count] of counts) {
    const folded = fold(pair);
    const known = best.get(folded);
    if (known === undefined || count > counts.get(known)!) best.set(folded, pair);
  }
  return best;
}

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
