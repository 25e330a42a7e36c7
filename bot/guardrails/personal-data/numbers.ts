/** Runs of digits, however they are grouped or said: each is decided in one place, by its shape and by what the text
 *  calls it. */
import { type Cue, cuesAround } from "./cues.ts";
import { COUNTED, KINDS, MEASURED, type PersonalDataKind } from "./kinds.ts";
import type { Skeleton } from "./skeleton.ts";

/** In characters of the skeleton; end exclusive. */
export interface Found {
  kind: PersonalDataKind;
  from: number;
  to: number;
}

interface Group {
  digits: string;
  from: number;
  to: number;
  /** What stands between it and the group before. */
  separator: string;
}

interface Run {
  /** Index of its first word. */
  at: number;
  groups: Group[];
  digits: string;
  spoken: boolean;
  cues: ReturnType<typeof cuesAround>;
  /** The word behind it counts; or measures, or says that it is money. */
  counted: boolean;
  measured: boolean;
}

const RUN = /\d+(?:[ .,\-/_():+]{1,6}\d+)*/g;
const GROUP = /\d+/g;

/** What is no person's number, as it stands in a skeleton. */
const EXPLAINED: readonly RegExp[] = [
  // Numbers of documents: 2704/QĐ-UBND, 118/2025/NĐ-CP, 12/2025.
  /(?<![\d/.-])\d{1,7}(?:\/(?:19|20)\d\d)?\/(?:w|[A-Z]{2})/g,
  /(?<![\d/.-])\d{1,5}\/(?:19|20)\d\d(?![\d/])/g,
  // Codes of procedures: 1.001193, 1.001193.000.00.00.H06.
  /(?<![\d.])[1-9]\.\d{6}(?:(?:\.\d{2,3}){3}\.H ?\d\d)?(?![\d.])/g,
  /(?<![\d.] ?)[1-9]\.\d(?: \d){5}(?! ?\d)/g,
  // Dates, and days of a month.
  /(?<!\d\/?)(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])\/(?:19|20)\d\d(?![\d/])/g,
  /(?<!\d-?)(?:0?[1-9]|[12]\d|3[01])-(?:0?[1-9]|1[0-2])-(?:19|20)\d\d(?![\d-])/g,
  /(?<!\d\.?)(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d(?!\d|\.\d)/g,
  /(?<![\d/.-])(?<!\d )(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])(?![\d/.-])(?! \d)/g,
  // Times of day.
  /(?<![\d:])[0-2]?\d:[0-5]\d(?![\d:])/g,
];

/** Vietnamese numbers of telephones, 1 abroad and at home: mobile, land line, mobile with eleven digits until 2018. */
const PHONE = /^(?:0[35789]\d{8}|02\d{8,9}|01[2689]\d{8}|(?:00)?840?(?:[35789]\d{8}|2\d{8,9}))$/;
const CITIZEN_ID = /^0\d{11}$/;
const HOTLINE = /^1[89]00/;
const MOST_OF_HOTLINE = 12;
const LEAST = 9;
const LEAST_ANNOUNCED = 6;
const MOST = 24;
const MOST_OF_CORRECTION = 5;
const CARD_DIGITS = [15, 16, 19];
/** At least so many steps by one: somebody counts aloud. */
const COUNTING = 0.5;

export function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}

/** The skeleton's text with what is no person's number made unreadable. */
export function withoutExplained(text: string): string {
  return EXPLAINED.reduce((rest, pattern) => rest.replace(pattern, (all) => "#".repeat(all.length)), text);
}

/** Personal numbers in a skeleton's text; what was found or explained before is unreadable in it. */
export function findNumbers(text: string, skeleton: Skeleton, cues: readonly Cue[]): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(RUN)) {
    const run = readRun(match[0], match.index, skeleton, cues);
    if (run.digits.length <= MOST_OF_CORRECTION && found.length > 0 && corrects(run))
      found.push({ kind: found.at(-1)!.kind, from: run.groups[0]!.from, to: run.groups.at(-1)!.to });
    if (run.digits.length < LEAST_ANNOUNCED) continue;
    found.push(...decide(run).map((part) => withSigns(text, part)));
  }
  return found;
}

