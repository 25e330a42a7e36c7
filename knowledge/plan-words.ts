/** How people speak of a plan and what has to be said with it, as data beside its document: what it is called, whose it
 *  is, questions that show it, other names of its groups, and where it says two things or stays silent. */
import { z } from "zod";

const remark = z.strictObject({
  /** Ids of tasks, or words that a target, duty or passage must contain. */
  tasks: z.array(z.string()).optional(),
  containing: z.array(z.string()).optional(),
  text: z.string().min(1),
  english: z.string().min(1),
  /** Each must stand in a record's quote; that record is cited. */
  quoting: z.array(z.string().min(1)).min(1),
});
export type PlanRemark = z.infer<typeof remark>;

/** Said where nothing is cited, so it may hold no figure. */
const spoken = z.string().regex(/^\D+$/);

export const planWords = z.strictObject({
  /** "Kế hoạch chính quyền số" */
  name: spoken,
  /** Behind the name: "của tỉnh". */
  owner: spoken,
  /** Behind the name where other places are spoken of: "của tỉnh Hoa Mai". */
  place: spoken,
  english: z.strictObject({
    /** "digital government plan" */
    name: spoken,
    /** Before the name: "province's". */
    owner: spoken,
    /** "of Hoa Mai province" */
    place: spoken,
  }),
  /** Words by which people say that they mean its place. */
  placeWords: z.array(z.string().min(1)),
  /** Questions that are answered from it. */
  examples: z.array(z.string().min(1)).min(1).max(5),
  /** What people call its groups, by their ids. */
  groups: z.record(z.string(), z.array(z.string().min(1))),
  remarks: z.array(remark),
});
export type PlanWords = z.infer<typeof planWords>;
