/** A plan that is shipped: read like any other, and held to what the list of documents says of it. */
import { DocumentError } from "../../knowledge/errors.ts";
import type { Agency, SourceDocument } from "../../knowledge/records.ts";
import type { Collective } from "./plan/parties.ts";
import { type PlanRecords, planRecords } from "./plan/plan-records.ts";
import { textSource } from "./plan/plan-source.ts";
import type { PlanNote, PrintedPlan } from "./plan/printed-plan.ts";
import { readPlan } from "./plan/read-plan.ts";

export type { PlanRecords } from "./plan/plan-records.ts";

/** `prefix` stands before the ids of all plans but the first. The records, and the agencies that the registry lacks. Throws DocumentError naming the line. */
export function parsePlan(
  document: SourceDocument,
  content: string,
  agencies: readonly Agency[],
  collectives: readonly Collective[],
  prefix = "",
): PlanRecords & { agencies: Agency[] } {
  const printed = readPlan(textSource(document.id, document.file, content));
  const fault = printed.notes.find(isFault) ?? mismatch(printed, document);
  if (fault) throw new DocumentError(document.file, fault.place, fault.text);
  const { records, newAgencies } = planRecords(printed, document, prefix, agencies, collectives);
  return { ...records, agencies: newAgencies };
}

/** What may be missing in a plan is no fault of it. */
const isFault = ({ kind }: PlanNote): boolean => kind !== "missing";

function mismatch(
  { identity, facts }: PrintedPlan,
  { number, signer }: SourceDocument,
): Omit<PlanNote, "kind"> | undefined {
  const placeOf = (key: string, at: 0 | 1) => {
    const lines = facts.find((fact) => fact.key === key)?.lines;
    return lines ? `dòng ${lines[at]}` : null;
  };
  if (identity.number !== number)
    return { place: placeOf("number", 0), text: `số văn bản không khớp danh mục (${number})` };
  if (signer !== null && identity.signer !== signer)
    return { place: placeOf("signer", 1), text: `người ký không khớp danh mục (${signer})` };
  return undefined;
}
