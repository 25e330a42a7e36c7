/** The body of a plan: chapters and headings by their words, and under them items and paragraphs. */
import type { LineRange } from "../../../knowledge/records.ts";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { whenOf } from "./duty-times.ts";
import { figuresOf } from "./figures.ts";
import type { PlanSource } from "./plan-source.ts";
import type { ChapterKind, PrintedBlock, PrintedSection, PrintedTarget } from "./printed-plan.ts";

/** A chapter's numeral: "II.", "Phần II:", "CHƯƠNG II", "A.". */
const CHAPTER =
  /^(?:(?:phần|chương|mục)\s+)?((?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3}))(?:\s*[.:)/-]\s*|\s+(?=\p{Lu}{2}))(\S.*)$/iu;
const LETTER_CHAPTER = /^([A-HĐ])[.:/]\s+(\p{Lu}[\p{Lu}\s,–-]{5,})$/u;
const HEADING = /^(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+(\S.*)$/;
const BULLET = /^(?:[-–+*•]\s*|[a-zđ]\)\s+)(?=\S)/u;
/** A line much shorter than the print width that ends a sentence ends its paragraph. */
const SHORT_LINE = 60;
const LONGEST_HEADING = 160;
const LONGEST_CHAPTER = 300;

const KINDS: readonly (readonly [ChapterKind, RegExp])[] = [
  [
    "duties",
    /to chuc (?:thuc hien|trien khai)|phan cong|trach nhiem (?:cua|thuc hien|cac)|giao nhiem vu|^trach nhiem/,
  ],
  ["targets", /(?:^|[^a-z])(?:muc tieu|chi tieu)/],
];
const CHAPTER_WORDS =
  /^(?:MỤC ĐÍCH|YÊU CẦU|QUAN ĐIỂM|MỤC TIÊU|CHỈ TIÊU|NHIỆM VỤ|CÁC NHIỆM VỤ|GIẢI PHÁP|TỔ CHỨC THỰC HIỆN|TỔ CHỨC TRIỂN KHAI|KINH PHÍ|NỘI DUNG|PHÂN CÔNG|TIẾN ĐỘ|TẦM NHÌN)/u;
const ROMANS = [
  "I",
  "II",
  "III",
  "IV",
  "V",
  "VI",
  "VII",
  "VIII",
  "IX",
  "X",
  "XI",
  "XII",
  "XIII",
  "XIV",
  "XV",
];

export const chapterKind = (title: string): ChapterKind => {
  const words = fold(title);
  return KINDS.find(([, pattern]) => pattern.test(words))?.[0] ?? "other";
};

export interface Body {
  sections: PrintedSection[];
  blocks: PrintedBlock[];
  targets: PrintedTarget[];
}

interface Heading {
  label: string;
  title: string;
  path: string[];
  kind: ChapterKind;
  isChapter: boolean;
  lines: LineRange;
}

interface OpenBlock {
  heading: Heading | null;
  /** 1-based within its section; items and paragraphs are counted alike. */
  number: number;
  /** "3" of an item "3. …" that is no heading. */
  printed: string | null;
  isItem: boolean;
  lines: LineRange;
}

/** Is there a chapter heading at the line? */
export function isChapterAt({ text }: PlanSource, number: number): boolean {
  return chapterAt(text.line(number), 0) !== null;
}

/** `name`: what the body is called in a locator, "Kế hoạch". Lines for which `isLeftOut` is true belong to something else. */
export function readBody(
  source: PlanSource,
  [from, to]: LineRange,
  {
    name,
    title,
    issuedOn,
    isLeftOut,
  }: {
    name: string;
    title: string;
    issuedOn: string | null;
    isLeftOut: (line: number) => boolean;
  },
): Body {
  const { text } = source;
  const { headings, blocks } = readLines(source, [from, to], isLeftOut);
  const at = (lines: LineRange, locator: string) => {
    const place = source.places[lines[0]];
    return { locator: place ? `${locator}, ${place}` : locator, lines, quote: text.join(lines) };
  };
  const body: Body = {
    sections: headings.map((row) => ({
      label: row.label,
      title: row.title,
      path: row.path,
      ...at(row.lines, `${name}, mục ${row.label}`),
    })),
    blocks: [],
    targets: [],
  };
  for (const block of blocks) {
    const label = block.heading?.label ?? "";
    const where = block.printed
      ? `điểm ${block.printed}`
      : `${block.isItem ? "gạch đầu dòng" : "đoạn"} ${block.number}`;
    const printed = at(block.lines, label === "" ? `${name}, ${where}` : `${name}, mục ${label}, ${where}`);
    const words = printed.quote.replace(/^[-–+*•]\s*/, "");
    if (!/\p{L}/u.test(words)) continue;
    const base = {
      id: label === "" ? `0.${block.number}` : `${label}.${block.number}`,
      sectionLabel: label,
      path: block.heading?.path ?? [title],
      text: words,
      ...printed,
      quote: words,
    };
    const kind = block.heading?.kind ?? "other";
    const heading = block.heading === null || block.heading.isChapter ? null : block.heading.title;
    body.blocks.push({ ...base, kind, heading, when: whenOf(words, issuedOn) });
    if (kind === "targets") body.targets.push({ ...base, figures: figuresOf(words) });
  }
  return body;
}

