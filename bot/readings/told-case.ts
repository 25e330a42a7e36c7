/** What is known of the asker's case where a procedure is answered: what this turn tells, and what was told before of the
 *  same procedure or of one that belongs to it. */
import type { ProcedureRecord } from "../../knowledge/procedure-record.ts";
import type { Query } from "../query.ts";
import { isEmpty, joined, type Situation } from "../situations/situation.ts";
import type { ReadingContext } from "./context.ts";

export function situationOf({ dialogue, situation, knowledge }: ReadingContext, code: string): Situation {
  const last = dialogue.last?.kind === "procedure" ? dialogue.last.code : undefined;
  if (last === undefined) return situation;
  const find = (of: string) => knowledge.procedures.find((row) => row.code === of);
  return belong(find(last), find(code)) ? joined(dialogue.situation, situation) : situation;
}

/** Near twins, variants of one procedure, and what is done before, after or together with it. */
function belong(one?: ProcedureRecord, other?: ProcedureRecord): boolean {
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

/** The query with what is known of the case. */
export function withSituation(query: Query, context: ReadingContext): Query {
  if (query.kind === "many")
    return { ...query, queries: query.queries.map((part) => withSituation(part, context)) };
  if (query.kind !== "procedure" || query.situation) return query;
  const situation = situationOf(context, query.code);
  return isEmpty(situation) ? query : { ...query, situation };
}
