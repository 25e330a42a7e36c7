/** The rows of one agency, what is given to all counted with what names it: both counts, and parts by role and directness. */
import { formatDay, vietnamDay } from "../../knowledge/calendar.ts";
import type { Task } from "../../knowledge/records.ts";
import { agencyById, COMMUNES_ID, isLocals } from "../agency-names.ts";
import type { Draft } from "../draft.ts";
import type { TaskSetQuery } from "../query.ts";
import { describePredicate, describeSet } from "../sets/describe.ts";
import { mayCoordinate, type Relation, type Role, relationOf, toReplyTask } from "../sets/relations.ts";
import { filterOf, rowsWith, type Subject } from "../sets/subject.ts";
import { rowsOf } from "../sets/task-set.ts";
import { sayDepartment } from "./agency.ts";
import { type AnswerContext, bullets, capitalize, NO_PROGRESS, TODAY_RULE, withoutStop } from "./context.ts";

export const COUNT_RULE = "đếm các dòng Phụ lục thỏa điều kiện đã nêu";
/** Of an agency whose rows are counted with and without what is given to all. */
export const NAMED_RULE = "đếm các dòng Phụ lục ghi đích danh cơ quan";
const SPOKEN_TASKS = 3;
const NO_COMMUNES =
  "Kế hoạch không nêu tên xã, phường nào; danh sách tính theo chữ “địa phương”, mà Kế hoạch không định nghĩa.";

interface OwnRow {
  task: Task;
  relation: Relation;
}

/** Sections of a list, in the order in which people need them. */
const PARTS: readonly { title: string; brief: boolean; test: (row: OwnRow) => boolean }[] = [
  { title: "Chủ trì, ghi đích danh", brief: false, test: is("lead", "named") },
  {
    title: "Chủ trì, giao chung cho các sở, ban, ngành, địa phương",
    brief: false,
    test: is("lead", "collective", false),
  },
  {
    title: "Chủ trì nếu thuộc diện “liên quan” (Kế hoạch không nêu tên)",
    brief: false,
    test: is("lead", "collective", true),
  },
  { title: "Phối hợp, ghi đích danh", brief: true, test: is("coordinating", "named") },
  { title: "Phối hợp, giao chung", brief: true, test: is("coordinating", "collective") },
];

function is(role: Role, directness: "named" | "collective", conditional?: boolean) {
  return ({ relation }: OwnRow) =>
    relation.role === role &&
    relation.directness === directness &&
    (conditional === undefined || relation.conditional === conditional);
}

/** The rows with the relation by which they are the subject's. */
function ownRows(subject: Subject, role: Role | undefined, { knowledge, now }: AnswerContext): OwnRow[] {
  const { named } = subject.where;
  const agency = agencyById(knowledge, subject.where.agencyId);
  const wanted = { ...(role ? { role } : {}), ...(named === undefined ? {} : { named }) };
  return rowsOf(filterOf(subject.root, subject.others), knowledge, now).flatMap((task) => {
    const relation = relationOf(task, agency, wanted);
    return relation ? [{ task, relation }] : [];
  });
}

