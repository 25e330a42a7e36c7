/** Lists of tasks by record query: agency, role, directness, group, period, year, recurrence, and their combinations. */

import { vietnamYear } from "../../knowledge/calendar.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { isLocals, LOCALS_ID } from "../agency-names.ts";
import type { Query, TaskFilter } from "../query.ts";
import { findTasks } from "../task-query.ts";
import { placeIn, type Superlative, superlativeIn } from "../understanding/superlatives.ts";
import type { TopicMatch } from "../understanding/topic.ts";
import { splitTopic } from "./labels.ts";
import { askedAgencyId, has, matchPlan, type Route, type RouteContext, taskAsks } from "./route.ts";

/** All words of the topic must stand in a task for it to be in a list "about" the topic. */
const ON_TOPIC = 0.8;
const BEST_TASK = 0.55;
/** So few words, weighing less than this, are what is left of a sentence and not a subject. */
const NOISE_WORDS = 3;
const SUBJECT_EVIDENCE = 0.5;
/** Of a long story any task covers so much by chance. */
const CHANCE_COVERAGE = 0.2;
const LONE_SUBJECT = 0.8;
const MAX_AGENCIES = 3;
/** Two tasks that hold all the words of "A và B" make them one subject. */
const WHOLE_SUBJECT = 0.95;
/** So much of the question is held by one task, and so little less by the next. */
const ONE_TASK = 0.9;
const NEXT_TASK = 0.8;

/** Of two agencies: what both have to do with. */
const TOGETHER = /(^|\s)(cung|chung|dong chu tri|voi nhau|(phoi hop|hop tac) (voi|giua)|ca hai)(\s|$)/;

/** "Chỉ làm trong năm 2023": the printed period is that year. */
const ONLY_YEAR =
  /(^|\s)(chi|gon|duy nhat)( (lam|thuc hien|trien khai|can|phai))?( trong| o| vao)?( nam)? 20\d\d/;

/** The printed years are absolute; "năm nay" is of the day that asks. */
const THIS_YEAR = /(^|\s)nam nay(\s|$|[?.,])/;
const MISSING =
  /(?:khong|chua) (?:ghi|in|neu|co)(?: ro)?(?: co quan| don vi| ai)? (chu tri|phoi hop)(?: gi| nao)?(?=$|[?. ])/;
/** "Việc nào kéo dài quá 2023", "sau năm 2023 còn gì". */
const BEYOND_YEAR = /(^|\s)(qua|sau|hon|vuot|keo dai (den|toi|qua|sau)) (nam |het nam )?20\d\d/;

const SEVERAL_LEADS =
  /(^|\s)(hai|2|nhieu|may) (don vi|co quan|so|ben)( nao)? (cung )?(chu tri|dung ten chu tri)|(^|\s)dong chu tri/;

/** The part of a filter that stands in the question. */
export function filterOf(context: RouteContext): TaskFilter {
  const { question } = context;
  const text = question.plain;
  const filter: TaskFilter = {};
  const agencyId = askedAgencyId(context, topicWithoutWeakAgency(context).length === 0);
  if (agencyId) filter.agencyId = agencyId;
  if (namesDepartment(context, agencyId)) filter.department = true;
  if (has(context, "lead") && !has(context, "coordinating")) filter.role = "lead";
  if (has(context, "coordinating") && !has(context, "lead")) filter.role = "coordinating";
  if (has(context, "named")) filter.directness = "named";
  else if (has(context, "collective")) filter.directness = "collective";
  if (has(context, "everyone") && !filter.agencyId) filter.directness = "collective";
  if (question.groupIds.length > 0) filter.groupIds = question.groupIds;
  const period = question.periods[0];
  if (period) filter.period = period;
  const named = question.mentions.filter((mention) => !mention.weak).length;
  if (named < 2 && SEVERAL_LEADS.test(text)) filter.minLeads = 2;
  const year = question.years[0];
  if (year !== undefined) {
    if (ONLY_YEAR.test(text)) filter.period = String(year);
    else if (BEYOND_YEAR.test(text)) filter.beyondYear = year;
    else if (has(context, "start")) filter.startYear = year;
    else if (has(context, "due")) filter.dueYear = year;
    else filter.activeYear = year;
    if (question.partOfYear) filter.partOfYear = true;
  }
  if (year === undefined && THIS_YEAR.test(text)) filter.activeYear = vietnamYear(context.now);
  const missing = MISSING.exec(text)?.[1];
  if (missing && !filter.agencyId) {
    filter.missing = missing === "chu tri" ? "lead" : "coordinating";
    delete filter.role;
  }
  if (has(context, "ongoing")) filter.recurrence = "ongoing";
  else if (has(context, "yearly")) filter.recurrence = "yearly";
  else if (has(context, "recurring")) filter.recurrence = "recurring";
  if (has(context, "overdue") && !has(context, "completion"))
    filter.ended = !/còn hạn|con han/iu.test(question.text.normalize("NFC"));
  return filter;
}

