/** A label that body and appendix share: both readings, each named for what it is. */
import type { DraftReply } from "../draft.ts";
import { toReplyTask } from "../sets/relations.ts";
import {
  type AnswerContext,
  citePlan,
  deadlineSentence,
  newDraft,
  tasksById,
  withoutStop,
} from "./context.ts";

const MAX_PASSAGES = 4;

export function answerLabel(
  query: { label: string; taskIds: string[]; sectionLabel: string | null },
  context: AnswerContext,
): DraftReply {
  const draft = newDraft(context);
  const tasks = tasksById(context.knowledge, query.taskIds);
  const section = context.knowledge.sections.find((row) => row.label === query.sectionLabel);
  draft.kind = tasks.length === 1 ? "task" : "tasks";
  draft.tasks = tasks.map((task) => toReplyTask(task));
  citePlan(draft, context, ...tasks.map((task) => task.evidence));
  draft.say(`“${query.label}” đứng ở hơn một chỗ trong Kế hoạch, nên trợ lý nêu cả:`);
  draft.speak(`${query.label} đứng ở hơn một chỗ trong Kế hoạch.`);
  for (const task of tasks) {
    draft.say(
      `**Phụ lục, nhiệm vụ ${task.label}**: ${withoutStop(task.title)}\n- Chủ trì: ${task.leadPrinted}\n- Phối hợp: ${task.coordinatingPrinted}\n- Thời gian: ${task.period}`,
    );
    draft.say(deadlineSentence(task, context, draft));
    draft.speak(`Trong Phụ lục: ${withoutStop(task.title)}, ${task.leadPrinted} chủ trì, ${task.period}.`);
    draft.suggest(`Ai phối hợp nhiệm vụ ${task.label} trong Phụ lục?`);
  }
  if (section) {
    draft.cite(section.evidence);
    draft.say(`**Phần thân Kế hoạch, mục ${section.label}**: ${section.title}`);
    draft.speak(`Trong phần thân: mục ${section.title}.`);
    const passages = context.knowledge.passages.filter((passage) => passage.sectionLabel === section.label);
    for (const passage of passages.slice(0, MAX_PASSAGES))
      draft.cite(passage.evidence).say(`> ${passage.text}`);
    draft.suggest(`Mục ${section.label} phần thân Kế hoạch nói gì?`);
  }
  return draft.finish();
}
