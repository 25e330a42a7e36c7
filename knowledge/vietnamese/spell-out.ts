/** Text for speech synthesis: numbers, dates, document numbers, labels and abbreviations as a Vietnamese speaker says
 *  them; no digit and no markup is left. */
import { normalizeText } from "./normalize.ts";

const ONES = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
const SCALES = ["", " nghìn", " triệu", " tỷ"];

/** 0 ≤ value < 10^12; whole. */
export function numberInWords(value: number): string {
  if (value === 0) return ONES[0]!;
  const groups: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 1000)) groups.push(rest % 1000);
  const parts: string[] = [];
  for (let i = groups.length - 1; i >= 0; i--) {
    const group = groups[i]!;
    if (group > 0) parts.push(belowThousand(group, i < groups.length - 1) + SCALES[i]!);
  }
  return parts.join(" ");
}

/** `full`: after a higher group the hundreds are said even when nought ("hai nghìn không trăm hai mươi ba"). */
function belowThousand(value: number, full: boolean): string {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  const parts: string[] = [];
  if (hundreds > 0 || full) parts.push(`${ONES[hundreds]} trăm`);
  if (tens === 0 && ones > 0) {
    if (parts.length > 0) parts.push("lẻ");
    parts.push(ones === 4 && parts.length > 0 ? "bốn" : ONES[ones]!);
  } else if (tens === 1) {
    parts.push("mười");
    if (ones > 0) parts.push(ones === 5 ? "lăm" : ONES[ones]!);
  } else if (tens > 1) {
    parts.push(`${ONES[tens]} mươi`);
    if (ones > 0) parts.push(ones === 1 ? "mốt" : ones === 4 ? "tư" : ones === 5 ? "lăm" : ONES[ones]!);
  }
  return parts.join(" ");
}

const digitByDigit = (digits: string) => [...digits].map((digit) => ONES[Number(digit)]).join(" ");
const MONTHS = ["", "một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"];
const dayInWords = (day: number) => (day <= 10 ? `mùng ${ONES[day] ?? "mười"}` : numberInWords(day));
const MAX_SPOKEN = 1e12;

/** "8.000" → tám nghìn; "1,5" → một phẩy năm; long runs digit by digit. */
function amountInWords(printed: string): string {
  const [whole, part] = printed.replace(/\.(?=\d{3}(?!\d))/g, "").split(",");
  const digits = whole!.replace(/\D/g, "");
  const said = digits.length > 1 && digits.startsWith("0") && digits.length > 2 ? digitByDigit(digits) : Number(digits) < MAX_SPOKEN ? numberInWords(Number(digits)) : digitByDigit(digits);
  return part ? `${said} phẩy ${part.length <= 2 && !part.startsWith("0") ? numberInWords(Number(part)) : digitByDigit(part)}` : said;
}

const DOCUMENT_KINDS: Readonly<Record<string, string>> = {
  "QĐ": "Quyết định", "NĐ": "Nghị định", "TT": "Thông tư", "TTLT": "Thông tư liên tịch", "NQ": "Nghị quyết", "CT": "Chỉ thị", "KH": "Kế hoạch", "TTR": "Tờ trình", "CV": "Công văn", "TB": "Thông báo", "QH": "Luật", "UBTVQH": "Nghị quyết", "VBHN": "Văn bản hợp nhất",
};
const ISSUERS: Readonly<Record<string, string>> = {
  UBND: "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", CP: "Chính phủ", TTG: "Thủ tướng Chính phủ", TW: "Trung ương", TU: "Tỉnh ủy", STTTT: "Sở Thông tin và Truyền thông", "UBQGCĐS": "Ủy ban Quốc gia về chuyển đổi số", BTP: "Bộ Tư pháp", BCA: "Bộ Công an", BTC: "Bộ Tài chính", BNV: "Bộ Nội vụ", BXD: "Bộ Xây dựng", BYT: "Bộ Y tế", "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội", UBTVQH: "Ủy ban Thường vụ Quốc hội", BKHCN: "Bộ Khoa học và Công nghệ", BNG: "Bộ Ngoại giao",
};

