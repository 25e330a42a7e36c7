/** The figure lock: a number, date, percentage, sum, document number, label or agency name leaves in a reply only if
 *  it stands in the quote of one of the reply's citations, or is declared as computed with its rule.
 *  Both sides go through the same normalisation: "ngày 25 tháng 10 năm 2023" = 25/10/2023, "8.000" = 8000. */
import type { Agency } from "../knowledge/records.ts";
import { normalizeText } from "../knowledge/vietnamese/normalize.ts";
import { tokenize } from "../knowledge/vietnamese/tokens.ts";
import { AgencyNames } from "./agency-names.ts";
import type { DraftReply } from "./draft.ts";
import type { Citation } from "./reply.ts";

export interface Figure {
  kind: "date" | "period" | "percent" | "document_number" | "procedure_code" | "label" | "number" | "agency";
  /** Canonical: ISO date, plain integer or decimal, upper-case document number, agency id. */
  value: string;
  /** As it stands in the text. */
  printed: string;
}

const LETTER = "\\p{L}\\p{M}";
const PATTERNS: readonly {
  kind: Figure["kind"];
  pattern: RegExp;
  canonical: (match: RegExpExecArray) => string[];
}[] = [
  {
    kind: "document_number",
    pattern: new RegExp(
      `(?<![\\d${LETTER}])\\d+(?:/\\d{4})?(?:/[A-ZĐ]+\\d*(?:-[A-ZĐ]+)*|-[A-ZĐ]{2,}/[A-ZĐ]{2,})(?![${LETTER}\\d])`,
      "giu",
    ),
    canonical: (match) => [match[0].toUpperCase()],
  },
  {
    kind: "procedure_code",
    pattern: /(?<!\d)\d\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2}\.H\d{2})?(?!\d)/g,
    canonical: (match) => [match[0].slice(0, 8)],
  },
  {
    // Before percentages: "V.8 – 50%" is no range.
    kind: "label",
    pattern: new RegExp(`(?<![${LETTER}\\d])(?:IX|IV|V?I{1,3}b?|VI{0,3}|X)\\.\\d{1,2}(?!\\d)`, "g"),
    canonical: (match) => [match[0]],
  },
  {
    kind: "date",
    pattern: /(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/giu,
    canonical: (match) => [day(match[1]!, match[2]!, match[3]!)],
  },
  {
    kind: "date",
    pattern: /(?<![\d/])(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?![\d/])/g,
    canonical: (match) => [day(match[1]!, match[2]!, match[3]!)],
  },
  {
    kind: "date",
    pattern: /(?<![\d/])(\d{1,2})\/(\d{1,2})(?![\d/])/g,
    canonical: (match) => [day(match[1]!, match[2]!)],
  },
  {
    kind: "period",
    pattern: /(?<![\d/])(20\d{2})\s*[-–]\s*(20\d{2})(?!\d)/g,
    canonical: (match) => [`${match[1]}-${match[2]}`],
  },
  {
    kind: "percent",
    pattern: /(?<!\d)(\d+(?:[.,]\d+)?)(?:\s*[-–]\s*(\d+(?:[.,]\d+)?))?\s*%/g,
    canonical: (match) => [match[1]!, match[2]].filter((value) => value !== undefined).map(plainNumber),
  },
  {
    kind: "number",
    pattern: /\d+(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?/g,
    canonical: (match) => [plainNumber(match[0])],
  },
];

const day = (date: string, month: string, year?: string) =>
  [year, month.padStart(2, "0"), date.padStart(2, "0")].filter(Boolean).join("-");

const plainNumber = (printed: string) =>
  String(Number(printed.replace(/\.(?=\d{3}(?!\d))/g, "").replace(",", ".")));

/** All figures of a text, each stretch of it once (a date is not also three numbers). */
export function extractFigures(text: string, agencies: AgencyNames): Figure[] {
  const normal = normalizeText(text);
  const figures: Figure[] = [];
  let rest = normal;
  for (const { kind, pattern, canonical } of PATTERNS) {
    rest = rest.replace(pattern, (...match) => {
      const groups = match
        .slice(0, -2)
        .filter((part) => typeof part !== "object") as unknown as RegExpExecArray;
      for (const value of canonical(groups)) figures.push({ kind, value, printed: match[0] });
      return " ".repeat(match[0].length);
    });
  }
  for (const mention of agencies.findExact(tokenize(normal))) {
    // A weak phrase ("Vũng Tàu") is a place or a subject, not the name of an agency.
    if (mention.weak) continue;
    const ids = mention.agencies.map((agency) => agency.id);
    figures.push({ kind: "agency", value: ids.sort().join("|"), printed: ids.join(", ") });
  }
  return figures;
}

const keyOf = (figure: Pick<Figure, "kind" | "value">) => `${figure.kind}:${figure.value}`;

/** Keys that one quote supports. A date also supports its day-and-month and its parts; a percentage its number; a
 *  document number its leading number; a label its number. Never the other way round. */
function supportOf(figures: Figure[]): Set<string> {
  const keys = new Set<string>();
  for (const figure of figures) {
    keys.add(keyOf(figure));
    const parts = figure.value.match(/\d+/g) ?? [];
    if (figure.kind === "date") {
      const [date, month, year] = [...parts].reverse();
      if (year) keys.add(`date:${month}-${date}`);
      for (const part of parts) keys.add(`number:${Number(part)}`);
    } else if (figure.kind === "percent") {
      keys.add(`number:${figure.value}`);
    } else if (figure.kind === "period" || figure.kind === "document_number" || figure.kind === "label") {
      for (const part of parts) keys.add(`number:${Number(part)}`);
    } else if (figure.kind === "agency") {
      for (const id of figure.value.split("|")) keys.add(`agency:${id}`);
    }
  }
  return keys;
}

export interface LockResult {
  passed: boolean;
  /** Figures without support. */
  unsupported: Figure[];
}

/** Lines remembered: quotes and rows of records come back in answer after answer. */
const MAX_REMEMBERED = 20_000;

export class FigureLock {
  readonly #agencies: AgencyNames;
  readonly #figuresOf = new Map<string, Figure[]>();
  readonly #supportOf = new Map<string, Set<string>>();

  constructor(agencies: readonly Agency[]) {
    this.#agencies = new AgencyNames(agencies);
  }

  /** Checks the text and the spoken text of a reply, and its task and procedure rows. */
  check(reply: DraftReply): LockResult {
    const support = new Set<string>();
    for (const citation of reply.citations) {
      for (const key of this.#citationSupport(citation)) support.add(key);
    }
    for (const { value } of reply.computed) {
      // A computed value stands for itself: "31/12/2024" is no leave to say 2024 of something else.
      for (const figure of this.#figures(value)) support.add(keyOf(figure));
    }
    const rows = [
      ...reply.tasks.map((row) =>
        [row.label, row.title, row.period, ...row.lead, ...row.coordinating].join("\n"),
      ),
      ...reply.procedures.map((row) => `${row.code}\n${row.name}`),
    ];
    // An address of a citation or of a file states nothing.
    const addresses = [...reply.citations, ...reply.links].flatMap(({ url }) => url ?? []);
    const withoutAddresses = (text: string) =>
      addresses.reduce((rest, address) => rest.replaceAll(address, " "), text);
    const unsupported = [withoutAddresses(reply.text), withoutAddresses(reply.spoken), ...rows]
      .flatMap((text) => text.split("\n"))
      .flatMap((line) => this.#figures(line))
      .filter((figure) => !this.#isSupported(figure, support));
    return { passed: unsupported.length === 0, unsupported };
  }

  #isSupported(figure: Figure, support: Set<string>): boolean {
    if (figure.kind === "agency") return figure.value.split("|").some((id) => support.has(`agency:${id}`));
    return support.has(keyOf(figure));
  }

  /** Figures of one line; no figure runs over the end of a line. */
  #figures(line: string): Figure[] {
    return remembered(this.#figuresOf, line, () => extractFigures(line, this.#agencies));
  }

  /** A citation supports what its quote says and what identifies it: number, date, locator, day of verification. */
  #citationSupport(citation: Citation): Set<string> {
    const { document, number, locator, issuedOn, verifiedOn, quote } = citation;
    const key = [document, number, locator, issuedOn, verifiedOn, quote].join("|");
    return remembered(this.#supportOf, key, () => this.#supportOfCitation(citation));
  }

  #supportOfCitation(citation: Citation): Set<string> {
    const identity = [
      citation.document,
      citation.number,
      citation.locator,
      citation.issuedOn,
      citation.verifiedOn,
    ].map((part) => part?.replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$3/$2/$1") ?? "");
    const figures = [citation.quote, ...identity].flatMap((text) => extractFigures(text, this.#agencies));
    const keys = supportOf(figures);
    // Years in a title ("giai đoạn 2023-2025") are no period of what the document holds.
    const quoted = new Set(this.#figures(citation.quote).map(keyOf));
    for (const key of keys) if (key.startsWith("period:") && !quoted.has(key)) keys.delete(key);
    for (const label of labelsIn(citation.locator)) keys.add(`label:${label}`);
    return keys;
  }
}

function remembered<T>(memory: Map<string, T>, key: string, compute: () => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const value = compute();
  if (memory.size >= MAX_REMEMBERED) memory.clear();
  memory.set(key, value);
  return value;
}

/** "Phụ lục, nhóm IIb …, nhiệm vụ 1" names the task II.1, "mục V.8" the section V.8. */
function labelsIn(locator: string): string[] {
  const group = /nhóm\s+([IVX]+)b?\b/u.exec(locator);
  const task = group && /nhiệm vụ\s+(\d+)/u.exec(locator.slice(group.index));
  const section = /mục\s+([IVX]+(?:\.\d+)?)/u.exec(locator);
  return [task ? `${group![1]}.${task[1]}` : undefined, section?.[1]].filter((label) => label !== undefined);
}
