/** How long ago it happened, and what: "mới sinh được 10 ngày", "nghỉ việc 4 tháng rồi", "mất hôm 10/11"; and how late
 *  somebody says to be: "trễ 3 tháng", "quá hạn 65 ngày". */
import type { EventId } from "../../knowledge/circumstances.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import { isBreak } from "./breaks.ts";
import { isFilingDay } from "./filing-day.ts";
import { dateAt } from "./told-dates.ts";

export interface Passed {
  /** Whole days. */
  days: number;
  /** Undefined where only the time is told: "4 tháng rồi còn nộp được không". */
  since?: EventId;
}

const NUMBERS: Readonly<Record<string, number>> = {
  nua: 0.5,
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
};
const DAYS: Readonly<Record<string, number>> = {
  ngay: 1,
  hom: 1,
  bua: 1,
  tuan: 7,
  thang: 30,
  nam: 365,
};
const LONGEST = 400;

/** Spelled as written: "chờ" is no "cho", "mỗi" no "mới". */
const spelled = (words: string): ReadonlySet<string> => new Set(words.split(" "));
/** Words of a time that is promised, wanted or worked through, not passed: none may stand between it and what happened. */
const OTHER_TIME = spelled(
  "đóng dong tham hợp hop tạm hiệu hieu trị học hoc thuê ngưng ngừng hẹn hen vòng vong trong hạn han chờ đợi doi " +
    "mỗi mất sau phải phai cần xin ở sống song làm tu từ trễ tre muộn muon chậm cham nộp nop ký gửi gui hết het còn " +
    "lãnh lanh lĩnh hưởng huong lương nghìn ngàn ngan trăm triệu trieu đồng",
);
const OTHER_TIME_REACH = 4;
/** What goes on until now: "đóng bảo hiểm công ty được 9 năm rồi". */
const GOES_ON = spelled(
  "đóng dong hưởng huong lãnh lanh lĩnh học hoc thuê tham nghìn ngàn trăm triệu trieu đồng",
);
const GOES_ON_REACH = 14;
/** Before a time that has passed: "sinh được 10 ngày", "nghỉ việc 4 tháng"; "nghỉ bán 2 tháng" is a plan. */
const EVENT = /^(sinh|sanh|de|viec|chet|duoc|moi|vua|dc)$/;
const PASSED_AFTER = /^(roi|nay|truoc|qua)$/;
const SINCE_AFTER = /^(ma|chua|nhung)$/;

/** Words of what happened, longest first; the nearest before the time, else the first behind it, is meant. */
const HAPPENED: readonly (readonly [words: string, event: EventId])[] = [
  ["chấm dứt hợp đồng", "job_end"],
  ["quyết định thôi việc", "job_end"],
  ["thanh lý hợp đồng", "job_end"],
  ["hết hạn hợp đồng", "job_end"],
  ["hết hợp đồng", "job_end"],
  ["hết hđ", "job_end"],
  ["bị sa thải", "job_end"],
  ["bị đuổi việc", "job_end"],
  ["nghỉ công ty", "job_end"],
  ["nghỉ xưởng", "job_end"],
  ["nghỉ hẳn", "job_end"],
  ["nghỉ ngang", "job_end"],
  ["nghỉ việc", "job_end"],
  ["nghỉ làm", "job_end"],
  ["nghỉ ngày", "job_end"],
  ["nghỉ từ", "job_end"],
  ["thôi việc", "job_end"],
  ["mất việc", "job_end"],
  ["cho nghỉ", "job_end"],
  ["có việc", "job_start"],
  ["đi làm", "job_start"],
  ["chào đời", "birth"],
  ["ra đời", "birth"],
  ["sinh", "birth"],
  ["sanh", "birth"],
  ["đẻ", "birth"],
  ["qua đời", "death"],
  ["từ trần", "death"],
  ["quy tiên", "death"],
  ["tắt thở", "death"],
  ["trút hơi thở", "death"],
  ["chết", "death"],
  ["sang tên", "transfer"],
  ["mua", "transfer"],
  ["bán", "transfer"],
  ["tặng", "transfer"],
  ["phát hiện mất", "loss"],
  ["làm rớt", "loss"],
  ["rớt", "loss"],
  ["rơi", "loss"],
  ["chuyển tới", "arrival"],
  ["chuyển đến", "arrival"],
  ["dọn tới", "arrival"],
  ["dọn đến", "arrival"],
  ["dọn về", "arrival"],
];
const PHRASES = HAPPENED.map(([words, event]) => ({
  words: words.split(" ").map((text) => ({ text, folded: fold(text) })),
  event,
}));
const REACH = 9;
const FEW = 14;

/** "Bữa ni 30/11 rồi". */
const isToday = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - 2), at).some(({ folded }) => /^(nay|ni|gio)$/.test(folded));

/** The day of the question itself, and one on which papers were filed, is none on which it happened: "tới bữa nay 25/11 chưa
 *  khai", "hồ sơ sang tên nộp hôm 17/11". */
