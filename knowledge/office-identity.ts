/** Who the office is, beside how it is reached: its level and place, its agencies, its plans, and how its assistant speaks. */
import { z } from "zod";
import { several, text } from "./office-fields.ts";

const COLLECTIVES = ["so", "ban", "nganh", "dia_phuong"] as const;

export const officeAgency = z.strictObject(
  {
    /** As printed in plans. */
    name: text(200),
    /** What people call it beside: short names, letters. */
    aliases: several(text(200)).optional(),
    /** Part of "các sở, ban, ngành, địa phương": which word of it; left out: none. */
    membership: z
      .enum(
        COLLECTIVES,
        "phải là so, ban, nganh hoặc dia_phuong (từ nào trong “các sở, ban, ngành, địa phương”)",
      )
      .optional(),
    /** What became of it, as one sentence. */
    successor: text().optional(),
  },
  "phải là một nhóm gồm name và có thể có aliases, membership, successor",
);
export type OfficeAgency = z.infer<typeof officeAgency>;

const officePlan = z.strictObject(
  {
    /** "118/KH-UBND", as printed. */
    number: text(60),
    /** What people call it: "Kế hoạch chuyển đổi số". */
    name: text(200).optional(),
    /** Number of the plan that it takes the place of. */
    replaces: text(60).optional(),
    /** False keeps it out of the answers. */
    use: z.boolean("phải là true hoặc false").optional(),
  },
  "phải là một nhóm gồm number và có thể có name, replaces, use",
);
export type OfficePlan = z.infer<typeof officePlan>;

const MAX_AGENCIES = 500;

export const officeIdentity = {
  level: z
    .enum(
      ["ministry", "province", "commune", "other"],
      "phải là ministry (bộ, ngành), province (tỉnh), commune (xã) hoặc other",
    )
    .optional(),
  /** Words by which people say that they mean its place: "An Hòa Đông". */
  places: several(text(100)).optional(),
  /** A list, or the name of a workbook (XLSX, CSV) beside the profile. */
  agencies: z
    .union(
      [
        text(300).refine(
          (value) => /\.(?:xlsx|csv)$/i.test(value),
          "phải là danh sách, hoặc tên tệp .xlsx hay .csv",
        ),
        z.array(officeAgency).max(MAX_AGENCIES, `nhiều nhất ${MAX_AGENCIES} cơ quan`),
      ],
      "phải là danh sách cơ quan trong dấu [ ], hoặc tên tệp .xlsx hay .csv",
    )
    .optional(),
  plans: z
    .array(officePlan, "phải là một danh sách trong dấu [ ]")
    .max(200, "nhiều nhất 200 kế hoạch")
    .optional(),
  /** What the assistant is called. */
  assistantName: text(60).optional(),
  /** Said when somebody greets it, and on opening. */
  greeting: text(400).optional(),
  suggestions: z
    .strictObject({
      citizens: several(text(200)).optional(),
      officers: several(text(200)).optional(),
    })
    .optional(),
  theme: z
    .strictObject({
      /** Of buttons and headings. */
      colour: z.string().regex(/^#[0-9a-f]{6}$/i, "phải là mã màu như #0b5c8a"),
    })
    .optional(),
};
