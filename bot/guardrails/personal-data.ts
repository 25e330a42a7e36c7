/** Masks what identifies a person before anything is stored or logged. Document numbers, dates, sums, labels and
 *  procedure codes are left alone. */
import { normalizeText } from "../../knowledge/vietnamese/normalize.ts";
import { findAddresses } from "./personal-data/address.ts";
import { findCues } from "./personal-data/cues.ts";
import { findEmails } from "./personal-data/email.ts";
import { KINDS, type PersonalDataKind } from "./personal-data/kinds.ts";
import { findBirthDates, findShapes } from "./personal-data/letters.ts";
import { findNames } from "./personal-data/names.ts";
import { findNumbers, withoutExplained } from "./personal-data/numbers.ts";
import { readSkeleton } from "./personal-data/skeleton.ts";

export type { PersonalDataKind };

interface Span {
  kind: PersonalDataKind;
  from: number;
  to: number;
}

/** The text with each such datum replaced by what it is, and the kinds found. Works on the normalised text, so that
 *  look-alike digits can't slip through. */
export function maskPersonalData(text: string): { text: string; found: PersonalDataKind[] } {
  const normalized = normalizeText(text);
  const spans = findPersonalData(normalized);
  let masked = "";
  let copied = 0;
  for (const { kind, from, to } of spans) {
    masked += normalized.slice(copied, from) + KINDS[kind].mask;
    copied = to;
  }
  return { text: masked + normalized.slice(copied), found: [...new Set(spans.map(({ kind }) => kind))] };
}

/** In order of position, none over another. */
function findPersonalData(text: string): Span[] {
  const skeleton = readSkeleton(text);
  const { starts, ends, words } = skeleton;
  const cues = findCues(words);
  const spans: Span[] = [];
  const add = (span: Span) => {
    if (!spans.some((other) => span.from < other.to && other.from < span.to)) spans.push(span);
  };
  for (const span of findEmails(text, words)) add({ kind: "email", ...span });

  let rest = skeleton.text;
  const take = (found: readonly Span[]) => {
    for (const { kind, from, to } of found) {
      add({ kind, from: starts[from]!, to: ends[to - 1]! });
      rest = rest.slice(0, from) + "#".repeat(to - from) + rest.slice(to);
    }
  };
  if (/\d/.test(rest)) {
    take(findShapes(rest, skeleton, cues));
    take(findBirthDates(rest, skeleton, cues));
    rest = withoutExplained(rest);
    take(findNumbers(rest, skeleton, cues));
    for (const span of findAddresses(text, words)) add({ kind: "address", ...span });
  }
  for (const span of findNames(text, words, spans)) add({ kind: "name", ...span });
  return spans.sort((a, b) => a.from - b.from);
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
  masked.replace(INTRODUCED, " ").replace(/\[[^\]]*\]/g, " ");
