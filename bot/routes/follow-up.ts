/** Follow-ups: a question that names only what changes keeps the rest of the question before it. */
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { isLocals } from "../agency-names.ts";
import type { Query, TaskFilter } from "../query.ts";
import { findTasks } from "../task-query.ts";
import type { Cue } from "../understanding/cues.ts";
import { foldedWords } from "../understanding/phrases.ts";
import { placeIn } from "../understanding/superlatives.ts";
import { followProcedure } from "./follow-up-procedure.ts";
import { taskChoice } from "./labels.ts";
import {
  askedAgencyId,
  has,
  hasTopic,
  isSubjectless,
  matchPlan,
  matchProcedures,
  type Route,
  type RouteContext,
  refersBack,
  taskAsks,
} from "./route.ts";
import { percentIn, targetQuery } from "./target.ts";
import { filterOf, showOf } from "./task-list.ts";

/** A topic this well covered starts a new subject. */
const NEW_SUBJECT = 0.6;
/** Of so many tasks each is answered by itself ("ai phối hợp?"); of more, the bodies are counted. */
const FEW = 5;
/** "Có mấy việc?" counts what was just listed. */
const JUST_COUNTED = 4;
const LONGEST_END = 6;

type Last<K extends Query["kind"]> = Extract<Query, { kind: K }>;

export const routeFollowUp: Route = (context) => {
  const { last } = context.dialogue;
  if (!last || context.question.labels.length > 0 || context.question.documentNumbers.length > 0)
    return undefined;
  switch (last.kind) {
    case "tasks":
    case "leaders":
      if (last.kind === "leaders") {
        const other = otherEnd(context, last);
        if (other) return other;
      }
      return followTasks(
        context,
        last.kind === "tasks" ? last : { kind: "tasks", filter: last.filter, show: "list", asks: [] },
      );
    case "ranking":
      return otherEnd(context, last) ?? followTask(context, context.dialogue.listIds);
    case "task":
    case "label":
      return followTask(context, last.kind === "task" ? last.ids : last.taskIds);
    case "comparison":
      return followTask(context, last.ids);
    case "procedure":
      return followProcedure(context, last);
    case "duty":
      return followDuty(context, last);
    case "agency":
      return followAgency(context, last);
    case "target":
      return followTarget(context, last);
    case "document":
      return last.keys.includes("signer") && OFFICE.test(context.question.plain) ? last : undefined;
    default:
      return undefined;
  }
};

/** "Còn ít nhất?" after the most. */
function otherEnd(context: RouteContext, last: Last<"ranking" | "leaders">): Query | undefined {
  const { question } = context;
  // "Đứng thứ nhì là ai?"
  const place = placeIn(question.plain);
  if (
    last.kind === "leaders" &&
    last.order === "most" &&
    place !== undefined &&
    question.mentions.length === 0
  )
    return { ...last, place };
  const said = /(^|\s)(nhieu|dong|dai|it|ngan) nhat(\s|$|\?)/.exec(question.plain)?.[2];
  if (!said || question.tokens.length > LONGEST_END || question.mentions.length > 0) return undefined;
  const order = said === "it" || said === "ngan" ? "least" : "most";
  return last.kind === "leaders" && last.agencyIds ? undefined : { ...last, order };
}

/** Of the one who signed, "chức vụ gì?". */
const OFFICE = /(^|\s)(chuc vu|chuc danh|giu chuc|lam chuc)( |$|\?)/;
/** "cái thứ hai", "nhiệm vụ đầu tiên": one task of the list shown. */
function ofList(context: RouteContext): Query | undefined {
  const { question, dialogue } = context;
  const id = question.ordinal === null ? undefined : dialogue.listIds[question.ordinal - 1];
  return id ? { kind: "task", ids: [id], asks: taskAsks(context) } : undefined;
}

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

