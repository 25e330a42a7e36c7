/** One task, or the several that one label or topic means: who leads, who coordinates, until when. */

import type { Agency, Task } from "../../knowledge/records.ts";
import { agencyById, isLocals } from "../agency-names.ts";
import type { Draft, DraftReply } from "../draft.ts";
import type { Beyond, TaskAsk } from "../query.ts";
import { remarksOn } from "../remarks.ts";
import { relationsOf, toReplyTask } from "../sets/relations.ts";
import { agencyKeyPoint } from "./agency.ts";
import {
  type AnswerContext,
  citePlan,
  deadlineSentence,
  NO_PROGRESS,
  newDraft,
  tasksById,
  withoutStop,
} from "./context.ts";
import { sayBeyond } from "./unprinted.ts";

export interface TaskQuery extends Beyond {
  ids: string[];
  asks: TaskAsk[];
  agencyId?: string;
}

const ROLE_WORDS = { lead: "chủ trì", coordinating: "phối hợp" } as const;

export function answerTask(query: TaskQuery, context: AnswerContext): DraftReply {
  const draft = newDraft(context);
  const tasks = tasksById(context.knowledge, query.ids);
  const agency = query.agencyId ? agencyById(context.knowledge, query.agencyId) : undefined;
  draft.kind = tasks.length === 1 ? "task" : "tasks";
  draft.tasks = tasks.map((task) => toReplyTask(task, agency && relationsOf(task, agency)[0]));
  if (tasks.length > 1) {
    const count = draft.compute(tasks.length, "đếm các nhiệm vụ khớp với câu hỏi");
    draft.say(`Câu hỏi khớp với ${count} nhiệm vụ trong Phụ lục:`);
    draft.speak(`Câu hỏi khớp với ${count} nhiệm vụ.`);
  }
  sayBeyond(query, tasks.length > 1 ? "Các nhiệm vụ này trong Phụ lục" : "Nhiệm vụ này trong Phụ lục", draft);
  sayUnsaid(query.asks, draft);
  for (const task of tasks) {
    citePlan(draft, context, task.evidence);
    if (agency && !isLocals(agency.id)) draft.cite(agency.evidence);
    if (agency) draft.say(relationSentence(task, agency));
    else {
      const lead = `**${task.leadPrinted}** chủ trì nhiệm vụ ${task.label}.`;
      const coordinating = `Phối hợp thực hiện nhiệm vụ ${task.label}: **${withoutStop(task.coordinatingPrinted)}**.`;
      // In the order in which they were asked.
      for (const ask of query.asks)
        if (ask === "lead" || ask === "coordinating") draft.say({ lead, coordinating }[ask]);
    }
    draft.say(
      [
        `**${task.label} – ${withoutStop(task.title)}**`,
        `- Nhóm: ${task.groupNumeral}. ${task.groupName}`,
        `- Chủ trì: ${task.leadPrinted}`,
        `- Phối hợp: ${task.coordinatingPrinted}`,
        `- Thời gian: ${task.period}`,
      ].join("\n"),
    );
    draft.say(deadlineSentence(task, context, draft));
    for (const remark of remarksOn(task.id, context.knowledge)) {
      draft.say(remark.text);
      for (const evidence of remark.evidence) draft.cite(evidence);
    }
    draft.speak(spokenTask(task, query.asks, agency));
  }
  if (query.asks.includes("whoExactly")) for (const task of tasks) sayWhoExactly(task, draft);
  if (query.asks.includes("agencyNow")) {
    const leads = tasks.flatMap((task) =>
      task.leads.flatMap((party) => (party.agencyId ? [party.agencyId] : [])),
    );
    for (const id of new Set(leads)) agencyKeyPoint(agencyById(context.knowledge, id), draft, context);
  }
  const first = tasks[0]!;
  if (!query.asks.includes("coordinating")) draft.suggest(`Ai phối hợp nhiệm vụ ${first.label}?`);
  const leadAgency = first.leads.find((party) => party.agencyId);
  if (leadAgency) {
    draft.suggest(`${agencyById(context.knowledge, leadAgency.agencyId!).name} chủ trì những nhiệm vụ nào?`);
  }
  if (tasks.length === 2) draft.suggest(`So sánh nhiệm vụ ${tasks[0]!.label} và ${tasks[1]!.label}`);
  return draft.finish();
}

