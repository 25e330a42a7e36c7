/** Every reader says what it takes a question to ask, with what speaks for it. Readers don't see each other, and their
 *  order changes nothing: the ranker weighs what they propose. */
import type { Query } from "../query.ts";
import { routeConversation, routeOwnAgency } from "../routes/conversation.ts";
import {
  routeAgency,
  routeAnotherPlace,
  routeContact,
  routeDocument,
  routeDuty,
  routeOfficial,
  routePenalty,
} from "../routes/document.ts";
import { routeField } from "../routes/field.ts";
import { routeFollowUp } from "../routes/follow-up.ts";
import { routeComparison, routeLabel, routeTaskNumber } from "../routes/labels.ts";
import type { RouteContext } from "../routes/route.ts";
import { routeTarget } from "../routes/target.ts";
import { routeLoneAgency, routeRanking, routeTaskList } from "../routes/task-list.ts";
import {
  routeElsewhere,
  routeMoney,
  routeNamedProcedure,
  routeNothing,
  routeProcedureCode,
  routeProcedureList,
  routeTopic,
} from "../routes/topic.ts";
import { routeUnknownOwnAgency } from "../routes/which-agency.ts";
import { readAction } from "./action-reader.ts";
import { readAgencyFocus } from "./agency-focus-reader.ts";
import { dropsLimit } from "./conditions-told.ts";
import { readFacts } from "./fact-reader.ts";
import { readDoubt, readLocator, readWhoExactly } from "./focus-readers.ts";
import { readFunding } from "./funding-reader.ts";
import { readMentions } from "./mention-reader.ts";
import { readOffice } from "./office-reader.ts";
import { latticeOf } from "./plan-lattice.ts";
import type { Proposal, Reader, Reading } from "./reader.ts";
import { readRecords } from "./record-reader.ts";
import { readSame } from "./same-reader.ts";
import { readSeveral } from "./several-reader.ts";
import { readSuccessor } from "./successor-reader.ts";
import { readTalk } from "./talk-reader.ts";
import { readTaskSet } from "./task-set-reader.ts";
import { readTime } from "./time-reader.ts";
import { readUnsaid } from "./unsaid-reader.ts";

const one = (name: string, read: (context: RouteContext) => Proposal | undefined): Reader => ({
  name,
  read(context) {
    const proposal = read(context);
    return proposal ? [proposal] : [];
  },
});
const plain = (name: string, read: (context: RouteContext) => Query | undefined): Reader => ({
  name,
  read(context) {
    const query = read(context);
    return query ? [{ query }] : [];
  },
});

export const READERS: readonly Reader[] = [
  { name: "taskSet", read: readTaskSet },
  { name: "talk", read: readTalk },
  { name: "same", read: readSame },
  { name: "record", read: readRecords },
  { name: "successor", read: readSuccessor },
  { name: "time", read: readTime },
  { name: "unsaid", read: readUnsaid },
  { name: "several", read: readSeveral },
  { name: "fact", read: readFacts },
  { name: "funding", read: readFunding },
  one("action", readAction),
  one("agencyFocus", readAgencyFocus),
  one("locator", readLocator),
  one("whoExactly", readWhoExactly),
  one("doubt", readDoubt),
  one("mentions", readMentions),
  one("office", readOffice),
  plain("conversation", routeConversation),
  plain("ownAgency", routeOwnAgency),
  plain("procedureCode", routeProcedureCode),
  plain("official", routeOfficial),
  plain("contact", routeContact),
  plain("penalty", routePenalty),
  plain("anotherPlace", routeAnotherPlace),
  plain("comparison", routeComparison),
  plain("label", routeLabel),
  plain("taskNumber", routeTaskNumber),
  plain("unknownOwnAgency", routeUnknownOwnAgency),
  plain("elsewhere", routeElsewhere),
  plain("ranking", routeRanking),
  plain("field", routeField),
  plain("followUp", routeFollowUp),
  plain("procedureList", routeProcedureList),
  plain("namedProcedure", routeNamedProcedure),
  plain("duty", routeDuty),
  plain("document", routeDocument),
  plain("money", routeMoney),
  plain("agency", routeAgency),
  plain("target", routeTarget),
  plain("taskList", routeTaskList),
  // A label names its row, whatever words stand around it.
  plain("topic", (context) => (context.question.labels.length > 0 ? undefined : routeTopic(context))),
  plain("loneAgency", routeLoneAgency),
  plain("nothing", routeNothing),
];

/** What the readers propose; the same query once, whoever proposes it. */
export function readAll(context: RouteContext, readers: readonly Reader[] = READERS): Reading[] {
  const readings = new Map<string, { query: Query; by: Set<string>; features: Record<string, number> }>();
  const atoms = latticeOf(context);
  for (const { name, read } of readers)
    for (const { query, features = {} } of read(context)) {
      if (dropsLimit(query, atoms)) continue;
      const key = JSON.stringify(query);
      const reading = readings.get(key) ?? { query, by: new Set(), features: {} };
      readings.set(key, reading);
      reading.by.add(name);
      for (const [feature, value] of Object.entries(features)) {
        const of = `${name}: ${feature}`;
        reading.features[of] = Math.max(reading.features[of] ?? 0, value);
      }
    }
  return [...readings.values()].map(({ query, by, features }) => ({ query, by: [...by], features }));
}
