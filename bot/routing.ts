/** Decides what a question asks, of what the readers propose. */
import { completed } from "./pending.ts";
import type { Query } from "./query.ts";
import { type Ranked, rank, type Weights } from "./ranker/rank.ts";
import { WEIGHTS } from "./ranker/shipped-weights.ts";
import { withClaims } from "./readings/claims.ts";
import { readOffice } from "./readings/office-reader.ts";
import { readAll } from "./readings/readings.ts";
import { routeTitle } from "./readings/row-words.ts";
import { routeTold } from "./readings/talk-reader.ts";
import { routeChoice, routeOwnAgency } from "./routes/conversation.ts";
import { routeAnotherPlace, routePenalty } from "./routes/document.ts";
import { routeField } from "./routes/field.ts";
import type { Route, RouteContext } from "./routes/route.ts";
import { routeProcedureCode } from "./routes/topic.ts";
import { routeUnclearAgency, routeUnknownOwnAgency } from "./routes/which-agency.ts";

/** Readings of the question, likeliest first. */
export const rankReadings = (context: RouteContext, weights: Weights = WEIGHTS): Ranked[] =>
  rank(readAll(context), context, weights);

/** What these read is certain by its form, and weighing could only spoil it: the answer to what was asked back, words of
 *  which the office says what they do, a code, a whole title, the bare name of a field, a plan of another province, a fine,
 *  an agency of one's own that nobody has named, a name that several agencies share. */
const CERTAIN: readonly Route[] = [
  routeChoice,
  routeTold,
  routeOwnAgency,
  routeProcedureCode,
  routeTitle,
  // "Hộ tịch", whatever was spoken of before.
  (context) => (context.question.tokens.length <= LONGEST_FIELD ? routeField(context) : undefined),
  routePenalty,
  routeAnotherPlace,
  // "Cơ quan mình ở đâu" asks of the office that answers.
  (context) => {
    const query = routeUnknownOwnAgency(context);
    return query && !readOffice(context) ? query : undefined;
  },
  routeUnclearAgency,
];

const LONGEST_FIELD = 3;

/** What needs no weighing; undefined when the readings have to be weighed. */
export function certain(context: RouteContext): Query | undefined {
  for (const read of CERTAIN) {
    const query = read(context);
    if (query) return query;
  }
  return undefined;
}

export function route(context: RouteContext): Query {
  const known = certain(context);
  if (known) return known;
  return withClaims(completed(rankReadings(context)[0]!.reading.query, context), context);
}
