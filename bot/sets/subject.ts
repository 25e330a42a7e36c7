/** What a set of rows is about, read off its expression. */
import type { TaskPredicate, TaskSet } from "./task-set.ts";

export type AgencyPredicate = Extract<TaskPredicate, { by: "agency" }>;

/** Plain data, made by one hand: equal where it is written the same. */
export const isSamePredicate = (a: TaskPredicate, b: TaskPredicate): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** The rows of one agency: what narrows them besides, and of which rows they are taken. */
export interface Subject {
  where: AgencyPredicate;
  others: TaskPredicate[];
  root: TaskSet;
}

/** The predicates that filters over filters join by "and", and what they filter. */
export function filtersOf(set: TaskSet): { parts: TaskPredicate[]; root: TaskSet } {
  if (set.op !== "filter") return { parts: [], root: set };
  const { parts, root } = filtersOf(set.of);
  return { parts: [...parts, ...(set.where.by === "and" ? set.where.of : [set.where])], root };
}

/** Undefined for sets that are about no agency, or about several. */
export function subjectOf(set: TaskSet): Subject | undefined {
  if (set.op === "best") return subjectOf(set.of);
  const { parts, root } = filtersOf(set);
  const isOfAgency = (part: TaskPredicate) => JSON.stringify(part).includes('"by":"agency"');
  const [where, ...more] = parts.filter(isOfAgency);
  if (where?.by !== "agency" || more.length > 0 || isOfRows(root)) return undefined;
  return { where, others: parts.filter((part) => part !== where), root };
}

const isOfRows = (root: TaskSet): boolean => root.op !== "all" && root.op !== "ids";

export const filterOf = (root: TaskSet, parts: readonly TaskPredicate[]): TaskSet =>
  parts.length === 0 ? root : { op: "filter", of: root, where: andOf(parts) };

export const andOf = (parts: readonly TaskPredicate[]): TaskPredicate =>
  parts.length === 1 ? parts[0]! : { by: "and", of: [...parts] };

/** The rows of the subject in the role and directness given in place of its own. */
export const rowsWith = ({ where, others, root }: Subject, change: Partial<AgencyPredicate>): TaskSet =>
  filterOf(root, [{ ...where, ...change }, ...others]);

/** Is it about one agency and not only about what names it? */
export const isWide = (set: TaskSet): boolean => {
  const subject = subjectOf(set);
  return subject !== undefined && subject.where.named !== true;
};
