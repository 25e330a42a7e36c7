/** Questions that name tasks or headings by label or number. */

import type { Section } from "../../knowledge/records.ts";
import { inOrder } from "../../knowledge/text-scan.ts";
import type { Query } from "../query.ts";
import { askedAgencyId, has, type QueryReader, type ReadingContext, taskAsks } from "./context.ts";
import { taskChoice, tasksOf } from "./labelled-tasks.ts";
import { LONG_CALL, matchProcedures } from "./matches.ts";

const sectionOf = (context: ReadingContext, label: string): Section | undefined =>
  context.knowledge.sections.find((section) => section.label === label);

export const readLabel: QueryReader = (context) => labelQuery(context) ?? numberQuery(context);

const labelQuery: QueryReader = (context) => {
  const { question } = context;
  const label = question.labels[0];
  if (label === undefined) {
    const heading = question.sectionLabels[0];
    if (heading === undefined || has(context, "group", "appendix")) return undefined;
    // "Bản công bố … phần II" is part of a procedure's name.
    if ((matchProcedures(context, 1)[0]?.called ?? 0) >= LONG_CALL) return undefined;
    return sectionQuery(context, heading);
  }
  if (question.labels.length === 2 && has(context, "compare")) return undefined;
  const ids = question.labels.flatMap((row) => tasksOf(context, row).map((task) => task.id));
  const section = sectionOf(context, label);
  // "Nhiệm vụ 5 nhóm 3" is of the appendix, whatever heading has the label.
  if (ids.length === 0 && (!section || has(context, "group", "task", "appendix")))
    return { kind: "refusal", status: "unanswerable_not_in_sources", reason: "no_label", offers: [] };
  const asks = taskAsks(context);
  // "Là của công an hay sở giao thông?" asks whose it is.
  const isChoice = inOrder(
    `${question.plain} `,
    /(?:^| )(?:la|thuoc|do|cua) /,
    / hay (?:la |thuoc |do |cua )?(?:so|ubnd|cong an|van phong|ban|thanh tra) /,
  );
  const agencyId = isChoice ? undefined : askedAgencyId(context);
  const saysSection = /(^|\s)(muc|phan)\s+[ivx]+\.?\d/.test(question.plain) && has(context, "plan");
  const meansBody =
    section !== undefined && (has(context, "body") || (saysSection && has(context, "citation", "duty")));
  if (meansBody) return sectionQuery(context, label);
  const meansTask =
    has(context, "task", "appendix", "lead", "coordinating", "askWhen", "due", "completion") ||
    agencyId !== undefined;
  if (ids.length > 0 && (meansTask || !section)) {
    return { kind: "task", ids: [...new Set(ids)], asks, ...(agencyId ? { agencyId } : {}) };
  }
  if (ids.length === 0) return sectionQuery(context, label);
  return { kind: "label", label, taskIds: ids, sectionLabel: section?.label ?? null, asks };
};

function sectionQuery(context: ReadingContext, label: string): Query | undefined {
  const section = sectionOf(context, label);
  if (!section)
    return { kind: "refusal", status: "unanswerable_not_in_sources", reason: "no_label", offers: [] };
  if (label === "III" || label.startsWith("III.")) {
    const ids = context.knowledge.targets
      .filter((target) => label === "III" || target.sectionLabel === label)
      .map((target) => target.id);
    return { kind: "target", ids, completion: false, all: true };
  }
  const duties = context.knowledge.duties.filter((duty) => duty.sectionLabel === label);
  if (label.startsWith("VI.") && duties.length > 0)
    return { kind: "duty", ids: duties.map((duty) => duty.id), ask: "all" };
  const ids = context.knowledge.passages
    .filter((passage) => passage.sectionLabel === label)
    .map((passage) => passage.id);
  return { kind: "passage", ids, sectionLabel: label };
}

/** "nhiệm vụ 9": numbers restart in every group, so a lone number may mean several tasks. */
const numberQuery: QueryReader = (context) => {
  const number = context.question.taskNumbers[0];
  if (number === undefined) return undefined;
  const inGroups = context.question.groupIds;
  const tasks = context.knowledge.tasks.filter(
    (task) => task.number === number && (inGroups.length === 0 || inGroups.includes(task.groupId)),
  );
  const asks = taskAsks(context);
  if (tasks.length === 0)
    return { kind: "refusal", status: "unanswerable_not_in_sources", reason: "no_label", offers: [] };
  if (tasks.length === 1) return { kind: "task", ids: [tasks[0]!.id], asks };
  return {
    kind: "clarification",
    question: "Số thứ tự nhiệm vụ lặp lại ở từng nhóm của Phụ lục. Anh/chị hỏi nhiệm vụ nào?",
    options: tasks.map((task) => taskChoice(task, asks)),
  };
};
