/** Text for speech synthesis: numbers, dates, document numbers, labels and abbreviations as a Vietnamese speaker says
 *  them; no digit and no markup is left. */
import { tailOf, withoutTail } from "../text-scan.ts";
import { fold, normalizeText } from "./normalize.ts";

const ONES = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
const SCALES = ["", " nghìn", " triệu", " tỷ"];
const MONTHS = [
  "không",
  "một",
  "hai",
  "ba",
  "tư",
  "năm",
  "sáu",
  "bảy",
  "tám",
  "chín",
  "mười",
  "mười một",
  "mười hai",
];
const MAX_SPOKEN = 1e12;
/** The first ten days of a month are said with "mùng". */
const LAST_MUNG_DAY = 10;

/** Whole numbers from 0, below 10^12. Throws RangeError for others. */
export function numberInWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= MAX_SPOKEN) {
    throw new RangeError(`value must be a whole number from 0 below 10^12, got ${value}`);
  }
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
    parts.push(ONES[ones]!);
  } else if (tens === 1) {
    parts.push("mười");
    if (ones > 0) parts.push(ones === 5 ? "lăm" : ONES[ones]!);
  } else if (tens > 1) {
    parts.push(`${ONES[tens]} mươi`);
    if (ones > 0) parts.push(ones === 1 ? "mốt" : ones === 4 ? "tư" : ones === 5 ? "lăm" : ONES[ones]!);
  }
  return parts.join(" ");
}

const digitByDigit = (digits: string) =>
  digits
    .replace(/\D/g, "")
    .split("")
    .map((digit) => ONES[Number(digit)])
    .join(" ");

/** "8.000" → tám nghìn; "1,5" → một phẩy năm; "007" and what is too long digit by digit. */
function amount(printed: string): string {
  const [whole = "", part] = printed.replace(/\.(?=\d{3}(?!\d))/g, "").split(",");
  const coded = /^0\d{2,}/.test(whole) || Number(whole) >= MAX_SPOKEN;
  const said = coded ? digitByDigit(whole) : numberInWords(Number(whole));
  if (!part) return said;
  return `${said} phẩy ${part.length <= 2 && !part.startsWith("0") ? numberInWords(Number(part)) : digitByDigit(part)}`;
}

const month = (printed: string) => MONTHS[Number(printed)] ?? amount(printed);
const dayAndMonth = (day: string, monthNumber: string) =>
  `ngày ${Number(day) <= LAST_MUNG_DAY ? `mùng ${numberInWords(Number(day))}` : amount(day)} tháng ${month(monthNumber)}`;

const DOCUMENT_KINDS: Readonly<Record<string, string>> = {
  QĐ: "Quyết định",
  QD: "Quyết định",
  NĐ: "Nghị định",
  ND: "Nghị định",
  TT: "Thông tư",
  TTLT: "Thông tư liên tịch",
  NQ: "Nghị quyết",
  CT: "Chỉ thị",
  KH: "Kế hoạch",
  TTR: "Tờ trình",
  CV: "Công văn",
  TB: "Thông báo",
  BC: "Báo cáo",
  QC: "Quy chế",
  BB: "Biên bản",
  QH: "Luật",
  UBTVQH: "Nghị quyết",
  VBHN: "Văn bản hợp nhất",
};
const KIND = Object.keys(DOCUMENT_KINDS)
  .sort((a, b) => b.length - a.length)
  .join("|");
/** "22/2014/TT-BTTTT" → "Thông tư"; undefined for what is no number of a document. */
export const documentKind = (number: string): string | undefined =>
  DOCUMENT_KINDS[/\d(?:\/\d{4})?\/(\p{L}+)/u.exec(number)?.[1]?.toUpperCase() ?? ""];

