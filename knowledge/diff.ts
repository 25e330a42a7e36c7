/** What differs between two versions, record by record. Where a record stands in its file doesn't count: a line inserted
 *  above moves all below it and changes none. */
import { isDeepStrictEqual } from "node:util";
import { CHANGES, type ChangedKind, type ChangeSummary, type RecordChange } from "./change-summary.ts";
import type { Records } from "./knowledge-base.ts";

const KINDS = {
  documents: "document",
  facts: "fact",
  sections: "section",
  passages: "passage",
  targets: "target",
  duties: "duty",
  groups: "group",
  tasks: "task",
  agencies: "agency",
  procedures: "procedure",
} as const satisfies Partial<Record<keyof Records, ChangedKind>>;
type Table = keyof typeof KINDS;

export const MAX_SUMMARY_RECORDS = 200;

export interface Diff extends Pick<ChangeSummary, "counts" | "byKind"> {
  /** Procedures and tasks first, then the rest by kind; within a kind added, removed, changed, each by id. */
  records: RecordChange[];
}

/** Kinds that people ask for come first. */
const ORDER: readonly Table[] = [
  "procedures",
  "tasks",
  "targets",
  "duties",
  "passages",
  "agencies",
  "documents",
  "facts",
  "groups",
  "sections",
];

/** Of places in the file, and of what follows from the rest. */
const IGNORED: ReadonlySet<string> = new Set(["evidence", "lines", "locator", "pointer"]);

type Row = Readonly<Record<string, unknown>>;

export function computeDiff(before: Records, after: Records): Diff {
  const diff: Diff = { counts: nothing(), byKind: {}, records: [] };
  for (const table of ORDER) {
    const old = byId(before[table]);
    const fresh = byId(after[table]);
    const kind = KINDS[table];
    const rows: RecordChange[] = [];
    for (const [id, row] of fresh) {
      const was = old.get(id);
      if (!was) rows.push({ kind, id, name: nameOf(row), change: "added", fields: [] });
      else {
        const fields = changedFields(was, row);
        if (fields.length > 0) rows.push({ kind, id, name: nameOf(row), change: "changed", fields });
      }
    }
    for (const [id, row] of old) {
      if (!fresh.has(id)) rows.push({ kind, id, name: nameOf(row), change: "removed", fields: [] });
    }
    if (rows.length === 0) continue;
    rows.sort((a, b) => CHANGES.indexOf(a.change) - CHANGES.indexOf(b.change) || (a.id < b.id ? -1 : 1));
    diff.records.push(...rows);
    const own = nothing();
    for (const { change } of rows) {
      own[change]++;
      diff.counts[change]++;
    }
    diff.byKind[kind] = own;
  }
  return diff;
}

export function summarize(
  diff: Diff,
  versions: Pick<ChangeSummary, "from" | "to" | "builtAt">,
): ChangeSummary {
  return {
    ...versions,
    counts: diff.counts,
    byKind: diff.byKind,
    records: diff.records.slice(0, MAX_SUMMARY_RECORDS),
    omitted: Math.max(0, diff.records.length - MAX_SUMMARY_RECORDS),
  };
}

const nothing = () => ({ added: 0, removed: 0, changed: 0 });

const idOf = (row: Row): string => String(row.id ?? row.code);

/** Tables of older versions may be missing. */
const byId = (rows: readonly object[] | undefined): Map<string, Row> =>
  new Map((rows ?? []).map((row) => [idOf(row as Row), row as Row]));

const LONGEST_NAME = 120;

function nameOf(row: Row): string {
  const words = row.name ?? row.title ?? (row.label && row.value ? `${row.label}: ${row.value}` : row.text);
  const name = String(words ?? idOf(row)).replace(/\s+/gu, " ");
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

function changedFields(before: Row, after: Row): string[] {
  // Most rows are the same to the letter, and that is told much faster.
  if (isDeepStrictEqual(before, after)) return [];
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return keys.filter(
    (key) => !IGNORED.has(key) && canonical(before[key], key) !== canonical(after[key], key),
  );
}

/** Equal for values that say the same, whatever the order of their keys. */
function canonical(value: unknown, key = ""): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item)).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const parts = Object.entries(value)
    .filter(([name]) => !IGNORED.has(name) && !(key === "origin" && name === "place"))
    .filter(([, own]) => own !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, own]) => `${JSON.stringify(name)}:${canonical(own, name)}`);
  return `{${parts.join()}}`;
}

