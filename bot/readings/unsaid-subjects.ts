/** Subjects that no source of the assistant speaks of, whatever record is near: people in office, fines, other provinces, the
 *  asker's own dossier. */
import { aboutOf } from "../about.ts";
import type { Query } from "../query.ts";
import { foldedWords } from "../understanding/phrases.ts";
import { CITY, OTHER_PLACES } from "../understanding/stop-words.ts";
import { has, type QueryReader, type ReadingContext } from "./context.ts";
import { hasAgency } from "./named-agency.ts";
import { namedOffers } from "./procedure-offers.ts";

const BEFORE_PLACE = ["cua", "o", "tai", "tinh", "thanh pho", "tp"];

/** "Kế hoạch của thành phố Hồ Chí Minh", "nhiệm vụ của Sở Y tế tỉnh Đồng Nai": the plan is of one province. The city
 *  that the province became part of is named beside agencies that live on there. */
export const readAnotherPlace: QueryReader = (context) => ofAnotherPlace(context, BEFORE_PLACE);

/** "Tỉnh Đồng Nai giao cho Sở Kế hoạch và Đầu tư của họ mấy việc": named as a province, it is no place by the way. */
export const readAnotherProvince: QueryReader = (context) => ofAnotherPlace(context, ["tinh", "cua tinh"]);

function ofAnotherPlace(context: ReadingContext, before: readonly string[]): Query | undefined {
  if (
    !has(context, "plan", "task", "appendix", "target", "lead", "coordinating") ||
    has(context, "procedure")
  )
    return undefined;
  const text = ` ${foldedWords(context.question.text).join(" ")} `;
  const { placeWords } = aboutOf(context.whole ?? context.knowledge, context.office);
  const isOwn = (place: string) =>
    placeWords.some((word) => ` ${word} `.includes(` ${foldedWords(place).join(" ")} `));
  if (placeWords.some((word) => text.includes(` ${foldedWords(word).join(" ")} `))) return undefined;
  const isOf = (place: string) =>
    before.some((word) => text.includes(` ${word} ${foldedWords(place).join(" ")} `));
  const named =
    OTHER_PLACES.some((place) => !isOwn(place) && isOf(place)) ||
    (!hasAgency(context) && has(context, "plan") && CITY.some((place) => !isOwn(place) && isOf(place)));
  return named
    ? { kind: "refusal", status: "unanswerable_not_in_sources", reason: "another_place", offers: [] }
    : undefined;
}

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
  /(^| )(tra|tra cuu|kiem tra|coi|xem)( \S+){0,4} ho so( \S+){0,5} (toi dau|den dau|xong chua|ra sao|the nao) ?(roi|chua)?|(^| )ho so( \S+)? (cua )?(toi|em|minh|tui)( \S+){0,5} (toi dau|den dau|xong chua)/;

export const readOwnDossier: QueryReader = ({ question }) =>
  OWN_DOSSIER.test(question.folded)
    ? {
        kind: "refusal",
        status: "unanswerable_not_in_sources",
        reason: "other_peoples_data",
        offers: [],
      }
    : undefined;
