/** Every reader says what it takes a question to ask, with what speaks for it. Readers don't see each other, and their
 *  order changes nothing: the ranker weighs what they propose. */
import type { Query } from "../query.ts";
import { readAction } from "./action-reader.ts";
import { readAgency } from "./agency-reader.ts";
import { readCandidates } from "./candidate-reader.ts";
import { readCase } from "./case-reader.ts";
import { readComparison } from "./comparison-reader.ts";
import { dropsLimit } from "./conditions-told.ts";
import type { ReadingContext } from "./context.ts";
import { readConversation } from "./conversation-reader.ts";
import { readDocument } from "./document-reader.ts";
import { readDuty } from "./duty-reader.ts";
import { readFacts } from "./fact-reader.ts";
import { readField } from "./field-reader.ts";
import { readFocus } from "./focus-reader.ts";
import { readFollowUp } from "./follow-up-reader.ts";
import { readFunding } from "./funding-reader.ts";
import { readLabel } from "./label-reader.ts";
import { readLifeEvent } from "./life-event-reader.ts";
import { readLoneAgency } from "./lone-agency-reader.ts";
import { readMeant } from "./meant-reader.ts";
import { readMentions } from "./mention-reader.ts";
import { readNothing } from "./nothing-reader.ts";
import { readOffice } from "./office-reader.ts";
import { latticeOf } from "./plan-lattice.ts";
import { readProcedureComparison } from "./procedure-comparison-reader.ts";
import { readProcedureList } from "./procedure-list-reader.ts";
import type { Proposal, Reader, Reading } from "./reader.ts";
import { readRecords } from "./record-reader.ts";
import { readSame } from "./same-reader.ts";
import { readSeveral } from "./several-reader.ts";
import { readSituation } from "./situation-reader.ts";
import { readSuccessor } from "./successor-reader.ts";
import { readTalk } from "./talk-reader.ts";
import { readTarget } from "./target-reader.ts";
import { readTaskSet } from "./task-set-reader.ts";
import { readTime } from "./time-reader.ts";

import { readTopic } from "./topic-reader.ts";
import { readUnsaid } from "./unsaid-reader.ts";

const one = (name: string, read: (context: ReadingContext) => Proposal | undefined): Reader => ({
  name,
  read(context) {
    const proposal = read(context);
    return proposal ? [proposal] : [];
  },
});
const plain = (name: string, read: (context: ReadingContext) => Query | undefined): Reader => ({
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
  { name: "situation", read: readSituation },
  { name: "candidate", read: readCandidates },
  { name: "meant", read: readMeant },
  { name: "told", read: readCase },
  { name: "procedureComparison", read: readProcedureComparison },
  { name: "lifeEvent", read: readLifeEvent },
  { name: "focus", read: readFocus },
  one("action", readAction),
  one("mentions", readMentions),
  one("office", readOffice),
  plain("conversation", readConversation),
  plain("comparison", readComparison),
  plain("label", readLabel),
  plain("field", readField),
  plain("followUp", readFollowUp),
  plain("procedureList", readProcedureList),
  plain("duty", readDuty),
  plain("document", readDocument),
  plain("agency", readAgency),
  plain("target", readTarget),
  // A label names its row, whatever words stand around it.
  plain("topic", (context) => (context.question.labels.length > 0 ? undefined : readTopic(context))),
  plain("loneAgency", readLoneAgency),
  plain("nothing", readNothing),
];

/** What the readers propose; the same query once, whoever proposes it. */
export function readAll(context: ReadingContext, readers: readonly Reader[] = READERS): Reading[] {
  const readings = new Map<string, { query: Query; by: Set<string>; features: Record<string, number> }>();
  const atoms = latticeOf(context);
  for (const { name, read } of readers)
    for (const { query, features = {} } of read(context)) {
      if (dropsLimit(query, atoms)) continue;
      // Whoever found the row, it is the same row.
      const key = JSON.stringify(query.kind === "task" ? { ...query, from: undefined } : query);
      const reading = readings.get(key) ?? { query, by: new Set(), features: {} };
      readings.set(key, reading);
      if (query.kind === "task" && query.from) reading.query = query;
      reading.by.add(name);
      for (const [feature, value] of Object.entries(features)) {
        const of = `${name}: ${feature}`;
        reading.features[of] = Math.max(reading.features[of] ?? 0, value);
      }
    }
  return [...readings.values()].map(({ query, by, features }) => ({ query, by: [...by], features }));
}
