/** GET /api/tasks: the appendix as data, by the same record query that the answers use. */
import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import { findAgency } from "../bot/agency-names.ts";
import type { ReplyTask } from "../bot/reply.ts";
import { selectTasks, type TaskSelection } from "../bot/sets/selection.ts";
import { RequestError } from "../knowledge/errors.ts";
import type { Records } from "../knowledge/knowledge-base.ts";
import type { SourceDocument } from "../knowledge/records.ts";
import { fold } from "../knowledge/vietnamese/normalize.ts";

const words = (from: number, to: number) =>
  z
    .string()
    .trim()
    .min(from, `phải dài từ ${from} đến ${to} ký tự`)
    .max(to, `phải dài từ ${from} đến ${to} ký tự`);

const filters = z.strictObject({
  agency: words(1, 200).optional(),
  role: z.enum(["lead", "coordinating"], "phải là lead hoặc coordinating").optional(),
  directness: z.enum(["named", "collective"], "phải là named hoặc collective").optional(),
  year: z
    .string()
    .regex(/^\d{4}$/, "phải là năm gồm bốn chữ số")
    .transform(Number)
    .optional(),
  period: words(1, 20).optional(),
  group: words(1, 200).optional(),
  /** Id, number or title of a plan. */
  document: words(1, 400).optional(),
  recurrence: z
    .enum(["none", "yearly", "periodic", "ongoing"], "phải là none, yearly, periodic hoặc ongoing")
    .optional(),
  text: words(1, 200).optional(),
  /** "V.9,IIb.1" */
  ids: words(1, 1000).optional(),
  format: z.enum(["json", "csv"], "phải là json hoặc csv").optional(),
});

/** Throws RequestError that names the filter. */
export function listTasks(
  records: Pick<Records, "tasks" | "agencies" | "groups" | "documents">,
  query: URLSearchParams,
): { tasks: ReplyTask[]; format: "json" | "csv" | undefined } {
  const parsed = filters.safeParse(onlyOnce(query));
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    if (issue.code === "unrecognized_keys") {
      throw new RequestError("filter_unknown", "Bộ lọc này không có.", { field: issue.keys[0]! });
    }
    const field = String(issue.path[0]);
    throw new RequestError("filter_invalid", `Bộ lọc “${field}” ${issue.message}.`, { field });
  }
  const { agency, group, document, ids, format, ...rest } = parsed.data;
  const selection: TaskSelection = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== undefined),
  );
  if (agency !== undefined) {
    const found = findAgency(records, agency);
    if (!found)
      throw new RequestError("agency_unknown", "Không nhận ra cơ quan này, hoặc tên gọi có nhiều nghĩa.", {
        field: "agency",
      });
    selection.agencyId = found.id;
  }
  if (group !== undefined) {
    if (!records.groups.some((row) => row.id === group)) {
      throw new RequestError(
        "group_unknown",
        `Không có nhóm này; các nhóm: ${records.groups.map((row) => row.id).join(", ")}.`,
        { field: "group" },
      );
    }
    selection.groupId = group;
  }
  const plan = document === undefined ? undefined : planOf(records.documents, document);
  const wanted = ids?.split(",").map((id) => id.trim());
  const tasks = selectTasks(records, selection).filter(
    (task) => (!wanted || wanted.includes(task.id)) && (plan === undefined || task.document === plan),
  );
  return { tasks, format };
}

function planOf(documents: readonly SourceDocument[], named: string): string {
  const plans = documents.filter(({ kind }) => kind === "plan");
  const asked = fold(named);
  const found = plans.find((row) => [row.id, row.number, row.title].some((name) => fold(name) === asked));
  if (found) return found.id;
  throw new RequestError(
    "document_unknown",
    `Không có kế hoạch này; các kế hoạch: ${plans.map(({ id, number }) => number || id).join(", ") || "chưa nạp kế hoạch nào"}.`,
    { field: "document" },
  );
}

/** `?role=lead&role=coordinating` is refused rather than half obeyed. */
function onlyOnce(query: URLSearchParams): Record<string, string> {
  for (const name of query.keys()) {
    if (query.getAll(name).length > 1) {
      throw new RequestError("filter_repeated", "Mỗi bộ lọc chỉ được nêu một lần.", { field: name });
    }
  }
  return Object.fromEntries(query);
}

type Column = readonly [string, (task: ReplyTask, documents: readonly SourceDocument[]) => string];
const COLUMNS: readonly Column[] = [
  ["Mã", (task) => task.id],
  ["Nhãn", (task) => task.label],
  ["Nhóm", (task) => task.group],
  ["Nội dung", (task) => task.title],
  ["Chủ trì", (task) => task.lead.join("; ")],
  ["Phối hợp", (task) => task.coordinating.join("; ")],
  ["Thời gian", (task) => task.period],
  ["Ngày cuối", (task) => task.dueEnd ?? ""],
  [
    "Lặp lại",
    (task) =>
      ({ none: "", yearly: "hằng năm", periodic: "định kỳ trong năm", ongoing: "thường xuyên" })[
        task.recurrence
      ],
  ],
  ["Vai trò", (task) => (task.role === "lead" ? "chủ trì" : "phối hợp")],
  ["Cách giao", (task) => (task.directness === "named" ? "đích danh" : "giao chung")],
  [
    "Văn bản",
    (task, documents) => {
      const plan = documents.find(({ id }) => id === task.document);
      return plan?.number || plan?.title || task.document;
    },
  ],
];

/** RFC 4180 with a byte order mark for spreadsheets. A cell that begins like a formula gets an apostrophe, so that none of
 *  them runs it. */
export const tasksToCsv = (tasks: readonly ReplyTask[], documents: readonly SourceDocument[]): string =>
  stringify(
    [
      COLUMNS.map(([name]) => name),
      ...tasks.map((task) => COLUMNS.map(([, value]) => value(task, documents))),
    ],
    {
      bom: true,
      escape_formulas: true,
      record_delimiter: "windows",
      quoted_match: /[\r\n]/,
    },
  );
