/** Follow-ups of a duty, an agency or a target. */

import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import type { Query } from "../query.ts";
import { foldedWords } from "../understanding/phrases.ts";
import { askedAgencyId, has, hasTopic, type ReadingContext, taskAsks } from "./context.ts";
import { NEW_SUBJECT } from "./follow-task.ts";
import { matchPlan } from "./matches.ts";
import { percentIn, targetQuery } from "./target-query.ts";

type Last<K extends Query["kind"]> = Extract<Query, { kind: K }>;

export function followDuty(context: ReadingContext, last: Last<"duty">): Query | undefined {
  const asksOfSame =
    context.question.planTopics[0]!.length <= 1 &&
    has(context, "askWho", "askWhen", "aspectPlace", "pronoun");
  if (
    asksOfSame &&
    !has(context, "lead", "coordinating", "task", "askList", "plan") &&
    !askedAgencyId(context, true)
  )
    return last;
  const agencyId = askedAgencyId(context, true);
  if (!agencyId || hasTopic(context) || has(context, "lead", "coordinating", "task", "askList"))
    return undefined;
  if (last.ask !== "all") return { ...last, agencyId };
  const { duties } = context.knowledge;
  const own = duties.filter((duty) => duty.agencyIds.includes(agencyId));
  const common = duties.filter((duty) => duty.collective && duty.sectionLabel.startsWith("VI"));
  return { kind: "duty", ids: [...own, ...common].map((duty) => duty.id), agencyId, ask: "all" };
}

export function followAgency(context: ReadingContext, last: Last<"agency">): Query | undefined {
  const agencyId = askedAgencyId(context, true);
  // "Chủ trì những việc gì?": rows of the appendix.
  if (has(context, "lead", "coordinating", "askList", "askCount", "task")) return undefined;
  if (hasTopic(context)) return undefined;
  if (has(context, "successor"))
    return { kind: "agency", agencyId: agencyId ?? last.agencyId, ask: "successor" };
  return agencyId ? { ...last, agencyId } : undefined;
}

/** "Ai chủ trì?": targets name nobody; a row of the appendix that says the same does. */
function taskOfTarget(context: ReadingContext, { ids }: Last<"target">): Query | undefined {
  const { knowledge, topics } = context;
  const text = knowledge.targets.find(({ id }) => id === ids[0])?.text ?? "";
  const [best] = topics.match([tokenize(text)], ["task"], 1);
  return best && best.coverage >= NEW_SUBJECT
    ? { kind: "task", ids: [best.recordId], asks: taskAsks(context) }
    : { kind: "refusal", status: "unanswerable_not_in_sources", reason: "not_in_sources", offers: [] };
}

/** All words that are left of the question stand in the targets spoken of: "cấp tỉnh thì 100% chứ?" */
function isHeldBy({ question, knowledge }: ReadingContext, ids: readonly string[]): boolean {
  const texts = knowledge.targets.filter(({ id }) => ids.includes(id)).map(({ text }) => text);
  const held = new Set(foldedWords(texts.join(" ")));
  return question.planTopics[0]!.every(({ text, folded }) => !/\p{L}/u.test(text) || held.has(folded));
}

export function followTarget(context: ReadingContext, last: Last<"target">): Query | undefined {
  const percent = percentIn(context);
  if (percent !== undefined && !last.all && isHeldBy(context, last.ids)) return { ...last, percent };
  if (has(context, "lead", "coordinating") && !hasTopic(context)) return taskOfTarget(context, last);
  if (has(context, "lead", "coordinating", "askList", "report", "procedure")) return undefined;
  if (!hasTopic(context)) return has(context, "completion") ? { ...last, completion: true } : undefined;
  if (!has(context, "followUp")) return undefined;
  const best = matchPlan(context, ["target"], 1)[0];
  return best && best.coverage >= NEW_SUBJECT ? targetQuery(context, [best.recordId]) : undefined;
}
