/** Excel 2007 and later: the values of every sheet, row by row. Only the first cell of a merged range has text. */
import readWorkbook from "read-excel-file/node";
import { formatDay, utcDay } from "../../knowledge/calendar.ts";
import { DocumentError } from "../../knowledge/errors.ts";
import { cleanText } from "./clean-text.ts";
import type { DocumentContent, ReadLimits, Sheet, Source, TableRow } from "./document.ts";
import { checkZip } from "./zip-entries.ts";

export async function read({ file, bytes }: Source, limits: ReadLimits): Promise<DocumentContent> {
  checkZip(file, bytes, limits.maxUnpackedBytes);
  const workbook = await open(file, bytes);
  const sheets = workbook
    .map(({ sheet, data }): Sheet => {
      const name = cleanText(sheet);
      const rows = data.map(
        (row, i): TableRow => ({ cells: row.map(textOf), at: { kind: "row", sheet: name, row: i + 1 } }),
      );
      return { name, rows: rows.filter((row) => row.cells.some((cell) => cell !== "")) };
    })
    .filter((sheet) => sheet.rows.length > 0);
  if (sheets.length === 0) throw new DocumentError(file, null, "bảng tính rỗng");
  return { kind: "tables", sheets };
}

async function open(file: string, bytes: Buffer) {
  try {
    return await readWorkbook(bytes);
  } catch (error) {
    throw new DocumentError(file, null, "bảng tính hỏng", error);
  }
}

/** As a person sees it; dates as day/month/year. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) {
    return formatDay(utcDay(cell));
  }
  return cleanText(String(cell));
}
