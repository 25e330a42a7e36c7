/** Finds the figures of a text and what proves each: a computed value has its rule, any other the quote it stands in. */

/** @import { Citation, Computed, Proof } from "./types.d.ts" */

/** Document numbers, dates, periods, codes, sums, percentages, plain numbers; and labels of tasks. */
const FIGURE =
  /\d+(?:\.\d+)?\/(?:\d{4}\/)?[A-ZĐ][A-ZĐ\d]*(?:-[A-ZĐ][A-ZĐ\d]*)*|\d{1,2}\/\d{1,2}\/\d{4}|\d{1,2}\/\d{4}|\d{1,2}\/\d{1,2}|\d{4}-\d{4}|\d+(?:[.,]\d+)*(?: ?%)?|(?<![IVX])[IVX]+\.\d+(?: \(\p{Lu}[^()]+\))?/gu;
const WORD = /[\p{L}\d]+/gu;
const LETTER_OR_DIGIT = /[\p{L}\p{M}\d]/u;

/** @param {string} text @returns {(string | { figure: string })[]} the text in order, figures apart */
export function splitFigures(text) {
  /** @type {(string | { figure: string })[]} */
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(FIGURE)) {
    const from = match.index;
    if (from < end || isInside(text, from, from + match[0].length)) continue;
    if (from > end) parts.push(text.slice(end, from));
    parts.push({ figure: match[0] });
    end = from + match[0].length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

/** Part of a longer word or number: "A1", "12-2025" of "05-12-2025".
 *  @param {string} text @param {number} from @param {number} to */
function isInside(text, from, to) {
  const before = text[from - 1] ?? " ";
  const after = text[to] ?? " ";
  return LETTER_OR_DIGIT.test(before) || LETTER_OR_DIGIT.test(after);
}

/** Where the figure stands in the quote; -1 when it doesn't, or only as part of a longer number.
 *  @param {string} quote @param {string} figure */
export function positionIn(quote, figure) {
  for (let at = quote.indexOf(figure); at >= 0; at = quote.indexOf(figure, at + 1)) {
    const longerBefore = /\d[.,/-]?$/.test(quote.slice(0, at)) && /^\d/.test(figure);
    const longerAfter = /^(?:\d|[.,/]\d)/.test(quote.slice(at + figure.length)) && /\d$/.test(figure);
    if (!longerBefore && !longerAfter) return at;
  }
  return -1;
}

/** @param {{ citations: Citation[], computed: Computed[] }} reply */
export function createProofs({ citations, computed }) {
  return {
    /** The rule or the citation behind a figure; undefined when the reply has neither.
     *  @param {string} figure
     *  @param {string} line the words around the figure, which tell between quotes that hold it
     *  @returns {Proof | undefined} */
    find(figure, line) {
      const rules = computed.filter(({ value }) => value === figure).map(({ rule }) => rule);
      if (rules.length > 0) return { rules };
      const labelled = citationOfLabel(figure, citations);
      if (labelled) return { citation: labelled };
      const words = new Set(line.match(WORD));
      /** @type {{ citation: Citation, score: number } | undefined} */
      let best;
      for (const citation of citations) {
        if (positionIn(citation.quote, figure) < 0 && citation.number !== figure) continue;
        const score = new Set(citation.quote.match(WORD)?.filter((word) => words.has(word))).size;
        if (!best || score > best.score) best = { citation, score };
      }
      if (best) return { citation: best.citation };
      const inRule = computed.find(({ value }) => positionIn(value, figure) >= 0);
      return inRule && { rules: [inRule.rule] };
    },
  };
}

/** "V.24" is cited as "Phụ lục, nhóm V (…), nhiệm vụ 24".
 *  @param {string} label @param {readonly Citation[]} citations */
function citationOfLabel(label, citations) {
  const match = /^([IVX]+)\.(\d+)(?: \((.+)\))?$/u.exec(label);
  if (!match) return undefined;
  const [, group, number, name] = match;
  return citations.find(
    ({ locator }) =>
      (locator.includes(`nhóm ${group} (${name ?? ""}`) && locator.endsWith(`nhiệm vụ ${number}`)) ||
      locator.endsWith(`mục ${label}`),
  );
}
