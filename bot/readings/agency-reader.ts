/** Who an agency is in the plan, and who carries on for it. */

import { isLocals } from "../agency-names.ts";
import { ambiguousAgencies, askedAgencyId, has, hasTopic, type QueryReader } from "./context.ts";
import { askWhichAgency } from "./which-agency.ts";

/** The province itself, asked about as an agency. */
const PROVINCE_ID = "ubnd-tinh";

export const readAgency: QueryReader = (context) => {
  const { question } = context;
  const ambiguous = ambiguousAgencies(context);
  if (ambiguous.length > 1) return askWhichAgency(ambiguous);
  const named = question.mentions.some((mention) => !mention.weak);
  if (has(context, "successor") && !named && /(^|\s)tinh(\s|$)/.test(question.plain) && !hasTopic(context))
    return { kind: "agency", agencyId: PROVINCE_ID, ask: "successor" };
  const agencyId = askedAgencyId(context, true);
  if (!agencyId || isLocals(agencyId)) return undefined;
  if (has(context, "isNamed") && has(context, "plan", "appendix") && !has(context, "lead", "coordinating"))
    return { kind: "agency", agencyId, ask: "overview" };
  if (has(context, "successor") && question.planTopics[0]!.length <= 2)
    return { kind: "agency", agencyId, ask: "successor" };
  return undefined;
};
