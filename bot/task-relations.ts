/** How a task of the appendix concerns an agency. */
import type { Agency, Party, Task } from "../knowledge/records.ts";

export interface Relation {
  role: "lead" | "coordinating";
  directness: "named" | "collective";
  /** The cell says "liên quan": an unnamed subset that the agency may be part of. */
  conditional: boolean;
}

function relationIn(parties: Task["leads"], agency: Agency): Omit<Relation, "role"> | undefined {
  if (parties.some((party) => party.kind === "agency" && party.agencyId === agency.id)) {
    return { directness: "named", conditional: false };
  }
  if (!agency.collective) return undefined;
  const local = agency.collective === "dia_phuong";
  if (parties.some((party) => party.kind === "collective" && (!local || party.includesLocal))) {
    return { directness: "collective", conditional: false };
  }
  // "sở, ngành liên quan" leaves the boards ("ban") out.
  const mayMean = (party: Party) =>
    agency.collective !== "ban" || /(^|[^\p{L}])ban([^\p{L}]|$)/iu.test(party.printed);
  if (!local && parties.some((party) => party.kind === "related" && mayMean(party))) {
    return { directness: "collective", conditional: true };
  }
  return undefined;
}

/** Every way in which a task concerns an agency, the strongest first. An agency that leads a task is counted as
 *  coordinating the same task only when the row prints its name there. */
export function relationsOf(task: Task, agency: Agency): Relation[] {
  const lead = relationIn(task.leads, agency);
  const coordinating = relationIn(task.coordinating, agency);
  const relations: Relation[] = [];
  if (lead) relations.push({ role: "lead", ...lead });
  if (coordinating && (!lead || coordinating.directness === "named")) {
    relations.push({ role: "coordinating", ...coordinating });
  }
  return relations;
}
