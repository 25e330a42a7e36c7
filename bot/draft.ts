/** Builds a reply: every statement is added together with the evidence it rests on. */

import { formatDay } from "../knowledge/calendar.ts";
import type { KnowledgeBase } from "../knowledge/knowledge-base.ts";
import type { Aspect, Evidence, ProcedureRecord, SourceDocument } from "../knowledge/records.ts";
import { documentKind } from "../knowledge/vietnamese/spell-out.ts";
import { DISTRICT_ENDED, mentionsDistrict } from "./district.ts";
import type { Citation, Computed, Kind, Link, Reply, ReplyPlan, ReplyTask, Status } from "./reply.ts";

const MAX_SUGGESTIONS = 5;
const MAX_FALLBACK_QUOTES = 5;

/** A reply before the figure lock; `spoken` still has digits and marks, which are spelled out once it has passed. */
export type DraftReply = Omit<Reply, "spoken"> & { spoken: string };

export class Draft {
  readonly #knowledge: Pick<KnowledgeBase, "documents" | "procedures">;
  readonly #citations = new Map<string, Citation>();
  readonly #computed = new Map<string, Computed>();
  readonly #paragraphs: string[] = [];
  readonly #spoken: string[] = [];
  readonly #suggestions: string[] = [];
  #sourceLine = true;
  #sourceRemark = "";
  /** The one cited last: an answer cites many parts of one record. */
  #procedure: ProcedureRecord | undefined;
  status: Status = "answered";
  kind: Kind = "none";
  tasks: ReplyTask[] = [];
  procedures: { code: string; name: string; aspects: Aspect[] }[] = [];
  readonly links: Link[] = [];
  plan: ReplyPlan | undefined;

  constructor(knowledge: Pick<KnowledgeBase, "documents" | "procedures">) {
    this.#knowledge = knowledge;
  }

  /** Adds a paragraph (or a list, lines joined by \n). */
  say(text: string): this {
    if (text) this.#paragraphs.push(text);
    return this;
  }

  /** Adds a sentence for the ear; without any, the text itself is read. */
  speak(text: string): this {
    if (text) this.#spoken.push(/[.!?…:;]$/.test(text) ? text : `${text}.`);
    return this;
  }

  /** For the eye only: nothing that is written meanwhile is read aloud. */
  quietly(write: () => void): this {
    const spoken = this.#spoken.length;
    write();
    this.#spoken.length = spoken;
    return this;
  }

  cite(evidence: Evidence): this {
    const key = `${evidence.documentId}|${evidence.locator}|${evidence.quote}`;
    if (!this.#citations.has(key)) {
      this.#citations.set(key, this.#toCitation(evidence, `c${this.#citations.size + 1}`));
    }
    return this;
  }

  /** States a value that no source prints, with the rule it follows from; returns the value for use in a sentence. */
  compute(value: string | number, rule: string): string {
    const text = String(value);
    this.#computed.set(`${text}|${rule}`, { value: text, rule });
    return text;
  }

