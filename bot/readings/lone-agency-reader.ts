/** Only an agency was named: who it is in the plan. */
import { isLocals } from "../agency-names.ts";
import { askedAgencyId, type QueryReader, type ReadingContext } from "./context.ts";

const LONGEST = 12;

export const readLoneAgency: QueryReader = (context) => {
  const agencyId = askedAgencyId(context, true);
  const { question } = context;
  if (!agencyId || isLocals(agencyId) || topicWithoutWeakAgency(context).length > 0) return undefined;
  if (question.tokens.length > LONGEST) return undefined;
  const department = question.mentions.some(
    (row) => row.department && row.agencies.some(({ id }) => id === agencyId),
  );
  return { kind: "agency", agencyId, ask: "overview", ...(department ? { department } : {}) };
};

/** Topic words once a weakly named agency ("ngành y tế") is taken for the agency. */
function topicWithoutWeakAgency({ question }: ReadingContext) {
  const weak = new Set(
    question.mentions
      .filter((mention) => mention.weak)
      .flatMap((mention) => question.tokens.slice(mention.from, mention.to)),
  );
  return question.planTopics[0]!.filter((token) => !weak.has(token));
}
