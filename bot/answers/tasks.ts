/** Lists of tasks: complete, reconciled, counts labelled as computed. */

import { formatDay, vietnamDay, yearEnd } from "../../knowledge/calendar.ts";
import { agencyById, COMMUNES_ID, isLocals } from "../agency-names.ts";
import type { Draft, DraftReply } from "../draft.ts";
import type { TaskAsk, TaskFilter } from "../query.ts";
import { findTasks, type SelectedTask, toReplyTask, unnamedCoordinating } from "../task-query.ts";
import { sayDepartment } from "./agency.ts";
import {
  type AnswerContext,
  bullets,
  capitalize,
  citePlan,
  NO_PROGRESS,
  newDraft,
  TODAY_RULE,
  withoutStop,
} from "./context.ts";
import { declareYears, describeFilter } from "./task-filter.ts";

export interface TasksQuery {
  filter: TaskFilter;
  show: "list" | "count" | "earliest" | "latest";
  asks: TaskAsk[];
}

const COUNT_RULE = "đếm các dòng Phụ lục thỏa điều kiện đã nêu";
const SPOKEN_TASKS = 3;
const ONLY_YEARS = "Phụ lục chỉ ghi thời gian theo năm, không chia theo quý hay tháng.";
const NO_COMMUNES =
  "Kế hoạch không nêu tên xã, phường nào; danh sách tính theo chữ “địa phương”, mà Kế hoạch không định nghĩa.";

