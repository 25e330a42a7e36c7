/** Hours of the week in which an officer can take a call: "T2-T6 07:30-11:30,13:30-17:00; T7 07:30-11:30". */
import { vietnamClock } from "../../knowledge/calendar.ts";

export interface OpeningHours {
  /** By day, 0 = Sunday; in minutes since midnight, the end excluded. */
  days: readonly (readonly (readonly [from: number, to: number])[])[];
  /** For the ear: "từ thứ hai đến thứ sáu, bảy giờ ba mươi đến mười một giờ ba mươi". */
  inWords: string;
}

const DAYS = ["CN", "T2", "T3", "T4", "T5", "T6", "T7"] as const;
const DAY_WORDS = ["chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy"];
const PART = /^(CN|T[2-7])(?:-(CN|T[2-7]))?\s+(\S+)$/;
const SPAN = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/;

/** Undefined when the text can't be read; an empty text is never open. `say` spells numbers and times. */
export function parseHours(text: string, say: (text: string) => string): OpeningHours | undefined {
  const days: (readonly [number, number])[][] = DAYS.map(() => []);
  const words: string[] = [];
  for (const part of text
    .split(";")
    .map((piece) => piece.trim())
    .filter(Boolean)) {
    const match = PART.exec(
      part
        .split(",")
        .map((piece) => piece.trim())
        .join(","),
    );
    if (!match) return undefined;
    const spans: (readonly [number, number])[] = [];
    for (const span of match[3]!.split(",")) {
      const read = readSpan(span);
      if (!read) return undefined;
      spans.push(read);
    }
    const [first, last = first] = [match[1]!, match[2]];
    for (const day of daysBetween(first, last)) days[day]!.push(...spans);
    words.push(`${daysInWords(first, last)}, ${spans.map((span) => spanInWords(span, say)).join(" và ")}`);
  }
  return { days, inWords: words.join("; ") };
}

/** Vietnam's clock. */
export function isOpen(hours: OpeningHours, at: Date): boolean {
  const { weekday, minute } = vietnamClock(at);
  return hours.days[weekday]!.some(([from, to]) => minute >= from && minute < to);
}

function readSpan(text: string): readonly [number, number] | undefined {
  const match = SPAN.exec(text);
  if (!match) return undefined;
  const [from, to] = [minutes(match[1]!, match[2]!), minutes(match[3]!, match[4]!)];
  return from !== undefined && to !== undefined && from < to ? [from, to] : undefined;
}

function minutes(hour: string, minute: string): number | undefined {
  const total = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && total <= 24 * 60 ? total : undefined;
}

/** "T6-T2" runs over the end of the week. */
function daysBetween(first: string, last: string): number[] {
  const index = (name: string) => DAYS.indexOf(name as (typeof DAYS)[number]);
  const result = [index(first)];
  while (result.at(-1) !== index(last)) result.push((result.at(-1)! + 1) % DAYS.length);
  return result;
}

const dayInWords = (name: string) => DAY_WORDS[DAYS.indexOf(name as (typeof DAYS)[number])]!;
const daysInWords = (first: string, last: string) =>
  first === last ? dayInWords(first) : `từ ${dayInWords(first)} đến ${dayInWords(last)}`;

function spanInWords(span: readonly [number, number], say: (text: string) => string): string {
  const clock = (at: number) => say(`${Math.floor(at / 60)}h${String(at % 60).padStart(2, "0")}`);
  return `${clock(span[0])} đến ${clock(span[1])}`;
}
