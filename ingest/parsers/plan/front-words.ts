/** Words by which the parts around the body of a plan are known. */
import { isCalendarDay } from "../../../knowledge/calendar.ts";
import type { LineRange } from "../../../knowledge/records.ts";
import type { PlanSource } from "./plan-source.ts";

/** "1. Mục tiêu" begins what a title is above. */
export const NUMBERED = /^\d{1,2}[.)] /;
export const BAR = "|";
export const NUMBER = /^Số\s*:\s*(\S.*)$/u;
export const DATED = /ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}\.?$/iu;
export const DECISION = /^(?:QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ)$/u;
export const DECIDES = /^QUYẾT (?:ĐỊNH|NGHỊ)\s*:/u;
export const PLAN = /^(?:KẾ HOẠCH|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG)?|ĐỀ ÁN|PHƯƠNG ÁN)(?=$|\s)(?!\s*:)/u;
export const BASIS = /^(?:[-–]\s*)?(?:Căn cứ|Thực hiện|Triển khai|Thi hành) (?=\p{Lu})/u;
export const GROUND = /^(?:[-–]\s*)?Căn cứ /u;
export const PROPOSAL = /^(?:[-–]\s*)?(?:Theo|Xét) đề nghị của/u;
export const ARTICLE = /^Điều \d+\s*[.:]/u;
export const RECIPIENTS = /^Nơi nhận\s*:?/u;
export const SIGNATURE = /^(?:TM|KT|TL|TUQ|Q|T\/M)\s*[./]\s*\p{Lu}/u;
export const RANK =
  /^(?:PHÓ )?(?:CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC|CỤC TRƯỞNG|VỤ TRƯỞNG|TRƯỞNG BAN|TỔNG CỤC TRƯỞNG|CHÁNH VĂN PHÒNG|THỦ TƯỚNG|HIỆU TRƯỞNG|TRƯỞNG PHÒNG)(?:\s|$)/u;
export const ATTACHED = /^\((?:Ban hành )?[Kk]èm theo /u;
export const APPENDIX = /^(?:PHỤ LỤC|Phụ lục|BIỂU|Biểu số)(?=$|[\s:.])(?!.*[;,]$)/u;
export const ATTACHED_TO =
  /[Kk]èm theo\s+(?:[\p{L}-]+\s+){1,3}số\s*:?\s*([^\s;,()]+)(?:\s+ngày\s+(\d{1,2})(?:\s+tháng\s+|[/.-])(\d{1,2})(?:\s+năm\s+|[/.-])(\d{4}))?(?:\s+của\s+([^);]{3,120}))?/u;
export const PERSON = /^(?:(?:TS|ThS|GS|PGS|BS|KS)\.\s*)*\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){1,5}$/u;
export const SIGNED = /^\(?\s*(?:đã ký|ký tên|đã kí)/iu;

/** "KẾ HOẠCH CHUYỂN ĐỔI SỐ" → "Kế hoạch". */
export function nameOf(line: string): string {
  const words = (DECISION.exec(line) ?? PLAN.exec(line))?.[0] ?? line;
  return words.charAt(0) + words.slice(1).toLowerCase();
}

/** A place may run over a line: "Bà Rịa - Vũng⏎Tàu, ngày …". */
export function datedFrom({ text, isWrapped }: PlanSource, dated: number): number {
  let from = dated;
  while (isWrapped && from > 1 && dated - from < 2) {
    const before = text.line(from - 1);
    if (
      before === BAR ||
      before === "" ||
      NUMBER.test(before) ||
      /^(?:Độc lập|CỘNG H|[-_]{2,})/u.test(before)
    )
      break;
    from--;
  }
  return from;
}

export const isProse = (line: string): boolean =>
  /[.:;]$/.test(line) && /\p{Ll}/u.test(line) && line.length > 60;

/** The words in capitals below "PHỤ LỤC", or the first ones of a sheet. */
export function appendixTitle({ text }: PlanSource, start: number): LineRange | null {
  let from = start;
  while (from <= text.count && (text.line(from) === "" || text.line(from) === BAR)) from++;
  if (from > text.count) return null;
  const own = APPENDIX.exec(text.line(from));
  const hasWords = own !== null && /^PHỤ LỤC ?(?:[IVX]{1,5}|\d{1,2})? ?[:.–-] ?\p{L}/iu.test(text.line(from));
  const first = own && !hasWords ? from + 1 : from;
  if (
    first > text.count ||
    ATTACHED.test(text.line(first)) ||
    text.line(first) === "" ||
    text.line(first).length > 300
  )
    return own ? [from, from] : null;
  let last = first;
  while (last < Math.min(text.count, first + 3)) {
    const next = text.line(last + 1);
    if (next === "" || next === BAR || /\p{Ll}/u.test(next) || /^[(\-–_]/.test(next) || APPENDIX.test(next))
      break;
    last++;
  }
  return [first, last];
}

export function dayIn(words: string): string | null {
  const match = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu.exec(words);
  return match ? dayOf(match[1], match[2], match[3]) : null;
}

export function dayOf(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
): string | null {
  if (!day || !month || !year) return null;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCalendarDay(iso) ? iso : null;
}
