/** Questions about the decision itself, about duties outside the appendix, and about agencies. */
import type { Duty } from "../../knowledge/records.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { agencyById, isLocals } from "../agency-names.ts";
import type { Cue } from "../understanding/cues.ts";
import { foldedWords } from "../understanding/phrases.ts";
import { CITY, OTHER_PLACES } from "../understanding/stop-words.ts";
import {
  ambiguousAgencies,
  askedAgencyId,
  has,
  hasTopic,
  matchPlan,
  matchProcedures,
  type Route,
  type RouteContext,
} from "./route.ts";
import { namedOffers } from "./topic.ts";
import { askWhichAgency } from "./which-agency.ts";

/** Cue → keys of document facts, the more telling cue first. */
const FACT_CUES: readonly (readonly [Cue, readonly string[]])[] = [
  ["signer", ["signer"]],
  ["proposal", ["proposal"]],
  ["issued", ["issued"]],
  ["issuer", ["issuer"]],
  ["effect", ["effect"]],
  ["legalBasis", ["legal_basis"]],
  ["executors", ["executors"]],
  ["recipients", ["recipients"]],
  ["article", ["article"]],
  ["number", ["number"]],
  ["title", ["title"]],
];
const NEEDS_PLAN_WORD: ReadonlySet<string> = new Set([
  "number",
  "title",
  "effect",
  "legalBasis",
  "executors",
  "issued",
  "recipients",
  "issuer",
]);
/** A procedure known this well is what "căn cứ" or "hiệu lực" asks about. */
const PROCEDURE_MEANT = 0.6;
const OWN_DUTY = 0.6;
/** The province itself, asked about as an agency. */
const PROVINCE_ID = "ubnd-tinh";

const ownNumber = ({ question, knowledge }: RouteContext) =>
  question.documentNumbers.some((number) =>
    knowledge.documents.some((document) => fold(document.number) === fold(number)),
  );

export const routeDocument: Route = (context) => {
  const { knowledge, question } = context;
  const other = question.documentNumbers.filter(
    (number) => !knowledge.documents.some((document) => fold(document.number) === fold(number)),
  );
  if (other.length > 0) return findNumber(context, other);
  const bare = question.bareNumbers.filter(
    (number) => !knowledge.documents.some((document) => document.number.startsWith(`${number}/`)),
  );
  if (bare.length > 0)
    return findNumber(
      context,
      bare.map((number) => `${number}/`),
    );
  const saysPlan = has(context, "plan", "appendix") || ownNumber(context);
  const inDocument = context.dialogue.last?.kind === "document" || context.dialogue.last?.kind === "groups";
  if (
    has(context, "structure") &&
    !hasAgency(context) &&
    !leadsElsewhere(context) &&
    (has(context, "plan", "appendix", "group") || saysPlan || inDocument)
  ) {
    return { kind: "groups" };
  }
  const procedure = matchProcedures(context, 1)[0];
  const meansProcedure = !saysPlan && procedure !== undefined && procedure.coverage >= PROCEDURE_MEANT;
  if (meansProcedure) return undefined;
  const keys: string[] = [];
  for (const [cue, factKeys] of FACT_CUES) {
    if (!has(context, cue)) continue;
    if (NEEDS_PLAN_WORD.has(cue) && !saysPlan && !inDocument) continue;
    keys.push(...factKeys);
  }
  // "Tờ trình số mấy của Sở Thông tin": the agency is part of what is asked.
  const namesProposer =
    has(context, "proposal") && (saysPlan || (has(context, "number") && !has(context, "task", "lead")));
  const isOfDecision = has(context, "signer", "issued") && !has(context, "task");
  if (keys.length === 0 || (hasAgency(context) && !namesProposer)) return undefined;
  if (!isOfDecision && leadsElsewhere(context)) return undefined;
  const facts = knowledge.facts.filter((fact) => keys.includes(fact.key) && fact.id !== "fact:identity");
  const article = /\bdieu (1|2|3|mot|hai|ba)\b/.exec(question.plain)?.[1];
  const numbers: Record<string, string> = { mot: "1", hai: "2", ba: "3" };
  const wanted = article ? `Điều ${numbers[article] ?? article}` : undefined;
  const chosen =
    wanted && keys.includes("article")
      ? facts.filter((fact) => fact.key !== "article" || fact.label.startsWith(wanted))
      : facts;
  if (chosen.length === 0) return undefined;
  return { kind: "document", keys, ids: chosen.map((fact) => fact.id) };
};

const hasAgency = ({ question }: RouteContext) => question.mentions.some((mention) => !mention.weak);

/** A task's topic stands in the question: "ai phê duyệt hệ thống …" asks about a task. */
function leadsElsewhere(context: RouteContext): boolean {
  if (!hasTopic(context)) return false;
  const best = matchPlan(context, ["task", "duty"], 1)[0];
  return best !== undefined && best.coverage >= 0.7 && best.evidence >= 1.5;
}

/** Does the number stand in the text, and not as the end of a longer one? */
function beginsIn(text: string, number: string): boolean {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1))
    if (at === 0 || !/\d/.test(text.charAt(at - 1))) return true;
  return false;
}