/** "… à nhầm, đuôi là một hai chín": of a number that came before. */
const corrects = ({ at, digits, cues }: Run): boolean =>
  digits.length >= 2 &&
  cues.some(({ announces, to, distance }) => announces === "correction" && to <= at && distance <= 2);

/** "+84 …", "(0254) …" */
function withSigns(text: string, { kind, from, to }: Found): Found {
  let start = from;
  if (text[start - 1] === ")" || text[start - 1] === "+") start--;
  if (text[start - 1] === "(" && text.slice(start, to).includes(")")) start--;
  return { kind, from: start, to };
}

function readRun(written: string, at: number, skeleton: Skeleton, cues: readonly Cue[]): Run {
  const groups: Group[] = [];
  let end = 0;
  for (const { 0: digits, index } of written.matchAll(GROUP)) {
    const separator = written.slice(end, index).trim();
    end = index + digits.length;
    groups.push({ digits, from: at + index, to: at + end, separator });
  }
  const { starts, ends, words } = skeleton;
  const [start, stop] = [starts[at]!, ends[at + written.length - 1]!];
  const from = firstAt(words, start);
  const to = firstAt(words, stop);
  const next = words[to];
  const beside = next !== undefined && next.start - stop <= 1;
  let counted = beside && COUNTED.has(next.text);
  // "…, ba con": the last of them counts something else.
  if (counted && groups.length > 1 && groups.at(-1)!.separator.includes(",") && groups.at(-1)!.digits.length <= 2) {
    groups.pop();
    counted = false;
  }
  return {
    at: from,
    groups,
    digits: groups.map((group) => group.digits).join(""),
    spoken: groups.filter((group) => skeleton.spoken[group.from]).length * 2 > groups.length,
    cues: cuesAround(cues, from, to),
    counted,
    measured: beside && MEASURED.has(next.text),
  };
}

