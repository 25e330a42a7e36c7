/** The tasks as a workbook: a sheet of rows for sorting, filtering and printing, and one that says where they are from. */
import type { Stream } from "node:stream";
import writeWorkbook, { type CellObject, type Feature, type Sheet } from "write-excel-file/node";
import {
  findElement,
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  replaceElement,
} from "write-excel-file/utility";
import type { ReplyTask } from "../../bot/reply.ts";
import type { Records } from "../../knowledge/knowledge-base.ts";
import type { Task } from "../../knowledge/records.ts";
import { documentName, placeOf, plansOf } from "./sources.ts";
import { DIRECTNESS, RECURRENCE, ROLES } from "./task-filters.ts";

export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What the library takes for the files in a workbook. */
type Content = Buffer | Stream | Blob;

type Books = Pick<Records, "tasks" | "documents">;

interface Column {
  name: string;
  /** In characters. */
  width: number;
  value: (row: ReplyTask, task: Task, records: Books) => string | Date | null;
  /** Left out where no row has it. */
  isOptional?: true;
}

const COLUMNS: readonly Column[] = [
  { name: "Mã", width: 8, value: ({ id }) => id },
  { name: "Nhãn", width: 14, value: ({ label }) => label },
  { name: "Nhóm", width: 20, value: ({ group }) => group },
  { name: "Nội dung", width: 60, value: ({ title }) => title },
  { name: "Chủ trì", width: 26, value: ({ lead }) => lead.join("; ") },
  { name: "Phối hợp", width: 30, value: ({ coordinating }) => coordinating.join("; ") },
  { name: "Thời gian in", width: 13, value: ({ period }) => period },
  { name: "Mốc theo bản in", width: 13, value: ({ dueEnd }) => dueEnd && new Date(`${dueEnd}T00:00:00Z`) },
  { name: "Lặp lại", width: 12, value: ({ recurrence }) => RECURRENCE[recurrence] },
  { name: "Sản phẩm", width: 26, value: (_row, { product }) => product, isOptional: true },
  { name: "Ghi chú", width: 20, value: (_row, { note }) => note, isOptional: true },
  { name: "Vai trò", width: 11, value: ({ role }) => ROLES[role] },
  { name: "Cách giao", width: 12, value: ({ directness }) => DIRECTNESS[directness] },
  {
    name: "Nguồn",
    width: 34,
    value: (_row, { evidence }, { documents }) => placeOf(evidence, documents),
  },
];

const TASKS = "Nhiệm vụ";
const SOURCES = "Nguồn";
const DUE_NOTE =
  "Cột “Mốc theo bản in” là ngày cuối của thời gian in trong văn bản, do trợ lý suy ra; để trống ở việc lặp lại hoặc không in mốc kết thúc. Văn bản không ghi tiến độ thực hiện.";

export interface WorkbookOptions {
  tasks: readonly ReplyTask[];
  records: Books;
  /** The filters in words. */
  said: readonly string[];
  /** ISO day of the export. */
  today: string;
}

export async function tasksToXlsx(options: WorkbookOptions): Promise<Buffer> {
  const { sheet, range } = taskSheet(options);
  return writeWorkbook([sheet, sourceSheet(options)], {
    fontFamily: "Times New Roman",
    fontSize: 11,
    features: [forReading(range)],
  }).toBuffer();
}

function taskSheet({ tasks, records }: WorkbookOptions) {
  const byKey = new Map(records.tasks.map((task) => [keyOf(task.id, task.documentId), task]));
  const rows = tasks.map((row) => ({ row, task: byKey.get(keyOf(row.id, row.document))! }));
  const columns = COLUMNS.filter(
    ({ isOptional, value }) => !isOptional || rows.some(({ row, task }) => value(row, task, records)),
  );
  const data = [
    columns.map(({ name }) => heading(name)),
    ...rows.map(({ row, task }) => columns.map(({ value }) => cellOf(value(row, task, records)))),
  ];
  const sheet: Sheet<Content> = {
    sheet: TASKS,
    data,
    columns: columns.map(({ width }) => ({ width })),
    orientation: "landscape",
    stickyRowsCount: 1,
  };
  // "L1" without its row.
  const lastColumn = getCellAddress(0, columns.length - 1).slice(0, -1);
  return { sheet, range: { lastColumn, lastRow: data.length } };
}