const ISSUERS: Readonly<Record<string, string>> = {
  UBND: "Ủy ban nhân dân",
  HĐND: "Hội đồng nhân dân",
  CP: "Chính phủ",
  TTG: "Thủ tướng Chính phủ",
  TW: "Trung ương",
  TU: "Tỉnh ủy",
  STTTT: "Sở Thông tin và Truyền thông",
  BTTTT: "Bộ Thông tin và Truyền thông",
  UBQGCĐS: "Ủy ban Quốc gia về chuyển đổi số",
  BTP: "Bộ Tư pháp",
  BCA: "Bộ Công an",
  BTC: "Bộ Tài chính",
  BNV: "Bộ Nội vụ",
  BXD: "Bộ Xây dựng",
  BYT: "Bộ Y tế",
  BGTVT: "Bộ Giao thông vận tải",
  BGDĐT: "Bộ Giáo dục và Đào tạo",
  BTNMT: "Bộ Tài nguyên và Môi trường",
  BLĐTBXH: "Bộ Lao động - Thương binh và Xã hội",
  BKHĐT: "Bộ Kế hoạch và Đầu tư",
  BKHCN: "Bộ Khoa học và Công nghệ",
  BNG: "Bộ Ngoại giao",
  BQP: "Bộ Quốc phòng",
  VPCP: "Văn phòng Chính phủ",
  UBTVQH: "Ủy ban Thường vụ Quốc hội",
};

const LETTERS: Readonly<Record<string, string>> = {
  A: "a",
  B: "bê",
  C: "xê",
  D: "dê",
  Đ: "đê",
  E: "e",
  F: "ép",
  G: "giê",
  H: "hát",
  I: "i",
  J: "gi",
  K: "ca",
  L: "eo",
  M: "em",
  N: "en",
  O: "o",
  P: "pê",
  Q: "quy",
  R: "rờ",
  S: "ét",
  T: "tê",
  U: "u",
  V: "vê",
  W: "vê kép",
  X: "ích",
  Y: "y dài",
  Z: "dét",
};
/** Letters and digits one by one: "CT01" → "xê tê không một". */
const charByChar = (code: string) =>
  [...code]
    .map((sign) => (/\d/.test(sign) ? ONES[Number(sign)] : (LETTERS[sign.toUpperCase()] ?? sign)))
    .join(" ");

/** "điểm đ" of a law is said "đờ", apart from "điểm d". */
const pointInWords = (letter: string): string =>
  letter.toLowerCase() === "đ" ? "đờ" : LETTERS[letter.toUpperCase()]!;

const ROMAN: Readonly<Record<string, number>> = {
  I: 1,
  II: 2,
  III: 3,
  IV: 4,
  V: 5,
  VI: 6,
  VII: 7,
  VIII: 8,
  IX: 9,
  X: 10,
  XI: 11,
  XII: 12,
};
const ROMAN_NUMERAL = "(?:IX|IV|VI{0,3}|I{1,3}|XI{0,2})";
export const romanInWords = (numeral: string): string => numberInWords(ROMAN[numeral.toUpperCase()] ?? 0);

