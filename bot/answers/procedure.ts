/** One procedure: the verdict or the aspect that was asked first, then its title, then what else was asked; without either, a
 *  summary in a line each. */

import { CIRCUMSTANCES } from "../../knowledge/circumstances.ts";
import type { Aspect, Doubt, ProcedureRecord } from "../../knowledge/records.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { DISTRICT_ENDED, DISTRICT_ENDED_ON, DISTRICT_RULE, mentionsDistrict } from "../district.ts";
import type { Draft, DraftReply } from "../draft.ts";
import type { ProcedureQuery } from "../query.ts";
import { lateOf } from "../situations/settle.ts";
import { NO_SITUATION } from "../situations/situation.ts";
import { type AnswerContext, bullets, capitalize, newDraft, procedureByCode, shown } from "./context.ts";
import { casedRows, caseOf, decidingOf, OF_TIME, sayBecause, sayOwnExemptions } from "./procedure-case.ts";
import { foldedCases, nearChoices } from "./procedure-choices.ts";
import { type Asked, FINDERS, type Finding } from "./procedure-findings.ts";
import { sayFit, sayMismatch } from "./procedure-fit.ts";
import { SECTIONS, type Sectioned, sayExemptions } from "./procedure-sections.ts";
import { sentencesOf, tellingSentence } from "./procedure-sentences.ts";
import { VIETNAMESE_VALUES } from "./procedure-values.ts";
import { findingsOn, sayFindings, UNTOLD } from "./procedure-verdict.ts";
import { cite, dayOf, forEar, plainName } from "./procedure-words.ts";

const SUMMARY: readonly Aspect[] = ["documents", "time", "fee", "place"];
const CHECK_AGAIN = "Kiểm tra lại trên Cổng trước khi nộp.";
/** Of grounds so many are named; the citations hold all. */
const MOST_GROUNDS = 2;
const MOST_NOTES = 2;
/** Where the record doesn't tell in so many words, what people trip over is the likeliest to. */
const UNTOLD_NOTES = 3;
const MONEY = /mức đóng|mức hưởng|mức trợ cấp|số tiền|tiền đóng/iu;
const WHOLE_NOTES = 4;

/** Said beside the aspect that the doubt touches. */
const DOUBT_WORDS: Readonly<Partial<Record<Doubt, { aspects: readonly Aspect[]; text: string }>>> = {
  time_unit_missing: {
    aspects: ["time", "methods"],
    text: "Nguồn có chỗ không ghi đơn vị của thời hạn; hỏi lại nơi tiếp nhận.",
  },
  time_unit_uncertain: {
    aspects: ["time", "methods"],
    text: "Nguồn này có chỗ ghi giờ hoặc tháng thành ngày; hỏi lại nơi tiếp nhận.",
  },
  steps_scrambled: {
    aspects: ["steps"],
    text: "Trình tự trong nguồn bị xáo chữ ở một số chỗ; hỏi lại nơi tiếp nhận.",
  },
};
const ASSUMED =
  "Tôi hiểu câu hỏi là về thủ tục này. Nếu không phải, anh/chị chọn thủ tục khác trong các gợi ý.";
const COMPILED = "Trang này do bên thứ ba tổng hợp lại, không phải bản công bố của cơ quan.";

const ASPECT_QUESTIONS: Readonly<Partial<Record<Aspect, string>>> = {
  documents: "Hồ sơ gồm những gì?",
  time: "Mất bao lâu?",
  fee: "Lệ phí bao nhiêu?",
  place: "Nộp ở đâu?",
  methods: "Nộp trực tuyến được không?",
  steps: "Các bước làm thế nào?",
};

/** Titles of laws name districts by right; nobody is sent there by them. */
export const TITLES: ReadonlySet<Aspect> = new Set(["legal", "forms"]);
export const WITH_ISSUER = /\.[A-Z]\d{2,3}$/;

type Query = Omit<ProcedureQuery, "kind">;

