/** A set of rows: the rows themselves, how many, a table that adds up to them, their share of all, or their agencies. */
import { formatDay, vietnamDay } from "../../knowledge/calendar.ts";
import type { Agency, Task } from "../../knowledge/records.ts";
import { agencyById, isLocals } from "../agency-names.ts";
import type { Draft, DraftReply } from "../draft.ts";
import type { TaskSetQuery } from "../query.ts";
import { describePredicate, describeSet } from "../sets/describe.ts";
import { relationOf, toReplyTask } from "../sets/relations.ts";
import { filtersOf, type Subject, subjectOf } from "../sets/subject.ts";
import { printsYearsOnly, rowsOf, type TaskPredicate, type TaskSet, tableOf } from "../sets/task-set.ts";
import {
  COUNT_RULE,
  isOnlyCollective,
  sayAgencyRows,
  sayProgress,
  sayUnknownProgress,
} from "./agency-rows.ts";
import { sayBest } from "./best-rows.ts";
import { type AnswerContext, bullets, citePlan, newDraft, withoutStop } from "./context.ts";
import { SHARED_RULE, sayNobody, sayTable } from "./task-table.ts";

const SPOKEN_TASKS = 3;
const ONLY_YEARS = "Phụ lục chỉ ghi thời gian theo năm, không chia theo quý hay tháng.";

export function answerTaskSet(query: TaskSetQuery, context: AnswerContext): DraftReply {
  const draft = newDraft(context);
  draft.kind = "tasks";
  const { knowledge, now } = context;
  const { set, measure } = query;
  const rows = rowsOf(set, knowledge, now);
  const what = describeSet(set, knowledge);
  const subject = subjectOf(set);
  citePlan(draft, context);
  citeWhole(set, draft, context);
  sayUnknownProgress(query.asks, draft);
  sayUnheeded(query, draft);
  for (const said of daysSaid(set)) draft.compute(said, "khoảng thời gian nêu trong câu hỏi");
  const wide = subject && set.op === "filter" ? widened(subject, context) : undefined;
  if (wide && (measure.as === "list" || measure.as === "count")) {
    sayAgencyRows(wide, query.asks, draft, context);
    sayDay(set, draft, now);
    sayOpenEnds(set, draft, context);
    if (isOfPart(set) && printsYearsOnly(knowledge.tasks)) draft.say(ONLY_YEARS).speak(ONLY_YEARS);
    return draft.finish();
  }
  for (const task of rows) draft.cite(task.evidence);
  if (!isOfBodies(query)) draft.tasks = rows.map((task) => replyTask(task, subject, context));
  else if (measure.as === "table" && measure.among)
    draft.tasks = ofThose(rows, measure).map((task) => toReplyTask(task));
  switch (measure.as) {
    case "table":
      sayTable(rows, what, measure, draft, context);
      break;
    case "share":
      sayShare(rows, what, draft, context);
      break;
    case "agencies":
      sayAgencies(rows, what, measure.role, draft, context);
      break;
    case "nobody":
      sayNobody(rows, measure.role, draft, context);
      break;
    default:
      if (set.op === "best" && rows.length > 0) sayBest(set, rows, draft, context);
      else if (set.op === "union" && measure.as === "count") sayTogether(set.of, rows, draft, context);
      else sayRows(rows, what, query, draft, context);
  }
  if (isOfPart(set) && printsYearsOnly(knowledge.tasks)) draft.say(ONLY_YEARS).speak(ONLY_YEARS);
  sayOpenEnds(set, draft, context);
  if (rows.length > 0) sayProgress(query.asks, rows, draft, context);
  sayDay(set, draft, now);
  suggestNext(query, rows, draft, context);
  return draft.finish();
}

/** Its number isn't taken for the one that was asked. */
function sayUnheeded({ unheeded = [], isOfAll }: TaskSetQuery, draft: Draft): void {
  for (const words of unheeded) draft.compute(words, "chữ nêu trong câu hỏi");
  const text =
    unheeded.length > 0
      ? `Chưa lọc được theo ${unheeded.map((words) => `“${words}”`).join(", ")}; kết quả dưới đây chưa tính điều kiện đó.`
      : isOfAll
        ? "Tính trên toàn bộ Phụ lục, không riêng các nhiệm vụ vừa nêu."
        : "";
  if (text !== "") draft.say(text).speak(text);
}

/** The subject that isn't limited to what names it; so is the one that nothing names. */
function widened(subject: Subject, context: AnswerContext): Subject | undefined {
  if (subject.where.named !== true) return subject;
  if (!isOnlyCollective(subject, context)) return undefined;
  const { named: _named, ...where } = subject.where;
  return { ...subject, where };
}

/** The rows that name one of the agencies that are compared. */
function ofThose(
  rows: readonly Task[],
  { by, among }: Extract<TaskSetQuery["measure"], { as: "table" }>,
): Task[] {
  const ids = new Set(tableOf(rows, by).flatMap((row) => (among!.includes(row.key) ? row.ids : [])));
  return rows.filter(({ id }) => ids.has(id));
}

