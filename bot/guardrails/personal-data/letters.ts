/** Numbers with letters in them, and dates of birth, in a compact skeleton: digits said one by one stand together. */
import { type Cue, cuesAround } from "./cues.ts";
import type { PersonalDataKind } from "./kinds.ts";
import { type Found, firstAt } from "./numbers.ts";
import type { Skeleton } from "./skeleton.ts";
import type { TextSpan } from "./words.ts";

interface Shape {
  kind: PersonalDataKind;
  pattern: RegExp;
  /** Only where the text says what it is. */
  cued?: true;
}

const SHAPES: readonly Shape[] = [
  {
    kind: "dossier_code",
    pattern:
      /(?<![\dA-Z.])(?:\d{3}[ .]\d\d[ .](?:\d\d[ .])?)?[A-Z] ?\d\d(?:[ .]\d{1,3}){0,3}[-. ]\d{6}[-. ]\d{3,6}(?![\d])/g,
  },
  { kind: "health_insurance", pattern: /(?<![\dA-Z])[A-Z] ?[A-Z][ .-]?\d(?:[ ,.-]{0,2}\d){12}(?!\d)/g },
  {
    kind: "health_insurance",
    pattern: /(?<![\dA-Z])[A-Z] ?[A-Z][ .-]?\d(?:[ ,.-]{0,2}\d){8,14}(?!\d)/g,
    cued: true,
  },
  {
    kind: "plate",
    pattern:
      /(?<![\dA-Z][ .\-/]?)\d\d[ .-]?[A-Z]{1,2}\d?[-. ]\d{3}[. ]?\d\d(?!\d|[./-]\d)|(?<![\dA-Z][ .\-/]?)\d\d[A-Z]{1,2}\d?-?\d{3}\.?\d\d(?!\d|[./-]\d)/g,
  },
  {
    kind: "plate",
    pattern:
      /(?<![\dA-Z][.\-/]?)\d\d[ .-]?[A-Z]{1,2}(?:[ .-]?\d)?[ .,-]{0,2}(?:\d{3}[ .,]{0,2}\d\d|\d{4,6})(?!\d|[/-]\d)/g,
    cued: true,
  },
  { kind: "passport", pattern: /(?<![\dA-Z])[A-Z]\d{7,8}[A-Z]?(?![\dA-Z])/g },
  {
    kind: "passport",
    pattern: /(?<![\dA-Z])[A-Z]{1,2}[ -]?\d(?:[ ,.-]{0,2}\d){5,7}[A-Z]?(?![\dA-Z])/g,
    cued: true,
  },
  { kind: "driving_licence", pattern: /(?<![\dA-Z])[A-Z]{2} ?\d{6}(?![\dA-Z])/g, cued: true },
];

/** Each with the characters of the skeleton that it keeps. */
interface Compact {
  text: string;
  at: number[];
}

/** Spaces between digits that stand alone are dropped: "2 4 0 3-1 5" → "2403-15". */
export function compact(text: string): Compact {
  const kept: string[] = [];
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === " " && isLone(text, i - 1) && isLone(text, i + 1)) continue;
    kept.push(text[i]!);
    at.push(i);
  }
  return { text: kept.join(""), at };
}

const isDigit = (char: string | undefined) => char !== undefined && char >= "0" && char <= "9";
const isLone = (text: string, i: number) =>
  isDigit(text[i]) && !isDigit(text[i - 1]) && !isDigit(text[i + 1]);

export function findShapes(text: string, skeleton: Skeleton, cues: readonly Cue[]): Found[] {
  const { text: tight, at } = compact(text);
  const found: Found[] = [];
  const taken = new Uint8Array(text.length);
  for (const { kind, pattern, cued } of SHAPES) {
    for (const match of tight.matchAll(pattern)) {
      const from = at[match.index]!;
      const to = at[match.index + match[0].length - 1]! + 1;
      if (taken[from] || taken[to - 1]) continue;
      if (cued && !isAnnounced(kind, from, to, skeleton, cues)) continue;
      taken.fill(1, from, to);
      found.push({ kind, from, to });
    }
  }
  return found;
}

