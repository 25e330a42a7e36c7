/** What the columns of a table mean, by the words of their headings. */
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import type { PrintedRow } from "./printed-table.ts";

export type Meaning =
  | "number"
  | "title"
  | "lead"
  | "coordinating"
  /** Who leads and who helps, in one cell: "Chủ trì: … Phối hợp: …". */
  | "assignment"
  | "due"
  | "start"
  | "product"
  | "note"
  | "target"
  | "unit"
  | "figure";

/** Folded headings; the first that fits. A heading over two columns is read together with what stands below it. */
const HEADINGS: readonly (readonly [Meaning, RegExp])[] = [
  ["number", /^(?:stt|tt|so tt|so thu tu|muc|ma so|so|no|#)$/],
  ["note", /^(?:ghi chu|luu y|chu thich)/],
  ["unit", /^(?:don vi tinh|dvt|don vi do|dv tinh)$/],
  [
    "assignment",
    /chu tri.{0,25}phoi hop|^phan cong(?: (?:nhiem vu|thuc hien|trach nhiem|cong viec))?$|^trach nhiem(?: thuc hien)?$/,
  ],
  ["coordinating", /phoi hop|ho tro|^(?:co quan|don vi|cac don vi) (?:lien quan|cung thuc hien|tham gia)/],
  ["lead", /chu tri|dau moi|phu trach|chu cong/],
  [
    "lead",
    /^(?:co quan|don vi|bo phan|phong ban|phong|bo nganh|ca nhan|nguoi|to chuc)(?:,? (?:don vi|ca nhan|bo phan|to chuc))* (?:thuc hien|trien khai|tham muu|chiu trach nhiem|xay dung|soan thao|duoc giao|thuc thi)/,
  ],
  ["start", /bat dau|khoi (?:dong|cong)/],
  [
    "due",
    /thoi (?:gian|han|diem)|tien do|^han(?: |$)|han (?:hoan thanh|cuoi|chot)|moc |lo trinh|hoan thanh (?:truoc|trong)|^ngay hoan thanh|ket thuc|^nam (?:thuc hien|hoan thanh)|^(?:nam|thang|quy)$|^giai doan$|deadline/,
  ],
  ["product", /san pham|ket qua|dau ra|muc tieu can dat|yeu cau can dat|hinh thuc van ban/],
  [
    "figure",
    /^(?:(?:ke hoach|muc tieu|chi tieu|muc phan dau|giao|den|nam|gia tri) )*20\d\d$|^(?:ke hoach|gia tri|so luong|muc phan dau|ty le|chi tieu giao|muc dat)$/,
  ],
  ["target", /^(?:ten )?(?:cac )?(?:chi tieu|muc tieu)(?: .{0,40})?$/],
  [
    "title",
    /^(?:ten )?(?:noi dung|nhiem vu|cac nhiem vu|cong viec|dau viec|hoat dong|hang muc|giai phap|nhom nhiem vu|viec|ten van ban|ten de an)(?!\p{L})/u,
  ],
  [
    "title",
    /(?:noi dung|ten) (?:nhiem vu|cong viec|hoat dong|giai phap|thuc hien)|nhiem vu (?:cu the|trong tam|chu yeu|thuc hien|duoc giao)|^danh muc nhiem vu/,
  ],
];

export interface Columns {
  /** Index of the first row below the heading. */
  first: number;
  /** Printed heading of each column, its lines joined. */
  names: string[];
  meanings: (Meaning | null)[];
}

const HEADER_ROWS = 40;
const LONGEST_HEADING = 80;

const foldedHeading = (cell: string): string =>
  fold(cell)
    .replace(/[^a-z0-9#/, ]/g, " ")
    .replace(/\s+/g, " ")
    .trim();

export function meaningOf(heading: string): Meaning | null {
  const words = foldedHeading(heading);
  if (words === "" || words.length > LONGEST_HEADING) return null;
  return HEADINGS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** The heading of a table that gives tasks or targets: a row that names what is to be done and who does it or how much. */
export function columnsOf(rows: readonly PrintedRow[]): Columns | null {
  for (const [index, row] of rows.slice(0, HEADER_ROWS).entries()) {
    for (const depth of [2, 1]) {
      const header = rows.slice(index, index + depth);
      if (header.length < depth || (depth === 2 && !isBelow(row, header[1]!))) continue;
      const names = namesOf(header);
      const meanings = distinct(names.map(meaningOf));
      if (isTaskHeading(meanings) || isTargetHeading(meanings))
        return { first: index + depth, names, meanings };
    }
  }
  return null;
}

const says = (meanings: readonly (Meaning | null)[], ...wanted: Meaning[]): boolean =>
  wanted.some((meaning) => meanings.includes(meaning));

export const isTaskHeading = (meanings: readonly (Meaning | null)[]): boolean =>
  says(meanings, "title") &&
  says(meanings, "lead", "assignment") &&
  says(meanings, "due", "coordinating", "assignment", "product");

export const isTargetHeading = (meanings: readonly (Meaning | null)[]): boolean =>
  says(meanings, "target") && !says(meanings, "title") && says(meanings, "unit", "figure");

/** The second row of a heading: it stands where the first row spans columns or rows, and names columns itself. */
function isBelow(first: PrintedRow, second: PrintedRow): boolean {
  let isNew = false;
  for (const [i, cell] of second.cells.entries()) {
    const above = first.cells[i] ?? "";
    if (cell === "" || cell === above) continue;
    const isSpanned = above === "" || above === first.cells[i - 1] || above === first.cells[i + 1];
    const isGeneral = (first.cells[i + 1] ?? "x") === "";
    if (!isSpanned && !isGeneral) return false;
    if (meaningOf(cell) !== null || /^(?:nam )?20\d\d$/.test(foldedHeading(cell))) isNew = true;
    else if (cell.length > LONGEST_HEADING) return false;
  }
  return isNew;
}

/** "Phân công" over two columns, with "Chủ trì" and "Phối hợp" below. */
function namesOf(header: readonly PrintedRow[]): string[] {
  const width = Math.max(...header.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, i) => {
    const own = header.map(({ cells }) => cells[i] ?? "");
    // Where cells that are spanned are left empty, the heading is the last one to the left.
    if (header.length > 1 && own[0] === "" && own[1] !== "") own[0] = lastFilled(header[0]!.cells, i);
    const below = own.at(-1)!;
    // What stands below says more than what stands above both.
    const words = header.length > 1 && below !== "" && below !== own[0] && meaningOf(below) ? [below] : own;
    return [...new Set(words.filter((word) => word !== ""))].join(" ").replace(/\s+/g, " ");
  });
}

function lastFilled(cells: readonly string[], to: number): string {
  for (let i = to; i >= 0; i--) if (cells[i]) return cells[i]!;
  return "";
}

/** Each meaning once, where it stands first; a second column of figures is one more figure. */
function distinct(meanings: (Meaning | null)[]): (Meaning | null)[] {
  return meanings.map((meaning, i) => (meaning !== null && meanings.indexOf(meaning) !== i ? null : meaning));
}
