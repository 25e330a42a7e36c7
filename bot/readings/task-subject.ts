/** Tasks on a subject, together with an agency or another condition. */

import type { Query, TaskFilter } from "../query.ts";
import { findTasks } from "../task-query.ts";
import type { TopicMatch } from "../understanding/topic.ts";
import { has, type ReadingContext, taskAsks } from "./context.ts";
import { matchPlan } from "./matches.ts";
import { isNarrow, showOf } from "./task-filter.ts";
import { splitTopic } from "./task-pairs.ts";

/** All words of the topic must stand in a task for it to be in a list "about" the topic. */
const ON_TOPIC = 0.8;

const BEST_TASK = 0.55;

/** Two tasks that hold all the words of "A và B" make them one subject. */
const WHOLE_SUBJECT = 0.95;

/** So much of the question is held by one task, and so little less by the next. */
const ONE_TASK = 0.9;

const NEXT_TASK = 0.8;

/** The row names the agency in a cell. */
function isOwn({ knowledge }: ReadingContext, taskId: string, agencyId: string): boolean {
  const task = knowledge.tasks.find((row) => row.id === taskId);
  return [...(task?.leads ?? []), ...(task?.coordinating ?? [])].some((party) => party.agencyId === agencyId);
}

/** Tasks on a subject; "bảo vệ rừng, cháy rừng" names two, and a task on either counts. */
function onSubject(context: ReadingContext): TopicMatch[] {
  const sides = splitTopic(context);
  if (sides.length < 2) return matchPlan(context, ["task"], 40);
  const best = new Map<string, TopicMatch>();
  for (const tokens of sides) {
    const matches = context.topics.match([tokens, context.understander.withSynonyms(tokens)], ["task"], 40);
    for (const match of matches) {
      const known = best.get(match.recordId);
      if (!known || match.score > known.score) best.set(match.recordId, match);
    }
  }
  const split = [...best.values()].sort((a, b) => b.score - a.score);
  const whole = matchPlan(context, ["task"], 40);
  return (whole[0]?.coverage ?? 0) >= WHOLE_SUBJECT &&
    whole.filter((row) => row.coverage >= WHOLE_SUBJECT).length > 1
    ? whole
    : split;
}

/** An agency or another filter together with a subject. */
export function withTopic(context: ReadingContext, filter: TaskFilter): Query | undefined {
  const matches = onSubject(context);
  const best = matches[0];
  if (!best || best.coverage < BEST_TASK) return undefined;
  const narrow = isNarrow(filter);
  // "… là việc của một hay hai cơ quan": one task is named whole, and who does it is asked.
  const isOneTask = best.coverage >= ONE_TASK && (matches[1]?.coverage ?? 0) < NEXT_TASK * best.coverage;
  if (isOneTask && has(context, "askWho") && !filter.agencyId && !narrow) return undefined;
  const listed = filter.agencyId !== undefined || narrow || has(context, "task");
  const wantsList =
    has(context, "askCount") || (has(context, "askList") && listed) || (narrow && has(context, "task"));
  const onTopic = matches.filter((match) => match.coverage >= Math.max(ON_TOPIC * best.coverage, BEST_TASK));
  if (filter.agencyId && !wantsList) {
    const near = matches.filter((match) => match.score >= 0.95 * best.score);
    const own = near.filter((match) => isOwn(context, match.recordId, filter.agencyId!));
    const tied = own.length > 0 ? own : near;
    if (has(context, "completion") && !has(context, "askYesNo", "lead", "coordinating")) return undefined;
    return {
      kind: "task",
      ids: tied.slice(0, 3).map((match) => match.recordId),
      asks: taskAsks(context),
      agencyId: filter.agencyId,
    };
  }
  if (!wantsList) return undefined;
  if (!filter.agencyId && !isNarrow(filter) && onTopic.length === 1) return undefined;
  const ids = onTopic.map((match) => match.recordId);
  const words = context.question.planTopics[0]!.map((token) =>
    context.question.text.slice(token.start, token.end),
  ).join(" ");
  const { role, ...rest } = filter;
  const kept: TaskFilter = filter.agencyId ? { ...rest, ...(role ? { role } : {}) } : rest;
  const withIds: TaskFilter = { ...kept, ids, topic: `có nội dung “${words}”` };
  if (
    findTasks(context.knowledge, withIds, context.now).length === 0 &&
    filter.agencyId &&
    best.coverage < ON_TOPIC
  )
    return undefined;
  return { kind: "tasks", filter: withIds, show: showOf(context), asks: taskAsks(context) };
}
