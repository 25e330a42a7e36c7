import type { Aspect, ProcedureRecord } from "../../knowledge/records.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { DISTRICT_ENDED, DISTRICT_ENDED_ON, DISTRICT_RULE, mentionsDistrict } from "../district.ts";
import type { Draft, DraftReply } from "../draft.ts";
import type { ProcedureQuery } from "../query.ts";
import { lateOf } from "../situations/settle.ts";
import { meets, NO_SITUATION } from "../situations/situation.ts";
import { sectionsOf } from "./asked-sections.ts";
import { type AnswerContext, newDraft, procedureByCode } from "./context.ts";
import { FINDERS } from "./findings/finders.ts";
import type { Asked, Finding } from "./findings/finding.ts";
import { askCase, introduce, isNamedIn, sayDoubts, sayNotes, suggestNext } from "./procedure-beside.ts";
import {
  casedRows,
  caseOf,
  decidingOf,
  OF_TIME,
  sayBecause,
  sayOwnExemptions,
  withOwnDeadlines,
} from "./procedure-case.ts";
import { foldedCases } from "./procedure-choices.ts";
import { sayFit, sayMismatch } from "./procedure-fit.ts";
import { SECTIONS, type Sectioned, sayExemptions } from "./procedure-sections.ts";
import { tellingSentence } from "./procedure-sentences.ts";
import { VIETNAMESE_VALUES } from "./procedure-values.ts";
import { findingsBehind, findingsOn, sayFindings, UNTOLD } from "./procedure-verdict.ts";
import { dayOf, isSaid, plainName } from "./procedure-words.ts";

