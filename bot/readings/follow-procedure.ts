/** Follow-ups about a procedure: a particular of it, another aspect, its variant for another case, or another procedure. */

import type { Aspect } from "../../knowledge/records.ts";
import { withoutTail } from "../../knowledge/text-scan.ts";
import { findProcedure, procedureByCode } from "../answers/context.ts";
import type { ProcedureQuery, Query } from "../query.ts";
import type { TopicMatch } from "../understanding/topic.ts";
import { aspectsOf } from "./aspects.ts";
import { has, hasProcedureTopic, isElsewhere, type ReadingContext, refersBack } from "./context.ts";
import { NAMED } from "./fits.ts";
import { matchPlan, matchProcedures } from "./matches.ts";
import { familyMeant, siblingMeant } from "./procedure-family.ts";
import {
  asksOfCircumstance,
  asksOfParticular,
  asksWhatThen,
  HELD_BY_RECORD,
  LONGEST_FOLLOW_UP,
  NEW_SUBJECT,
} from "./procedure-particular.ts";
import { procedureQueryOf } from "./procedure-particulars.ts";

/** A condition named in a follow-up is short. */
const SHORT_CONDITION = 6;

/** So much of a name calls a procedure anew. */
const NAMED_ANEW = 0.8;

const SAME_ACT = 0.7;

/** So short, and so much of it a name, it calls a procedure and tells nothing. */
const LONGEST_CALL = 7;
const NEARLY_ALL = 0.9;

/** "Trường hợp một bên là người nước ngoài" counts nothing. */
const CASE =
  /(?:^|\s)(?:truong hop|th)\s+(?:(?:thu|so)\s+)?(\d|mot|hai|ba|bon|tu|nam|sau|nhat|dau|cuoi)(?=$|\s*[?.,]|\s+(?:thi|can|gom|co|la|a|nhe|nha|di|tien|cung)(?:\s|$))/;

const CASE_NUMBERS: Readonly<Record<string, number>> = {
  mot: 1,
  nhat: 1,
  dau: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  sau: 6,
};

/** "Trường hợp thứ 3", "còn trường hợp hai": one of the cases of its papers, in their order. */
export function caseMeant(context: ReadingContext, { code }: ProcedureQuery): Query | undefined {
  const { question, knowledge } = context;
  const record = findProcedure(knowledge, code);
  // What is always needed is no case.
  const numbers = [...(record?.documents.entries() ?? [])]
    .filter(([, group]) => !record!.reviewed || group.case !== "")
    .map(([index]) => index);
  const cases = numbers.length;
  const said = CASE.exec(question.plain)?.[1];
  if (said === undefined || cases < 2) return undefined;
  const place = said === "cuoi" ? cases : (CASE_NUMBERS[said] ?? Number(said));
  if (place < 1 || place > cases) return undefined;
  return { kind: "procedure", code, aspects: ["documents"], cases: [numbers[place - 1]!] };
}

/** "Vậy nộp trực tuyến thì bao nhiêu" asks the same of another channel. */
export const asksSameOfChannel = (context: ReadingContext): boolean =>
  /(bao nhieu|nhieu|may) *(\?|$|vay|a|ha|em)/.test(context.question.plain) &&
  aspectsOf(context).every((aspect) => aspect === "methods");

/** "Còn khai tử thì sao?" calls another procedure by nothing but its name. */
export function readCalledNext(context: ReadingContext): Query | undefined {
  const { last } = context.dialogue;
  if (
    last?.kind !== "procedure" ||
    context.question.tokens.length > LONGEST_CALL ||
    !has(context, "followUp")
  )
    return undefined;
  const [best] = matchProcedures(context, 1);
  if (!best || (best.called ?? 0) === 0 || best.coverage < NEARLY_ALL) return undefined;
  const query = followProcedure(context, last);
  return query?.kind === "procedure" && query.code !== last.code ? query : undefined;
}

