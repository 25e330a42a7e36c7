/** What the words around a matter say of it: whether the talk goes on, turns to something else or supposes a case, whether
 *  the matter is wished for or only needed for another, told as a reason, or as done. */
import { PhraseIndex } from "../understanding/phrases.ts";
import type { ReadingContext } from "./context.ts";

export const TURN_MARKS = [
  "goesOn",
  "turns",
  "supposes",
  "corrects",
  "comesNext",
  "wish",
  "need",
  "by",
  "sum",
] as const;
export type TurnMark = (typeof TURN_MARKS)[number];

interface MarkRow {
  /** Counts only where the turn, or a part of it, begins. */
  opens: boolean;
  patterns: string;
  examples: readonly string[];
  not: readonly string[];
}

export const MARK_ROWS: Readonly<Record<TurnMark, MarkRow>> = {
  goesOn: {
    opens: true,
    patterns:
      "vậy; vậy thì; thế; thế thì; rứa; rứa thì; zậy; rồi; mà; nhưng; nhưng mà; ủa; ủa mà; vậy mà; thế mà; ờ; ừ; với lại; còn nữa; thêm nữa; như thế; như vậy; chứ; là",
    examples: ["vậy nộp ở đâu", "rứa mấy ngày có", "ủa mà có phải về quê không", "nhưng em chưa có giấy đó"],
    not: ["nộp ở đâu vậy", "cho em hỏi rồi làm gì"],
  },
  turns: {
    opens: true,
    patterns:
      "còn; thế còn; vậy còn; à còn; tiện thể; nhân tiện; sẵn; sẵn tiện; sẵn đây; tiện đây; ngoài ra; (cho|) (em|tôi|tui|mình|chị|con|) hỏi (thêm|cái khác|chuyện khác|việc khác|qua chuyện khác); chuyện khác; việc khác; qua chuyện khác",
    examples: ["còn khai tử thì sao", "sẵn cho em hỏi luôn hộ chiếu", "nhân tiện hỏi lý lịch tư pháp"],
    not: ["giấy đó còn hạn không", "em còn thiếu giấy"],
  },
  supposes: {
    opens: true,
    patterns: "nếu; nếu như; lỡ; lỡ mà; nhỡ; giả sử; giả như; giả dụ; trường hợp; ví dụ; thí dụ; phỏng như",
    examples: ["lỡ mất giấy đó thì sao", "nếu không có hợp đồng thuê", "giả sử em ở tỉnh khác"],
    not: ["em lỡ làm mất thẻ"],
  },
  corrects: {
    opens: true,
    patterns:
      "à không; ờ không; không phải; hông phải; nhầm; em nhầm; tôi nhầm; lộn; ý (tôi|em|tui|mình|chị|con) là; ý là; thật ra; thiệt ra; nói thật; nói thiệt; hóa ra; té ra; hoá ra; xin lỗi; (tôi|em|tui|mình) (xin|) (đính chính|nói lại|nhớ nhầm|nhớ lộn|nghe nhầm|quên nói); khoan; chết; ấy chết; à chết; thôi",
    examples: [
      "à không, thẻ hết hạn",
      "hóa ra sổ gốc vẫn còn",
      "ý em là đổi chứ không phải mất",
      "tôi xin đính chính, giấy còn",
    ],
    not: ["có phải mất không phải rách không"],
  },
  comesNext: {
    opens: false,
    patterns:
      "(báo|làm|nộp|tách|xong|đăng ký|khai|ký) xong (rồi|thì|giờ|nay|hết|); xong (rồi|) (thì|giờ|nay|làm|muốn|tới|còn); sau đó; rồi sau đó; tiếp theo; (khi|lúc) có (giấy|sổ|thẻ) rồi",
    examples: [
      "báo mất xong giờ làm cuốn mới",
      "xong rồi thì làm tiếp cái gì",
      "sau đó sang tên hết bao nhiêu",
    ],
    not: ["bao lâu mới xong", "mấy ngày xong"],
  },
  wish: {
    opens: false,
    patterns:
      "(muốn|định|tính|cần|sắp|phải|xin) (làm|xin|đăng ký|đổi|cấp|khai|mở|mua|bán|nhận|chuyển|tách|sang|xây|sửa|gia hạn|hủy|xóa|rút|hưởng|lập|đi|ra|nhập|về|có); (tôi|em|tui|mình|chị|con|anh|nó|má|ba) muốn; giờ muốn; nay muốn; (làm|xin) thủ tục; xin (cấp|cái|tờ|giấy|bản)",
    examples: [
      "giờ muốn tách hộ",
      "em định đổi bằng lái",
      "tôi muốn nhận nuôi bé",
      "xin giấy xác nhận độc thân",
    ],
    not: ["có nhanh không", "bao nhiêu tiền vậy"],
  },
  need: {
    opens: false,
    patterns:
      "(có|) (cần|phải|bắt buộc|buộc|bắt) (phải|có|kèm|mang|đem|nộp|thêm|về|ra|qua|lên|xin|đi|công chứng|chứng thực|viết|làm|có mặt); có cần; có phải; (đòi|bắt|kêu|yêu cầu) (nộp|có|phải|thêm|xin|làm)",
    examples: ["có cần về quê không", "có phải công chứng giấy ủy quyền không", "họ bắt nộp giấy kết hôn"],
    not: ["hết bao nhiêu", "mấy bữa có"],
  },
  by: {
    opens: false,
    patterns:
      "(làm|đi|nộp|lấy|ký|nhận|khai|lãnh) (thay|giùm|dùm|giúp|hộ) (không|được|hông|dc|ko|luôn|em|tôi|nó|ba|má|mẹ|con|cho|); nhờ (vợ|chồng|con|người|em|anh|chị|bạn|ba|mẹ|má|cháu|cô|hàng xóm); ủy quyền; uỷ quyền",
    examples: ["vợ em đi nộp thay được không", "nhờ người quen lấy giùm", "có cần ủy quyền không"],
    not: ["tự em đi được không"],
  },
  sum: {
    opens: false,
    patterns:
      "(hết|tốn|mất|đóng|tổng cộng|vị chi|vậy) (là|) (bao nhiêu|nhiêu|nhiu|mấy đồng|mấy tiền|nhiều hông|nhiều không|nhiều tiền)",
    examples: ["hết nhiêu", "tốn bao nhiêu", "rồi hết nhiều tiền"],
    not: ["bao nhiêu ngày"],
  },
};

export const MARKS = new PhraseIndex<TurnMark>();
for (const mark of TURN_MARKS) MARKS.addPatterns(`turn-marks/${mark}`, MARK_ROWS[mark].patterns, mark);

/** Said before a turn begins to say something. */
const BEFORE = /^(a|ah|o|u|da|vang|ok|oke|ad|oi)$/;
const MOST_BEFORE = 3;

const read = new WeakMap<object, ReadonlySet<TurnMark>>();

/** Of the turn in hand. */
export function turnMarksOf({
  question,
  understander,
}: Pick<ReadingContext, "question" | "understander">): ReadonlySet<TurnMark> {
  const known = read.get(question);
  if (known) return known;
  const tokens = [...question.tokens];
  let start = 0;
  while (start < MOST_BEFORE && BEFORE.test(tokens[start]?.folded ?? "")) start++;
  const found = MARKS.find(tokens, understander.isForm).filter(
    ({ from, value }) => !MARK_ROWS[value].opens || from <= start,
  );
  const marks = new Set(found.map(({ value }) => value));
  read.set(question, marks);
  return marks;
}
