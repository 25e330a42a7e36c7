/** Questions by subject: the records that cover its words best, or an honest no. */

import { ASPECTS, type Aspect } from "../../knowledge/records.ts";
import { inOrder } from "../../knowledge/text-scan.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { isVietnameseSyllable } from "../../knowledge/vietnamese/syllables.ts";
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import { procedureByCode, procedureLabels } from "../answers/context.ts";
import type { Choice, ProcedureQuery, Query, TaskAsk } from "../query.ts";
import type { Cue } from "../understanding/cues.ts";
import type { TopicKind, TopicMatch } from "../understanding/topic.ts";
import { partOf } from "../understanding/utterance.ts";
import { keptProcedure, siblingMeant } from "./follow-up-procedure.ts";
import { pairOf, taskChoice } from "./labels.ts";
import { withoutCopies, withoutTwins } from "./procedure-candidates.ts";
import {
  has,
  hasProcedureTopic,
  hasTopic,
  LONG_CALL,
  matchPlan,
  matchProcedures,
  type Route,
  type RouteContext,
  taskAsks,
} from "./route.ts";
import { targetQuery } from "./target.ts";

/** Share of the question's weight that a record must cover to be an answer. */
const ACCEPT = 0.55;
/** With a word that says what is meant ("thủ tục", "chủ trì") a little less will do. */
const ACCEPT_WITH_CUE = 0.48;
const OFFER = 0.3;
/** The same without words that half of all names hold. */
const OFFER_TELLING = 0.45;
/** The same without words of every day: more than a word with other diacritics. */
const OFFER_RARE = 0.6;
const OFFER_SOME = 0.1;
const NEARLY_NAMED = 0.7;
/** A long story that holds nearly all of a record's name is about that record. */
const WHOLE_NAME = 0.9;
/** A name that stands in a question with so much evidence is what it is about, whatever else it tells. */
const SPOKEN_OF = 1;
/** So much of a row or bullet was said that the words about papers are its own. */
const UNMISTAKABLE = 4;
/** Less evidence names no procedure. */
const NAMES_SOMETHING = 0.85;
const SAID = 0.6;
/** So far before the next, what is spoken of is answered and not asked back. */
const AHEAD = 1.15;
/** A side of "và" that calls its procedure may hold so much else. */
const WHOLE_SIDE = 0.6;
/** So many words of a name, one after the other, call it whatever else a story tells. */
const CALLED = 3;
/** In a question of so many words a subject is told by what it holds, not by its share. */
const LONG_STORY = 14;
const LONGER_STORY = 20;
const TELLING = 1.5;
/** So much evidence makes up for words that no record holds. */
const MUCH = 2.2;
const MOSTLY_FOUND = 0.4;
const NEARLY_HALF = 0.45;
/** A question that holds less of a name or alias than this is asked back, and less than the second is no answer:
 *  "ly hôn" stands in an alias of "Tách hộ" and is another matter. */
export const NAMED = 0.45;
const BARELY_NAMED = 0.3;
const CUE_PRIOR = 0.12;
const TIED_TASKS = 0.93;
const TASK_OF_WHOM = 0.65;
const TIED_PROCEDURES = 0.96;
/** A procedure that fits nearly as well is offered beside the answer. */
const NEAR_PROCEDURES = 0.6;
const NEAR_CALLED = 0.7;
const MAX_NEAR = 3;
/** So near to the best, a procedure that does what was named is meant, and not the best, which does something else. */
const DOING_ANOTHER = 0.75;
const MAX_TASKS_AT_ONCE = 3;
const MAX_PASSAGES = 4;
const MAX_CHOICES = 5;
const MAX_OFFERS = 3;
/** In so short a question one word tells a variant ("làm căn cước lại"). */
const SHORT_QUESTION = 8;
const LONGEST_ABBREVIATION = 4;
/** "Nộp ở đâu?" */
const FEW_WORDS = 3;

const ASPECT_CUES: Readonly<Record<Aspect, Cue>> = {
  documents: "aspectDocuments",
  time: "aspectTime",
  fee: "aspectFee",
  place: "aspectPlace",
  methods: "aspectMethods",
  steps: "aspectSteps",
  result: "aspectResult",
  legal: "aspectLegal",
  conditions: "aspectConditions",
  audience: "aspectAudience",
  forms: "aspectForms",
};

