/** Decides what a question asks: the first route that recognises it wins. Routes look at signals (cues, agencies,
 *  labels, periods, topic), never at whole questions. */
import type { Query } from "./query.ts";
import {
  routeChoice,
  routeConversation,
  routeOwnAgency,
  routeUnknownOwnAgency,
} from "./routes/conversation.ts";
import {
  routeAgency,
  routeAnotherPlace,
  routeContact,
  routeDocument,
  routeDuty,
  routeOfficial,
  routePenalty,
} from "./routes/document.ts";
import { routeField } from "./routes/field.ts";
import { routeFollowUp } from "./routes/follow-up.ts";
import { routeComparison, routeLabel, routeTaskNumber } from "./routes/labels.ts";
import type { Route, RouteContext } from "./routes/route.ts";
import { routeTarget } from "./routes/target.ts";
import { routeLoneAgency, routeRanking, routeTaskList } from "./routes/task-list.ts";
import {
  routeElsewhere,
  routeMoney,
  routeNamedProcedure,
  routeNothing,
  routeProcedureCode,
  routeProcedureList,
  routeTopic,
} from "./routes/topic.ts";

const ROUTES: readonly Route[] = [
  routeChoice,
  routeConversation,
  routeOwnAgency,
  routeProcedureCode,
  routeOfficial,
  routeContact,
  routePenalty,
  routeAnotherPlace,
  routeComparison,
  routeLabel,
  routeTaskNumber,
  routeUnknownOwnAgency,
  routeElsewhere,
  routeRanking,
  routeField,
  routeFollowUp,
  routeProcedureList,
  routeNamedProcedure,
  routeDuty,
  routeDocument,
  routeMoney,
  routeAgency,
  routeTarget,
  routeTaskList,
  routeTopic,
  routeLoneAgency,
];

export function route(context: RouteContext): Query {
  for (const candidate of ROUTES) {
    const query = candidate(context);
    if (query) return query;
  }
  return routeNothing(context);
}
