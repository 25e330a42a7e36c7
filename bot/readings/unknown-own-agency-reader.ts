/** "Cơ quan tôi" before anyone knows which one: asked back. */

import { isLocals } from "../agency-names.ts";
import type { Choice } from "../query.ts";
import { askedAgencyId, has, type QueryReader, type ReadingContext } from "./context.ts";
import { ownChoice } from "./which-agency.ts";

const MAX_OFFERS = 3;

/** Those spoken of last, then those that most rows name as leading. */
function ownOffers({ dialogue, knowledge }: ReadingContext): Choice[] {
  const rows = (id: string) =>
    knowledge.tasks.filter((task) => task.leads.some(({ agencyId }) => agencyId === id)).length;
  const spokenOf = (id: string) => dialogue.agencyIds.lastIndexOf(id);
  return knowledge.agencies
    .filter(({ id, namedInPlan }) => namedInPlan && !isLocals(id))
    .map((agency) => ({ agency, said: spokenOf(agency.id), leads: rows(agency.id) }))
    .sort((a, b) => b.said - a.said || b.leads - a.leads)
    .slice(0, MAX_OFFERS)
    .map(({ agency }) => ownChoice(agency));
}

/** "Cơ quan tôi có việc gì về dữ liệu": rows of the office on a subject, and no papers of a person's own. */
const listsOwn = (context: ReadingContext): boolean =>
  OWN_OFFICE.test(context.question.plain) &&
  has(context, "askList", "askCount") &&
  !has(context, "procedure") &&
  context.question.domain !== "papers";

const OWN_OFFICE =
  /(^| )(co quan|don vi|so|phong|nganh|huyen) (cua )?(toi|minh|em|tui|chung toi|chung em|tui em|bon em)( |$|[,.?!])/;

/** "cơ quan tôi" before anyone knows which one. */
export const readUnknownOwnAgency: QueryReader = (context) => {
  if (!has(context, "ownAgency") || askedAgencyId(context, true) || context.dialogue.ownAgencyId)
    return undefined;
  // What binds everyone is answered without knowing whom.
  if (has(context, "report", "ownPlan") && !has(context, "lead", "coordinating")) return undefined;
  if (context.question.planTopics[0]!.length > 1 && !listsOwn(context)) return undefined;
  return {
    kind: "refusal",
    status: "clarification",
    reason: "own_agency_unknown",
    offers: ownOffers(context),
  };
};
