/** A procedure that a question names nearly whole. */
import { has, type QueryReader } from "./context.ts";
import { PROCEDURE_CUES } from "./cue-families.ts";
import { ACCEPT, NEARLY_NAMED } from "./fits.ts";
import { matchPlan, matchProcedures } from "./matches.ts";
import { procedureQuery } from "./procedure-query.ts";
import { severalMeant, severalNamed } from "./several-procedures.ts";

/** A question that names a procedure nearly whole is about it, whatever other words signal. */
export const readNamedProcedure: QueryReader = (context) => {
  const several = severalNamed(context) ?? severalMeant(context);
  if (several) return several;
  if (has(context, "plan", "appendix", "target", "lead", "coordinating", "completion", "compare"))
    return undefined;
  if (has(context, "task") && !has(context, ...PROCEDURE_CUES)) return undefined;
  const [best] = matchProcedures(context);
  if (!best || best.precision < NEARLY_NAMED || best.coverage < ACCEPT) return undefined;
  const plan = matchPlan(context, ["task", "target"], 1)[0];
  if (plan && plan.coverage > best.coverage && !has(context, ...PROCEDURE_CUES)) return undefined;
  return procedureQuery(context, matchProcedures(context));
};
