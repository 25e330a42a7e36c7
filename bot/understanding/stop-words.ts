/** Words that carry no topic. A folded form counts only when the word was typed without diacritics and the form is
 *  not also a topic word ("co" may be "cơ", "tu" may be "tư": those stay). */
const WORDS =
  `là của cho và các những được bị thì mà ở tại trong trên với về để khi nào gì ai đâu sao thế này đó kia ấy nó
tôi mình em anh chị bạn ông bà cô chú bác con ơi ạ nhé nha nhỉ à vậy hả hở hử giúp giùm dùm xin hỏi vui lòng biết muốn cần phải có không chưa rồi đã đang sẽ
hay hoặc nếu cũng còn thêm nữa ra vào đi theo do bởi từ đến tới như bao nhiêu mấy thôi chỉ rất quá lắm luôn cái chiếc việc người
ta họ dạ vâng ừ ờ ừm ủa cứ mới vừa xong lúc sau trước ngoài bằng qua nên vì rằng thật đều cùng mọi mỗi nói xem tìm nêu kể
hãy đây đấy kìa nhá nghen nghe hén á ê ad shop nào hiện nay bây giờ giờ hôm đúng sai phải ok tức hiểu thử ngay liền thuộc gồm bên chúng tụi bọn
trả lời câu thông tin biết cụ thể chi tiết khoảng tầm dạng kiểu loại vấn đề chuyện ý điều cách lên xuống sang lấy mất bữa coi vô dùng xài được`
    .split(/\s+/)
    .filter(Boolean);

const AMBIGUOUS_FOLDED = new Set([
  "co",
  "tu",
  "la",
  "cong",
  "the",
  "can",
  "dan",
  "bao",
  "moi",
  "ba",
  "con",
  "an",
  "dang",
  "cung",
  "chi",
  "chu",
  "bac",
  "ta",
  "so",
  "dieu",
  "thuoc",
  "sang",
  "tien",
  "dung",
  "xa",
  "ke",
  "mat",
  "ben",
  "loai",
  "sau",
  "khong",
  "truoc",
  "cho",
  "bang",
  "thong",
  "tin",
  "lay",
  "dong",
  "cu",
  "thu",
  "ong",
  "tai",
]);

export const STOP_WORDS: ReadonlySet<string> = new Set(WORDS);
export const STOP_WORDS_FOLDED: ReadonlySet<string> = new Set(
  WORDS.map((word) => word.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d")).filter(
    (word) => !AMBIGUOUS_FOLDED.has(word),
  ),
);
