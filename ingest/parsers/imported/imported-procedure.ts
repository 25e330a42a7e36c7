/** A procedure as a real source has it: like `procedure` in knowledge/records.ts, but what the source lacks may be
 *  missing. null and [] mean "nguồn không nêu", never "không có" and never "miễn phí". Every text is verbatim,
 *  cleaned only, except the sentences that say that something is not stated. */
import { z } from "zod";
import { duration, fee, isoDate, LEVELS, type Level } from "../../../knowledge/records.ts";
import type { PrintedPlan } from "../plan/printed-plan.ts";

export { LEVELS, type Level };
export const CHANNELS = ["in_person", "online", "post"] as const;

const dateSpan = { from: isoDate.nullable(), until: isoDate.nullable() };
const channel = z.enum(CHANNELS);

/** See ingest/parsers/fee.ts for every field. */
export const importedFee = fee.extend({
  printed: z.string().nullable(),
  amounts: z.array(
    z.object({
      amount: z.number().nonnegative(),
      to: z.number().nonnegative().nullable(),
      currency: z.enum(["VND", "USD"]),
      per: z.string().nullable(),
      approximate: z.boolean(),
      cap: z.boolean(),
      channel: channel.nullable(),
      printed: z.string(),
      words: z.string(),
      ...dateSpan,
    }),
  ),
  percents: z.array(
    z.object({ percent: z.number(), channel: channel.nullable(), words: z.string(), ...dateSpan }),
  ),
  exemptions: z.array(z.object({ words: z.string(), ...dateSpan })),
  doubts: z.array(
    z.enum([
      "free_label_with_amount",
      "free_label_with_council",
      "free_label_unproven",
      "label_implausible",
      "label_differs",
      "council_with_amount",
    ]),
  ),
});

/** See ingest/parsers/duration.ts for every field. */
export const importedDuration = duration.extend({
  range: z.tuple([z.number(), z.number()]).nullable(),
  printed: z.string().nullable(),
  doubts: z.array(z.enum(["unit_missing", "range", "several", "zero"])),
});

export const importedMethod = z.object({
  /** null: the source names no way of filing for this row. */
  channel: channel.nullable(),
  time: importedDuration,
  fees: z.array(importedFee).min(1),
  note: z.string().nullable(),
});

export const importedItem = z.object({
  text: z.string().min(1),
  /** submit: handed in; show: presented and given back; note: no paper but a remark printed among the papers. */
  manner: z.enum(["submit", "show", "note"]),
  /** null: not stated. 0 is printed as 0. */
  original: z.number().int().nonnegative().nullable(),
  copy: z.number().int().nonnegative().nullable(),
  /** File of the form as the source names it: "Mẫu số 07.docx". */
  form: z.string().nullable(),
});

/** Faults of a record that is indexed all the same. */
export const PROBLEM_KINDS = [
  "code_missing",
  "code_invalid",
  "code_repaired",
  "channel_unknown",
  "time_unit_missing",
  /** A number with a unit, from a source known to write hours and months as days. */
  "time_unit_uncertain",
  "time_zero",
  "fee_free_label_with_amount",
  "fee_free_label_with_council",
  "fee_free_label_unproven",
  "fee_label_implausible",
  "fee_label_differs",
  "fee_council_with_amount",
  "count_repaired",
  "count_dropped",
  "form_glued",
  "papers_flattened",
  "steps_scrambled",
  "legal_glued",
  "cells_glued",
  "cells_many",
  "cells_few",
  /** Names the district level, which ended on 1 July 2025. */
  "mentions_district",
  /** Retold by somebody, not published by the agency. */
  "compiled_page",
] as const;

/** What was doubted, repaired or dropped. `text` is Vietnamese, for the person who keeps the data. */
export const importProblem = z.object({ kind: z.enum(PROBLEM_KINDS), text: z.string().min(1) });
export type RecordProblem = z.infer<typeof importProblem>;