/** "Quyết định số 2704/QĐ-UBND" → "Quyết định số hai nghìn bảy trăm lẻ bốn của Ủy ban nhân dân". */
function documentInWords(number: string, year: string | undefined, kind: string, issuer: string | undefined, before: string): string {
  const kindName = DOCUMENT_KINDS[kind.replace(/\d+$/, "").toUpperCase()];
  const said = before.toLowerCase();
  const announced = kindName && said.includes(kindName.toLowerCase()) ? "" : kindName ? `${kindName} số ` : "";
  const parts = [`${announced}${numberInWords(Number(number))}`];
  if (year) parts.push(`năm ${numberInWords(Number(year))}`);
  const term = /\d+$/.exec(kind)?.[0];
  if (term) parts.push(`Quốc hội khóa ${numberInWords(Number(term))}`);
  const issuerName = issuer ? (ISSUERS[issuer.toUpperCase()] ?? [...issuer].map((letter) => LETTERS[letter.toUpperCase()] ?? letter).join(" ")) : undefined;
  if (issuerName) parts.push(`của ${issuerName}`);
  return parts.join(" ");
}

const LETTERS: Readonly<Record<string, string>> = {
  A: "a", B: "bê", C: "xê", D: "dê", "Đ": "đê", E: "e", F: "ép", G: "giê", H: "hát", I: "i", J: "gi", K: "ca", L: "e-lờ", M: "em-mờ", N: "en-nờ", O: "o", P: "pê", Q: "quy", R: "e-rờ", S: "ét", T: "tê", U: "u", V: "vê", W: "vê kép", X: "ích", Y: "y dài", Z: "dét",
};

const ROMAN: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4, V: 5, VI: 6, VII: 7, VIII: 8, IX: 9, X: 10 };

/** Whole words, capitals as given. */
const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = (
  [
    ["TT&TT", "Thông tin và Truyền thông"], ["GD&ĐT", "Giáo dục và Đào tạo"], ["KH&ĐT", "Kế hoạch và Đầu tư"], ["KH&CN", "Khoa học và Công nghệ"], ["NN&PTNT", "Nông nghiệp và Phát triển nông thôn"], ["TN&MT", "Tài nguyên và Môi trường"],
    ["UBND", "Ủy ban nhân dân"], ["HĐND", "Hội đồng nhân dân"], ["PTNT", "Phát triển nông thôn"], ["TTHC", "thủ tục hành chính"], ["CBCCVC", "cán bộ, công chức, viên chức"], ["CNTT", "công nghệ thông tin"], ["ATTT", "an toàn thông tin"], ["THPT", "trung học phổ thông"], ["CSDL", "cơ sở dữ liệu"], ["BHXH", "bảo hiểm xã hội"], ["BHYT", "bảo hiểm y tế"], ["CCCD", "căn cước công dân"], ["CMND", "chứng minh nhân dân"], ["TP.HCM", "Thành phố Hồ Chí Minh"], ["TP", "thành phố"], ["TX", "thị xã"], ["BCĐ", "Ban Chỉ đạo"], ["TM", "thay mặt"], ["KT", "ký thay"], ["PCT", "Phó Chủ tịch"],
    ["CALLBOT", "côn bót"], ["Callbot", "côn bót"], ["callbot", "côn bót"], ["SOC", "ét ô xi"], ["LGSP", "eo giê ét pê"], ["LRIS", "lờ rít"], ["NDXP", "en đê ích pê"], ["ICT", "ai xi ti"], ["IoT", "ai âu ti"], ["IPv6", "ai pi vê sáu"], ["QR", "quy a"], ["AI", "ây ai"], ["SCP", "ét xê pê"], ["NIXA", "ni xa"], ["MOOC", "múc"], ["PPP", "pê pê pê"], ["VNeID", "vê nê i đi"], ["Zalo", "da lô"], ["Internet", "in-tơ-nét"], ["24/7", "hai mươi bốn trên bảy"],
  ] as const
).map(([short, words]) => [new RegExp(`(?<![\\p{L}\\p{M}\\d/-])${short.replaceAll(".", "\\.")}\\.?(?=$|[\\s,;:.)("/-])`, "gu"), words]);

type Rewrite = readonly [RegExp, (...groups: string[]) => string];

const DAY_MONTH_YEAR = (day: string, month: string, year: string) =>
  `${dayInWords(Number(day))} tháng ${MONTHS[Number(month)] ?? numberInWords(Number(month))} năm ${numberInWords(Number(year))}`;

