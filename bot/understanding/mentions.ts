/** Agencies that a question names, and what their names mean there. */
import { type Token, tokenize } from "../../knowledge/vietnamese/tokens.ts";
import type { AgencyMention, AgencyNames } from "../agency-names.ts";
import type { Cue } from "./cues.ts";
import type { IsForm, PhraseMatch, Span } from "./phrases.ts";
import type { Utterance } from "./utterance.ts";

export interface Mentions {
  mentions: AgencyMention[];
  /** Letters of an agency that stand for its field, with its words. */
  sectors: PhraseMatch<Token[]>[];
}

export function mentionsIn(
  tokens: readonly Token[],
  names: Pick<AgencyNames, "find">,
  isForm: IsForm,
): Mentions {
  const mentions = names.find(tokens, isForm);
  const sectors = mentions.filter((mention) => isSector(tokens, mention));
  for (const mention of sectors) mention.weak = true;
  // "Chịu trách nhiệm trước UBND tỉnh": said of whom it is answered to.
  for (const mention of mentions) if (isAnsweredTo(tokens, mention)) mention.weak = true;
  return { mentions, sectors: sectors.map(sectorWords) };
}

/** "UBND xã Long Sơn" names a place; where the communes are signalled. */
export const placesAfterCommunes = (utterance: Utterance, signals: readonly PhraseMatch<Cue>[]): Span[] =>
  signals
    .filter(({ value, phrase }) => value === "communes" && /(ubnd|ủy ban nhân dân) (xã|phường)$/.test(phrase))
    .map(({ to }) => placeAfter(utterance, to));

const LONGEST_PLACE = 3;

/** The name after "UBND xã": words with a capital, or in a text without capitals the two words that follow. */
function placeAfter({ text, tokens }: Utterance, from: number): Span {
  const hasCapitals = text !== text.toLowerCase();
  let to = from;
  while (to < tokens.length && to - from < (hasCapitals ? LONGEST_PLACE : 2)) {
    const first = text[tokens[to]!.start]!;
    if (tokens[to]!.kind !== "word" || (hasCapitals && first === first.toLowerCase())) break;
    to++;
  }
  return { from, to };
}

/** "ngành GD&ĐT": the letters of an agency that stand for its field. */
const isSector = (tokens: readonly Token[], { from, agencies }: AgencyMention): boolean =>
  agencies.length === 1 &&
  /^(nganh|linh)$/.test(tokens[from - 1]?.folded ?? "") &&
  tokens[from]!.folded !== "so";

const isAnsweredTo = (tokens: readonly Token[], { from, agencies }: AgencyMention): boolean =>
  agencies[0]!.kind === "province" &&
  tokens[from - 1]?.folded === "truoc" &&
  tokens[from - 2]?.folded !== "hien";

const sectorWords = ({ from, to, agencies }: AgencyMention): PhraseMatch<Token[]> => ({
  from,
  to,
  phrase: agencies[0]!.name,
  value: tokenize(agencies[0]!.name.replace(/^Sở /, "")),
});
