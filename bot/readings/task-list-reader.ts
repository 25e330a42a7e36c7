/** Lists of tasks by record query: agency, role, directness, group, period, year, recurrence, and their combinations. */

import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { LOCALS_ID } from "../agency-names.ts";
import type { Query, TaskFilter } from "../query.ts";
import { placeIn } from "../understanding/superlatives.ts";
import { has, type QueryReader, type ReadingContext, taskAsks } from "./context.ts";
import { matchPlan } from "./matches.ts";
import { filterOf, isNarrow, showOf, topicWithoutWeakAgency } from "./task-filter.ts";
import { withTopic } from "./task-subject.ts";

/** So few words, weighing less than this, are what is left of a sentence and not a subject. */
const NOISE_WORDS = 3;

const SUBJECT_EVIDENCE = 0.5;

/** Of a long story any task covers so much by chance. */
const CHANCE_COVERAGE = 0.2;

const LONE_SUBJECT = 0.8;

const MAX_AGENCIES = 3;

/** Of two agencies: what both have to do with. */
const TOGETHER = /(^|\s)(cung|chung|dong chu tri|voi nhau|(phoi hop|hop tac) (voi|giua)|ca hai)(\s|$)/;

export const readTaskList: QueryReader = (context) => {
  const filter = filterOf(context);
  const topic = filter.agencyId ? topicWithoutWeakAgency(context) : context.question.planTopics[0]!;
  const wantsTasks = has(context, "task", "askList", "askCount", "appendix", "lead", "coordinating");
  const named = [
    ...new Set(
      context.question.mentions
        .filter((mention) => !mention.weak && mention.agencies.length === 1)
        .map((mention) => mention.agencies[0]!.id),
    ),
  ];
  // "Mỗi sở được giao việc gì": a list for each, and nothing to compare.
  const isEach =
    /(^|\s)(moi|tung) (so|co quan|don vi|ben)/.test(context.question.plain) && has(context, "askList");
  if (named.length > 1 && has(context, "moreThan", "compare", "most") && !isEach) {
    const { agencyId: _first, ...rest } = filter;
    return { kind: "leaders", filter: rest, order: "all", agencyIds: named };
  }
  if (named.length === 2 && topic.length === 0 && TOGETHER.test(context.question.plain)) {
    const [agencyId, withAgencyId] = named as [string, string];
    const { role, ...rest } = filter;
    const together: TaskFilter = { ...rest, agencyId, withAgencyId, directness: "named" };
    // "A phối hợp với B": one of them may lead.
    if (role === "lead") together.role = role;
    return { kind: "tasks", filter: together, show: showOf(context), asks: taskAsks(context) };
  }
  const inRoles = topic.length === 0 ? eachInItsRole(context, filter) : undefined;
  if (inRoles) return inRoles;
  const asksEach = named.length > 1 && wantsTasks && topic.length === 0 && !has(context, "ownAgency");
  if (asksEach) {
    const queries = named.slice(0, MAX_AGENCIES).map(
      (agencyId): Query => ({
        kind: "tasks",
        filter: { ...filter, agencyId },
        show: showOf(context),
        asks: taskAsks(context),
      }),
    );
    return { kind: "many", queries };
  }
  if (has(context, "none") && has(context, "askWho") && !filter.agencyId)
    return { kind: "leaders", filter, order: "none" };
  if (
    has(context, "most") &&
    !(isEach && named.length > 1) &&
    (has(context, "lead", "coordinating", "task", "askWho", "askList") || topic.length === 0)
  ) {
    const place = placeIn(context.question.plain);
    return { kind: "leaders", filter, order: "most", ...(place === undefined ? {} : { place }) };
  }
  const asks = taskAsks(context);
  if (topic.length > 0 && !(wantsTasks && isNoise(context, filter))) return withTopic(context, filter);
  if (filter.agencyId) {
    const onlyWhen = has(context, "askWhen") && !wantsTasks && !isNarrow(filter);
    if (onlyWhen || has(context, "successor", "report")) return undefined;
    if (
      !wantsTasks &&
      !isNarrow(filter) &&
      !has(context, "ownAgency", "duty", "earliest", "latest", "due", "completion", "askYesNo")
    )
      return undefined;
    return { kind: "tasks", filter, show: showOf(context), asks };
  }
  if (isNarrow(filter) || has(context, "earliest", "latest")) {
    if (
      !wantsTasks &&
      !has(
        context,
        "due",
        "group",
        "start",
        "everyone",
        "overdue",
        "plan",
        "earliest",
        "latest",
        "askWhen",
        "yearly",
        "recurring",
      )
    )
      return undefined;
    if (filter.role === "coordinating" && filter.directness === undefined && !isNarrow(filter))
      return undefined;
    return { kind: "tasks", filter, show: showOf(context), asks };
  }
  if (has(context, "task", "appendix") && has(context, "askCount", "askList")) {
    const { role: _role, ...rest } = filter;
    return { kind: "tasks", filter: rest, show: showOf(context), asks };
  }
  if (has(context, "lead") && has(context, "everyone", "locals"))
    return { kind: "tasks", filter: { ...filter, agencyId: LOCALS_ID }, show: showOf(context), asks };
  return undefined;
};

/** "Việc nào vừa do A chủ trì vừa có B phối hợp": one list, of which both agencies are part, each in its role. */
function eachInItsRole(context: ReadingContext, filter: TaskFilter): Query | undefined {
  const { mentions, roles, text } = context.question;
  const agencies = mentions.filter((row) => !row.weak && row.agencies.length === 1);
  const [first, second] = agencies;
  if (!first || !second || agencies.length > 2 || roles.length !== 2) return undefined;
  if (roles[0]!.role === roles[1]!.role || !has(context, "task", "askList", "askCount")) return undefined;
  // "A chủ trì gì và B phối hợp gì" are two questions.
  if ((fold(text).match(/(^| )(gi|nao|nhung viec|may viec|bao nhieu)(?= |$|\?)/g) ?? []).length > 1)
    return undefined;
  const [one, other] = [first.agencies[0]!.id, second.agencies[0]!.id];
  const { role: _role, ...rest } = filter;
  return {
    kind: "tasks",
    filter: {
      ...rest,
      agencyId: one,
      role: roles[0]!.role,
      withAgencyId: other,
      withRole: roles[1]!.role,
      directness: "named",
    },
    show: showOf(context),
    asks: [],
  };
}

/** Words left over that name no subject: few, and no task holds them. */
function isNoise(context: ReadingContext, filter: TaskFilter): boolean {
  if (!filter.agencyId && !isNarrow(filter) && !has(context, "askCount")) return false;
  const words = context.question.planTopics[0]!;
  const best = matchPlan(context, ["task"], 1)[0];
  const enough = words.length === 1 ? LONE_SUBJECT : SUBJECT_EVIDENCE;
  const isShort = words.length <= NOISE_WORDS;
  // Around an agency and what is asked of it a long story may stand.
  const isStory =
    filter.agencyId !== undefined && filter.role !== undefined && has(context, "task", "askList");
  return (
    best === undefined ||
    (isShort && best.evidence < enough) ||
    (!isShort && isStory && best.coverage < CHANCE_COVERAGE)
  );
}