/** A document that the plan quotes: where its number stands. */
function findNumber(context: RouteContext, numbers: readonly string[]) {
  const { knowledge } = context;
  const wanted = numbers.map((number) => fold(number).replace(/[^a-z0-9/-]/g, ""));
  const quotes = (text: string) => {
    const folded = fold(text);
    return wanted.some((number) => beginsIn(folded, number));
  };
  const facts = knowledge.facts.filter((fact) => quotes(fact.evidence.quote) && fact.key === "legal_basis");
  if (facts.length > 0)
    return { kind: "document" as const, keys: ["quoted"], ids: facts.map((fact) => fact.id) };
  const proposals = knowledge.facts.filter((fact) => quotes(fact.evidence.quote) && fact.key === "proposal");
  if (proposals.length > 0)
    return { kind: "document" as const, keys: ["proposal"], ids: proposals.map((fact) => fact.id) };
  const tasks = knowledge.tasks.filter((task) => quotes(task.evidence.quote));
  if (tasks.length > 0) return { kind: "task" as const, ids: tasks.map((task) => task.id), asks: [] };
  const passages = knowledge.passages.filter((passage) => quotes(passage.text));
  if (passages.length > 0) return { kind: "passage" as const, ids: passages.map((passage) => passage.id) };
  if (context.question.labels.length > 0) return undefined;
  // "trợ cấp theo Quyết định số 613/QĐ-TTg" is called by the number.
  if (knowledge.procedures.some((procedure) => quotes(procedure.name))) return undefined;
  return {
    kind: "refusal" as const,
    status: "unanswerable_not_in_sources" as const,
    reason: "not_in_sources" as const,
    offers: [],
  };
}

const FOLDED_PLACES = OTHER_PLACES.map((place) => ` ${foldedWords(place).join(" ")} `);
const FOLDED_CITY = CITY.map((place) => ` ${foldedWords(place).join(" ")} `);
const BEFORE_PLACE = ["cua", "o", "tai", "tinh", "thanh pho", "tp"];

/** "Kế hoạch của thành phố Hồ Chí Minh", "nhiệm vụ của Sở Y tế tỉnh Đồng Nai": the plan is of one province. The city
 *  that the province became part of is named beside agencies that live on there. */
export const routeAnotherPlace: Route = (context) => {
  if (
    !has(context, "plan", "task", "appendix", "target", "lead", "coordinating") ||
    has(context, "procedure")
  )
    return undefined;
  const text = ` ${context.question.folded} `;
  if (/ (ba ria|vung tau|con dao) /.test(text)) return undefined;
  const isOf = (place: string) =>
    text.includes(place) && BEFORE_PLACE.some((word) => text.includes(` ${word}${place}`));
  const named =
    FOLDED_PLACES.some(isOf) || (!hasAgency(context) && has(context, "plan") && FOLDED_CITY.some(isOf));
  return named
    ? { kind: "refusal", status: "unanswerable_not_in_sources", reason: "another_place", offers: [] }
    : undefined;
};

/** "Chủ tịch tỉnh là ai": the plan prints one name, its signer's. */
export const routeOfficial: Route = (context) => {
  if (!has(context, "official") || !has(context, "isWho") || has(context, "signer", "task")) return undefined;
  return { kind: "refusal", status: "unanswerable_not_in_sources", reason: "no_people", offers: [] };
};

export const routePenalty: Route = (context) =>
  has(context, "penalty")
    ? {
        kind: "refusal",
        status: "unanswerable_not_in_sources",
        reason: "no_penalty",
        offers: namedOffers(context),
      }
    : undefined;

/** "Tra giùm hồ sơ của tôi tới đâu rồi": what only the office's own systems know. */
const OWN_DOSSIER =
  /(^| )(tra|tra cuu|kiem tra|coi|xem)( \S+){0,4} ho so( \S+){0,5} (toi dau|den dau|xong chua|ra sao|the nao) ?(roi|chua)?|(^| )ho so (cua )?(toi|em|minh|tui)( \S+){0,4} (toi dau|den dau|xong chua)/;
const OPENING_HOURS =
  /(^| )(may gio (mo cua|lam viec|nghi|dong cua|tiep dan)|(mo cua|lam viec|tiep dan|dong cua)( den| tu| luc)? may gio|gio (lam viec|mo cua|tiep dan)|thu (bay|7) co (lam|mo cua)|cuoi tuan co (lam|mo cua))/;

/** "Số điện thoại của Sở Y tế". */
export const routeContact: Route = (context) => {
  const text = context.question.plain;
  if (OWN_DOSSIER.test(text))
    return {
      kind: "refusal",
      status: "unanswerable_not_in_sources",
      reason: "other_peoples_data",
      offers: [],
    };
  if (OPENING_HOURS.test(text))
    return {
      kind: "refusal",
      status: "unanswerable_not_in_sources",
      reason: "no_contact",
      offers: namedOffers(context),
    };
  if (!has(context, "contact") || !(hasAgency(context) || has(context, "communes"))) return undefined;
  if (has(context, "task", "lead", "coordinating", "procedure")) return undefined;
  if (hasTopic(context) && !has(context, "official")) return undefined;
  return { kind: "refusal", status: "unanswerable_not_in_sources", reason: "no_contact", offers: [] };
};