  suggest(...questions: string[]): this {
    for (const question of questions) {
      if (this.#suggestions.length < MAX_SUGGESTIONS && !this.#suggestions.includes(question))
        this.#suggestions.push(question);
    }
    return this;
  }

  withoutSourceLine(): this {
    this.#sourceLine = false;
    return this;
  }

  /** A sentence behind the sources. */
  remarkSource(text: string): this {
    this.#sourceRemark = text;
    return this;
  }

  get paragraphs(): readonly string[] {
    return this.#paragraphs;
  }

  get citations(): Citation[] {
    return [...this.#citations.values()];
  }

  finish(): DraftReply {
    const paragraphs = [...this.#paragraphs];
    if (this.#sourceLine && this.#citations.size > 0) paragraphs.push(this.#sources());
    return {
      status: this.status,
      kind: this.kind,
      text: paragraphs.join("\n\n"),
      spoken: this.#spoken.length > 0 ? this.#spoken.join(" ") : this.#paragraphs.join(" "),
      tasks: this.tasks,
      procedures: this.procedures,
      citations: this.citations,
      computed: [...this.#computed.values()],
      links: this.links,
      options: [],
      suggestions: this.#suggestions,
      ...(this.plan ? { plan: this.plan } : {}),
    };
  }

  #toCitation(evidence: Evidence, id: string): Citation {
    const document = this.#knowledge.documents.find((row) => row.id === evidence.documentId);
    const base = { id, locator: evidence.locator, quote: evidence.quote };
    const procedure = this.#procedureOf(evidence);
    if (procedure) {
      return {
        ...base,
        document: procedure.source.title,
        number: procedure.printedCode === null ? "" : procedure.code,
        issuedOn: null,
        ...(procedure.source.url === null ? {} : { url: procedure.source.url }),
        ...(procedure.verifiedOn === null ? {} : { verifiedOn: procedure.verifiedOn }),
      };
    }
    return {
      ...base,
      document: document?.title ?? evidence.documentId,
      number: document?.number ?? "",
      issuedOn: document?.issuedOn ?? null,
    };
  }

  #procedureOf(evidence: Evidence): ProcedureRecord | undefined {
    const code = /^([^#]+)#\//.exec(evidence.pointer ?? "")?.[1];
    if (code === undefined) return undefined;
    if (this.#procedure?.code !== code)
      this.#procedure = this.#knowledge.procedures.find((row) => row.code === code);
    return this.#procedure;
  }

  /** "Nguồn: Quyết định 2704/QĐ-UBND ngày 25/10/2023 – Phụ lục, nhóm V, nhiệm vụ 9." */
  #sources(): string {
    const byDocument = new Map<string, string[]>();
    for (const citation of this.#citations.values()) {
      const title = sourceTitle(citation);
      // Of a checked procedure the page is enough; its parts are named by their titles in the text.
      const locators = citation.verifiedOn ? [] : [citation.locator];
      byDocument.set(title, [...(byDocument.get(title) ?? []), ...locators]);
    }
    const parts = [...byDocument].map(([title, locators]) => {
      if (locators.length === 0) return title;
      const distinct = [...new Set(locators)];
      const shown =
        distinct.length <= 3
          ? distinct.join("; ")
          : `${distinct.slice(0, 3).join("; ")} và các vị trí kèm theo`;
      return `${title} – ${shown}`;
    });
    const remark = this.#sourceRemark && ` ${this.#sourceRemark}`;
    return `*Nguồn: ${parts.join(". ")}.${remark}*`;
  }
}

function sourceTitle(citation: Citation): string {
  if (citation.verifiedOn) return `${citation.document} (đối chiếu ngày ${formatDay(citation.verifiedOn)})`;
  if (citation.document.startsWith("Tệp ")) return `${citation.document} (chưa đối chiếu)`;
  if (citation.number && citation.issuedOn)
    return `${documentKind(citation.number) ?? "Văn bản"} ${citation.number} ngày ${formatDay(citation.issuedOn)}`;
  if (citation.issuedOn) return `${citation.document} (ngày ${formatDay(citation.issuedOn)})`;
  return citation.document;
}

/** Evidence for a field of a procedure record; the quote is the field's own words. */
export function procedureEvidence(
  procedure: ProcedureRecord,
  pointer: string,
  part: string,
  quote: string,
): Evidence {
  return {
    documentId: procedure.documentId,
    locator: procedure.origin ? `${part}, ${procedure.origin.place}` : part,
    pointer: `${procedure.code}#${pointer}`,
    quote,
  };
}

export function findDocument(
  documents: SourceDocument[],
  kind: SourceDocument["kind"],
): SourceDocument | undefined {
  return documents.find((row) => row.kind === kind);
}

/** What is left of a reply that failed the figure lock: the quotes themselves, which need no further proof. */
export function quotesOnly(draft: DraftReply): DraftReply {
  const quotes = draft.citations.slice(0, MAX_FALLBACK_QUOTES);
  if (quotes.length === 0) {
    const apology = "Trợ lý không đối chiếu được câu trả lời với nguồn nên không nêu, để tránh sai.";
    return {
      ...draft,
      ...NOTHING,
      kind: "none",
      status: "unanswerable_not_in_sources",
      text: apology,
      spoken: apology,
    };
  }
  const opening = "Trợ lý chỉ trích nguyên văn để bảo đảm chính xác:";
  const ended = draft.kind === "procedure" && quotes.some(({ quote }) => mentionsDistrict(quote));
  return {
    ...draft,
    ...NOTHING,
    kind: "passage",
    text: [
      opening,
      ...quotes.map((citation) => `> ${citation.quote}`),
      ...(ended ? [DISTRICT_ENDED] : []),
    ].join("\n\n"),
    spoken: [opening, ...quotes.slice(0, 1).map((citation) => citation.quote)].join(" "),
  };
}

const NOTHING = { tasks: [], procedures: [], computed: [], links: [], options: [], plan: undefined };
