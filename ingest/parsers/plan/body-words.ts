/** How names of bodies begin, and the words that mean many of them. */
import type { Party } from "../../../knowledge/records.ts";

/** First words of a body's own name. */
const HEADS =
  "Bộ|Sở|Ban|Phòng|Công an|UBND|Ủy ban|Uỷ ban|UB|HĐND|Hội đồng|Thường trực|Văn phòng|VP|Trung tâm|Cục|Chi cục|Tổng cục|Vụ|Viện|Học viện|Trường|Đại học|Hội|Liên hiệp|Liên đoàn|Đoàn|Mặt trận|MTTQ|Tòa án|Thanh tra|Kiểm toán|Kho bạc|Bảo hiểm|BHXH|Thuế|Chi cục Thuế|Thống kê|Hải quan|Điện lực|Bưu điện|Bộ đội|Quân khu|Đài|Báo|Cổng|Thông tấn|Chi nhánh|Tổ|Trạm|Hạt|Đội|Ngân hàng|Tập đoàn|Tổng công ty|Tổng Công ty|Công ty|BQL|Quỹ|Bệnh viện|Thành ủy|Tỉnh ủy|Huyện ủy|Đảng ủy|Chủ tịch|Phó Chủ tịch|Giám đốc|Phó Giám đốc|Trưởng|Phó Trưởng|Kế toán|Công chức|Cán bộ|Bí thư|Hiệu trưởng|Lãnh đạo|Chánh|Thủ trưởng|Ông|Bà|Đồng chí|Thôn|Khu phố|Tổ dân phố|Ấp|Bản|Khoa|Ngành|Xã|Phường|Huyện|Quận|Thị xã|Thành phố|Tỉnh|Hiệp hội|Câu lạc bộ|Hợp tác xã|Nhà thầu|Chủ đầu tư|Đơn vị|Cơ quan|Doanh nghiệp|Viễn thông|Địa phương";
const BEGINS = new RegExp(String.raw`^(?:${HEADS})(?!\p{L})`, "u");
/** "VTV", "TTXVN", "EVN": letters alone. */
const LETTERS = /^[A-ZĐ][A-ZĐ&-]{1,11}(?![\p{L}\d])/u;
const JOINS = /;|,|\n|\s(?:và|cùng|với)\s|\s\+\s|\//gu;

const PREFIX =
  /(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Chủ tịch UBND|Chủ tịch Ủy ban nhân dân|Thủ trưởng|Lãnh đạo|Người đứng đầu|Công an|Trưởng|Giám đốc)\s+/iuy;
const QUANTIFIER = /(?:tất cả các|toàn thể các|toàn bộ các|các|những|tất cả|toàn bộ|một số|mọi)\s+/iuy;
const NOUN =
  /(?:sở|ban quản lý dự án|ban quản lý|ban|bộ phận|bộ|ngành|phòng ban|phòng|cơ quan|đơn vị|tổ chức|địa phương|xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh|thôn|ấp|bản|buôn|khu phố|tổ dân phố|đoàn thể|hội|trường học|trường đại học|trường|viện nghiên cứu|viện|doanh nghiệp|tập đoàn|tổng công ty|công ty|hợp tác xã|hiệp hội|trạm y tế|bệnh viện|cơ sở|lực lượng|chủ đầu tư|nhà đầu tư|người dân|hộ dân|hộ kinh doanh|cá nhân|chuyên gia|nhà khoa học|tổ công nghệ số cộng đồng|cộng đồng|công chức|cán bộ|UBND|Ủy ban nhân dân|HĐND|lĩnh vực|cấp)(?!\p{L})/iuy;
const TAIL =
  /\s+(?:có liên quan|liên quan|được lựa chọn|được giao|được phân công|được chọn|trực thuộc|trên địa bàn tỉnh|trên địa bàn xã|trên địa bàn phường|trên địa bàn thành phố|trên địa bàn|thuộc tỉnh|thuộc xã|cấp tỉnh|cấp huyện|cấp xã|của tỉnh|của xã|của thành phố|trung ương|khác)(?!\p{L})/iuy;
const NEXT = /\s*[,/]\s*|\s+(?:và|hoặc)\s+/uy;
const ENDS = /\s*(?:$|[,;./)(\n+]|(?:và|hoặc|cùng|với|phối hợp)\s)/uy;
/** Common nouns that are described in small letters: "doanh nghiệp viễn thông". */
const COMMON =
  /^(?:doanh nghiệp|viện nghiên cứu|trường đại học|đoàn thể|tổ chức|hiệp hội|người dân|hộ dân|chuyên gia|nhà khoa học|cá nhân|hộ kinh doanh|cơ sở|nhà đầu tư|tập đoàn|hợp tác xã)/iu;
