/** From the procedures that fit best to what is answered: one, a choice among them, or that none is meant. */

import type { Aspect } from "../../knowledge/records.ts";
import { isVietnameseSyllable } from "../../knowledge/vietnamese/syllables.ts";
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import { findProcedure, procedureByCode } from "../answers/context.ts";
import type { Query } from "../query.ts";
import type { TopicMatch } from "../understanding/topic.ts";
import type { ReadingContext } from "./context.ts";
import { LONG_STORY, LONGER_STORY, MAX_CHOICES, MAX_NEAR, MUCH, NAMED, WHOLE_NAME } from "./fits.ts";
import { LONG_CALL } from "./matches.ts";
import { withoutCopies, withoutTwins } from "./procedure-candidates.ts";
import { siblingMeant } from "./procedure-family.ts";
import { offersOf, onMatter, procedureChoices } from "./procedure-offers.ts";
import { aspectsKept } from "./procedure-particular.ts";
import { procedureQueryOf } from "./procedure-particulars.ts";

const TIED_PROCEDURES = 0.96;

/** A procedure that fits nearly as well is offered beside the answer. */
const NEAR_PROCEDURES = 0.6;

const NEAR_CALLED = 0.7;

/** So near to the best, a procedure that does what was named is meant, and not the best, which does something else. */
const DOING_ANOTHER = 0.75;

/** In so short a question one word tells a variant ("làm căn cước lại"). */
const SHORT_QUESTION = 8;

const LONGEST_ABBREVIATION = 4;

export function procedureQuery(context: ReadingContext, matches: TopicMatch[]): Query {
  const aspects = aspectsKept(context);
  const best = matches[0]!;
  const { acts, question: asked } = context;
  if (acts.lacks(best.recordId, asked.acts)) {
    // "Lấy chồng Hàn, giờ muốn ghi nhận ở Việt Nam": what is done tells more than how nearly a name was said.
    const doing = matches.findIndex(
      (match) => match.score >= DOING_ANOTHER * best.score && acts.does(match.recordId, asked.acts),
    );
    if (doing > 0) return procedureQuery(context, matches.slice(doing));
  }
  if (namesAnother(context, best)) {
    // What was named is done to this matter by a procedure nearly as good.
    const other = matches.findIndex(
      (match) => match.score >= DOING_ANOTHER * best.score && !namesAnother(context, match),
    );
    const isCertain =
      other > 0 && matches[other]!.precision >= WHOLE_NAME && matches[other]!.evidence >= MUCH;
    if (other > 0 && (isCertain || !hasStrangeWord(context, best)))
      return procedureQuery(context, matches.slice(other));
    return notIndexed(context, matches, aspects);
  }
  const tied = matches.filter(
    (match) => match.score >= TIED_PROCEDURES * best.score && match.coverage >= best.coverage - 0.02,
  );
  const plain = likeliest(
    context,
    withoutTwins(
      tied.filter((match) => isPlainAmong(context, match, tied)),
      context.knowledge,
    ),
  );
  const telling = best.coverage >= 0.75 && best.evidence >= 2.5;
  const unsure = best.precision < NAMED && !telling;
  if (plain.length <= 1 && !unsure) {
    const found = plain[0] ?? best;
    const { question, families } = context;
    // What was called by its own name needs no condition besides.
    const own = families.conditionsOf(found.recordId);
    const isDenied = [...own].some((row) => question.deniedConditions.has(row));
    const isCalled =
      !isDenied && found.precision >= WHOLE_NAME && [...question.conditions].every((row) => own.has(row));
    // "mất giấy kết hôn với người nước ngoài": one condition in the name that was called, another said beside it.
    const conditions =
      found.precision >= WHOLE_NAME && !isDenied
        ? new Set([...own, ...question.conditions])
        : question.conditions;
    const code = isCalled ? found.recordId : families.choose(found.recordId, conditions);
    const isNamed = isCalled && (found.called ?? 0) >= LONG_CALL;
    const sibling =
      isNamed || isDenied
        ? undefined
        : siblingMeant(context, code, question.tokens.length <= SHORT_QUESTION ? 1 : 2);
    const query = procedureQueryOf(context, sibling ?? code, aspects);
    const near = nearlyAsGood(context, matches)
      .map((match) => match.recordId)
      .filter((recordId) => recordId !== query.code)
      .slice(0, MAX_NEAR);
    return near.length > 0 ? { ...query, near } : query;
  }
  const nearby = nearlyAsGood(context, matches);
  const choices = unsure
    ? onMatter(context, [...plain, ...nearby])
    : [...plain, ...onMatter(context, nearby)];
  if (choices.length === 0) return notIndexed(context, matches, aspects);
  return {
    kind: "clarification",
    question:
      plain.length > 1 && choices.length > 1
        ? "Câu hỏi khớp với nhiều thủ tục. Anh/chị hỏi thủ tục nào?"
        : "Anh/chị có hỏi thủ tục này không?",
    options: procedureChoices(context, choices, aspects).slice(0, MAX_CHOICES),
  };
}

