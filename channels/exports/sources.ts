/** Documents and places as an exported file names them. */
import { formatDay } from "../../knowledge/calendar.ts";
import type { Evidence, SourceDocument } from "../../knowledge/records.ts";
import { documentKind } from "../../knowledge/vietnamese/spell-out.ts";

/** "Quyết định 2704/QĐ-UBND ngày 25/10/2023"; the title of one without a number. */
export function documentName({ number, title, issuedOn }: SourceDocument): string {
  const name = number ? `${documentKind(number) ?? "Văn bản"} ${number}` : title;
  return issuedOn ? `${name} ngày ${formatDay(issuedOn)}` : name;
}

/** "2704/QĐ-UBND, Phụ lục, nhóm V (Phát triển ứng dụng, dịch vụ số), nhiệm vụ 9". */
export function placeOf({ documentId, locator }: Evidence, documents: readonly SourceDocument[]): string {
  const document = documents.find(({ id }) => id === documentId);
  return [document?.number || document?.title || documentId, locator].filter(Boolean).join(", ");
}

export const plansOf = (documents: readonly SourceDocument[], ids: ReadonlySet<string>): SourceDocument[] =>
  documents.filter(({ id }) => ids.has(id));