/** Said as given here wherever they stand as whole words; capitals as written. */
const TERMS: Readonly<Record<string, string>> = {
  "TT&TT": "Thông tin và Truyền thông",
  "GD&ĐT": "Giáo dục và Đào tạo",
  GDĐT: "Giáo dục và Đào tạo",
  "KH&ĐT": "Kế hoạch và Đầu tư",
  "KH&CN": "Khoa học và Công nghệ",
  "NN&PTNT": "Nông nghiệp và Phát triển nông thôn",
  "TN&MT": "Tài nguyên và Môi trường",
  "VH&TT": "Văn hóa và Thể thao",
  "LĐTB&XH": "Lao động, Thương binh và Xã hội",
  LĐTBXH: "Lao động, Thương binh và Xã hội",
  GTVT: "Giao thông vận tải",
  UBND: "Ủy ban nhân dân",
  HĐND: "Hội đồng nhân dân",
  UBMTTQ: "Ủy ban Mặt trận Tổ quốc",
  MTTQ: "Mặt trận Tổ quốc",
  BCĐ: "Ban Chỉ đạo",
  BQL: "Ban Quản lý",
  PTNT: "Phát triển nông thôn",
  KCN: "khu công nghiệp",
  STTTT: "Sở Thông tin và Truyền thông",
  CBCCVC: "cán bộ, công chức, viên chức",
  CBCC: "cán bộ, công chức",
  TTHC: "thủ tục hành chính",
  CCHC: "cải cách hành chính",
  CNTT: "công nghệ thông tin",
  CĐS: "chuyển đổi số",
  CQĐT: "chính quyền điện tử",
  ĐTTM: "đô thị thông minh",
  ATTT: "an toàn thông tin",
  CSDL: "cơ sở dữ liệu",
  DVC: "dịch vụ công",
  DVCTT: "dịch vụ công trực tuyến",
  QPPL: "quy phạm pháp luật",
  VBQPPL: "văn bản quy phạm pháp luật",
  THPT: "trung học phổ thông",
  THCS: "trung học cơ sở",
  BHXH: "bảo hiểm xã hội",
  BHYT: "bảo hiểm y tế",
  CCCD: "căn cước công dân",
  CMND: "chứng minh nhân dân",
  GCN: "giấy chứng nhận",
  QĐ: "Quyết định",
  NĐ: "Nghị định",
  NQ: "Nghị quyết",
  "TP.HCM": "Thành phố Hồ Chí Minh",
  TPHCM: "Thành phố Hồ Chí Minh",
  "TP.": "thành phố ",
  TP: "thành phố",
  "TX.": "thị xã ",
  TX: "thị xã",
  "TTr.": "Thường trực ",
  "TM.": "thay mặt",
  "KT.": "ký thay",
  PCT: "Phó Chủ tịch",
  TW: "Trung ương",
  "BR-VT": "Bà Rịa - Vũng Tàu",
  BRVT: "Bà Rịa - Vũng Tàu",
  CALLBOT: "côn bót",
  Callbot: "côn bót",
  callbot: "côn bót",
  SOC: "ét ô xi",
  LGSP: "eo giê ét pê",
  PDF: "pê đê ép",
  LRIS: "lờ rít",
  NDXP: "en đê ích pê",
  ICT: "ai xi ti",
  IT: "ai ti",
  IoT: "ai âu ti",
  IPv6: "ai pi vê sáu",
  ipv6: "ai pi vê sáu",
  IPV6: "ai pi vê sáu",
  QR: "quy a",
  AI: "ây ai",
  VR: "vi a",
  AR: "ây a",
  SCP: "ét xê pê",
  NIXA: "ni xa",
  BIZA: "bi da",
  MOOC: "múc",
  PPP: "pê pê pê",
  API: "ây pi ai",
  USD: "đô la Mỹ",
  "HIV/AIDS": "hát i vê, ết",
  HIV: "hát i vê",
  AIDS: "ết",
  PET: "pét",
  eTax: "i tắc",
  UQ: "u quy",
  VNeID: "vê nê i đi",
  VNEID: "vê nê i đi",
  Zalo: "da lô",
  Internet: "in-tơ-nét",
  "24/7": "hai mươi bốn trên bảy",
  m2: "mét vuông",
  "m²": "mét vuông",
};
const TERM = new RegExp(
  `(?<![\\p{L}\\p{M}\\d&])(?:${Object.keys(TERMS)
    .sort((a, b) => b.length - a.length)
    .map((term) => term.replaceAll(".", "\\."))
    .join("|")})(?:(?<=\\.)|(?![\\p{L}\\p{M}\\d]))`,
  "gu",
);

const ADDRESS_WORDS: Readonly<Record<string, string>> = {
  dichvucong: "dịch vụ công",
  gov: "gốp",
  vn: "vê en",
  "baria-vungtau": "Bà Rịa Vũng Tàu",
  ".": " chấm ",
  "/": " xuyệt ",
  "-": " gạch ngang ",
  _: " gạch dưới ",
  "@": " a còng ",
  ":": " hai chấm ",
};
const addressInWords = (address: string) =>
  address.replace(
    /dichvucong|baria-vungtau|(?<![a-z\d])(?:gov|vn)(?![a-z\d])|[./_@:-]/giu,
    (part) => ADDRESS_WORDS[part.toLowerCase()]!,
  );

