/** Words that operate on sets of rows: leave out, deny, join, refer back, pick, group, count. Data: phrases as in the cue
 *  tables, each row with sentences in which it stands and sentences in which its words mean something else. */
import { type PhraseRow, phraseRow as row } from "../understanding/patterns.ts";

const THING = "(nhiệm vụ|việc|đầu việc|công việc|cái|hạng mục|dòng|mục|task)";
const BODY = "(sở|cơ quan|đơn vị|bên|ngành|ông|nơi)";
const THAT = "(đó|này|ấy|trên|kia|vừa rồi|vừa nêu|vừa kể|nãy|hồi nãy)";

export const PLAN_MARKS = {
  /** What follows is left out. */
  without: row(
    "trừ; trừ ra; ngoại trừ; loại trừ; không kể; không tính; không tính đến; chưa kể; không gồm; không bao gồm; bỏ; bỏ qua; bỏ bớt; loại bỏ; loại trừ; gạt; gạch bỏ; ngoài; khác với; đừng tính; khoan tính",
    [
      "các việc hạn 2023 trừ việc giao chung",
      "nhóm V không kể Sở Y tế",
      "ngoài Sở TTTT thì ai phối hợp nhiều nhất",
    ],
    ["nhiệm vụ ngoài phụ lục của Sở Y tế", "ngoài ra còn gì"],
  ),
  /** What stands before it is left out: "… bỏ ra", "… thì thôi". */
  withoutBefore: row(
    "(bỏ|trừ|loại|gạt|tách|lọc) ra; bỏ đi; ra khỏi danh sách; thì thôi; khỏi kể; khỏi tính",
    ["mấy việc giao chung bỏ ra", "cái thứ hai loại ra", "Sở Y tế thì thôi"],
    ["bỏ ra bao nhiêu tiền"],
  ),
  not: row(
    `(không|chưa|chẳng|hổng|không hề|không có|không phải|không phải do|không do|không bị|không được|không cần|chưa có|chẳng có); (không|hổng|chẳng|chưa) (có|thấy|được|hề) (tên|mặt|nêu tên|ghi tên|nhắc tên|góp mặt|có tên|tham gia); vắng (tên|mặt) ở`,
    [
      "việc nào Sở Y tế không chủ trì",
      "mà không có Sở Tài chính phối hợp",
      "việc không phải hàng năm",
      "trong đó việc nào Sở Tài chính không có tên",
    ],
    ["có việc nào không"],
  ),
  /** Both sides hold of one row. */
  also: row(
    "mà; vừa; đồng thời; cùng lúc; mà có; mà lại; mà do; kiêm",
    [
      "việc nào vừa do Sở Y tế chủ trì vừa có Sở Tài chính phối hợp",
      "Sở TTTT chủ trì mà hạn 2024",
      "việc hàng năm mà giao chung",
    ],
    ["sao mà lâu thế"],
  ),
  /** The rows spoken of. */
  those: row(
    `trong (số|các|những|mấy|) ${THING} ${THAT}; (các|những|mấy|từng) ${THING} ${THAT}; trong đó; trong số (đó|này|ấy|trên|kia); trong danh sách (đó|này|ấy|trên|vừa rồi|); danh sách ${THAT}; chúng; tụi nó; mấy cái đó; trong mấy cái ${THAT}; ở trên; vừa kể; vừa nêu; trong ấy; ${THING} nào (có thêm|có cả|còn có|có kèm)`,
    [
      "trong đó hàng năm mấy việc",
      "mấy việc đó ai phối hợp",
      "trong số này cái nào hạn sớm nhất",
      "cái nào có thêm Sở Tài chính",
    ],
    ["nhiệm vụ đó hạn khi nào"],
  ),
  rest: row(
    `còn lại; phần còn lại; số còn lại; (những|các|mấy|) ${THING} còn lại; (những|các|mấy) ${THING} khác; các việc kia; (cái|việc|dòng|nhiệm vụ) (kia|còn lại); phần kia; những cái kia; (nào|gì) nữa`,
    ["còn lại thì sao", "những việc còn lại ai làm", "mấy việc khác hạn khi nào"],
    ["còn Sở Y tế thì sao"],
  ),
  /** The agencies, or the one, spoken of. */
  thoseAgencies: row(
    `(hai|2|ba|3|bốn|4|các|những|mấy|cả hai|cả 2) ${BODY} ${THAT}; cả hai; cả 2; hai bên; 2 bên; hai ông; hai sở; 2 sở`,
    ["2 sở đó bên nào nhiều hơn", "trong hai ông đó ai là chính", "cả hai có chung việc nào không"],
    ["hai việc đó"],
  ),
  thatAgency: row(
    `${BODY} ${THAT}`,
    ["sở đó còn việc nào không", "cơ quan ấy phối hợp gì", "đơn vị này chủ trì mấy việc"],
    ["việc đó của sở nào"],
  ),
  /** All agencies but those spoken of. */
  otherAgencies: row(
    "(các|những|mấy|còn|) (sở|cơ quan|đơn vị|bên|nơi|ngành|chỗ|ông) khác",
    ["còn sở khác có bị vậy không", "các cơ quan khác thì sao", "mấy đơn vị khác có không"],
    ["khác nhau chỗ nào"],
  ),
  thatGroup: row(
    `(trong|) (nhóm|mảng|phần|khối) (đó|này|ấy|trên|kia|nớ|đấy|vừa rồi); con số (đó|này|ấy|vừa rồi); (cùng|chung) nhóm (với|) (nó|đó|này|việc đó|)`,
    [
      "trong nhóm đó ai chủ trì nhiều nhất",
      "nhóm ấy có mấy việc hàng năm",
      "nhóm này hạn khi nào",
      "con số đó chiếm mấy phần trăm",
    ],
    ["nhóm nào nhiều việc nhất"],
  ),
  byGroup: row(
    "(theo|mỗi|từng) (nhóm|mảng|lĩnh vực|phần|khối); chia theo nhóm; (từng|mỗi) (nhóm|phần|khối) (một|coi|có|)",
    ["mỗi nhóm có mấy việc", "đếm theo nhóm", "từng nhóm bao nhiêu nhiệm vụ"],
    ["nhóm V có mấy việc"],
  ),
  byYear: row(
    "(theo|mỗi|từng) (năm|hạn|mốc|giai đoạn|thời gian|thời hạn); (chia|phân|tách|bổ|pivot|breakdown|thống kê|nhóm) (ra|) (theo|) (năm|thời gian|giai đoạn|hạn)",
    ["theo năm kết thúc thì mỗi năm mấy việc", "thống kê theo thời hạn", "chia theo giai đoạn"],
    ["lặp lại mỗi năm một lần"],
  ),
  inOrder: row(
    "(xếp|sắp xếp|sắp) (lại|) theo (thứ tự|) (thời hạn|thời gian|hạn|năm|mốc); theo thứ tự (thời hạn|thời gian|hạn|năm|mốc); từ (sớm|gần) (nhất|) (đến|tới) (muộn|trễ|xa) (nhất|); từ (muộn|trễ|xa) (nhất|) (đến|tới) (sớm|gần) (nhất|); (sớm|gần|gấp) (xếp|để|cho|đứng) trước",
    [
      "liệt kê việc của Sở GD xếp theo thời hạn từ sớm tới muộn",
      "sắp xếp theo hạn giúp em",
      "mấy việc đó kể từ gần đến xa",
    ],
    ["xếp hạng các sở"],
  ),
  byAgency: row(
    "(theo|mỗi|từng) (sở|cơ quan|đơn vị|ngành|bên|đơn vị chủ trì|cơ quan chủ trì)",
    ["mỗi sở mấy việc", "thống kê theo cơ quan", "từng đơn vị chủ trì bao nhiêu"],
    ["sở nào nhiều việc nhất"],
  ),
  /** All of them by name, after a number or a table was told. */
  tell: row(
    "(đọc|kể|liệt kê|nêu|điểm|ghi|đọc tên|kể tên|nêu tên|cho tên|list) (ra|từng|hết|đủ|chi tiết|cụ thể|luôn|rõ|tên|lần lượt|giúp|giùm|dùm) (từng|cái|việc|hết|luôn|ra|các|những|mấy|) (cái|việc|nhiệm vụ|tên|một|đi|ra|); (tên|kể|đọc) (từng|các|mấy) (việc|cái|nhiệm vụ|dòng); là (những|) (việc|cái|nhiệm vụ|dòng|mục) (nào|gì); gồm (những|) (việc|cái|nhiệm vụ|dòng|gì) (nào|gì|); cụ thể (là|) (những|) (việc|cái|nhiệm vụ) (nào|gì)",
    ["liệt kê ra luôn đi", "đọc từng cái cho tôi nghe", "cho em tên từng việc"],
    ["kể từ ngày ký"],
  ),
  count: row(
    "(đếm|tính) (lại|xem|giúp|giùm|dùm|thử) (xem|) (có|được|) (mấy|bao nhiêu|) (dòng|việc|cái|nhiệm vụ|đầu việc|mục|); còn (là|có|được|) (mấy|bao nhiêu|nhiêu) (dòng|việc|cái|nhiệm vụ|đầu việc|mục|); (tổng|tổng cộng|tất cả|cả thảy|vậy|thế) (là|còn|có|lại|được|) (mấy|bao nhiêu|nhiêu) (dòng|việc|cái|nhiệm vụ|đầu việc|mục|); là (mấy|bao nhiêu) (việc|cái|dòng|nhiệm vụ|đầu việc)",
    ["đếm lại xem mấy dòng", "tổng còn bao nhiêu", "vậy là mấy việc"],
    ["lệ phí bao nhiêu"],
  ),
  sum: row(
    `(cộng|tổng|gộp) (số|lại|hết|các|) (việc|nhiệm vụ|dòng|số|) (lại|) (có|) (đủ|bằng|khớp|ra|đúng); (có|) (đủ|khớp) (số dòng|tổng|67|phụ lục); (cộng|gộp) (lại|dồn|hết|chung) (là|ra|được|có|thì|) (bao nhiêu|mấy); tổng cộng lại; cộng số; (cộng|gộp|tổng) (cả|) (hai|ba|2|3|các|mấy) (năm|nhóm|con số|phần|sở|cơ quan|bên|nơi) (${THAT}|đầu|lại|); (hai|ba|2|3) (năm|nhóm|phần|sở|cơ quan|bên|nơi) (đó|này|ấy|) (cộng|gộp) lại`,
    [
      "cộng lại có đủ số dòng không",
      "cộng số việc của từng cơ quan lại có bằng 67 không",
      "cộng hết lại ra bao nhiêu",
      "cộng hai năm đó lại",
      "tổng ba cơ quan đó là mấy việc",
      "hai nhóm ấy gộp lại bao nhiêu",
    ],
    ["tổng số nhiệm vụ là bao nhiêu"],
  ),
  share: row(
    "chiếm (khoảng|chừng|tầm|cỡ|hết|) (bao nhiêu|mấy|tỷ lệ|tỉ lệ) (phần trăm|%|phần|) (trên|tổng|trong|) (tổng|số|); (là|bằng) (bao nhiêu|mấy) (phần trăm|%); chiếm (bao nhiêu|mấy phần|tỷ lệ bao nhiêu|tỷ lệ nào); (bao nhiêu|mấy) (phần trăm|%) (tổng|số|trong|của)",
    [
      "chiếm bao nhiêu phần trăm tổng số nhiệm vụ",
      "Sở TTTT chiếm mấy % tổng số",
      "là bao nhiêu % của 67 việc",
    ],
    ["phải đạt bao nhiêu phần trăm"],
  ),
  /** Counting the agencies, and not the rows. */
  howManyAgencies: row(
    `(bao nhiêu|mấy) ${BODY} (khác nhau|); (bao nhiêu|mấy) (sở|cơ quan|đơn vị)`,
    ["có bao nhiêu cơ quan chủ trì", "mấy sở được ghi tên", "bao nhiêu đơn vị khác nhau làm"],
    ["cơ quan tôi có bao nhiêu việc"],
  ),
  onlyThose: row(
    "(lọc|chọn|giữ|lấy|xem|cho xem|nêu) (ra|giùm|giúp|riêng|lại|) (các|những|mấy|) (việc|nhiệm vụ|cái); chỉ (lấy|tính|xem|cần|giữ|những|các); lọc; giữ lại",
    ["lọc giùm các việc do Sở Giáo dục chủ trì", "chỉ lấy việc hàng năm", "giữ lại những cái hạn 2024"],
    ["tôi chỉ hỏi thôi"],
  ),
} satisfies Record<string, PhraseRow>;

export type PlanMark = keyof typeof PLAN_MARKS;
