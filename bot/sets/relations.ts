/** How a row of the appendix concerns an agency: in which role, by its name or as one of all. */
import type { Agency, Party, Task } from "../../knowledge/records.ts";
import type { ReplyTask } from "../reply.ts";

export type Role = "lead" | "coordinating";

export interface Relation {
  role: Role;
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

/** The strongest relation of the role, by name (true) or as one of all (false). "Sở, ngành liên quan" as coordinating names
 *  nobody, so that it is none. */
export const relationOf = (
  task: Task,
  agency: Agency,
  { role, named }: { role?: Role; named?: boolean },
): Relation | undefined =>
  relationsOf(task, agency).find(
    (row) =>
      !isUnnamed(row) &&
      (role === undefined || row.role === role) &&
      (named === undefined || (row.directness === "named") === named),
  );

const isUnnamed = (row: Relation): boolean => row.conditional && row.role === "coordinating";

/** The agency may be one of the unnamed few that coordinate the task, and has no other part in it. */
export function mayCoordinate(task: Task, agency: Agency): boolean {
  const relations = relationsOf(task, agency);
  return relations.length > 0 && relations.every(isUnnamed);
}

/** Of a row by itself: whether it names who leads it. */
export const ownRelation = (task: Task): Relation => ({
  role: "lead",
  directness: task.leads.some((party) => party.kind === "agency") ? "named" : "collective",
  conditional: false,
});

export function toReplyTask(task: Task, relation: Relation = ownRelation(task)): ReplyTask {
  return {
    id: task.id,
    label: task.label,
    document: task.documentId,
    group: task.groupName,
    title: task.title,
    lead: task.leads.map((party) => party.printed),
    coordinating: task.coordinating.map((party) => party.printed),
    period: task.period,
    dueEnd: task.due.until,
    recurrence: task.recurrence,
    role: relation.role,
    directness: relation.directness,
  };
}