export function aspectsOf(context: RouteContext): Aspect[] {
  const definite = ASPECTS.filter((aspect) => has(context, ASPECT_CUES[aspect]));
  const aspects: Aspect[] = definite.length === 0 && has(context, "papers") ? ["documents"] : definite;
  // "thế nào", "làm sao" beside a definite aspect ask about that aspect.
  return aspects.length > 1
    ? aspects.filter(
        (aspect) =>
          aspect !== "steps" ||
          (has(context, "procedure") === false &&
            /bước|trình tự|quy trình|buoc|trinh tu/iu.test(context.question.text)),
      )
    : aspects;
}

export const PLAN_CUES: readonly Cue[] = [
  "lead",
  "coordinating",
  "task",
  "plan",
  "appendix",
  "target",
  "duty",
  "group",
  "completion",
  "citation",
  "body",
];
/** What a story ends with when it asks for help. */
const STORY_CUES: readonly Cue[] = ["aspectTime", "aspectConditions", "aspectSteps", "askWhen"];
const PROCEDURE_CUES: readonly Cue[] = [
  "procedure",
  "aspectDocuments",
  "aspectFee",
  "aspectPlace",
  "aspectMethods",
  "aspectForms",
  "papers",
];

export const routeProcedureCode: Route = (context) => {
  const code = context.question.procedureCodes[0];
  if (!code) return undefined;
  if (context.knowledge.procedures.some((row) => row.code === code))
    return { kind: "procedure", code, aspects: aspectsOf(context) };
  return {
    kind: "refusal",
    status: "unanswerable_not_in_sources",
    reason: "procedure_not_indexed",
    offers: [],
  };
};

export const routeProcedureList: Route = (context) => {
  const { question } = context;
  const asksList =
    has(context, "askList", "askCount") ||
    /nào|nao|gì|những|nhung|các|cac|danh sách|mấy|bao nhiêu/iu.test(question.text);
  if (
    has(context, "procedure") &&
    asksList &&
    !hasProcedureTopic(context) &&
    [...question.cues].every((cue) => !cue.startsWith("aspect"))
  ) {
    return { kind: "procedures", codes: context.knowledge.procedures.map((row) => row.code) };
  }
  return undefined;
};

/** "khai sinh và nhập hộ khẩu cho con cần giấy tờ gì": two names with "và" or a comma between, each answered. */
function severalNamed(context: RouteContext): Query | undefined {
  const { question, topics } = context;
  if (has(context, "compare", "plan", "task")) return undefined;
  const spans = topics.procedureSpans(question.tokens);
  const joined = spans.filter((span, i) => {
    const before = spans[i - 1];
    if (!before) return true;
    const between = fold(
      question.text.slice(question.tokens[before.to - 1]!.end, question.tokens[span.from]!.start),
    );
    return (
      /^ ?(,|va|voi|rồi|roi|cung|;)? ?(va|roi|voi)? ?(lam|dang ky|xin)? ?$/.test(between) &&
      /[a-z,;]/.test(between)
    );
  });
  const codes = [...new Set(joined.map(({ code }) => code))];
  if (codes.length < 2 || joined.length !== spans.length) return undefined;
  const aspects = aspectsOf(context);
  const queries = codes
    .slice(0, MAX_TASKS_AT_ONCE)
    .map((code): Query => ({ kind: "procedure", code, aspects }));
  return { kind: "many", queries };
}

