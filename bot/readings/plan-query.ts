/** From the records of the plan that fit best to what is answered: a task, a target, a duty, passages. */

import type { Query, TaskAsk } from "../query.ts";
import type { TopicMatch } from "../understanding/topic.ts";
import { has, type ReadingContext, taskAsks } from "./context.ts";
import { ACCEPT_WITH_CUE, MAX_CHOICES, MAX_TASKS_AT_ONCE } from "./fits.ts";
import { taskChoice } from "./labelled-tasks.ts";
import { targetQuery } from "./target-query.ts";
import { pairOf } from "./task-pairs.ts";

const TIED_TASKS = 0.93;

const TASK_OF_WHOM = 0.65;

const MAX_PASSAGES = 4;

export function planQuery(context: ReadingContext, matches: TopicMatch[]): Query {
  const best = stated(context, matches[0]!);
  const near = (match: TopicMatch, share: number) => match.score >= share * best.score;
  const asks = taskAsks(context);
  const tasks = matches.filter((match) => match.kind === "task");
  const asksTask = has(context, "lead", "coordinating", "askWhen", "task", "appendix", "completion", "due");
  const quotes = has(context, "citation", "body") && !has(context, "lead", "coordinating", "task");
  const task = tasks[0];
  // Who does it stands in rows only, so a sentence of the body that shares more words doesn't answer.
  const share = has(context, "lead", "coordinating") ? TASK_OF_WHOM : asksTask ? 0.75 : 0.9;
  const taskWins = task && !quotes && task.coverage >= ACCEPT_WITH_CUE && near(task, share);
  if (taskWins) return taskQuery(context, tasks, asks);
  if (best.kind === "target") return targetQuery(context, [best.recordId]);
  if (best.kind === "duty") return { kind: "duty", ids: dutiesUnder(context, best, matches), ask: "all" };
  if (best.kind === "fact") {
    const facts = matches
      .filter((match) => match.kind === "fact" && near(match, TIED_TASKS))
      .map((match) => match.recordId);
    return { kind: "document", keys: [], ids: facts };
  }
  const figure = /%|phần trăm|tỷ lệ|phan tram|bao nhiêu/iu.test(context.question.text);
  const target = matches.find((match) => match.kind === "target");
  if (target && near(target, figure ? 0.8 : 0.97)) {
    const ids = matches
      .filter((match) => match.kind === "target" && match.score >= TIED_TASKS * target.score)
      .map((match) => match.recordId);
    return targetQuery(context, ids);
  }
  const duty = matches.find((match) => match.kind === "duty");
  if (duty && near(duty, 0.97)) {
    const ids = matches
      .filter((match) => match.kind === "duty" && match.score >= TIED_TASKS * duty.score)
      .map((match) => match.recordId);
    return { kind: "duty", ids: ids.slice(0, MAX_TASKS_AT_ONCE), ask: "all" };
  }
  const passages = matches.filter((match) => match.kind === "passage" && near(match, 0.7));
  if (passages.length > 0)
    return { kind: "passage", ids: passages.slice(0, MAX_PASSAGES).map((match) => match.recordId) };
  if (target) return targetQuery(context, [target.recordId]);
  if (duty) return { kind: "duty", ids: [duty.recordId], ask: "all" };
  return taskQuery(context, tasks, asks);
}

/** The heading was called ("thủ trưởng các sở"), and so all that stands under it; else the one bullet. */
function dutiesUnder(context: ReadingContext, best: TopicMatch, matches: readonly TopicMatch[]): string[] {
  const { duties } = context.knowledge;
  const sectionOf = (id: string) => duties.find((row) => row.id === id)!.sectionLabel;
  const section = sectionOf(best.recordId);
  const same = matches.filter(
    ({ kind, recordId, coverage }) =>
      kind === "duty" && coverage >= best.coverage - 0.01 && sectionOf(recordId) === section,
  );
  const all = duties.filter((row) => row.sectionLabel === section);
  return same.length === all.length ? all.map(({ id }) => id) : [best.recordId];
}

/** A bullet of the body that is a target or a duty too is answered as that. */
function stated(context: ReadingContext, best: TopicMatch): TopicMatch {
  if (best.kind !== "passage") return best;
  const { passages, targets, duties } = context.knowledge;
  const lines = passages.find((row) => row.id === best.recordId)!.evidence.lines?.join();
  // A passage of an added document has no printed lines, and is neither.
  if (lines === undefined) return best;
  const target = targets.find((row) => row.evidence.lines?.join() === lines);
  if (target) return { ...best, kind: "target", recordId: target.id };
  const duty = duties.find((row) => row.evidence.lines?.join() === lines);
  return duty ? { ...best, kind: "duty", recordId: duty.id } : best;
}

function taskQuery(context: ReadingContext, tasks: TopicMatch[], asks: TaskAsk[]): Query {
  const best = tasks[0]!;
  const tied = tasks.filter(
    (match) => match.score >= TIED_TASKS * best.score && match.coverage >= best.coverage - 0.05,
  );
  const pair = pairOf(context);
  if (pair) return { kind: "task", ids: pair, asks };
  if (tied.length <= MAX_TASKS_AT_ONCE)
    return { kind: "task", ids: tied.map((match) => match.recordId), asks };
  return {
    kind: "clarification",
    question: "Câu hỏi khớp với nhiều nhiệm vụ. Anh/chị hỏi nhiệm vụ nào?",
    options: tied.slice(0, MAX_CHOICES).map((match) => {
      const task = context.knowledge.tasks.find((row) => row.id === match.recordId)!;
      return taskChoice(task, asks);
    }),
  };
}
