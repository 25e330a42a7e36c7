/** Figures of a generated sentence: each is a token of a quote that the sentence cites, and stands with the words that are
 *  about it there. */
import { contains, likeness, normalized, TOKEN, tellingWords, word, wordsOf } from "./lock-words.ts";
import { type FigureToken, type Source, type Sources, UNITS } from "./sources.ts";
import type { Problem } from "./text-problems.ts";
import { QUALIFIERS } from "./wording.ts";

const NUMBER_WORD =
  "một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|trăm|nghìn|ngàn|triệu|tỷ|nửa|rưỡi|vài";
const WRITTEN_NUMBER = word(
  `(?:(?:${NUMBER_WORD})\\s+){1,20}(?:${UNITS}|nhiệm vụ|mục tiêu|cơ quan|sở|bước|loại)`,
);

export function checkFigures(
  body: string,
  cited: readonly Source[],
  sources: Sources,
  problems: Set<Problem>,
): void {
  const placed: (FigureToken & { after: number; before: number })[] = [];
  for (const match of body.matchAll(TOKEN)) {
    const figure = sources.figures.get(match[1]!);
    if (!figure && !sources.links.has(match[1]!)) problems.add("figure_unknown");
    if (!figure) continue;
    const source = cited.find((row) => row.id === figure.sourceId);
    if (!source) problems.add("figure_of_other_quote");
    else if (!isInPlace(body, match[0], figure, source, sources)) problems.add("figure_out_of_place");
    placed.push({ ...figure, before: match.index, after: match.index + match[0].length });
  }
  // "6 tháng và hàng năm (trước ngày 15/12)": what stands between two figures can't be left out, nor their order changed.
  placed.slice(1).forEach((figure, i) => {
    const last = placed[i]!;
    if (figure.sourceId !== last.sourceId || figure.clauseStart !== last.clauseStart) return;
    const quote = cited.find((row) => row.id === figure.sourceId)?.quote ?? "";
    const said = new Set(wordsOf(body.slice(last.after, figure.before)));
    const isKept = tellingWords(quote.slice(last.end, figure.start)).every((word) => said.has(word));
    if (last.end > figure.start || !isKept) problems.add("figure_out_of_place");
  });
  const rest = body.replace(TOKEN, " ");
  if (/\p{N}|[⟦⟧]/u.test(rest)) problems.add("figure_written");
  const quotes = cited.map((source) => source.quote.toLowerCase());
  for (const [written] of rest.matchAll(WRITTEN_NUMBER))
    if (!quotes.some((quote) => quote.includes(written.toLowerCase()))) problems.add("figure_written");
}

/** The words about a figure are those about it in its quote, no other figure's place there fits them better, and none
 *  limits it anew. */
function isInPlace(
  body: string,
  token: string,
  figure: FigureToken,
  { locator, id }: Source,
  { figures }: Sources,
): boolean {
  const part = body
    .split(/[;,()]/u)
    .find((piece) => piece.includes(token))!
    .replace(TOKEN, " ");
  const whole = body.replace(TOKEN, " ");
  const place = `${figure.clause} ${locator}`;
  const about = tellingWords(part);
  const known = new Set(tellingWords(place));
  if (about.length > 0 && !about.some((word) => known.has(word))) return false;
  if ([...part.matchAll(QUALIFIERS)].some(([words]) => !contains(normalized(place), words))) return false;
  return ![...figures.values()].some((rival) => {
    if (rival.sourceId !== id || rival.start === figure.start) return false;
    return rival.clauseStart === figure.clauseStart
      ? likeness(part, rival.near) > likeness(part, figure.near)
      : likeness(whole, rival.beside) > likeness(whole, figure.beside);
  });
}
