/** A procedure as the shipped files hold it, and the checks that a file has to pass. */
import { z } from "zod";
import { when } from "./circumstances.ts";
import {
  addition,
  ageLimit,
  certainty,
  channel,
  code,
  datedFee,
  datedTime,
  deadline,
  exemption,
  formSchema as form,
  isoDate,
  legalBasis,
  type ProcedureRecord,
  relations,
} from "./procedure-record.ts";

const isForward = ({ from, until }: { from: string | null; until: string | null }) =>
  from === null || until === null || from <= until;
const FORWARD = "ngày bắt đầu sau ngày kết thúc";

/** 8000 → "8.000". */
const printed = (amount: number): string =>
  amount < 1000
    ? String(amount)
    : `${printed(Math.floor(amount / 1000))}.${String(amount % 1000).padStart(3, "0")}`;

const paper = z.object({
  text: z.string().min(1),
  /** submit: handed in; show: presented and given back. */
  manner: z.enum(["submit", "show"]),
  original: z.number().int().nonnegative(),
  copy: z.number().int().nonnegative(),
  form: z.string().nullable(),
});

const reviewedFee = datedFee
  .extend({
    kind: z.enum(["stated", "free", "council"]),
    channels: z.array(channel).min(1).nullable(),
    certainty,
  })
  .strict()
  .refine(isForward, FORWARD)
  .refine((row) => row.kind !== "stated" || row.amount === null || row.text.includes(printed(row.amount)), {
    message: "lời không nêu đúng số tiền của amount",
  })
  .refine((row) => !row.adds || row.kind === "stated", { message: "khoản cộng thêm phải có mức" })
  .refine((row) => row.kind === "stated" || !row.amount, {
    message: "miễn phí hoặc do tỉnh quy định thì không có số tiền",
  })
  .refine((row) => row.certainty !== "law" || row.ground !== null, {
    message: "ghi là theo luật thì phải có ground",
  });
const reviewedTime = datedTime
  .extend({
    channels: z.array(channel).min(1).nullable(),
    certainty,
    additions: z.array(addition.strict()),
  })
  .strict()
  .refine(isForward, FORWARD)
  .refine(({ value, unit, text }) => value === null || unit === "same_day" || text.includes(String(value)), {
    message: "lời không nêu đúng số của value",
  })
  .refine((row) => row.certainty !== "law" || row.ground !== null, {
    message: "ghi là theo luật thì phải có ground",
  });

/** A procedure as the shipped files hold it: checked by a person, every part filled in. */
export const reviewedProcedure = z.object({
  /** National code: "1.001193". */
  code,
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
  /** Ways of filing, each once. */
  methods: z.array(z.object({ channel, note: z.string().min(1).nullable() })).min(1),
  /** [] when nothing that can be relied on is known. */
  fees: z.array(reviewedFee),
  exemptions: z.array(exemption.strict().refine(isForward, FORWARD)),
  times: z.array(reviewedTime),
  deadlines: z.array(deadline.strict()),
  place: z.string().min(1),
  /** Case "" is needed always and stands first; the others come on top of it. Without it they are alternatives. */
  documents: z.array(z.strictObject({ case: z.string(), when, items: z.array(paper).min(1) })).min(1),
  /** Every form that a paper names, and forms beside the papers. */
  forms: z.array(form.strict()),
  result: z.array(z.string().min(1)).min(1),
  legalBases: z.array(legalBasis.strict().refine(isForward, FORWARD)).min(1),
  conditions: z.array(z.string().min(1)),
  ages: z
    .array(
      ageLimit
        .strict()
        .refine(isForward, FORWARD)
        .refine((row) => row.atLeast !== null || row.below !== null, "tuổi phải có atLeast hoặc below"),
    )
    .optional(),
  /** Things people trip over; shown after the answer, short. */
  notes: z.array(z.string().min(1)),
  relations: relations.strict(),
  verifiedOn: isoDate,
  /** The day on which it has to be compared with its source again. */
  reviewBy: isoDate,
  /** For whoever reviews it next, never shown: what was kept against another page, what was not found. */
  editorNotes: z.array(z.string().min(1)),
  source: z.object({
    title: z.string(),
    /** Page of this procedure at the portal. */
    url: z.string().url(),
    /** Number of the decision that publishes the procedure, if known. */
    decision: z.string().nullable(),
    /** Month of the data that the facts were compared with: "2026-07". */
    dataAsOf: z.string().regex(/^\d{4}-\d{2}$/),
  }),
});
export type ReviewedProcedure = z.infer<typeof reviewedProcedure>;

/** The reviewed file as a record. */
export function fromReviewed(reviewed: ReviewedProcedure, documentId: string): ProcedureRecord {
  const { reviewBy: _reviewBy, editorNotes: _editorNotes, ...stated } = reviewed;
  return {
    ...stated,
    documentId,
    printedCode: reviewed.code,
    reviewed: true,
    keywords: [],
    description: null,
    levels: [],
    issuer: null,
    authority: null,
    doubts: [],
    origin: null,
  };
}