const OTHERS =
  /^(?:các |những )?(?:doanh nghiệp|viện nghiên cứu|trường đại học|người dân|hiệp hội|tập đoàn)/iu;
const ALONE =
  /^(?:địa phương|cộng đồng|(?:sở|bộ|ban|ngành|cơ quan|đơn vị|phòng) (?:có )?(?:liên quan|được))/iu;
const RELATED = /liên quan|được (?:lựa chọn|giao|phân công|chọn)/iu;
const LOCAL =
  /địa phương|(?:^|[\s,])(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|đặc khu)(?:$|[\s,;])/iu;
const OFFICES =
  /(?:^|[\s,;/])(?:bộ|sở|ban|ngành|phòng|cơ quan|đơn vị|địa phương|UBND|Ủy ban nhân dân)(?:$|[\s,;/])/iu;

export type Many = Pick<Party, "kind" | "includesLocal"> & { length: number };

/** Where the pattern ends that begins at a place; the place itself where it doesn't. */
function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

const isAt = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

/** Words that mean many bodies, at the beginning of a text: "Các sở, ban, ngành và địa phương", "UBND các xã, phường",
 *  "doanh nghiệp viễn thông"; `length` is theirs. */
export function manyAt(text: string): Many | undefined {
  let end = 0;
  let nouns = 0;
  let isQuantified = false;
  for (let at = 0; at < text.length; ) {
    const behindPrefix = after(PREFIX, text, at);
    const behindQuantifier = after(QUANTIFIER, text, behindPrefix);
    const isSaidMany = behindQuantifier > behindPrefix;
    const behindNoun = after(NOUN, text, behindQuantifier);
    if (behindNoun === behindQuantifier) break;
    // "UBND các xã, phường, doanh nghiệp": offices, then others.
    if (nouns > 0 && OTHERS.test(text.slice(behindQuantifier, behindNoun)) && !OTHERS.test(text)) break;
    let behind = behindNoun;
    for (let tail = after(TAIL, text, behind); tail > behind; tail = after(TAIL, text, behind)) behind = tail;
    if (!isAt(ENDS, text, behind)) {
      const noun = text.slice(behindQuantifier, behindNoun);
      const isDescribed = /^\s+\p{Ll}/u.test(text.slice(behind, behind + 4));
      if (!isDescribed || !(isQuantified || isSaidMany || COMMON.test(noun))) break;
      behind = descriptionEnd(text, behind);
    }
    // "Công an xã" is one body, "Công an xã, phường" are many.
    if (behindPrefix > at && !isSaidMany && !isNounAt(text, after(NEXT, text, behind))) break;
    isQuantified ||= isSaidMany;
    nouns++;
    end = behind;
    at = after(NEXT, text, behind);
    if (at === behind) break;
  }
  const words = text.slice(0, end);
  if (nouns === 0 || !(isQuantified || nouns > 1 || ALONE.test(words) || COMMON.test(words)))
    return undefined;
  const kind = RELATED.test(words) ? "related" : OFFICES.test(words) ? "collective" : "other";
  return { length: end, kind, includesLocal: LOCAL.test(words) };
}

function isNounAt(text: string, at: number): boolean {
  const behind = after(NOUN, text, at);
  return behind > at && isAt(ENDS, text, behind);
}

/** The next separator: "các phòng chuyên môn thuộc Ủy ban nhân dân xã". */
function descriptionEnd(text: string, from: number): number {
  const length = text.slice(from).search(/[,;.(\n]|\s(?:và|hoặc|cùng|với)\s/u);
  return length < 0 ? text.length : from + length;
}

/** Length of the name of the body that the text begins with: up to a bracket, or to a separator behind which another
 *  body begins. `isBody` knows further beginnings. */
export function bodyAt(text: string, isBody: (words: string) => boolean): number {
  const bracket = text.indexOf("(");
  const limit = bracket > 0 ? bracket : text.length;
  for (const match of text.slice(0, limit).matchAll(JOINS)) {
    const sign = match[0].trim();
    if (sign === ";" || match[0] === "\n") return match.index;
    const rest = text.slice(match.index + match[0].length);
    const next = rest.trimStart();
    // "Sở VH,TT&DL": no space, no other body.
    if (sign === "," && next === rest && LETTERS.test(next)) continue;
    if (next !== "" && isHalf(text.slice(0, match.index), sign)) continue;
    if (next === "" || isBody(next) || LETTERS.test(next) || BEGINS.test(next)) return match.index;
  }
  return text.slice(0, limit).trimEnd().length || text.length;
}

/** "Văn phòng HĐND và UBND xã" is one body. */
const isHalf = (before: string, sign: string): boolean =>
  sign === "và" &&
  /(?:Văn phòng|VP|Thường trực)\s+(?:HĐND|Hội đồng nhân dân|Đoàn ĐBQH|Đoàn đại biểu Quốc hội)$/u.test(before);
