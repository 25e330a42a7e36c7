/** GET /api/tasks: the appendix as data, by the same record query that the answers use. */
import { stringify } from "csv-stringify/sync";
import type { ReplyTask } from "../bot/reply.ts";
import { selectTasks } from "../bot/sets/selection.ts";
import type { Records } from "../knowledge/knowledge-base.ts";
import type { SourceDocument } from "../knowledge/records.ts";
import {
  DIRECTNESS,
  type Filtered,
  type Format,
  RECURRENCE,
  ROLES,
  readTaskFilters,
} from "./exports/task-filters.ts";

/** Throws RequestError that names the filter. */
export function listTasks(
  records: Pick<Records, "tasks" | "agencies" | "groups" | "documents">,
  query: URLSearchParams,
): Omit<Filtered, "selection"> & { tasks: ReplyTask[]; format: Format | undefined } {
  const { selection, ...asked } = readTaskFilters(records, query);
  return { tasks: selectTasks(records, selection), ...asked };
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
  ["Lặp lại", (task) => RECURRENCE[task.recurrence]],
  ["Vai trò", (task) => ROLES[task.role]],
  ["Cách giao", (task) => DIRECTNESS[task.directness]],
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
