/** What the words of a question signal. */

import type { SourceDocument } from "../../knowledge/records.ts";
import { inOrder } from "../../knowledge/text-scan.ts";
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import { CUE_INDEX, type Cue } from "./cues.ts";
import type { Lexicon } from "./lexicon.ts";
import { CIRCUMSTANCES, isOneOf, OTHER_MEANINGS, withoutInner } from "./other-meanings.ts";
import { type IsForm, PhraseIndex, type PhraseMatch, type Span } from "./phrases.ts";
import { isJoined } from "./stop-words.ts";
import type { Utterance } from "./utterance.ts";

export interface Signals {
  cues: ReadonlySet<Cue>;
  /** Where "chủ trì" and "phối hợp" stand, in order. */
  roles: readonly { role: "lead" | "coordinating"; from: number; to: number }[];
  /** All that was found, those that only tell a circumstance too. */
  matches: readonly PhraseMatch<Cue>[];
}

/** A plan that is called by its number alone: "2704 có bao nhiêu nhiệm vụ". Few digits are a count of something, and some
 *  are a year. */
export function planNumbers(documents: readonly Pick<SourceDocument, "kind" | "number">[]): PhraseIndex<Cue> {
  const index = new PhraseIndex<Cue>();
  for (const { kind, number } of documents) {
    const digits = /^\d{4,5}(?=\/)/.exec(number)?.[0];
    if (kind === "plan" && digits !== undefined && !/^(?:19|20)\d\d$/.test(digits)) index.add(digits, "plan");
  }
  return index;
}

/** @param circumstances  Where circumstances are told: "ngoài giá thú" asks for no price.
 *  @param numbers  From `planNumbers`. */
export function signalsIn(
  utterance: Utterance,
  circumstances: readonly Span[],
  { isCompound }: Pick<Lexicon, "isCompound">,
  isForm: IsForm,
  numbers: PhraseIndex<Cue>,
): Signals {
  const { tokens } = utterance;
  const found = [...CUE_INDEX.find(tokens, isForm), ...numbers.find(tokens, isForm)];
  const matches = withoutInner(found).filter(
    (match) =>
      !isWithin(match, circumstances) &&
      !isAcronym(utterance, match) &&
      !isOneOf(OTHER_MEANINGS, tokens, match) &&
      // A lone word in a compound is that compound's: "chung" of "dùng chung" signals nothing.
      (match.to - match.from > 1 || !isJoined(tokens, match.from, isCompound)),
  );
  const cues = new Set(
    matches.filter((match) => !isOneOf(CIRCUMSTANCES, tokens, match)).map((match) => match.value),
  );
  const roles = matches.flatMap(({ value, from, to }) =>
    value === "lead" || value === "coordinating" ? [{ role: value, from, to }] : [],
  );
  // "Căn cứ đúng thời hạn in …" goes by it, and asks of no legal basis.
  if (GOES_BY.test(utterance.folded)) cues.delete("legalBasis");
  if (asksWhetherDone(tokens)) cues.add("completion");
  if (asksHowLongBefore(utterance)) {
    cues.delete("aspectTime");
    cues.add("aspectConditions");
  }
  return { cues, roles, matches };
}

const GOES_BY = /^(\S+ ){0,2}can cu (dung|vao|theo|tren|thoi|so lieu|noi dung)( |$)/;

const isWithin = ({ from, to }: Span, longer: readonly Span[]): boolean =>
  to - from === 1 && longer.some((span) => span.to - span.from > 1 && span.from <= from && to <= span.to);

/** "AI" typed in capitals is artificial intelligence, not the question word "ai". */
export function isAcronym({ text, tokens }: Utterance, span: Span): boolean {
  if (span.to - span.from !== 1) return false;
  const token = tokens[span.from]!;
  const raw = text.slice(token.start, token.end);
  return (
    raw.length >= 2 && raw === raw.toUpperCase() && raw !== raw.toLowerCase() && text !== text.toUpperCase()
  );
}

/** "làm trước khi hết hạn bao nhiêu ngày", "trong vòng mấy tháng": a time limit set by the rules, not how long it takes. */
function asksHowLongBefore({ folded: text }: Utterance): boolean {
  return (
    inOrder(
      text,
      /(?:^| )(?:truoc|trong vong|ke tu) /,
      / (?:bao nhieu|may) (?:ngay|thang|gio|tuan|nam)(?: |$)/,
    ) ||
    /(^| )(bao lau|(may|bao nhieu) (ngay|thang|gio|tuan|nam)) (thi |la )?(phai|can) (bao|khai|nop|lam|di|dang ky)( |$)/.test(
      text,
    ) ||
    /(^| )(bao nhieu|may) (ngay|thang|gio|tuan) (thi )?(moi |)duoc (gia han|lam|nop|doi|dang ky)( |$)/.test(
      text,
    ) ||
    /(^| )(phai|can) (bao|khai|nop|lam|di|dang ky)( \S+){0,4} trong (vong )?(bao lau|may ngay|bao nhieu ngay)( |$)/.test(
      text,
    )
  );
}

/** "tỉnh đã đạt 50% chưa": a question whether something has come about, its two words far apart. */
function asksWhetherDone(tokens: readonly Token[]): boolean {
  const words = tokens.map((token) => token.folded).filter((word) => !CLOSING.has(word));
  const asked = words.some(
    (word, i) => /^(bao|may|nhieu)$/.test(word) && /^(nhieu|phan|viec|nhiem)$/.test(words[i + 1] ?? ""),
  );
  const last = words.at(-1);
  if (last === "roi") return asked && words.includes("duoc");
  // "Con số đó đã gồm việc của huyện chưa" asks of no work.
  const isOfSum = words.some(
    (word, i) => word === "da" && /^(gom|bao|tinh|ke|cong)$/.test(words[i + 1] ?? ""),
  );
  return last === "chua" && !isOfSum && words.slice(0, -1).some((word) => word === "da" || word === "xong");
}

/** Politeness at the end of a question. */
const CLOSING: ReadonlySet<string> = new Set([
  "vay",
  "a",
  "nhi",
  "ha",
  "the",
  "em",
  "anh",
  "chi",
  "ban",
  "oi",
]);
