/** The set that the last answer was about, as an expression. */
import type { Measure, Query } from "../query.ts";
import type { TaskPredicate, TaskSet } from "../sets/task-set.ts";
import type { ReadingContext } from "./context.ts";

/** Undefined when the question was about no set of rows. */
export function setOfLast(last: Query): { set: TaskSet; measure: Measure } | undefined {
  if (last.kind === "verify") return setOfLast(last.of);
  if (last.kind === "task") return last.from && { set: last.from, measure: { as: "list" } };
  return last.kind === "taskSet" ? { set: last.set, measure: last.measure } : undefined;
}

/** The agencies or groups that the last answer held against each other. */
export function comparedIn(last: Query | null): string[] | undefined {
  const measure = last ? setOfLast(last)?.measure : undefined;
  return measure?.as === "table" ? measure.among : undefined;
}

/** Two rows that were told one after the other, each by itself: "cả hai", "hai cái đó". */
export function pairToldIn(lists: readonly { ids: string[] }[]): [string, string] | undefined {
  const [one, other] = lists.slice(-2);
  const isPair = one?.ids.length === 1 && other?.ids.length === 1 && one.ids[0] !== other.ids[0];
  return isPair ? [one.ids[0]!, other.ids[0]!] : undefined;
}

/** "Vậy tính toàn phụ lục …": not of what was spoken of. */
export const ofAllRows = ({ question }: ReadingContext): boolean =>
  /(^| )(toan|ca|toan bo|trong ca|tren toan) (bo )?(phu luc|ke hoach|quyet dinh|pl|kh)( |$)/.test(
    question.folded,
  );

/** The predicates that an expression joins by "and", those inside others too. */
export function predicatesOf(set: TaskSet): TaskPredicate[] {
  if (set.op === "filter")
    return [...predicatesOf(set.of), ...(set.where.by === "and" ? set.where.of : [set.where])];
  return set.op === "best" || set.op === "pick" || set.op === "sorted" ? predicatesOf(set.of) : [];
}
