/** Lists of procedures in Excel or CSV: one row a procedure under a header that may stand below a letterhead. Such a
 *  record is thin: what the row prints, and nothing else. */
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import type { Locator, ReadDocument, Sheet, TableRow } from "../../readers/document.ts";
import { isWithdrawn, parseCode, restoreNoughts } from "./code.ts";
import { addProcedure, type ImportFormat, leftOut } from "./format.ts";
import type { ParsedFile, RecordProblem } from "./imported-procedure.ts";
import type { ProcedureDraft } from "./procedure-draft.ts";

const HEADER_ROWS = 30;
/** Folded titles of columns. */
const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ["order", /^(?:stt|tt|so tt|so thu tu)$/],
  ["code", /^(?:ma|ma so|ma so ho so)(?: tthc| thu tuc(?: hanh chinh)?)?$/],
  ["name", /^(?:ten|noi dung)?\s*(?:tthc|thu tuc(?: hanh chinh)?)?$/],
  ["issuer", /^co quan (?:ban hanh|cong bo)/],
  ["agency", /^co quan (?:thuc hien|giai quyet|co tham quyen)/],
  ["field", /^linh vuc/],
  ["level", /^cap (?:thuc hien|giai quyet)/],
  ["time", /^thoi (?:han|gian)/],
  ["address", /^(?:dia diem|noi) /],
  ["fee", /^(?:muc )?(?:thu )?(?:phi|le phi)/],
  ["legal", /^can cu/],
  ["decision", /^(?:so )?quyet dinh/],
  ["url", /^(?:url|lien ket|duong dan|link)/],
];
type Column =
  | "order"
  | "code"
  | "name"
  | "issuer"
  | "agency"
  | "field"
  | "level"
  | "time"
  | "address"
  | "fee"
  | "legal"
  | "decision"
  | "url";

export const procedureList: ImportFormat = {
  id: "procedure_list",
  name: "danh sách thủ tục (Excel, CSV)",
  recognises: (document) => sheetsOf(document).some((sheet) => headerOf(sheet) !== null),
  parse: (document) => {
    const parsed: ParsedFile = { procedures: [], documents: [], leftOut: [] };
    for (const sheet of sheetsOf(document)) {
      const header = headerOf(sheet);
      if (header) parseSheet(document.file, sheet, header, parsed);
      else {
        const reason = `trang tính ${sheet.name ?? ""} không có hàng tiêu đề (Mã số, Tên …)`;
        parsed.leftOut.push(leftOut(document.file, sheet.rows[0]?.at ?? null, "header_missing", reason));
      }
    }
    return parsed;
  },
};

interface Header {
  /** Index in the sheet's rows. */
  index: number;
  columns: Map<Column, number>;
  width: number;
}

const sheetsOf = (document: ReadDocument): readonly Sheet[] =>
  document.content.kind === "tables" ? document.content.sheets : [];

/** A list of procedures shows that it is one: by codes, by the words "thủ tục", or by time and fee together. "Nội dung"
 *  alone names anything: tasks, meetings, expenses. */
function isOfProcedures(sheet: Sheet, index: number, columns: ReadonlyMap<Column, number>): boolean {
  const { cells } = sheet.rows[index]!;
  const says = (column: Column) => SAYS_PROCEDURE.test(fold(cells[columns.get(column) ?? -1] ?? ""));
  if (says("name") || says("code")) return true;
  const codes = sheet.rows
    .slice(index + 1, index + 1 + SAMPLE_ROWS)
    .flatMap((row) => row.cells[columns.get("code") ?? -1] || []);
  if (codes.some((code) => parseCode(restoreNoughts(code))?.kind === "national")) return true;
  return columns.has("time") && columns.has("fee");
}

const SAYS_PROCEDURE = /tthc|thu tuc/;
const SAMPLE_ROWS = 50;

/** The first row that names a column for the name and two more, or one for the code. */
function headerOf(sheet: Sheet): Header | null {
  for (const [index, row] of sheet.rows.slice(0, HEADER_ROWS).entries()) {
    const columns = new Map<Column, number>();
    row.cells.forEach((cell, i) => {
      const title = fold(cell)
        .replace(/[^a-z0-9, ]/g, " ")
        .replace(/\s+/g, " ")
        .trim();
      const column = title === "" ? undefined : COLUMNS.find(([, pattern]) => pattern.test(title))?.[0];
      if (column && !columns.has(column)) columns.set(column, i);
    });
    const isHeader = columns.has("name") && (columns.has("code") || columns.size > 2);
    if (isHeader && isOfProcedures(sheet, index, columns)) return { index, columns, width: row.cells.length };
  }
  return null;
}

function parseSheet(file: string, sheet: Sheet, header: Header, parsed: ParsedFile): void {
  let group: string | null = null;
  for (const row of sheet.rows.slice(header.index + 1)) {
    const filled = [...new Set(row.cells.filter((cell) => cell !== ""))];
    if (isHeaderAgain(sheet.rows[header.index]!, row)) continue;
    const lone = filled.length === 1 || (filled.length === 2 && /^[IVXLC]+\.?$|^[A-Z]\.?$/.test(filled[0]!));
    // "I. Lĩnh vực hộ tịch" across the table.
    if (lone && parseCode(filled.at(-1)!) === null) group = filled.at(-1)!;
    else parseRow(file, row, header, group, parsed);
  }
}

const isHeaderAgain = (header: TableRow, row: TableRow): boolean =>
  row.cells.every((cell, i) => cell === "" || cell === header.cells[i]);

function parseRow(
  file: string,
  row: TableRow,
  { columns, width }: Header,
  group: string | null,
  parsed: ParsedFile,
): void {
  const cell = (column: Column): string | null => {
    const index = columns.get(column);
    return index === undefined ? null : (row.cells[index] ?? "") || null;
  };
  const problems: RecordProblem[] = [];
  const code = codeOf(cell("code"), problems);
  if (code !== null && isWithdrawn(code)) {
    parsed.leftOut.push(leftOut(file, row.at, "withdrawn", `mã ${code} mang dấu hiệu đã hủy`));
    return;
  }
  if (row.cells.slice(width).some((extra) => extra !== "")) {
    problems.push({ kind: "cells_many", text: "hàng có nhiều ô hơn tiêu đề, phần thừa đã bỏ" });
  }
  const draft: ProcedureDraft = {
    code,
    name: cell("name")?.replace(/\s+/g, " ") ?? null,
    field:
      cell("field") ??
      group?.replace(/^(?:[IVXLC]+|[A-Z]|\d+)[.)]\s*/u, "").replace(/^lĩnh vực:?\s+/iu, "") ??
      null,
    level: cell("level"),
    issuer: cell("issuer"),
    agency: cell("agency"),
    address: cell("address"),
    decision: cell("decision"),
    url: cell("url"),
    legal: (cell("legal") ?? "").split("\n").map((title) => ({ title: title.trim() || null, number: null })),
    problems,
  };
  const time = cell("time");
  const fee = cell("fee");
  if (time !== null || fee !== null) draft.methods = [{ channel: "", time, fees: [fee], note: null }];
  addProcedure(parsed, file, "procedure_list", draft, row.at satisfies Locator);
}

function codeOf(printed: string | null, problems: RecordProblem[]): string | null {
  if (printed === null) return null;
  const restored = restoreNoughts(printed);
  if (restored !== printed) {
    problems.push({ kind: "code_repaired", text: `mã ${printed} lưu dạng số, khôi phục thành ${restored}` });
  }
  return restored;
}
