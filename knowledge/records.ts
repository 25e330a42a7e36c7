/**
 * Record types: everything an answer may state comes from one of these.
 * Each record carries the evidence that proves it, so that the figure lock can check an answer against quotes.
 */
import { z } from "zod";

/** ISO 8601 calendar date, e.g. "2023-10-25". */
export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "ngày phải có dạng YYYY-MM-DD");

/** Printed lines of a text document, 1-based and inclusive. */
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
  label: z.string(),
  title: z.string(),
  /** Titles from the top heading down to this one. */
  path: z.array(z.string()),
  lines: lineRange,
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
});
export type Party = z.infer<typeof party>;

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
  /** As printed: "2023-2024", "Hàng năm". */
  period: z.string(),
  startYear: z.number().int().nullable(),
  endYear: z.number().int().nullable(),
  recurrence: z.enum(["none", "yearly", "ongoing"]),
  note: z.string(),
  evidence,
});
export type Task = z.infer<typeof task>;

export const taskGroup = z.object({
  id: z.string(),
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

/** A statement with typed values beside the printed words. */
export const statement = z.object({ text: z.string().min(1) });

export const fee = z.object({
  /** Words for people, complete: "8.000 đồng/bản sao". Never "miễn phí" unless the source really says so. */
  text: z.string().min(1),
  /** Đồng; null when the source gives no single amount. */
  amount: z.number().int().nonnegative().nullable(),
  per: z.string().nullable(),
  /** stated: amount known; free: the source says free and nothing contradicts it; council: set by the provincial
   *  People's Council; unstated: "nguồn không nêu". */
  kind: z.enum(["stated", "free", "council", "unstated"]),
});

export const duration = z.object({
  text: z.string().min(1),
  value: z.number().positive().nullable(),
  unit: z.enum(["working_day", "day", "hour", "month", "same_day", "none"]),
});

/** A procedure as the shipped files hold it: checked by a person, every part filled in. */
export const reviewedProcedure = z.object({
  /** National code: "1.001193". */
  code: z.string().regex(/^\d\.\d{6}$/, "mã thủ tục phải có dạng 1.001193"),
  name: z.string().min(1),
  /** Other names people use; for finding only, never shown as fact. */
  aliases: z.array(z.string()),
  field: z.string(),
  /** Code of the plain procedure that this one is a special case of; null for a plain one. */
  variantOf: z.string().nullable(),
  /** Words that tell this variant from its siblings: "có yếu tố nước ngoài". */
  distinguishing: z.array(z.string()),
  level: z.string(),
  agency: z.string(),
  audience: z.array(z.string().min(1)).min(1),
  steps: z.array(z.string().min(1)).min(1),
  methods: z
    .array(
      z.object({
        channel: z.enum(["in_person", "online", "post"]),
        time: duration,
        fees: z.array(fee).min(1),
        note: z.string().nullable(),
      }),
    )
    .min(1),
  place: z.string().min(1),
  documents: z
    .array(
      z.object({
        /** "" when there is only one case. */
        case: z.string(),
        items: z
          .array(
            z.object({
              text: z.string().min(1),
              /** submit: handed in; show: presented and given back. */
              manner: z.enum(["submit", "show"]),
              original: z.number().int().nonnegative(),
              copy: z.number().int().nonnegative(),
              form: z.string().nullable(),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
  result: z.array(z.string().min(1)).min(1),
  legalBases: z.array(z.string().min(1)).min(1),
  conditions: z.array(z.string().min(1)),
  /** Things people trip over; shown after the answer, short. */
  notes: z.array(z.string().min(1)),
  verifiedOn: isoDate,
  source: z.object({
    title: z.string(),
    url: z.string().url(),
    /** Number of the decision that publishes the procedure, if known. */
    decision: z.string().nullable(),
    /** Month of the data that the facts were compared with: "2026-07". */
    dataAsOf: z.string().regex(/^\d{4}-\d{2}$/),
  }),
});
export type ReviewedProcedure = z.infer<typeof reviewedProcedure>;

export const LEVELS = ["commune", "province", "ministry", "other"] as const;
export type Level = (typeof LEVELS)[number];

/** What a source leaves in doubt and an answer has to say. */
export const DOUBTS = [
  /** Hours and months may be printed as days. */
  "time_unit_uncertain",
  /** "20": of what, the source doesn't say. */
  "time_unit_missing",
  /** Words of the steps are out of order at the source. */
  "steps_scrambled",
  /** Retold by somebody, not published by the agency. */
  "compiled_page",
] as const;
export type Doubt = (typeof DOUBTS)[number];

/** A procedure as indexed, reviewed or imported. null, "" and [] mean that the source doesn't state it, never that
 *  there is none and never that it is free. */
export const procedure = z.object({
  /** Unique id: the national code ("1.001193"), with the issuer where several publish it ("1.012784.H19"), a local code
   *  ("QLKTN003"), or "X-" and 8 letters where the source prints none. */
  code: z.string().min(1),
  /** Code for people, as the source prints it; null when it prints none. */
  printedCode: z.string().nullable(),
  documentId: z.string(),
  /** Checked by a person against its source. */
  reviewed: z.boolean(),
  name: z.string().min(1),
  aliases: z.array(z.string()),
  /** Words and description of the source; for finding only, never shown as fact. */
  keywords: z.array(z.string()),
  description: z.string().nullable(),
  field: z.string(),
  variantOf: z.string().nullable(),
  distinguishing: z.array(z.string()),
  level: z.string(),
  levels: z.array(z.enum(LEVELS)),
  /** Who publishes it: "Bộ Tư pháp", "UBND tỉnh Đắk Lắk". */
  issuer: z.string().nullable(),
  /** Who carries it out. */
  agency: z.string().nullable(),
  /** Who decides. */
  authority: z.string().nullable(),
  audience: z.array(z.string().min(1)),
  steps: z.array(z.string().min(1)),
  methods: z.array(
    z.object({
      /** null: the source names no way of filing for this row. */
      channel: z.enum(["in_person", "online", "post"]).nullable(),
      time: duration.extend({ printed: z.string().nullable() }),
      fees: z.array(fee.extend({ printed: z.string().nullable() })).min(1),
      note: z.string().nullable(),
    }),
  ),
  /** Where the file is handed in. */
  place: z.string().nullable(),
  documents: z.array(
    z.object({
      case: z.string(),
      items: z
        .array(
          z.object({
            text: z.string().min(1),
            /** note: no paper but a remark printed among the papers. */
            manner: z.enum(["submit", "show", "note"]),
            /** null: not stated. */
            original: z.number().int().nonnegative().nullable(),
            copy: z.number().int().nonnegative().nullable(),
            form: z.string().nullable(),
          }),
        )
        .min(1),
    }),
  ),
  /** Forms named apart from the papers. */
  forms: z.array(z.string().min(1)),
  result: z.array(z.string().min(1)),
  legalBases: z.array(z.string().min(1)),
  conditions: z.array(z.string().min(1)),
  notes: z.array(z.string().min(1)),
  doubts: z.array(z.enum(DOUBTS)),
  /** null: nobody has compared it with its source. */
  verifiedOn: isoDate.nullable(),
  source: z.object({
    title: z.string(),
    url: z.string().nullable(),
    decision: z.string().nullable(),
    dataAsOf: z.string().nullable(),
  }),
  /** File and place of an imported record: "danh-sach.xlsx", "hàng 12"; null for a reviewed one. */
  origin: z.object({ file: z.string(), place: z.string() }).nullable(),
});
export type ProcedureRecord = z.infer<typeof procedure>;

/** The reviewed file as a record. */
export function fromReviewed(reviewed: ReviewedProcedure, documentId: string): ProcedureRecord {
  return {
    ...reviewed,
    documentId,
    printedCode: reviewed.code,
    reviewed: true,
    keywords: [],
    description: null,
    levels: [],
    issuer: null,
    authority: null,
    methods: reviewed.methods.map((method) => ({
      ...method,
      time: { ...method.time, printed: null },
      fees: method.fees.map((row) => ({ ...row, printed: null })),
    })),
    forms: [],
    doubts: [],
    origin: null,
  };
}

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
