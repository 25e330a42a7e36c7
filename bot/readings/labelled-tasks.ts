/** Tasks by their labels, and a task as a choice. */

import type { Task } from "../../knowledge/records.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { withoutStop } from "../answers/context.ts";
import type { Choice, Query } from "../query.ts";
import type { ReadingContext } from "./context.ts";

export function tasksOf(context: ReadingContext, label: string): Task[] {
  const exact = context.knowledge.tasks.filter((task) => task.id === label);
  const [numeral, number] = label.split(".");
  const same = context.knowledge.tasks.filter(
    (task) => task.groupNumeral === numeral && String(task.number) === number,
  );
  if (exact[0] && same.length <= 1) return exact;
  if (label.includes("b.")) return exact;
  // A group's name beside the label tells the two groups II apart.
  const words = new Set(context.question.tokens.map((token) => token.folded));
  const named = same.filter((task) => {
    const own = tokenize(task.groupName).map((token) => token.folded);
    return own.filter((word) => words.has(word)).length >= 2;
  });
  return named.length === 1 ? named : same;
}

export const taskChoice = (task: Task, asks: Extract<Query, { kind: "task" }>["asks"] = []): Choice => ({
  label: `Nhiệm vụ ${task.label.split(" ")[0]}: ${withoutStop(task.title)}`,
  query: { kind: "task", ids: [task.id], asks },
});
