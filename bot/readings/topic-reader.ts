/** Questions by subject: the records that cover its words best. */

import type { Cue } from "../understanding/cues.ts";
import type { TopicKind, TopicMatch } from "../understanding/topic.ts";
import { aspectsOf } from "./aspects.ts";
import { has, hasProcedureTopic, hasTopic, type QueryReader, type ReadingContext } from "./context.ts";
import { PLAN_CUES, PROCEDURE_CUES, STORY_CUES } from "./cue-families.ts";
import {
  ACCEPT,
  ACCEPT_WITH_CUE,
  LONG_STORY,
  MOSTLY_FOUND,
  MUCH,
  NEARLY_NAMED,
  OFFER,
  SPOKEN_OF,
  TELLING,
  WHOLE_NAME,
} from "./fits.ts";
import { matchPlan, matchProcedures } from "./matches.ts";
import { planQuery } from "./plan-query.ts";
import { procedureQuery } from "./procedure-query.ts";

/** So much of a row or bullet was said that the words about papers are its own. */
const UNMISTAKABLE = 4;

/** So many words of a name, one after the other, call it whatever else a story tells. */
const CALLED = 3;

const BARELY_NAMED = 0.3;

const CUE_PRIOR = 0.12;

export const readTopic: QueryReader = (context) => {
  const procedures = hasProcedureTopic(context) ? matchProcedures(context) : [];
  // "cần giấy tờ gì" alone asks about a procedure that wasn't named, not about papers in the plan.
  const onlyPapers = !hasProcedureTopic(context) && !has(context, ...PLAN_CUES);
  // A long story touches many bullets by chance; who does what by when is asked of tasks.
  const isStory = context.question.tokens.length >= LONG_STORY;
  const onlyTasks = isStory && has(context, "lead", "coordinating", "task");
  const foundTask = onlyTasks && (matchPlan(context, ["task"], 1)[0]?.evidence ?? 0) >= TELLING;
  const kinds: readonly TopicKind[] = foundTask ? ["task"] : ["task", "target", "duty", "passage", "fact"];
  const plan = hasTopic(context) && !onlyPapers ? matchPlan(context, kinds, 20) : [];
  const prior = priorOf(context);
  const procedure = procedures[0];
  const best = plan[0];
  const procedureScore = procedure ? procedure.score + prior : 0;
  const planScore = best ? best.score - prior : 0;
  const hasCue = (cues: readonly Cue[]) => has(context, ...cues);
  const accepts = (match: TopicMatch | undefined, cues: readonly Cue[]) =>
    match !== undefined &&
    (match.kind === "procedure" || !isChance(match)) &&
    (match.coverage >= (hasCue(cues) ? ACCEPT_WITH_CUE : ACCEPT) ||
      (match.precision >= WHOLE_NAME && match.coverage >= OFFER) ||
      (match.called ?? 0) >= CALLED ||
      (match.kind === "procedure" &&
        match.precision >= NEARLY_NAMED &&
        match.coverage >= MOSTLY_FOUND &&
        hasCue(cues)) ||
      (match.evidence >= MUCH && match.coverage >= MOSTLY_FOUND && !asksAnother(cues)) ||
      (isStory && hasCue([...cues, ...STORY_CUES]) && match.evidence >= TELLING));
  // "Bị hàng xóm đánh phải kiện thế nào" shares "kiện" with a bullet.
  const isChance = (match: TopicMatch) =>
    context.question.domain === null && match.evidence < SPOKEN_OF && !hasCue(PLAN_CUES);
  // "Thủ tục xin cấp phép …" is no question about a sentence of the plan.
  const asksAnother = (cues: readonly Cue[]) =>
    cues === PLAN_CUES && has(context, "procedure") && !hasCue(PLAN_CUES);
  // One word of a sentence that asks for nothing a procedure has ("mai có bão không" beside "mai táng").
  const isOneWord =
    context.question.procedureTopics.every((words) => words.length < 2) &&
    context.question.tokens.length > 3 &&
    !hasCue([...PROCEDURE_CUES, ...STORY_CUES]);
  // Official names are long: what holds most of the question needn't be held by it.
  const isFound = (match: TopicMatch) => match.coverage >= NEARLY_NAMED && match.evidence >= MUCH;
  const named =
    procedure !== undefined && (procedure.precision >= BARELY_NAMED || isFound(procedure)) && !isOneWord;
  if (named && procedureScore >= planScore && accepts(procedure, PROCEDURE_CUES))
    return procedureQuery(context, procedures);
  // About papers and not a word about the plan: a bullet that shares some words is no answer.
  const isPaperwork = context.question.domain === "papers" && !hasCue(PLAN_CUES);
  const isOwnPaperwork = isPaperwork && (hasCue(PROCEDURE_CUES) || aspectsOf(context).length > 0);
  if (
    best &&
    accepts(best, PLAN_CUES) &&
    !(isOwnPaperwork && best.evidence < UNMISTAKABLE && !isAdded(context, best)) &&
    !(isPaperwork && best.coverage < NEARLY_NAMED)
  )
    return planQuery(context, plan);
  if (named && accepts(procedure, PROCEDURE_CUES)) return procedureQuery(context, procedures);
  return undefined;
};

/** Of a document that the office added, which may be about any papers. */
const isAdded = ({ knowledge }: ReadingContext, { kind, recordId }: TopicMatch): boolean =>
  kind === "passage" && !knowledge.passages.find((row) => row.id === recordId)?.evidence.lines;

/** Above 0 the question's words speak for a procedure, below 0 for the plan. */
function priorOf(context: ReadingContext): number {
  const plan = PLAN_CUES.some((cue) => has(context, cue));
  const procedure =
    PROCEDURE_CUES.some((cue) => has(context, cue)) || (context.question.domain === "papers" && !plan);
  return (procedure ? CUE_PRIOR : 0) - (plan ? CUE_PRIOR : 0);
}
