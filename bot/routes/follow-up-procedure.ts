/** Follow-ups about a procedure: a particular of it, another aspect, its variant for another case, or another procedure. */

import type { Aspect } from "../../knowledge/records.ts";
import { inOrder, withoutTail } from "../../knowledge/text-scan.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import { procedureByCode } from "../answers/context.ts";
import type { ProcedureQuery, Query } from "../query.ts";
import { foldedWords } from "../understanding/phrases.ts";
import type { TopicMatch } from "../understanding/topic.ts";
import { isForAge } from "./procedure-candidates.ts";
import {
  has,
  hasProcedureTopic,
  isElsewhere,
  matchPlan,
  matchProcedures,
  type RouteContext,
  refersBack,
} from "./route.ts";
import { aspectsOf, NAMED, procedureQueryOf, RECEIVES } from "./topic.ts";

/** A topic this well covered starts a new subject. */
const NEW_SUBJECT = 0.6;
/** A condition named in a follow-up is short. */
const SHORT_CONDITION = 6;
/** A record that holds less of the subject isn't meant by it. */
const HELD_BY_RECORD = 0.35;
/** So much of a name calls a procedure anew. */
const NAMED_ANEW = 0.8;
const SAME_ACT = 0.7;
/** So much of a circumstance stands in the record. */
const HELD_WORDS = 0.6;
/** A longer question than this stands by itself. */
const LONGEST_FOLLOW_UP = 14;

/** "Trường hợp thứ 3", "còn trường hợp hai": one of the cases of its papers, in their order. */
function caseMeant(context: RouteContext, { code }: ProcedureQuery): Query | undefined {
  const { question, knowledge } = context;
  const record = knowledge.procedures.find((row) => row.code === code);
  // What is always needed is no case.
  const numbers = [...(record?.documents.entries() ?? [])]
    .filter(([, group]) => !record!.reviewed || group.case !== "")
    .map(([index]) => index);
  const cases = numbers.length;
  const said = CASE.exec(fold(question.text))?.[1];
  if (said === undefined || cases < 2) return undefined;
  const place = said === "cuoi" ? cases : (CASE_NUMBERS[said] ?? Number(said));
  if (place < 1 || place > cases) return undefined;
  return { kind: "procedure", code, aspects: ["documents"], cases: [numbers[place - 1]!] };
}
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