/** Index of the first word that begins at or behind an offset. */
export function firstAt(words: Skeleton["words"], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function decide(run: Run): Found[] {
  const { groups, digits } = run;
  const whole = (kind: PersonalDataKind): Found[] => [
    { kind, from: groups[0]!.from, to: groups.at(-1)!.to },
  ];
  if (isList(groups)) return [];
  const hotline = HOTLINE.test(digits) && digits.length <= MOST_OF_HOTLINE;
  const own = run.cues.find((cue) => fits(cue.announces, run) && (!hotline || cue.to <= run.at && cue.distance <= 3));
  const other = run.cues.find(({ announces }) => announces === "number" || announces === "money");
  const line = run.cues.find(({ announces }) => announces === "public_line");
  const phoneCue = run.cues.find(({ announces }) => announces === "phone");
  const isPublic = line !== undefined && line.distance <= 6 && line.distance < (phoneCue?.distance ?? 99);
  const isOther = other !== undefined && other.distance <= 3 && other.distance < (own?.distance ?? 99);
  if (run.measured && !PHONE.test(digits)) return [];
  if (own && !isOther && !(isPublic && own.announces === "phone")) {
    const exact = exactParts(run);
    return exact.length > 1 ? exact : whole(own.announces as PersonalDataKind);
  }
  if (isPublic) return [];
  const exact = exactParts(run);
  if (exact.length > 0) return exact;
  if (isOther || (run.counted && digits[0] !== "0") || digits.length < LEAST || hotline) return [];
  if (digits[0] === "0" && !isSum(groups)) return whole(digits.length <= 11 ? "phone" : "citizen_id");
  const unbroken = groups.length === 1 || (groups.every((group) => group.digits.length === 1) && !run.counted);
  return unbroken || run.spoken ? whole("citizen_id") : [];
}

/** Can a number announced so be of so many digits? */
function fits(announces: string, { digits, groups }: Run): boolean {
  const range = KINDS[announces as PersonalDataKind]?.digits;
  if (!range || digits.length < range[0] || digits.length > range[1]) return false;
  if (isSum(groups) && digits.endsWith("000")) return false;
  if (announces !== "phone") return true;
  if (HOTLINE.test(digits)) return false;
  return /^(?:0|84)/.test(digits) || (digits.length <= 8 && groups.every((group) => group.separator !== ","));
}

/** 1.250.000 */
function isSum(groups: readonly Group[]): boolean {
  const [first, ...rest] = groups;
  if (rest.length === 0 || first!.digits.length > 3 || first!.digits[0] === "0") return false;
  return rest.every(({ digits, separator }) => digits.length === 3 && /^[.,]$/.test(separator));
}

function isList(groups: readonly Group[]): boolean {
  if (groups.length < 3) return false;
  if (groups.every(({ digits }) => /^(?:19|20)\d\d$/.test(digits))) return true;
  const steps = groups.slice(1).map(({ digits }, i) => Number(digits) - Number(groups[i]!.digits));
  const single = groups.every(({ digits }) => digits.length <= 2);
  const byOne = Math.max(steps.filter((step) => step === 1).length, steps.filter((step) => step === -1).length);
  if (byOne === steps.length) return true;
  const all = groups.map(({ digits }) => digits).join("");
  return single && groups.length >= 5 && all[0] !== "0" && !isExact(all) && byOne >= steps.length * COUNTING;
}

function exactKind(digits: string): PersonalDataKind | undefined {
  if (PHONE.test(digits)) return "phone";
  if (CITIZEN_ID.test(digits)) return "citizen_id";
  if (!CARD_DIGITS.includes(digits.length) || digits[0] === "0") return undefined;
  if (digits.startsWith("9704")) return "card";
  return /^(?:3[47]|[456]|2[2-7])/.test(digits) && luhn(digits) ? "card" : undefined;
}
const isExact = (digits: string) => exactKind(digits) !== undefined;

/** Groups in a row that are exactly a telephone number, an identity number or a card. */
function exactParts({ groups, spoken, counted }: Run): Found[] {
  const found: Found[] = [];
  for (let from = 0; from < groups.length; from++) {
    if (from > 0 && isInside(groups[from]!)) continue;
    const best = bestEnd(groups, from, counted);
    if (!best) continue;
    let { to } = best;
    const rest = groups.slice(to + 1);
    // Said on with a digit too many, or corrected.
    const more = rest.reduce((sum, group) => sum + group.digits.length, 0);
    if (spoken && !counted && more <= 4) to = groups.length - 1;
    found.push({ kind: best.kind, from: groups[from]!.from, to: groups[to]!.to });
    from = to;
  }
  return found;
}

/** Behind a thousands separator no number begins. */
const isInside = ({ separator, digits }: Group) => /^[.,]$/.test(separator) && digits.length === 3;

function bestEnd(groups: readonly Group[], from: number, counted: boolean) {
  let digits = "";
  let best: { kind: PersonalDataKind; to: number; rank: number } | undefined;
  for (let to = from; to < groups.length && digits.length <= MOST; to++) {
    digits += groups[to]!.digits;
    const kind = exactKind(digits);
    if (!kind) continue;
    const inner = groups.slice(from + 1, to + 1).some((group) => group.separator.includes(","));
    const last = to === groups.length - 1;
    const quantity = last && counted && to > from && groups[to]!.digits.length <= 2;
    const ends = last ? (quantity ? 0 : 2) : !inner && groups[to + 1]!.separator.includes(",") ? 2 : 0;
    const rank = (to === from ? 4 : 0) + ends;
    if (!best || rank >= best.rank) best = { kind, to, rank };
  }
  return best;
}