function readLines(
  { text, isWrapped }: PlanSource,
  [from, to]: LineRange,
  isLeftOut: (line: number) => boolean,
): { headings: Heading[]; blocks: OpenBlock[] } {
  const headings: Heading[] = [];
  const blocks: OpenBlock[] = [];
  let open: OpenBlock | undefined;
  /** Open headings, outermost first. */
  const path: Heading[] = [];
  let chapters = 0;
  let isEmpty = false;
  for (let number = from; number <= to; number++) {
    const line = text.line(number);
    if (isLeftOut(number) || line === "" || line === "|" || /^[-_=.\s]{3,}$/.test(line)) {
      if (line !== "") open = undefined;
      continue;
    }
    const isFree = open === undefined || !isWrapped || endsParagraph(text.line(number - 1));
    const chapter = chapterAt(line, chapters);
    const inner = chapter || !isFree ? null : innerAt(line, text.line(number + 1), to > number);
    if (chapter || inner) {
      const last = endOfHeading(text, number, to, chapter !== null, isWrapped);
      const lines: LineRange = [number, last];
      const words = text.join(lines);
      const title = chapter ? (chapterAt(words, 0)?.title ?? chapter.title) : words.replace(/^\S+\s+/, "");
      if (chapter) path.length = 0;
      else
        while (path.length > 0 && !path.at(-1)!.isChapter && !isBelow(inner!.number, path.at(-1)!.label))
          path.pop();
      const top = path.find(({ isChapter }) => isChapter);
      const outer = path.at(-1);
      const heading: Heading = {
        label: chapter ? chapter.label : top ? `${top.label}.${inner!.number}` : inner!.number,
        title,
        path: [...(outer?.path ?? []), title],
        kind: kindUnder(outer?.kind, chapterKind(title)),
        isChapter: chapter !== null,
        lines,
      };
      if (chapter) chapters++;
      path.push(heading);
      headings.push(heading);
      open = undefined;
      isEmpty = true;
      number = last;
      continue;
    }
    const isItem = BULLET.test(line);
    const numbered = isFree ? HEADING.exec(line) : null;
    const heading = path.at(-1) ?? null;
    const starts =
      isItem ||
      numbered !== null ||
      open === undefined ||
      !isWrapped ||
      isNewParagraph(text.line(number - 1), line);
    if (starts) {
      const before = blocks.at(-1);
      const count = !isEmpty && before?.heading === heading ? before.number + 1 : 1;
      open = { heading, number: count, printed: numbered?.[1] ?? null, isItem, lines: [number, number] };
      blocks.push(open);
      isEmpty = false;
    } else open!.lines = [open!.lines[0], number];
  }
  return { headings, blocks };
}

/** Inside "tổ chức thực hiện" everything is somebody's duty; what heads targets heads nothing else but duties. */
function kindUnder(outer: ChapterKind | undefined, own: ChapterKind): ChapterKind {
  if (outer === "duties") return "duties";
  if (outer === "targets") return own === "duties" ? "duties" : "targets";
  return own === "other" ? (outer ?? "other") : own;
}

const isBelow = (number: string, label: string): boolean =>
  number.includes(".") && label.endsWith(number.slice(0, number.lastIndexOf(".")));

function chapterAt(line: string, before: number): { label: string; title: string } | null {
  if (line.length > LONGEST_CHAPTER) return null;
  const roman = CHAPTER.exec(line);
  if (roman && roman[1] !== "" && roman[1] === roman[1]!.toUpperCase() && !isSentence(roman[2]!))
    return { label: roman[1]!, title: roman[2]! };
  const letter = LETTER_CHAPTER.exec(line);
  if (letter) return { label: letter[1]!, title: letter[2]! };
  const isNamed = CHAPTER_WORDS.test(line) && !/\p{Ll}/u.test(line) && line.length < LONGEST_HEADING;
  return isNamed ? { label: ROMANS[before] ?? String(before + 1), title: line } : null;
}

const isSentence = (words: string): boolean =>
  words.length > LONGEST_HEADING && /\p{Ll}/u.test(words) && /[.;]$/.test(words);

/** A numbered line that names what follows. One that is a sentence of its own, or heads nothing, is an item. */
function innerAt(line: string, next: string, hasNext: boolean): { number: string } | null {
  const match = HEADING.exec(line);
  if (!match || line.length > LONGEST_HEADING || /[.;]$/.test(line) || !/^[\p{Lu}“"(\d]/u.test(match[2]!))
    return null;
  const isAlone = !hasNext || next === "" || next === "|" || chapterAt(next, 0) !== null;
  const sibling = HEADING.exec(next);
  if (isAlone || (sibling && depthOf(sibling[1]!) <= depthOf(match[1]!))) return null;
  return { number: match[1]! };
}

const depthOf = (number: string): number => number.split(".").length;

/** Headings of hard-wrapped text run over the line: chapters in capitals, others in small letters. */
function endOfHeading(
  text: PlanSource["text"],
  number: number,
  to: number,
  isChapter: boolean,
  isWrapped: boolean,
): number {
  const goesOn = isChapter
    ? (next: string) =>
        next === next.toUpperCase() &&
        /\p{Lu}/u.test(next) &&
        chapterAt(next, 0) === null &&
        !HEADING.test(next)
    : (next: string) => isWrapped && /^\p{Ll}/u.test(next);
  let last = number;
  while (last < to && last < number + 3 && goesOn(text.line(last + 1))) last++;
  return last;
}

const endsParagraph = (line: string) => /[.:;…]$|\.\/\.$/.test(line);
const isNewParagraph = (previous: string, line: string) =>
  previous.length < SHORT_LINE && /[.]$/.test(previous) && /^[\p{Lu}(]/u.test(line);
