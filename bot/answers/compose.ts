/** From what was understood to a draft: one function for each kind of query. */
import type { DraftReply } from "../draft.ts";
import type { Query } from "../query.ts";
import { answerAgency } from "./agency.ts";
import { answerClarification } from "./clarification.ts";
import { answerComparison } from "./comparison.ts";
import type { AnswerContext } from "./context.ts";
import { answerAbout, answerHandoff, answerOwnAgency, answerSmallTalk } from "./conversation.ts";
import { answerDocument } from "./document.ts";
import { answerDuty } from "./duty.ts";
import { answerEmergency } from "./emergency.ts";
import { answerGroups } from "./groups.ts";
import { answerLabel } from "./label.ts";
import { answerLeaders } from "./leaders.ts";
import { mergeReplies } from "./many.ts";
import { answerPassage } from "./passage.ts";
import { answerProcedure } from "./procedure.ts";
import { answerProcedures } from "./procedures.ts";
import { answerRanking } from "./ranking.ts";
import { answerRefusal } from "./refusal.ts";
import { answerTarget } from "./target.ts";
import { answerTask } from "./task.ts";
import { answerTasks } from "./tasks.ts";

type Composers = {
  readonly [K in Query["kind"]]: (query: Extract<Query, { kind: K }>, context: AnswerContext) => DraftReply;
};

export const COMPOSERS: Composers = {
  task: answerTask,
  tasks: answerTasks,
  leaders: answerLeaders,
  comparison: answerComparison,
  ranking: answerRanking,
  label: answerLabel,
  groups: (_query, context) => answerGroups(context),
  target: answerTarget,
  duty: answerDuty,
  passage: answerPassage,
  document: answerDocument,
  agency: answerAgency,
  procedure: answerProcedure,
  procedures: answerProcedures,
  clarification: answerClarification,
  about: answerAbout,
  smallTalk: answerSmallTalk,
  ownAgency: answerOwnAgency,
  handoff: (_query, context) => answerHandoff(context),
  emergency: (query) => answerEmergency(query),
  many: ({ queries }, context) => mergeReplies(queries.map((query) => compose(query, context))),
  refusal: answerRefusal,
};

export function compose(query: Query, context: AnswerContext): DraftReply {
  const composer = COMPOSERS[query.kind] as (query: Query, context: AnswerContext) => DraftReply;
  return composer(query, context);
}