/** "khai tử và mai táng nộp ở đâu": each side of "và" tells of a procedure, and none tells of both. */
function severalMeant(context: RouteContext): Query | undefined {
  const { question, understander, knowledge, topics, families } = context;
  if (has(context, "compare", "plan", "task") || question.tokens.length > LONG_STORY) return undefined;
  const ands = question.tokens.filter(({ folded }) => folded === "va");
  const [and] = ands;
  if (!and || ands.length > 1) return undefined;
  if ((matchProcedures(context, 1)[0]?.coverage ?? 0) >= WHOLE_NAME) return undefined;
  const sides = [partOf(question, 0, and.start), partOf(question, and.end, question.text.length)];
  const codes = sides.map((side) => {
    const { procedureTopics, conditions } = understander.subjectOf(side);
    const called = topics.procedureNamesIn(side.tokens);
    const found = knowledge.retriever.findProcedures(side.text, { limit: 1 }).map(({ id }) => id);
    const [best] = topics
      .matchProcedures(procedureTopics, found, MAX_OFFERS)
      .filter(
        ({ recordId, coverage, precision }) =>
          coverage >= (called.has(recordId) ? WHOLE_SIDE : WHOLE_NAME) && precision >= NAMED,
      )
      .sort((a, b) => b.score - a.score);
    return best && families.choose(best.recordId, conditions);
  });
  const [first, second] = codes;
  if (!first || !second || first === second) return undefined;
  const aspects = aspectsOf(context);
  return { kind: "many", queries: [first, second].map((code) => ({ kind: "procedure", code, aspects })) };
}

/** What no office answers for, unless papers are asked for or a procedure is called. */
export const routeElsewhere: Route = (context) => {
  if (!has(context, "elsewhere") || has(context, ...PLAN_CUES, "procedure", "aspectDocuments", "papers"))
    return undefined;
  if (matchProcedures(context, 1)[0]?.called) return undefined;
  return { kind: "refusal", status: "unanswerable_out_of_scope", reason: "out_of_scope", offers: [] };
};

/** A question that names a procedure nearly whole is about it, whatever other words signal. */
export const routeNamedProcedure: Route = (context) => {
  const several = severalNamed(context) ?? severalMeant(context);
  if (several) return several;
  if (has(context, "plan", "appendix", "target", "lead", "coordinating", "completion", "compare"))
    return undefined;
  if (has(context, "task") && !has(context, ...PROCEDURE_CUES)) return undefined;
  const [best] = matchProcedures(context);
  if (!best || best.precision < NEARLY_NAMED || best.coverage < ACCEPT) return undefined;
  const plan = matchPlan(context, ["task", "target"], 1)[0];
  if (plan && plan.coverage > best.coverage && !has(context, ...PROCEDURE_CUES)) return undefined;
  return procedureQuery(context, matchProcedures(context));
};

/** What is spoken of is the plan's. */
const PLAN_KINDS: ReadonlySet<Query["kind"] | undefined> = new Set<Query["kind"]>([
  "task",
  "tasks",
  "leaders",
  "ranking",
  "target",
  "duty",
  "passage",
  "document",
]);

export const routeMoney: Route = (context) => {
  if (!has(context, "money")) return undefined;
  const procedure = matchProcedures(context, 1)[0];
  const plan = matchPlan(context, ["task", "target", "passage"], 1)[0];
  const isProcedure = procedure !== undefined && procedure.coverage >= (plan?.coverage ?? 0);
  const isNamed = isProcedure && procedure.precision >= NEARLY_NAMED && procedure.coverage >= ACCEPT;
  if (isProcedure && !has(context, "plan", "appendix") && (isNamed || !has(context, "task")))
    return undefined;
  const aboutPlan =
    has(context, "plan", "task", "appendix") ||
    /(^| )(kinh phi|ngan sach|nguon von|du toan)( |$)/.test(context.question.plain) ||
    (plan !== undefined && plan.coverage >= OFFER) ||
    (PLAN_KINDS.has(context.dialogue.last?.kind) && !hasProcedureTopic(context));
  return aboutPlan
    ? { kind: "refusal", status: "unanswerable_not_in_sources", reason: "no_money", offers: [] }
    : undefined;
};

