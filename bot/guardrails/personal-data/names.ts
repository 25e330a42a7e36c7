/** Names of persons: where somebody says whose it is, or beside other personal data. Names of streets, leaders and
 *  authors of laws stand. */
import type { Token } from "../../../knowledge/vietnamese/tokens.ts";
import type { TextSpan } from "./words.ts";
import { wordSet } from "./words.ts";

const SURNAMES = new Set(
  `nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý trịnh đinh đoàn lương mai đào tô lâm trương cao tạ châu hà thái tống quách
   vương kiều phùng thạch mạc doãn nghiêm nguyen tran pham hoang huynh phan dang bui ngo duong trinh dinh doan luong truong`.split(
    /\s+/,
  ),
);
const SHORT_OF_LE = new Set(["lê", "le", "vu", "vo", "do", "ho", "ly"]);
const MIDDLE = wordSet("văn thị");
/** Directly before a name: "tên là", "chủ tk", "em là". */
const OWNERS = new Set(["tên", "ten", "là", "la", "tk", "hàng", "kh", "cd", "dân", "khoản"]);
const TITLES = wordSet("ông bà anh chị cô chú bác cậu dì em cháu con bạn vợ chồng");
const WHO_IS = wordSet("em tôi tui con cháu mình anh chị đây tên");
const OWNER_PAIRS: Readonly<Record<string, ReadonlySet<string>>> = {
  là: WHO_IS,
  la: WHO_IS,
  tk: wordSet("chủ"),
  khoản: wordSet("tài"),
  hàng: wordSet("khách"),
  dân: wordSet("công"),
};
const PLACES = wordSet("đường phố trường chợ cầu phường xã hẻm ngõ công viên khu chùa nhà quận huyện");
const ENDS = wordSet(
  `số sinh sanh căn cccd cmnd điện đt sđt ở làm xin hỏi muốn cần có bị đi và với thì là ạ nha nhé năm quê mã trú ngụ tại giờ cho nộp đã chưa được
   không của hôm nay mst stk tk hồ chứng hộ gplx biển xe zalo mail email máy phản khai đăng gọi liên lh nhờ ngày tuổi này`,
);
/** Words that begin as a surname: "họ báo tôi là hồ sơ chưa đủ". */
const NO_SURNAMES: Readonly<Record<string, ReadonlySet<string>>> = {
  hồ: wordSet("sơ"),
  lý: wordSet("do lịch thuyết"),
  trường: wordSet("hợp học"),
  đào: wordSet("tạo"),
  cao: wordSet("tuổi hơn nhất"),
  mai: wordSet("táng mốt"),
  lương: wordSet("hưu tháng"),
  lê: wordSet("lết"),
};
const MOST_GIVEN = 4;
const MOST_BARE = 3;
const MOST_TO_DATUM = 4;

export function findNames(text: string, words: readonly Token[], data: readonly TextSpan[]): TextSpan[] {
  const found: TextSpan[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (!SURNAMES.has(word.text) && !SHORT_OF_LE.has(word.text)) continue;
    if (NO_SURNAMES[word.text]?.has(words[i + 1]?.text ?? "")) continue;
    const to = ending(text, words, i);
    if (to - i < 2 || !isPerson(text, words, i, to, data)) continue;
    found.push({ from: word.start, to: words[to - 1]!.end });
    i = to - 1;
  }
  return found;
}

const isCapital = (text: string, word: Token) => /\p{Lu}/u.test(text[word.start]!);

function ending(text: string, words: readonly Token[], from: number): number {
  const capital = isCapital(text, words[from]!);
  const most = capital ? MOST_GIVEN : MOST_BARE;
  let i = from + 1;
  for (; i < words.length && i <= from + most; i++) {
    const word = words[i]!;
    if (text.slice(words[i - 1]!.end, word.start) !== " " || word.kind !== "word") break;
    if (capital ? !isCapital(text, word) : ENDS.has(word.text)) break;
  }
  return i;
}

function isPerson(
  text: string,
  words: readonly Token[],
  from: number,
  to: number,
  data: readonly TextSpan[],
): boolean {
  const before = words[from - 1];
  if (before && PLACES.has(before.text)) return false;
  const isWhole = MIDDLE.has(words[from + 1]!.text) ? to - from >= 3 : to - from >= 2;
  if (!isWhole) return false;
  if (before && OWNERS.has(before.text)) {
    const pair = OWNER_PAIRS[before.text];
    if (!pair || pair.has(words[from - 2]?.text ?? ""))
      return to - from >= 3 || isCapital(text, words[from]!);
  }
  const datum = data.find((span) => words[to - 1]!.end <= span.from);
  const near = datum !== undefined && (words[to + MOST_TO_DATUM]?.start ?? text.length) >= datum.from;
  if (!near || to - from < 3) return false;
  return isCapital(text, words[from]!) || (before !== undefined && TITLES.has(before.text));
}
