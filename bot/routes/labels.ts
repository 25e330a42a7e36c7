/** Questions that name tasks or headings by label or number, and comparisons of two tasks. */

import type { Section, Task } from "../../knowledge/records.ts";
import { inOrder } from "../../knowledge/text-scan.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { type Token, tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { withoutStop } from "../answers/context.ts";
import type { Choice, Query } from "../query.ts";
import type { TopicMatch } from "../understanding/topic.ts";
import {
  askedAgencyId,
  has,
  LONG_CALL,
  matchPlan,
  matchProcedures,
  type Route,
  type RouteContext,
  taskAsks,
} from "./route.ts";

/** Below this share of its words found, a side of a comparison is not a task. */
const COMPARED = 0.5;
const NEARLY = 0.9;
/** A side that weighs less ("tỉnh", "quản lý") names no task. */
const TELLING_SIDE = 0.9;
/** A task that holds so much of the whole question is its one subject, whatever "và" or comma stands in it. */
const ONE_SUBJECT = 0.85;
/** Words after the two that are compared. */
const LONGEST_END = 2;

function tasksOf(context: RouteContext, label: string): Task[] {
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

const sectionOf = (context: RouteContext, label: string): Section | undefined =>
  context.knowledge.sections.find((section) => section.label === label);

export const routeLabel: Route = (context) => {
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

function sectionQuery(context: RouteContext, label: string): Query | undefined {
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
export const routeTaskNumber: Route = (context) => {
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

export const taskChoice = (task: Task, asks: Extract<Query, { kind: "task" }>["asks"] = []): Choice => ({
  label: `Nhiệm vụ ${task.label.split(" ")[0]}: ${withoutStop(task.title)}`,
  query: { kind: "task", ids: [task.id], asks },
});

/** "So sánh A với B": two labels, or the best task for the words on each side. */
export const routeComparison: Route = (context) => {
  const query = comparisonQuery(context);
  if (query?.kind !== "comparison") return query;
  const asks = taskAsks(context);
  return {
    ...query,
    ...(asks.length > 0 ? { asks } : {}),
    ...(has(context, "whetherOne") ? { asksWhetherOne: true } : {}),
  };
};

function comparisonQuery(context: RouteContext): Query | undefined {
  const { question, dialogue } = context;
  const pair = pairOf(context);
  if (has(context, "whetherOne")) return pair ? { kind: "comparison", ids: pair } : undefined;
  if (!has(context, "compare"))
    return pair && has(context, "whichOne") ? { kind: "comparison", ids: pair } : undefined;
  if (pair) return { kind: "comparison", ids: pair };
  const labelled = question.labels.flatMap((label) => tasksOf(context, label).map((task) => task.id));
  if (labelled.length === 2) return { kind: "comparison", ids: [labelled[0]!, labelled[1]!] };
  const sides = splitTopic(context);
  const found = sides
    .map(
      (tokens) => context.topics.match([tokens, context.understander.withSynonyms(tokens)], ["task"], 1)[0],
    )
    .filter((match) => match !== undefined && match.coverage >= COMPARED)
    .map((match) => match!.recordId);
  const ids = [...new Set([...labelled, ...found])];
  if (labelled.length === 0 && meansProcedures(context)) return undefined;
  if (ids.length >= 2) return { kind: "comparison", ids: [ids[0]!, ids[1]!] };
  const last =
    dialogue.last?.kind === "task" && dialogue.last.ids.length === 1 ? dialogue.last.ids[0] : undefined;
  if (ids.length === 1 && last && last !== ids[0]) return { kind: "comparison", ids: [last, ids[0]!] };
  if (ids.length === 0 && dialogue.last?.kind === "task" && dialogue.last.ids.length === 2) {
    return { kind: "comparison", ids: [dialogue.last.ids[0]!, dialogue.last.ids[1]!] };
  }
  if (meansProcedures(context)) return undefined;
  const best = matchPlan(context, ["task"], 2);
  if (best.length === 2 && ids.length <= 1 && sides.length >= 2) {
    return { kind: "comparison", ids: [best[0]!.recordId, best[1]!.recordId] };
  }
  return undefined;
}

/** The difference asked about lies within a procedure: "lệ phí nộp trực tiếp và qua mạng khác nhau thế nào". */
function meansProcedures(context: RouteContext): boolean {
  const procedure = matchProcedures(context, 1)[0];
  const task = matchPlan(context, ["task"], 1)[0];
  return procedure !== undefined && procedure.coverage > (task?.coverage ?? 0);
}

/** The tasks that the two sides of a question name, when there are just two and each side names its own. */
export function pairOf(context: RouteContext): [string, string] | undefined {
  const sides = withCommonEnd(splitTopic(context));
  const whole = matchPlan(context, ["task"], 1)[0];
  const asksBoth =
    has(context, "compare", "whetherOne") || /(^|\s)(cai|ben|viec) nao(\s|$)/.test(context.question.plain);
  if (sides.length !== 2 || (!asksBoth && whole && whole.coverage >= ONE_SUBJECT)) return undefined;
  const near = sides.map((tokens) => {
    const matches = context.topics.match([tokens, context.understander.withSynonyms(tokens)], ["task"], 3);
    return matches.filter((match) => match.coverage >= NEARLY * matches[0]!.coverage);
  });
  // "cổng của tỉnh với cổng của ngành y tế": when both sides point at one task, the vaguer side means its neighbour.
  const [first, second] = distinctPair(near[0]!, near[1]!);
  if (!first || !second) return undefined;
  const best = [first, second];
  if (Math.min(first.coverage, second.coverage) < COMPARED) return undefined;
  if (Math.min(first.evidence, second.evidence) < TELLING_SIDE) return undefined;
  const procedures = sides.map((tokens) => context.topics.match([tokens], ["procedure"], 1)[0]);
  const aboutProcedures = procedures.some((row, i) => row && row.score > best[i]!.score);
  return aboutProcedures ? undefined : [first.recordId, second.recordId];
}

/** "A với B, cái nào do ai nâng cấp": what is said of both belongs to each. */
function withCommonEnd(sides: Token[][]): Token[][] {
  const [first, second, end] = sides;
  return sides.length === 3 && end!.length <= LONGEST_END
    ? [
        [...first!, ...end!],
        [...second!, ...end!],
      ]
    : sides;
}

function distinctPair(one: TopicMatch[], other: TopicMatch[]): [TopicMatch?, TopicMatch?] {
  const pairs = one.flatMap((a) =>
    other.filter((b) => b.recordId !== a.recordId).map((b) => [a, b] as const),
  );
  const best = pairs.sort((x, y) => y[0].score + y[1].score - x[0].score - x[1].score)[0];
  return best ? [best[0], best[1]] : [];
}

/** Topic words between "và", "với", "hay", "so với", commas. */
export function splitTopic(context: RouteContext) {
  const { question } = context;
  const typed = question.planTopics[0]!;
  const sides: (typeof typed)[] = [[]];
  let previousEnd = 0;
  for (const token of typed) {
    const space = previousEnd > 0 ? question.text.slice(previousEnd, token.start) : " ";
    const between = space === " " ? space : fold(space);
    if (/(^|\s)(va|voi|hay|hoac|khac|so voi)(\s|$)/.test(between) || /[,;/]/.test(between)) sides.push([]);
    sides.at(-1)!.push(token);
    previousEnd = token.end;
  }
  return sides.filter((side) => side.length > 0);
}
