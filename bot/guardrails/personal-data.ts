/** Masks numbers that identify a person before anything is stored or logged. Document numbers, dates, sums, labels
 *  and procedure codes are left alone. */
import { normalizeText } from "../../knowledge/vietnamese/normalize.ts";

export type PersonalDataKind =
  | "email"
  | "dossier_code"
  | "plate"
  | "bank_account"
  | "citizen_id"
  | "passport"
  | "tax_id"
  | "phone";

interface Rule {
  kind: PersonalDataKind;
  /** Group "value" is masked when present, else the whole match. */
  pattern: RegExp;
  mask: string;
}

const EDGE = "(?<![\\p{L}\\p{M}\\d./-])";
const END = "(?![\\p{L}\\p{M}\\d]|[./-]\\d)";
const DIGIT_WORD =
  "(?:không|khong|linh|lẻ|le|một|mot|hai|ba|bốn|bon|tư|tu|năm|nam|lăm|lam|sáu|sau|bảy|bay|bẩy|tám|tam|chín|chin|\\d)";

const RULES: readonly Rule[] = [
  {
    kind: "email",
    mask: "[thư điện tử]",
    pattern: /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{2,24}){1,4}/giu,
  },
  {
    kind: "dossier_code",
    mask: "[mã hồ sơ]",
    pattern:
      /(?<![\d.])(?:\d{3}\.\d{2}\.(?:\d{2}\.)?)?[A-Z]\d{2}(?:\.\d{1,3}){0,3}[-.]\d{6}[-.]\d{3,6}(?!\d)/giu,
  },
  {
    kind: "plate",
    mask: "[biển số xe]",
    pattern: new RegExp(
      `${EDGE}\\d{2}[ -]?[A-ZĐ]{1,2}\\d?[ -]\\d{3}[.]?\\d{1,2}${END}|${EDGE}\\d{2}[A-ZĐ]{1,2}\\d?[ -]?\\d{3}\\.\\d{2}${END}|${EDGE}\\d{2}[A-ZĐ]\\d?[ -]?\\d{5}${END}`,
      "giu",
    ),
  },
  {
    kind: "bank_account",
    mask: "[số tài khoản]",
    pattern:
      /(?:số tài khoản|so tai khoan|tài khoản|tai khoan|\bstk)[^\d\n]{0,30}(?<value>\d(?:[ .-]?\d){7,18})(?!\d)/giu,
  },
  {
    kind: "tax_id",
    mask: "[mã số thuế]",
    pattern: /(?:mã số thuế|ma so thue|\bmst)[^\d\n]{0,20}(?<value>\d{10}(?:-\d{3})?|\d{12})(?!\d)/giu,
  },
  {
    kind: "passport",
    mask: "[số hộ chiếu]",
    pattern: /(?:hộ chiếu|ho chieu|passport)[^\d\n]{0,20}?(?<value>[A-Z]\d{7,8})(?!\d)/giu,
  },
  {
    kind: "citizen_id",
    mask: "[số giấy tờ tùy thân]",
    pattern: /(?<!\d)(?<!\d[.,])0(?:[ .-]?\d){11}(?!\d)(?![.,]\d)/gu,
  },
  {
    kind: "citizen_id",
    mask: "[số giấy tờ tùy thân]",
    pattern:
      /(?:cmnd|cmt|cccd|căn cước|can cuoc|chứng minh(?: nhân dân| thư)?|chung minh(?: nhan dan| thu)?|định danh|dinh danh)[^\d\n]{0,25}(?<value>\d(?:[ .-]?\d){7,12})(?!\d)/giu,
  },
  {
    kind: "phone",
    mask: "[số điện thoại]",
    // Grouped as people please: "0903 123 456", "(0254) 3.852.123"; what it is is decided by its digits.
    pattern: /(?<!\d)(?<!\d[.,])\(?(?:\+?84|0)\)?(?:[ .\-()]{0,2}\d){8,10}(?!\d)/gu,
  },
];

/** Spoken: nine digit words or more in a row, the length of an identity number or a telephone number. */
const SPOKEN = new RegExp(
  `(?<![\\p{L}\\p{M}\\d])${DIGIT_WORD}(?:[ ,.-]+${DIGIT_WORD}){8,18}(?![\\p{L}\\p{M}\\d])`,
  "giu",
);
const SPOKEN_PHONE_DIGITS = 11;

/** The text with each such number replaced by what it is, and the kinds found. Works on the normalised text, so that
 *  look-alike digits can't slip through. */
export function maskPersonalData(text: string): { text: string; found: PersonalDataKind[] } {
  const found = new Set<PersonalDataKind>();
  let masked = normalizeText(text);
  for (const { kind, pattern, mask } of RULES) {
    masked = masked.replace(pattern, (...match) => {
      const whole = match[0] as string;
      const groups = match.at(-1) as { value?: string } | string;
      const value = typeof groups === "object" ? groups.value : undefined;
      if (kind === "phone" && !isPhone(whole)) return whole;
      found.add(kind);
      return value === undefined ? mask : whole.replace(value, mask);
    });
  }
  masked = masked.replace(SPOKEN, (run) => {
    const count = run.trim().split(/[ ,.-]+/).length;
    const kind = count <= SPOKEN_PHONE_DIGITS ? "phone" : "citizen_id";
    found.add(kind);
    return kind === "phone" ? "[số điện thoại]" : "[số giấy tờ tùy thân]";
  });
  return { text: masked, found: [...found] };
}

const OWN_NUMBER =
  "(?:(?:số|so|mã|ma)\\s+)?(?:cccd|cmnd|cmt|căn cước(?: công dân)?|can cuoc(?: cong dan)?|chứng minh(?: nhân dân| thư)?|chung minh(?: nhan dan| thu)?|định danh(?: cá nhân)?|dinh danh(?: ca nhan)?|giấy tờ|giay to|điện thoại|dien thoai|sđt|sdt|đt|hộ chiếu|ho chieu|passport|tài khoản|tai khoan|stk|mst|mã số thuế|ma so thue|email|e-mail|mail|thư điện tử|biển số(?: xe)?|bien so(?: xe)?|hồ sơ|ho so)";
const OWNER =
  "(?:\\s+(?:của|cua))?(?:\\s+(?:tôi|toi|tui|em|mình|minh|con|cháu|chau|anh|chị|chi|bố|bo|mẹ|me|vợ|vo|chồng|chong|nhà|nha))*";
/** "số căn cước của tôi là […]": the words that only introduce a masked number. */
const INTRODUCED = new RegExp(
  `(?<![\\p{L}\\p{M}])${OWN_NUMBER}${OWNER}\\s*(?:(?:là|la)\\s*|[:=]\\s*)\\[[^\\]]*\\]|(?<![\\p{L}\\p{M}])(?:số|so|mã|ma)\\s+${OWN_NUMBER}${OWNER}\\s*\\[[^\\]]*\\]`,
  "giu",
);

/** A masked question for understanding: masks, and words that only introduce one, are no topic. */
export const withoutMasks = (masked: string): string =>
  masked.replace(INTRODUCED, " ").replace(/\[[^\][]*\]/g, " ");

/** Mobile: 0 and nine digits, beginning 03, 05, 07, 08, 09; land line: 02 and eight or nine. */
function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, "").replace(/^84/, "0");
  return /^0[35789]\d{8}$/.test(digits) || /^02\d{8,9}$/.test(digits);
}