export const importedProcedure = z.object({
  /** Row of the formats' table that read it. */
  format: z.string(),
  /** As printed: "1.012784.000.00.00.H19"; null when the source prints none. */
  codeFull: z.string().min(1).nullable(),
  /** National part "1.012784", or a local code "QLKTN003"; null when there is none that can be relied on. */
  code: z.string().min(1).nullable(),
  codeKind: z.enum(["national", "local", "none"]),
  /** Province or ministry that issued this version: "H19", from the code or the file's name. */
  issuerSuffix: z.string().nullable(),
  name: z.string().min(1),
  field: z.string().nullable(),
  levels: z.array(z.enum(LEVELS)),
  levelPrinted: z.string().nullable(),
  /** Who publishes the procedure: "Bộ Tư pháp", "UBND tỉnh Đắk Lắk". */
  issuer: z.string().nullable(),
  /** Who carries it out. */
  agency: z.string().nullable(),
  /** Who decides. */
  authority: z.string().nullable(),
  /** Where the file is handed in. */
  address: z.string().nullable(),
  audience: z.array(z.string().min(1)),
  steps: z.array(z.string().min(1)),
  methods: z.array(importedMethod),
  documents: z.array(z.object({ case: z.string(), items: z.array(importedItem).min(1) })),
  /** Files of forms, each once. */
  forms: z.array(z.string().min(1)),
  result: z.array(z.string().min(1)),
  /** Title with its number: "Luật Cư trú 2020 (68/2020/QH14)". */
  legalBases: z.array(z.string().min(1)),
  conditions: z.array(z.string().min(1)),
  /** For finding only. */
  description: z.string().nullable(),
  keywords: z.array(z.string().min(1)),
  decision: z.string().nullable(),
  url: z.string().nullable(),
  problems: z.array(importProblem),
  source: z.object({
    file: z.string(),
    /** For people: "dòng 12". */
    locator: z.string().min(1),
    line: z.number().int().positive().nullable(),
    row: z.number().int().positive().nullable(),
  }),
});
export type ImportedProcedure = z.infer<typeof importedProcedure>;
export type ImportedMethod = z.infer<typeof importedMethod>;
export type ImportedItem = z.infer<typeof importedItem>;
export type Channel = (typeof CHANNELS)[number];

/** Any other document: passages under their headings, to be quoted as they are. */
export const importedText = z.object({
  file: z.string(),
  title: z.string().min(1),
  passages: z.array(
    z.object({ headings: z.array(z.string()), text: z.string().min(1), locator: z.string().min(1) }),
  ),
});
export type ImportedText = z.infer<typeof importedText>;

/** Why something was not indexed. */
export type LeftOutKind =
  /** Damaged or cut: somebody has to bring a sound copy. */
  | "file_unreadable"
  /** Sound, but not what can be read: a scan, an error page, another format. */
  | "file_unsupported"
  /** Asks for more than one document may: pages, cells, depth, time, memory. */
  | "file_limit"
  /** Text that nobody sees who opens the file. */
  | "hidden_text"
  /** A sentence that orders or asks for what no office asks for: nobody gets to read it. */
  | "instruction"
  /** A sentence that is used, but only as the words of the file. */
  | "quoted"
  /** A row or cell of a plan that is used as printed, and means nothing that the parser knows. */
  | "unclear"
  | "format_unknown"
  | "shape_unknown"
  | "header_missing"
  | "empty"
  | "name_missing"
  | "code_mismatch"
  | "code_duplicate"
  /** A reviewed record of the same code is there. */
  | "reviewed"
  | "withdrawn";

export interface LeftOut {
  file: string;
  /** null: the whole file. */
  place: string | null;
  kind: LeftOutKind;
  /** Vietnamese. */
  reason: string;
}

export interface ParsedFile {
  procedures: ImportedProcedure[];
  documents: ImportedText[];
  /** None when absent. */
  plans?: PrintedPlan[];
  leftOut: LeftOut[];
}
