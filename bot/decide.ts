/** Decides what a question asks, of what the readers propose. */
import { completed } from "./pending.ts";
import { OF_PLAN, type Query, unverified } from "./query.ts";
import { type Ranked, rank, type Weights } from "./ranker/rank.ts";
import { WEIGHTS } from "./ranker/shipped-weights.ts";
import { readFavour } from "./readings/action-reader.ts";
import { withAskedFacts } from "./readings/asked-facts.ts";
import { withBeyond } from "./readings/beyond.ts";
import { readChoice } from "./readings/choice-reader.ts";
import { withClaims } from "./readings/claims.ts";
import { readLabelledPair } from "./readings/comparison-reader.ts";
import { has, hasTopic, type QueryReader, type ReadingContext } from "./readings/context.ts";
import { readQuotedMeant, withNamedBasis } from "./readings/document-reader.ts";
import { readField } from "./readings/field-reader.ts";
import { LONG_STORY } from "./readings/fits.ts";
import { readWholeFocus } from "./readings/focus-reader.ts";
import { caseMeant, readCalledNext } from "./readings/follow-procedure.ts";
import { readFundsOfPlan } from "./readings/funding-reader.ts";
import { readWholeEvent } from "./readings/life-event-reader.ts";
import { readOffice } from "./readings/office-reader.ts";
import { readOwnAgency } from "./readings/own-agency-reader.ts";
import { withPrintedMoney } from "./readings/printed-money.ts";
import { withPrintedParts } from "./readings/printed-parts.ts";
import { readProcedureCode } from "./readings/procedure-code-reader.ts";
import { readAll } from "./readings/readings.ts";
import { readTitle } from "./readings/row-words.ts";
import { severalNamed } from "./readings/several-procedures.ts";
import { readBareTalk, readTold } from "./readings/talk-reader.ts";
import { readSpanOfAgency } from "./readings/time-reader.ts";
import { withSituation } from "./readings/told-case.ts";
import { readOfTold } from "./readings/told-task-reader.ts";
import { readUnclearAgency } from "./readings/unclear-agency-reader.ts";
import { withUnheeded } from "./readings/unheeded.ts";
import { readUnknownOwnAgency } from "./readings/unknown-own-agency-reader.ts";
import { withUnprinted } from "./readings/unprinted-asks.ts";
import { readAnotherProvince } from "./readings/unsaid-subjects.ts";
import { withWhether } from "./readings/whether.ts";
import { withoutRecords } from "./readings/without-records.ts";

/** Readings of the question, likeliest first. */
export const rankReadings = (context: ReadingContext, weights: Weights = WEIGHTS): Ranked[] =>
  rank(readAll(context), context, weights);

/** What these read is certain by its form, and weighing could only spoil it: the answer to what was asked back, words of
 *  which the office says what they do, an agency of one's own, a code, a case by its number, a whole title, the bare name of
 *  another procedure, procedures named in one breath, two labels that are compared, a favour that opens a sentence, what asks of
 *  the answer before alone, talk that names nothing, the bare name of a field, an agency of one's own that nobody has named, how
 *  to reach the office itself, a name that several agencies share, what another province does, one of the documents just told, where the plan's
 *  money comes from, a span beside an agency, an event of life with all it needs. */
const CERTAIN: readonly QueryReader[] = [
  readChoice,
  readTold,
  readOwnAgency,
  readProcedureCode,
  (context) => {
    const { last } = context.dialogue;
    return last?.kind === "procedure" ? caseMeant(context, last) : undefined;
  },
  readTitle,
  readCalledNext,
  // "Làm hộ chiếu và đăng ký tạm trú cần gì": both, and not the likelier one.
  (context) => (context.question.tokens.length <= LONG_STORY ? severalNamed(context) : undefined),
  readLabelledPair,
  readFavour,
  readWholeFocus,
  readBareTalk,
  // "Hộ tịch", whatever was spoken of before.
  (context) => (context.question.tokens.length <= LONGEST_FIELD ? readField(context) : undefined),
  // "Cơ quan mình ở đâu" asks of the office that answers.
  (context) => {
    const query = readUnknownOwnAgency(context);
    return query && !readOffice(context) ? query : undefined;
  },
  // "Cho xin số điện thoại" names nothing, and no row of a plan was spoken of: the office's own.
  (context) => (asksOfNobody(context) ? readOffice(context)?.query : undefined),
  readUnclearAgency,
  readAnotherProvince,
  readQuotedMeant,
  readFundsOfPlan,
  readSpanOfAgency,
  // "Em bị mất ví thì phải làm lại những gì": several procedures, and not the best of them.
  readWholeEvent,
];

const asksOfNobody = (context: ReadingContext): boolean => {
  const { question, dialogue } = context;
  return (
    has(context, "contact") &&
    !hasTopic(context) &&
    question.mentions.length === 0 &&
    !(dialogue.last && OF_PLAN.has(unverified(dialogue.last).kind))
  );
};

const LONGEST_FIELD = 3;

/** What needs no weighing; undefined when the readings have to be weighed. */
export function certain(context: ReadingContext): Query | undefined {
  for (const read of CERTAIN) {
    const query = read(context);
    if (query) return query;
  }
  return undefined;
}

export function decide(context: ReadingContext): Query {
  return withoutRecords(withUnheeded(withPrintedParts(decided(context), context), context), context);
}

function decided(context: ReadingContext): Query {
  const known = certain(context);
  if (known) return known;
  const told = readOfTold(context);
  if (told) return asAsked(told, context);
  const query = completed(rankReadings(context)[0]!.reading.query, context);
  return asAsked(withNamedBasis(withPrintedMoney(query, context), context), context);
}

/** A query as it is answered: with what is known of the asker's case, and what else the words ask of it. */
export const asAsked = (query: Query, context: ReadingContext): Query =>
  withBeyond(
    withClaims(
      withAskedFacts(withWhether(withUnprinted(withSituation(query, context), context), context), context),
      context,
    ),
    context,
  );
