/** Asks back for an agency: the asker's own, or one of those that share a name. */
import type { Agency } from "../../knowledge/records.ts";
import { isLocals } from "../agency-names.ts";
import type { Choice, Query } from "../query.ts";
import { ambiguousAgencies, askedAgencyId, has, hasTopic, type Route, type RouteContext } from "./route.ts";

const MAX_OFFERS = 3;

const ownChoice = ({ id, name }: Agency): Choice => ({
  label: name,
  query: { kind: "ownAgency", agencyId: id },
});

/** `isOwn`: it is the asker's own. */
export const askWhichAgency = (agencies: readonly Agency[], isOwn = false): Query => ({
  kind: "clarification",
  question: "Tên viết tắt này có thể là nhiều cơ quan. Anh/chị hỏi cơ quan nào?",
  missing: isOwn ? "ownAgency" : "agency",
  options: agencies.map((agency) =>
    isOwn
      ? ownChoice(agency)
      : { label: agency.name, query: { kind: "agency", agencyId: agency.id, ask: "overview" } },
  ),
});

/** Those spoken of last, then those that most rows name as leading. */
function ownOffers({ dialogue, knowledge }: RouteContext): Choice[] {
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
const listsOwn = (context: RouteContext): boolean =>
  OWN_OFFICE.test(context.question.plain) &&
  has(context, "askList", "askCount") &&
  !has(context, "procedure") &&
  context.question.domain !== "papers";

const OWN_OFFICE =
  /(^| )(co quan|don vi|so|phong|nganh|huyen) (cua )?(toi|minh|em|tui|chung toi|chung em|tui em|bon em)( |$|[,.?!])/;

/** "cơ quan tôi" before anyone knows which one. */
export const routeUnknownOwnAgency: Route = (context) => {
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

/** "CĐ chủ trì mấy nhiệm vụ?": nobody's rows are counted before it is known whose. */
export const routeUnclearAgency: Route = (context) => {
  const { question } = context;
  const ambiguous = ambiguousAgencies(context);
  const isNamed = question.mentions.some(({ weak, agencies }) => !weak && agencies.length === 1);
  if (ambiguous.length < 2 || isNamed || question.domain === "papers") return undefined;
  const asksOfIt = has(
    context,
    "lead",
    "coordinating",
    "task",
    "askList",
    "askCount",
    "duty",
    "report",
    "named",
    "successor",
  );
  return asksOfIt || !hasTopic(context) ? askWhichAgency(ambiguous) : undefined;
};
