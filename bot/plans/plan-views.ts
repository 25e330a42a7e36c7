/** Several plans side by side: an answer rests on one of them. A view is the knowledge base with the records of one plan
 *  and everything that belongs to none. */
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { type Agency, COMMON_DOCUMENT, COMMON_PREFIX } from "../../knowledge/records.ts";
import type { Retriever } from "../../knowledge/retriever.ts";

export interface PlanView {
  /** Id of the plan's document; null for a knowledge base without one. */
  planId: string | null;
  knowledge: KnowledgeBase;
}

/** The first is the plan that is meant where nothing says otherwise: the shipped one. With one plan or none its view is
 *  the knowledge base itself. */
export function planViews(knowledge: KnowledgeBase): PlanView[] {
  const plans = knowledge.documents.filter(({ kind }) => kind === "plan");
  if (plans.length < 2) return [{ planId: plans[0]?.id ?? null, knowledge }];
  return plans.map(({ id }) => ({
    planId: id,
    knowledge: viewOf(
      knowledge,
      id,
      plans.map((plan) => plan.id),
    ),
  }));
}

function viewOf(knowledge: KnowledgeBase, planId: string, planIds: readonly string[]): KnowledgeBase {
  const others = new Set(planIds.filter((id) => id !== planId));
  const own = <Row extends { documentId: string }>(rows: readonly Row[]): Row[] =>
    rows.filter(({ documentId }) => !others.has(documentId));
  const tasks = own(knowledge.tasks);
  const duties = own(knowledge.duties);
  const named = agenciesIn(tasks, duties);
  const kinds = {
    facts: own(knowledge.facts),
    sections: own(knowledge.sections),
    passages: own(knowledge.passages),
    targets: own(knowledge.targets),
    groups: own(knowledge.groups),
    tasks,
    duties,
  };
  const shown = new Set(Object.values(kinds).flatMap((rows) => rows.map(({ id }) => id)));
  const isOthers = (recordId: string): boolean =>
    [...others].some((id) => recordId.startsWith(`${id}:`)) ||
    (plansRecord(knowledge, recordId) && !shown.has(recordId));
  return {
    ...knowledge,
    ...kinds,
    documents: knowledge.documents.filter(({ id }) => !others.has(id)),
    agencies: agenciesOf(knowledge, named).map((agency) => provedBy(agency, others, tasks, duties)),
    chunks: knowledge.chunks.filter(({ recordId }) => !isOthers(recordId)),
    retriever: filtered(knowledge.retriever, isOthers),
  };
}

/** The registry is that of one office: a plan that names none of its bodies is another office's. A body that only another
 *  plan names is none of this one's, unless every office knows it. */
function agenciesOf({ agencies }: KnowledgeBase, named: ReadonlySet<string>): KnowledgeBase["agencies"] {
  const isRegistered = ({ id, review }: Agency) => review === null && !id.startsWith(COMMON_PREFIX);
  const isOfOffice =
    named.size === 0 || agencies.some((agency) => isRegistered(agency) && named.has(agency.id));
  return agencies.filter(
    (agency) =>
      named.has(agency.id) || agency.id.startsWith(COMMON_PREFIX) || (isRegistered(agency) && isOfOffice),
  );
}

/** The print that proves the body may stand in another plan; this one has its own. */
function provedBy(
  agency: Agency,
  others: ReadonlySet<string>,
  tasks: KnowledgeBase["tasks"],
  duties: KnowledgeBase["duties"],
): Agency {
  if (!others.has(agency.evidence.documentId)) return agency;
  for (const { leads, coordinating, evidence } of tasks) {
    const party = [...leads, ...coordinating].find(({ agencyId }) => agencyId === agency.id);
    if (party) return { ...agency, evidence: { ...evidence, quote: party.printed } };
  }
  const duty = duties.find(({ agencyIds }) => agencyIds.includes(agency.id));
  if (duty) return { ...agency, evidence: duty.evidence };
  const { name } = agency;
  const listed = { documentId: COMMON_DOCUMENT, locator: `Danh mục cơ quan, ${name}`, quote: name };
  return agency.id.startsWith(COMMON_PREFIX) ? { ...agency, namedInPlan: false, evidence: listed } : agency;
}

const recordIds = new WeakMap<KnowledgeBase, Set<string>>();

/** The id is that of a record of some plan. */
function plansRecord(knowledge: KnowledgeBase, id: string): boolean {
  let ids = recordIds.get(knowledge);
  if (!ids) {
    const { facts, sections, passages, targets, groups, tasks, duties } = knowledge;
    const ofPlans = passages.filter(({ sectionLabel }) => sectionLabel !== "");
    ids = new Set(
      [facts, sections, ofPlans, targets, groups, tasks, duties].flatMap((rows) => rows.map((row) => row.id)),
    );
    recordIds.set(knowledge, ids);
  }
  return ids.has(id);
}

export function agenciesIn(tasks: KnowledgeBase["tasks"], duties: KnowledgeBase["duties"]): Set<string> {
  return new Set([
    ...tasks.flatMap(({ leads, coordinating }) =>
      [...leads, ...coordinating].flatMap(({ agencyId }) => agencyId ?? []),
    ),
    ...duties.flatMap(({ agencyIds }) => agencyIds),
  ]);
}

const USUAL_HITS = 10;
/** Of the hits of all plans, those of one may stand far below. */
const WIDER = 4;

function filtered(retriever: Retriever, isOthers: (recordId: string) => boolean): Retriever {
  return {
    ...retriever,
    search: async (text, options = {}) => {
      const limit = options.limit ?? USUAL_HITS;
      const hits = await retriever.search(text, { ...options, limit: limit * WIDER });
      return hits.filter(({ chunk }) => !isOthers(chunk.recordId)).slice(0, limit);
    },
    findProcedures: (text, options) => retriever.findProcedures(text, options),
  };
}
