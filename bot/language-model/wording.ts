/** What a generated sentence says beyond its figures: no word that its quotes don't prove, none moved to another place, no
 *  negation gained or lost. */
import { tailOf } from "../../knowledge/text-scan.ts";
import { contains, LETTER, likeness, normalized, plainWords, tellingWords, word } from "./lock-words.ts";
import { splitClauses } from "./sources.ts";
import type { Problem } from "./text-problems.ts";

const NEGATION =
  /(?<![\p{L}\p{M}])(?:(?<!hàng )không(?! (?:gian|khí|quân|ngừng)(?![\p{L}\p{M}]))|chưa|chẳng|đừng|cấm|miễn|khỏi|trừ|ngoại trừ)(?![\p{L}\p{M}])\s*[\p{L}\p{M}]*/giu;
/** Words that change what a figure or a duty means. */
export const QUALIFIERS = word(
  "trực tiếp|trực tuyến|qua mạng|bưu chính|bưu điện|tại nhà|bản chính|bản sao|bản gốc|tối đa|tối thiểu|ít nhất|nhiều nhất|không quá|vượt quá|trên|dưới|trước|sau|hơn|khoảng|chỉ|phải|có thể|được phép|mọi|tất cả|toàn bộ|duy nhất|hoàn toàn|mỗi|miễn|miễn phí|giảm|bắt buộc|tự nguyện|làm việc|(?<!kinh )phí|lệ phí|tiền|(?<!đánh )giá|thời hạn|thời gian|kết quả|hằng năm|hàng năm|hằng tháng|hàng tháng|hằng quý|hàng quý|trong nước|nước ngoài|thường xuyên|ngay|lập tức|chủ trì|phối hợp|tham mưu|phê duyệt|ban hành|báo cáo|giám sát|kiểm tra|cấp xã|cấp huyện|cấp tỉnh|xã|phường|huyện|quận|tỉnh|thành phố|trung ương|quốc gia|cha|mẹ|vợ|chồng|con|nam|nữ|cá nhân|tổ chức|doanh nghiệp|phạt|bồi thường",
);
const COMPLETION = word(
  "(?:đã|vừa)\\s+(?:được\\s+)?(?:hoàn thành|hoàn tất|triển khai|thực hiện|đạt|ban hành|làm|giải quyết|nộp|duyệt|cấp|xong|tiếp nhận)|(?:được|sẽ)\\s+(?:hoàn thành|hoàn tất)|xong rồi",
);
const ADVICE = word(
  "nên|khuyên|tốt nhất|chắc chắn|cam kết|bảo đảm|đảm bảo|yên tâm|theo tôi|tôi nghĩ|tôi cho rằng|có lẽ|có thể là|hình như|hotline|gọi số|liên hệ số|bồi dưỡng|lót tay|người quen|làm hộ|dịch vụ ngoài|khởi kiện|kiện|tố cáo|khiếu nại|luật sư",
);
const NAME = "\\s+(?:\\p{Lu}[\\p{L}\\p{M}]*|và(?=\\s+\\p{Lu})|-)";
const ORGANISATION = new RegExp(
  `(?<!${LETTER})(?:(?:Sở|Bộ|Ban|Cục|Chi cục|Tổng cục|Phòng|Thanh tra|Hội|Viện|Trường)(?:${NAME})+|(?:UBND|Ủy ban|Văn phòng|Công an|Trung tâm|Tòa án|Bảo hiểm|Kho bạc|Ngân hàng|Công ty)(?:${NAME})*)`,
  "gu",
);
/** Words of any answer. */
const COMMON = new Set(
  "anh chị theo quy định gồm bao nguồn nêu ghi cụ thể khi làm thủ tục này nếu tại kế hoạch tài liệu hồ sơ giấy tờ nộp cơ quan giải quyết mức gửi đặt mục tiêu yêu cầu lấy việc trả chuẩn bị mang xem trang cách phần đối trường hợp tổng thường áp dụng người nơi tiếp nhận nhận thực hiện đồng thời đây phục vụ".split(
    " ",
  ),
);

export function checkWording(text: string, proof: string, problems: Set<Problem>): void {
  const unproven = (pattern: RegExp) =>
    [...text.matchAll(pattern)].some(([words]) => !contains(proof, words));
  if (unproven(NEGATION) || movesNegation(text, proof)) problems.add("negation");
  if (unproven(QUALIFIERS)) problems.add("qualifier");
  if (unproven(COMPLETION)) problems.add("completion");
  if (unproven(ADVICE)) problems.add("advice");
  if (unproven(ORGANISATION)) problems.add("agency_not_in_quote");
  const names = [...text.matchAll(/(?<=[\p{L}\p{M}\d,]\s)\p{Lu}[\p{L}\p{M}]*/gu)].map(([name]) => name);
  if (names.some((name) => !contains(proof, name))) problems.add("name_not_in_quote");
}

