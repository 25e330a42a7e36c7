/** The filters of GET /api/tasks and GET /api/calendar.ics: what a query asks for, as a selection of rows and in words. */
import { z } from "zod";
import { findAgency } from "../../bot/agency-names.ts";
import type { TaskSelection } from "../../bot/sets/selection.ts";
import { RequestError } from "../../knowledge/errors.ts";
import type { Records } from "../../knowledge/knowledge-base.ts";
import type { SourceDocument } from "../../knowledge/records.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";

const words = (from: number, to: number) =>
  z
    .string()
    .trim()
    .min(from, `phải dài từ ${from} đến ${to} ký tự`)
    .max(to, `phải dài từ ${from} đến ${to} ký tự`);

const rows = {
  /** Id, name or alias. */
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
  ids: words(1, 4000).optional(),
};

export const FORMATS = ["json", "csv", "xlsx"] as const;
export type Format = (typeof FORMATS)[number];

const ofTasks = z.strictObject({
  ...rows,
  format: z.enum(FORMATS, "phải là json, csv hoặc xlsx").optional(),
});
const ofCalendar = z.strictObject({
  ...rows,
  past: z
    .enum(["true", "false"], "phải là true hoặc false")
    .transform((value) => value === "true")
    .optional(),
});

export type FilteredRecords = Pick<Records, "agencies" | "groups" | "documents">;

export interface Filtered {
  selection: TaskSelection;
  /** In Vietnamese, each filter by itself: "Cơ quan: Sở Y tế"; empty without filters. */
  said: string[];
  agencyName: string | undefined;
}

/** Throws RequestError that names the filter. */
export function readTaskFilters(
  records: FilteredRecords,
  query: URLSearchParams,
): Filtered & { format: Format | undefined } {
  const { format, ...filters } = parsed(ofTasks, query);
  return { ...filtered(records, filters), format };
}

/** `withPast`: days that are over are asked for too. Throws RequestError that names the filter. */
export function readCalendarFilters(
  records: FilteredRecords,
  query: URLSearchParams,
): Filtered & { withPast: boolean } {
  const { past = false, ...filters } = parsed(ofCalendar, query);
  return { ...filtered(records, filters), withPast: past };
}

function parsed<Shape extends z.ZodType>(shape: Shape, query: URLSearchParams): z.infer<Shape> {
  const result = shape.safeParse(onlyOnce(query));
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  if (issue.code === "unrecognized_keys")
    throw new RequestError("filter_unknown", "Bộ lọc này không có.", { field: issue.keys[0]! });
  const field = String(issue.path[0]);
  throw new RequestError("filter_invalid", `Bộ lọc “${field}” ${issue.message}.`, { field });
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

type RowFilters = Omit<z.infer<typeof ofTasks>, "format">;

export const ROLES = { lead: "chủ trì", coordinating: "phối hợp" } as const;
export const DIRECTNESS = { named: "đích danh", collective: "giao chung" } as const;
export const RECURRENCE = {
  none: "",
  yearly: "hằng năm",
  periodic: "định kỳ trong năm",
  ongoing: "thường xuyên",
} as const;

function filtered(records: FilteredRecords, filters: RowFilters): Filtered {
  const { agency: named, group: groupId, document, ids, ...rest } = filters;
  const { role, directness, year, period, recurrence, text } = rest;
  const agency = named === undefined ? undefined : agencyOf(records, named);
  const group = groupId === undefined ? undefined : groupOf(records, groupId);
  const plan = document === undefined ? undefined : planOf(records.documents, document);
  const wanted = ids?.split(",").map((id) => id.trim());
  return {
    selection: withoutUndefined({
      ...rest,
      agencyId: agency?.id,
      groupId: group?.id,
      documentId: plan?.id,
      ids: wanted,
    }),
    said: [
      agency && `Cơ quan: ${agency.name}`,
      role && `Vai trò: ${ROLES[role]}`,
      directness && `Cách giao: ${DIRECTNESS[directness]}`,
      year !== undefined && `Năm: ${year}`,
      period && `Thời gian in: ${period}`,
      group && `Nhóm: ${[group.numeral, group.name].filter(Boolean).join(". ")}`,
      plan && `Kế hoạch: ${plan.number || plan.title}`,
      recurrence && `Lặp lại: ${RECURRENCE[recurrence] || "không"}`,
      text && `Nội dung có chữ: ${text}`,
      wanted && `Mã: ${wanted.join(", ")}`,
    ].filter((line) => typeof line === "string"),
    agencyName: agency?.name,
  };
}

const withoutUndefined = (selection: Partial<Record<keyof TaskSelection, unknown>>): TaskSelection =>
  Object.fromEntries(Object.entries(selection).filter(([, value]) => value !== undefined));

function agencyOf(records: FilteredRecords, named: string): FilteredRecords["agencies"][number] {
  const found = records.agencies.find(({ id }) => id === named) ?? findAgency(records, named);
  if (found) return found;
  throw new RequestError("agency_unknown", "Không nhận ra cơ quan này, hoặc tên gọi có nhiều nghĩa.", {
    field: "agency",
  });
}

function groupOf({ groups }: FilteredRecords, id: string): FilteredRecords["groups"][number] {
  const found = groups.find((row) => row.id === id);
  if (found) return found;
  throw new RequestError(
    "group_unknown",
    `Không có nhóm này; các nhóm: ${groups.map((row) => row.id).join(", ")}.`,
    { field: "group" },
  );
}

function planOf(documents: readonly SourceDocument[], named: string): SourceDocument {
  const plans = documents.filter(({ kind }) => kind === "plan");
  const asked = fold(named);
  const found = plans.find((row) => [row.id, row.number, row.title].some((name) => fold(name) === asked));
  if (found) return found;
  throw new RequestError(
    "document_unknown",
    `Không có kế hoạch này; các kế hoạch: ${plans.map(({ id, number }) => number || id).join(", ") || "chưa nạp kế hoạch nào"}.`,
    { field: "document" },
  );
}
