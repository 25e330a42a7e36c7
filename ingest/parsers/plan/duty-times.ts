/** How a duty says when: the words, their kind, and a day that can be reckoned. */
import { addDays, formatDay } from "../../../knowledge/calendar.ts";
import type { Duty } from "../../../knowledge/records.ts";

type When = Duty["when"];

/** How the text says when; the first that fits. */
const WHEN: readonly { pattern: RegExp; kind: NonNullable<When>["kind"] }[] = [
  {
    pattern:
      /(?:Thời gian hoàn thành )?(?:sau|trong(?: vòng| thời hạn)?) \d{1,3} ngày(?: làm việc)?,? (?:kể từ|sau) (?:khi|ngày) [^.;,()]{0,60}(?:ban hành|ký|nhận được)/iu,
    kind: "after_issue",
  },
  {
    pattern: /định kỳ (?:0?6|sáu) tháng(?:,? (?:và )?(?:h[àằ]ng )?năm)?(?: \([^()]{1,40}\))?/iu,
    kind: "half_yearly",
  },
  {
    pattern: /định kỳ h[àằ]ng tháng(?:, (?:quý|năm|6 tháng))*|(?:trước ngày \d{1,2} )?h[àằ]ng tháng/iu,
    kind: "monthly",
  },
  { pattern: /(?:định kỳ |trước ngày \d{1,2} )?h[àằ]ng quý/iu, kind: "quarterly" },
  { pattern: /(?:ngân sách |trước ngày \d{1,2}[/.]\d{1,2} )?h[àằ]ng năm/iu, kind: "yearly" },
  {
    pattern:
      /vào năm \d{4}(?: và [^.;,]{0,50} vào năm \d{4})?|(?:Đến|Hết|Chậm nhất(?: đến)?)(?: hết| cuối)? (?:ngày \d{1,2}\/\d{1,2}\/\d{4}|tháng \d{1,2}(?:\/| năm )\d{4}|quý [IV]{1,3}(?:\/| năm )\d{4}|năm \d{4})|(?:trước|đến|xong|chậm nhất)(?: hết)? ngày \d{1,2}(?:\/\d{1,2}\/\d{4}| tháng \d{1,2} năm \d{4})|hoàn thành (?:trước|trong|vào) (?:quý [IV]{1,3}(?:\/| năm )|tháng \d{1,2}(?:\/| năm )|năm )\d{4}/u,
    kind: "fixed",
  },
  { pattern: /Thường xuyên|định kỳ/u, kind: "ongoing" },
];

export function whenOf(words: string, issuedOn: string | null): When {
  for (const { pattern, kind } of WHEN) {
    const found = pattern.exec(words)?.[0];
    if (found)
      return { words: found, kind, derived: kind === "after_issue" ? derivedFrom(found, issuedOn) : null };
  }
  return null;
}

/** Days from the day of the document can be reckoned; working days, and days from what somebody else does, cannot. */
function derivedFrom(words: string, issuedOn: string | null): NonNullable<When>["derived"] {
  const days = /(\d{1,3}) ngày,? /u.exec(words)?.[1];
  if (days === undefined || issuedOn === null || /làm việc|nhận được/u.test(words)) return null;
  return {
    date: addDays(issuedOn, Number(days)),
    rule: `ngày ban hành ${formatDay(issuedOn)} cộng ${Number(days)} ngày lịch`,
  };
}
