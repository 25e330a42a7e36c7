/** The procedure that the told case is for, where a near twin of it was named or spoken of: "mất cà vẹt xe" leads to a new
 *  certificate, "à không, hết hạn" from the lost card to the exchanged one. */
import { findProcedure } from "../answers/context.ts";
import type { ProcedureQuery } from "../query.ts";
import { settle } from "../situations/settle.ts";
import { isEmpty } from "../situations/situation.ts";
import type { ReadingContext } from "./context.ts";
import { matchProcedures } from "./matches.ts";
import { aspectsKept } from "./procedure-particular.ts";
import { procedureQueryOf } from "./procedure-particulars.ts";
import type { Proposal } from "./reader.ts";
import { situationOf } from "./told-case.ts";

/** Procedures that the words may name, of which the case may choose another. */
const NAMED = 3;
const MUCH = 3;

export function readSituation(context: ReadingContext): Proposal[] {
  const { dialogue, knowledge } = context;
  const last = dialogue.last?.kind === "procedure" ? dialogue.last : undefined;
  const find = (code: string) => findProcedure(knowledge, code);
  const proposals: Proposal[] = [];
  const named = matchProcedures(context, 1)[0]?.recordId;
  const add = (from: string, aspects: ProcedureQuery["aspects"], features: Record<string, number>) => {
    const situation = situationOf(context, from);
    if (isEmpty(situation)) return;
    const { code, told, reason } = settle(from, situation, find);
    if (code === from) return;
    proposals.push({
      // What the words name by themselves needs no reason.
      query: { ...procedureQueryOf(context, code, aspects), ...(code === named ? {} : { because: reason }) },
      features: { ...features, told: Math.min(1, told / MUCH) },
    });
  };
  const asked = aspectsKept(context);
  if (last) add(last.code, asked.length > 0 ? asked : last.aspects, { "from the one spoken of": 1 });
  matchProcedures(context, NAMED).forEach(({ recordId, precision, coverage }, i) => {
    if (recordId !== last?.code)
      add(recordId, asked, {
        "from the one named": i === 0 ? 1 : 0.5,
        "named: precision": precision,
        "named: coverage": coverage,
      });
  });
  return proposals;
}
