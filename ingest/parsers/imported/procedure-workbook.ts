/** The national workbook of procedures: a sheet that lists them, and sheets that give their ways of filing, steps, papers,
 *  results and legal bases, all joined by the code. What a sheet gives is told by its headings. */
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import type { ReadDocument, Sheet, TableRow } from "../../readers/document.ts";
import { parseCode, restoreNoughts } from "./code.ts";
import { addProcedure, type ImportFormat, leftOut } from "./format.ts";
import type { ParsedFile } from "./imported-procedure.ts";
import type { MethodDraft, ProcedureDraft } from "./procedure-draft.ts";
import { splitSteps } from "./steps.ts";
import { parseCount } from "./values.ts";

const HEADER_ROWS = 15;
const FEWEST_SHEETS = 2;

/** Folded headings. */
const COLUMNS = {
  code: /^ma (?:so )?(?:tthc|thu tuc)/,
  name: /^ten (?:tthc|thu tuc)/,
  field: /^linh vuc/,
  level: /^cap (?:thuc hien|giai quyet)/,
  issuer: /^co quan (?:ban hanh|cong bo)/,
  agency: /^co quan (?:thuc hien|giai quyet)/,
  authority: /^co quan (?:co )?tham quyen/,
  audience: /^doi tuong/,
  address: /^dia (?:chi|diem)/,
  decision: /^(?:so )?quyet dinh/,
  keywords: /^tu khoa/,
  url: /^(?:link|lien ket|duong dan|url)/,
  channel: /^(?:hinh thuc|cach thuc)/,
  time: /^thoi (?:gian|han)/,
  fee: /^(?:phi|le phi|muc phi)/,
  note: /^mo ta(?! chi tiet)/,
  case: /^truong hop/,
  step: /^(?:mo ta chi tiet|trinh tu|noi dung (?:buoc|thuc hien))/,
  paper: /^ten (?:giay to|thanh phan)/,
  original: /^(?:so )?ban chinh/,
  copy: /^(?:so )?ban sao/,
  form: /^(?:mau|bieu mau|ten bieu mau)/,
  result: /^ten ket qua/,
  legal: /^so (?:ky )?hieu/,
  legalTitle: /^(?:trich yeu|ten van ban)/,
  condition: /^(?:yeu cau|dieu kien)/,
} as const;
type Column = keyof typeof COLUMNS;

interface ReadSheet {
  sheet: Sheet;
  columns: Map<Column, number>;
  rows: TableRow[];
}

export const procedureWorkbook: ImportFormat = {
  id: "procedure_workbook",
  name: "sổ thủ tục nhiều trang tính nối theo mã",
  recognises: (document) => {
    const sheets = readSheets(document);
    return listOf(sheets) !== undefined && sheets.length >= FEWEST_SHEETS && sheets.some(isDetail);
  },
  parse: (document) => {
    const parsed: ParsedFile = { procedures: [], documents: [], leftOut: [] };
    const sheets = readSheets(document);
    const list = listOf(sheets)!;
    const details = sheets.filter((sheet) => sheet !== list);
    const byCode = new Map(details.map((sheet) => [sheet, rowsByCode(sheet)]));
    const listed = new Set<string>();
    for (const row of list.rows) {
      const code = codeIn(list, row);
      if (code === null || listed.has(code)) continue;
      listed.add(code);
      const draft = draftOf(list, row, code);
      for (const sheet of details) addDetails(draft, sheet, byCode.get(sheet)!.get(code) ?? []);
      addProcedure(parsed, document.file, "procedure_workbook", draft, row.at);
    }
    for (const sheet of details)
      for (const [code, [first]] of byCode.get(sheet)!)
        if (!listed.has(code))
          parsed.leftOut.push(
            leftOut(
              document.file,
              first!.at,
              "shape_unknown",
              `mã ${code} không có trong trang tính danh sách`,
            ),
          );
    return parsed;
  },
};

/** Those with a column of codes. */
function readSheets({ content }: ReadDocument): ReadSheet[] {
  if (content.kind !== "tables") return [];
  return content.sheets.flatMap((sheet) => {
    for (const [index, { cells }] of sheet.rows.slice(0, HEADER_ROWS).entries()) {
      const columns = columnsIn(cells);
      if (columns.has("code") && columns.has("name"))
        return [{ sheet, columns, rows: sheet.rows.slice(index + 1) }];
    }
    return [];
  });
}

