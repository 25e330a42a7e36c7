/** Numbers that are plainly something else: documents, procedures, dates, times, machines. */
import { firstFrom, type Skeleton } from "./skeleton.ts";

const DAY = "(?:0?[1-9]|[12]\\d|3[01])";
const MONTH = "(?:0?[1-9]|1[0-2])";
const YEAR = "(?:19|20)\\d\\d";
const OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

/** As they stand in a skeleton. */
const IN_SKELETON: readonly RegExp[] = [
  // Numbers of documents: 2704/QĐ-UBND, 118/2025/NĐ-CP, 12/2025.
  `(?<![\\d/.-])\\d{1,7}(?:/${YEAR})?/(?:w|[A-Z]{2})`,
  `(?<![\\d/.-])\\d{1,5}/${YEAR}(?![\\d/])`,
  // Codes of procedures: 1.001193, 1.001193.000.00.00.H06; said as well.
  "(?<![\\d.])[1-9]\\.\\d{6}(?:(?:\\.\\d{2,3}){3}\\.H ?\\d\\d)?(?![\\d.])",
  "(?<![\\d.] ?)[1-9]\\.\\d(?: \\d){5}(?! ?\\d)",
  // Dates, and days of a month.
  `(?<!\\d/?)${DAY}/${MONTH}/${YEAR}(?![\\d/])`,
  `(?<!\\d-?)${DAY}-${MONTH}-${YEAR}(?![\\d-])`,
  `(?<!\\d\\.?)${DAY}\\.${MONTH}\\.${YEAR}(?!\\d|\\.\\d)`,
  `(?<![\\d-])${YEAR}-${MONTH}-${DAY}(?![\\d-])`,
  `(?<![\\d/.-])(?<!\\d )${DAY}/${MONTH}(?![\\d/.-])(?! \\d)`,
  // Times of day and durations.
  "(?<![\\d:])\\d{1,2}:[0-5]\\d(?::[0-5]\\d)?(?![\\d:])",
  // 0,7123
  "(?<![\\d.,])0[.,]\\d{2,6}(?![\\d.,\\-/_])(?! \\d)",
  // Addresses of machines: no octet begins with 0.
  `(?<![\\d.])${OCTET}(?:\\.${OCTET}){3}(?![\\d.])`,
  // Parcels: EB284719305VN.
  "(?<![\\dA-Z])[A-Z]{2}\\d{9}[A-Z]{2}(?![\\dA-Z])",
].map((pattern) => new RegExp(pattern, "g"));

/** As they are typed: UUID, IPv6, hash. */
const IN_TEXT: readonly RegExp[] = [
  /(?<![\da-f-])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\da-f-])/gi,
  /(?<![\da-f:])(?:[\da-f]{1,4}::?){4,7}[\da-f]{1,4}(?![\da-f:])/gi,
  /(?<![\p{L}\d])(?=\d{0,20}[a-f])(?=[a-f]{0,20}\d)[\da-f]{20,128}(?![\p{L}\d])/giu,
];
const MAY_BE_IN_TEXT = /[\da-f]{4}[:-][\da-f:]{4}|[\da-f]{20}/i;

const unreadable = (all: string) => "#".repeat(all.length);

/** The skeleton's text with all of them made unreadable. */
export function withoutExplained(readable: string, text: string, skeleton: Skeleton): string {
  const rest = IN_SKELETON.reduce((left, pattern) => left.replace(pattern, unreadable), readable);
  if (!MAY_BE_IN_TEXT.test(text)) return rest;
  const chars = [...rest];
  for (const pattern of IN_TEXT) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      for (let i = firstFrom(skeleton.starts, match.index); i < chars.length && skeleton.ends[i]! <= end; i++)
        chars[i] = "#";
    }
  }
  return chars.join("");
}
