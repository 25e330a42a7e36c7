/** A name that several agencies share: asked back. */
import { ambiguousAgencies, has, hasTopic, type QueryReader } from "./context.ts";
import { askWhichAgency } from "./which-agency.ts";

/** "CĐ chủ trì mấy nhiệm vụ?": nobody's rows are counted before it is known whose. */
export const readUnclearAgency: QueryReader = (context) => {
  const { question } = context;
  const ambiguous = ambiguousAgencies(context);
  const isNamed = question.mentions.some(({ weak, agencies }) => !weak && agencies.length === 1);
  if (ambiguous.length < 2 || isNamed || question.domain === "papers") return undefined;
  const asksOfIt = has(
    context,
    "lead",
    "coordinating",
    "task",
    "askList",
    "askCount",
    "duty",
    "report",
    "named",
    "successor",
  );
  return asksOfIt || !hasTopic(context) ? askWhichAgency(ambiguous) : undefined;
};