/** Sections of a list, in the order in which people need them. */
const PARTS: readonly { title: string; brief: boolean; test: (row: SelectedTask) => boolean }[] = [
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

function is(role: "lead" | "coordinating", directness: "named" | "collective", conditional?: boolean) {
  return ({ relation }: SelectedTask) =>
    relation.role === role &&
    relation.directness === directness &&
    (conditional === undefined || relation.conditional === conditional);
}

export function answerTasks(query: TasksQuery, context: AnswerContext): DraftReply {
  const draft = newDraft(context);
  draft.kind = "tasks";
  const { filter } = query;
  const found = findTasks(context.knowledge, filter, context.now);
  const what = describeFilter(filter, context);
  citePlan(draft, context);
  for (const id of [filter.agencyId, filter.withAgencyId])
    if (id && !isLocals(id)) draft.cite(agencyById(context.knowledge, id).evidence);
  declareYears(filter, draft);
  if (filter.department && filter.agencyId)
    sayDepartment(agencyById(context.knowledge, filter.agencyId), draft);
  if (found.length === 0) {
    const { directness, ...wider } = filter;
    if (
      directness === "named" &&
      filter.agencyId &&
      !filter.withAgencyId &&
      findTasks(context.knowledge, wider, context.now).length > 0
    )
      return answerTasks({ ...query, filter: wider }, context);
    return answerNone(query, what, draft, context);
  }

  const byRole = filter.agencyId && !filter.role ? inBothRoles(filter, context) : found;
  const parts = PARTS.map((part) => ({ ...part, rows: byRole.filter(part.test) })).filter(
    ({ rows }) => rows.length > 0,
  );
  const ordered = filter.agencyId ? PARTS.flatMap((part) => found.filter(part.test)) : found;
  const chosen =
    query.show === "earliest" || query.show === "latest" ? extremes(ordered, query.show) : ordered;
  draft.tasks = chosen.map(toReplyTask);
  for (const { task } of chosen) draft.cite(task.evidence);

  if (chosen !== ordered) {
    sayExtremes(query.show as "earliest" | "latest", chosen, ordered.length, draft, context);
    return draft.finish();
  }
  const opening = filter.agencyId
    ? `**${agencyById(context.knowledge, filter.agencyId).name}** ${ofAgency(filter, what, found.length, byRole, draft)}`
    : what.replace("{n}", `**${draft.compute(found.length, COUNT_RULE)}** nhiệm vụ`);
  draft.say(`${capitalize(opening)} (số đếm do trợ lý tính từ Phụ lục).`);
  draft.speak(`${capitalize(opening.replaceAll("*", ""))}.`);
  if (filter.partOfYear) draft.say(ONLY_YEARS).speak(ONLY_YEARS);
  speakSome(chosen, draft);

  if (filter.agencyId) {
    for (const part of parts) {
      const count = draft.compute(part.rows.length, COUNT_RULE);
      const brief = part.brief && !filter.role && parts.some((other) => !other.brief);
      const head = `**${part.title} (${count})**`;
      if (brief) draft.say(`${head}: ${part.rows.map(({ task }) => task.label).join(", ")}.`);
      else draft.say(`${head}\n${bullets(part.rows.map((row) => line(row, false)))}`);
    }
  } else {
    draft.say(bullets(chosen.map((row) => line(row, true))));
  }
  sayUnnamed(filter, draft, context);
  if (filter.agencyId === COMMUNES_ID) draft.say(NO_COMMUNES).speak(NO_COMMUNES);
  if (query.asks.includes("completion") || query.asks.includes("overdue"))
    sayOverdue(query, chosen, draft, context);
  suggestNext(query, draft, context);
  return draft.finish();
}

/** Rows of each role by itself: a task that an agency leads as one of everyone and coordinates by name counts in both. */
const inBothRoles = (filter: TaskFilter, context: AnswerContext): SelectedTask[] =>
  (["lead", "coordinating"] as const).flatMap((role) =>
    findTasks(context.knowledge, { ...filter, role }, context.now),
  );

/** "chủ trì 4 nhiệm vụ ghi đích danh; tính cả phần giao chung là 14": what names the agency comes first. */
function ofAgency(
  filter: TaskFilter,
  what: string,
  tasks: number,
  found: readonly SelectedTask[],
  draft: Draft,
): string {
  const count = (rows: readonly SelectedTask[]) => `**${draft.compute(rows.length, COUNT_RULE)}**`;
  const named = found.filter(({ relation }) => relation.directness === "named");
  const total = `**${draft.compute(tasks, COUNT_RULE)}** nhiệm vụ`;
  if (filter.directness || named.length === found.length) return what.replace("{n}", total);
  if (!filter.role) {
    const leads = found.filter(({ relation }) => relation.role === "lead");
    const supports = found.filter(({ relation }) => relation.role === "coordinating");
    const direct = (rows: readonly SelectedTask[]) => count(rows.filter((row) => named.includes(row)));
    return `${what.replace("{n}", total)}: chủ trì ${count(leads)} (ghi đích danh ${direct(leads)}), phối hợp ${count(supports)} (ghi đích danh ${direct(supports)})${leads.length + supports.length > tasks ? "; có nhiệm vụ thuộc cả hai vai trò" : ""}`;
  }
  return `${what.replace("{n}", `${count(named)} nhiệm vụ ghi đích danh`)}; tính cả phần giao chung là ${total}`;
}

function sayUnnamed(filter: TaskFilter, draft: Draft, context: AnswerContext): void {
  const tasks = unnamedCoordinating(context.knowledge, filter, context.now);
  if (tasks.length === 0) return;
  for (const task of tasks) draft.cite(task.evidence);
  const count = draft.compute(tasks.length, "đếm dòng Phụ lục ghi phối hợp là “liên quan” mà không nêu tên");
  draft.say(
    `Chưa tính ${count} nhiệm vụ ghi phối hợp là “sở, ngành liên quan” mà Kế hoạch không nêu tên: ${tasks.map((task) => task.label).join(", ")}.`,
  );
}

function line({ task }: SelectedTask, withLead: boolean): string {
  const lead = withLead ? ` · ${task.leadPrinted}` : "";
  return `**${task.label}** ${withoutStop(task.title)}${lead} · ${task.period}`;
}

function speakSome(rows: readonly SelectedTask[], draft: Draft): void {
  const first = rows.slice(0, SPOKEN_TASKS).map(({ task }) => withoutStop(task.title));
  draft.speak(`${rows.length > SPOKEN_TASKS ? "Trước hết là" : "Gồm"}: ${first.join("; ")}.`);
}

function answerNone(query: TasksQuery, what: string, draft: Draft, context: AnswerContext): DraftReply {
  const { filter } = query;
  const zero = draft.compute(0, COUNT_RULE);
  if (filter.agencyId && filter.withAgencyId) {
    const [one, other] = [filter.agencyId, filter.withAgencyId].map(
      (id) => agencyById(context.knowledge, id).name,
    );
    const role = filter.withRole ? " theo vai trò đã nêu" : filter.role === "lead" ? " cùng chủ trì" : "";
    draft.say(
      `Phụ lục có ${zero} nhiệm vụ ghi đích danh cả **${one}** và **${other}**${role} (số đếm do trợ lý tính từ Phụ lục); hai cơ quan chỉ gặp nhau ở các nhiệm vụ giao chung.`,
    );
    draft.suggest(`${one} chủ trì những nhiệm vụ nào?`, `${other} chủ trì những nhiệm vụ nào?`);
    return draft.finish();
  }
  const subject = filter.agencyId ? `**${agencyById(context.knowledge, filter.agencyId).name}** ` : "";
  draft.say(
    capitalize(`${subject}${what.replace("{n}", `${zero} nhiệm vụ`)} (số đếm do trợ lý tính từ Phụ lục).`),
  );
  if (filter.agencyId) {
    const { agencyId } = filter;
    const all = findTasks(context.knowledge, { agencyId }, context.now);
    const agency = agencyById(context.knowledge, agencyId);
    if (all.length > 0) {
      const count = draft.compute(all.length, COUNT_RULE);
      draft.say(`Tính mọi vai trò và cả phần giao chung, cơ quan này liên quan đến ${count} nhiệm vụ.`);
      draft.suggest(`${agency.name} có những nhiệm vụ nào?`, `${agency.name} phối hợp những nhiệm vụ nào?`);
    } else {
      draft.say("Phụ lục không giao nhiệm vụ riêng cho cơ quan này.");
    }
  }
  return draft.finish();
}

const endOf = ({ task }: SelectedTask) => task.endYear ?? Number.POSITIVE_INFINITY;

function extremes(rows: SelectedTask[], show: "earliest" | "latest"): SelectedTask[] {
  const fixed = rows.filter(({ task }) => task.endYear !== null);
  const pool = fixed.length > 0 ? fixed : rows;
  const ends = pool.map(endOf);
  const wanted = show === "earliest" ? Math.min(...ends) : Math.max(...ends);
  return pool.filter((row) => endOf(row) === wanted);
}

function sayExtremes(
  show: "earliest" | "latest",
  rows: SelectedTask[],
  outOf: number,
  draft: Draft,
  context: AnswerContext,
): void {
  const count = draft.compute(rows.length, COUNT_RULE);
  const total = draft.compute(outOf, COUNT_RULE);
  const word = show === "earliest" ? "sớm nhất" : "muộn nhất";
  const { task } = rows[0]!;
  const until = task.endYear === null ? `lặp lại (${task.period})` : `đến hết năm ${task.endYear}`;
  draft.say(`Trong ${total} nhiệm vụ đang xét, mốc ${word} là **${until}**, gồm ${count} nhiệm vụ:`);
  draft.say(bullets(rows.map((row) => line(row, true))));
  draft.speak(`Mốc ${word} là ${until}, gồm ${count} nhiệm vụ.`);
  speakSome(rows, draft);
  if (task.endYear !== null && yearEnd(task.endYear) < vietnamDay(context.now)) {
    const now = draft.compute(formatDay(vietnamDay(context.now)), TODAY_RULE);
    draft.say(`Tính đến hôm nay ${now}, mốc này đã qua. ${NO_PROGRESS}`);
  }
}

function sayOverdue(
  query: TasksQuery,
  rows: readonly SelectedTask[],
  draft: Draft,
  context: AnswerContext,
): void {
  const today = vietnamDay(context.now);
  const now = draft.compute(formatDay(today), TODAY_RULE);
  const ended = rows.filter(({ task }) => task.endYear !== null && yearEnd(task.endYear) < today);
  const count = draft.compute(ended.length, `mốc cuối năm in trong Phụ lục trước ngày ${now}`);
  draft.say(
    `Tính đến hôm nay ${now}, ${count} nhiệm vụ trong số này có mốc thời gian in đã qua. ${NO_PROGRESS}`,
  );
  draft.speak("Kế hoạch không ghi tiến độ thực hiện.");
  if (query.asks.includes("completion")) draft.status = "unanswerable_not_in_sources";
}

function suggestNext(query: TasksQuery, draft: Draft, context: AnswerContext): void {
  const { filter } = query;
  if (filter.agencyId) {
    const { name } = agencyById(context.knowledge, filter.agencyId);
    if (filter.role !== "coordinating") draft.suggest(`${name} phối hợp những nhiệm vụ nào?`);
    if (filter.role !== "lead") draft.suggest(`${name} chủ trì những nhiệm vụ nào?`);
    draft.suggest("Cái nào hạn sớm nhất?", `${name} có trách nhiệm gì ngoài Phụ lục?`);
  } else {
    draft.suggest("Cái nào hạn sớm nhất?", "Cơ quan nào chủ trì nhiều nhiệm vụ nhất?");
  }
}