export const routeTopic: Route = (context) => {
  const procedures = hasProcedureTopic(context) ? matchProcedures(context) : [];
  // "cần giấy tờ gì" alone asks about a procedure that wasn't named, not about papers in the plan.
  const onlyPapers = !hasProcedureTopic(context) && !has(context, ...PLAN_CUES);
  // A long story touches many bullets by chance; who does what by when is asked of tasks.
  const isStory = context.question.tokens.length >= LONG_STORY;
  const onlyTasks = isStory && has(context, "lead", "coordinating", "task");
  const foundTask = onlyTasks && (matchPlan(context, ["task"], 1)[0]?.evidence ?? 0) >= TELLING;
  const kinds: readonly TopicKind[] = foundTask ? ["task"] : ["task", "target", "duty", "passage", "fact"];
  const plan = hasTopic(context) && !onlyPapers ? matchPlan(context, kinds, 20) : [];
  const prior = priorOf(context);
  const procedure = procedures[0];
  const best = plan[0];
  const procedureScore = procedure ? procedure.score + prior : 0;
  const planScore = best ? best.score - prior : 0;
  const hasCue = (cues: readonly Cue[]) => has(context, ...cues);
  const accepts = (match: TopicMatch | undefined, cues: readonly Cue[]) =>
    match !== undefined &&
    (match.kind === "procedure" || !isChance(match)) &&
    (match.coverage >= (hasCue(cues) ? ACCEPT_WITH_CUE : ACCEPT) ||
      (match.precision >= WHOLE_NAME && match.coverage >= OFFER) ||
      (match.called ?? 0) >= CALLED ||
      (match.kind === "procedure" &&
        match.precision >= NEARLY_NAMED &&
        match.coverage >= MOSTLY_FOUND &&
        hasCue(cues)) ||
      (match.evidence >= MUCH && match.coverage >= MOSTLY_FOUND && !asksAnother(cues)) ||
      (isStory && hasCue([...cues, ...STORY_CUES]) && match.evidence >= TELLING));
  // "Bị hàng xóm đánh phải kiện thế nào" shares "kiện" with a bullet.
  const isChance = (match: TopicMatch) =>
    context.question.domain === null && match.evidence < SPOKEN_OF && !hasCue(PLAN_CUES);
  // "Thủ tục xin cấp phép …" is no question about a sentence of the plan.
  const asksAnother = (cues: readonly Cue[]) =>
    cues === PLAN_CUES && has(context, "procedure") && !hasCue(PLAN_CUES);
  // One word of a sentence that asks for nothing a procedure has ("mai có bão không" beside "mai táng").
  const isOneWord =
    context.question.procedureTopics.every((words) => words.length < 2) &&
    context.question.tokens.length > 3 &&
    !hasCue([...PROCEDURE_CUES, ...STORY_CUES]);
  // Official names are long: what holds most of the question needn't be held by it.
  const isFound = (match: TopicMatch) => match.coverage >= NEARLY_NAMED && match.evidence >= MUCH;
  const named =
    procedure !== undefined && (procedure.precision >= BARELY_NAMED || isFound(procedure)) && !isOneWord;
  if (named && procedureScore >= planScore && accepts(procedure, PROCEDURE_CUES))
    return procedureQuery(context, procedures);
  // About papers and not a word about the plan: a bullet that shares some words is no answer.
  const isPaperwork = context.question.domain === "papers" && !hasCue(PLAN_CUES);
  const isOwnPaperwork = isPaperwork && (hasCue(PROCEDURE_CUES) || aspectsOf(context).length > 0);
  if (
    best &&
    accepts(best, PLAN_CUES) &&
    !(isOwnPaperwork && best.evidence < UNMISTAKABLE && !isAdded(context, best)) &&
    !(isPaperwork && best.coverage < NEARLY_NAMED)
  )
    return planQuery(context, plan);
  if (named && accepts(procedure, PROCEDURE_CUES)) return procedureQuery(context, procedures);
  return undefined;
};

/** Of a document that the office added, which may be about any papers. */
const isAdded = ({ knowledge }: RouteContext, { kind, recordId }: TopicMatch): boolean =>
  kind === "passage" && !knowledge.passages.find((row) => row.id === recordId)?.evidence.lines;

/** Above 0 the question's words speak for a procedure, below 0 for the plan. */
function priorOf(context: RouteContext): number {
  const plan = PLAN_CUES.some((cue) => has(context, cue));
  const procedure =
    PROCEDURE_CUES.some((cue) => has(context, cue)) || (context.question.domain === "papers" && !plan);
  return (procedure ? CUE_PRIOR : 0) - (plan ? CUE_PRIOR : 0);
}