/** Topic words once a weakly named agency ("ngành y tế") is taken for the agency. */
function topicWithoutWeakAgency({ question }: RouteContext) {
  const weak = new Set(
    question.mentions
      .filter((mention) => mention.weak)
      .flatMap((mention) => question.tokens.slice(mention.from, mention.to)),
  );
  return question.planTopics[0]!.filter((token) => !weak.has(token));
}

const isNarrow = (filter: TaskFilter) =>
  filter.groupIds !== undefined ||
  filter.period !== undefined ||
  filter.dueYear !== undefined ||
  filter.activeYear !== undefined ||
  filter.beyondYear !== undefined ||
  filter.startYear !== undefined ||
  filter.recurrence !== undefined ||
  filter.directness !== undefined ||
  filter.minLeads !== undefined ||
  filter.missing !== undefined ||
  filter.ended !== undefined;

export function showOf(context: RouteContext): "list" | "count" | "earliest" | "latest" {
  if (has(context, "earliest")) return "earliest";
  if (has(context, "latest")) return "latest";
  return has(context, "askCount") ? "count" : "list";
}

/** Only what narrows the rows that are ranked; "việc nào của Sở Y tế …" are those that it leads. */
function rankedFilter(context: RouteContext): TaskFilter {
  const {
    role: _role,
    agencyId,
    directness: _directness,
    recurrence: _recurrence,
    ...rest
  } = filterOf(context);
  return agencyId && !isLocals(agencyId) ? { ...rest, agencyId, role: "lead", directness: "named" } : rest;
}

/** "Việc nào có nhiều đơn vị phối hợp nhất", "nhóm nào ít nhiệm vụ nhất". */
export const routeRanking: Route = (context) => {
  const { text, plain } = context.question;
  if (has(context, "procedure", "aspectFee", "aspectDocuments", "papers")) return undefined;
  if (!has(context, "task", "lead", "coordinating", "group", "appendix", "plan", "most")) return undefined;
  const sides = text.split(/ (?:và|va) /iu);
  const each = sides.length === 2 ? sides.map((side) => superlativeIn(fold(side))) : [];
  if (each.length > 0 && each.every((row) => row)) {
    const queries = each.map((row) => rankingQuery(context, row!));
    if (queries.every((row) => row)) return { kind: "many", queries: queries as Query[] };
  }
  const superlative = superlativeIn(plain);
  return superlative && rankingQuery(context, superlative);
};

function rankingQuery(context: RouteContext, { of, order }: Superlative): Query | undefined {
  const filter = rankedFilter(context);
  if (of !== "agency")
    return { kind: "ranking", of, order, filter: of === "group" ? withoutGroups(filter) : filter };
  if (order === "most" || filter.agencyId) return undefined;
  const role = has(context, "coordinating") && !has(context, "lead") ? { role: "coordinating" as const } : {};
  return { kind: "leaders", filter: { ...filter, ...role }, order };
}

const withoutGroups = ({ groupIds: _groups, ...rest }: TaskFilter): TaskFilter => rest;

export const routeTaskList: Route = (context) => {
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
function eachInItsRole(context: RouteContext, filter: TaskFilter): Query | undefined {
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

/** The row names the agency in a cell. */
function isOwn({ knowledge }: RouteContext, taskId: string, agencyId: string): boolean {
  const task = knowledge.tasks.find((row) => row.id === taskId);
  return [...(task?.leads ?? []), ...(task?.coordinating ?? [])].some((party) => party.agencyId === agencyId);
}

/** Words left over that name no subject: few, and no task holds them. */
function isNoise(context: RouteContext, filter: TaskFilter): boolean {
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

/** Tasks on a subject; "bảo vệ rừng, cháy rừng" names two, and a task on either counts. */
function onSubject(context: RouteContext): TopicMatch[] {
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
function withTopic(context: RouteContext, filter: TaskFilter): Query | undefined {
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

const namesDepartment = ({ question }: RouteContext, agencyId: string | undefined): boolean =>
  question.mentions.some((row) => row.department && row.agencies.some((agency) => agency.id === agencyId));

/** Only an agency was named: who it is in the plan. */
export const routeLoneAgency: Route = (context) => {
  const agencyId = askedAgencyId(context, true);
  const { question } = context;
  if (!agencyId || isLocals(agencyId) || topicWithoutWeakAgency(context).length > 0) return undefined;
  if (question.tokens.length > 12) return undefined;
  const department = namesDepartment(context, agencyId);
  return { kind: "agency", agencyId, ask: "overview", ...(department ? { department } : {}) };
};