/** About agencies or groups that are compared, placed, ranked or named by nobody; no rows are shown. */
const isOfBodies = ({ measure }: TaskSetQuery): boolean =>
  measure.as === "nobody" ||
  (measure.as === "table" &&
    (measure.among !== undefined || measure.place !== undefined || measure.order !== undefined));

function replyTask(task: Task, subject: Subject | undefined, { knowledge }: AnswerContext) {
  const relation = subject && relationOf(task, agencyById(knowledge, subject.where.agencyId), subject.where);
  return toReplyTask(task, relation);
}

/** Evidence for the agencies and groups, and the years, that the description names. */
function citeWhole(set: TaskSet, draft: Draft, context: AnswerContext): void {
  const { knowledge } = context;
  const visit = (where: TaskPredicate): void => {
    if (where.by === "agency" && !isLocals(where.agencyId))
      draft.cite(agencyById(knowledge, where.agencyId).evidence);
    if (where.by === "group")
      for (const group of knowledge.groups) if (where.groupIds.includes(group.id)) draft.cite(group.evidence);
    if ("year" in where) draft.compute(where.year, "năm nêu trong câu hỏi");
    if (where.by === "words") draft.compute(where.words, "chữ nêu trong câu hỏi");
    if (where.by === "period") draft.compute(where.period, "thời gian nêu trong câu hỏi");
    if (where.by === "not") visit(where.of);
    if (where.by === "and" || where.by === "or") where.of.forEach(visit);
  };
  if (set.op === "filter") visit(set.where);
  if (set.op === "pick")
    for (const place of set.places) draft.compute(Math.abs(place), "thứ tự nêu trong câu hỏi");
  if (set.op === "without") citeWhole(set.minus, draft, context);
  if ("of" in set)
    for (const part of Array.isArray(set.of) ? set.of : [set.of]) citeWhole(part, draft, context);
}

/** Whether something has passed depends on the day, so the day is said. */
function sayDay(set: TaskSet, draft: Draft, now: Date): void {
  if (!JSON.stringify(set).includes('"by":"ended"')) return;
  const text = `Tính đến ngày ${draft.compute(formatDay(vietnamDay(now)), "ngày hỏi")}.`;
  draft.say(text).speak(text);
}

/** "quý 2/2026", of a set that is limited by days. */
const daysSaid = (set: TaskSet): string[] => {
  switch (set.op) {
    case "filter":
      return [...(set.where.by === "days" ? [set.where.said] : []), ...daysSaid(set.of)];
    case "best":
    case "pick":
    case "sorted":
      return daysSaid(set.of);
    default:
      return [];
  }
};

function withoutDays(set: TaskSet): TaskSet {
  if (set.op !== "filter") return set;
  return set.where.by === "days" ? withoutDays(set.of) : { ...set, of: withoutDays(set.of) };
}

/** Rows that print no end are in no span of days. */
function sayOpenEnds(set: TaskSet, draft: Draft, { knowledge, now }: AnswerContext): void {
  if (daysSaid(set).length === 0) return;
  const open = rowsOf(withoutDays(set), knowledge, now).filter(({ due }) => due.until === null);
  if (open.length === 0) return;
  for (const task of open) draft.cite(task.evidence);
  const count = draft.compute(open.length, "đếm nhiệm vụ không in mốc kết thúc");
  const rows = open.map(({ label, period }) => `${label}: ${period || "để trống"}`).join("; ");
  draft.say(`Ngoài ra ${count} nhiệm vụ không in mốc kết thúc (${rows}), nên không xếp vào khoảng này.`);
}

const isOfPart = (set: TaskSet): boolean => JSON.stringify(set).includes('"partOfYear":true');

function sayRows(
  rows: readonly Task[],
  what: string,
  { set, measure, asks }: TaskSetQuery,
  draft: Draft,
  context: AnswerContext,
): void {
  const count = draft.compute(rows.length, COUNT_RULE);
  const together = rows.length === 0 ? togetherIn(set, context) : [];
  if (together.length > 1) {
    const names = together.map(({ name }) => `**${name}**`).join(" và ");
    const text = `Phụ lục có **${count}** nhiệm vụ ghi đích danh cả ${names} theo vai trò đã nêu (số đếm do trợ lý tính từ Phụ lục); các cơ quan này chỉ gặp nhau ở các nhiệm vụ giao chung.`;
    draft.say(text).speak(text.replaceAll("*", ""));
    draft.suggest(...together.slice(0, 2).map(({ name }) => `${name} chủ trì những nhiệm vụ nào?`));
    return;
  }
  const counted = `Có **${count}** nhiệm vụ ${what}`.trimEnd();
  const opening = rows.length > 0 ? counted : `${counted}, tức không có nhiệm vụ nào`;
  draft.say(`${opening} (số đếm do trợ lý tính từ Phụ lục)${rows.length > 0 ? ":" : "."}`);
  draft.speak(`${opening.replaceAll("*", "")}.`);
  if (rows.length === 0) return;
  draft.say(bullets(rows.map((task) => lineOf(task, asks.includes("coordinating")))));
  const first = rows.slice(0, SPOKEN_TASKS).map((task) => spokenLine(task, asks));
  if (measure.as === "list")
    draft.speak(`${rows.length > SPOKEN_TASKS ? "Trước hết là" : "Gồm"}: ${first.join("; ")}.`);
}

