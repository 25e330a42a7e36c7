/** What may differ from one person's case to the next, as data: the parts of a record that hold only for some say so by
 *  these. A new circumstance or value is a row here; a record that names another is refused. */
import { z } from "zod";
import { OF_MATTERS } from "./circumstances/of-matters.ts";
import { OF_PEOPLE } from "./circumstances/of-people.ts";

export const CIRCUMSTANCES = { ...OF_PEOPLE, ...OF_MATTERS } as const;

export type CircumstanceId = keyof typeof CIRCUMSTANCES;

/** Whole numbers, `from` reckoned in and `below` not. */
const range = z
  .strictObject({ from: z.number().int().min(0).optional(), below: z.number().int().min(1).optional() })
  .refine(({ from, below }) => from !== undefined || below !== undefined, "khoảng phải có from hoặc below")
  .refine(({ from = 0, below = Number.POSITIVE_INFINITY }) => from < below, "khoảng rỗng");

/** Circumstances that are a number: whole years of age, days after the last day on which the law lets one file. */
export const RANGES = {
  age: { question: "Người đó bao nhiêu tuổi?", unit: "tuổi" },
  lateDays: { question: "Đã quá hạn bao nhiêu ngày?", unit: "ngày" },
} as const;

/** What the law reckons a deadline from. */
export const EVENTS = [
  "birth",
  "death",
  "job_end",
  "job_start",
  /** A sale, a gift, an inheritance agreed on. */
  "transfer",
  "loss",
  "arrival",
  "return",
  "change",
] as const;
export type EventId = (typeof EVENTS)[number];

type ValueOf<K extends CircumstanceId> = keyof (typeof CIRCUMSTANCES)[K]["values"] & string;
type Lists = {
  [K in CircumstanceId]: z.ZodOptional<z.ZodArray<z.ZodType<ValueOf<K>>>>;
};
const lists = Object.fromEntries(
  Object.entries(CIRCUMSTANCES).map(([id, { values }]) => [
    id,
    z
      .array(z.enum(Object.keys(values) as [string, ...string[]]))
      .min(1)
      .optional(),
  ]),
) as unknown as Lists;

/** When something holds: every circumstance named has to be met, each by one of its values. {} always holds. */
export const when = z.strictObject({ ...lists, age: range.optional(), lateDays: range.optional() });
export type When = z.infer<typeof when>;

/** The values that each circumstance may have, without the ranges. */
export const listsOf = ({ age: _age, lateDays: _late, ...lists }: When) =>
  Object.entries(lists) as [CircumstanceId, string[]][];

export const isAlways = (condition: When): boolean => Object.keys(condition).length === 0;