/** "2704/QĐ-UBND" → "Quyết định số hai nghìn bảy trăm lẻ bốn của Ủy ban nhân dân"; what the words before it have said
 *  already is not repeated. */
function documentInWords(
  number: string,
  year: string | undefined,
  kind: string,
  issuers: string,
  before: string,
) {
  const kindName = DOCUMENT_KINDS[withoutTail(kind, /\d/).toUpperCase()]!;
  const numbered = /số\s*(?::\s*)?$/iu.test(before);
  const announced = before.toLowerCase().includes(kindName.toLowerCase());
  const parts = [numbered ? amount(number) : `số ${amount(number)}`];
  // "Số 2704/QĐ-UBND": the kind can only come after.
  if (!announced && numbered) parts.push(kindName);
  else if (!announced) parts.unshift(kindName);
  if (year) parts.push(`năm ${amount(year)}`);
  const term = tailOf(kind, /\d/);
  if (term) parts.push(`của Quốc hội khóa ${amount(term)}`);
  const names = issuers
    .split("-")
    .filter((issuer) => issuer !== "")
    .map((issuer) => ISSUERS[issuer.toUpperCase()] ?? charByChar(issuer));
  if (names.length > 0) parts.push(`của ${names.join(", ")}`);
  return parts.join(" ");
}

/** "mục V.9" → "mục năm chấm chín"; elsewhere a label is a task's. */
function labelInWords(group: string, number: string, before: string): string {
  if (/mục\s*$/iu.test(before)) return `${group} chấm ${amount(number)}`;
  return `${/(?:nhiệm vụ|việc)\s*$/iu.test(before) ? "" : "nhiệm vụ "}số ${amount(number)} nhóm ${group}`;
}

const UNITS: Readonly<Record<string, string>> = {
  mm: "mi li mét",
  cm: "xăng ti mét",
  km: "ki lô mét",
  kg: "ki lô gam",
  ha: "héc ta",
  KB: "ki lô bai",
  MB: "mê ga bai",
  GB: "gi ga bai",
};

const AMOUNT = "\\d+(?:\\.\\d{3}){0,8}(?:,\\d+)?";
const YEAR = "(?:19|20)\\d{2}";
/** How much of the text before a figure matters for what is said. */
const CONTEXT_CHARACTERS = 40;

/** What is found (groups only) and the text before it → what is said. */
type Rewrite = readonly [RegExp, (groups: string[], before: string) => string];

