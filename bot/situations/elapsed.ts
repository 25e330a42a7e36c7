/** How long ago it happened: "mới sinh được 10 ngày", "nghỉ việc 4 tháng rồi", "hơn 2 năm". */
import type { Token } from "../../knowledge/vietnamese/tokens.ts";

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
/** Words of a time that is promised, wanted or worked through, not passed: none may stand just before. */
const OTHER_TIME = spelled(
  "đóng dong tham hợp hop tạm hiệu hieu trị học hoc thuê ngưng ngừng hẹn hen vòng vong trong hạn han chờ đợi doi " +
    "mỗi mất sau phải phai cần xin ở sống song làm tu từ trễ tre muộn muon chậm cham nộp nop ký gửi gui hết het còn",
);
const OTHER_TIME_REACH = 4;
/** Before a time that has passed: "sinh được 10 ngày", "nghỉ việc 4 tháng"; "nghỉ bán 2 tháng" is a plan. */
const EVENT = /^(sinh|sanh|de|viec|chet|duoc|moi|vua)$/;
const PASSED_AFTER = /^(roi|nay|truoc|qua)$/;
const SINCE_AFTER = /^(ma|chua|nhung)$/;

/** Days that have passed; no age ("5 tháng tuổi") and no promise ("trong 3 ngày", "mất 5 ngày"). */
export function elapsedIn(tokens: readonly Token[]): number | undefined {
  for (let i = 0; i < tokens.length; i++) {
    const found = countAt(tokens, i);
    if (found && isPassed(tokens, i, found.to)) return Math.round(found.days);
  }
  return undefined;
}

/** "10 ngày", "hai tháng rưỡi", "(hơn) năm nay". */
function countAt(tokens: readonly Token[], i: number): { days: number; to: number } | undefined {
  const { folded, kind, text } = tokens[i]!;
  const bare = DAYS[folded];
  if (
    bare !== undefined &&
    /^hon$/.test(tokens[i - 1]?.folded ?? "") &&
    PASSED_AFTER.test(tokens[i + 1]?.folded ?? "")
  )
    return { days: bare, to: i + 1 };
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
  const before = tokens.slice(Math.max(0, from - OTHER_TIME_REACH), from);
  const isMore = /^(hon|gan|tron|khoang|tam|qua)$/.test(last?.folded ?? "");
  if (last?.folded === "qua" && /^(khong|ko|chua)$/.test(earlier?.folded ?? "")) return false;
  const verb = isMore ? earlier : last;
  const isAgo =
    verb !== undefined && /^(day|nay)$/.test(verb.folded) && before.some(({ folded }) => folded === "cach");
  if (isAgo) return true;
  const asks = /^(khong|ko|hong|hok|k)$/.test(next);
  if (asks) return false;
  const isOther = before.some(({ text }) => OTHER_TIME.has(text));
  // "Ba mất 2 năm rồi": what lasted until now has passed, whatever the verb says of lost time.
  if (PASSED_AFTER.test(next))
    return !before.some(({ text }) => OTHER_TIME.has(text) && !/^(mất|mat|còn|hết|het)$/.test(text));
  if (isOther) return false;
  return (verb !== undefined && EVENT.test(verb.folded)) || SINCE_AFTER.test(next) || isMore;
}