function procedureQuery(context: RouteContext, matches: TopicMatch[]): Query {
  const aspects = aspectsOf(context);
  const best = matches[0]!;
  const { acts, question: asked } = context;
  if (acts.lacks(best.recordId, asked.acts)) {
    // "Lấy chồng Hàn, giờ muốn ghi nhận ở Việt Nam": what is done tells more than how nearly a name was said.
    const doing = matches.findIndex(
      (match) => match.score >= DOING_ANOTHER * best.score && acts.does(match.recordId, asked.acts),
    );
    if (doing > 0) return procedureQuery(context, matches.slice(doing));
  }
  if (namesAnother(context, best)) {
    // What was named is done to this matter by a procedure nearly as good.
    const other = matches.findIndex(
      (match) => match.score >= DOING_ANOTHER * best.score && !namesAnother(context, match),
    );
    const isCertain =
      other > 0 && matches[other]!.precision >= WHOLE_NAME && matches[other]!.evidence >= MUCH;
    if (other > 0 && (isCertain || !hasStrangeWord(context, best)))
      return procedureQuery(context, matches.slice(other));
    return notIndexed(context, matches, aspects);
  }
  const tied = matches.filter(
    (match) => match.score >= TIED_PROCEDURES * best.score && match.coverage >= best.coverage - 0.02,
  );
  const plain = likeliest(
    context,
    withoutTwins(
      tied.filter((match) => isPlainAmong(context, match, tied)),
      context.knowledge,
    ),
  );
  const telling = best.coverage >= 0.75 && best.evidence >= 2.5;
  const unsure = best.precision < NAMED && !telling;
  if (plain.length <= 1 && !unsure) {
    const found = plain[0] ?? best;
    const { question, families } = context;
    // What was called by its own name needs no condition besides.
    const own = families.conditionsOf(found.recordId);
    const isDenied = [...own].some((row) => question.deniedConditions.has(row));
    const isCalled =
      !isDenied && found.precision >= WHOLE_NAME && [...question.conditions].every((row) => own.has(row));
    // "mất giấy kết hôn với người nước ngoài": one condition in the name that was called, another said beside it.
    const conditions =
      found.precision >= WHOLE_NAME && !isDenied
        ? new Set([...own, ...question.conditions])
        : question.conditions;
    const code = isCalled ? found.recordId : families.choose(found.recordId, conditions);
    const isNamed = isCalled && (found.called ?? 0) >= LONG_CALL;
    const sibling =
      isNamed || isDenied
        ? undefined
        : siblingMeant(context, code, question.tokens.length <= SHORT_QUESTION ? 1 : 2);
    const query = procedureQueryOf(context, sibling ?? code, aspects);
    const near = nearlyAsGood(context, matches)
      .map((match) => match.recordId)
      .filter((recordId) => recordId !== query.code)
      .slice(0, MAX_NEAR);
    return near.length > 0 ? { ...query, near } : query;
  }
  const nearby = nearlyAsGood(context, matches);
  const choices = unsure
    ? onMatter(context, [...plain, ...nearby])
    : [...plain, ...onMatter(context, nearby)];
  if (choices.length === 0) return notIndexed(context, matches, aspects);
  return {
    kind: "clarification",
    question:
      plain.length > 1 && choices.length > 1
        ? "Câu hỏi khớp với nhiều thủ tục. Anh/chị hỏi thủ tục nào?"
        : "Anh/chị có hỏi thủ tục này không?",
    options: procedureChoices(context, choices, aspects).slice(0, MAX_CHOICES),
  };
}

/** Best first, without copies. Beside a long name that was called there is less doubt. */
function nearlyAsGood({ knowledge }: RouteContext, matches: TopicMatch[]): TopicMatch[] {
  const { score, called = 0 } = matches[0]!;
  const share = called >= LONG_CALL ? NEAR_CALLED : NEAR_PROCEDURES;
  const near = matches.filter((match) => match.score >= share * score);
  return withoutCopies(near, knowledge);
}

/** A short question with a word that no record holds ("giấy phép kinh doanh karaoke"), or with an act that the nearest
 *  record doesn't know ("rút bảo hiểm xã hội một lần"), is about another procedure. */
function namesAnother(context: RouteContext, best: TopicMatch): boolean {
  const { question, acts } = context;
  if (hasStrangeWord(context, best)) return true;
  if (best.precision >= WHOLE_NAME || question.tokens.length >= LONGER_STORY) return false;
  return acts.lacks(best.recordId, question.acts);
}