/** Says the whole answer, and shows its tasks. */
export function sayAgencyRows(
  subject: Subject,
  asks: TaskSetQuery["asks"],
  draft: Draft,
  context: AnswerContext,
): void {
  const { knowledge } = context;
  const { where } = subject;
  const agency = agencyById(knowledge, where.agencyId);
  if (where.department) sayDepartment(agency, draft);
  const found = ownRows(subject, where.role, context);
  if (found.length === 0) {
    sayNone(subject, draft, context);
    return;
  }
  // Rows of each role by itself: one that an agency leads as one of everyone and coordinates by name counts in both.
  const byRole = where.role
    ? found
    : (["lead", "coordinating"] as const).flatMap((role) => ownRows(subject, role, context));
  const parts = PARTS.map((part) => ({ ...part, rows: byRole.filter(part.test) })).filter(
    ({ rows }) => rows.length > 0,
  );
  const ordered = PARTS.flatMap((part) => found.filter(part.test));
  draft.tasks = ordered.map(({ task, relation }) => toReplyTask(task, relation));
  for (const { task } of ordered) draft.cite(task.evidence);
  const opening = `**${capitalize(agency.name)}** ${counts(subject, found.length, byRole, draft, context)}`;
  draft.say(`${capitalize(opening)} (số đếm do trợ lý tính từ Phụ lục).`);
  // A zero is said as "không … nào" anyway.
  draft.speak(`${capitalize(opening.replace(NONE_NAMED, "").replaceAll("*", ""))}.`);
  const first = ordered.slice(0, SPOKEN_TASKS).map(({ task }) => withoutStop(task.title));
  draft.speak(`${ordered.length > SPOKEN_TASKS ? "Trước hết là" : "Gồm"}: ${first.join("; ")}.`);
  for (const part of parts) {
    const count = draft.compute(part.rows.length, COUNT_RULE);
    const brief = part.brief && !where.role && parts.some((other) => !other.brief);
    const head = `**${part.title} (${count})**`;
    if (brief) draft.say(`${head}: ${part.rows.map(({ task }) => task.label).join(", ")}.`);
    else draft.say(`${head}\n${bullets(part.rows.map(line))}`);
  }
  sayUnnamed(subject, draft, context);
  if (agency.id === COMMUNES_ID) draft.say(NO_COMMUNES).speak(NO_COMMUNES);
  sayProgress(
    asks,
    ordered.map(({ task }) => task),
    draft,
    context,
  );
  suggestNext(where.role, agency.name, draft);
}

const line = ({ task }: OwnRow): string => `**${task.label}** ${withoutStop(task.title)} · ${task.period}`;

const NONE_NAMED = ", tức không có nhiệm vụ nào ghi đích danh";
const VERBS = { lead: "chủ trì", coordinating: "phối hợp" } as const;

/** "chủ trì 4 nhiệm vụ ghi đích danh; tính cả phần giao chung là 14": what names the agency comes first. */
function counts(
  { where, others, root }: Subject,
  tasks: number,
  found: readonly OwnRow[],
  draft: Draft,
  { knowledge }: AnswerContext,
): string {
  const count = (rows: readonly OwnRow[], rule = COUNT_RULE) => `**${draft.compute(rows.length, rule)}**`;
  const named = found.filter(({ relation }) => relation.directness === "named");
  const total = `**${draft.compute(tasks, COUNT_RULE)}** nhiệm vụ`;
  const narrow = [
    ...(root.op === "ids" ? [describeSet(root, knowledge)] : []),
    ...(where.named === false ? ["theo diện giao chung"] : []),
    ...others.map((part) => describePredicate(part, knowledge)),
  ].join(", ");
  const told = (what: string) =>
    `${where.role ? VERBS[where.role] : "có"} ${what}${narrow ? ` ${narrow}` : ""}`;
  // No row names "địa phương" otherwise than as one of all.
  const isOfAll = where.role !== undefined && isLocals(where.agencyId);
  if (where.named !== undefined || named.length === found.length || isOfAll) return told(total);
  if (where.role) {
    const none = named.length === 0 ? NONE_NAMED : "";
    return `${told(`${count(named, NAMED_RULE)} nhiệm vụ ghi đích danh`)}${none}; tính cả phần giao chung là ${total}`;
  }
  const leads = found.filter(({ relation }) => relation.role === "lead");
  const supports = found.filter(({ relation }) => relation.role === "coordinating");
  const direct = (rows: readonly OwnRow[]) =>
    count(
      rows.filter((row) => named.includes(row)),
      NAMED_RULE,
    );
  return `${told(total)}: chủ trì ${count(leads)} (ghi đích danh ${direct(leads)}), phối hợp ${count(supports)} (ghi đích danh ${direct(supports)})${leads.length + supports.length > tasks ? "; có nhiệm vụ thuộc cả hai vai trò" : ""}`;
}