/** Best first, without copies. Beside a long name that was called there is less doubt. */
export function nearlyAsGood({ knowledge }: ReadingContext, matches: TopicMatch[]): TopicMatch[] {
  const { score, called = 0 } = matches[0]!;
  const share = called >= LONG_CALL ? NEAR_CALLED : NEAR_PROCEDURES;
  const near = matches.filter((match) => match.score >= share * score);
  return withoutCopies(near, knowledge);
}

/** A short question with a word that no record holds ("giấy phép kinh doanh karaoke"), or with an act that the nearest
 *  record doesn't know ("rút bảo hiểm xã hội một lần"), is about another procedure. */
function namesAnother(context: ReadingContext, best: TopicMatch): boolean {
  const { question, acts } = context;
  if (hasStrangeWord(context, best)) return true;
  if (best.precision >= WHOLE_NAME || question.tokens.length >= LONGER_STORY) return false;
  return acts.lacks(best.recordId, question.acts);
}

function hasStrangeWord({ question, topics }: ReadingContext, best: TopicMatch): boolean {
  const words = question.procedureTopics[0]!;
  const isStrange = ({ kind, folded }: Token) =>
    kind === "word" &&
    !topics.knows(folded) &&
    (isVietnameseSyllable(folded) ? best.precision < 1 : folded.length > LONGEST_ABBREVIATION);
  return question.tokens.length < LONG_STORY && words.some(isStrange);
}

const notIndexed = (context: ReadingContext, matches: TopicMatch[], aspects: Aspect[]): Query => ({
  kind: "refusal",
  status: "unanswerable_not_in_sources",
  reason: "procedure_not_indexed",
  offers: offersOf(context, matches, aspects),
});

/** Of procedures that fit alike, the one called by its whole name, or the one spoken of, or the only one of its field. */
function likeliest({ dialogue, knowledge }: ReadingContext, tied: TopicMatch[]): TopicMatch[] {
  const only = (matches: TopicMatch[]) => (matches.length === 1 ? matches : undefined);
  const { last } = dialogue;
  const fieldOf = (code: string) => findProcedure(knowledge, code)?.field;
  return (
    only(tied.filter((match) => match.precision >= 1)) ??
    (last?.kind === "procedure"
      ? (only(tied.filter((match) => match.recordId === last.code)) ??
        only(tied.filter((match) => fieldOf(match.recordId) === fieldOf(last.code))))
      : undefined) ??
    tied
  );
}

/** A variant gives way to the plain procedure that ties with it. */
function isPlainAmong(context: ReadingContext, match: TopicMatch, tied: TopicMatch[]): boolean {
  const { variantOf } = procedureByCode(context.knowledge, match.recordId);
  return variantOf === null || !tied.some((other) => other.recordId === variantOf);
}
