/** One reviewed procedure record a file. */
import { basename } from "node:path";
import { DocumentError } from "../../knowledge/errors.ts";
import { fromReviewed, type ProcedureRecord, reviewedProcedure } from "../../knowledge/records.ts";
import { parseJson } from "./json-document.ts";

export function parseProcedure(documentId: string, file: string, content: string): ProcedureRecord {
  const record = parseJson(file, content, reviewedProcedure.strict());
  if (basename(file) !== `${record.code}.json`) {
    throw new DocumentError(file, "code", `mã ${record.code} không khớp tên tệp`);
  }
  return fromReviewed(record, documentId);
}

/** A code or a parent that can't be relied on. */
export function checkProcedures(
  procedures: readonly ProcedureRecord[],
  fileOf: (code: string) => string,
): DocumentError[] {
  const problems: DocumentError[] = [];
  const codes = new Set(procedures.map((row) => row.code));
  for (const row of procedures) {
    if (procedures.find((other) => other.code === row.code) !== row) {
      problems.push(new DocumentError(fileOf(row.code), "code", `mã ${row.code} bị trùng`));
    }
    if (row.variantOf !== null && !codes.has(row.variantOf)) {
      problems.push(new DocumentError(fileOf(row.code), "variantOf", `không có thủ tục ${row.variantOf}`));
    }
  }
  return problems;
}
