/** Whether a paper that is spoken of is had or lacking: told by the words around its name. */
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import { isBreak } from "./breaks.ts";

/** A pattern, and the same for what is typed without diacritics. */
interface Pair {
  written: RegExp;
  plain: RegExp;
}
/** Without diacritics "rơi" is "rồi". */
const pair = (source: string): Pair => ({
  written: new RegExp(source),
  plain: new RegExp(fold(source.replace("|rơi", ""))),
});

const NO = "(?:không|hổng|hông|hong|hok|ko|k|chẳng|chả|chưa|hem|hẻm|đâu)";
/** What may stand between the cue and the name. */
const BETWEEN =
  "(?: (?:được|luôn|hết|tiêu|cả|cái|cuốn|tờ|tấm|bản|giấy|thẻ|gốc|chính|đủ|sẵn|lại|mấy|của|xe|đầy đủ|theo|tên|trong|thông tin|đăng ký|gì|ra|cho|một|1|2|chiếc|quyển)){0,3} $";
const LACKS_BEFORE = [
  pair(
    `(?:^| )${NO} (?:kịp |từng |bao giờ |hề |được |có |còn )?(?:có|còn|cấp|làm|nhận|lấy|giữ|mang|đem|đủ|xin|đăng ký|tìm|thấy|kiếm|thấy|ra)${BETWEEN}`,
  ),
  pair(`(?:^| )(?:mất|thất lạc|thiếu|rớt|rơi|lạc)${BETWEEN}`),
];
const HAS_BEFORE = pair(
  `(?:^| )(?:có|còn|giữ|cầm|có sẵn|đã được cấp|đã nhận|nhận được|lấy được|xin được|được cấp|đã làm|mang theo|đem theo)${BETWEEN}`,
);
const ASKED_BEFORE = pair(
  `(?:^| )(?:cần|phải|nên|muốn|xin|nộp|đòi|bắt|yêu cầu|cấp lại|làm lại|nếu|kêu)(?: [^ ]{1,7}){0,2} $`,
);
/** Between a name and what is said of it. */
const OF =
  "^(?: (?:của|ở|trong|trên|xe|em|tôi|mình|tui|ba|mẹ|xã|phường|đó|này|thì|vẫn|cũng|đã|bị|lỡ|rồi|nó|cô|chồng|vợ|gốc|lưu)){0,4}";
const LACKS_AFTER = [
  pair(`${OF} (?:mất|thất lạc|cháy|rớt|rơi|trôi|bay)(?! (?:bao|mấy|may|phí|tiền|nhiêu|khoảng|[0-9]))(?: |$)`),
  pair(
    `${OF} ${NO} (?:có|còn|được cấp|làm|thấy|kịp làm)(?! (?:hạn|giá|cần|phải|được|tốn|mất|hiệu|chip|thời))(?: |$)`,
  ),
];
const HAS_AFTER = pair(
  `${OF} (?:còn|có (?:đủ|rồi|sẵn|đây|đầy đủ|đàng hoàng))(?! (?:nợ|ai|gì|phải|không|chưa|thiếu|mấy|bao|cách))(?: |$)`,
);
const ASKING = pair(`^ ${NO}(?:$| (?:em|anh|chị|ạ|a|vậy|hả|bạn|thì|ta|nhỉ|z|dạ|cô|chú)(?: |$))`);

/** Words on either side that matter. */
const REACH = 5;

/** Had (true), lacking (false), or only spoken of. `to` is exclusive. */
export function holding(tokens: readonly Token[], from: number, to: number): boolean | undefined {
  const isPlain = tokens.every(({ text, folded }) => text === folded);
  const spelling = isPlain ? "plain" : "written";
  const lineOf = (first: number, end: number) =>
    tokens
      .slice(first, end)
      .map((token, i) => {
        const last = tokens[first + i - 1];
        return last && isBreak(last, token) ? `, ${token.text}` : token.text;
      })
      .join(" ");
  const isOwn = from > 0 && isBreak(tokens[from - 1]!, tokens[from]!);
  const before = `${lineOf(Math.max(0, from - REACH), from)} ${isOwn ? ", " : ""}`;
  const after = to < tokens.length ? ` ${lineOf(to, to + REACH)}` : "";
  const stands = (text: string, ...patterns: readonly Pair[]) =>
    patterns.some((row) => row[spelling].test(text));

  if (stands(after, ...LACKS_AFTER)) return false;
  if (stands(before, ...LACKS_BEFORE)) return false;
  if (stands(before, ASKED_BEFORE)) return undefined;
  if (stands(after, HAS_AFTER)) return true;
  return stands(before, HAS_BEFORE) && !stands(after, ASKING) ? true : undefined;
}