/** "Giấy khám sức khỏe; hạng A1 không cần" must not come back as "không cần giấy khám sức khỏe": what follows a negation
 *  follows it in a quote too, or else what stands before it does. */
function movesNegation(text: string, proof: string): boolean {
  const said = plainWords(normalized(text));
  const quoted = plainWords(proof);
  return [...said.matchAll(NEGATION)].some(({ 0: words, index }) => {
    const after = /^ (\S+)/u.exec(said.slice(index + words.length))?.[1] ?? "¦";
    if (after !== "¦") return !quoted.includes(` ${words.trim()} ${after} `);
    const before = wordBefore(said, index) ?? "¦";
    return !quoted.includes(` ${before} ${words.trim()} `);
  });
}

/** Undefined where no single space stands before the place, or no word before that. */
const wordBefore = (text: string, place: number): string | undefined =>
  text[place - 1] === " " ? tailOf(text.slice(0, place - 1), /\S/) || undefined : undefined;

/** "Nộp bản sao, xuất trình bản chính" must not come back as "nộp bản chính": such a word keeps a neighbour that it has in
 *  a quote, unless it stands alone there, and stays in the part of the quote that is nearest to what is said. */
export function movesQualifier(text: string, quotes: readonly string[], proof: string): boolean {
  const said = plainWords(normalized(text));
  const quoted = plainWords(proof);
  const isTorn = [...said.matchAll(QUALIFIERS)].some(({ 0: words, index }) => {
    const before = wordBefore(said, index);
    const after = /^ (\S+)/u.exec(said.slice(index + words.length))?.[1];
    const keepsOne = [before && ` ${before} ${words} `, after && ` ${words} ${after} `].some(
      (pair) => pair && !pair.includes("¦") && quoted.includes(pair),
    );
    return !keepsOne && !quoted.includes(`¦ ${words} ¦`);
  });
  if (isTorn) return true;
  const clauses = quotes.flatMap(splitClauses);
  return text.split(/[;,()]/u).some((part) => {
    const nearest = nearestTo(part, clauses);
    return (
      nearest.length > 0 &&
      [...part.matchAll(QUALIFIERS)].some(
        ([words]) =>
          clauses.some((clause) => contains(normalized(clause), words)) &&
          !nearest.some((clause) => contains(normalized(clause), words)),
      )
    );
  });
}

/** The clauses that share most with a text; none when nothing is shared. */
function nearestTo(text: string, clauses: readonly string[]): string[] {
  const scores = clauses.map((clause) => likeness(text, clause));
  const most = Math.max(0, ...scores);
  return most === 0 ? [] : clauses.filter((_clause, i) => scores[i] === most);
}

/** "Không thu lệ phí" must not come back as "thu lệ phí": neither may the part of the quotes that is nearest lose all its
 *  negations, nor a word that is only ever negated lose its own. */
export function losesNegation(text: string, quotes: readonly string[]): boolean {
  const words = new Set(tellingWords(text));
  const shared = (clause: string) => tellingWords(clause).filter((word) => words.has(word)).length;
  const clauses = quotes.flatMap(splitClauses);
  const most = Math.max(0, ...clauses.map(shared));
  const nearest = clauses.filter((clause) => shared(clause) === most);
  const negates = (clause: string) => clause.search(NEGATION) >= 0;
  if (most >= 2 && nearest.every(negates) && !negates(text)) return true;
  const proof = normalized(quotes.join("; "));
  const negated = new Set(
    [...proof.matchAll(NEGATION)].map(([phrase]) => phrase.split(/\s+/u)[1] ?? "").filter(Boolean),
  );
  const affirmed = (place: string) => plainWords(normalized(place).replace(NEGATION, " ¦ "));
  const inQuotes = affirmed(proof);
  // With the word before it: "nếu đổi" where the quote has "nếu không đổi" and "nếu có đổi".
  return [...affirmed(text).matchAll(/(?<=\s)(\S+) (?=(\S+))/gu)].some(
    ([, before, word]) =>
      negated.has(word!) && !inQuotes.includes(before === "¦" ? ` ${word} ` : ` ${before} ${word} `),
  );
}

/** A telling word that stands neither in the quotes, nor in the name of what it is about, nor in any answer. One is
 *  enough to change what is said. */
export function hasStrangeWord(text: string, proofs: readonly string[]): boolean {
  const known = new Set([...proofs.flatMap(tellingWords), ...COMMON]);
  return tellingWords(text).some((word) => !known.has(word));
}
