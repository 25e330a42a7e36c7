/** Masks what identifies a person before anything is stored or logged. Document numbers, dates, sums, labels and
 *  procedure codes are left alone. */
import { normalizeText } from "../../knowledge/vietnamese/normalize.ts";
import { findAddresses } from "./personal-data/address.ts";
import { findCues } from "./personal-data/cues.ts";
import { findEmails } from "./personal-data/email.ts";
import { withoutExplained } from "./personal-data/explained.ts";
import { KINDS, type PersonalDataKind } from "./personal-data/kinds.ts";
import { findBirthDates, findDatesBeside, findShapes, mayHaveBirthDate } from "./personal-data/letters.ts";
import { findNames } from "./personal-data/names.ts";
import { type Found, findNumbers } from "./personal-data/numbers.ts";
import { readSkeleton } from "./personal-data/skeleton.ts";
import type { TextSpan } from "./personal-data/words.ts";

export type { PersonalDataKind };

interface Span {
  kind: PersonalDataKind;
  from: number;
  to: number;
}

/** The text with each such datum replaced by what it is, and the kinds found. Works on the normalised text, so that
 *  look-alike digits can't slip through. */
export function maskPersonalData(text: string): { text: string; found: PersonalDataKind[] } {
  const normalized = normalizeText(withPlainDigits(text));
  const spans = findPersonalData(normalized);
  let masked = "";
  let copied = 0;
  for (const { kind, from, to } of spans) {
    masked += normalized.slice(copied, from) + KINDS[kind].mask;
    copied = to;
  }
  return { text: masked + normalized.slice(copied), found: [...new Set(spans.map(({ kind }) => kind))] };
}

/** Raised, lowered and circled digits; a few of them are "m²" and notes. */
const ORNATE = /[\u00B2\u00B3\u00B9\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u24EA]/g;
const FEWEST_ORNATE = 7;
const withPlainDigits = (text: string): string =>
  (text.match(ORNATE)?.length ?? 0) < FEWEST_ORNATE
    ? text
    : text.replace(ORNATE, (digit) => digit.normalize("NFKC"));

/** With fewer digits there are only dates of birth and addresses. */
const LEAST_DIGITS = 6;

/** In order of position, none over another. */
function findPersonalData(text: string): Span[] {
  const skeleton = readSkeleton(text);
  const { starts, ends, words } = skeleton;
  const spans = new Spans(text.length);
  spans.addAll("email", findEmails(text, words));

  const digits = countDigits(skeleton.text);
  if (digits > 0) {
    const cues = digits >= LEAST_DIGITS || mayHaveBirthDate(words) ? findCues(words) : [];
    let rest = skeleton.text;
    const take = (found: readonly Found[]) => {
      for (const { kind, from, to } of found) spans.add({ kind, from: starts[from]!, to: ends[to - 1]! });
      rest = unreadable(rest, found);
    };
    if (digits >= LEAST_DIGITS) take(findShapes(rest, skeleton, cues));
    if (cues.length > 0) take(findBirthDates(rest, skeleton, cues));
    if (digits >= LEAST_DIGITS) {
      rest = withoutExplained(rest, text, skeleton);
      take(findNumbers(rest, skeleton, cues));
      if (cues.some(({ announces }) => announces === "birth_date"))
        spans.addAll("birth_date", findDatesBeside(text, spans.inOrder()));
    }
    spans.addAll("address", findAddresses(text, words));
  }
  spans.addAll("name", findNames(text, words, spans.inOrder()));
  return spans.inOrder();
}

/** What was found first stands; nothing over it is added. */
class Spans {
  readonly #spans: Span[] = [];
  readonly #taken: Uint8Array;

  constructor(length: number) {
    this.#taken = new Uint8Array(length);
  }

  add(span: Span): void {
    for (let i = span.from; i < span.to; i++) if (this.#taken[i]) return;
    this.#taken.fill(1, span.from, span.to);
    this.#spans.push(span);
  }

  addAll(kind: PersonalDataKind, spans: readonly TextSpan[]): void {
    for (const span of spans) this.add({ kind, ...span });
  }

  inOrder(): Span[] {
    return this.#spans.toSorted((a, b) => a.from - b.from);
  }
}

function countDigits(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 48 && text.charCodeAt(i) <= 57) count++;
  return count;
}

