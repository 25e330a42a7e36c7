/** What no source of the assistant answers: money, fines, people, contacts, dossiers, other places, other matters. */

import type { Query } from "../query.ts";
import { foldedWords } from "../understanding/phrases.ts";
import { CITY, OTHER_PLACES } from "../understanding/stop-words.ts";
import { has, hasProcedureTopic, hasTopic, type QueryReader } from "./context.ts";
import { PLAN_CUES } from "./cue-families.ts";
import { ACCEPT, NEARLY_NAMED, OFFER } from "./fits.ts";
import { matchPlan, matchProcedures } from "./matches.ts";
import { hasAgency } from "./named-agency.ts";
import { namedOffers } from "./procedure-offers.ts";

/** What no office answers for, unless papers are asked for or a procedure is called. */
export const readElsewhere: QueryReader = (context) => {
  if (!has(context, "elsewhere") || has(context, ...PLAN_CUES, "procedure", "aspectDocuments", "papers"))
    return undefined;
  if (matchProcedures(context, 1)[0]?.called) return undefined;
  return { kind: "refusal", status: "unanswerable_out_of_scope", reason: "out_of_scope", offers: [] };
};

/** What is spoken of is the plan's. */
const PLAN_KINDS: ReadonlySet<Query["kind"] | undefined> = new Set<Query["kind"]>([
  "task",
  "tasks",
  "leaders",
  "ranking",
  "target",
  "duty",
  "passage",
  "document",
]);

export const readMoney: QueryReader = (context) => {
  if (!has(context, "money")) return undefined;
  const procedure = matchProcedures(context, 1)[0];
  const plan = matchPlan(context, ["task", "target", "passage"], 1)[0];
  const isProcedure = procedure !== undefined && procedure.coverage >= (plan?.coverage ?? 0);
  const isNamed = isProcedure && procedure.precision >= NEARLY_NAMED && procedure.coverage >= ACCEPT;
  if (isProcedure && !has(context, "plan", "appendix") && (isNamed || !has(context, "task")))
    return undefined;
  const aboutPlan =
    has(context, "plan", "task", "appendix") ||
    /(^| )(kinh phi|ngan sach|nguon von|du toan)( |$)/.test(context.question.plain) ||
    (plan !== undefined && plan.coverage >= OFFER) ||
    (PLAN_KINDS.has(context.dialogue.last?.kind) && !hasProcedureTopic(context));
  return aboutPlan
    ? { kind: "refusal", status: "unanswerable_not_in_sources", reason: "no_money", offers: [] }
    : undefined;
};

const withBlanks = (place: string) => ` ${foldedWords(place).join(" ")} `;
const FOLDED_PLACES = OTHER_PLACES.map(withBlanks);
const FOLDED_CITY = CITY.map(withBlanks);
const BEFORE_PLACE = ["cua", "o", "tai", "tinh", "thanh pho", "tp"];

/** "Kế hoạch của thành phố Hồ Chí Minh", "nhiệm vụ của Sở Y tế tỉnh Đồng Nai": the plan is of one province. The city
 *  that the province became part of is named beside agencies that live on there. */
export const readAnotherPlace: QueryReader = (context) => {
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
export const readOfficial: QueryReader = (context) => {
  if (!has(context, "official") || !has(context, "isWho") || has(context, "signer", "task")) return undefined;
  return { kind: "refusal", status: "unanswerable_not_in_sources", reason: "no_people", offers: [] };
};

export const readPenalty: QueryReader = (context) =>
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
export const readContact: QueryReader = (context) => {
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
