/** An honest no, with what is near. */

import type { Aspect } from "../../knowledge/records.ts";
import type { Choice, ProcedureQuery, Query } from "../query.ts";
import type { TopicMatch } from "../understanding/topic.ts";
import { aspectsOf } from "./aspects.ts";
import { has, hasProcedureTopic, hasTopic, type ReadingContext } from "./context.ts";
import { PLAN_CUES, PROCEDURE_CUES } from "./cue-families.ts";
import {
  FEW_WORDS,
  MAX_CHOICES,
  MAX_NEAR,
  MAX_OFFERS,
  NAMED,
  NEARLY_NAMED,
  OFFER,
  SPOKEN_OF,
  TELLING,
} from "./fits.ts";
import { keptProcedure } from "./kept-procedure.ts";
import { matchProcedures } from "./matches.ts";
import { offersOf, procedureChoices } from "./procedure-offers.ts";
import { procedureQueryOf } from "./procedure-particulars.ts";
import { nearlyAsGood } from "./procedure-query.ts";

/** Less evidence names no procedure. */
const NAMES_SOMETHING = 0.85;

/** So far before the next, what is spoken of is answered and not asked back. */
const AHEAD = 1.15;

const NEARLY_HALF = 0.45;

/** "Thủ tục này có được giải quyết trong ngày không?": of somebody's papers, and no word names which. */
function namesNone(context: ReadingContext): boolean {
  const { question, topics } = context;
  const words = question.procedureTopics[0]!;
  return (
    question.domain === "papers" &&
    (words.length < FEW_WORDS || has(context, "pronoun")) &&
    words.every((word) => topics.isCommon(word)) &&
    matchProcedures(context).every(({ evidence }) => evidence < NAMES_SOMETHING)
  );
}

/** A story in nobody's official words, but nearly all of what one procedure is called stands in it. */
function spokenOf(context: ReadingContext, aspects: Aspect[]): Query | undefined {
  const { question, acts } = context;
  const matches = matchProcedures(context);
  const [likely, next] = matches;
  const enough = question.domain === "papers" ? SPOKEN_OF : TELLING;
  if (!likely || likely.precision < NEARLY_NAMED || likely.evidence < enough) return undefined;
  if (acts.lacks(likely.recordId, question.acts)) return undefined;
  const isAhead = likely.precision >= 1 && likely.score >= AHEAD * (next?.score ?? 0);
  if (question.domain === "papers" && isAhead) {
    const near = nearlyAsGood(context, matches)
      .slice(1, 1 + MAX_NEAR)
      .map(({ recordId }) => recordId);
    return { ...procedureQueryOf(context, likely.recordId, aspects), near, assumed: true };
  }
  const named = nearlyAsGood(context, matches).filter(
    ({ precision, coverage }) => precision >= NAMED || coverage >= NEARLY_HALF,
  );
  return {
    kind: "clarification",
    question: "Anh/chị có hỏi thủ tục này không?",
    options: procedureChoices(context, named, aspects).slice(0, MAX_OFFERS),
  };
}

/** What was offered before; else what people have most names for, which they ask for most. */
function knownBest(context: ReadingContext, aspects: Aspect[]): Choice[] {
  const offered = context.dialogue.choices.filter(
    ({ query, onlyWhole }) => query.kind === "procedure" && !onlyWhole,
  );
  if (offered.length > 0)
    return offered.map(({ label, query }) => ({ label, query: { ...(query as ProcedureQuery), aspects } }));
  return context.knowledge.procedures
    .filter((row) => row.variantOf === null)
    .sort((a, b) => b.aliases.length - a.aliases.length)
    .slice(0, MAX_CHOICES)
    .map(({ code, name }) => ({ label: name, query: { kind: "procedure", code, aspects } }));
}

/** Nothing recognised the question: what is offered instead depends on how near it came. */
export const readNothing = (context: ReadingContext): Query => {
  const { question } = context;
  const aspects = aspectsOf(context);
  const saysPlan = has(context, ...PLAN_CUES);
  const isBare = question.domain === "papers" || question.tokens.length <= FEW_WORDS;
  const isUnnamed = !hasProcedureTopic(context) && (!hasTopic(context) || (!saysPlan && isBare));
  // "Giá vàng hôm nay": what no office answers for, unless papers are asked for or a procedure is called.
  if (
    has(context, "elsewhere") &&
    !has(context, ...PLAN_CUES, "procedure", "aspectDocuments", "papers") &&
    !matchProcedures(context, 1)[0]?.called
  )
    return { kind: "refusal", status: "unanswerable_out_of_scope", reason: "out_of_scope", offers: [] };
  const kept = saysPlan ? undefined : keptProcedure(context, aspects);
  if (kept) return kept;
  const meant = saysPlan || question.domain === "government" ? undefined : spokenOf(context, aspects);
  if (meant) return meant;
  if (!saysPlan && ((isUnnamed && aspects.length > 0) || namesNone(context)))
    return {
      kind: "clarification",
      question: "Anh/chị hỏi về thủ tục nào?",
      options: knownBest(context, aspects),
    };
  if (isUnnamed && !hasTopic(context))
    return { kind: "refusal", status: "clarification", reason: "not_understood", offers: [] };
  if (
    question.domain === null &&
    !has(context, "lead", "coordinating", "task", "plan", "target", "duty", "procedure")
  ) {
    return { kind: "refusal", status: "unanswerable_out_of_scope", reason: "out_of_scope", offers: [] };
  }
  const saysProcedure = has(context, ...PROCEDURE_CUES) || (question.domain === "papers" && !saysPlan);
  const isNear = ({ coverage, precision }: TopicMatch) => coverage >= OFFER || precision >= NEARLY_NAMED;
  return {
    kind: "refusal",
    status: "unanswerable_not_in_sources",
    reason: saysProcedure ? "procedure_not_indexed" : "not_in_sources",
    offers: saysProcedure ? offersOf(context, matchProcedures(context).filter(isNear), aspects) : [],
  };
};
