/** Where a person lives: house, lane, street, hamlet. The commune stands: answers depend on it. */

import { isNumberWord } from "../../../knowledge/vietnamese/numbers.ts";
import type { Token } from "../../../knowledge/vietnamese/tokens.ts";
import { COUNTED } from "./kinds.ts";
import { type TextSpan, wordSet } from "./words.ts";

/** What an address is introduced by; where it needs a person before it or names one's home itself. */
const LIVES = wordSet("ở o trú ngụ sống tại nhà về quê hẻm ngõ");
const HOME_PAIRS = new Set(
  [
    "địa chỉ",
    "nơi ở",
    "chỗ ở",
    "hộ khẩu",
    "thường trú",
    "tạm trú",
    "thuê trọ",
    "trú tại",
    "số nhà",
    "cư ngụ",
    "cư trú",
  ].flatMap((pair) => [pair, [...wordSet(pair)].filter((word) => !pair.split(" ").includes(word)).join(" ")]),
);
const PERSONS = wordSet(
  `tôi tui em mình con cháu tao ông bà cô chú bác cậu dì anh chị mẹ má mạ ba bố cha vợ chồng ngoại nội bé nhà cd dân kh`,
);
const OFFICE_PAIRS = new Set([
  "uy ban",
  "cong an",
  "trung tam",
  "chi cuc",
  "toa an",
  "mot cua",
  "tru so",
  "kho bac",
  "benh vien",
  "van phong",
  "buu dien",
  "ngan hang",
]);
/** Parts of an address that are smaller than a commune. */
const PARTS = wordSet(
  "số sn căn lô tổ xóm ấp thôn hẻm kiệt ngõ ngách kp khu đội block toà tòa tầng chung kdc đường phố khóm buôn bản nhà hộ dân cư",
);
/** With a number behind one of these it is somebody's home. */
const HOUSE_PARTS = wordSet("số sn căn lô tổ xóm ấp thôn hẻm kiệt ngõ ngách kp khóm block");
const STREETS = wordSet("đường phố hẻm ngõ ngách kiệt ấp thôn xóm tổ khu chung kdc");
const COMMUNES = wordSet("phường p xã x tt quận q huyện tp tỉnh");
const COMMUNE_PAIRS = new Set(["thi tran", "thi xa", "thanh pho"]);
const SIGNS = wordSet("xuyệt xuyệc xẹt trên lẻ linh gạch chéo chấm mươi mười trăm hăm");
const ENDS = wordSet(
  `đi thì có muốn cần giờ mà nên nay bị nước chủ xin cho nhé nha ạ không ko k hông được đc làm đăng nộp thuộc ở o gần của là với và đã sẽ đang
   bưu nghen nhờ tách vậy hả à này đó kia từ tới đến mô ai gì nào trước sau xác nhận chưa rồi thôi luôn
   tạm thường trú hết`,
);
const FILLERS = wordSet(
  "của tôi tui em mình con cháu bà ông anh chị mẹ ba bố má mạ cd là hiện tại đang ở nhà số trọ thuê nay bác cô chú kết quả",
);
/** "nơi cư trú tại Điều 29" */
const LAW = wordSet("điều khoản luật mục nghị thông quyết công");
const MOST_FILLERS = 5;
const MOST_PERSON_DISTANCE = 14;
const MOST_NAME_WORDS = 4;

export function findAddresses(text: string, words: readonly Token[]): TextSpan[] {
  const found: TextSpan[] = [];
  for (let i = 0; i < words.length; i++) {
    const home = isHome(words, i);
    if (!home && !LIVES.has(words[i]!.text)) continue;
    if (!belongsToPerson(words, i, home)) continue;
    // "số nhà 7" names a home and begins the address in one.
    const first =
      words[i]!.text === "số" ||
      words[i]!.text === "so" ||
      words[i]!.text === "hẻm" ||
      words[i]!.text === "ngõ"
        ? i
        : i + 1;
    const begins = beginning(text, words, home && first > i ? i + 2 : first, home);
    if (begins === undefined) continue;
    const to = ending(text, words, begins);
    found.push({ from: words[begins]!.start, to: words[to - 1]!.end });
    i = to - 1;
  }
  return found;
}