const isSpokenOn = (tokens: readonly Token[], at: number, today: string): boolean =>
  (isToday(tokens, at) && dateAt(tokens, at, today)?.days === 0) ||
  tokens.slice(Math.max(0, at - 3), at).some(({ text }) => /^(nộp|nop|gửi)$/.test(text));

/** What has passed; no age ("5 tháng tuổi") and no promise ("trong 3 ngày", "mất 5 ngày"). `isDeath`: of "mất". `today`: ISO.
 *  `before`: what was told to have happened; a day alone in a few words is another day of that ("à nhầm, hôm 25/9"). */
export function passedIn(
  tokens: readonly Token[],
  isDeath: boolean,
  today?: string,
  before?: EventId,
): Passed | undefined {
  let first: Passed | undefined;
  for (let i = 0; i < tokens.length; i++) {
    const counted = countAt(tokens, i);
    const isCounted = counted !== undefined && isPassed(tokens, i, counted.to);
    const dated =
      today === undefined || isFilingDay(tokens, i, today) || isSpokenOn(tokens, i, today)
        ? undefined
        : dateAt(tokens, i, today);
    const found = isCounted ? counted : dated;
    if (!found) continue;
    const since = eventBefore(tokens, i, isDeath) ?? (isCounted ? eventAfter(tokens, found.to) : undefined);
    if (!isCounted && since === undefined && before && tokens.length <= FEW && !isToday(tokens, i))
      return { days: Math.round(found.days), since: before };
    // A day alone may be any day; what happened on it makes it the one that counts.
    if (!isCounted && since === undefined) continue;
    const passed: Passed = { days: Math.round(found.days), ...(since === undefined ? {} : { since }) };
    if (since !== undefined) return passed;
    first ??= passed;
  }
  return first;
}

const LATE = /^(tre|muon|cham)$/;
/** "Trễ 3 tháng", "quá hạn 65 ngày"; no question ("trễ mấy ngày") and no rule ("chậm nhất 3 ngày"). In days. */
export function lateIn(tokens: readonly Token[]): number | undefined {
  for (let i = 0; i < tokens.length; i++) {
    const { text, folded } = tokens[i]!;
    const isLate =
      (LATE.test(folded) && (text !== folded || isLateTyped(tokens, i))) ||
      (folded === "han" && /^(qua|tre)$/.test(tokens[i - 1]?.folded ?? ""));
    if (!isLate || /^(trẻ|tré|châm|muốn|mượn)$/.test(text)) continue;
    for (let at = i + 1; at <= i + 3; at++) {
      const last = tokens[at - 1];
      if (!tokens[at] || (last && isBreak(last, tokens[at]!))) break;
      const count = countAt(tokens, at);
      if (count && tokens[count.to]?.folded !== "tuoi") return Math.round(count.days);
      if (!/^(han|mat|het|toi|hon|khoang|gan|ca|tam|den|qua|duoc)$/.test(tokens[at]!.folded)) break;
    }
  }
  return undefined;
}

/** Without diacritics "tre" may be a child, and "muon" a wish. */
const isLateTyped = (tokens: readonly Token[], i: number): boolean => {
  const before = tokens[i - 1]?.folded ?? "";
  return tokens[i]!.folded === "tre"
    ? !/^(cho|be|con|dua|cac|may|nhung|chau|em)$/.test(before)
    : /^(nop|khai|bi|lam|ky)$/.test(before);
};

function eventBefore(tokens: readonly Token[], at: number, isDeath: boolean): EventId | undefined {
  for (let end = at; end > 0 && end > at - REACH; end--) {
    const found = eventEnding(tokens, end, isDeath);
    if (found) return found;
  }
  return undefined;
}

/** "Được 4 tháng kể từ khi nghỉ việc", "10 ngày trước em có mua": in what is said next. */
function eventAfter(tokens: readonly Token[], at: number): EventId | undefined {
  for (let end = at + 1; end <= tokens.length && end <= at + REACH / 2; end++) {
    if (isBreak(tokens[end - 1]!, tokens[end] ?? tokens[end - 1]!)) break;
    const found = eventEnding(tokens, end, false);
    if (found) return found;
  }
  return undefined;
}

function eventEnding(tokens: readonly Token[], end: number, isDeath: boolean): EventId | undefined {
  const phrase = PHRASES.find(({ words }) =>
    words.every((word, i) => {
      const token = tokens[end - words.length + i];
      return (
        token !== undefined &&
        (token.text === word.text || (token.text === token.folded && word.folded === token.text))
      );
    }),
  );
  // "Đám tang", typed without diacritics, is no "tặng".
  const isMourning = phrase?.event === "transfer" && /^(dam|mai|lo|tro)$/.test(tokens[end - 2]?.text ?? "");
  if (phrase && !isMourning) return phrase.event;
  const { text } = tokens[end - 1]!;
  if (text === "nghỉ" && end < tokens.length && countAt(tokens, end)) return "job_end";
  return text === "mất" || text === "mat" ? (isDeath ? "death" : undefined) : undefined;
}

