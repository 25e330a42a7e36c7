/** Runs of digits, however they are grouped or said: each is decided in one place, by its shape and by what the text
 *  calls it. */
import { type Cue, cuesAround } from "./cues.ts";
import {
  exactKind,
  type Group,
  isAccount,
  isDecimal,
  isExact,
  isHotline,
  isList,
  isSum,
  LEAST,
  MOST,
  PHONE,
} from "./groups.ts";
import { COUNTED, KINDS, MEASURED, MONEY, type PersonalDataKind } from "./kinds.ts";
import type { Skeleton } from "./skeleton.ts";

/** In characters of the skeleton; end exclusive. */
export interface Found {
  kind: PersonalDataKind;
  from: number;
  to: number;
}

interface Run {
  /** Index of its first word. */
  at: number;
  groups: Group[];
  digits: string;
  spoken: boolean;
  /** Letters stand directly before it: a code. */
  glued: boolean;
  cues: ReturnType<typeof cuesAround>;
  /** The word behind it counts; or measures; or says that it is money. */
  counted: boolean;
  measured: boolean;
  money: boolean;
}

const RUN = /\d+(?:[ .,\-/_():+]{1,6}\d+)*/g;
const GROUP = /\d+/g;

/** Within so many words of it. */
const NEAR = 4;
/** How many words before a number each of these may stand to keep it from being a person's. */
const REACH_OF_OTHERS: Readonly<Record<string, number>> = { number: 3, money: 3, thing: 4, public_line: 6 };
const LEAST_ANNOUNCED = 6;
const MOST_SAID_ON = 4;
const MOST_OF_CORRECTION = 5;

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
  if (
    counted &&
    groups.length > 1 &&
    groups.at(-1)!.separator.includes(",") &&
    groups.at(-1)!.digits.length <= 2
  ) {
    groups.pop();
    counted = false;
  }
  return {
    at: from,
    groups,
    digits: groups.map((group) => group.digits).join(""),
    spoken: groups.filter((group) => skeleton.spoken[group.from]).length * 2 > groups.length,
    glued: /[A-Z]/.test(skeleton.text[at - 1] ?? ""),
    cues: cuesAround(cues, from, to),
    counted,
    measured: beside && MEASURED.has(next.text),
    money: beside && MONEY.has(next.text),
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
  const whole = (kind: PersonalDataKind): Found[] => [{ kind, from: groups[0]!.from, to: groups.at(-1)!.to }];
  const said = whatIsSaid(run);
  if (
    said.other === "thing" ||
    run.money ||
    isList(groups, said.other === "number" ? "list" : said.own && "person")
  )
    return [];
  if (isDecimal(groups) && !isExact(digits)) return [];
  if (run.measured && !PHONE.test(digits)) return [];
  if (said.own) {
    const exact = exactParts(run);
    return exact.length > 1 ? exact : whole(said.own);
  }
  const parts = isExact(digits) ? undefined : split(run);
  if (parts) return parts.flatMap(decide);
  if (said.other === "public_line") return [];
  const exact = exactParts(run);
  if (exact.length > 0) return exact;
  if (said.other || digits.length < LEAST || isHotline(digits) || isSum(groups)) return [];
  if (digits[0] === "0") return whole(digits.length <= 11 ? "phone" : "citizen_id");
  if (run.counted || run.glued) return [];
  if (groups.length === 1 || run.spoken || groups.every((group) => group.digits.length === 1))
    return whole("citizen_id");
  return isAccount(groups) ? whole("bank_account") : [];
}

/** The kind that the text gives it, or the other thing that it is said to be, whichever is nearer. */
function whatIsSaid(run: Run): { own?: PersonalDataKind; other?: string } {
  const hotline = isHotline(run.digits);
  const own = run.cues.find(
    (cue) => fits(cue.announces, cue, run) && (!hotline || (cue.to <= run.at && cue.distance <= 3)),
  );
  const other = run.cues.find(
    ({ announces, to, distance }) => to <= run.at && distance <= (REACH_OF_OTHERS[announces] ?? -1),
  );
  const phone = run.cues.find(({ announces }) => announces === "phone");
  const nearest = Math.min(
    own?.distance ?? 99,
    other?.announces === "public_line" ? (phone?.distance ?? 99) : 99,
  );
  if (other && other.distance < nearest) return { other: other.announces };
  return own ? { own: own.announces as PersonalDataKind } : {};
}