const keyOf = (id: string, documentId: string): string => JSON.stringify([documentId, id]);

function sourceSheet({ tasks, records, said, today }: WorkbookOptions): Sheet<Content> {
  const ids = new Set(tasks.map(({ document }) => document));
  const lines: [string, string | number | Date][] = [
    ...plansOf(records.documents, ids).flatMap((plan): [string, string][] => [
      ["Văn bản", documentName(plan)],
      ["Tên văn bản", plan.title],
      ["Cơ quan ban hành", plan.issuer],
      ...(plan.statusNote ? [["Tình trạng", plan.statusNote] as [string, string]] : []),
    ]),
    ["Bộ lọc", said.join("; ") || "Không lọc: mọi nhiệm vụ"],
    ["Số nhiệm vụ", tasks.length],
    ["Ngày xuất", new Date(`${today}T00:00:00Z`)],
    ["Ghi chú", DUE_NOTE],
  ];
  return {
    sheet: SOURCES,
    data: lines.map(([name, value]) => [
      { ...cellOf(name), fontWeight: "bold" },
      typeof value === "number" ? { ...PLACED, value, type: Number, align: "left" } : cellOf(value),
    ]),
    columns: [{ width: 20 }, { width: 100 }],
    orientation: "landscape",
  };
}

const PLACED = { wrap: true, alignVertical: "top" } as const;

const heading = (name: string): CellObject => ({
  value: name,
  type: String,
  fontWeight: "bold",
  backgroundColor: "#dde7f3",
  wrap: true,
  alignVertical: "center",
});

/** What Excel takes in a cell. */
const LONGEST_CELL = 32_767;
/** Text that is longer shows as "####" in old versions of Excel when its cell is formatted as text. */
const LONGEST_AS_TEXT = 255;
const FORMULA = /^\s*[=+\-@＝＋－＠]/u;

/** A text is never a formula: neither as it is written nor when somebody edits its cell. */
function cellOf(value: string | Date | null): CellObject {
  if (value === null || value === "") return { ...PLACED, value: "", type: String };
  if (value instanceof Date) return { ...PLACED, value, type: Date, format: "dd/mm/yyyy", align: "left" };
  const text = value.length > LONGEST_CELL ? `${value.slice(0, LONGEST_CELL - 1)}…` : value;
  const asText = text.length <= LONGEST_AS_TEXT || FORMULA.test(text);
  return { ...PLACED, value: text, type: String, ...(asText ? { format: "@" } : {}) };
}

const SHEET_FILE = "xl/worksheets/sheet{id}.xml";
const WORKBOOK_FILE = "xl/workbook.xml";

/** Of the first sheet a filter on every column and the head on each printed page; both sheets as wide as the page. */
const forReading = ({ lastColumn, lastRow }: { lastColumn: string; lastRow: number }): Feature<Content> => ({
  files: {
    transform: {
      [SHEET_FILE]: {
        transform(xml, _options, { sheetIndex }) {
          const order = getOrderOfSiblings(SHEET_FILE, "worksheet")!;
          const insert = (content: string, element: string) =>
            insertElementMarkupAccordingToOrderOfSiblings(content, element, order, "worksheet");
          const fitted = insert(xml, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
          return sheetIndex === 0 ? insert(fitted, `<autoFilter ref="A1:${lastColumn}${lastRow}"/>`) : fitted;
        },
        transformElementAttributes: (name, attributes) =>
          name === "pageSetup" ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
      },
      [WORKBOOK_FILE]: {
        transform(xml) {
          const names = [
            `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'${TASKS}'!$A$1:$${lastColumn}$${lastRow}</definedName>`,
            `<definedName name="_xlnm.Print_Titles" localSheetId="0">'${TASKS}'!$1:$1</definedName>`,
          ];
          const markup = `<definedNames>${names.join("")}</definedNames>`;
          const empty = findElement(xml, "definedNames");
          if (empty) return replaceElement(xml, empty, markup);
          const order = getOrderOfSiblings(WORKBOOK_FILE, "workbook")!;
          return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, "workbook");
        },
      },
    },
  },
});
