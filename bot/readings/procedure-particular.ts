/** Is a particular or a circumstance asked of the procedure that is spoken of, or another procedure? */

import type { Aspect } from "../../knowledge/records.ts";
import { inOrder } from "../../knowledge/text-scan.ts";
import { procedureByCode } from "../answers/context.ts";
import { foldedWords } from "../understanding/phrases.ts";
import type { TopicMatch } from "../understanding/topic.ts";
import { aspectsOf } from "./aspects.ts";
import { has, type ReadingContext } from "./context.ts";
import { NAMED } from "./fits.ts";
import { matchProcedures } from "./matches.ts";

/** A topic this well covered starts a new subject. */
export const NEW_SUBJECT = 0.6;

/** A record that holds less of the subject isn't meant by it. */
export const HELD_BY_RECORD = 0.35;

/** So much of a circumstance stands in the record. */
const HELD_WORDS = 0.6;

/** A longer question than this stands by itself. */
export const LONGEST_FOLLOW_UP = 14;

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

const CIRCUMSTANCE = /(thi sao|thi the nao|thi lam sao|duoc khong|co sao khong|co duoc)\s*\??$/;

/** "Không có giấy chứng sinh thì sao?": circumstances that the record spoken of holds itself, word beside word. */
export function asksOfCircumstance(context: ReadingContext, code: string): boolean {
  const { question } = context;
  const isCircumstance = CIRCUMSTANCE.test(question.plain) && !has(context, "followUp");
  if (!isCircumstance || question.tokens.length > LONGEST_FOLLOW_UP) return false;
  return question.procedureTopics[0]!.length > 1 && holdsTogether(context, code, HELD_WORDS);
}

/** All that the record says, in folded words, a space on each side. */
function textOf({ knowledge }: ReadingContext, code: string): string {
  const { documents, conditions, notes, steps, audience, result } = procedureByCode(knowledge, code);
  return ` ${foldedWords(JSON.stringify([documents, conditions, notes, steps, audience, result])).join(" ")} `;
}

/** So many of the topic's words stand in the record, two of them side by side. */
function holdsTogether(context: ReadingContext, code: string, share: number): boolean {
  const words = context.question.procedureTopics[0]!.map((token) => token.folded);
  const held = textOf(context, code);
  const holdsPair = words.slice(1).some((word, i) => held.includes(` ${words[i]} ${word} `));
  const count = words.filter((word) => held.includes(` ${word} `)).length;
  return (holdsPair || words.length === 1) && count >= share * words.length;
}

/** "Có bắt buộc cả hai vợ chồng cùng có mặt không?", "nếu hồ sơ cần xác minh thì chờ bao lâu?": a particular of what is
 *  spoken of, in however many words. Another procedure is asked for where one is named that this one isn't. */
export function asksOfParticular(context: ReadingContext, code: string): boolean {
  const { question, topics, acts } = context;
  const text = question.plain;
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

/** "Nhà thuê không có hợp đồng thì sao?": a short circumstance, and no procedure is called. */
export const asksWhatThen = (context: ReadingContext): boolean =>
  /thi (sao|the nao|lam sao)\s*\??$/.test(context.question.plain) &&
  context.question.tokens.length <= LONGEST_FOLLOW_UP &&
  context.question.acts.size === 0 &&
  !has(context, "followUp", "procedure");

/** As asked; "còn khai tử thì sao?" asks of another what was asked before. */
export function aspectsKept(context: ReadingContext): Aspect[] {
  const asked = aspectsOf(context);
  const { last } = context.dialogue;
  if (asked.length > 0 || last?.kind !== "procedure") return asked;
  return has(context, "followUp") || asksWhatThen(context) ? last.aspects : asked;
}
