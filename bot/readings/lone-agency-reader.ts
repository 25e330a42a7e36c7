/** Only an agency was named: who it is in the plan. */

import { isLocals } from "../agency-names.ts";
import { askedAgencyId, type QueryReader } from "./context.ts";
import { namesDepartment, topicWithoutWeakAgency } from "./task-filter.ts";

/** Only an agency was named: who it is in the plan. */
export const readLoneAgency: QueryReader = (context) => {
  const agencyId = askedAgencyId(context, true);
  const { question } = context;
  if (!agencyId || isLocals(agencyId) || topicWithoutWeakAgency(context).length > 0) return undefined;
  if (question.tokens.length > 12) return undefined;
  const department = namesDepartment(context, agencyId);
  return { kind: "agency", agencyId, ask: "overview", ...(department ? { department } : {}) };
};