export function followProcedure(context: RouteContext, last: ProcedureQuery): Query | undefined {
  if (isElsewhere(context)) return undefined;
  const asked = caseMeant(context, last);
  if (asked) return asked;
  const found = aspectsOf(context);
  // "vậy nộp trực tuyến thì bao nhiêu" asks the same of another channel.
  const sameOfChannel =
    /(bao nhieu|nhieu|may) *(\?|$|vay|a|ha|em)/.test(fold(context.question.text)) &&
    found.every((aspect) => aspect === "methods");
  const aspects = sameOfChannel && last.aspects.length > 0 ? last.aspects : found;
  // "Thủ tục này có áp dụng cho việc nhận con nuôi không?", whatever else it names.
  if (THIS_PROCEDURE.test(fold(context.question.text)) && !has(context, "followUp"))
    return { ...procedureQueryOf(context, last.code, found), particular: true };
  if (asksWhereFiled(fold(context.question.text)) && !has(context, "lead", "coordinating", "task"))
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

/** "Còn cho con 10 tuổi thì sao?" */
const tellsOnlyWhom = ({ question }: RouteContext): boolean =>
  question.age !== undefined &&
  question.procedureTopics[0]!.every(({ kind, folded }) => kind === "number" || PERSON.test(folded));
const PERSON = /^(cho|con|be|chau|tre|em|nguoi|gia|ba|me|tuoi|t|trai|gai)$/;

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
  context: RouteContext,
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

/** "Không có giấy chứng sinh thì sao?": circumstances that the record spoken of holds itself, word beside word. */
function asksOfCircumstance(context: RouteContext, code: string): boolean {
  const { question } = context;
  const isCircumstance = CIRCUMSTANCE.test(fold(question.text)) && !has(context, "followUp");
  if (!isCircumstance || question.tokens.length > LONGEST_FOLLOW_UP) return false;
  return question.procedureTopics[0]!.length > 1 && holdsTogether(context, code, HELD_WORDS);
}

/** All that the record says, in folded words, a space on each side. */
function textOf({ knowledge }: RouteContext, code: string): string {
  const { documents, conditions, notes, steps, audience, result } = procedureByCode(knowledge, code);
  return ` ${foldedWords(JSON.stringify([documents, conditions, notes, steps, audience, result])).join(" ")} `;
}
/** So many of the topic's words stand in the record, two of them side by side. */
function holdsTogether(context: RouteContext, code: string, share: number): boolean {
  const words = context.question.procedureTopics[0]!.map((token) => token.folded);
  const held = textOf(context, code);
  const holdsPair = words.slice(1).some((word, i) => held.includes(` ${words[i]} ${word} `));
  const count = words.filter((word) => held.includes(` ${word} `)).length;
  return (holdsPair || words.length === 1) && count >= share * words.length;
}

/** "Có bắt buộc cả hai vợ chồng cùng có mặt không?", "nếu hồ sơ cần xác minh thì chờ bao lâu?": a particular of what is
 *  spoken of, in however many words. Another procedure is asked for where one is named that this one isn't. */
function asksOfParticular(context: RouteContext, code: string): boolean {
  const { question, topics, acts } = context;
  const text = fold(question.text);
  if (has(context, "followUp", "elsewhere")) return false;
  const need = NEED.exec(text)?.index;
  // "Có phải mang sổ đỏ theo không": what is needed is no procedure asked for, unless one was named before.
  if (need !== undefined) {
    const before = topics.procedureNamesIn(question.tokens.filter(({ end }) => end <= need));
    if ([...before.keys()].every((named) => named === code)) return true;
  }
  if (!PARTICULAR.test(text) && !inOrder(text, /(?:^| )co /, / khong(?: |[?.,]|$)/)) return false;
  const matches = matchProcedures(context, MANY);
  const own = matches.find(({ recordId }) => recordId === code);
  /** By its own name it is another only if it does something else; of variants the one spoken of stays. */
  const isOwn = ({ recordId, coverage }: TopicMatch, share: number) =>
    recordId === code || (own !== undefined && own.coverage >= share * coverage);
  // What stands before "thì" in "nếu tôi thuộc hộ nghèo thì …" is said of the asker.
  const condition = IF_THEN.exec(text)?.[0].length ?? 0;
  const named = topics.procedureNamesIn(question.tokens.filter(({ start }) => start >= condition));
  const isAnother = (match: TopicMatch) =>
    named.has(match.recordId)
      ? !(isOwn(match, MOSTLY) && acts.areAlike(code, match.recordId))
      : condition === 0 &&
        match.evidence >= SOME &&
        (match.precision >= NAMED || match.coverage >= NEW_SUBJECT) &&
        !isOwn(match, AS_WELL);
  if (matches.some(isAnother)) return false;
  if (condition > 0 && aspectsOf(context).length > 0) return true;
  if (own && own.coverage >= HELD_BY_RECORD) return true;
  const words = question.procedureTopics[0]!;
  if (question.domain === null && words.length > 0) return holdsTogether(context, code, HALF);
  return words.every((word) => topics.isCommon(word)) || holdsTogether(context, code, HALF);
}
/** Less evidence names nothing. */
const SOME = 0.6;
const MANY = 20;
const AS_WELL = 0.98;
const MOSTLY = 0.7;
const HALF = 0.5;
/** What asks of a case, a duty or a permission. */
const PARTICULAR =
  /(^| )(neu|khi|truong hop|co can|can phai|bat buoc|co phai|co duoc|co the|duoc khong|phai khong|tai sao|vi sao|ai la|ai co|ai chiu|ngoai|may|bao nhieu|bao lau|gi|nao|the nao|thu tuc nay)( |[?.,]|$)/;
const NEED =
  /(?:^| )(?:co can|can|co phai|phai|co bat buoc|bat buoc)(?: phai| co)? (?!gap |di |den |dang ky|xin |khai bao|lam thu tuc|doi |cap |lam lai|biet )(?:\S+ ){0,9}?(?:khong|ko|k|hong|hok|ha)[?. ]*$/;
const IF_THEN = /^(?:neu|truong hop|khi|toi la|toi thuoc|gia dinh toi|nha toi|con toi)\b.*?\bthi\b/;

/** "Nhà thuê không có hợp đồng thì sao?": a short circumstance, and no procedure is called. */
const asksWhatThen = (context: RouteContext): boolean =>
  /thi (sao|the nao|lam sao)\s*\??$/.test(fold(context.question.text)) &&
  context.question.tokens.length <= LONGEST_FOLLOW_UP &&
  context.question.acts.size === 0 &&
  !has(context, "followUp", "procedure");
const CIRCUMSTANCE = /(thi sao|thi the nao|thi lam sao|duoc khong|co sao khong|co duoc)\s*\??$/;

/** The member of the family that the conditions said so far mean, when it is another one. */
function familyMeant({ question, families }: RouteContext, code: string): string | undefined {
  const own = families.conditionsOf(code);
  const kept = [...own].filter((condition) => !question.deniedConditions.has(condition));
  if (question.conditions.size === 0 && kept.length === own.size) return undefined;
  const chosen = families.choose(code, new Set([...kept, ...question.conditions]));
  return chosen === code ? undefined : chosen;
}

/** "Nếu một bên là người nước ngoài thì sao?": the variant of a procedure that these words tell apart. `minWords`: the
 *  shortest distinguishing phrase believed; in a whole question a lone word ("mất", "lại") may mean something else. */
export function siblingMeant(
  { question, knowledge }: RouteContext,
  code: string,
  minWords = 1,
): string | undefined {
  const { procedures } = knowledge;
  const current = procedures.find((row) => row.code === code);
  if (!current) return undefined;
  const family = current.variantOf ?? code;
  const said = question.procedureTopics.map((words) => ` ${joined(words, question.tokens)} `);
  const best = procedures
    .filter((row) => row.code !== code && (row.code === family || row.variantOf === family))
    .filter((row) => isForAge(row, question.age))
    .map((row) => ({ row, words: distinguishingWords(row.distinguishing, said) }))
    .filter(({ words }) => words >= minWords)
    .sort((a, b) => b.words - a.words)[0];
  const plain = question.procedureTopics.map((words) => ` ${words.map(({ folded }) => folded).join(" ")} `);
  const own = distinguishingWords(current.distinguishing, plain);
  return best && best.words > own ? best.row.code : undefined;
}

/** In folded words; what stands before and after a negation that carries no topic isn't said together: "mất ở nhà không
 *  có giấy báo tử" tells of no lost paper. */
function joined(words: readonly Token[], tokens: readonly Token[]): string {
  const negations = tokens
    .filter(({ folded }) => /^(khong|chua|ko|k)$/.test(folded))
    .map(({ start }) => start);
  return words
    .map(({ folded, start }, i) => {
      const before = words[i - 1]?.start ?? start;
      return negations.some((at) => before < at && at < start) ? `| ${folded}` : folded;
    })
    .join(" ");
}

/** Words of the longest distinguishing phrase that stands whole in what was said. */
const distinguishingWords = (phrases: readonly string[], readings: readonly string[]): number =>
  Math.max(
    0,
    ...phrases.map((phrase) => {
      const words = foldedWords(phrase);
      return readings.some((said) => said.includes(` ${words.join(" ")} `)) ? words.length : 0;
    }),
  );

/** "Ly hôn cần giấy tờ gì?", "vé máy bay giá bao nhiêu?" after a marriage: a subject that the record doesn't hold. */
function speaksOfAnother(context: RouteContext, code: string): boolean {
  const words = context.question.procedureTopics[0]!;
  if (words.length < 2 || refersBack(context)) return false;
  const all = context.topics.match([words], ["procedure"], context.knowledge.procedures.length);
  return (all.find((match) => match.recordId === code)?.coverage ?? 0) < HELD_BY_RECORD;
}

/** Leftover words that no procedure knows ("nộp ở đâu vậy em ơi") don't start a new subject. */
function asksMore(context: RouteContext, aspects: readonly Aspect[]): boolean {
  return aspects.length > 0 && context.question.tokens.length <= LONGEST_FOLLOW_UP;
}

/** "Nhờ chồng đi nộp được không?", "ký sẵn ở nhà được không?" */
const FILING = /(?:^| )(?:nop|lam|ky|lay|nhan|mang|dem|gui|khai|dang ky|dk|thay|giup|gium|ho)(?: |$)/;
const MAY_IT = / (?:duoc|dc) (?:khong|ko|k|hong|hok)$/;

function asksWhetherFiled(text: string): boolean {
  const asked = withoutTail(text, /[?. ]/);
  const end = MAY_IT.exec(asked);
  return end !== null && FILING.test(asked.slice(0, end.index));
}

/** Of papers, and no other procedure is named: asked of the one that is spoken of. */
export function keptProcedure(context: RouteContext, aspects: Aspect[]): Query | undefined {
  const { question, dialogue, topics } = context;
  const { last } = dialogue;
  if (last?.kind !== "procedure" || has(context, "followUp", "elsewhere")) return undefined;
  const words = question.procedureTopics[0]!.filter(({ kind }) => kind === "word");
  const text = fold(question.text);
  const isFiling = asksWhetherFiled(text) || RECEIVES.test(text);
  const isOfPapers = isFiling || question.domain === "papers" || words.every((word) => topics.isCommon(word));
  if (!isOfPapers || (question.domain === null && aspects.length === 0 && !isFiling)) return undefined;
  const matches = matchProcedures(context);
  const own = matches.find(({ recordId }) => recordId === last.code);
  const isAnother = ({ recordId, precision, coverage }: TopicMatch) =>
    recordId !== last.code && precision >= NAMED && coverage > (own?.coverage ?? 0);
  const isStrange = ({ kind, folded }: Token) => kind === "word" && !topics.knows(folded);
  if (matches.some(isAnother) || (!isFiling && words.some(isStrange))) return undefined;
  return { ...procedureQueryOf(context, last.code, aspects), particular: true };
}