function columnsIn(cells: readonly string[]): Map<Column, number> {
  const columns = new Map<Column, number>();
  cells.forEach((cell, i) => {
    const heading = fold(cell)
      .replace(/[^a-z0-9 ]/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    const column = (Object.keys(COLUMNS) as Column[]).find((name) => COLUMNS[name].test(heading));
    if (column && !columns.has(column)) columns.set(column, i);
  });
  return columns;
}

const isDetail = ({ columns }: ReadSheet): boolean =>
  (["channel", "step", "paper", "result", "legal", "condition"] as const).some((column) =>
    columns.has(column),
  );

const listOf = (sheets: readonly ReadSheet[]): ReadSheet | undefined =>
  sheets.find((sheet) => !isDetail(sheet) && (sheet.columns.has("field") || sheet.columns.has("agency")));

function codeIn(sheet: ReadSheet, row: TableRow): string | null {
  const code = restoreNoughts(cellOf(sheet, row, "code") ?? "");
  return parseCode(code) === null ? null : code;
}

function cellOf({ columns }: ReadSheet, { cells }: TableRow, column: Column): string | null {
  const index = columns.get(column);
  return index === undefined ? null : cells[index]?.trim() || null;
}

function rowsByCode(sheet: ReadSheet): Map<string, TableRow[]> {
  const byCode = new Map<string, TableRow[]>();
  for (const row of sheet.rows) {
    const code = codeIn(sheet, row);
    if (code === null) continue;
    const rows = byCode.get(code);
    if (rows) rows.push(row);
    else byCode.set(code, [row]);
  }
  return byCode;
}

function draftOf(list: ReadSheet, row: TableRow, code: string): ProcedureDraft {
  const cell = (column: Column) => cellOf(list, row, column);
  return {
    code,
    name: cell("name"),
    field: cell("field"),
    level: cell("level"),
    issuer: cell("issuer"),
    agency: cell("agency"),
    authority: cell("authority"),
    address: cell("address"),
    audience: cell("audience"),
    description: cell("note"),
    keywords: cell("keywords"),
    decision: cell("decision"),
    url: cell("url"),
    steps: [],
    methods: [],
    papers: [],
    result: [],
    legal: [],
  };
}

function addDetails(draft: ProcedureDraft, sheet: ReadSheet, rows: readonly TableRow[]): void {
  const cell = (row: TableRow, column: Column) => cellOf(sheet, row, column);
  const cases = new Map<string, string>();
  for (const row of rows) {
    if (sheet.columns.has("channel")) draft.methods!.push(methodOf(row, cell, cases));
    const step = cell(row, "step");
    if (step !== null) {
      const named = cell(row, "case");
      const cut = splitSteps(step);
      (draft.steps as string[]).push(...(named === null ? cut : cut.map((one) => `${named}: ${one}`)));
    }
    const paper = cell(row, "paper");
    if (paper !== null)
      draft.papers!.push({
        case: cell(row, "case") ?? "",
        text: paper,
        original: countOf(cell(row, "original")),
        copy: countOf(cell(row, "copy")),
        form: cell(row, "form"),
      });
    const result = cell(row, "result");
    if (result !== null) draft.result!.push(result);
    const legal = cell(row, "legal");
    if (legal !== null) draft.legal!.push({ title: cell(row, "legalTitle"), number: legal });
    const condition = cell(row, "condition");
    if (condition !== null) draft.conditions = [draft.conditions, condition].filter(Boolean).join("\n");
  }
}

type Cell = (row: TableRow, column: Column) => string | null;
const SEE_NOTE = /^(?:khác|theo mô tả)$/iu;
const SAME_CASE = /^\((\d{1,2})\)\s*(?:như trên|nt)\.?$/iu;
const CASE = /^\((\d{1,2})\)\s*(\S.*)$/su;

/** The case of a row is told in its description, by a number where it was told before. */
function methodOf(row: TableRow, cell: Cell, cases: Map<string, string>): MethodDraft {
  const time = cell(row, "time");
  let note = cell(row, "note");
  const same = note === null ? null : SAME_CASE.exec(note);
  const named = note === null ? null : CASE.exec(note);
  if (same) note = cases.get(same[1]!) ?? note;
  else if (named) {
    note = named[2]!;
    cases.set(named[1]!, note);
  }
  return {
    channel: cell(row, "channel") ?? "",
    time: time !== null && SEE_NOTE.test(time) && note !== null ? "Theo mô tả" : time,
    fees: [cell(row, "fee")],
    note,
  };
}

/** "x" marks one; null: not stated. */
const countOf = (printed: string | null): number | null =>
  printed !== null && /^x$/i.test(printed) ? 1 : parseCount(printed);