const REWRITES: readonly Rewrite[] = [
  // web and mail addresses first: their dots are said
  [/https?:\/\/(\S+?)(?=[\s,;)]|\.?$)/gu, (_all, address) => address!],
  [/dichvucong\.gov\.vn/giu, () => "dịch vụ công chấm gov chấm vn"],
  // documents
  [/((?:\p{L}+\s+){0,2}(?:số\s+)?)(\d+)(?:\/(\d{4}))?\/(QĐ|NĐ|TTLT|TTr|TT|NQ|CT|KH|CV|TB|VBHN|UBTVQH\d*|QH\d*)(?:-([\p{L}]+)\d*)?/gu, (_all, before, number, year, kind, issuer) => `${before}${documentInWords(number!, year, kind!, issuer, before!)}`],
  [/((?:\p{L}+\s+){0,2}(?:số\s+)?)(\d+)-(NQ|CT|KH|QĐ)\/(\p{L}+)/gu, (_all, before, number, kind, issuer) => `${before}${documentInWords(number!, undefined, kind!, issuer, before!)}`],
  // procedure codes
  [/(?<!\d)(\d)\.(\d{6})(?:\.\d{3}\.\d{2}\.\d{2}\.H\d{2})?(?!\d)/g, (_all, first, rest) => `${digitByDigit(first!)} chấm ${digitByDigit(rest!)}`],
  // dates
  [/(ngày\s+)?(?<![\d/])(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?![\d/])/giu, (_all, _word, day, month, year) => `ngày ${DAY_MONTH_YEAR(day!, month!, year!)}`],
  [/(ngày\s+)(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/giu, (_all, word, day, month, year) => `${word}${DAY_MONTH_YEAR(day!, month!, year!)}`],
  [/(ngày\s+)?(?<![\d/.,])(0?[1-9]|[12]\d|3[01])\/(0?[1-9]|1[0-2])(?![\d/])/giu, (_all, _word, day, month) => `ngày ${dayInWords(Number(day))} tháng ${MONTHS[Number(month)]}`],
  [/(tháng\s+)(\d{1,2})(?!\d)/giu, (_all, word, month) => `${word}${MONTHS[Number(month)] ?? numberInWords(Number(month))}`],
  // periods and ranges
  [/(từ năm\s+|giai đoạn\s+)?(?<!\d)((?:19|20)\d{2})\s*[-–]\s*((?:19|20)\d{2})(?!\d)/giu, (_all, word, from, to) => `${word && /giai/iu.test(word) ? word : ""}từ năm ${numberInWords(Number(from))} đến năm ${numberInWords(Number(to))}`],
  [/(\d+(?:[.,]\d+)*)\s*[-–]\s*(\d+(?:[.,]\d+)*)\s*%/g, (_all, from, to) => `${amountInWords(from!)} đến ${amountInWords(to!)} phần trăm`],
  [/(?<![\d\p{L}])(\d+(?:[.,]\d+)*)\s*[-–]\s*(\d+(?:[.,]\d+)*)(?![\d\p{L}])/gu, (_all, from, to) => `${amountInWords(from!)} đến ${amountInWords(to!)}`],
  // labels: "V.9", "II.1"
  [/(?<![\p{L}\d])(IX|IV|V?I{1,3}|VI{0,3}|X)b?\.(\d{1,2})(?!\d)/gu, (_all, group, number) => `số ${numberInWords(Number(number))} nhóm ${numberInWords(ROMAN[group!]!)}`],
  [/(nhóm|mục|phần|chương)\s+(IX|IV|VI{0,3}|I{1,3}|X)b?(?![\p{L}\d])/giu, (_all, word, roman) => `${word} ${numberInWords(ROMAN[roman!.toUpperCase()]!)}`],
  // amounts
  [/(\d+(?:[.,]\d+)*)\s*%/g, (_all, amount) => `${amountInWords(amount!)} phần trăm`],
  [/(\d+(?:\.\d{3})*)\s*(?:đồng|đ)\s*\/\s*/giu, (_all, amount) => `${amountInWords(amount!)} đồng một `],
  [/(?<![\d])(1022|1800\s?\d{4}|1900\s?\d{4}|11[345])(?!\d)/g, (_all, digits) => digitByDigit(digits!.replace(/\s/g, ""))],
  [/\d+(?:\.\d{3})*(?:,\d+)?/g, (all) => ` ${amountInWords(all!)} `],
];

/** Spells a text out. The result holds no digit and none of * _ # | ` > [ ]. */
export function spellOut(text: string): string {
  let words = normalizeText(
    text
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/^\s*(?:[-*+>]|#+)\s+/gmu, "")
      .replace(/[*_#|`>[\]~^\\]/g, " ")
      .replace(/\n+/g, ". "),
  );
  for (const [pattern, said] of ABBREVIATIONS) words = words.replace(pattern, said);
  for (const [pattern, rewrite] of REWRITES) words = words.replace(pattern, (...match) => rewrite(...(match as string[])));
  return words
    .replace(/[&]/g, " và ")
    .replace(/"/g, "")
    .replace(/\.{2,}/g, ".")
    .replace(/\s+([,.;:?!])/g, "$1")
    .replace(/([.;:,])(?:\s*[.;:,])+/g, (all) => (all.includes(".") ? "." : all[0]!))
    .replace(/\s+/g, " ")
    .trim();
}