export function answerProcedure(query: Query, context: AnswerContext): DraftReply {
  const draft = newDraft(context);
  draft.kind = "procedure";
  const whole = procedureByCode(context.knowledge, query.code);
  const { procedure, cases } = caseOf(whole, query);
  const { situation = NO_SITUATION } = query;
  const day = dayOf(context);
  const asked: Asked = { procedure, situation, query, day, knowledge: context.knowledge };
  const findings = findingsOn(asked);
  if (query.isOneOfSeveral) introduce(procedure, query, { draft, isNamed: false });
  const isNew = query.situation !== undefined && !query.isCaseKnown;
  const fit = isNew ? sayFitAfter(findings, whole, query, context, draft) : "own";
  const covered = sayFindings(findings, asked, draft);
  const aspects: readonly Aspect[] =
    fit === "none" && query.aspects.length === 0
      ? (["conditions", "place"] as const)
      : aspectsOf(asked, findings, covered);
  const untold = findings.length === 0 && fit === "own" && asksSomething(query);
  if (untold) draft.say(UNTOLD).speak(UNTOLD);
  const told = [...new Set([...aspects, ...covered, ...findings.flatMap(({ of }) => of ?? [])])];
  draft.procedures = [{ code: procedure.code, name: procedure.name, aspects: told }, ...draft.procedures];
  const isSummary = query.aspects.length === 0 && findings.length === 0;
  const grounds = new Set<string>();
  const sectioned: Sectioned = {
    day,
    cases,
    grounds,
    opened: openedBy(asked, findings),
    isShort: query.aspects.length === 0 && query.whole !== true,
    isWhole: query.whole === true,
    withoutDeadlines: covered.includes("conditions"),
  };
  const isTimely = told.some((aspect) => OF_TIME.has(aspect)) && !query.isCaseKnown;
  if (isTimely && lateOf(procedure, situation) && !findings.some(({ verdict }) => TIMELY.has(verdict))) {
    sayFindings([FINDERS.late(asked)!], asked, draft);
    sectioned.withoutDeadlines = true;
  }
  if (aspects.includes("fee")) sayOwnExemptions(procedure, situation, day, draft);
  // Said once, with the conditions.
  const sectionOf = (aspect: Aspect): Sectioned => ({
    ...sectioned,
    withoutDeadlines:
      sectioned.withoutDeadlines === true || (aspect === "time" && aspects.includes("conditions")),
  });
  const isOpened = draft.paragraphs.length > 0 && !query.isOneOfSeveral;
  const [first, ...rest] = aspects;
  if (!isOpened && first)
    saySection(first, procedure, draft, {
      ...sectionOf(first),
      of: ` ${plainName(procedure.name)}`.trimEnd(),
    });
  const key = [...draft.paragraphs];
  if (!query.isOneOfSeveral)
    introduce(procedure, query, { draft, isNamed: !isOpened && isNamedIn(key, procedure) });
  sayBecause(procedure, query.because, draft);
  if (isNew && fit === "own") sayMismatch(whole, situation, draft);
  for (const aspect of isOpened ? aspects : rest) saySection(aspect, procedure, draft, sectionOf(aspect));
  if (
    covered.includes("fee") &&
    !findings.some(({ proofs }) => proofs.some(({ part }) => part === "exemptions"))
  )
    sayExemptions(procedure, draft, sectioned);
  sayDoubts(procedure, told, draft);
  sayNotes(
    asked,
    {
      isOpen: isSummary || OPEN_ENDED.has(aspects.join()) || isUnsure(query, findings),
      isUntold: untold,
      isOfFee: query.aspects.includes("fee"),
    },
    draft,
  );
  if (!told.every((aspect) => TITLES.has(aspect))) warnOfDistrict(draft, draft.paragraphs);
  if (grounds.size > 0 && !sectioned.isShort)
    draft.say(VIETNAMESE_VALUES.ground([...grounds].slice(0, MOST_GROUNDS).join("; ")));
  if (told.includes("fee") || told.includes("time")) draft.remarkSource(CHECK_AGAIN);
  const isFolded = aspects.includes("documents") && foldedCases(procedure, { cases }).length > 0;
  if (!cases && !isFolded) askCase(decidingOf(casedRows(procedure, query.aspects), query.situation), draft);
  suggestNext(query, told, draft, context);
  const details = draft.paragraphs.slice(key.length);
  const [finding] = findings;
  draft.plan = {
    ...(finding ? { verdict: finding.verdict } : untold ? { verdict: "untold" as const } : {}),
    key,
    details,
    next: [],
  };
  return withNext(draft.finish());
}

const TIMELY: ReadonlySet<string> = new Set(["late", "in_time"]);

const withNext = (reply: DraftReply): DraftReply =>
  reply.plan ? { ...reply, plan: { ...reply.plan, next: reply.suggestions } } : reply;

/** Something was put to it that isn't an aspect. */
const asksSomething = ({ whether = [], particular, about = [], aspects }: Query): boolean =>
  aspects.length === 0 &&
  about.length > 0 &&
  (particular === true || whether.some((kind) => kind !== "eligible" && kind !== "must"));

