/** What is wanted of a set of rows: the rows, how many, a table, a share, its agencies. */

import type { TaskSetQuery } from "../query.ts";
import type { Role } from "../sets/task-set.ts";
import { superlativeIn } from "../understanding/superlatives.ts";
import { claimsIn } from "./claims.ts";
import { has, type ReadingContext } from "./context.ts";
import { COUNTS } from "./counted-rows.ts";
import { type Atom, hasMark } from "./plan-atoms.ts";
import { asksOrder, bestOf } from "./task-set-order.ts";

/** `base`: what the expression starts from. */
export function measureOf(
  context: ReadingContext,
  atoms: readonly Atom[],
  base: { from: string },
): TaskSetQuery["measure"] {
  const role: Role = has(context, "coordinating") && !has(context, "lead") ? "coordinating" : "lead";
  if (hasMark(atoms, "sum")) return sumOf(context);
  if (hasMark(atoms, "share")) return { as: "share" };
  if (hasMark(atoms, "howManyAgencies")) return { as: "agencies", role };
  const isOfAgency = atoms.some(({ type }) => type === "agency");
  if (has(context, "none") && has(context, "askWho") && !isOfAgency) return { as: "nobody", role };
  const order = mostOf(context.question.folded);
  const superlative = superlativeIn(context.question.plain);
  if (superlative?.of === "year") return { as: "table", by: "endYear", order: superlative.order };
  if (hasMark(atoms, "byGroup") || (order && WHICH_GROUP.test(context.question.folded)))
    return { as: "table", by: "group", ...(order ? { order } : {}) };
  const only = onlyOf(context);
  if (only !== undefined) return { as: "table", by: role, only };
  // "Xếp theo thời hạn", "theo hạn in cái nào trễ lâu nhất": rows, and no table of years.
  const isOfRows = asksOrder(context, atoms) || bestOf(context) !== undefined;
  if (!isOfRows && (hasMark(atoms, "byYear") || asksOfYears(context, atoms)))
    return { as: "table", by: "endYear" };
  if (hasMark(atoms, "byAgency")) return { as: "table", by: role };
  if (base.from !== "top" && has(context, "most") && has(context, "askWho", "lead", "coordinating"))
    return { as: "table", by: role, order: superlative?.of === "agency" ? superlative.order : "most" };
  if (base.from === "all" && superlative?.of === "agency" && !isOfAgency)
    return { as: "table", by: role, order: superlative.order };
  const counts = has(context, "askCount") || hasMark(atoms, "count") || claimsCount(context);
  return counts && !hasMark(atoms, "tell") ? { as: "count" } : { as: "list" };
}

const WHICH_GROUP = /(^| )(nhom|phan|mang|khoi) nao( |$)/;

function mostOf(text: string): "most" | "least" | undefined {
  if (/(^| )(it|thap|nho)( \S+){0,2} nh(a|u)t( |$)/.test(text)) return "least";
  return /(^| )(nhieu|dong|lon|nang)( \S+){0,2} nh(a|u)t( |$)/.test(text) ? "most" : undefined;
}

const ONLY_SO_MANY =
  /(?:^| )(?:chi|dung|vua dung|co moi|moi)(?: (?:co|duoc giao|chu tri|phoi hop|lam|dung|giu|dung ten)){0,3} (mot|hai|ba|bon|[1-9]) (?:viec|nhiem vu|task|cai|dau viec|dong)(?: |$)/;

const BODY_ASKED = /(^| )(so|co quan|don vi|ben|nganh|ai) ?(nao|ai|)( |$)/;

/** "Sở nào chỉ có đúng một việc": agencies by how many rows they have. */
function onlyOf(context: ReadingContext): number | undefined {
  const said = ONLY_SO_MANY.exec(context.question.folded);
  if (!said || !BODY_ASKED.test(context.question.folded)) return undefined;
  return COUNTS[said[1]!] ?? Number(said[1]);
}

/** "Hết 2024 bao nhiêu, hết 2025 bao nhiêu, cái nào không có năm để riêng": several closing years, or none, are the keys of a
 *  table, no filter. */
export function yearsAsked(atoms: readonly Atom[]): Atom[] {
  const by = (sort: string) => atoms.filter((atom) => atom.type === "where" && atom.where.by === sort);
  const years = by("year");
  return years.length === 1 && hasMark(atoms, "byYear") ? by("recurrence") : [...years, ...by("recurrence")];
}

/** "Hàng năm, cả chữ hằng năm" is one condition. */
const conditionOf = (atom: Atom): string => JSON.stringify(atom.type === "where" && atom.where);

const claimsCount = (context: ReadingContext): boolean =>
  claimsIn(context).some(({ about }) => about === "count");

export const asksOfYears = (context: ReadingContext, atoms: readonly Atom[]): boolean =>
  (hasMark(atoms, "byYear") || new Set(yearsAsked(atoms).map(conditionOf)).size > 1) &&
  (has(context, "askCount") ||
    /(^| )(bao nhieu|may|pivot|thong ke|dem|bang)( |$)/.test(context.question.folded)) &&
  !hasMark(atoms, "not", "without");

/** The table before once more, with its sum; without one that of the agencies. */
function sumOf({ dialogue: { last } }: ReadingContext): TaskSetQuery["measure"] {
  if (last?.kind === "taskSet" && last.measure.as === "table") return last.measure;
  return last?.kind === "groups" ? { as: "table", by: "group" } : { as: "table", by: "lead" };
}

const WHO = /(^| )(ai|so nao|don vi nao|co quan nao|ben nao|cua ai|cua so nao|nhung ai)( |$)/;

/** What is asked of each of the rows. `isNarrow`: they are limited, or were spoken of. */
export function asksOf(
  context: ReadingContext,
  atoms: readonly Atom[],
  isNarrow: boolean,
): TaskSetQuery["asks"] {
  const isDone = has(context, "completion") && !AS_PRINTED.test(context.question.folded);
  if (!isNarrow) return isDone ? ["completion"] : [];
  const who = has(context, "askWho") || WHO.test(context.question.folded);
  const role = (name: Role) => atoms.some((atom) => atom.type === "role" && atom.role === name);
  const names = atoms.some(({ type }) => type === "agency");
  return [
    ...(who && !names && (role("lead") || !role("coordinating")) ? (["lead"] as const) : []),
    ...(who && !names && role("coordinating") ? (["coordinating"] as const) : []),
    ...(has(context, "askWhen") && !atoms.some((atom) => atom.type === "where") ? (["when"] as const) : []),
    ...(isDone ? (["completion"] as const) : []),
    ...(has(context, "overdue") ? (["overdue"] as const) : []),
  ];
}

/** "Chưa xét tiến độ thực tế", "theo mốc in trong Phụ lục". */
const AS_PRINTED =
  /(^| )((chua|khong) (xet|tinh|ban|ke) (den |toi )?(tien do|ket qua)|(moc|han|thoi han|thoi gian) (duoc )?(in|ghi)|theo (van ban|ban in|phu luc))( |$)/;