function hasStrangeWord({ question, topics }: RouteContext, best: TopicMatch): boolean {
  const words = question.procedureTopics[0]!;
  const isStrange = ({ kind, folded }: Token) =>
    kind === "word" &&
    !topics.knows(folded) &&
    (isVietnameseSyllable(folded) ? best.precision < 1 : folded.length > LONGEST_ABBREVIATION);
  return question.tokens.length < LONG_STORY && words.some(isStrange);
}

const notIndexed = (context: RouteContext, matches: TopicMatch[], aspects: Aspect[]): Query => ({
  kind: "refusal",
  status: "unanswerable_not_in_sources",
  reason: "procedure_not_indexed",
  offers: offersOf(context, matches, aspects),
});

/** Names of half of all procedures hold these, and nobody tells a matter by them. */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  "đăng ký cấp lại mới đổi giấy tờ phép chứng nhận thực xác thủ tục hồ sơ việc cho người làm xin thông báo khai hoạt động quản lý hành chính công dân việt nam".split(
    " ",
  ),
);

/** What is offered in place of an answer holds what the question is about, not only "đăng ký", "giấy phép". */
const offersOf = (context: RouteContext, matches: readonly TopicMatch[], aspects: Aspect[]): Choice[] =>
  procedureChoices(context, withoutCopies(onMatter(context, matches), context.knowledge), aspects).slice(
    0,
    MAX_OFFERS,
  );

/** What the question names, where something about it can't be told. */
export const namedOffers = (context: RouteContext): Choice[] =>
  procedureChoices(
    context,
    matchProcedures(context).filter(
      ({ called = 0, precision, evidence }) => evidence >= SPOKEN_OF && (called > 0 || precision >= SAID),
    ),
    [],
  ).slice(0, MAX_OFFERS);

function onMatter({ question, topics, acts }: RouteContext, matches: readonly TopicMatch[]): TopicMatch[] {
  const coverageOf = (isLeftOut: (word: Token) => boolean): ((code: string) => number) => {
    const telling = question.procedureTopics
      .map((words) => words.filter((word) => !isLeftOut(word)))
      .filter((words) => words.length > 0);
    if (telling.length === 0) return () => 1;
    const codes = matches.map(({ recordId }) => recordId);
    const judged = topics.matchProcedures(telling, codes, codes.length);
    const coverages = new Map(judged.map(({ recordId, coverage }) => [recordId, coverage]));
    return (code) => coverages.get(code) ?? 0;
  };
  const isFormal = ({ text, folded }: Token) => COMMON_WORDS.has(text) || COMMON_FOLDED.has(folded);
  const matter = coverageOf(isFormal);
  const rare = coverageOf((word) => isFormal(word) || topics.isCommon(word));
  // "Cấp điện mới cho nhà ở": a circumstance in words of every day needn't be held.
  const holdsRare = (code: string) =>
    rare(code) >= OFFER_RARE && matter(code) >= OFFER_SOME && !acts.lacks(code, question.acts);
  return matches.filter(({ recordId }) => matter(recordId) >= OFFER_TELLING || holdsRare(recordId));
}
/** Only where the bare form is no other word. */
const COMMON_FOLDED: ReadonlySet<string> = new Set(["dang", "ky", "giay", "chung", "nhan", "thu", "tuc"]);

/** "Được bao nhiêu tiền một tháng?": what is received is no fee. */
export const RECEIVES = /(^| )(duoc|huong|nhan|lanh|linh)( duoc| ve)? (bao nhieu|may)( |$|[?.])/;
const FOR_ANOTHER =
  /(^| )(đi|di|làm|lam|nộp|nop|lấy|lay|nhận|nhan)( \S+)? (thay|giúp|giup|giùm|gium|hộ|dùm|dum)( |[?.,]|$)/u;
const ASKS_SOMEBODY = /(?:^| )(?:nhờ|nho) /u;
const TO_GO = /(?:đi|di|làm|lam|nộp|nop|lấy|lay)(?: |[?.,]|$)/u;
const FILED =
  /(^| )(nop|lam|dang ky|xin|gui|ra|den|len|toi)( \S+){0,4} (o|tai|cho|ra|len|den|so|ubnd|uy ban)( |$)/;
const CHANNEL_WORDS = { online: /truc tuyen|online|qua mang|tren mang/, post: /buu (dien|chinh)/ } as const;