export function followProcedure(context: ReadingContext, last: ProcedureQuery): Query | undefined {
  if (isElsewhere(context)) return undefined;
  const asked = caseMeant(context, last);
  if (asked) return asked;
  const found = aspectsOf(context);
  const aspects = asksSameOfChannel(context) && last.aspects.length > 0 ? last.aspects : found;
  // "Thủ tục này có áp dụng cho việc nhận con nuôi không?", whatever else it names.
  if (THIS_PROCEDURE.test(context.question.plain) && !has(context, "followUp"))
    return { ...procedureQueryOf(context, last.code, found), particular: true };
  if (asksWhereFiled(context.question.plain) && !has(context, "lead", "coordinating", "task"))
    return procedureQueryOf(context, last.code, ["place"]);
  if (has(context, "lead", "coordinating", "task", "plan", "target", "report")) return undefined;
  if (has(context, "structure") && aspects.length === 0) return undefined;
  if (hasProcedureTopic(context)) {
    const sibling = familyMeant(context, last.code) ?? siblingMeant(context, last.code);
    const namesOne = (matchProcedures(context, 1)[0]?.precision ?? 0) >= NAMED_ANEW;
    if (sibling && (context.question.procedureTopics[0]!.length <= SHORT_CONDITION || !namesOne))
      return procedureQueryOf(context, sibling, aspects.length > 0 ? aspects : last.aspects);
    if (tellsOnlyWhom(context))
      return procedureQueryOf(context, sibling ?? last.code, aspects.length > 0 ? aspects : last.aspects);
    const matches = matchProcedures(context);
    const best = matches[0];
    const isAnew = (best?.called ?? 0) > 0 || (best?.precision ?? 0) >= NAMED_ANEW;
    if (!isAnew && (asksOfCircumstance(context, last.code) || asksWhatThen(context)))
      return procedureQueryOf(context, last.code, aspects.length > 0 ? aspects : last.aspects);
    if (asksOfParticular(context, last.code))
      return { ...procedureQueryOf(context, last.code, aspects), particular: true };
    const other = matchPlan(context, ["task", "target"], 1)[0];
    const isNew = best !== undefined && best.coverage >= NEW_SUBJECT && best.precision >= NAMED;
    if (best && isNew && (!other || other.coverage <= best.coverage)) {
      // The same aspects of another procedure ("còn khai tử thì sao?").
      const isSame = best.recordId === last.code;
      const doingSame = isSame ? undefined : inSameAct(context, matches, last);
      if (doingSame) return procedureQueryOf(context, doingSame, aspects.length > 0 ? aspects : last.aspects);
      const onlyChannel = aspects.every((aspect) => aspect === "methods");
      const inherits = onlyChannel && (has(context, "followUp") || (isSame && aspects.length === 0));
      if (isSame || inherits)
        return { kind: "procedure", code: best.recordId, aspects: inherits ? last.aspects : aspects };
      return undefined;
    }
    if (speaksOfAnother(context, last.code)) return undefined;
    const yesNo =
      context.question.tokens.length <= LONGEST_FOLLOW_UP &&
      has(context, "pronoun", "askYesNo", "aspectDocuments");
    if (!asksMore(context, aspects) && !yesNo) return undefined;
    return procedureQueryOf(context, last.code, aspects);
  }
  if (aspects.length > 0 || context.question.claim) return procedureQueryOf(context, last.code, aspects);
  if (has(context, "askWhen")) return { kind: "procedure", code: last.code, aspects: ["time"] };
  if (has(context, "money")) return { kind: "procedure", code: last.code, aspects: ["fee"] };
  if (has(context, "askWho")) return { kind: "procedure", code: last.code, aspects: ["place"] };
  return undefined;
}

const PERSON = /^(cho|con|be|chau|tre|em|nguoi|gia|ba|me|tuoi|t|trai|gai)$/;

/** "Còn cho con 10 tuổi thì sao?" */
const tellsOnlyWhom = ({ question }: ReadingContext): boolean =>
  question.age !== undefined &&
  question.procedureTopics[0]!.every(({ kind, folded }) => kind === "number" || PERSON.test(folded));

/** "Nộp ở Sở Tư pháp hả?" */
const FILED_AT =
  /^(?:vay |the |roi )?(?:(?:phai |toi )?(?:nop|gui|lam)(?: ho so)? (?:o|tai|cho|len|ra)|(?:ra|len|den|toi)) /;

const CONFIRMS = /(?:a|phai khong|dung khong)$/;

function asksWhereFiled(text: string): boolean {
  const begun = FILED_AT.exec(text);
  if (!begun) return false;
  const place = text.slice(begun[0].length);
  return place.includes("hay ") || CONFIRMS.test(withoutTail(place, /[?. ]/));
}

const THIS_PROCEDURE = /(^| )(thu tuc|giay to|ho so|to khai)( \S+){0,2}? (nay|do|ay)( |[?.,]|$)/;

/** "Còn căn cước?" after a lost driving licence: of procedures nearly as good the one that does the same. */
function inSameAct(
  context: ReadingContext,
  matches: readonly TopicMatch[],
  { code }: ProcedureQuery,
): string | undefined {
  const { question, acts } = context;
  if (!has(context, "followUp") || question.acts.size > 0 || has(context, "procedure")) return undefined;
  const near = matches.filter(({ score }) => score >= SAME_ACT * matches[0]!.score);
  const fieldOf = (row: string) => procedureByCode(context.knowledge, row).field;
  const same = near.find(({ recordId }) => acts.doSame(code, recordId));
  const isOfField = ({ recordId, called = 0 }: TopicMatch) =>
    called > 0 || fieldOf(recordId) === fieldOf(code);
  // "Còn bản sao?" after a signature that was certified.
  return (same ?? (isOfField(matches[0]!) ? undefined : near.find(isOfField)))?.recordId;
}

/** "Ly hôn cần giấy tờ gì?", "vé máy bay giá bao nhiêu?" after a marriage: a subject that the record doesn't hold. */
function speaksOfAnother(context: ReadingContext, code: string): boolean {
  const words = context.question.procedureTopics[0]!;
  if (words.length < 2 || refersBack(context)) return false;
  const [own] = context.topics.matchProcedures([words], [code], 0).filter((match) => match.recordId === code);
  return (own?.coverage ?? 0) < HELD_BY_RECORD;
}

/** Leftover words that no procedure knows ("nộp ở đâu vậy em ơi") don't start a new subject. */
function asksMore(context: ReadingContext, aspects: readonly Aspect[]): boolean {
  return aspects.length > 0 && context.question.tokens.length <= LONGEST_FOLLOW_UP;
}
