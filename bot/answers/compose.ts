/** From what was understood to a draft: one function for each kind of query. */
import { isAskable } from "../askable.ts";
import type { DraftReply } from "../draft.ts";
import type { Query } from "../query.ts";
import { answerAction } from "./action.ts";
import { answerAgain } from "./again.ts";
import { answerAgency } from "./agency.ts";
import { answerClarification } from "./clarification.ts";
import { answerComparison } from "./comparison.ts";
import { type AnswerContext, wholeOf } from "./context.ts";
import { answerAbout, answerHandoff, answerOwnAgency, answerSmallTalk } from "./conversation.ts";
import { answerDocument } from "./document.ts";
import { answerDuty } from "./duty.ts";
import { answerEmergency } from "./emergency.ts";
import { answerGroups } from "./groups.ts";
import { answerLabel } from "./label.ts";
import { answerLifeEvent } from "./life-event.ts";
import { answerLocator } from "./locator.ts";
import { mergeReplies } from "./many.ts";
import { answerMentions } from "./mentions.ts";
import { answerOffice } from "./office.ts";
import { optionsOf } from "./options.ts";
import { answerPassage } from "./passage.ts";
import { answerPlans, planOptions } from "./plans.ts";
import { answerProcedure, sheetOf } from "./procedure.ts";
import { answerProcedureComparison } from "./procedure-comparison.ts";
import { answerProcedures } from "./procedures.ts";
import { answerRefusal } from "./refusal.ts";
import { answerTarget } from "./target.ts";
import { answerTask } from "./task.ts";
import { answerTaskSet } from "./task-set.ts";
import { answerCountdown, answerSpan } from "./time.ts";
import { answerVerdict } from "./verdict.ts";
import { answerWithFile } from "./with-file.ts";

/** As it is told beside others. */
export const oneOfSeveral = (query: Query): Query =>
  query.kind === "procedure" ? { ...query, isOneOfSeveral: true } : query;

type Composers = {
  readonly [K in Query["kind"]]: (query: Extract<Query, { kind: K }>, context: AnswerContext) => DraftReply;
};

export const COMPOSERS: Composers = {
  task: answerTask,
  taskSet: answerTaskSet,
  action: answerAction,
  plans: (query, context) => answerPlans(query, context, compose),
  mentions: answerMentions,
  locator: ({ of }, context) => answerLocator(compose(of, context)),
  countdown: answerCountdown,
  span: answerSpan,
  again: ({ of, how }, context) =>
    answerAgain(how, of, compose(of, context), compose(of.kind === "procedure" ? sheetOf(of) : of, context)),
  withFile: ({ of }, context) => answerWithFile(of, compose(of, context), context),
  verify: ({ of, claims }, context) => answerVerdict(of, claims, compose(of, context), context),
  comparison: answerComparison,
  label: answerLabel,
  groups: (_query, context) => answerGroups(context),
  target: answerTarget,
  duty: answerDuty,
  passage: answerPassage,
  document: answerDocument,
  agency: answerAgency,
  procedure: answerProcedure,
  procedures: answerProcedures,
  procedureComparison: answerProcedureComparison,
  lifeEvent: answerLifeEvent,
  clarification: answerClarification,
  about: answerAbout,
  smallTalk: answerSmallTalk,
  ownAgency: answerOwnAgency,
  handoff: (_query, context) => answerHandoff(context),
  office: answerOffice,
  emergency: (query) => answerEmergency(query),
  many: ({ queries }, context) => mergeReplies(queries.map((query) => compose(oneOfSeveral(query), context))),
  refusal: answerRefusal,
};

export function compose(query: Query, context: AnswerContext): DraftReply {
  const composer = COMPOSERS[query.kind] as (query: Query, context: AnswerContext) => DraftReply;
  const draft = composer(query, context);
  const whole = wholeOf(context);
  return {
    ...draft,
    suggestions: draft.suggestions.filter((question) => isAskable(question, whole)),
    options: query.kind === "plans" ? planOptions(query, whole) : optionsOf(query, context.knowledge),
  };
}