/** For people, in Vietnamese. */
export const KIND_NAMES: Readonly<Record<ChangedKind, string>> = {
  document: "văn bản",
  fact: "thông tin văn bản",
  section: "mục",
  passage: "đoạn",
  target: "mục tiêu",
  duty: "trách nhiệm",
  group: "nhóm nhiệm vụ",
  task: "nhiệm vụ",
  agency: "cơ quan",
  procedure: "thủ tục",
};

export const CHANGE_NAMES: Readonly<Record<RecordChange["change"], string>> = {
  added: "thêm",
  removed: "bỏ",
  changed: "sửa",
};

const FIELD_NAMES: Readonly<Record<string, string>> = {
  name: "tên",
  aliases: "tên gọi khác",
  keywords: "từ khóa",
  description: "mô tả",
  field: "lĩnh vực",
  variantOf: "thủ tục gốc",
  distinguishing: "điểm phân biệt",
  level: "cấp thực hiện",
  levels: "cấp thực hiện",
  issuer: "cơ quan ban hành",
  agency: "cơ quan thực hiện",
  authority: "cơ quan có thẩm quyền",
  audience: "đối tượng",
  steps: "các bước",
  methods: "cách nộp",
  fees: "phí, lệ phí",
  exemptions: "miễn, giảm",
  times: "thời hạn giải quyết",
  deadlines: "hạn nộp",
  relations: "thủ tục liên quan",
  editorNotes: "ghi chú biên tập",
  reviewBy: "ngày cần đối chiếu lại",
  place: "nơi nộp",
  documents: "thành phần hồ sơ",
  forms: "mẫu đơn",
  result: "kết quả",
  legalBases: "căn cứ pháp lý",
  conditions: "yêu cầu, điều kiện",
  notes: "lưu ý",
  doubts: "điểm chưa chắc",
  reviewed: "tình trạng đối chiếu",
  verifiedOn: "ngày đối chiếu",
  source: "nguồn",
  origin: "tệp nguồn",
  documentId: "văn bản nguồn",
  printedCode: "mã in trong nguồn",
  title: "tiêu đề",
  text: "nội dung",
  figures: "số liệu",
  leadPrinted: "chủ trì",
  leads: "chủ trì",
  coordinatingPrinted: "phối hợp",
  coordinating: "phối hợp",
  period: "thời gian",
  due: "thời gian",
  product: "sản phẩm, kết quả",
  more: "các cột khác",
  review: "cần xem lại",
  startYear: "năm bắt đầu",
  endYear: "năm kết thúc",
  recurrence: "tính lặp lại",
  note: "ghi chú",
  value: "nội dung",
  label: "nhãn",
  path: "đề mục",
  when: "thời điểm",
  agencyIds: "cơ quan",
  successors: "cơ quan kế thừa",
  kind: "loại",
  number: "số",
  signer: "người ký",
  issuedOn: "ngày ban hành",
  effectiveFrom: "ngày hiệu lực",
  status: "hiệu lực",
  statusNote: "ghi chú hiệu lực",
  taskIds: "nhiệm vụ trong nhóm",
  groupName: "nhóm",
  groupId: "nhóm",
  file: "tệp",
};

/** For people, in Vietnamese; the field itself when it has no name. */
export const fieldName = (field: string): string => FIELD_NAMES[field] ?? field;

/** "thủ tục 1.001193 Đăng ký khai sinh: sửa nơi nộp, lưu ý". */
export function describeChange({ kind, id, name, change, fields }: RecordChange): string {
  const what = [...new Set(fields.map(fieldName))].join(", ");
  return `${KIND_NAMES[kind]} ${id === name ? "" : `${id} `}${name}: ${CHANGE_NAMES[change]}${what ? ` ${what}` : ""}`;
}
