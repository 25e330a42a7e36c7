/** Follow-ups of a list of tasks. */

import { isLocals } from "../agency-names.ts";
import type { Query, TaskFilter } from "../query.ts";
import { findTasks } from "../task-query.ts";
import type { Cue } from "../understanding/cues.ts";
import { askedAgencyId, has, type ReadingContext, refersBack, taskAsks } from "./context.ts";
import { ofList } from "./follow-task.ts";
import { taskChoice } from "./labelled-tasks.ts";
import { isSubjectless } from "./matches.ts";
import { filterOf, showOf } from "./task-filter.ts";

/** Of so many tasks each is answered by itself ("ai phối hợp?"); of more, the bodies are counted. */
const FEW = 5;

/** "Có mấy việc?" counts what was just listed. */
const JUST_COUNTED = 4;

export type Last<K extends Query["kind"]> = Extract<Query, { kind: K }>;

const LIST_WORDS: readonly Cue[] = [
  "lead",
  "coordinating",
  "askList",
  "askCount",
  "named",
  "collective",
  "yearly",
  "ongoing",
  "recurring",
  "earliest",
  "latest",
  "overdue",
  "completion",
  "due",
  "start",
  "askWhen",
];

const YEAR_FILTERS = ["dueYear", "activeYear", "beyondYear", "startYear"] as const;

export function followTasks(context: ReadingContext, last: Last<"tasks">): Query | undefined {
  const chosen = ofList(context);
  if (chosen) return chosen;
  const { question, dialogue } = context;
  const topic = question.planTopics[0]!;
  const agencyId = askedAgencyId(context, true);
  const weakOnly =
    topic.length > 0 && agencyId !== undefined && question.mentions.some((mention) => mention.weak);
  if (!isSubjectless(context) && !weakOnly) return undefined;
  const { agencyId: spokenOf } = last.filter;
  if (has(context, "successor") && !agencyId && spokenOf && !isLocals(spokenOf))
    return { kind: "agency", agencyId: spokenOf, ask: "successor" };
  if (
    has(
      context,
      "successor",
      "duty",
      "report",
      "target",
      "plan",
      "procedure",
      "signer",
      "issued",
      "structure",
    )
  )
    return undefined;
  if (
    has(context, "appendix") ||
    (has(context, "task") &&
      has(context, "askCount") &&
      !refersBack(context) &&
      !agencyId &&
      question.tokens.length > JUST_COUNTED)
  )
    return undefined;
  if (has(context, "earliest", "latest") && !agencyId && dialogue.listIds.length > 0) {
    return {
      kind: "tasks",
      filter: { ...last.filter, ids: dialogue.listIds },
      show: showOf(context),
      asks: [],
    };
  }
  // A list of one ("sở ấy chủ trì đúng một việc"): "việc ấy ai phối hợp" is about that task.
  if (
    dialogue.listIds.length === 1 &&
    has(context, "pronoun", "task") &&
    !has(context, "askList", "askCount")
  ) {
    const asks = taskAsks(context);
    if (asks.length > 0 && asks[0] !== "lead") return { kind: "task", ids: dialogue.listIds, asks };
  }
  const asked = filterOf(context);
  const { agencyId: _named, ...changed } = asked;
  const says = LIST_WORDS.some((cue) => has(context, cue)) || Object.keys(changed).length > 0;
  if (!agencyId && !says) return undefined;
  const asksBodies =
    !agencyId &&
    has(context, "lead", "coordinating") &&
    (has(context, "askWho") || !has(context, "task", "askList", "askCount"));
  if (asksBodies && dialogue.listIds.length > 0 && dialogue.listIds.length <= FEW)
    return { kind: "task", ids: dialogue.listIds, asks: taskAsks(context) };
  if (asksBodies && has(context, "askWho") && last.filter.agencyId) return ofNamedTasks(context, last);
  if (asksBodies && has(context, "askWho")) {
    return {
      kind: "leaders",
      filter: { ...withoutAgency(last.filter), ...(asked.role ? { role: asked.role } : {}) },
      order: "all",
    };
  }
  // A full question of its own ("Sở Y tế chủ trì những nhiệm vụ nào?") doesn't inherit period or group.
  const isOfList = OF_LIST.test(question.plain) && !has(context, "appendix");
  const standsAlone =
    agencyId !== undefined && has(context, "task", "askList") && !refersBack(context) && !isOfList;
  if (standsAlone) return undefined;
  const filter: TaskFilter = { ...last.filter, ...changed };
  if (agencyId) {
    filter.agencyId = agencyId;
    delete filter.ids;
    if (last.filter.ids && last.filter.topic) filter.ids = last.filter.ids;
    if (isOfList && !last.filter.agencyId && dialogue.listIds.length > 0) filter.ids = dialogue.listIds;
  }
  if (asked.period) for (const key of YEAR_FILTERS) delete filter[key];
  if (YEAR_FILTERS.some((key) => asked[key] !== undefined)) {
    delete filter.period;
    if (!asked.partOfYear) delete filter.partOfYear;
    for (const key of YEAR_FILTERS) if (asked[key] === undefined) delete filter[key];
    // "còn năm 2025?" asks the same of another year.
    if (asked.activeYear !== undefined && last.filter.dueYear !== undefined) {
      filter.dueYear = asked.activeYear;
      delete filter.activeYear;
    }
  }
  return {
    kind: "tasks",
    filter,
    show: has(context, "askCount") ? "count" : showOf(context),
    asks: taskAsks(context),
  };
}

/** "Phối hợp với ai?" after the list of an agency: asked of the rows that name it, where they are few. */
function ofNamedTasks(context: ReadingContext, last: Last<"tasks">): Query {
  const named = findTasks(context.knowledge, { ...last.filter, directness: "named" }, context.now);
  const asks = taskAsks(context);
  if (named.length > 0 && named.length <= FEW)
    return { kind: "task", ids: named.map(({ task }) => task.id), asks };
  const tasks = context.dialogue.listIds.flatMap((id) =>
    context.knowledge.tasks.filter((row) => row.id === id),
  );
  return {
    kind: "clarification",
    question: "Anh/chị hỏi nhiệm vụ nào trong danh sách trên?",
    options: tasks.slice(0, FEW).map((task) => taskChoice(task, asks)),
  };
}

/** "Cái nào Sở Tài chính phối hợp?": of those just listed. */
const OF_LIST = /^(?:the |vay |roi )?(?:trong do|trong so do|cai nao|viec nao|nhiem vu nao)(?: |$)/;

function withoutAgency(filter: TaskFilter): TaskFilter {
  const { agencyId: _agency, role: _role, directness: _directness, ...rest } = filter;
  return rest;
}
