/** The lock on generated text. The figure lock asks whether a figure stands in some quote of the answer; a model may also
 *  put a right figure in a wrong sentence, so here every sentence is held against the quotes that it cites itself. What is
 *  not proven is not sent: a good sentence that is refused costs a nicer wording, a bad one that passes costs trust. */

import type { Agency } from "../../knowledge/records.ts";
import { withoutTail } from "../../knowledge/text-scan.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { AgencyRoles } from "./agency-roles.ts";
import { checkFigures } from "./figure-places.ts";
import { LETTER, normalized, TOKEN, word, wordsOf } from "./lock-words.ts";
import { type Sources, UNITS } from "./sources.ts";
import { isInVietnamese } from "./text-language.ts";
import type { Problem } from "./text-problems.ts";
import { checkWording, hasStrangeWord, losesNegation, movesQualifier } from "./wording.ts";

export interface CheckedSentence {
  /** With figures in place, without marks. */
  text: string;
  citationIds: string[];
  /** States a figure, or what something consists of. */
  isStatement: boolean;
}

export interface TextCheck {
  sentences: CheckedSentence[];
  problems: Problem[];
}

export const MAX_SENTENCES = 6;
const MAX_SENTENCE_WORDS = 60;
/** Of the raw text; what runs on is broken off. */
export const MAX_CHARACTERS = 1500;
/** So many words in a row of our own instructions are no accident. */
const LEAK_WORDS = 6;

const MARKS = /(?<!\s)((?:\s*\[[^\]\s]{1,12}\])+)\s*([.!?]?)/gu;
const ADDRESS =
  /https?:|www\.|\w@\w|(?<![\p{L}\d-])[\p{L}\d-]+\.(?:vn|com|org|net|gov|info|edu|io)(?![\p{L}])/iu;