/** What no row prints is said first: the row is what there is instead. */
function sayUnsaid(asks: readonly TaskAsk[], draft: Draft): void {
  if (asks.includes("completion") || asks.includes("overdue")) {
    if (asks.includes("completion")) draft.status = "unanswerable_not_in_sources";
    draft.say(NO_PROGRESS).speak("Kế hoạch không ghi tiến độ thực hiện.");
  }
  for (const [ask, text] of Object.entries(UNSAID))
    if (asks.includes(ask as TaskAsk)) {
      draft.status = "unanswerable_not_in_sources";
      draft.say(text).speak(text);
    }
}

/** What is asked of tasks and printed of none. */
const UNSAID: Partial<Record<TaskAsk, string>> = {
  money: "Kế hoạch không ghi kinh phí của từng nhiệm vụ, chỉ nêu nguồn và cơ quan bố trí kinh phí.",
  contractor: "Kế hoạch không ghi nhà thầu hay đơn vị được thuê làm; anh/chị hỏi cơ quan chủ trì.",
  contact: "Kế hoạch không ghi tên người, số điện thoại hay địa chỉ liên hệ; anh/chị hỏi cơ quan chủ trì.",
};

/** What a cell leaves open: an unnamed subset, everybody, or which of several leads is the first. */
function sayWhoExactly(task: Task, draft: Draft): void {
  const cells = [
    { name: "chủ trì", parties: task.leads, printed: task.leadPrinted },
    { name: "phối hợp", parties: task.coordinating, printed: withoutStop(task.coordinatingPrinted) },
  ];
  for (const { name, parties, printed } of cells) {
    const open = parties.some((party) => party.kind !== "agency");
    const several = name === "chủ trì" && parties.filter((party) => party.kind === "agency").length > 1;
    const text = open
      ? `Phụ lục không nêu tên cụ thể: cột ${name} của nhiệm vụ ${task.label} chỉ ghi “${printed}”.`
      : several
        ? `Phụ lục ghi ${printed} cùng chủ trì nhiệm vụ ${task.label}, không nêu cơ quan nào là chính.`
        : "";
    draft.say(text).speak(text);
  }
}

/** "Sở Y tế phối hợp nhiệm vụ V.9 (thuộc “các sở ngành, địa phương”)." */
function relationSentence(task: Task, agency: Agency): string {
  const relations = relationsOf(task, agency);
  if (relations.length === 0) {
    return `Phụ lục không ghi **${agency.name}** ở cột chủ trì hay phối hợp của nhiệm vụ ${task.label}.`;
  }
  return relations
    .map(({ role, directness, conditional }) => {
      const does = `**${agency.name}** ${ROLE_WORDS[role]} nhiệm vụ ${task.label}`;
      if (directness === "named") return `${does} (được ghi đích danh).`;
      const printed = role === "lead" ? task.leadPrinted : task.coordinatingPrinted;
      const unnamed = `Nhiệm vụ ${task.label} không ghi đích danh **${agency.name}**`;
      // Whom "địa phương" reaches the plan doesn't say.
      if (isLocals(agency.id))
        return `${unnamed}; cột ${ROLE_WORDS[role]} ghi chung “${withoutStop(printed)}”.`;
      return conditional
        ? `${unnamed}; chỉ ${ROLE_WORDS[role]} nếu thuộc diện “${withoutStop(printed)}”, mà Kế hoạch không nêu là cơ quan nào.`
        : `${does} theo cách giao chung “${withoutStop(printed)}”; không ghi đích danh.`;
    })
    .join(" ");
}

function spokenTask(task: Task, asks: readonly TaskAsk[], agency: Agency | undefined): string {
  if (agency) return relationSentence(task, agency);
  const title = withoutStop(task.title);
  const when = `thời gian ${task.period}`;
  if (asks.includes("when")) return `Nhiệm vụ ${title}: ${when}. ${task.leadPrinted} chủ trì.`;
  const lead = `${task.leadPrinted} chủ trì nhiệm vụ ${title}, ${when}.`;
  if (!asks.includes("coordinating")) return lead;
  const coordinating = `Phối hợp nhiệm vụ ${title} là ${withoutStop(task.coordinatingPrinted)}.`;
  return asks.includes("lead") ? `${coordinating} ${task.leadPrinted} chủ trì.` : coordinating;
}
