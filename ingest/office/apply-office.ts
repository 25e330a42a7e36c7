/** What the office's profile, or its absence, changes in the records. */
import type { Records } from "../../knowledge/knowledge-base.ts";
import type { OfficeProfile } from "../../knowledge/office-profile.ts";
import type { Agency, SourceDocument } from "../../knowledge/records.ts";
import { spellingOf, spellingsOf } from "../parsers/plan/agency-names.ts";

/** Without the registry of the shipped province, a question still may name any body that every office knows. Which the
 *  plans name they know already. */
export function addCommon(records: Omit<Records, "chunks">, common: readonly Agency[]): void {
  const taken = new Set(records.agencies.flatMap(spellingsOf));
  const others = common.filter((agency) => !taken.has(spellingOf(agency.name)));
  records.agencies.push(...others);
}

/** What the office says of its plans: how they are called, and which of them are not used. */
export function leaveOut(
  records: Omit<Records, "chunks">,
  stated: NonNullable<OfficeProfile["plans"]>,
): void {
  const statedOf = ({ number }: SourceDocument) => stated.find((plan) => plan.number === number);
  const unused = new Set(
    records.documents
      .filter((row) => row.kind === "plan" && statedOf(row)?.use === false)
      .map(({ id }) => id),
  );
  for (const plan of records.documents) {
    const name = plan.kind === "plan" ? statedOf(plan)?.name : undefined;
    if (name !== undefined) plan.calledAs = name;
  }
  if (unused.size === 0) return;
  records.documents = records.documents.filter(({ id }) => !unused.has(id));
  const isUsed = ({ documentId }: { documentId: string }) => !unused.has(documentId);
  records.facts = records.facts.filter(isUsed);
  records.sections = records.sections.filter(isUsed);
  records.passages = records.passages.filter(isUsed);
  records.targets = records.targets.filter(isUsed);
  records.duties = records.duties.filter(isUsed);
  records.groups = records.groups.filter(isUsed);
  records.tasks = records.tasks.filter(isUsed);
  records.agencies = records.agencies.filter(
    ({ review }) => review === null || !unused.has(review.documentId),
  );
}
