/** No plan is loaded, or no procedure: what asks of one is refused, instead of counting none of its tasks, or taking the
 *  birth certificate of a task for the one that somebody wants. */
import { OF_PLAN, type Query } from "../query.ts";
import { has, isElsewhere, type ReadingContext, refersBack } from "./context.ts";
import { PLAN_CUES } from "./cue-families.ts";

const OF_ROWS: ReadonlySet<Query["kind"]> = new Set(["task", "taskSet", "target", "duty", "passage"]);

const asksOfProcedure = (context: ReadingContext): boolean =>
  has(context, "procedure", "aspectDocuments", "aspectForms", "papers") &&
  !has(context, "lead", "coordinating", "task", "plan", "appendix", "target", "duty");

/** "Thời tiết hôm nay": what no office answers for, though a row of a short plan has a word of it. */
const isElsewhereAlone = (context: ReadingContext): boolean =>
  isElsewhere(context) && !refersBack(context) && !has(context, ...PLAN_CUES, "procedure", "papers");

export function withoutRecords(query: Query, context: ReadingContext): Query {
  const { knowledge } = context;
  if (OF_ROWS.has(query.kind) && isElsewhereAlone(context))
    return { kind: "refusal", status: "unanswerable_out_of_scope", reason: "out_of_scope", offers: [] };
  if (knowledge.procedures.length === 0 && OF_PLAN.has(query.kind) && asksOfProcedure(context))
    return {
      kind: "refusal",
      status: "unanswerable_not_in_sources",
      reason: "procedure_not_indexed",
      offers: [],
    };
  if (knowledge.documents.some(({ kind }) => kind === "plan")) return query;
  const saysPlan =
    query.kind === "refusal" && query.reason === "not_in_sources" && has(context, ...PLAN_CUES);
  if (!OF_PLAN.has(query.kind) && !saysPlan) return query;
  return { kind: "refusal", status: "unanswerable_not_in_sources", reason: "no_plan", offers: [] };
}