const SYSTEM_WORDS: ReadonlySet<string> = new Set(["thong", "phan", "lris", "noi", "mem", "nen", "tang"]);

export const routeDuty: Route = (context) => {
  const { knowledge, question } = context;
  const agencyId = askedAgencyId(context);
  const isOwn = (duty: Duty) => agencyId !== undefined && duty.agencyIds.includes(agencyId);
  const asksOwnPlan =
    has(context, "ownPlan") &&
    !has(context, "issuer", "signer", "proposal") &&
    (agencyId !== undefined ||
      has(context, "ownAgency", "everyone", "locals") ||
      /(rieng|gui|nop|lap |ra ke hoach|lam ke hoach|cua (don vi|co quan|minh|nganh|dia phuong)|phai|han|cu the|trien khai)/.test(
        question.plain,
      ));
  if (asksOwnPlan) {
    const duties = knowledge.duties.filter((duty) => duty.when?.derived);
    if (duties.length > 0) return { kind: "duty", ids: duties.map((duty) => duty.id), ask: "ownPlan" };
  }
  const topic = question.planTopics[0]!.map((token) => token.folded);
  const meansSystem = topic.some((word) => SYSTEM_WORDS.has(word));
  if (
    has(context, "report") &&
    !has(context, "target") &&
    !meansSystem &&
    !(has(context, "lead", "coordinating") && !has(context, "askWhen"))
  ) {
    const reports = knowledge.duties.filter((duty) => duty.report);
    const folded = question.plain;
    const rhythm = /(hang thang|hang quy|moi thang|moi quy|theo quy|theo thang|quy )/.test(folded);
    const topical = matchPlan(context, ["duty"], 3)[0];
    const subject = reports.find((duty) => duty.id === topical?.recordId && topical.coverage >= OWN_DUTY);
    const ordered = [
      ...(subject ? [subject] : []),
      ...reports.filter((duty) =>
        rhythm
          ? duty.when?.kind === "monthly" || duty.when?.kind === "quarterly"
          : duty.collective && duty.when !== null,
      ),
      ...reports.filter(isOwn),
      ...(rhythm ? [] : reports.filter((duty) => duty.when !== null && !duty.collective)),
    ];
    const ids = [...new Set(ordered.map((duty) => duty.id))];
    if (ids.length > 0) return { kind: "duty", ids, ask: "report" };
  }
  const onTopic = agencyId === undefined ? undefined : ownDutyOnTopic(context, agencyId);
  if (onTopic) return { kind: "duty", ids: [onTopic], ask: "all" };
  if (has(context, "duty") && agencyId !== undefined && !has(context, "lead", "coordinating")) {
    const own = knowledge.duties.filter(isOwn);
    const agency = agencyById(knowledge, agencyId);
    const common = agency.collective
      ? knowledge.duties.filter((duty) => duty.collective && duty.sectionLabel.startsWith("VI"))
      : [];
    const outside = /(ngoai phu luc|muc vi|to chuc thuc hien|nghia vu)/.test(question.plain);
    const ids = [...new Set([...own, ...(own.length === 0 || outside ? common : [])].map((duty) => duty.id))];
    if (ids.length > 0 && (own.length > 0 || outside)) return { kind: "duty", ids, agencyId, ask: "all" };
  }
  return undefined;
};

/** "Sở Tài chính phải làm gì về kinh phí": the agency's own duty that holds the subject, unless a task does better. */
function ownDutyOnTopic(context: RouteContext, agencyId: string): string | undefined {
  if (!hasTopic(context) || has(context, "lead", "coordinating", "task", "appendix")) return undefined;
  const own = new Set(
    context.knowledge.duties.filter((duty) => duty.agencyIds.includes(agencyId)).map((duty) => duty.id),
  );
  const best = matchPlan(context, ["duty"], 40).find((match) => own.has(match.recordId));
  const task = matchPlan(context, ["task"], 1)[0];
  if (!best || best.coverage < OWN_DUTY || (task && task.coverage > best.coverage)) return undefined;
  return best.recordId;
}

export const routeAgency: Route = (context) => {
  const { question } = context;
  const ambiguous = ambiguousAgencies(context);
  if (ambiguous.length > 1) return askWhichAgency(ambiguous);
  const named = question.mentions.some((mention) => !mention.weak);
  if (has(context, "successor") && !named && /(^|\s)tinh(\s|$)/.test(question.plain) && !hasTopic(context))
    return { kind: "agency", agencyId: PROVINCE_ID, ask: "successor" };
  const agencyId = askedAgencyId(context, true);
  if (!agencyId || isLocals(agencyId)) return undefined;
  if (has(context, "isNamed") && has(context, "plan", "appendix") && !has(context, "lead", "coordinating"))
    return { kind: "agency", agencyId, ask: "overview" };
  if (has(context, "successor") && question.planTopics[0]!.length <= 2)
    return { kind: "agency", agencyId, ask: "successor" };
  return undefined;
};
