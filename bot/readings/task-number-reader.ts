/** A task by its number within a group. */
import { type QueryReader, taskAsks } from "./context.ts";
import { taskChoice } from "./labelled-tasks.ts";

/** "nhiệm vụ 9": numbers restart in every group, so a lone number may mean several tasks. */
export const readTaskNumber: QueryReader = (context) => {
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
