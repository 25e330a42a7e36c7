/** Which plan takes the place of which: by what the office states, by the words "thay thế Kế hoạch số …" in the newer one,
 *  or because both are of one issuer on one matter. The older one is marked, and still answers when it is asked for. */
import type { Records } from "../knowledge/knowledge-base.ts";
import type { OfficePlan } from "../knowledge/office-identity.ts";
import type { SourceDocument } from "../knowledge/records.ts";
import { fold } from "../knowledge/vietnamese/normalize.ts";

type Marked = Pick<Records, "documents" | "passages" | "facts">;

/** Marks the documents in place. */
export function markReplaced(records: Marked, stated: readonly OfficePlan[] = []): void {
  const plans = records.documents.filter(({ kind }) => kind === "plan");
  for (const newer of plans) {
    for (const older of plans) {
      if (older === newer || older.replacedBy !== undefined || !comesAfter(newer, older)) continue;
      if (!isStated(newer, older, stated) && !saysSo(newer, older, records) && !isSameMatter(newer, older))
        continue;
      older.replacedBy = newest(newer, older, plans).id;
      older.status = "superseded";
      const name = newer.number === "" ? newer.title : newer.number;
      older.statusNote = `Đã có kế hoạch mới hơn: ${name}. Trợ lý trả lời theo kế hoạch mới, trừ khi hỏi đích danh kế hoạch này.`;
    }
  }
}

/** Of several that could, the next one. */
function newest(
  newer: SourceDocument,
  older: SourceDocument,
  plans: readonly SourceDocument[],
): SourceDocument {
  const between = plans.filter(
    (plan) =>
      plan !== older && isSameMatter(plan, older) && comesAfter(plan, older) && comesAfter(newer, plan),
  );
  return between.sort((a, b) => (a.issuedOn ?? "").localeCompare(b.issuedOn ?? ""))[0] ?? newer;
}

const comesAfter = (newer: SourceDocument, older: SourceDocument): boolean =>
  (newer.issuedOn ?? "") > (older.issuedOn ?? "");

const sameNumber = (a: string, b: string): boolean => a !== "" && fold(a) === fold(b);

const isStated = (newer: SourceDocument, older: SourceDocument, stated: readonly OfficePlan[]): boolean =>
  stated.some(
    ({ number, replaces }) =>
      replaces !== undefined && sameNumber(number, newer.number) && sameNumber(replaces, older.number),
  );

const REPLACES = /thay the|bai bo|het hieu luc/;

function saysSo(newer: SourceDocument, older: SourceDocument, { passages, facts }: Marked): boolean {
  if (older.number === "") return false;
  const number = fold(older.number);
  return [...passages, ...facts]
    .filter(({ documentId }) => documentId === newer.id)
    .map(({ evidence }) => fold(evidence.quote))
    .some((text) => text.includes(number) && REPLACES.test(text));
}

/** One issuer and one title but for its years. */
function isSameMatter(a: SourceDocument, b: SourceDocument): boolean {
  const matter = ({ title }: SourceDocument) =>
    fold(title)
      .replace(/20\d\d/g, " ")
      .split(/[^a-z0-9]+/)
      .filter((word) => word !== "" && word !== "nam" && word !== "giai" && word !== "doan")
      .join(" ");
  return a.issuer !== "" && fold(a.issuer) === fold(b.issuer) && matter(a) !== "" && matter(a) === matter(b);
}
