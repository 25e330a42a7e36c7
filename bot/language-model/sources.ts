/** Quotes as a model is shown them: every figure taken out and a token put in its place, so that it can place a figure but
 *  neither write nor change one; and addresses likewise. */
import { withoutTail } from "../../knowledge/text-scan.ts";
import { normalizeText } from "../../knowledge/vietnamese/normalize.ts";
import type { Citation } from "../reply.ts";

export interface Source {
  /** Id of the citation. */
  id: string;
  locator: string;
  /** Names what the quote belongs to: document, number. */
  title: string;
  quote: string;
  /** The quote with tokens. */
  shown: string;
}

export interface FigureToken {
  /** As printed, with the words that limit it and its unit: "không quá 3 ngày làm việc". */
  printed: string;
  sourceId: string;
  /** Offsets in the quote, end exclusive. */
  start: number;
  end: number;
  /** The sentence or cell of the quote in which it stands, and where that begins. */
  clause: string;
  clauseStart: number;
  /** What else stands in the clause, and in the part of it between commas or brackets. */
  beside: string;
  near: string;
}

export interface Sources {
  list: readonly Source[];
  /** "f1" → figure. */
  figures: ReadonlyMap<string, FigureToken>;
  /** "l1" → address of a source. */
  links: ReadonlyMap<string, { url: string; sourceId: string }>;
}

export const UNITS =
  "đồng(?:\\s*/\\s*\\p{L}+(?:\\s(?:sao|chính|sơ))?)?|nghìn|triệu|tỷ|ngày làm việc|ngày|giờ|phút|tuần|tháng|quý|năm|tuổi|bản chính|bản sao|bản|bộ|lần|người|phần trăm|%";
const LIMITS =
  "phấn đấu|không quá|không dưới|không vượt quá|chậm nhất|muộn nhất|sớm nhất|tối thiểu|tối đa|ít nhất|nhiều nhất|trên|dưới|hơn|khoảng|trước|sau|từ|đến|gần|đạt|trong vòng|trong";
const DATE = "(?:ngày\\s+)?\\d{1,2}\\s+tháng\\s+\\d{1,2}(?:\\s+năm\\s+\\d{4})?";
const RUN = "[\\p{L}\\d./,%+-]*\\d[\\p{L}\\d./,%+-]*";
const measured = (core: string) => `(?:${core})(?:\\s*(?:${UNITS})(?![\\p{L}\\p{M}]|\\s+\\d))?`;
/** A run is looked at from its beginning alone. */
const FIRST = measured(`${DATE}|(?<![./,%+-])${RUN}`);
const SECOND = measured(`${DATE}|${RUN}`);
const FIGURE = new RegExp(
  `(?<![\\p{L}\\p{M}\\d])(?:(?:${LIMITS})\\s+(?:hết\\s+)?(?:(?:ngày|năm|tháng|quý)\\s+)?){0,5}${FIRST}(?:\\s*(?:-|đến|tới)\\s*${SECOND})?`,
  "giu",
);
const CLAUSE_END = /[;|\n•]|[.!?](?=\s|$)/u;
const PIECE_END = /[;|\n•,()]|[.!?](?=\s|$)/u;

export const splitClauses = (text: string): string[] => text.split(CLAUSE_END);

export function readSources(citations: readonly Citation[]): Sources {
  const figures = new Map<string, FigureToken>();
  const links = new Map<string, { url: string; sourceId: string }>();
  const list = citations.map((citation) => {
    const quote = normalizeText(citation.quote);
    let shown = "";
    let from = 0;
    for (const match of quote.matchAll(FIGURE)) {
      const printed = withoutTail(match[0], /[.,\-/]/);
      const token = `f${figures.size + 1}`;
      const [start, end] = [match.index, match.index + printed.length];
      const [before, after] = around(quote, start, end, CLAUSE_END);
      figures.set(token, {
        printed,
        sourceId: citation.id,
        start,
        end,
        clause: before + printed + after,
        clauseStart: start - before.length,
        beside: `${before} ${after}`,
        near: around(quote, start, end, PIECE_END).join(" "),
      });
      shown += `${fenced(quote.slice(from, match.index))}⟦${token}⟧`;
      from = match.index + printed.length;
    }
    const { url } = citation;
    if (url && ![...links.values()].some((link) => link.url === url))
      links.set(`l${links.size + 1}`, { url, sourceId: citation.id });
    return {
      id: citation.id,
      locator: citation.locator,
      title: [citation.document, citation.number].join(" "),
      quote,
      shown: shown + fenced(quote.slice(from)),
    };
  });
  return { list, figures, links };
}

/** Data can neither close its fence nor forge a token or a mark. */
export const fenced = (text: string): string =>
  text
    .replace(/[<⟦[]/gu, "(")
    .replace(/[>⟧\]]/gu, ")")
    .replace(/`/gu, "'");

/** What stands before and after, up to the next end. */
const around = (text: string, from: number, to: number, end: RegExp): [before: string, after: string] => [
  text.slice(0, from).split(end).at(-1)!,
  text.slice(to).split(end)[0]!,
];