function unreadable(text: string, found: readonly TextSpan[]): string {
  let rest = "";
  let copied = 0;
  for (const { from, to } of found.toSorted((a, b) => a.from - b.from)) {
    if (from < copied) continue;
    rest += text.slice(copied, from) + "#".repeat(to - from);
    copied = to;
  }
  return rest + text.slice(copied);
}

/** Written into a text in the place of what was found. */
const MASKS: ReadonlySet<string> = new Set(Object.values(KINDS).map(({ mask }) => mask));
const BRACKETED = /\[[^\][]*\]/g;

/** Was something masked in this text before it came here, as channels do with what waits? */
export const hasMask = (text: string): boolean =>
  (text.match(BRACKETED) ?? []).some((part) => MASKS.has(part));

const OWN_NUMBER =
  "(?:(?:số|so|mã|ma|sổ)\\s+)?(?:cccd|cmnd|cmt|căn cước(?: công dân)?|can cuoc(?: cong dan)?|chứng minh(?: nhân dân| thư)?|chung minh(?: nhan dan| thu)?|định danh(?: cá nhân)?|dinh danh(?: ca nhan)?|giấy tờ|giay to|điện thoại|dien thoai|sđt|sdt|đt|zalo|hộ chiếu|ho chieu|passport|tài khoản|tai khoan|stk|thẻ|the|mst|mã số thuế|ma so thue|bhxh|bảo hiểm xã hội|bao hiem xa hoi|bhyt|gplx|bằng lái|bang lai|email|e-mail|mail|thư điện tử|biển số(?: xe)?|bien so(?: xe)?|hồ sơ|ho so|địa chỉ(?: nhà)?|dia chi(?: nha)?|ngày(?: tháng năm)? sinh|ngay(?: thang nam)? sinh|(?:họ(?: và)? )?tên|(?:ho(?: va)? )?ten)";
const OWNER =
  "(?:\\s+(?:của|cua))?(?:\\s+(?:tôi|toi|tui|em|mình|minh|con|cháu|chau|anh|chị|chi|bố|bo|mẹ|me|vợ|vo|chồng|chong|nhà|nha)){0,4}";
const MASK = "\\[[^\\][]*\\]";
/** "số căn cước của tôi là […]", "sinh ngày […]", "tôi tên […]": the words that only introduce what is masked. */
const INTRODUCED = new RegExp(
  [
    `${OWN_NUMBER}${OWNER}\\s*(?:(?:là|la)\\s*|[:=]\\s*)${MASK}`,
    `(?:số|so|mã|ma)\\s+${OWN_NUMBER}${OWNER}\\s*${MASK}`,
    `(?:sinh|sanh|sn|ns|dob)(?:\\s+(?:ngày|ngay|vào|là))?\\s*(?::\\s*)?\\[ngày sinh\\]`,
    `(?:(?:tôi|toi|em|tui|mình|con|cháu)\\s+)?(?:tên|ten|là|la)\\s+\\[họ tên\\]`,
    `(?:nhà|nha)${OWNER}(?:\\s+(?:ở|o|tại|tai))?(?:\\s+(?:số|so))?\\s*(?::\\s*)?\\[địa chỉ\\]`,
  ]
    .map((form) => `(?<![\\p{L}\\p{M}])${form}`)
    .join("|"),
  "giu",
);

/** A clause that is nothing else: "…, sđt […]", "gọi lại […]." */
const CLAUSE = new RegExp(
  `(?<=^|[,.;:!?]\\s?)(?:(?:dạ|da|và|va|còn|con)\\s+)?(?:${OWN_NUMBER}|(?:gọi|goi)(?:\\s+(?:lại|lai|cho))?|liên hệ|lien he|lh|nhắn|nhan)${OWNER}(?:\\s+(?:số|so))?\\s*(?::\\s*)?${MASK}(?=\\s*(?:[,.;:!?]|$))`,
  "giu",
);

/** A masked question for understanding: masks, and words that only introduce one, are no topic. */
export const withoutMasks = (masked: string): string =>
  masked.replace(INTRODUCED, " ").replace(CLAUSE, " ").replace(BRACKETED, " ");
