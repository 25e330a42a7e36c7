/** Follow-ups of one task, or of the few that were shown. */

import type { Query } from "../query.ts";
import { askedAgencyId, has, type ReadingContext, taskAsks } from "./context.ts";
import { isSubjectless, matchPlan, matchProcedures } from "./matches.ts";

/** "cái thứ hai", "nhiệm vụ đầu tiên": one task of the list shown. */
export function ofList(context: ReadingContext): Query | undefined {
  const { question, dialogue } = context;
  const id = question.ordinal === null ? undefined : dialogue.listIds[question.ordinal - 1];
  return id ? { kind: "task", ids: [id], asks: taskAsks(context) } : undefined;
}

/** A topic this well covered starts a new subject. */
export const NEW_SUBJECT = 0.6;

/** "sở đó", "cơ quan này": the agency that leads the task spoken of. */
function leadMeant(context: ReadingContext, ids: readonly string[]): string | undefined {
  if (!/(so|co quan|don vi|ben|ho) (do|nay|ay|tren)(\s|$|[?,.])/.test(context.question.plain))
    return undefined;
  const task = context.knowledge.tasks.find((row) => row.id === ids[0]);
  return task?.leads.find((party) => party.agencyId)?.agencyId ?? undefined;
}

export function followTask(context: ReadingContext, ids: readonly string[]): Query | undefined {
  // Of groups that were counted no task is shown.
  if (ids.length === 0) return undefined;
  const chosen = ofList(context);
  if (chosen) return chosen;
  const leadId = leadMeant(context, ids);
  if (leadId && has(context, "successor")) return { kind: "agency", agencyId: leadId, ask: "successor" };
  // "Sở đó chủ trì những việc gì nữa": rows of the agency.
  if (leadId && has(context, "askList", "askCount") && !has(context, "askWho")) return undefined;
  const { question } = context;
  if (has(context, "report", "target", "signer", "issued", "structure", "everyone", "procedure", "most"))
    return undefined;
  if (has(context, "askList", "askCount") && askedAgencyId(context, true)) return undefined;
  const asks = taskAsks(context);
  if (!isSubjectless(context)) {
    // A new topic with "thế còn …?" asks the same things of another task.
    if (!has(context, "followUp")) return undefined;
    const best = matchPlan(context, ["task"], 1)[0];
    const procedure = matchProcedures(context, 1)[0];
    if (!best || best.coverage < NEW_SUBJECT || (procedure && procedure.coverage > best.coverage))
      return undefined;
    const { last } = context.dialogue;
    return {
      kind: "task",
      ids: [best.recordId],
      asks: asks.length > 0 ? asks : last?.kind === "task" ? last.asks : [],
    };
  }
  const agencyId = askedAgencyId(context, true);
  if (has(context, "successor")) return { kind: "task", ids: [...ids], asks: ["agencyNow"] };
  if (agencyId) {
    if (has(context, "ownAgency") && has(context, "askList")) return undefined;
    return { kind: "task", ids: [...ids], asks, agencyId };
  }
  if (has(context, "money"))
    return { kind: "refusal", status: "unanswerable_not_in_sources", reason: "no_money", offers: [] };
  if (has(context, "compare") && ids.length === 2) return { kind: "comparison", ids: [ids[0]!, ids[1]!] };
  if (asks.length > 0 || (has(context, "askWho") && question.tokens.length <= 6)) {
    return { kind: "task", ids: [...ids], asks: asks.length > 0 ? asks : ["lead"] };
  }
  if (has(context, "aspectTime") || has(context, "askWhen"))
    return { kind: "task", ids: [...ids], asks: ["when"] };
  if (has(context, "citation", "pronoun")) return { kind: "task", ids: [...ids], asks: ["source"] };
  return undefined;
}
