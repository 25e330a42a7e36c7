/** A set of rows: the rows themselves, how many, a table that adds up to them, their share of all, or their agencies. */
import { formatDay, vietnamDay, yearEnd } from "../../knowledge/calendar.ts";
import type { Task } from "../../knowledge/records.ts";
import { agencyById, isLocals } from "../agency-names.ts";
import type { Draft, DraftReply } from "../draft.ts";
import type { Measure, TaskSetQuery } from "../query.ts";
import { describePredicate, describeSet } from "../sets/describe.ts";
import {
  namedLeads,
  rowsOf,
  type TableBy,
  type TaskPredicate,
  type TaskSet,
  tableOf,
} from "../sets/task-set.ts";
import { toReplyTask } from "../task-query.ts";
import {
  type AnswerContext,
  bullets,
  capitalize,
  citePlan,
  listing,
  newDraft,
  withoutStop,
} from "./context.ts";

const COUNT_RULE = "đếm các dòng Phụ lục thỏa điều kiện đã nêu";
const SHARED_RULE = "đếm dòng Phụ lục ghi đích danh cơ quan; dòng có hai cơ quan được tính cho cả hai";
const SPOKEN_TASKS = 3;
const FEW = 5;

export function answerTaskSet(query: TaskSetQuery, context: AnswerContext): DraftReply {
  const draft = newDraft(context);
  draft.kind = "tasks";
  const { knowledge, now } = context;
  const rows = rowsOf(query.set, knowledge, now);
  const what = describeSet(query.set, knowledge);
  citePlan(draft, context);
  citeWhole(query.set, draft, context);
  for (const task of rows) draft.cite(task.evidence);
  draft.tasks = rows.map(asReplyTask);
  switch (query.measure.as) {
    case "table":
      sayTable(rows, what, query.measure, draft, context);
      break;
    case "share":
      sayShare(rows, what, draft, context);
      break;
    case "agencies":
      sayAgencies(rows, what, query.measure.role, draft, context);
      break;
    default:
      sayRows(rows, what, query, draft);
  }
  sayDay(query.set, rows, draft, now);
  suggestNext(query, rows, draft, context);
  return draft.finish();
}

export const asReplyTask = (task: Task) =>
  toReplyTask({
    task,
    relation: {
      role: "lead",
      directness: namedLeads(task).length > 0 ? "named" : "collective",
      conditional: false,
    },
  });

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
function sayDay(set: TaskSet, rows: readonly Task[], draft: Draft, now: Date): void {
  const today = vietnamDay(now);
  const isPast = (task: Task) => task.endYear !== null && yearEnd(task.endYear) < today;
  const isOver = set.op === "best" && set.by === "end" && rows.length > 0 && rows.every(isPast);
  if (!isOver && !mentionsEnded(set)) return;
  const day = draft.compute(formatDay(today), "ngày hỏi");
  const text = isOver ? `Tính đến ngày ${day}, mốc này đã qua.` : `Tính đến ngày ${day}.`;
  draft.say(text).speak(text);
}

const mentionsEnded = (set: TaskSet): boolean => JSON.stringify(set).includes('"by":"ended"');

function sayRows(
  rows: readonly Task[],
  what: string,
  { set, measure, asks }: TaskSetQuery,
  draft: Draft,
): void {
  const count = draft.compute(rows.length, COUNT_RULE);
  const opening = `Có **${count}** nhiệm vụ ${what}`.trimEnd();
  draft.say(`${opening} (số đếm do trợ lý tính từ Phụ lục)${rows.length > 0 ? ":" : "."}`);
  draft.speak(`${opening.replaceAll("*", "")}.`);
  if (rows.length === 0) return;
  if (set.op === "best" && set.by === "end" && rows.length > 1) {
    const same = "Các nhiệm vụ này cùng mốc thời gian in.";
    draft.say(same).speak(same);
  }
  draft.say(bullets(rows.map((task) => lineOf(task, asks.includes("coordinating")))));
  const first = rows.slice(0, SPOKEN_TASKS).map((task) => spokenLine(task, asks));
  if (measure.as === "list")
    draft.speak(`${rows.length > SPOKEN_TASKS ? "Trước hết là" : "Gồm"}: ${first.join("; ")}.`);
}

const lineOf = (task: Task, withCoordinating: boolean): string =>
  `**${task.label}** ${withoutStop(task.title)} · Chủ trì: ${task.leadPrinted}${withCoordinating ? ` · Phối hợp: ${withoutStop(task.coordinatingPrinted)}` : ""} · ${task.period}`;

function spokenLine(task: Task, asks: TaskSetQuery["asks"]): string {
  const title = withoutStop(task.title);
  if (asks.includes("coordinating")) return `${title}, phối hợp là ${withoutStop(task.coordinatingPrinted)}`;
  if (asks.includes("lead")) return `${title}, do ${task.leadPrinted} chủ trì`;
  return asks.includes("when") ? `${title}, ${task.period}` : title;
}

const KEY_NAMES: Record<TableBy, string> = {
  group: "nhóm",
  endYear: "năm kết thúc in trong Phụ lục",
  period: "thời gian in trong Phụ lục",
  recurrence: "cách lặp lại",
  lead: "cơ quan chủ trì",
  coordinating: "cơ quan phối hợp",
};

