/** Excel 2007 and later: the values of every sheet, row by row. A cell that is merged over rows repeats its text in each
 *  of them; of one merged over columns only the first has text. */
import readWorkbook from "read-excel-file/node";
import { formatDay, utcDay } from "../../knowledge/calendar.ts";
import { DocumentError, DocumentLimitError } from "../../knowledge/errors.ts";
import { Budget, overLimit, type ReadLimits } from "../limits.ts";
import { cleanText } from "./clean-text.ts";
import type { DocumentContent, Sheet, Source, TableRow } from "./document.ts";
import { fillDown, mergedCells } from "./merged-cells.ts";
import { attributeOf, scanXml } from "./office-xml.ts";
import { repackZip, unpackZip } from "./zip-entries.ts";

const WORKBOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";
const LAST_ROW = 1_048_576;

export async function read({ file, bytes }: Source, limits: ReadLimits): Promise<DocumentContent> {
  const parts = await unpackZip(file, bytes, (name) => /\.xml(?:\.rels)?$/.test(name), limits);
  checkParts(file, parts, limits);
  const workbook = await open(file, await repackZip(parts));
  const merged = mergedCells(file, parts, limits);
  const budget = new Budget(file, limits);
  const sheets = workbook
    .map(({ sheet, data }): Sheet => {
      const name = cleanText(sheet);
      fillDown(data as unknown[][], merged.get(sheet) ?? []);
      const rows = data.map((row, i): TableRow => {
        budget.columns(row.length);
        const place = `trang tính ${name}, hàng ${i + 1}`;
        return {
          cells: row.map((cell) => textOf(cell, budget, place)),
          at: { kind: "row", sheet: name, row: i + 1 },
        };
      });
      return { name, rows: rows.filter((row) => row.cells.some((cell) => cell !== "")) };
    })
    .filter((sheet) => sheet.rows.length > 0);
  if (sheets.length === 0) throw new DocumentError(file, null, "bảng tính rỗng");
  return { kind: "tables", sheets };
}

/** The library fills every row up to the last filled cell, and reads a part as often as the workbook names it. */
function checkParts(file: string, parts: ReadonlyMap<string, Buffer>, limits: ReadLimits): void {
  const budget = new Budget(file, limits);
  for (const [part, bytes] of parts) {
    const seen = new Set<string>();
    const once = (name: string | null): void => {
      if (name !== null && seen.has(name))
        throw new DocumentError(file, part, "bảng tính hỏng: một trang tính được nêu hai lần");
      if (name !== null) seen.add(name);
    };
    let lastRow = 0;
    let lastColumn = 0;
    let isFar = "";
    scanXml(file, part, bytes.toString("utf8"), limits, (tag) => {
      if (part === WORKBOOK && tag.name === "sheet") once(attributeOf(tag, "r:id"));
      else if (part === RELATIONS && tag.name === "Relationship") once(attributeOf(tag, "Target"));
      else if (tag.name === "row") checkRow(file, part, attributeOf(tag, "r"));
      else if (tag.name === "c" && !tag.isEmpty) {
        const address = attributeOf(tag, "r") ?? "";
        const [row, column] = positionOf(address);
        if (row > lastRow || column > lastColumn) isFar = address;
        lastRow = Math.max(lastRow, row);
        lastColumn = Math.max(lastColumn, column);
      }
    });
    try {
      budget.cells(lastRow * lastColumn);
    } catch (cause) {
      const reason = `${overLimit(limits.maxCells, "ô")} tính đến ô cuối cùng có chữ (${isFar}); hãy xóa các ô thừa ở xa rồi lưu lại`;
      throw new DocumentLimitError(file, part, reason, cause);
    }
  }
}

function checkRow(file: string, part: string, printed: string | null): void {
  if (printed !== null && !(Number(printed) <= LAST_ROW))
    throw new DocumentError(file, part, `bảng tính hỏng: hàng số ${printed.slice(0, 20)}`);
}

/** "C12" → 12, 3; [0, 0] for what is no address. */
function positionOf(address: string): [row: number, column: number] {
  const match = /^([A-Z]{1,6})(\d{1,9})$/i.exec(address);
  if (!match) return [0, 0];
  const column = [...match[1]!.toUpperCase()].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
  return [Number(match[2]), column];
}

async function open(file: string, bytes: Buffer) {
  try {
    return await readWorkbook(bytes);
  } catch (error) {
    throw new DocumentError(file, null, "bảng tính hỏng", error);
  }
}

/** As a person sees it; dates as day/month/year. */
function textOf(cell: unknown, budget: Budget, place: string): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return "";
    return formatDay(utcDay(cell));
  }
  const text = String(cell);
  budget.text(text, place);
  return cleanText(text);
}