/** Tasks whose coordinating bodies are an unnamed few that the agency may be part of. */
function sayUnnamed({ where, others, root }: Subject, draft: Draft, { knowledge, now }: AnswerContext): void {
  if (where.role === "lead" || where.named === true) return;
  const agency = agencyById(knowledge, where.agencyId);
  const tasks = rowsOf(filterOf(root, others), knowledge, now).filter((task) => mayCoordinate(task, agency));
  if (tasks.length === 0) return;
  for (const task of tasks) draft.cite(task.evidence);
  const count = draft.compute(tasks.length, "đếm dòng Phụ lục ghi phối hợp là “liên quan” mà không nêu tên");
  draft.say(
    `Chưa tính ${count} nhiệm vụ ghi phối hợp là “sở, ngành liên quan” mà Kế hoạch không nêu tên: ${tasks.map((task) => task.label).join(", ")}.`,
  );
}

function sayNone(subject: Subject, draft: Draft, context: AnswerContext): void {
  const { knowledge, now } = context;
  const agency = agencyById(knowledge, subject.where.agencyId);
  draft.say(
    `${capitalize(`**${agency.name}** ${counts(subject, 0, [], draft, context)}`)} (số đếm do trợ lý tính từ Phụ lục).`,
  );
  const all = rowsOf(
    { op: "filter", of: { op: "all" }, where: { by: "agency", agencyId: agency.id } },
    knowledge,
    now,
  );
  if (all.length === 0) {
    draft.say("Phụ lục không giao nhiệm vụ riêng cho cơ quan này.");
    return;
  }
  const count = draft.compute(all.length, COUNT_RULE);
  draft.say(`Tính mọi vai trò và cả phần giao chung, cơ quan này liên quan đến ${count} nhiệm vụ.`);
  draft.suggest(`${agency.name} có những nhiệm vụ nào?`, `${agency.name} phối hợp những nhiệm vụ nào?`);
}

/** Said first: how many rows there are is taken for how many are done. */
export function sayUnknownProgress(asks: TaskSetQuery["asks"], draft: Draft): void {
  if (!asks.includes("completion")) return;
  draft.status = "unanswerable_not_in_sources";
  draft.say(NO_PROGRESS).speak("Kế hoạch không ghi tiến độ thực hiện.");
}

/** What is asked of progress is answered by the printed time. */
export function sayProgress(
  asks: TaskSetQuery["asks"],
  rows: readonly Task[],
  draft: Draft,
  { now }: AnswerContext,
): void {
  if (!asks.includes("completion") && !asks.includes("overdue")) return;
  const today = vietnamDay(now);
  const day = draft.compute(formatDay(today), TODAY_RULE);
  const ended = rows.filter(({ due }) => due.until !== null && due.until < today);
  const count = draft.compute(ended.length, `mốc cuối năm in trong Phụ lục trước ngày ${day}`);
  draft.say(`Tính đến hôm nay ${day}, ${count} nhiệm vụ trong số này có mốc thời gian in đã qua.`);
  if (!asks.includes("completion")) draft.say(NO_PROGRESS).speak("Kế hoạch không ghi tiến độ thực hiện.");
}

function suggestNext(role: Role | undefined, name: string, draft: Draft): void {
  if (role !== "coordinating") draft.suggest(`${name} phối hợp những nhiệm vụ nào?`);
  if (role !== "lead") draft.suggest(`${name} chủ trì những nhiệm vụ nào?`);
  draft.suggest("Cái nào hạn sớm nhất?", `${name} có trách nhiệm gì ngoài Phụ lục?`);
}

/** Whether nothing names the agency in these rows, but some of what is given to all is its. */
export const isOnlyCollective = (subject: Subject, { knowledge, now }: AnswerContext): boolean =>
  subject.where.named === true &&
  rowsOf(rowsWith(subject, {}), knowledge, now).length === 0 &&
  rowsOf(rowsWith(subject, { named: false }), knowledge, now).length > 0;
