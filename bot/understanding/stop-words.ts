/** Words and phrases that carry no topic. A phrase stands for itself only: "chi tiết" is one, "tiết" alone is not.
 *  A word typed without diacritics counts only when its form is not also a topic word ("co" may be "cơ"). */
import { type Token, tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { type IsForm, longestOnly, PhraseIndex, type Span } from "./phrases.ts";

const WORDS =
  `là của cho và các những được  thì mà ở tại trong trên với về để khi nào gì ai đâu sao thế này đó kia ấy nó
tôi mình em anh chị bạn ông bà cô chú bác  ơi ạ nhé nha nhỉ à vậy hả hở hử giúp giùm dùm xin hỏi muốn cần phải có không chưa rồi đã đang sẽ
hay hoặc nếu cũng còn thêm nữa ra vào đi theo do bởi từ đến tới như bao nhiêu mấy thôi chỉ rất quá lắm luôn cái chiếc việc  làm
ta họ dạ vâng ừ ờ ừm ủa cứ mới vừa xong lúc sau trước bằng qua nên vì rằng thật đều cùng mọi mỗi nói xem tìm nêu kể
hãy đây đấy kìa nhá nghen nghe hén á ê ad shop nay giờ hôm đúng sai ok tức ngay liền thuộc gồm bên bọn
bự nè hen vl vcl đm lẹ rõ mãi hồi riêng giao ghi nêu tỉnh toàn chúc nhiều tự quý khác biết khoảng tầm dạng kiểu loại  ý lên xuống sang   bữa coi vô dùng xài rẻ đắt đứa chứ đếm`
    .split(/\s+/)
    .filter(Boolean);

const list = (text: string) => text.split(",").map((phrase) => phrase.trim());

const PHRASES = list(
  `vui lòng, chỉ giúp, giải thích, cụ thể, chi tiết, vấn đề, trả lời, câu hỏi, hiện nay, bây giờ, hôm nay, ngoài ra, chúng tôi, chúng ta, chúng em,
tụi tôi, tụi em, tụi mình, cho hỏi, xin hỏi, muốn biết, cần biết, cho biết, tìm hiểu, như thế, như vậy, thế thì, vậy thì, làm ơn, một chút, một tí, nói chung, thật ra, thực ra,
liên quan, cách nào, điều gì, có phải, thử xem, anh chị, cô chú, ông bà, dạ thưa, kính thưa, kính gửi, nhờ anh, nhờ chị, nhà nước mình, giúp đỡ, hỗ trợ giúp, trợ lý có, trợ lý số có, bạn có, trợ lý biết, thực hiện, tốt lành, một ngày, toàn bộ, nhắc lại, gấp lắm, bực mình, bực bội, giải thích rõ, đọc hiểu, quý cơ quan, cho mình, hồi đó, lúc trước, trước đây, chính quyền số đó, tất cả, cháu nội, cháu ngoại, ông nội, bà nội, ông ngoại, bà ngoại, em bé, hàng xóm, bà con, người nhà, gia đình tôi, nhà tôi, nhà em, có ai, người ta, hai đơn vị, hai cơ quan, hai sở, một hay hai, đầy đủ, đừng sót, không sót, bỏ sót, chiều nay, sáng nay, ngày mai, kịp đọc, đọc hết, với lại, nghe nói, nghe bảo, nghe đồn, nghe đâu, nghe người ta, thấy bảo, người ta nói, có thể, hoàn tất, kéo dài, phức tạp, sau khi, trước khi, buổi sáng, buổi chiều, cháu nó, vào đây, vay ngân hàng, vay tiền ngân hàng, sếp họp, sếp hỏi, sếp em, sếp tôi`,
);

/** Stop words that are none here. */
const KEPT = list("thế chấp, thay thế, làm chứng, hộ nghèo, đồng ý");

export const OWN_PLACE = list(
  "tỉnh bà rịa vũng tàu, bà rịa vũng tàu, trên địa bàn tỉnh, của tỉnh, tỉnh mình, tỉnh ta",
);
/** The city that the province became part of. */
export const CITY = list("thành phố hồ chí minh, hồ chí minh, tp hcm, tphcm, sài gòn");
/** Other provinces, by their names before and after the mergers of 2025. */
export const OTHER_PLACES = list(
  `hà nội, bình dương, đồng nai,
bình phước, tây ninh, long an, tiền giang, bến tre, trà vinh, vĩnh long, đồng tháp, an giang, kiên giang, cần thơ, hậu giang, sóc trăng, bạc liêu, cà mau, lâm đồng, bình thuận, ninh thuận,
khánh hòa, đắk lắk, đắk nông, gia lai, kon tum, phú yên, bình định, quảng ngãi, quảng nam, đà nẵng, thừa thiên huế, quảng trị, quảng bình, hà tĩnh, nghệ an, thanh hóa, ninh bình, nam định,
thái bình, hải phòng, hải dương, hưng yên, bắc ninh, bắc giang, thái nguyên, vĩnh phúc, phú thọ, hòa bình, sơn la, điện biên, lai châu, lào cai, yên bái, hà giang, tuyên quang, cao bằng,
lạng sơn, bắc kạn, quảng ninh, hà nam`,
);

const AMBIGUOUS_FOLDED = new Set(
  `co tu la cong the can dan bao moi ba con an dang cung chi chu bac ta so dieu thuoc sang tien dung xa ke mat ben loai sau khong truoc cho bang
thong tin lay dong cu thu ong tai lam nam mo ho minh`.split(/\s+/),
);

const ACCENTED: ReadonlySet<string> = new Set(WORDS.map((word) => tokenize(word)[0]!.text));
const FOLDED: ReadonlySet<string> = new Set(
  WORDS.map((word) => tokenize(word)[0]!.folded).filter((word) => !AMBIGUOUS_FOLDED.has(word)),
);
export const STOP_WORDS: ReadonlySet<string> = ACCENTED;

/** Words that join others, or say what is done with rows, and stand beside anything: written so, they were meant. */
export const JOINING_WORDS: ReadonlySet<string> = new Set(
  "và với hoặc mà thì nên đã đang sẽ được bị của là có không nếu để ở tại từ trong cho khi hay ra theo qua đấy đây đó này kia ấy thế vậy chắc nhé nhỉ hả còn thôi luôn rồi cũng vẫn chứ đếm lọc gom gộp trừ bỏ lấy cộng kể đọc".split(
    " ",
  ),
);
export const STOP_PHRASES: readonly string[] = [
  ...PHRASES,
  // Where people say they are: no procedure and no row of the plan is told apart by it.
  ...OWN_PLACE,
  ...CITY,
  ...OTHER_PLACES,
];
/** Phrase → it carries a topic. */
export const STOP_INDEX = new PhraseIndex<boolean>();
for (const phrase of STOP_PHRASES) STOP_INDEX.add(phrase, false, `stop words: ${phrase}`);
for (const phrase of KEPT) STOP_INDEX.add(phrase, true, `no stop words: ${phrase}`);

/** Two neighbours that records hold as one ("an toàn"). */
type IsCompound = (left: Token, right: Token) => boolean;

/** What is known of the words of the records. */
interface KnownWords {
  /** As written, with diacritics. */
  forms: ReadonlySet<string>;
  isCompound: IsCompound;
  /** Two words that something is called by ("sao y"): neither is a stop word there. */
  pairsOfNames?: (tokens: readonly Token[]) => readonly Span[];
  /** The text as written, for one typed without diacritics. */
  restore(tokens: readonly Token[]): string[];
}

/** Positions of the tokens that carry no topic. Takes the words as written: a text without diacritics restored. */
export function stopPositions(
  tokens: readonly Token[],
  { forms, isCompound, restore, pairsOfNames = () => [] }: KnownWords,
  isForm: IsForm = (word) => forms.has(word),
): Set<number> {
  const unaccented = tokens.every((token) => token.text === token.folded);
  const restored = unaccented ? restore(tokens) : tokens.map((token) => token.text);
  const words = tokens.map((token, i) => ({ ...token, text: restored[i]! }));
  const positions = new Set<number>();
  const kept = new Set<number>();
  for (const { from, to, value } of longestOnly(STOP_INDEX.find(words, isForm))) {
    for (let i = from; i < to; i++) (value ? kept : positions).add(i);
  }
  for (const { from } of pairsOfNames(words)) kept.add(from).add(from + 1);
  words.forEach((_word, i) => {
    if (isAddress(words, i)) positions.add(i).add(i + 1);
  });
  words.forEach((word, i) => {
    if (word.kind !== "word" || kept.has(i) || isJoined(words, i, isCompound)) return;
    // What nothing is written as has its diacritics missing or wrong ("vơi").
    const isMistyped = !forms.has(word.text);
    if (ACCENTED.has(word.text) || (isMistyped && FOLDED.has(word.folded))) positions.add(i);
  });
  return positions;
}

/** "Nhờ trợ lý lập bảng", "…, không trợ lý?": the assistant is spoken to, unless a thing of that name is spoken of. */
function isAddress(words: readonly Token[], i: number): boolean {
  const at = (place: number) => words[place]?.folded ?? "";
  return at(i) === "tro" && at(i + 1) === "ly" && !OF_THAT_NAME.has(at(i + 2)) && !SPOKEN_OF.has(at(i - 1));
}
const OF_THAT_NAME = new Set(["ao", "so", "ai", "ay", "do", "thong"]);
const SPOKEN_OF = new Set("con cai ve dung khai lam thong mem voi va vu viec muc task xay dua".split(" "));

/** Part of a compound with a neighbour: "toàn" of "an toàn". */
export const isJoined = (tokens: readonly Token[], i: number, isCompound: IsCompound): boolean => {
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  return (
    (before !== undefined && isCompound(before, tokens[i]!)) ||
    (after !== undefined && isCompound(tokens[i]!, after))
  );
};