const isHome = (words: readonly Token[], i: number): boolean =>
  (i + 1 < words.length && HOME_PAIRS.has(`${words[i]!.text} ${words[i + 1]!.text}`)) ||
  words[i]!.text === "sn";

/** A person is named before it, and no office nearer. */
function belongsToPerson(words: readonly Token[], at: number, home: boolean): boolean {
  for (let i = at; i >= 0 && i >= at - MOST_PERSON_DISTANCE; i--) {
    const word = words[i]!;
    if (i > 0 && OFFICE_PAIRS.has(`${words[i - 1]!.folded} ${word.folded}`)) return false;
    if (word.text === "ubnd") return false;
    // "phường Bà Rịa"
    if (PERSONS.has(word.text) && !COMMUNES.has(words[i - 1]?.text ?? "")) return true;
  }
  return home;
}

const isNumber = (word: Token | undefined): boolean =>
  word !== undefined && (word.kind === "number" || isNumberWord(word.text) || SIGNS.has(word.text));

/** The word that an address begins at, a few words on at most. */
function beginning(text: string, words: readonly Token[], from: number, home: boolean): number | undefined {
  for (let i = from; i <= from + MOST_FILLERS && i < words.length; i++) {
    const word = words[i]!;
    if (i > from && /[.;?!]/.test(text.slice(words[i - 1]!.end, word.start))) return undefined;
    if (HOUSE_PARTS.has(word.text)) {
      const number = PARTS.has(words[i + 1]?.text ?? "") ? i + 2 : i + 1;
      const value = words[number];
      if (isNumber(value) || (value && isLettered(text, words, number))) {
        if (word.text !== "số" && word.text !== "so") return i;
        if (home || hasStreet(text, words, number)) return i;
      }
    }
    if (isNumber(word)) return hasStreet(text, words, i) ? i : undefined;
    if (LAW.has(word.text)) return undefined;
    if (!FILLERS.has(word.text) && !(home && isCapital(text, word))) return undefined;
  }
  return undefined;
}

/** "A12", "C3" */
const isLettered = (text: string, words: readonly Token[], i: number): boolean =>
  words[i]!.end - words[i]!.start <= 2 &&
  words[i + 1]?.kind === "number" &&
  /^-?$/.test(text.slice(words[i]!.end, words[i + 1]!.start));

/** Behind the number that begins at word i: a street, or a name with a capital. */
function hasStreet(text: string, words: readonly Token[], i: number): boolean {
  let at = i;
  while (
    isNumber(words[at]) ||
    (at > i && words[at] && words[at]!.end - words[at]!.start === 1 && text[words[at]!.start - 1] !== " ")
  )
    at++;
  const next = words[at];
  if (!next || at === i || COUNTED.has(next.text)) return false;
  if (/[,;:?!/]/.test(text.slice(words[at - 1]!.end, next.start))) return false;
  return STREETS.has(next.text) || isCapital(text, next);
}

const isCapital = (text: string, word: Token): boolean => /\p{Lu}/u.test(text[word.start]!);

/** Behind the last word of the address that begins at word `from`. */
function ending(text: string, words: readonly Token[], from: number): number {
  let names = 0;
  let hasCapital = false;
  let i = from;
  for (; i < words.length; i++) {
    const word = words[i]!;
    const gap = i === from ? "" : text.slice(words[i - 1]!.end, word.start);
    if (/[^\s,/.-]/.test(gap) || /\.\s/.test(gap) || / - /.test(gap)) break;
    if (COMMUNES.has(word.text) || COMMUNE_PAIRS.has(`${word.folded} ${words[i + 1]?.folded}`)) break;
    const isPart = PARTS.has(word.text);
    if (gap.includes(",") && !isPart && !(isNumber(word) && hasStreet(text, words, i))) break;
    if (isNumber(word)) {
      if (COUNTED.has(words[i + 1]?.text ?? "") && gap.includes(",")) break;
      names = MOST_NAME_WORDS;
      continue;
    }
    if (isPart) {
      names = MOST_NAME_WORDS;
      continue;
    }
    if (gap === "" && word.end - word.start <= 2) continue;
    if (ENDS.has(word.text)) break;
    if (isCapital(text, word)) {
      hasCapital = true;
      continue;
    }
    if (hasCapital || names === 0) break;
    names--;
  }
  return Math.max(i, from + 1);
}