/** The run without the sum at its end, or around the groups that are numbers of their own. */
function split(run: Run): Run[] | undefined {
  const { groups } = run;
  if (groups.length === 1) return undefined;
  const part = (from: number, to: number): Run => {
    const own = groups.slice(from, to);
    const last = to === groups.length;
    return {
      ...run,
      groups: own,
      digits: own.map(({ digits }) => digits).join(""),
      counted: last && run.counted,
      measured: last && run.measured,
      money: last && run.money,
    };
  };
  const parts: Run[] = [];
  let from = 0;
  for (let i = 0; i < groups.length; i++) {
    if (groups[i]!.digits.length < LEAST) continue;
    if (i > from) parts.push(part(from, i));
    parts.push(part(i, i + 1));
    from = i + 1;
  }
  if (parts.length > 0) return from < groups.length ? [...parts, part(from, groups.length)] : parts;
  let sum = groups.length - 1;
  while (sum > 0 && groups[sum]!.separator === "." && groups[sum]!.digits.length === 3) sum--;
  const ends =
    sum > 0 && sum < groups.length - 1 && groups[sum]!.separator === "" && isSum(groups.slice(sum));
  return ends ? [part(0, sum), part(sum, groups.length)] : undefined;
}

/** Can a number announced so be of so many digits? */
function fits(
  announces: string,
  cue: { to: number; distance: number },
  { at, digits, groups }: Run,
): boolean {
  const range = KINDS[announces as PersonalDataKind]?.digits;
  if (!range || digits.length < range[0] || digits.length > range[1]) return false;
  if (isSum(groups) && digits.endsWith("000")) return false;
  const before = cue.to <= at;
  if (announces === "dossier_code") return before && cue.distance <= NEAR;
  if (announces !== "phone") return true;
  if (exactKind(digits) === "citizen_id") return false;
  if (/^(?:0|84)/.test(digits)) return true;
  // Without its area code, or without the nought.
  const local =
    (digits.length <= 8 || /^[35789]\d{8}$/.test(digits)) &&
    groups.every((group) => !/[,/]/.test(group.separator));
  return local && before && cue.distance <= NEAR && !isHotline(digits);
}

/** Groups in a row that are exactly a telephone number, an identity number or a card. */
function exactParts({ groups, digits: { length: digits }, spoken, counted }: Run): Found[] {
  const found: Found[] = [];
  let seen = 0;
  for (let from = 0; from < groups.length; from++) {
    const best = from > 0 && isInside(groups[from]!) ? undefined : bestEnd(groups, from, counted);
    if (!best) {
      seen += groups[from]!.digits.length;
      continue;
    }
    let { to } = best;
    // Said on with a digit too many, or corrected.
    const more = digits - seen - best.digits;
    if (spoken && !counted && more <= MOST_SAID_ON) to = groups.length - 1;
    found.push({ kind: best.kind, from: groups[from]!.from, to: groups[to]!.to });
    seen += best.digits;
    from = to;
  }
  return found;
}

/** Behind a thousands separator no number begins. */
const isInside = ({ separator, digits }: Group) => /^[.,]$/.test(separator) && digits.length === 3;

function bestEnd(groups: readonly Group[], from: number, counted: boolean) {
  let digits = "";
  let best: { kind: PersonalDataKind; to: number; digits: number; rank: number } | undefined;
  let inner = false;
  for (let to = from; to < groups.length && digits.length <= MOST; to++) {
    digits += groups[to]!.digits;
    inner ||= to > from && groups[to]!.separator.includes(",");
    const kind = exactKind(digits);
    if (!kind) continue;
    const last = to === groups.length - 1;
    const quantity = last && counted && to > from && groups[to]!.digits.length <= 2;
    const ends = last ? (quantity ? 0 : 2) : !inner && groups[to + 1]!.separator.includes(",") ? 2 : 0;
    const rank = (to === from ? 4 : 0) + ends;
    if (!best || rank >= best.rank) best = { kind, to, digits: digits.length, rank };
  }
  return best;
}
