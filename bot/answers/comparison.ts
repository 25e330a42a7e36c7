/** Two tasks side by side: what they share and where they differ, from their rows. */
import type { Task } from "../../knowledge/records.ts";
import type { DraftReply } from "../draft.ts";
import { toReplyTask } from "../task-query.ts";
import { type AnswerContext, bullets, citePlan, newDraft, tasksById, withoutStop } from "./context.ts";

const ROWS: readonly { name: string; of: (task: Task) => string }[] = [
  { name: "Nhóm", of: (task) => `${task.groupNumeral}. ${task.groupName}` },
  { name: "Chủ trì", of: (task) => task.leadPrinted },
  { name: "Phối hợp", of: (task) => task.coordinatingPrinted },
  { name: "Thời gian", of: (task) => task.period },
];

export function answerComparison(query: { ids: [string, string] }, context: AnswerContext): DraftReply {
  const draft = newDraft(context);
  draft.kind = "tasks";
  const [first, second] = tasksById(context.knowledge, query.ids) as [Task, Task];
  draft.tasks = [first, second].map((task) =>
    toReplyTask({
      task,
      relation: {
        role: "lead",
        directness: task.leads.some((party) => party.kind === "agency") ? "named" : "collective",
        conditional: false,
      },
    }),
  );
  citePlan(draft, context, first.evidence, second.evidence);
  draft.say(bullets([first, second].map((task) => `**${task.label}**: ${withoutStop(task.title)}`)));
  const same = ROWS.filter((row) => row.of(first) === row.of(second));
  const different = ROWS.filter((row) => row.of(first) !== row.of(second));
  if (different.length > 0) {
    draft.say(
      `**Khác nhau**\n${bullets(different.map((row) => `${row.name}: ${first.label}: ${row.of(first)}; ${second.label}: ${row.of(second)}`))}`,
    );
  }
  if (same.length > 0) {
    draft.say(`**Giống nhau**\n${bullets(same.map((row) => `${row.name}: ${row.of(first)}`))}`);
  }
  const [one, two] = [first, second].map(
    (task) => `${withoutStop(task.title)} do ${task.leadPrinted} chủ trì, ${task.period}`,
  );
  draft.speak(`Nhiệm vụ thứ nhất: ${one}.`).speak(`Nhiệm vụ thứ hai: ${two}.`);
  draft.suggest(`Ai phối hợp nhiệm vụ ${first.label}?`, `Ai phối hợp nhiệm vụ ${second.label}?`);
  return draft.finish();
}
