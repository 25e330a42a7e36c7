/**
 * Record types: everything an answer may state comes from one of these.
 * Each record carries the evidence that proves it, so that the figure lock can check an answer against quotes.
 */
import { z } from "zod";
import { planWords } from "./plan-words.ts";
import { isoDate } from "./procedure-record.ts";

export * from "./procedure-record.ts";
export * from "./reviewed-procedure.ts";

/** Printed lines of a text document, 1-based and inclusive; of a document that keeps no lines, its paragraphs. */
export const lineRange = z.tuple([z.number().int().positive(), z.number().int().positive()]);
export type LineRange = z.infer<typeof lineRange>;

/** A verbatim quote and where it stands. For text documents the quote is a substring of the lines of the range
 *  joined by single spaces; for JSON documents it is a substring of the string at `path`. */
export const evidence = z.object({
  documentId: z.string(),
  /** For people, in Vietnamese: "Phụ lục, nhóm V, nhiệm vụ 9". */
  locator: z.string(),
  lines: lineRange.optional(),
  /** JSON pointer (RFC 6901) inside the source file, for record documents. */
  pointer: z.string().optional(),
  quote: z.string().min(1),
});
export type Evidence = z.infer<typeof evidence>;

export const sourceDocument = z.object({
  id: z.string(),
  file: z.string(),
  /** imported: a file of procedures as an office has it; text: any other file, cited passage by passage. */
  kind: z.enum(["plan", "agencies", "procedures", "imported", "text"]),
  /** "2704/QĐ-UBND"; empty for documents that carry no number. */
  number: z.string(),
  title: z.string(),
  issuer: z.string(),
  signer: z.string().nullable(),
  issuedOn: isoDate.nullable(),
  effectiveFrom: isoDate.nullable(),
  status: z.enum(["in_force", "unconfirmed", "superseded"]),
  /** Vietnamese sentence shown when the status is not plainly in force; null otherwise. */
  statusNote: z.string().nullable(),
  /** What the office calls it. */
  calledAs: z.string().optional(),
  /** Id of the plan that takes its place. */
  replacedBy: z.string().optional(),
  /** Of a plan, where somebody has written them. */
  words: planWords.optional(),
});
export type SourceDocument = z.infer<typeof sourceDocument>;

/** One stated fact about a document: signer, date, an article, a legal basis. */
export const documentFact = z.object({
  id: z.string(),
  documentId: z.string(),
  key: z.enum([
    "number",
    "issued",
    "title",
    "signer",
    "issuer",
    "proposal",
    "effect",
    "executors",
    "article",
    "legal_basis",
    "recipients",
    "structure",
  ]),
  /** What the fact is, in Vietnamese: "Người ký". */
  label: z.string(),
  value: z.string(),
  evidence,
});
export type DocumentFact = z.infer<typeof documentFact>;

/** A heading of the plan's body: "V" or "V.8". */
export const section = z.object({
  id: z.string(),
  documentId: z.string(),
  label: z.string(),
  title: z.string(),
  /** Titles from the top heading down to this one. */
  path: z.array(z.string()),
  evidence,
});
export type Section = z.infer<typeof section>;

/** One bullet or paragraph, lines joined, wording untouched. `sectionLabel` and `path` are those of the plan; a text
 *  document has the label "" and its own headings. */
export const passage = z.object({
  id: z.string(),
  documentId: z.string(),
  sectionLabel: z.string(),
  path: z.array(z.string()),
  text: z.string(),
  evidence,
});
export type Passage = z.infer<typeof passage>;

/** A figure of a target with the qualifier that stands before it: "trên 50%", "tối thiểu 90%". */
export const targetFigure = z.object({
  value: z.string(),
  unit: z.string(),
  qualifier: z.string().nullable(),
});

export const target = z.object({
  id: z.string(),
  documentId: z.string(),
  sectionLabel: z.string(),
  path: z.array(z.string()),
  text: z.string(),
  figures: z.array(targetFigure),
  evidence,
});
export type Target = z.infer<typeof target>;

/** An obligation outside the appendix. `agencyIds` names agencies; `collective` says that it binds everyone. */
export const duty = z.object({
  id: z.string(),
  documentId: z.string(),
  sectionLabel: z.string(),
  path: z.array(z.string()),
  agencyIds: z.array(z.string()),
  collective: z.boolean(),
  text: z.string(),
  /** Words of the text that say when; null when it says nothing. */
  when: z
    .object({
      words: z.string(),
      kind: z.enum(["fixed", "monthly", "quarterly", "half_yearly", "yearly", "ongoing", "after_issue"]),
      /** A date that is reckoned, not printed, with the rule; null when nothing can be reckoned. */
      derived: z.object({ date: isoDate, rule: z.string() }).nullable(),
    })
    .nullable(),
  report: z.boolean(),
  evidence,
});
export type Duty = z.infer<typeof duty>;