const SUMMARY: readonly Aspect[] = ["documents", "time", "fee", "place"];
const CHECK_AGAIN = "Xem lại trước khi nộp.";
/** Of grounds so many are named; the citations hold all. */
const MOST_GROUNDS = 2;
/** Without what amended it, which the citation names. */
const inShort = (ground: string): string => ground.split(/ \(|: /u)[0]!;
/** Titles of laws name districts by right; nobody is sent there by them. */
export const TITLES: ReadonlySet<Aspect> = new Set(["legal", "forms"]);
type Query = Omit<ProcedureQuery, "kind">;

export function answerProcedure(query: Query, context: AnswerContext): DraftReply {
  const draft = newDraft(context);
  draft.kind = "procedure";
  const whole = procedureByCode(context.knowledge, query.code);
  const { procedure, cases, hidden } = caseOf(whole, query);
  const { situation = NO_SITUATION } = query;
  const day = dayOf(context);
  const asked: Asked = { procedure, situation, query, day, knowledge: context.knowledge };
  const findings = findingsOn(asked);
  const behind = findingsBehind(asked);
  const sure = findings.filter(({ isUnsure }) => !isUnsure);
  if (query.isOneOfSeveral) introduce(procedure, query, { draft, isNamed: false });
  const isNew = query.situation !== undefined && !query.isCaseKnown;
  const fit = isNew ? sayFitAfter(findings, whole, query, context, draft) : "own";
  const covered = sayFindings(findings, asked, draft);
  const aspects: readonly Aspect[] =
    (fit === "none" || fit === "open") && query.aspects.length === 0
      ? (["conditions", "place"] as const)
      : aspectsOf(asked, sure, covered);
  const untold =
    findings.length === 0 &&
    behind.length === 0 &&
    fit === "own" &&
    asksSomething(query) &&
    !isDecided(whole, query);
  if (untold) draft.say(UNTOLD).speak(UNTOLD);
  const told = [...new Set([...aspects, ...covered, ...findings.flatMap(({ of }) => of ?? [])])];
  draft.procedures = [{ code: procedure.code, name: procedure.name, aspects: told }, ...draft.procedures];
  const isSummary = query.aspects.length === 0 && sure.length === 0;
  const grounds = new Set<string>();
  const sectioned: Sectioned = {
    day,
    cases,
    grounds,
    opened: openedBy(asked, findings),
    hidden,
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
  const own = withOwnDeadlines(procedure, query);
  const isOpened = draft.paragraphs.length > 0 && !query.isOneOfSeveral;
  const [first, ...rest] = aspects;
  if (!isOpened && first)
    saySection(first, own, draft, {
      ...sectionOf(first),
      of: ` ${plainName(procedure.name)}`.trimEnd(),
    });
  const key = [...draft.paragraphs];
  if (!query.isOneOfSeveral)
    introduce(procedure, query, { draft, isNamed: !isOpened && isNamedIn(key, procedure) });
  sayBecause(procedure, query.because, draft);
  if (isNew && fit === "own" && !isTooYoung(findings)) sayMismatch(whole, situation, draft);
  for (const aspect of isOpened ? aspects : rest) saySection(aspect, own, draft, sectionOf(aspect));
  sayFindings(
    behind.filter(({ fact }) => !isSaid(fact, draft)),
    asked,
    draft,
  );
  if (
    covered.includes("fee") &&
    !findings.some(({ proofs }) => proofs.some(({ part }) => part === "exemptions"))
  )
    sayExemptions(procedure, draft, sectioned);
  sayDoubts(procedure, told, draft);
  sayNotes(
    asked,
    {
      isOpen: isSummary || OPEN_ENDED.has(aspects.join()) || isUndecided(query, sure),
      isUntold: untold,
      isOfFee: query.aspects.includes("fee"),
    },
    draft,
  );
  if (!told.every((aspect) => TITLES.has(aspect))) warnOfDistrict(draft, draft.paragraphs);
  if (grounds.size > 0 && !sectioned.isShort)
    draft.say(VIETNAMESE_VALUES.ground([...grounds].slice(0, MOST_GROUNDS).map(inShort).join("; ")));
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

/** What was told speaks against an exception of the record. */
const isNoException = (procedure: ProcedureRecord, { situation = NO_SITUATION }: Query): boolean =>
  procedure.relations.exceptWhen.some(({ when }) => meets(situation, when) === false);

/** What was told decides an exception of the record, or its papers stand in for the one that is lacking. */
const isDecided = (procedure: ProcedureRecord, query: Query): boolean =>
  isNoException(procedure, query) || (asksForSubstitute(query) && lackingCases(procedure).length > 0);

/** Something was put to it that isn't an aspect. */
const asksSomething = ({ whether = [], particular, about = [], aspects }: Query): boolean =>
  aspects.length === 0 &&
  !asksHowLong({ about }) &&
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
  if (findings.length === 0 && asksHowLong(query)) return ["time"];
  const { conditions, deadlines } = procedure;
  const hasTerms = conditions.length > 0 || deadlines.length > 0;
  if (findings.length > 0)
    return hasTerms &&
      !covered.includes("conditions") &&
      (asksWhetherAtAll(query) || isNoException(procedure, query))
      ? ["conditions"]
      : [];
  const likely = (query.facts ?? []).filter(({ share }) => share >= LIKELY_SECTION);
  const sections = sectionsOf(likely).filter((aspect) => !covered.includes(aspect));
  const isWhether = query.whether !== undefined || query.asksWhether === true;
  if (!isWhether || !hasTerms) return sections.length > 0 ? sections : SUMMARY;
  // At its first mention it is told what is handed in, too.
  return query.isCaseKnown
    ? ["conditions", ...sections]
    : [...new Set<Aspect>(["conditions", ...sections, "documents"])];
}

/** "Trong cùng tỉnh thì có nhanh hơn không". */
const asksHowLong = ({ about = [] }: Pick<Query, "about">): boolean =>
  about.some((word) => /^(nhanh|lâu|mau)$/.test(word)) && about.length <= FEW_WORDS;
const FEW_WORDS = 3;

/** A section less likely than this doesn't stand for the summary. */
const LIKELY_SECTION = 0.4;

const asksWhetherAtAll = ({ whether = [] }: Query): boolean =>
  whether.every((kind) => kind === "eligible" || kind === "late");

const isTooYoung = (findings: readonly Finding[]): boolean =>
  findings.some(
    ({ proofs, verdict }) => verdict === "no" && proofs.some(({ pointer }) => pointer === "/ages"),
  );

/** That the case is another's comes after what decides it: too young for one may be meant by another. */
function sayFitAfter(
  findings: readonly Finding[],
  whole: ProcedureRecord,
  query: Query,
  { knowledge }: AnswerContext,
  draft: Draft,
): ReturnType<typeof sayFit> {
  if (isTooYoung(findings)) return "own";
  return sayFit(whole, query.situation!, knowledge, draft);
}

const MOST_LACKING = 3;

/** "Không có tờ đó thì lấy gì thay": the papers of who lacks one. */
const asksForSubstitute = ({ said = [], whether = [] }: Query): boolean =>
  // Without diacritics it is "thấy" as likely.
  said.includes("thay") && said.some((word) => word !== fold(word)) && !whether.includes("other");

const lackingCases = ({ documents }: ProcedureRecord): number[] =>
  documents.flatMap(({ case: name }, i) => (LACKING.test(name) ? [i] : []));
const LACKING = /^(?:(?:không|chưa) (?:có|còn)|thiếu|mất) /iu;
/** Cases of papers that the question speaks of. */
function openedBy({ procedure, query, knowledge }: Asked, findings: readonly Finding[]): number[] {
  const asked = (query.facts ?? [])
    .filter(({ share }) => share >= LIKELY_SECTION)
    .flatMap(({ pointer }) => /^\/documents\/(\d+)$/.exec(pointer)?.[1] ?? []);
  if (asked.length > 0) return asked.map(Number);
  const words = query.said ?? query.words ?? [];
  const lacking = asksForSubstitute(query) ? lackingCases(procedure) : [];
  if (lacking.length > 0 && lacking.length <= MOST_LACKING) return lacking;
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

/** Whether it may be, and nothing that was told or asked decides it. */
const isUndecided = ({ whether }: Query, findings: readonly Finding[]): boolean =>
  whether !== undefined && findings.every(({ verdict }) => verdict === "only_if" || verdict === "untold");

/** How it is done, and who may: what people trip over belongs to it. */
const OPEN_ENDED: ReadonlySet<string> = new Set(["steps", "conditions"]);

/** All that the record has of it, whatever was asked. */
export const sheetOf = ({ whether: _asked, claim: _claimed, ...query }: ProcedureQuery): ProcedureQuery => ({
  ...query,
  aspects: [],
  whole: true,
});

/** Once an answer. */
function warnOfDistrict(draft: Draft, paragraphs: readonly string[]): void {
  if (draft.paragraphs.includes(DISTRICT_ENDED) || !paragraphs.some(mentionsDistrict)) return;
  draft.compute(DISTRICT_ENDED_ON, DISTRICT_RULE);
  draft.say(DISTRICT_ENDED);
  draft.speak(DISTRICT_ENDED);
}