const isNumber = (token: Token | undefined): boolean =>
  token !== undefined && (token.kind === "number" || NUMBERS[token.folded] !== undefined);

/** "10 ngày", "hai tháng rưỡi", "tháng rưỡi", "(hơn) năm nay". */
function countAt(tokens: readonly Token[], i: number): { days: number; to: number } | undefined {
  const { folded, kind, text } = tokens[i]!;
  const bare = DAYS[folded];
  if (
    bare !== undefined &&
    /^hon$/.test(tokens[i - 1]?.folded ?? "") &&
    PASSED_AFTER.test(tokens[i + 1]?.folded ?? "")
  )
    return { days: bare, to: i + 1 };
  // "Cách nay tháng rưỡi".
  if (bare !== undefined && tokens[i + 1]?.folded === "ruoi" && !isNumber(tokens[i - 1]))
    return { days: bare * 1.5, to: i + 2 };
  const count = kind === "number" ? Number(text) : NUMBERS[folded];
  const days = DAYS[tokens[i + 1]?.folded ?? ""];
  if (count === undefined || days === undefined || !(count <= LONGEST)) return undefined;
  const isHalf = /^(ruoi|hon)$/.test(tokens[i + 2]?.folded ?? "");
  const more = tokens[i + 2]?.folded === "ruoi" ? 0.5 : 0;
  return { days: (count + more) * days, to: i + (isHalf ? 3 : 2) };
}

function isPassed(tokens: readonly Token[], from: number, to: number): boolean {
  const next = tokens[to]?.folded ?? "";
  const [last, earlier] = [tokens[from - 1], tokens[from - 2]];
  if (/^(tuoi|nua|mot|dau|mang)$/.test(next)) return false;
  // "5 ngày làm việc" is how long an office takes.
  if (next === "lam" && tokens[to + 1]?.folded === "viec") return false;
  if (/^(truoc|sau|toi|trong|moi|ngay|thang|nam|thu)$/.test(last?.folded ?? "") && last?.text !== "mới")
    return false;
  if (next === "truoc" && /^(khi|ngay|luc|han)$/.test(tokens[to + 1]?.folded ?? "")) return false;
  // "500 ngàn 1 tháng" is a sum for each.
  if (/^(ngan|nghin|trieu|dong|k)$/.test(last?.folded ?? "")) return false;
  const before = tokens.slice(Math.max(0, from - OTHER_TIME_REACH), from);
  const isMore = /^(hon|gan|tron|khoang|tam|qua)$/.test(last?.folded ?? "");
  if (last?.folded === "qua" && /^(khong|ko|chua)$/.test(earlier?.folded ?? "")) return false;
  const verb = isMore ? earlier : last;
  const isAgo =
    verb !== undefined && /^(day|nay)$/.test(verb.folded) && before.some(({ folded }) => folded === "cach");
  if (isAgo) return true;
  const asks = /^(khong|ko|hong|hok|k)$/.test(next);
  if (isPlanned(tokens, from)) return false;
  if (asks || goesOn(tokens, from)) return false;
  const isOther = before.some(({ text }) => OTHER_TIME.has(text));
  // "Đóng mười tháng rồi mới sinh": until what came then.
  if (next === "roi" && tokens[to + 1]?.folded === "moi" && !eventBefore(tokens, from, false)) return false;
  // "Ba mất 2 năm rồi": what lasted until now has passed, whatever the verb says of lost time.
  if (PASSED_AFTER.test(next))
    return !before.some(({ text }) => OTHER_TIME.has(text) && !/^(mất|mat|còn|hết|het)$/.test(text));
  if (isOther) return false;
  return (verb !== undefined && EVENT.test(verb.folded)) || SINCE_AFTER.test(next) || isMore;
}

const PLANS = spelled("sẽ định dự tính");
const PLANS_REACH = 9;

/** "Chị sẽ ở lại giữ cháu khoảng ba tháng": how long something is going to last. */
function isPlanned(tokens: readonly Token[], from: number): boolean {
  for (let i = from - 1; i >= 0 && i >= from - PLANS_REACH; i--) {
    if (isBreak(tokens[i]!, tokens[i + 1]!)) return false;
    if (PLANS.has(tokens[i]!.text)) return true;
  }
  return false;
}

/** In the same breath, and nothing has happened since. */
function goesOn(tokens: readonly Token[], from: number): boolean {
  for (let i = from - 1; i >= 0 && i >= from - GOES_ON_REACH; i--) {
    if (isBreak(tokens[i]!, tokens[i + 1]!)) return false;
    if (eventEnding(tokens, i + 1, false)) return false;
    if (GOES_ON.has(tokens[i]!.text)) return true;
  }
  return false;
}