function isAnnounced(
  kind: PersonalDataKind,
  from: number,
  to: number,
  skeleton: Skeleton,
  cues: readonly Cue[],
) {
  const { words, starts, ends } = skeleton;
  return cuesAround(cues, firstAt(words, starts[from]!), firstAt(words, ends[to - 1]!)).some(
    (cue) => cue.announces === kind,
  );
}

/** 12/3/1985, 12-3-85, 230785, ngày 12 tháng 3 năm 1985; never a year alone. */
const BIRTH_DATE =
  /\d{4}-\d\d?-\d\d?(?!\d)|(?:d )?\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{2,4}(?!\d)|m \d{1,2},? \d{4}(?!\d)|(?:d )?\d{1,2} ?m ?[\dg](?:[\dgyk ]*[\dgk])?|(?:\d{6}|\d{8})(?!\d)|d \d{1,2}[/.-]\d{1,2}(?!\d)/y;
/** May stand between "sinh" and its date. */
const BETWEEN: ReadonlySet<string> = new Set(
  `là vào của tôi tui em mình con cháu bé lúc hồi ghi nhầm thành đúng trên trong giấy thẻ tờ nhằm anh chị bác cô chú ông bà mẹ má ba bố cha vợ chồng nó sai la vao cua toi minh chau be`.split(
    " ",
  ),
);
const MOST_BETWEEN = 5;
/** Makes "sinh" another word: khai sinh, học sinh, hy sinh. */
const OTHER_SINH: ReadonlySet<string> = new Set(
  "khai hoc phat thi nay tai dan an hy ve chung tam nhan ky moi".split(" "),
);

const BIRTH = new Set("sinh sanh de sn ns dob s born birth birthday".split(" "));
export const mayHaveBirthDate = (words: Skeleton["words"]): boolean =>
  words.some(({ folded }) => BIRTH.has(folded));

export function findBirthDates(text: string, skeleton: Skeleton, cues: readonly Cue[]): Found[] {
  const { text: tight, at } = compact(text);
  const { words, starts } = skeleton;
  const found: Found[] = [];
  for (const cue of cues) {
    if (cue.announces !== "birth_date") continue;
    if (words[cue.from]!.folded === "sinh" && OTHER_SINH.has(words[cue.from - 1]?.folded ?? "")) continue;
    for (let i = cue.to; i <= cue.to + MOST_BETWEEN && i < words.length; i++) {
      const from = tightIndex(starts, at, words[i]!.start);
      BIRTH_DATE.lastIndex = from;
      const match = BIRTH_DATE.exec(tight);
      if (match) {
        found.push({ kind: "birth_date", from: at[from]!, to: at[from + match[0].length - 1]! + 1 });
        break;
      }
      if (!BETWEEN.has(words[i]!.text)) break;
    }
  }
  return found;
}

/** Of the first kept character that stands for an offset of the text. */
function tightIndex(starts: readonly number[], at: readonly number[], offset: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[at[middle]!]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const DATE = /(?<![\d/.-])\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d(?![\d/.-])/g;
const CELL_BORDER = /^[ |,;:-]*$/;
const MOST_BORDER = 4;

/** Dates directly behind other data: in a table of persons they stand in a column of their own. Expects the data in
 *  order of position. */
export function findDatesBeside(text: string, data: readonly TextSpan[]): TextSpan[] {
  const found: TextSpan[] = [];
  let before = 0;
  for (const { 0: date, index } of text.matchAll(DATE)) {
    while (before + 1 < data.length && data[before + 1]!.to <= index) before++;
    const border = text.slice(data[before]?.to ?? index, index);
    if (border !== "" && border.length <= MOST_BORDER && CELL_BORDER.test(border))
      found.push({ from: index, to: index + date.length });
  }
  return found;
}