function followTasks(context: RouteContext, last: Last<"tasks">): Query | undefined {
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
function ofNamedTasks(context: RouteContext, last: Last<"tasks">): Query {
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

/** "sở đó", "cơ quan này": the agency that leads the task spoken of. */
function leadMeant(context: RouteContext, ids: readonly string[]): string | undefined {
  if (!/(so|co quan|don vi|ben|ho) (do|nay|ay|tren)(\s|$|[?,.])/.test(context.question.plain))
    return undefined;
  const task = context.knowledge.tasks.find((row) => row.id === ids[0]);
  return task?.leads.find((party) => party.agencyId)?.agencyId ?? undefined;
}

function followTask(context: RouteContext, ids: readonly string[]): Query | undefined {
  // Of groups that were counted no task is shown.
  if (ids.length === 0) return undefined;
  const chosen = ofList(context);
  if (chosen) return chosen;
  const leadId = leadMeant(context, ids);
  if (leadId && has(context, "successor")) return { kind: "agency", agencyId: leadId, ask: "successor" };
  const asksBodies = has(context, "coordinating") && has(context, "askWho");
  if (leadId && !asksBodies && has(context, "askList", "askCount", "task", "lead", "coordinating"))
    return {
      kind: "tasks",
      filter: { ...filterOf(context), agencyId: leadId },
      show: showOf(context),
      asks: [],
    };
  const { question } = context;
  if (has(context, "report", "target", "signer", "issued", "structure", "everyone", "procedure", "most"))
    return undefined;
  if (has(context, "askList", "askCount") && askedAgencyId(context, true)) return undefined;
  const asks = taskAsks(context);
  if (!isSubjectless(context)) {
    // A new topic with "thế còn …?" asks the same things of another task.
    if (!has(context, "followUp")) return undefined;
    const best = matchPlan(context, ["task"], 1)[0];
    const procedure = matchProcedures(context, 1)[0];
    if (!best || best.coverage < NEW_SUBJECT || (procedure && procedure.coverage > best.coverage))
      return undefined;
    const { last } = context.dialogue;
    return {
      kind: "task",
      ids: [best.recordId],
      asks: asks.length > 0 ? asks : last?.kind === "task" ? last.asks : [],
    };
  }
  const agencyId = askedAgencyId(context, true);
  if (has(context, "successor")) return { kind: "task", ids: [...ids], asks: ["agencyNow"] };
  if (agencyId) {
    if (has(context, "ownAgency") && has(context, "askList")) return undefined;
    return { kind: "task", ids: [...ids], asks, agencyId };
  }
  if (has(context, "money"))
    return { kind: "refusal", status: "unanswerable_not_in_sources", reason: "no_money", offers: [] };
  if (has(context, "compare") && ids.length === 2) return { kind: "comparison", ids: [ids[0]!, ids[1]!] };
  if (has(context, "earliest", "latest") && ids.length > 1) {
    return { kind: "tasks", filter: { ids: [...ids] }, show: showOf(context), asks: [] };
  }
  if (asks.length > 0 || (has(context, "askWho") && question.tokens.length <= 6)) {
    return { kind: "task", ids: [...ids], asks: asks.length > 0 ? asks : ["lead"] };
  }
  if (has(context, "aspectTime") || has(context, "askWhen"))
    return { kind: "task", ids: [...ids], asks: ["when"] };
  if (has(context, "citation", "pronoun")) return { kind: "task", ids: [...ids], asks: ["source"] };
  return undefined;
}

function followDuty(context: RouteContext, last: Last<"duty">): Query | undefined {
  const asksOfSame =
    context.question.planTopics[0]!.length <= 1 &&
    has(context, "askWho", "askWhen", "aspectPlace", "pronoun");
  if (
    asksOfSame &&
    !has(context, "lead", "coordinating", "task", "askList", "plan") &&
    !askedAgencyId(context, true)
  )
    return last;
  const agencyId = askedAgencyId(context, true);
  if (last.agencyId && !agencyId && has(context, "appendix") && !hasTopic(context))
    return {
      kind: "tasks",
      filter: { ...filterOf(context), agencyId: last.agencyId },
      show: showOf(context),
      asks: [],
    };
  if (!agencyId || hasTopic(context) || has(context, "lead", "coordinating", "task", "askList"))
    return undefined;
  if (last.ask !== "all") return { ...last, agencyId };
  const { duties } = context.knowledge;
  const own = duties.filter((duty) => duty.agencyIds.includes(agencyId));
  const common = duties.filter((duty) => duty.collective && duty.sectionLabel.startsWith("VI"));
  return { kind: "duty", ids: [...own, ...common].map((duty) => duty.id), agencyId, ask: "all" };
}

function followAgency(context: RouteContext, last: Last<"agency">): Query | undefined {
  const agencyId = askedAgencyId(context, true);
  const listing = has(context, "lead", "coordinating", "askList", "askCount", "task");
  if (listing && !hasTopic(context) && !has(context, "most")) {
    return {
      kind: "tasks",
      filter: { ...filterOf(context), agencyId: agencyId ?? last.agencyId },
      show: showOf(context),
      asks: [],
    };
  }
  if (hasTopic(context)) return undefined;
  if (has(context, "successor"))
    return { kind: "agency", agencyId: agencyId ?? last.agencyId, ask: "successor" };
  return agencyId ? { ...last, agencyId } : undefined;
}

/** "Ai chủ trì?": targets name nobody; a row of the appendix that says the same does. */
function taskOfTarget(context: RouteContext, { ids }: Last<"target">): Query | undefined {
  const { knowledge, topics } = context;
  const text = knowledge.targets.find(({ id }) => id === ids[0])?.text ?? "";
  const [best] = topics.match([tokenize(text)], ["task"], 1);
  return best && best.coverage >= NEW_SUBJECT
    ? { kind: "task", ids: [best.recordId], asks: taskAsks(context) }
    : { kind: "refusal", status: "unanswerable_not_in_sources", reason: "not_in_sources", offers: [] };
}

/** All words that are left of the question stand in the targets spoken of: "cấp tỉnh thì 100% chứ?" */
function isHeldBy({ question, knowledge }: RouteContext, ids: readonly string[]): boolean {
  const texts = knowledge.targets.filter(({ id }) => ids.includes(id)).map(({ text }) => text);
  const held = new Set(foldedWords(texts.join(" ")));
  return question.planTopics[0]!.every(({ text, folded }) => !/\p{L}/u.test(text) || held.has(folded));
}

function followTarget(context: RouteContext, last: Last<"target">): Query | undefined {
  const percent = percentIn(context);
  if (percent !== undefined && !last.all && isHeldBy(context, last.ids)) return { ...last, percent };
  if (has(context, "lead", "coordinating") && !hasTopic(context)) return taskOfTarget(context, last);
  if (has(context, "lead", "coordinating", "askList", "report", "procedure")) return undefined;
  if (!hasTopic(context)) return has(context, "completion") ? { ...last, completion: true } : undefined;
  if (!has(context, "followUp")) return undefined;
  const best = matchPlan(context, ["target"], 1)[0];
  return best && best.coverage >= NEW_SUBJECT ? targetQuery(context, [best.recordId]) : undefined;
}
