/** Two tasks side by side: what they share and where they differ, from their rows. */
import type { Task } from "../../knowledge/records.ts";
import type { Draft, DraftReply } from "../draft.ts";
import type { TaskAsk } from "../query.ts";
import { toReplyTask } from "../sets/relations.ts";
import { type AnswerContext, bullets, citePlan, newDraft, tasksById, withoutStop } from "./context.ts";

const ROWS: readonly { name: string; ask?: TaskAsk; of: (task: Task) => string }[] = [
  { name: "Nhóm", of: (task) => `${task.groupNumeral}. ${task.groupName}` },
  { name: "Chủ trì", ask: "lead", of: (task) => task.leadPrinted },
  { name: "Phối hợp", ask: "coordinating", of: (task) => withoutStop(task.coordinatingPrinted) },
  { name: "Thời gian", ask: "when", of: (task) => task.period },
];

/** "V.9 kết thúc sớm hơn V.10 một năm", of printed years. */
function sayGap(first: Task, second: Task, draft: Draft): void {
  if (first.endYear === null || second.endYear === null || first.endYear === second.endYear) return;
  const [early, late] = first.endYear < second.endYear ? [first, second] : [second, first];
  const years = draft.compute(late.endYear! - early.endYear!, "hiệu của hai năm kết thúc in trong Phụ lục");
  const text = `${early.label} kết thúc trước ${late.label} ${years} năm.`;
  draft.say(text).speak(text);
}

export function answerComparison(
  query: { ids: [string, string]; asks?: TaskAsk[]; asksWhetherOne?: boolean },
  context: AnswerContext,
): DraftReply {
  const draft = newDraft(context);
  draft.kind = "tasks";
  const [first, second] = tasksById(context.knowledge, query.ids) as [Task, Task];
  draft.tasks = [first, second].map((task) => toReplyTask(task));
  citePlan(draft, context, first.evidence, second.evidence);
  if (query.asksWhetherOne) {
    const two = `Phụ lục ghi đây là hai nhiệm vụ riêng: ${first.label} và ${second.label}.`;
    draft.say(two).speak(two);
  }
  // What was asked comes first.
  for (const { name, of } of ROWS.filter(({ ask }) => ask && query.asks?.includes(ask))) {
    const isSame = of(first) === of(second);
    draft.say(
      isSame
        ? `**${name}** giống nhau: ${of(first)}.`
        : `**${name}** khác nhau: ${first.label}: ${of(first)}; ${second.label}: ${of(second)}.`,
    );
  }
  if (query.asks?.includes("when")) sayGap(first, second, draft);
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
