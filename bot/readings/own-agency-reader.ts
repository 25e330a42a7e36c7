/** "Tôi ở Sở Y tế". */
import { askedAgencyId, has, type QueryReader } from "./context.ts";

/** "Tôi ở Sở Y tế": remembered; with a question in the same breath the question is answered (see the step list). */
export const readOwnAgency: QueryReader = (context) => {
  if (!has(context, "iAm")) return undefined;
  const agencyId = askedAgencyId(context, true);
  const asks = has(
    context,
    "askList",
    "askCount",
    "lead",
    "coordinating",
    "duty",
    "report",
    "askWhen",
    "target",
  );
  return agencyId && !asks && context.question.planTopics[0]!.length === 0
    ? { kind: "ownAgency", agencyId }
    : undefined;
};