/** How a cell of the appendix names bodies: one agency, everyone, an unnamed subset ("liên quan"), or others. */
export const party = z.object({
  /** As printed, lines joined. */
  printed: z.string(),
  kind: z.enum(["agency", "collective", "related", "other"]),
  agencyId: z.string().nullable(),
  /** For a collective: does it reach the districts ("địa phương")? */
  includesLocal: z.boolean(),
  /** Its part in the task, printed in brackets behind its name: "cấp phép, theo dõi"; "" without. */
  part: z.string(),
});
export type Party = z.infer<typeof party>;

/** Days that a printed time covers, both included; null: the print names no such end. `unit` is what it counts in. */
export const dueSpan = z.object({
  from: isoDate.nullable(),
  until: isoDate.nullable(),
  unit: z.enum(["day", "month", "quarter", "half", "year"]),
});
export type DueSpan = z.infer<typeof dueSpan>;

/** What the printed period of a task says, in days. */
export const due = z.object({
  /** In printed order: "quý II, quý IV/2026" are two. */
  spans: z.array(dueSpan),
  /** The first and the last day of all; null: open. */
  from: isoDate.nullable(),
  until: isoDate.nullable(),
  /** It begins at a time and has no end: "2025 và những năm tiếp theo", "từ 01/02/2026". */
  isOpen: z.boolean(),
  rhythm: z.enum(["none", "ongoing", "weekly", "monthly", "quarterly", "half_yearly", "yearly"]),
  /** "Quý II" in a plan "năm 2026": the title gave the year. */
  yearFromTitle: z.boolean(),
});
export type Due = z.infer<typeof due>;

export const task = z.object({
  /** Printed label; the second group II has ids "IIb.n". */
  id: z.string(),
  documentId: z.string(),
  /** For people: "V.9", "II.1 (Phát triển hạ tầng số)". */
  label: z.string(),
  groupId: z.string(),
  /** Roman numeral as printed: "II" for both groups II. */
  groupNumeral: z.string(),
  groupName: z.string(),
  number: z.number().int().positive(),
  title: z.string(),
  /** Cells as printed, lines joined. */
  leadPrinted: z.string(),
  coordinatingPrinted: z.string(),
  leads: z.array(party),
  coordinating: z.array(party),
  /** As printed: "2023-2024", "Hàng năm"; "" where the plan prints none. */
  period: z.string(),
  due,
  startYear: z.number().int().nullable(),
  endYear: z.number().int().nullable(),
  /** periodic: more often than once a year. */
  recurrence: z.enum(["none", "yearly", "periodic", "ongoing"]),
  /** What is to come out of it, as printed; "" where the table has no such column. */
  product: z.string(),
  note: z.string(),
  /** Other columns: their heading and what the row prints there. */
  more: z.array(z.object({ name: z.string(), text: z.string() })),
  evidence,
});
export type Task = z.infer<typeof task>;

export const taskGroup = z.object({
  id: z.string(),
  documentId: z.string(),
  numeral: z.string(),
  name: z.string(),
  taskIds: z.array(z.string()),
  evidence,
});
export type TaskGroup = z.infer<typeof taskGroup>;

export const agency = z.object({
  id: z.string(),
  /** Name of 2023 as printed in the plan (or the usual full name where the plan doesn't name it). */
  name: z.string(),
  kind: z.enum(["department", "office", "inspectorate", "board", "sector", "district", "province", "body"]),
  aliases: z.array(
    z.object({
      text: z.string(),
      /** weak: a phrase that is often something else ("ngành y tế", "Vũng Tàu"); needs support from the question. */
      type: z.enum(["full", "short", "abbreviation", "spoken", "weak"]),
    }),
  ),
  /** Part of "các sở, ban, ngành, địa phương": which word of it. Null: not a member. */
  collective: z.enum(["so", "ban", "nganh", "dia_phuong"]).nullable(),
  namedInPlan: z.boolean(),
  /** Known only by the print of that document, and to be looked at by a person; null for the registry's own. */
  review: z.object({ documentId: z.string() }).nullable(),
  successors: z.array(
    z.object({
      /** Full Vietnamese sentence, hedged by its confidence. */
      text: z.string(),
      from: isoDate.nullable(),
      confidence: z.enum(["high", "medium", "low"]),
      source: z.string(),
      evidence,
    }),
  ),
  evidence,
});
export type Agency = z.infer<typeof agency>;
/** Ids of bodies that every office knows, such as ministries, begin so. */
export const COMMON_PREFIX = "chung:";
/** Id of their list. */
export const COMMON_DOCUMENT = "co-quan-thuong-gap";

export const ASPECTS = [
  "documents",
  "time",
  "fee",
  "place",
  "methods",
  "steps",
  "result",
  "legal",
  "conditions",
  "audience",
  "forms",
] as const;
export type Aspect = (typeof ASPECTS)[number];

/** A piece of text for retrieval, pointing at its record. */
export const chunk = z.object({
  id: z.string(),
  recordId: z.string(),
  kind: z.enum(["task", "target", "duty", "passage", "fact", "procedure", "agency"]),
  /** Heading path, then the text, as indexed. */
  headings: z.array(z.string()),
  text: z.string(),
});
export type Chunk = z.infer<typeof chunk>;

/** What is indexed of a chunk. */
export const textOf = ({ headings, text }: Pick<Chunk, "headings" | "text">): string =>
  [...headings, text].join("\n");
