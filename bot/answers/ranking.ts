/** Which task has most agencies beside it, which group or year most tasks: counted from the rows, with the rule. */
import type { Party, Task } from "../../knowledge/records.ts";
import { agencyById } from "../agency-names.ts";
import type { Draft, DraftReply } from "../draft.ts";
import type { Query } from "../query.ts";
import { findTasks, toReplyTask } from "../task-query.ts";
import {
  type AnswerContext,
  bullets,
  capitalize,
  citePlan,
  listing,
  newDraft,
  withoutStop,
} from "./context.ts";

type RankingQuery = Omit<Extract<Query, { kind: "ranking" }>, "kind">;

const ENDS = { most: "nhiều", least: "ít" } as const;

export function answerRanking({ of, order, filter }: RankingQuery, context: AnswerContext): DraftReply {
  const draft = newDraft(context);
  draft.kind = "tasks";
  citePlan(draft, context);
  const tasks = findTasks(context.knowledge, filter, context.now).map((row) => row.task);
  if (filter.agencyId) {
    const agency = agencyById(context.knowledge, filter.agencyId);
    draft.cite(agency.evidence);
    const within = `Trong các nhiệm vụ ghi đích danh **${agency.name}** chủ trì:`;
    draft.say(within).speak(within.replaceAll("*", ""));
  }
  if (tasks.length === 0) return draft.say("Phụ lục không có nhiệm vụ nào như vậy.").finish();
  switch (of) {
    case "coordinating":
      rankByCoordinating(tasks, order, draft);
      break;
    case "duration":
      rankByDuration(tasks, order, draft);
      break;
    case "group":
      rankGroups(tasks, order, draft, context);
      break;
    case "year":
      rankYears(tasks, order, draft);
      break;
  }
  return draft.finish();
}

interface Ranked<T> {
  item: T;
  count: number;
}

/** Those that share the first place, and the rest in order. */
function places<T>(rows: Ranked<T>[], order: "most" | "least"): { first: Ranked<T>[]; rest: Ranked<T>[] } {
  const sorted = [...rows].sort((a, b) => (order === "most" ? b.count - a.count : a.count - b.count));
  const best = sorted[0]?.count;
  return {
    first: sorted.filter((row) => row.count === best),
    rest: sorted.filter((row) => row.count !== best),
  };
}

const NAMED_RULE = "đếm cơ quan ghi đích danh ở cột phối hợp của dòng";
const ROWS_RULE = "đếm dòng Phụ lục";

const named = (parties: readonly Party[]): number =>
  new Set(parties.flatMap((party) => (party.kind === "agency" ? [party.agencyId ?? party.printed] : [])))
    .size;
const isCollective = (task: Task) => task.coordinating.some((party) => party.kind === "collective");
const isOpen = (task: Task) => task.coordinating.some((party) => party.kind !== "agency");

/** "Các sở, ban, ngành, địa phương" are more than any number of names, and nobody knows how many: said apart. */
function rankByCoordinating(tasks: readonly Task[], order: "most" | "least", draft: Draft): void {
  const comparable = tasks.filter((task) =>
    order === "most" ? named(task.coordinating) > 0 : !isOpen(task),
  );
  const { first } = places(
    comparable.map((item) => ({ item, count: named(item.coordinating) })),
    order,
  );
  if (first.length > 0) {
    const count = draft.compute(first[0]!.count, NAMED_RULE);
    const labels = listing(first.map(({ item }) => item.label));
    draft.say(
      `Tính cơ quan được ghi đích danh, nhiệm vụ có ${ENDS[order]} đơn vị phối hợp nhất là **${labels}**: **${count}** cơ quan (số đếm do trợ lý tính).`,
    );
    draft.say(
      bullets(
        first.map(
          ({ item }) =>
            `**${item.label}** ${withoutStop(item.title)} · Phối hợp: ${withoutStop(item.coordinatingPrinted)}`,
        ),
      ),
    );
    draft.speak(
      `${order === "most" ? "Nhiều" : "Ít"} đơn vị phối hợp nhất, tính cơ quan ghi đích danh, là nhiệm vụ ${labels}: ${count} cơ quan.`,
    );
    showTasks(first, draft);
  }
  const collective = tasks.filter(isCollective);
  if (collective.length > 0) {
    const count = draft.compute(collective.length, `${ROWS_RULE} ghi phối hợp chung`);
    for (const task of collective) draft.cite(task.evidence);
    draft.say(
      `${order === "most" ? "Rộng hơn về phạm vi" : "Không so được bằng số"} là ${count} nhiệm vụ ghi phối hợp chung “các sở, ban, ngành, địa phương” hoặc tương tự, mà Kế hoạch không nêu là bao nhiêu cơ quan: ${collective.map((task) => task.label).join(", ")}.`,
    );
  }
  const [example] = first;
  if (example) draft.suggest(`Ai phối hợp nhiệm vụ ${example.item.label}?`);
  draft.suggest("Cơ quan nào phối hợp nhiều nhiệm vụ nhất?", "Nhóm nào có nhiều nhiệm vụ nhất?");
}