const MARKUP = /[<>{}|`#*_\\~^=]|\]\(|&[a-z]+;/iu;
const AFTER_TOKEN = new RegExp(`⟧\\s*(?:${UNITS})(?!${LETTER})`, "iu");
/** Where what a record is about stands: the name of a procedure, headings of the plan. */
const NAMES = /^Tên thủ tục|tiêu đề|mục [IVX.\d]+$/u;
/** Proves a statement without being one that has to be told. */
const BESIDE = /^(?:Lưu ý|Căn cứ của mức nêu|Miễn, giảm|Hạn nộp hồ sơ)/u;
const CONSISTS = word("gồm|bao gồm|những|các loại", "iu");

export class TextLock {
  readonly #agencies: AgencyRoles;

  constructor(agencies: readonly Agency[]) {
    this.#agencies = new AgencyRoles(agencies);
  }

  /** `instructions`: our own, which must not come back. `isWhole`: no more of the text will follow. */
  check(raw: string, sources: Sources, instructions: string, isWhole = true): TextCheck {
    const problems = new Set<Problem>();
    const sentences: CheckedSentence[] = [];
    const said = withoutThinking(raw).normalize("NFC");
    if (said.length > MAX_CHARACTERS) problems.add("too_long");
    // What is too long is refused for that; how long looking at it takes must not depend on the model.
    const text = said.slice(0, MAX_CHARACTERS);
    if (repeats(text, instructions)) problems.add("leak");
    let end = 0;
    for (const match of text.matchAll(MARKS)) {
      const body = text.slice(end, match.index).trim();
      end = match.index + match[0].length;
      const ids = [...match[1]!.matchAll(/\[([^\]\s]{1,12})\]/gu)].map((mark) => mark[1]!);
      const sentence = this.#checkSentence(body, ids, sources, problems);
      if (sentence === undefined) continue;
      if (sentences.some((known) => known.text === sentence.text)) problems.add("repeated");
      sentences.push(sentence);
    }
    if (sentences.length > MAX_SENTENCES) problems.add("too_long");
    if (isWhole) {
      if (/[\p{L}\d⟦]/u.test(text.slice(end))) problems.add("citation_missing");
      if (isPartial(sentences, sources)) problems.add("incomplete");
      if (sentences.length === 0 && problems.size === 0) problems.add("empty");
    }
    return { sentences, problems: [...problems] };
  }

  #checkSentence(
    body: string,
    ids: readonly string[],
    sources: Sources,
    problems: Set<Problem>,
  ): CheckedSentence | undefined {
    const cited = sources.list.filter((source) => ids.includes(source.id));
    if (cited.length !== new Set(ids).size) problems.add("citation_unknown");
    if (body === "") return undefined;
    // Two sentences before one mark: the first has none.
    if (/[.!?…]\s|\n/u.test(withoutTail(body, /[.!?…]/).trimEnd())) problems.add("citation_missing");
    if (ADDRESS.test(body)) problems.add("link");
    if (MARKUP.test(body)) problems.add("markup");
    if (AFTER_TOKEN.test(body)) problems.add("unit_repeated");
    checkFigures(body, cited, sources, problems);
    const text = fill(body, sources);
    const quotes = cited.map((source) => source.quote);
    const proof = normalized(
      cited.map(({ quote, locator, title }) => `${quote}; ${locator}; ${title}`).join("; "),
    );
    checkWording(text, proof, problems);
    if (!isInVietnamese(body)) problems.add("language");
    if (tokenize(text).length > MAX_SENTENCE_WORDS) problems.add("too_long");
    const names = sources.list.filter(({ locator }) => NAMES.test(locator)).map(({ quote }) => quote);
    if (movesQualifier(text, quotes, normalized([proof, ...names].join("; ")))) problems.add("qualifier");
    if (hasStrangeWord(text, [proof, ...names])) problems.add("not_in_quote");
    if (losesNegation(text, quotes)) problems.add("negation_lost");
    this.#agencies.check(text, cited, problems);
    const isStatement = body.includes("⟦f") || CONSISTS.test(body);
    return { text, citationIds: [...new Set(ids)], isStatement };
  }
}

/** Papers, fees and times of one procedure are quotes of one place: to state one of them is to state them all. */
function isPartial(sentences: readonly CheckedSentence[], { list }: Sources): boolean {
  const cited = new Set(sentences.flatMap((sentence) => sentence.citationIds));
  const stated = new Set(sentences.filter((row) => row.isStatement).flatMap((row) => row.citationIds));
  const places = list.filter((source) => stated.has(source.id)).map((source) => source.locator);
  return list.some((source) => places.includes(source.locator) && !cited.has(source.id));
}

/** Whether the sentences rest on every quote that isn't only a name or a note. */
export const restsOnAll = (sentences: readonly CheckedSentence[], { list }: Sources): boolean => {
  const cited = new Set(sentences.flatMap((sentence) => sentence.citationIds));
  return list.every(({ id, locator }) => cited.has(id) || NAMES.test(locator) || BESIDE.test(locator));
};

function repeats(text: string, instructions: string): boolean {
  const ours = ` ${wordsOf(instructions).join(" ")} `;
  const words = wordsOf(text.replace(TOKEN, " "));
  return words.some(
    (_word, i) =>
      i + LEAK_WORDS <= words.length && ours.includes(` ${words.slice(i, i + LEAK_WORDS).join(" ")} `),
  );
}

/** Some models think aloud before they answer. */
const withoutThinking = (raw: string): string => raw.replace(/^\s*<think>[\s\S]*?<\/think>/u, "");

/** Figures and addresses in place of their tokens. */
function fill(body: string, { figures, links }: Sources): string {
  const filled = body.replace(TOKEN, (_whole, name: string, at: number) => {
    const printed = figures.get(name)?.printed ?? links.get(name)?.url ?? "";
    return at === 0 || /^\p{Lu}{2}|^[^\p{L}]|^\p{Lu}+[.\d/-]/u.test(printed)
      ? printed
      : printed.charAt(0).toLowerCase() + printed.slice(1);
  });
  const text = withoutTail(filled.replace(/\s+/gu, " ").trim(), /[.!?…]/);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
