/** What a caller says to the assistant itself, not as a question: "nhắc lại đi em", "dạ", "gặp cán bộ". Only whole
 *  utterances count: "gặp cán bộ nào để nộp hồ sơ" is a question. */
import { normalizeText } from "../../knowledge/vietnamese/normalize.ts";

export type Command =
  | "more"
  | "repeat"
  | "slower"
  | "faster"
  | "officer"
  | "goodbye"
  | "hello"
  | "backchannel";

/** Longer is no wish, and no plain answer. */
export const LONGEST_COMMAND = 160;

/** Words that go before and after a wish without changing it. None is made of others, nor ends a wish below: which of
 *  two ways a word is taken would have to be tried for every word. */
const BEFORE =
  "(?:(?:dạ|vâng|ừ|ờ|à|ơ|ừm|ờm|ok|ô kê|alo|a lô|này|rồi|thôi|bấm|làm ơn|vui lòng|xin|cho|để|giúp|giùm|nhờ|tôi|tui|mình|em|con|cháu|anh|chị|cô|chú|bác|bạn|muốn|cần|được|hãy|nói|ơi) )*";
const AFTER =
  "(?: (?:đi|nha|nhé|nghen|ạ|với|giùm|dùm|giúp|cho|tôi|tui|mình|em|anh|chị|bạn|con|cháu|cái|chút|một chút|tí|tý|xíu|coi|xem|được không|luôn|nữa|lần nữa|một lần|ơi|không|ngay|thôi|rồi|nhiều))*";

const PATTERNS: readonly (readonly [Command, string])[] = [
  [
    "more",
    "(?:nghe|đọc|nói|kể)? ?(?:tiếp|thêm)(?: tục| theo| phần sau| phần còn lại)?|đọc hết|nghe hết|còn gì|nữa|thêm nữa",
  ],
  [
    "repeat",
    "(?:nhắc|nói|đọc|nghe|lặp|kể)(?: lại)|lại|(?:nghe )?(?:không|chưa|hổng|hông|ko)(?: nghe)? (?:rõ|kịp|được)(?: gì)?|(?:chưa|không) nghe(?: gì)?|(?:nói )?(?:gì|cái gì)(?: vậy| cơ| thế| ạ)?|hả|hở|sao",
  ],
  [
    "slower",
    "(?:nói|đọc)? ?chậm(?: lại| hơn| chậm)*|từ từ|(?:nói|đọc)? ?nhanh quá(?: nghe không kịp)?|chậm lại",
  ],
  ["faster", "(?:nói|đọc)? ?nhanh(?: lên| hơn)|(?:nói|đọc) (?:bình thường|nhanh)(?: lại)?"],
  [
    "officer",
    "(?:gặp|nối máy|kết nối|chuyển máy|chuyển|nói chuyện|trao đổi|nối)(?: (?:với|cho|sang|tới|đến|máy|trực tiếp|tôi))* (?:cán bộ|người thật|người|nhân viên|tổng đài viên|điện thoại viên|chuyên viên|ai đó|con người)(?: trực| tư vấn| thật| phụ trách| hỗ trợ)?|cán bộ|người thật|nhân viên|tổng đài viên|chuyển máy|nối máy",
  ],
  [
    "goodbye",
    "(?:chào )?tạm biệt|chào(?: (?:anh|chị|em|bạn))?(?: (?:nhé|nha|nghen))|(?:chào|cảm ơn)(?: (?:anh|chị|em|bạn|nhiều|lắm|nha|nhé))* (?:tạm biệt|chào)|cúp máy|kết thúc|dừng lại|hết rồi|đủ rồi|vậy thôi|xong rồi|thế thôi|không(?: (?:hỏi|cần))?(?: (?:gì|thêm|nữa|đâu)){1,4}|thôi được rồi|(?:vậy )?được rồi cảm ơn|không cảm ơn",
  ],
];
const COMMANDS = PATTERNS.map(
  ([command, pattern]) => [command, new RegExp(`^${BEFORE}(?:${pattern})${AFTER}$`, "u")] as const,
);

const HELLO = /^(?:(?:a lô|alo|ơi|em|anh|chị|dạ|có ai|ở đó|nghe|không|ai|đó) ?)+$/u;
/** Said while listening, and by people nearby; alone they ask nothing. */
const BACKCHANNEL =
  /^(?:(?:dạ|vâng|ừ|ờ|à|ừm|ờm|ơ|ồ|ok|ô kê|ạ|rồi|thế à|vậy à|vậy hả|thế hả|hiểu rồi|biết rồi|ừ hử|hừm) ?)+$/u;

/** Lower case, without punctuation. */
export const spokenWords = (text: string): string =>
  normalizeText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}%.,/-]+|[.,/-](?!\d)|(?<!\d)[.,/-]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();

/** Undefined for what may be a question. */
export function commandOf(text: string): Command | undefined {
  const words = spokenWords(text);
  if (words === "" || words.length > LONGEST_COMMAND) return undefined;
  if (/a lô|alo/.test(words) && HELLO.test(words)) return "hello";
  if (BACKCHANNEL.test(words)) return "backchannel";
  return COMMANDS.find(([, pattern]) => pattern.test(words))?.[0];
}

const YES =
  /^(?:(?:dạ|vâng|ừ|ờ|ạ|rồi|em|anh|chị|cứ|thì) )*(?:dạ|vâng|ừ|ờ|ok|ô kê|có|được|đồng ý|phải|đúng|nhất trí|gọi(?: lại)?|chịu|muốn|cần)(?: (?:dạ|vâng|có|được|rồi|đi|nha|nhé|ạ|em|anh|chị|luôn|chứ|lại|đồng ý|cho|tôi|mình|số này))*$/u;
const NO =
  /^(?:(?:dạ|thôi|ờ|à|ạ|em|anh|chị) )*(?:không|thôi|khỏi|đừng|hông|hổng|chưa)(?: (?:cần|phải|đồng ý|gọi|muốn|đâu|ạ|được|nha|nhé|em|anh|chị|lại|nữa|cảm ơn))*$/u;
const OTHER = /số khác|số máy khác|đổi số|số điện thoại khác/u;

/** An answer to a question of consent; undefined when it is none. */
export function consentOf(text: string): "yes" | "no" | "other" | undefined {
  const words = spokenWords(text);
  if (words.length > LONGEST_COMMAND) return undefined;
  if (OTHER.test(words)) return "other";
  if (NO.test(words)) return "no";
  return YES.test(words) ? "yes" : undefined;
}

const NUMBERS: Readonly<Record<string, number>> = {
  một: 1,
  nhất: 1,
  "đầu tiên": 1,
  đầu: 1,
  hai: 2,
  nhì: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
};
const CHOICE =
  /^(?:(?:dạ|vâng|ừ|ờ|à|chọn|bấm|phím|cho|tôi|tui|em|mình|lấy|là|cái|câu|ý|mục|số|thứ|việc|trường hợp|lựa chọn) )*(một|hai|ba|bốn|tư|năm|nhất|nhì|đầu tiên|đầu|[1-5])(?: (?:ạ|nha|nhé|đi|em|đó|ấy))*$/u;

/** Which of the choices is meant, from 1: "số hai", "cái đầu tiên"; undefined when it was said in other words. */
export function choiceOf(text: string, choices: number): number | undefined {
  const match = CHOICE.exec(spokenWords(text));
  if (!match) return undefined;
  const chosen = NUMBERS[match[1]!] ?? Number(match[1]);
  return chosen >= 1 && chosen <= choices ? chosen : undefined;
}
