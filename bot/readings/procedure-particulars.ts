/** What a question asks of one procedure beside its aspects: a figure or a place to confirm, whether at all, further words. */

import type { Aspect } from "../../knowledge/records.ts";
import { inOrder } from "../../knowledge/text-scan.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { procedureByCode } from "../answers/context.ts";
import type { ProcedureQuery } from "../query.ts";
import { has, type ReadingContext } from "./context.ts";

/** "Được bao nhiêu tiền một tháng?": what is received is no fee. */
export const RECEIVES = /(^| )(duoc|huong|nhan|lanh|linh)( duoc| ve)? (bao nhieu|may)( |$|[?.])/;

const FOR_ANOTHER =
  /(^| )(đi|di|làm|lam|nộp|nop|lấy|lay|nhận|nhan)( \S+)? (thay|giúp|giup|giùm|gium|hộ|dùm|dum)( |[?.,]|$)/u;

const ASKS_SOMEBODY = /(?:^| )(?:nhờ|nho) /u;

const TO_GO = /(?:đi|di|làm|lam|nộp|nop|lấy|lay)(?: |[?.,]|$)/u;

const FILED =
  /(^| )(nop|lam|dang ky|xin|gui|ra|den|len|toi)( \S+){0,4} (o|tai|cho|ra|len|den|so|ubnd|uy ban)( |$)/;

/** No fee of a procedure is as high: whoever names such a sum tells of a price or an income. */
const HIGHEST_FEE = 5_000_000;
/** "Thu nhập 32 triệu", "đang lĩnh 540 nghìn": a sum that somebody gets or has. */
const OWN_MONEY =
  /(?:^| )(?:thu nhap|luong|linh|lanh|tro cap|doanh thu|tien cong)(?: \S+){0,4} (?:\d|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)/;

const isFee = (claim: ReadingContext["question"]["claim"], folded: string): boolean =>
  claim !== undefined && claim.value <= HIGHEST_FEE && !OWN_MONEY.test(folded);

const CHANNEL_WORDS = { online: /truc tuyen|online|qua mang|tren mang/, post: /buu (dien|chinh)/ } as const;

/** With what the asker wants confirmed, and what else he names. */
export function procedureQueryOf(context: ReadingContext, code: string, aspects: Aspect[]): ProcedureQuery {
  const { question } = context;
  const folded = question.plain;
  const asksYesNo =
    has(context, "askYesNo") ||
    /(^|\s)(khong|ko|k|hong|hok|dung khong|phai khong|ha|a|sao)\s*[?.]*$|nghe (noi|bao|don)|nguoi ta (noi|bao)/.test(
      folded,
    );
  // "Nghỉ 10 ngày có phải báo không" doesn't say how long the office takes.
  const isOfTime = has(context, "aspectTime") || /(dung|phai) khong|(^| )(nghe|ha|a)( |\?|$)/.test(folded);
  const isCharge = question.claim?.unit === "ngày" ? isOfTime : isFee(question.claim, folded);
  const claim = asksYesNo && isCharge ? question.claim : undefined;
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
