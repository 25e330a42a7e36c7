/** Small values that every source prints in its own way: what is not stated, lists, levels, channels. */
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import type { Channel, Level } from "./imported-procedure.ts";

const UNSTATED =
  /^(?:không có thông tin|không(?: có)?|chưa có(?: thông tin)?|không quy định|n\/?a|null|none|[-–.]*[-–])?[.\s]*$/iu;
/** What a page of the portal shows after the last field. */
const PAGE_TAIL =
  /(?:Không có thông tin)?(?:Từ khóa(?=Không có thông tin|[\p{Lu}])|Chọn cơ quan thực hiện)[\s\S]*$/u;
/** "Doanh nghiệp, Tổ chức (không bao gồm doanh nghiệp, HTX)": not inside brackets. */
function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let to = text.length;
  let isInside = false;
  for (let at = text.length - 1; at >= 0; at--) {
    const sign = text[at];
    if (sign === ")" || sign === "(") isInside = sign === ")";
    else if (sign === "," && !isInside) {
      parts.unshift(text.slice(at + 1, to).trimStart());
      to = at;
    }
  }
  return [text.slice(0, to), ...parts];
}
/** Names of kinds of applicants that hold a comma themselves. */
const WITH_COMMA = /Cán bộ, công chức, viên chức/g;

/** The text, or null when it only says that there is none. */
export function stated(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const text = value.replace(PAGE_TAIL, "").trim();
  return UNSTATED.test(text) ? null : text;
}

/** Kinds of applicants, one each. */
export function splitAudience(value: string | null): string[] {
  if (value === null) return [];
  return value
    .replace(WITH_COMMA, (text) => text.replaceAll(",", "\u0001"))
    .split(/[\n;]/)
    .flatMap((part) => splitAtCommas(part))
    .map((part) =>
      part
        .replaceAll("\u0001", ",")
        .replace(/^[-+*]\s*/, "")
        .replace(/\.$/, "")
        .trim(),
    )
    .filter((part) => part !== "");
}

/** Paragraphs. */
export function splitLines(value: string | null): string[] {
  return (value ?? "").split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
}

/** "Cấp bộ/ngành, Cấp Xã" → commune, ministry; what is no known level is "other". */
export function parseLevels(printed: string | null): Level[] {
  if (printed === null) return [];
  const found = new Set(
    printed.split(/[,;\n]/).flatMap((part): Level[] => (part.trim() === "" ? [] : [levelOf(fold(part))])),
  );
  return (["commune", "province", "ministry", "other"] as const).filter((level) => found.has(level));
}

function levelOf(folded: string): Level {
  if (/\b(?:xa|phuong|dac khu)\b/.test(folded)) return "commune";
  if (/\b(?:tinh|thanh pho)\b/.test(folded)) return "province";
  return /\b(?:bo|nganh|trung uong)\b/.test(folded) ? "ministry" : "other";
}

/** Null for a name that is none of the three. */
export function parseChannel(printed: string): Channel | null {
  const folded = fold(printed);
  if (/truc tuyen|dich vu cong|dien tu|online/.test(folded)) return "online";
  if (/buu (?:chinh|dien)/.test(folded)) return "post";
  return /truc tiep|trung tam phuc vu|bo phan mot cua|tai (?:tru so|cong an)/.test(folded)
    ? "in_person"
    : null;
}

/** "1", 1, "01", "1 bộ" → 1; null when no number is printed. */
export function parseCount(value: unknown): number | null {
  if (typeof value === "number") return Number.isInteger(value) && value >= 0 ? value : null;
  const digits = typeof value === "string" ? /^\s*(\d{1,6})\b/.exec(value)?.[1] : undefined;
  return digits === undefined ? null : Number(digits);
}
