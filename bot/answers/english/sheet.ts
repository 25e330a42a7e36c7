/** What an English answer is written on: the records, quotes and computed values are those of the Vietnamese draft; only
 *  the sentences of our own are written anew. */
import { formatDay } from "../../../knowledge/calendar.ts";
import type { DraftReply } from "../../draft.ts";
import type { Citation, Computed } from "../../reply.ts";
import type { AnswerContext } from "../context.ts";
import { DOCUMENT_KINDS, LINK_LABELS, LOCATOR_WORDS, RULES, SUGGESTIONS, type Template } from "./phrases.ts";

const MAX_SUGGESTIONS = 5;
const SHOWN_LOCATORS = 3;
export const COUNTED = "counted from the rows of the appendix that meet what was asked";

export class Sheet {
  readonly #paragraphs: string[] = [];
  readonly #spoken: string[] = [];
  readonly #computed = new Map<string, Computed>();
  #suggestions: string[];
  #sourceLine = true;

  readonly draft: DraftReply;
  readonly context: AnswerContext;

  /** @param draft  What the Vietnamese composer of the same query made. */
  constructor(draft: DraftReply, context: AnswerContext) {
    this.draft = draft;
    this.context = context;
    for (const { value, rule } of draft.computed) this.compute(value, ruleInEnglish(rule));
    this.#suggestions = draft.suggestions.map(suggestionInEnglish);
  }

  /** Adds a paragraph (or a list, lines joined by \n). */
  say(text: string | undefined): this {
    if (text) this.#paragraphs.push(text);
    return this;
  }

  /** Adds a sentence for the ear; without any, the text itself is read. */
  speak(text: string | undefined): this {
    if (text) this.#spoken.push(text.replaceAll("**", ""));
    return this;
  }

  /** A sentence for the eye and the ear. */
  both(text: string | undefined): this {
    return this.say(text).speak(text);
  }

  /** The words of a record, as they are. */
  quote(text: string): this {
    return this.say(text.replace(/^/gm, "> "));
  }

  compute(value: string | number, rule: string): string {
    const text = String(value);
    this.#computed.set(`${text}|${rule}`, { value: text, rule });
    return text;
  }

  withoutSourceLine(): this {
    this.#sourceLine = false;
    return this;
  }

  /** In place of those of the Vietnamese draft. */
  suggestOnly(...questions: string[]): this {
    this.#suggestions = questions;
    return this;
  }

  finish(): DraftReply {
    const paragraphs = [...this.#paragraphs];
    const { citations, links } = this.draft;
    if (this.#sourceLine && citations.length > 0) paragraphs.push(sourceLine(citations));
    return {
      ...this.draft,
      text: paragraphs.join("\n\n"),
      spoken: (this.#spoken.length > 0 ? this.#spoken : this.#paragraphs).join(" ").replaceAll("**", ""),
      computed: [...this.#computed.values()],
      links: links.map((link) => ({ ...link, label: LINK_LABELS[link.label] ?? link.label })),
      options: this.draft.options.map((option) => ({ ...option, label: suggestionInEnglish(option.label) })),
      suggestions: [...new Set(this.#suggestions)].slice(0, MAX_SUGGESTIONS),
    };
  }
}

/** "*Source: Decision 2704/QĐ-UBND of 25/10/2023 – Appendix, group V, task 9.*" */
export function sourceLine(citations: readonly Citation[]): string {
  const byDocument = new Map<string, Set<string>>();
  for (const citation of citations) {
    const title = sourceTitle(citation);
    byDocument.set(title, (byDocument.get(title) ?? new Set()).add(locatorInEnglish(citation.locator)));
  }
  const parts = [...byDocument].map(([title, locators]) => {
    const shown = [...locators].slice(0, SHOWN_LOCATORS).join("; ");
    return `${title} – ${shown}${locators.size > SHOWN_LOCATORS ? " and the places cited with it" : ""}`;
  });
  return `*Source: ${parts.join(". ")}.*`;
}

function sourceTitle({ document, number, issuedOn, verifiedOn }: Citation): string {
  if (verifiedOn) return `${document} (checked on ${formatDay(verifiedOn)})`;
  if (document.startsWith("Tệp ")) return `File ${document.slice("Tệp ".length)} (not checked)`;
  const day = issuedOn === null ? "" : formatDay(issuedOn);
  if (number && day) return `${DOCUMENT_KINDS[kindOf(number)] ?? "Document"} ${number} of ${day}`;
  return day ? `${document} (${day})` : document;
}

/** "2704/QĐ-UBND" → "QĐ". */
export const kindOf = (number: string): string => /\/(\p{L}+)(?:-|$)/u.exec(number)?.[1] ?? "";

/** "Phụ lục, nhóm V (…), nhiệm vụ 9" → "Appendix, group V (…), task 9"; names in it stay. */
export const locatorInEnglish = (locator: string): string =>
  locator
    .split(", ")
    .map((part) => {
      const row = LOCATOR_WORDS.find(([word]) => part === word || part.startsWith(`${word} `));
      return row ? row[1] + part.slice(row[0].length) : part;
    })
    .join(", ");

export const ruleInEnglish = (rule: string): string =>
  RULES.find(([start]) => rule.startsWith(start))?.[1] ?? "reckoned by the assistant from what is printed";

/** A suggestion in English; a record's name stays. */
export const suggestionInEnglish = (suggestion: string): string =>
  firstOf(SUGGESTIONS, suggestion) ?? suggestion;

/** "V.9 và V.10"; names keep theirs. */
const BETWEEN_LABELS = /(?<=\d) và (?=[IVX])/;

/** What the first template that fits makes of the text. */
export function firstOf(templates: readonly Template[], text: string): string | undefined {
  for (const [vietnamese, english] of templates) {
    const held = slotOf(vietnamese, text);
    if (held !== undefined) return english.replaceAll("{}", () => held.replace(BETWEEN_LABELS, " and "));
  }
  return undefined;
}

/** What stands for "{}" in the text; "" for a template without one that is the text. */
function slotOf(template: string, text: string): string | undefined {
  const [start = "", end] = template.split("{}");
  if (end === undefined) return text === template ? "" : undefined;
  const fits = text.length > start.length + end.length && text.startsWith(start) && text.endsWith(end);
  return fits ? text.slice(start.length, text.length - end.length) : undefined;
}

/** "A, B and C". */
export const listed = (names: readonly string[]): string =>
  names.length <= 1 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** "1 task", "4 tasks"; the count may stand in bold. */
export const counted = (count: string | number, noun: string, plural = `${noun}s`): string =>
  `${count} ${String(count).replaceAll("*", "") === "1" ? noun : plural}`;