function sayTable(
  rows: readonly Task[],
  what: string,
  measure: Extract<Measure, { as: "table" }>,
  draft: Draft,
  context: AnswerContext,
): void {
  const { by, order, except = [], only } = measure;
  const { knowledge } = context;
  const total = draft.compute(rows.length, COUNT_RULE);
  const byBody = by === "lead" || by === "coordinating";
  const rule = byBody ? SHARED_RULE : COUNT_RULE;
  const table = tableOf(rows, by).filter(({ key }) => !except.includes(key));
  const named = table.filter(({ key }) => key !== "");
  const sorted =
    byBody || order
      ? [...named].sort((a, b) => (order === "least" ? 1 : -1) * (a.ids.length - b.ids.length))
      : by === "endYear" || by === "period"
        ? [...named].sort((a, b) => a.key.localeCompare(b.key))
        : named;
  const nameOf = (key: string): string => {
    if (by === "group") {
      const group = knowledge.groups.find((row) => row.id === key)!;
      draft.cite(group.evidence);
      return `Nhóm ${group.numeral} (${group.name})`;
    }
    const agency = byBody ? knowledge.agencies.find((row) => row.id === key) : undefined;
    if (agency) draft.cite(agency.evidence);
    if (by === "endYear") return `Năm ${key}`;
    if (by === "recurrence")
      return { none: "Có năm kết thúc", yearly: "Lặp lại hằng năm", ongoing: "Thường xuyên" }[key] ?? key;
    return agency?.name ?? key;
  };
  const subject = what === "" ? "" : ` ${what}`;
  const outside = except.map((id) => agencyById(knowledge, id).name);
  for (const id of except) draft.cite(agencyById(knowledge, id).evidence);
  const apart = outside.length > 0 ? `Ngoài ${listing(outside)}, ` : "";
  const top = sorted.filter(({ ids }) => ids.length === sorted[0]?.ids.length);
  if (only !== undefined) {
    sayOnly(
      sorted.filter(({ ids }) => ids.length === only),
      only,
      by,
      draft,
      nameOf,
    );
    return;
  }
  if (order && top.length > 0) {
    const names = listing(top.map(({ key }) => nameOf(key)));
    const count = draft.compute(top[0]!.ids.length, rule);
    const verb = by === "coordinating" ? "phối hợp" : by === "lead" ? "chủ trì" : "có";
    const sentence = `${apart}**${names}** ${verb} ${order === "most" ? "nhiều" : "ít"} nhất: **${count}** nhiệm vụ${subject}`;
    draft
      .say(`${capitalize(sentence)} (số đếm do trợ lý tính).`)
      .speak(`${capitalize(sentence.replaceAll("*", ""))}.`);
  } else {
    const sentence = `${apart}**${total}** nhiệm vụ${subject}, chia theo ${KEY_NAMES[by]}`;
    draft
      .say(`${capitalize(sentence)} (số đếm do trợ lý tính):`)
      .speak(`${capitalize(sentence.replaceAll("*", ""))}.`);
  }
  draft.say(bullets(sorted.map(({ key, ids }) => `${nameOf(key)}: **${draft.compute(ids.length, rule)}**`)));
  draft.speak(
    `${sorted
      .slice(0, FEW)
      .map(({ key, ids }) => `${nameOf(key)}: ${ids.length}`)
      .join("; ")}.`,
  );
  const none = table.find(({ key }) => key === "");
  if (none) {
    const count = draft.compute(none.ids.length, COUNT_RULE);
    draft.say(
      byBody
        ? `Ngoài ra ${count} nhiệm vụ không ghi đích danh cơ quan ${by === "lead" ? "chủ trì" : "phối hợp"} (giao chung).`
        : `Ngoài ra ${count} nhiệm vụ lặp lại hoặc thường xuyên, không in năm kết thúc.`,
    );
  }
  const sum = table.reduce((all, { ids }) => all + ids.length, 0);
  if (byBody && except.length === 0 && sum !== rows.length)
    draft.say(
      `Cộng các số trên là ${draft.compute(sum, "cộng các dòng của bảng")}, khác tổng ${total} vì nhiệm vụ ghi nhiều cơ quan được tính cho từng cơ quan.`,
    );
  else if (except.length === 0) draft.say(`Cộng lại đúng ${total} nhiệm vụ.`);
}

/** "Sở nào chỉ chủ trì đúng một việc". */
function sayOnly(
  rows: readonly { key: string }[],
  only: number,
  by: TableBy,
  draft: Draft,
  nameOf: (key: string) => string,
): void {
  const count = draft.compute(rows.length, "đếm các mục có đúng số nhiệm vụ đó");
  const each = draft.compute(only, "số nhiệm vụ nêu trong câu hỏi");
  const verb = by === "coordinating" ? "phối hợp" : "chủ trì";
  const sentence = `**${count}** cơ quan được ghi đích danh ${verb} đúng **${each}** nhiệm vụ`;
  const names = rows.map(({ key }) => nameOf(key));
  draft.say(`${sentence} (số đếm do trợ lý tính)${names.length > 0 ? ":" : "."}`);
  if (names.length > 0) draft.say(bullets(names));
  draft.speak(`${sentence.replaceAll("*", "")}${names.length > 0 ? `: ${names.join("; ")}` : ""}.`);
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
  query: TaskSetQuery,
  rows: readonly Task[],
  draft: Draft,
  { knowledge }: AnswerContext,
): void {
  if (rows.length === 1) draft.suggest(`Ai phối hợp nhiệm vụ ${rows[0]!.label}?`);
  if (rows.length > 1) draft.suggest("Cái nào hạn sớm nhất?", "Mỗi nhóm có mấy việc?");
  const parts =
    query.set.op === "filter" ? [query.set.where].flatMap((row) => (row.by === "and" ? row.of : [row])) : [];
  for (const part of parts)
    if (part.by === "agency" && part.role)
      draft.suggest(`Có bao nhiêu nhiệm vụ ${describePredicate(part, knowledge)}?`);
}
