/** A procedure by its code. */

import { aspectsOf } from "./aspects.ts";
import type { QueryReader } from "./context.ts";

export const readProcedureCode: QueryReader = (context) => {
  const code = context.question.procedureCodes[0];
  if (!code) return undefined;
  if (context.knowledge.procedures.some((row) => row.code === code))
    return { kind: "procedure", code, aspects: aspectsOf(context) };
  return {
    kind: "refusal",
    status: "unanswerable_not_in_sources",
    reason: "procedure_not_indexed",
    offers: [],
  };
};