/** With what the asker wants confirmed, and what else he names. */
export function procedureQueryOf(context: RouteContext, code: string, aspects: Aspect[]): ProcedureQuery {
  const { question } = context;
  const folded = question.plain;
  const asksYesNo =
    has(context, "askYesNo") ||
    /(^|\s)(khong|ko|k|hong|hok|dung khong|phai khong|ha|a|sao)\s*[?.]*$|nghe (noi|bao|don)|nguoi ta (noi|bao)/.test(
      folded,
    );
  // "Nghỉ 10 ngày có phải báo không" doesn't say how long the office takes.
  const isOfTime = has(context, "aspectTime") || /(dung|phai) khong|(^| )(nghe|ha|a)( |\?|$)/.test(folded);
  const claim = asksYesNo && (question.claim?.unit !== "ngày" || isOfTime) ? question.claim : undefined;
  const name = new Set(fold(procedureByCode(context.knowledge, code).name).split(" "));
  const words = question.procedureTopics[0]!.map((token) => token.folded).filter((word) => !name.has(word));
  // Who goes for another is told of under "ủy quyền".
  const typed = question.text.toLowerCase();
  if (FOR_ANOTHER.test(typed) || inOrder(typed, ASKS_SOMEBODY, TO_GO)) words.push("uy", "quyen");
  if (RECEIVES.test(folded)) words.push("muc", "tro", "cap");
  const channel = claim && (["online", "post"] as const).find((row) => CHANNEL_WORDS[row].test(folded));
  const agency = question.mentions.find((mention) => !mention.weak && mention.agencies.length === 1);
  const filedAt = asksYesNo && !claim && FILED.test(folded) ? agency?.agencies[0]?.name : undefined;
  const asked: Aspect[] = claim ? [claim.unit === "đồng" ? "fee" : "time"] : filedAt ? ["place"] : aspects;
  return {
    kind: "procedure",
    code,
    aspects: asked,
    ...(claim ? { claim: channel ? { ...claim, channel } : claim } : {}),
    ...(filedAt ? { filedAt } : {}),
    ...(asksYesNo && asked.length === 0 ? { asksWhether: true } : {}),
    ...(words.length > 0 ? { words } : {}),
  };
}

/** Of procedures that fit alike, the one called by its whole name, or the one spoken of, or the only one of its field. */
function likeliest({ dialogue, knowledge }: RouteContext, tied: TopicMatch[]): TopicMatch[] {
  const only = (matches: TopicMatch[]) => (matches.length === 1 ? matches : undefined);
  const { last } = dialogue;
  const fieldOf = (code: string) => knowledge.procedures.find((row) => row.code === code)?.field;
  return (
    only(tied.filter((match) => match.precision >= 1)) ??
    (last?.kind === "procedure"
      ? (only(tied.filter((match) => match.recordId === last.code)) ??
        only(tied.filter((match) => fieldOf(match.recordId) === fieldOf(last.code))))
      : undefined) ??
    tied
  );
}

/** A variant gives way to the plain procedure that ties with it. */
function isPlainAmong(context: RouteContext, match: TopicMatch, tied: TopicMatch[]): boolean {
  const { variantOf } = procedureByCode(context.knowledge, match.recordId);
  return variantOf === null || !tied.some((other) => other.recordId === variantOf);
}

/** In their order, each once. */
function procedureChoices(
  { knowledge }: RouteContext,
  matches: readonly TopicMatch[],
  aspects: Aspect[],
): Choice[] {
  const codes = [...new Set(matches.map(({ recordId }) => recordId))];
  const labels = procedureLabels(knowledge, codes);
  return codes.map((code, i) => ({ label: labels[i]!, query: { kind: "procedure", code, aspects } }));
}