/** "Cộng lại có 52 nhiệm vụ: 21 kết thúc năm 2024; 31 kết thúc năm 2025": a row of several parts counts once. */
function sayTogether(
  parts: readonly TaskSet[],
  rows: readonly Task[],
  draft: Draft,
  { knowledge, now }: AnswerContext,
): void {
  const counts = parts.map((part) => rowsOf(part, knowledge, now).length);
  const total = draft.compute(rows.length, "đếm các nhiệm vụ của những phần đã nêu, mỗi nhiệm vụ một lần");
  const lines = parts.map(
    (part, i) => `**${draft.compute(counts[i]!, COUNT_RULE)}** nhiệm vụ ${describeSet(part, knowledge)}`,
  );
  const opening = `Cộng lại có **${total}** nhiệm vụ`;
  draft.say(`${opening} (số đếm do trợ lý tính từ Phụ lục):`).say(bullets(lines));
  draft.speak(`${opening}: ${lines.join("; ")}.`.replaceAll("*", ""));
  const twice = counts.reduce((sum, count) => sum + count, 0) - rows.length;
  if (twice === 0) return;
  const text = `Nhiệm vụ thuộc nhiều phần chỉ tính một lần, nên tổng ít hơn phép cộng ${draft.compute(twice, "phần trùng nhau")}.`;
  draft.say(text).speak(text);
}

/** The agencies that each row of the set names. */
const togetherIn = (set: TaskSet, { knowledge }: AnswerContext): Agency[] =>
  filtersOf(set).parts.flatMap((part) =>
    part.by === "agency" ? [agencyById(knowledge, part.agencyId)] : [],
  );

const lineOf = (task: Task, withCoordinating: boolean): string =>
  `**${task.label}** ${withoutStop(task.title)} · Chủ trì: ${task.leadPrinted}${withCoordinating ? ` · Phối hợp: ${withoutStop(task.coordinatingPrinted)}` : ""} · ${task.period}`;

function spokenLine(task: Task, asks: TaskSetQuery["asks"]): string {
  const title = withoutStop(task.title);
  if (asks.includes("coordinating")) return `${title}, phối hợp là ${withoutStop(task.coordinatingPrinted)}`;
  if (asks.includes("lead")) return `${title}, do ${task.leadPrinted} chủ trì`;
  return asks.includes("when") ? `${title}, ${task.period}` : title;
}

function sayShare(rows: readonly Task[], what: string, draft: Draft, { knowledge }: AnswerContext): void {
  const count = draft.compute(rows.length, COUNT_RULE);
  const all = draft.compute(knowledge.tasks.length, "đếm tất cả dòng Phụ lục");
  const tenths = Math.round((1000 * rows.length) / knowledge.tasks.length) / 10;
  const share = draft.compute(
    `${String(tenths).replace(".", ",")}%`,
    `${count} chia ${all}, làm tròn đến một phần mười`,
  );
  const sentence = `**${count}** trong **${all}** nhiệm vụ ${what}, tức khoảng **${share}**`;
  draft.say(`${sentence} (do trợ lý tính từ Phụ lục).`).speak(`${sentence.replaceAll("*", "")}.`);
}

function sayAgencies(
  rows: readonly Task[],
  what: string,
  role: "lead" | "coordinating",
  draft: Draft,
  { knowledge }: AnswerContext,
): void {
  const table = tableOf(rows, role)
    .filter(({ key }) => key !== "")
    .sort((a, b) => b.ids.length - a.ids.length);
  const verb = role === "lead" ? "chủ trì" : "phối hợp";
  const count = draft.compute(table.length, `đếm cơ quan được ghi đích danh ở cột ${verb}`);
  const of = what === "" ? "" : ` trong các nhiệm vụ ${what}`;
  const sentence = `**${count}** cơ quan được ghi đích danh ${verb}${of}`;
  draft.say(`${sentence} (số đếm do trợ lý tính từ Phụ lục):`).speak(`${sentence.replaceAll("*", "")}.`);
  const names = table.map(({ key, ids }) => {
    const agency = knowledge.agencies.find((row) => row.id === key);
    if (agency) draft.cite(agency.evidence);
    return `${agency?.name ?? key}: ${draft.compute(ids.length, SHARED_RULE)} nhiệm vụ`;
  });
  draft.say(bullets(names));
}

function suggestNext(
  { set, measure }: TaskSetQuery,
  rows: readonly Task[],
  draft: Draft,
  { knowledge }: AnswerContext,
): void {
  if (measure.as === "table" || measure.as === "nobody") return;
  if (rows.length === 1) draft.suggest(`Ai phối hợp nhiệm vụ ${rows[0]!.label}?`);
  if (rows.length > 1) draft.suggest("Cái nào hạn sớm nhất?", "Mỗi nhóm có mấy việc?");
  for (const part of filtersOf(set).parts)
    if (part.by === "agency" && part.role)
      draft.suggest(`Có bao nhiêu nhiệm vụ ${describePredicate(part, knowledge)}?`);
}