/** In this order: what comes first is no longer there for what follows. */
const REWRITES: readonly Rewrite[] = [
  // "chủ trì không nhiệm vụ" would be heard as a denial cut short.
  [
    /(chủ trì|phối hợp|có)\s+0\s+(nhiệm vụ|thủ tục|mục tiêu)((?:\s+ghi đích danh)?)/giu,
    ([verb, what, how]) => `không ${verb!.toLowerCase()} ${what}${how} nào`,
  ],
  [/\(ghi đích danh\s+0\)/giu, () => "(không có nhiệm vụ nào ghi đích danh)"],
  [
    /(?<![a-z\d-])(?:https?:\/\/)?((?:[\w.-]{1,64}@)?(?:[a-z\d-]{1,63}\.){1,8}(?:vn|com|net|org|edu|info)(?!\.?[\p{L}\d])(?:\/[^\s,;)]*[^\s,;).])?)/giu,
    ([address]) => addressInWords(address!),
  ],
  [
    new RegExp(
      `(?<![\\p{L}\\d])(\\d+)(?:/(\\d{4}))?/(${KIND})(\\d*)((?:-[\\p{L}]+)*)\\d*(?![\\p{L}\\d])`,
      "giu",
    ),
    ([number, year, kind, term, issuers], before) =>
      documentInWords(number!, year, kind! + term, issuers!, before),
  ],
  [
    /(?<![\p{L}\d])(\d+)-(NQ|CT|KH|QĐ)\/(\p{L}+)/giu,
    ([number, kind, issuer], before) => documentInWords(number!, undefined, kind!, issuer!, before),
  ],
  [TERM, (_groups) => ""],
  [
    /(?<![\d.])(\d)\.(\d{6})(?:\.\d{3}\.\d{2}\.\d{2}\.H\d{2})?(?!\d)/giu,
    ([first, rest]) => `${digitByDigit(first!)} chấm ${digitByDigit(rest!)}`,
  ],
  // Telephone numbers
  [
    /(?<![\d.,/])(\+84|\(0\d{1,3}\))[.\s-]?((?:\d{1,4}[.\s-]?){1,3}\d{3,4})(?![\d/]|\.\d)/g,
    ([head, rest]) =>
      `${head!.startsWith("+") ? "cộng " : ""}${`${head} ${rest}`.match(/\d+/g)!.map(digitByDigit).join(", ")}`,
  ],
  [
    /(?<![\d.,/])(0\d{1,3})\.(\d)\.(\d{3})\.(\d{3})(?![\d/]|\.\d)/g,
    (groups) => groups.map(digitByDigit).join(", "),
  ],
  [
    /(?<![\d.,/])(0\d{1,3})[.\s-]?(\d{3,4})[.\s-]?(\d{3,4})(?![\d/]|\.\d)/g,
    (groups) => groups.map(digitByDigit).join(", "),
  ],
  [/(?<![\d.,/])(1[89]00)[.\s]?(\d{4,6})(?!\d)/g, (groups) => groups.map(digitByDigit).join(", ")],
  [/(?<![\d.,/])(1022|11[1-5])(?!\d|[.,/]\d|\s?%)/g, ([digits]) => digitByDigit(digits!)],
  // Times and dates
  [/(?<=\d(?:h(?:\d\d)?|:\d\d))\s*[-–]\s*(?=\d{1,2}(?:h|:\d\d))/g, () => " đến "],
  [
    /(?<![\d.,/])(\d{1,2})(?:h|\s*giờ)\s?(\d{2})?(?![\p{L}\d])/giu,
    ([hours, minutes]) => `${amount(hours!)} giờ ${Number(minutes ?? 0) > 0 ? amount(minutes!) : ""}`,
  ],
  [
    /(?<![\d.,/:])([01]?\d|2[0-4]):([0-5]\d)(?::00)?(?![\d:.,]\d|\d)/g,
    ([hours, minutes]) => `${amount(`${Number(hours)}`)} giờ ${Number(minutes) > 0 ? amount(minutes!) : ""}`,
  ],
  // The scale of a map or drawing
  [/(?<![\d.,/:])1:(\d{1,3}(?:\.\d{3})+|\d{3,6})(?![\d:])/g, ([below]) => `một trên ${amount(below!)}`],
  [
    /(?:ngày\s+)?(?<![\d/.,])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/])/giu,
    ([day, , monthNumber, year]) => `${dayAndMonth(day!, monthNumber!)} năm ${amount(year!)}`,
  ],
  [/ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})(?!\d)/giu, ([day, monthNumber]) => dayAndMonth(day!, monthNumber!)],
  [
    /(?:tháng\s+)?(?<![\d/.,])(0?[1-9]|1[0-2])\/((?:19|20)\d{2})(?![\d/])/giu,
    ([monthNumber, year]) => `tháng ${month(monthNumber!)} năm ${amount(year!)}`,
  ],
  [
    /(?:ngày\s+)?(?<![\d/.,])(0?[1-9]|[12]\d|3[01])\/(0?[1-9]|1[0-2])(?![\d/%])/giu,
    ([day, monthNumber]) => dayAndMonth(day!, monthNumber!),
  ],
  [/(tháng\s+)(\d{1,2})(?![\d.,])/giu, ([word, monthNumber]) => `${word}${month(monthNumber!)}`],
  [
    new RegExp(`(quý\\s+)(IV|I{1,3})\\s*/\\s*(${YEAR})(?!\\d)`, "giu"),
    ([word, quarter, year]) => `${word}${romanInWords(quarter!)} năm ${amount(year!)}`,
  ],
  // Periods and ranges
  [
    new RegExp(`(?:từ\\s+)?(?:năm\\s+)?(?<![\\d.,/])(${YEAR})\\s*-\\s*(${YEAR})(?![\\d/])`, "giu"),
    ([from, to]) => `từ năm ${amount(from!)} đến năm ${amount(to!)}`,
  ],
  [
    new RegExp(`(?<![\\d\\p{L}.,/-])(${AMOUNT})(%?)\\s*-\\s*(${AMOUNT})(?![\\d\\p{L}/-])`, "gu"),
    ([from, percent, to]) => `${amount(from!)}${percent ? " phần trăm" : ""} đến ${amount(to!)}`,
  ],
  // Labels and Roman numbers
  [
    new RegExp(`(?<![\\p{L}\\d])(${ROMAN_NUMERAL})(b?)\\.(\\d{1,2})(?!\\d)`, "gu"),
    ([numeral, second, number], before) =>
      labelInWords(romanInWords(numeral!) + (second ? " bê" : ""), number!, before),
  ],
  [
    new RegExp(
      `((?:nhóm|mục|phần|chương|quý|phụ lục|loại|hạng|cấp|bậc|khóa|kỳ|thứ|số la mã)\\s+)(${ROMAN_NUMERAL})b?(?![\\p{L}\\p{M}\\d])`,
      "giu",
    ),
    ([word, numeral]) => `${word}${romanInWords(numeral!)}`,
  ],
  [
    // A stop after it would end the sentence before it has begun.
    new RegExp(`(^|[.:;]\\s)(${ROMAN_NUMERAL})\\.(?=\\s)`, "gu"),
    ([start, numeral]) => `${start}${romanInWords(numeral!)},`,
  ],
  [
    /(điểm\s+)([a-eghik-vxyđ](?:(?:,\s*|\s+và\s+|\s+hoặc\s+)[a-eghik-vxyđ](?![\p{L}\p{M}\d]))*)(?![\p{L}\p{M}\d])/giu,
    ([word, letters]) =>
      `${word}${letters!.replace(/(?<![\p{L}\p{M}])[\p{L}](?![\p{L}\p{M}])/gu, pointInWords)}`,
  ],
  // Amounts
  [/(\d)\s*[x×]\s*(?=\d)/gu, ([digit]) => `${digit} nhân `],
  [/(\d)\s*(mm|cm|km|kg|ha|KB|MB|GB)(?![\p{L}\p{M}\d])/gu, ([digit, unit]) => `${digit} ${UNITS[unit!]!}`],
  [
    new RegExp(`(?<!\\d)(${AMOUNT})\\s*(?:đồng|vnđ|vnd|đ)(?![\\p{L}\\p{M}])(\\s*/\\s*(?=\\p{L}))?`, "giu"),
    ([printed, per]) => `${amount(printed!)} đồng${per ? " một " : ""}`,
  ],
  [
    new RegExp(`(?<!\\d)(${AMOUNT})(k|tr)(?![\\p{L}\\p{M}\\d])`, "gu"),
    ([printed, unit]) => `${amount(printed!)} ${unit === "k" ? "nghìn" : "triệu"}`,
  ],
  [
    /(?<![\p{L}\d])(?=\d*\p{Lu})(?=\p{Lu}*\d)([\p{Lu}\d]{2,}[a-z]?)(?![\p{L}\p{M}\d])/gu,
    ([code]) => charByChar(code!),
  ],
  [/(?<![\p{L}\p{M}\d])([BCDĐGHKLMNPQRSTVX]{2,6})(?![\p{L}\p{M}\d])/gu, ([letters]) => charByChar(letters!)],
  [/(\d)\s*\/\s*(?=\d)/g, ([digit]) => `${digit} trên `],
  [
    new RegExp(`(${AMOUNT})(?:(\\.)(?=\\d))?`, "g"),
    ([printed, dot]) => ` ${amount(printed!)} ${dot ? "chấm " : ""}`,
  ],
  [/%/g, () => " phần trăm"],
];