/** What is told besides the verdict: what was asked, the conditions of a question whether at all, or a summary. */
function aspectsOf(
  { query, procedure }: Asked,
  findings: readonly Finding[],
  covered: readonly Aspect[],
): readonly Aspect[] {
  const open = query.aspects.filter((aspect) => !covered.includes(aspect));
  if (query.aspects.length > 0 && !(query.isInherited && findings.length > 0)) return open;
  if (query.whole) return procedure.conditions.length > 0 ? [...SUMMARY, "conditions"] : SUMMARY;
  const { conditions, deadlines } = procedure;
  const hasTerms = conditions.length > 0 || deadlines.length > 0;
  if (findings.length > 0)
    return hasTerms && !covered.includes("conditions") && asksWhetherAtAll(query) ? ["conditions"] : [];
  const isWhether = query.whether !== undefined || query.asksWhether === true;
  if (!isWhether || !hasTerms) return SUMMARY;
  // At its first mention it is told what is handed in, too.
  return query.isCaseKnown ? ["conditions"] : ["conditions", "documents"];
}

const asksWhetherAtAll = ({ whether = [] }: Query): boolean =>
  whether.length === 0 || whether.includes("eligible") || whether.includes("late");

/** That the case is another's comes after what decides it: too young for one may be meant by another. */
function sayFitAfter(
  findings: readonly Finding[],
  whole: ProcedureRecord,
  query: Query,
  { knowledge }: AnswerContext,
  draft: Draft,
): ReturnType<typeof sayFit> {
  if (
    findings.some(
      ({ proofs, verdict }) => verdict === "no" && proofs.some(({ pointer }) => pointer === "/ages"),
    )
  )
    return "own";
  return sayFit(whole, query.situation!, knowledge, draft);
}

/** Cases of papers that the question speaks of. */
function openedBy({ procedure, query, knowledge }: Asked, findings: readonly Finding[]): number[] {
  const words = query.said ?? query.words ?? [];
  const cases = procedure.documents.flatMap(({ case: name, items }, group) =>
    name === ""
      ? []
      : [{ text: [name, ...items.map(({ text }) => text)].join(" "), locator: "Hồ sơ", pointer: "", group }],
  );
  const found =
    tellingSentence(cases, { about: words }, knowledge)?.group ??
    (query.about ? tellingSentence(cases, query, knowledge)?.group : undefined);
  const proven = findings.flatMap(({ proofs }) =>
    proofs.flatMap(({ pointer }) => /^\/documents\/(\d+)\/case$/.exec(pointer)?.[1] ?? []),
  );
  return proven.length > 0 || found === undefined ? [] : [found];
}

function saySection(aspect: Aspect, procedure: ProcedureRecord, draft: Draft, sectioned: Sectioned): void {
  const before = draft.paragraphs.length;
  SECTIONS[aspect](procedure, draft, sectioned);
  if (!TITLES.has(aspect)) warnOfDistrict(draft, draft.paragraphs.slice(before));
}

function sayDoubts({ doubts }: ProcedureRecord, told: readonly Aspect[], draft: Draft): void {
  for (const doubt of doubts) {
    const said = DOUBT_WORDS[doubt];
    if (said && told.some((aspect) => said.aspects.includes(aspect))) draft.say(said.text);
  }
}

/** Whether it may be, and nothing that was told or asked decides it. */
const isUnsure = ({ whether }: Query, findings: readonly Finding[]): boolean =>
  whether !== undefined && findings.every(({ verdict }) => verdict === "only_if" || verdict === "untold");

/** How it is done, and who may: what people trip over belongs to it. */
const OPEN_ENDED: ReadonlySet<string> = new Set(["steps", "conditions"]);

