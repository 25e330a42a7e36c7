/** Procedures as records: what an answer about one may state, with the days on which it holds, its ground and the case
 *  it holds for. */
import { z } from "zod";
import { EVENTS, type When, when } from "./circumstances.ts";

/** ISO 8601 calendar date, e.g. "2023-10-25". */
export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "ngày phải có dạng YYYY-MM-DD");

export const CHANNELS = ["in_person", "online", "post"] as const;
export const channel = z.enum(CHANNELS);
export type Channel = z.infer<typeof channel>;

/** How sure a fact is. law: a law, decree or circular says it, the `ground` names it; portal: the published procedure
 *  says it, nothing higher was found; province: the provincial People's Council or Committee sets it; unsure: pages
 *  disagree, or it was found in one place only. */
export const CERTAINTIES = ["law", "portal", "province", "unsure"] as const;
export const certainty = z.enum(CERTAINTIES);
export type Certainty = z.infer<typeof certainty>;

/** First and last day on which something holds; null: not known to begin or end. */
const span = { from: isoDate.nullable(), until: isoDate.nullable() };
export const fee = z.object({
  /** Words for people, complete: "8.000 đồng/bản sao". Says neither the case nor the days, which have their fields. */
  text: z.string().min(1),
  /** Đồng; null when there is no single amount. */
  amount: z.number().int().nonnegative().nullable(),
  per: z.string().nullable(),
  /** stated: amount known; free: nothing is charged; council: set by the provincial People's Council; unstated: the
   *  source gives nothing (imported records only). */
  kind: z.enum(["stated", "free", "council", "unstated"]),
});

export const duration = z.object({
  text: z.string().min(1),
  value: z.number().positive().nullable(),
  unit: z.enum(["working_day", "day", "hour", "month", "same_day", "none"]),
});

const settled = {
  /** Words of the case: "cấp lại thẻ bị mất"; "" when it holds for all. Rows of one case and channel follow one another
   *  in time. */
  case: z.string(),
  when,
  /** null: all the same. Named only where the law makes them differ. */
  channels: z.array(channel.nullable()).min(1).nullable(),
  ...span,
  /** Law, decree or circular with its article: "Luật Hộ tịch, Điều 11"; null when none is known. */
  ground: z.string().min(1).nullable(),
  /** null: an imported record. */
  certainty: certainty.nullable(),
};

export const datedFee = fee.extend({
  ...settled,
  /** Paid beside the others that say so, where they hold too: the theory and the practice of one examination. */
  adds: z.literal(true).optional(),
});
export type DatedFee = z.infer<typeof datedFee>;

/** More time in some cases: counted on top of the base. */
export const addition = z.object({
  /** Complete: "xã miền núi, hải đảo: thêm 10 ngày". */
  text: z.string().min(1),
  value: z.number().positive(),
  unit: z.enum(["working_day", "day", "hour", "month"]),
  when,
});

export const datedTime = duration.extend({ ...settled, additions: z.array(addition) });
export type DatedTime = z.infer<typeof datedTime>;

/** How old somebody has to be; rows beside one another are ways to qualify. */
export const ageLimit = z.object({
  /** Whom the row is for: "nữ", "thuộc hộ nghèo, hộ cận nghèo"; "" for all. */
  case: z.string(),
  when,
  /** Years, 61.5 for 61 and a half; of age at that, and not yet at `below`. null: no limit. */
  atLeast: z.number().positive().nullable(),
  below: z.number().positive().nullable(),
  /** Complete, for people: "từ đủ 75 tuổi". */
  text: z.string().min(1),
  ...span,
});
export type AgeLimit = z.infer<typeof ageLimit>;

export const exemption = z.object({
  /** Who, or when, and how much if not all: "người khuyết tật"; read after "Miễn: ". */
  text: z.string().min(1),
  when,
  ground: z.string().min(1).nullable(),
  ...span,
});

export const formSchema = z.object({
  /** "CT01"; null when the form has none. */
  number: z.string().min(1).nullable(),
  name: z.string().min(1),
  /** The file itself, where it is public. */
  url: z.string().url().nullable(),
});
export type Form = z.infer<typeof formSchema>;

export const legalBasis = z.object({
  /** "60/2014/QH13"; null when the name is all there is. */
  number: z.string().min(1).nullable(),
  /** "Luật Hộ tịch", or the kind alone: "Nghị định". */
  name: z.string().min(1),
  ...span,
});
export type LegalBasis = z.infer<typeof legalBasis>;

export const code = z.string().regex(/^\d\.\d{6}$/, "mã thủ tục phải có dạng 1.001193");

/** How the procedure stands to others. A code need not be one of the shipped procedures. */
export const relations = z.object({
  /** The procedure is for these; {} for all. */
  appliesWhen: when,
  /** Nor is it for these; `text` says why to the person. */
  exceptWhen: z.array(z.object({ text: z.string().min(1), when })),
  /** Which other procedure it is then. */
  instead: z.array(z.object({ when, code, text: z.string().min(1) })),
  /** What has to be done first; null: no procedure ("công chứng hợp đồng"). */
  before: z.array(z.object({ when, code: code.nullable(), text: z.string().min(1) })),
  /** Done in one go with it (liên thông). */
  together: z.array(z.object({ code: code.nullable(), text: z.string().min(1) })),
  /** What usually comes next. */
  next: z.array(z.object({ when, code: code.nullable(), text: z.string().min(1) })),
});
export type Relations = z.infer<typeof relations>;
export const NO_RELATIONS: Relations = {
  appliesWhen: {},
  exceptWhen: [],
  instead: [],
  before: [],
  together: [],
  next: [],
};

/** By when the law wants it filed. */
export const deadline = z.object({
  text: z.string().min(1),
  value: z.number().int().positive(),
  unit: z.enum(["working_day", "day", "month"]),
  when,
  ground: z.string().min(1).nullable(),
  /** null: from something that nobody tells, or up to a day ("20 ngày trước khi đủ tuổi"): nobody is told to be late. */
  countsFrom: z.enum(EVENTS).nullable(),
  /** What being late means; null when nothing is known. */
  whenLate: z.string().min(1).nullable(),
});

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
      channel: channel.nullable(),
      note: z.string().nullable(),
    }),
  ),
  fees: z.array(datedFee),
  exemptions: z.array(exemption),
  times: z.array(datedTime),
  deadlines: z.array(deadline),
  /** Where the file is handed in. */
  place: z.string().nullable(),
  documents: z.array(
    z.object({
      case: z.string(),
      when,
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
  forms: z.array(formSchema),
  result: z.array(z.string().min(1)),
  legalBases: z.array(legalBasis),
  conditions: z.array(z.string().min(1)),
  /** Of the person it is for, where a condition says so. */
  ages: z.array(ageLimit).optional(),
  notes: z.array(z.string().min(1)),
  relations,
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
export type { When };

/** "Luật Hộ tịch 60/2014/QH13". */
export const basisInWords = ({ name, number }: Pick<LegalBasis, "name" | "number">): string =>
  number === null ? name : `${name} ${number}`;

/** "Mẫu CT01: Tờ khai thay đổi thông tin cư trú". */
export const formInWords = ({ number, name }: Pick<Form, "name" | "number">): string =>
  number === null || name.includes(number)
    ? name
    : `Mẫu ${/^\d+$/.test(number) ? "số " : ""}${number}: ${name}`;