/** How a region says numbers: the South "ngàn" and "lẻ", the North "nghìn" and "linh". */
export interface NumberWords {
  thousand: "nghìn" | "ngàn";
  zeroTens: "lẻ" | "linh";
}

/** A text that was spelled out, in the number words of a region; "riêng lẻ" is no number. */
export const inNumberWords = (spelled: string, { thousand, zeroTens }: NumberWords): string =>
  spelled
    .replace(/(?<![\p{L}\p{M}])nghìn(?![\p{L}\p{M}])/gu, thousand)
    .replace(/(?<=trăm )lẻ(?= (?:một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín)(?![\p{L}\p{M}]))/gu, zeroTens);

/** Spells a text out, Markdown or plain. The result holds no digit and none of * _ # | ` > < [ ] ~ ^ \ { }. */
export function spellOut(text: string): string {
  let words = normalizeText(withoutMarkup(text));
  for (const [pattern, say] of REWRITES) {
    words = words.replace(pattern, (...match) => {
      if (pattern === TERM) return TERMS[match[0]]!;
      const [offset, whole] = match.slice(-2) as [number, string];
      return say(match.slice(1, -2), whole.slice(Math.max(0, offset - CONTEXT_CHARACTERS), offset));
    });
  }
  return tidy(quiet(words));
}

