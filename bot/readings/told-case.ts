/** What is known of the asker's case where a procedure is answered: what this turn tells, and what was told before of the
 *  same procedure or of one that belongs to it. */

import type { ProcedureRecord } from "../../knowledge/procedure-record.ts";
import { findProcedure } from "../answers/context.ts";
import type { Query } from "../query.ts";
import { settle } from "../situations/settle.ts";
import { isEmpty, joined, type Situation } from "../situations/situation.ts";
import type { ReadingContext } from "./context.ts";

export function situationOf({ dialogue, situation, knowledge }: ReadingContext, code: string): Situation {
  const last = dialogue.last?.kind === "procedure" ? dialogue.last.code : undefined;
  if (last === undefined) return situation;
  const find = (of: string) => findProcedure(knowledge, of);
  return belong(find(last), find(code)) ? joined(dialogue.situation, situation) : situation;
}

/** Near twins, variants of one procedure, and what is done before, after or together with it. */
export function belong(one?: ProcedureRecord, other?: ProcedureRecord): boolean {
  if (!one || !other) return false;
  const family = (record: ProcedureRecord) => record.variantOf ?? record.code;
  return (
    one.code === other.code ||
    family(one) === family(other) ||
    related(one).includes(other.code) ||
    related(other).includes(one.code)
  );
}

const related = ({ relations: { instead, before, together, next } }: ProcedureRecord): (string | null)[] =>
  [...instead, ...before, ...together, ...next].map(({ code }) => code);

/** Of several that were named in one breath each is the one for the case: "mất căn cước với bằng lái". */
function settled(query: Query, context: ReadingContext): Query {
  if (query.kind !== "procedure") return query;
  const find = (code: string) => findProcedure(context.knowledge, code);
  const { code, reason } = settle(query.code, situationOf(context, query.code), find);
  return code === query.code ? query : { ...query, code, because: reason };
}

/** The query with what is known of the case. */
export function withSituation(query: Query, context: ReadingContext): Query {
  if (query.kind === "many")
    return { ...query, queries: query.queries.map((part) => withSituation(settled(part, context), context)) };
  if (query.kind !== "procedure" || query.situation) return query;
  const situation = situationOf(context, query.code);
  return isEmpty(situation) ? query : { ...query, situation };
}