function rankByDuration(tasks: readonly Task[], order: "most" | "least", draft: Draft): void {
  const limited = tasks.filter((task) => task.startYear !== null && task.endYear !== null);
  const { first } = places(
    limited.map((item) => ({ item, count: item.endYear! - item.startYear! + 1 })),
    order,
  );
  if (first.length > 0) {
    const years = draft.compute(first[0]!.count, "số năm từ năm đầu đến năm cuối in trong Phụ lục");
    const count = draft.compute(first.length, `${ROWS_RULE} có số năm đó`);
    draft.say(
      `Trong các nhiệm vụ có năm kết thúc, ${order === "most" ? "dài" : "ngắn"} nhất là **${years}** năm, gồm **${count}** nhiệm vụ (do trợ lý tính):`,
    );
    draft.say(
      bullets(first.map(({ item }) => `**${item.label}** ${withoutStop(item.title)} · ${item.period}`)),
    );
    draft.speak(`${order === "most" ? "Dài" : "Ngắn"} nhất là ${years} năm, gồm ${count} nhiệm vụ.`);
    showTasks(first, draft);
  }
  const endless = tasks.filter((task) => task.endYear === null);
  if (order === "most" && endless.length > 0) {
    const count = draft.compute(endless.length, `${ROWS_RULE} không in năm kết thúc`);
    for (const task of endless) draft.cite(task.evidence);
    draft.say(
      `Ngoài ra ${count} nhiệm vụ lặp lại hoặc thường xuyên, không in năm kết thúc: ${endless.map((task) => task.label).join(", ")}.`,
    );
  }
  draft.suggest("Nhiệm vụ nào thực hiện hằng năm?", "Nhiệm vụ nào hạn sớm nhất?");
}

function rankGroups(
  tasks: readonly Task[],
  order: "most" | "least",
  draft: Draft,
  { knowledge }: AnswerContext,
): void {
  const rows = knowledge.groups.map((item) => ({
    item,
    count: tasks.filter((task) => task.groupId === item.id).length,
  }));
  for (const group of knowledge.groups) draft.cite(group.evidence);
  const { first, rest } = places(rows, order);
  const count = (row: { count: number }) => draft.compute(row.count, `${ROWS_RULE} của nhóm`);
  const names = listing(first.map(({ item }) => `nhóm ${item.numeral} (${item.name})`));
  draft.say(
    `${capitalize(ENDS[order])} nhiệm vụ nhất là **${names}**: **${count(first[0]!)}** nhiệm vụ (số đếm do trợ lý tính).`,
  );
  draft.say(
    bullets(
      [...first, ...rest].map((row) => `${row.item.numeral}. ${row.item.name}: ${count(row)} nhiệm vụ`),
    ),
  );
  draft.speak(
    `Nhóm có ${ENDS[order]} nhiệm vụ nhất là ${first.map(({ item }) => item.name).join(" và ")}, ${first[0]!.count} nhiệm vụ.`,
  );
  draft.suggest(
    ...first.map(({ item }) => `Nhóm ${item.name} có những nhiệm vụ nào?`),
    "Cơ quan nào chủ trì nhiều nhiệm vụ nhất?",
  );
}

/** By the year in which the printed period ends: every task falls to one. */
function rankYears(tasks: readonly Task[], order: "most" | "least", draft: Draft): void {
  const years = [...new Set(tasks.flatMap((task) => task.endYear ?? []))];
  const { first, rest } = places(
    years.map((item) => ({ item, count: tasks.filter((task) => task.endYear === item).length })),
    order,
  );
  for (const task of tasks) draft.cite(task.evidence);
  const count = (row: { count: number }) =>
    draft.compute(row.count, `${ROWS_RULE} có thời gian in kết thúc năm đó`);
  draft.say(
    `Tính theo năm kết thúc in trong Phụ lục, ${ENDS[order]} nhiệm vụ nhất là năm **${listing(first.map(({ item }) => String(item)))}**: **${count(first[0]!)}** nhiệm vụ (số đếm do trợ lý tính).`,
  );
  draft.say(bullets([...first, ...rest].map((row) => `Năm ${row.item}: ${count(row)} nhiệm vụ`)));
  draft.speak(
    `Theo năm kết thúc, ${ENDS[order]} nhiệm vụ nhất là năm ${first[0]!.item}, ${first[0]!.count} nhiệm vụ.`,
  );
  const endless = tasks.filter((task) => task.endYear === null).length;
  if (endless > 0)
    draft.say(
      `Chưa kể ${draft.compute(endless, `${ROWS_RULE} không in năm kết thúc`)} nhiệm vụ lặp lại hoặc thường xuyên.`,
    );
  draft.suggest(...first.slice(0, 2).map(({ item }) => `Nhiệm vụ nào kết thúc năm ${item}?`));
}

function showTasks(rows: readonly Ranked<Task>[], draft: Draft): void {
  for (const { item } of rows) draft.cite(item.evidence);
  draft.tasks = rows.map(({ item }) =>
    toReplyTask({ task: item, relation: { role: "lead", directness: namesLead(item), conditional: false } }),
  );
}

const namesLead = (task: Task): "named" | "collective" =>
  task.leads.some((party) => party.kind === "agency") ? "named" : "collective";