/** Of what follows the first line of a table's row; a line closes the last cell, or not. */
function cellsOf(row: string): string[] {
  const cells = row.trimEnd();
  return (cells.endsWith("|") ? cells.slice(0, -1) : cells).split("|");
}

function withoutMarkup(text: string): string {
  return text
    .replace(/m²/g, "m2")
    .replace(/[^\P{N}\d]/gu, (sign) => sign.normalize("NFKC").replace(/\u2044/g, "/"))
    .replace(/<\/?[a-z][^<>\n]*>/gi, " ")
    .replace(/!?\[([^\][\n]*)\]\([^()\n]*\)/g, "$1")
    .replace(/^(?=[ \t|:-]*--)[ \t|:-]*$/gmu, "")
    .replace(/^[ \t]*\|(.*)$/gmu, (_all, row: string) => cellsOf(row).join(", "))
    .replace(/^(?:[ \t]*(?:[-*+>•]|#+)(?=\s))+/gmu, "")
    .replace(/(?:>=|≥)\s*(?=\d)/g, "ít nhất ")
    .replace(/(?:<=|≤)\s*(?=\d)/g, "không quá ")
    .replace(/>\s*(?=\d)/g, "trên ")
    .replace(/<\s*(?=\d)/g, "dưới ")
    .replace(/[*_#|`<>[\]~^\\{}]/g, " ")
    .replace(/(?<!\s)\s*\n\s*/g, ". ");
}

/** Words in capitals would be read letter by letter. */
const quiet = (words: string): string =>
  words.replace(/(?<![\p{L}\p{M}])\p{Lu}{2,}(?:\s+\p{Lu}{2,})*(?![\p{L}\p{M}])/gu, (shout) =>
    shout === fold(shout).toUpperCase() ? shout : shout.charAt(0) + shout.slice(1).toLowerCase(),
  );

/** One mark where several meet, no space before it, none of the signs that are not said. */
function tidy(words: string): string {
  return words
    .replace(/\p{N}/gu, "")
    .replace(/&/g, " và ")
    .replace(/["*_#|`<>[\]~^\\{}]/g, "")
    .replace(/\//g, " ")
    .replace(/\s+/g, " ")
    .replace(/ (?=[,.;:?!)])/g, "")
    .replace(/\(\s+/g, "(")
    .replace(/[.;:,]+(?:\s*[.;:,])+/g, (marks) => (marks.includes(".") ? "." : marks[0]!))
    .replace(/([?!])\s*[.,;:]+/g, "$1")
    .replace(/^[\s.,;:]+/, "")
    .trim();
}