function planQuery(context: RouteContext, matches: TopicMatch[]): Query {
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
function dutiesUnder(context: RouteContext, best: TopicMatch, matches: readonly TopicMatch[]): string[] {
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
function stated(context: RouteContext, best: TopicMatch): TopicMatch {
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

function taskQuery(context: RouteContext, tasks: TopicMatch[], asks: TaskAsk[]): Query {
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

/** "Thủ tục này có được giải quyết trong ngày không?": of somebody's papers, and no word names which. */
function namesNone(context: RouteContext): boolean {
  const { question, topics } = context;
  const words = question.procedureTopics[0]!;
  return (
    question.domain === "papers" &&
    (words.length < FEW_WORDS || has(context, "pronoun")) &&
    words.every((word) => topics.isCommon(word)) &&
    matchProcedures(context).every(({ evidence }) => evidence < NAMES_SOMETHING)
  );
}

/** A story in nobody's official words, but nearly all of what one procedure is called stands in it. */
function spokenOf(context: RouteContext, aspects: Aspect[]): Query | undefined {
  const { question, acts } = context;
  const matches = matchProcedures(context);
  const [likely, next] = matches;
  const enough = question.domain === "papers" ? SPOKEN_OF : TELLING;
  if (!likely || likely.precision < NEARLY_NAMED || likely.evidence < enough) return undefined;
  if (acts.lacks(likely.recordId, question.acts)) return undefined;
  const isAhead = likely.precision >= 1 && likely.score >= AHEAD * (next?.score ?? 0);
  if (question.domain === "papers" && isAhead) {
    const near = nearlyAsGood(context, matches)
      .slice(1, 1 + MAX_NEAR)
      .map(({ recordId }) => recordId);
    return { ...procedureQueryOf(context, likely.recordId, aspects), near, assumed: true };
  }
  const named = nearlyAsGood(context, matches).filter(
    ({ precision, coverage }) => precision >= NAMED || coverage >= NEARLY_HALF,
  );
  return {
    kind: "clarification",
    question: "Anh/chị có hỏi thủ tục này không?",
    options: procedureChoices(context, named, aspects).slice(0, MAX_OFFERS),
  };
}

/** What was offered before; else what people have most names for, which they ask for most. */
function knownBest(context: RouteContext, aspects: Aspect[]): Choice[] {
  const offered = context.dialogue.choices.filter(
    ({ query, onlyWhole }) => query.kind === "procedure" && !onlyWhole,
  );
  if (offered.length > 0)
    return offered.map(({ label, query }) => ({ label, query: { ...(query as ProcedureQuery), aspects } }));
  return context.knowledge.procedures
    .filter((row) => row.variantOf === null)
    .sort((a, b) => b.aliases.length - a.aliases.length)
    .slice(0, MAX_CHOICES)
    .map(({ code, name }) => ({ label: name, query: { kind: "procedure", code, aspects } }));
}

/** Nothing recognised the question: what is offered instead depends on how near it came. */
export const routeNothing = (context: RouteContext): Query => {
  const { question } = context;
  const aspects = aspectsOf(context);
  const saysPlan = has(context, ...PLAN_CUES);
  const isBare = question.domain === "papers" || question.tokens.length <= FEW_WORDS;
  const isUnnamed = !hasProcedureTopic(context) && (!hasTopic(context) || (!saysPlan && isBare));
  const kept = saysPlan ? undefined : keptProcedure(context, aspects);
  if (kept) return kept;
  const meant = saysPlan || question.domain === "government" ? undefined : spokenOf(context, aspects);
  if (meant) return meant;
  if (!saysPlan && ((isUnnamed && aspects.length > 0) || namesNone(context)))
    return {
      kind: "clarification",
      question: "Anh/chị hỏi về thủ tục nào?",
      options: knownBest(context, aspects),
    };
  if (isUnnamed && !hasTopic(context))
    return { kind: "refusal", status: "clarification", reason: "not_understood", offers: [] };
  if (
    question.domain === null &&
    !has(context, "lead", "coordinating", "task", "plan", "target", "duty", "procedure")
  ) {
    return { kind: "refusal", status: "unanswerable_out_of_scope", reason: "out_of_scope", offers: [] };
  }
  const saysProcedure = has(context, ...PROCEDURE_CUES) || (question.domain === "papers" && !saysPlan);
  const isNear = ({ coverage, precision }: TopicMatch) => coverage >= OFFER || precision >= NEARLY_NAMED;
  return {
    kind: "refusal",
    status: "unanswerable_not_in_sources",
    reason: saysProcedure ? "procedure_not_indexed" : "not_in_sources",
    offers: saysProcedure ? offersOf(context, matchProcedures(context).filter(isNear), aspects) : [],
  };
};