/** Those that the question touches; in an open answer one at least. */
function sayNotes(
  { procedure, query, knowledge }: Asked,
  { isOpen, isUntold, isOfFee }: { isOpen: boolean; isUntold: boolean; isOfFee: boolean },
  draft: Draft,
): void {
  if (query.aspects.length === 1 && query.aspects[0] === "legal") return;
  const said = draft.paragraphs.join("\n");
  const fresh = procedure.notes.filter(
    (note) => !said.includes(shown(note)) && !said.includes(shown(note).slice(1, -1)),
  );
  const words = query.said ?? query.words ?? [];
  const own = sentencesOf({ ...procedure, notes: fresh }).filter(({ pointer }) =>
    pointer.startsWith("/notes"),
  );
  const telling = (
    tellingSentence(own, query, knowledge) ?? tellingSentence(own, { about: words }, knowledge)
  )?.text;
  const ofMoney = isOfFee ? fresh.find((note) => MONEY.test(note)) : undefined;
  const touched = [
    ...new Set([
      ...(telling ? [telling] : []),
      ...(ofMoney ? [ofMoney] : []),
      ...(isOpen ? byWords(fresh, words.map(fold)).slice(0, isUntold ? UNTOLD_NOTES : 1) : []),
    ]),
  ];
  const notes = query.whole
    ? fresh.slice(0, WHOLE_NOTES)
    : touched.slice(0, isUntold ? UNTOLD_NOTES : MOST_NOTES);
  if (notes.length === 0) return;
  cite(draft, procedure, "/notes", "notes", notes);
  draft.say(notes.length === 1 ? `**Lưu ý**: ${shown(notes[0]!)}` : `**Lưu ý**\n${bullets(notes)}`);
}

/** The one question that decides, where the story left it open. */
function askCase(deciding: ReturnType<typeof decidingOf>, draft: Draft): void {
  if (!deciding) return;
  const words: Readonly<Record<string, string>> = CIRCUMSTANCES[deciding.id].values;
  const values = deciding.values.map((value) => words[value]!);
  draft.say(`${deciding.question} (${values.join("; ")})`);
  draft.speak(deciding.question);
  draft.suggest(...values.map(capitalize));
}

/** All that the record has of it, whatever was asked. */
export const wholeOf = ({ whether: _asked, claim: _claimed, ...query }: ProcedureQuery): ProcedureQuery => ({
  ...query,
  aspects: [],
  whole: true,
});

/** Those that hold most of the question's words first, else in their order. */
export function byWords(notes: readonly string[], words: readonly string[]): string[] {
  const held = (note: string) => {
    const own = new Set(tokenize(note).map(({ folded }) => folded));
    return words.filter((word) => own.has(word)).length;
  };
  return [...notes].sort((a, b) => held(b) - held(a));
}

/** A channel may show no more than three: two aspects and one neighbour come first, then the rest in turns. */
function suggestNext(
  query: Omit<ProcedureQuery, "kind">,
  asked: readonly Aspect[],
  draft: Draft,
  context: AnswerContext,
): void {
  const near = nearChoices(query, context.knowledge).map(({ label }) => label);
  const aspects = Object.entries(ASPECT_QUESTIONS)
    .filter(([aspect]) => !asked.includes(aspect as Aspect))
    .map(([, question]) => question);
  draft.suggest(...aspects.slice(0, 2), ...near.slice(0, 1), ...aspects.slice(2, 3), ...near.slice(1));
  draft.suggest(...aspects);
}

/** The first sentence says the name, and the source the code. */
const isNamedIn = (key: readonly string[], { name, source, code, verifiedOn }: ProcedureRecord): boolean =>
  verifiedOn !== null &&
  source.title.includes(code) &&
  key.some((text) => text.toLowerCase().includes(name.toLowerCase()));

function introduce(
  procedure: ProcedureRecord,
  { assumed }: Query,
  { draft, isNamed }: { draft: Draft; isNamed: boolean },
): void {
  cite(draft, procedure, "/name", "name", [procedure.name]);
  const code = procedure.printedCode === null ? "" : ` (mã ${procedure.code})`;
  if (!isNamed) draft.say(`**${procedure.name}**${code}`);
  draft.speak(`Thủ tục: ${forEar(procedure.name)}`);
  if (assumed) draft.say(ASSUMED);
  if (procedure.reviewed) return;
  if (WITH_ISSUER.test(procedure.code) && procedure.issuer) {
    cite(draft, procedure, "/issuer", "issuer", [procedure.issuer]);
    draft.say(`Bản của: ${shown(procedure.issuer)}.`);
  }
  const compiled = procedure.doubts.includes("compiled_page") ? ` ${COMPILED}` : "";
  const file = procedure.origin ? ` ${procedure.origin.file}` : "";
  draft.say(`Chưa đối chiếu; số liệu theo nguồn${file}.${compiled}`);
}

/** Once an answer. */
function warnOfDistrict(draft: Draft, paragraphs: readonly string[]): void {
  if (draft.paragraphs.includes(DISTRICT_ENDED) || !paragraphs.some(mentionsDistrict)) return;
  draft.compute(DISTRICT_ENDED_ON, DISTRICT_RULE);
  draft.say(DISTRICT_ENDED);
  draft.speak(DISTRICT_ENDED);
}
