/** The body of the plan: numbered headings, and under them bullets or paragraphs whose lines are broken mid-sentence. */

import { addDays } from "../../knowledge/calendar.ts";
import { DocumentError } from "../../knowledge/errors.ts";
import type { Agency, Duty, LineRange, Passage, Section, Target } from "../../knowledge/records.ts";
import type { TextLines } from "./text-lines.ts";

const CHAPTER = /^(IX|IV|VI{0,3}|I{1,3}|X)\. (.+)$/;
const HEADING = /^(\d+)\. (.+)$/;
const BULLET = "- ";
/** A line much shorter than the print width that ends a sentence ends its paragraph. */
const SHORT_LINE = 60;
const TARGET_CHAPTER = "III";
const DUTY_CHAPTER = "VI";

interface Block {
  section: Section;
  /** 1-based within its section; bullets and paragraphs are counted alike. */
  number: number;
  bullet: boolean;
  lines: LineRange;
}

export interface PlanBody {
  sections: Section[];
  passages: Passage[];
  targets: Target[];
  duties: Duty[];
}

export function parseBody(
  text: TextLines,
  [from, to]: LineRange,
  agencies: readonly Agency[],
  issuedOn: string,
): PlanBody {
  const { sections, blocks } = readBlocks(text, from, to);
  if (sections.length === 0) throw new DocumentError(text.file, `dòng ${from}`, "phần thân không có mục nào");
  const passages: Passage[] = [];
  const targets: Target[] = [];
  const duties: Duty[] = [];
  for (const block of blocks) {
    const { section } = block;
    const where = block.bullet ? `gạch đầu dòng ${block.number}` : `đoạn ${block.number}`;
    const evidence = text.evidence(block.lines, `Kế hoạch, mục ${section.label}, ${where}`);
    const words = evidence.quote.replace(/^- /, "");
    const base = {
      documentId: text.documentId,
      sectionLabel: section.label,
      path: section.path,
      text: words,
      evidence: { ...evidence, quote: words },
    };
    const id = `${section.label}.${block.number}`;
    passages.push({ id: `passage:${id}`, ...base });
    if (section.label.startsWith(`${TARGET_CHAPTER}.`))
      targets.push({ id: `target:${id}`, ...base, figures: figuresOf(words) });
    const duty = dutyOf(section, words, agencies, issuedOn);
    if (duty) duties.push({ id: `duty:${id}`, ...base, ...duty });
  }
  return { sections, passages, targets, duties };
}

function readBlocks(text: TextLines, from: number, to: number): { sections: Section[]; blocks: Block[] } {
  const sections: Section[] = [];
  const blocks: Block[] = [];
  let chapter: Section | undefined;
  let section: Section | undefined;
  let open: Block | undefined;
  /** Blocks of the section so far. */
  let count = 0;
  for (let number = from; number <= to; number++) {
    const line = text.line(number);
    const heading = readHeading(
      text,
      number,
      to,
      chapter,
      open === undefined || endsParagraph(text.line(number - 1)),
    );
    if (heading) {
      section = heading;
      if (!heading.label.includes(".")) chapter = heading;
      sections.push(heading);
      open = undefined;
      number = heading.lines[1];
      continue;
    }
    if (!section) throw new DocumentError(text.file, `dòng ${number}`, "chữ đứng trước mục đầu tiên");
    const starts =
      line.startsWith(BULLET) || open === undefined || isNewParagraph(text.line(number - 1), line);
    if (starts) {
      count = open?.section === section ? count + 1 : 1;
      open = { section, number: count, bullet: line.startsWith(BULLET), lines: [number, number] };
      blocks.push(open);
    } else {
      open!.lines[1] = number;
    }
    section.lines[1] = number;
    if (chapter) chapter.lines[1] = number;
  }
  return { sections, blocks };
}

const endsParagraph = (line: string) => /[.:;…]$|\.\/\.$/.test(line);
const isNewParagraph = (previous: string, line: string) =>
  previous.length < SHORT_LINE && /[.]$/.test(previous) && /^[\p{Lu}(]/u.test(line);

/** Chapter titles are in capitals, other headings in one sentence; both may run over the line. */
function readHeading(
  text: TextLines,
  number: number,
  to: number,
  chapter: Section | undefined,
  allowed: boolean,
): Section | undefined {
  const line = text.line(number);
  const top = CHAPTER.exec(line);
  const inner = top || !allowed ? null : HEADING.exec(line);
  if (!top && !(inner && chapter)) return undefined;
  const continues = top
    ? (next: string) => next === next.toUpperCase() && /\p{Lu}/u.test(next) && !CHAPTER.test(next)
    : (next: string) => /^\p{Ll}/u.test(next);
  let last = number;
  while (last < to && continues(text.line(last + 1))) last++;
  const lines: LineRange = [number, last];
  const title = text.join(lines).replace(/^\S+\s/, "");
  const label = top ? top[1]! : `${chapter!.label}.${inner![1]}`;
  return {
    id: `section:${label}`,
    label,
    title,
    path: top ? [title] : [...chapter!.path, title],
    lines: [...lines],
    evidence: text.evidence(lines, `Kế hoạch, mục ${label}`),
  };
}

const FIGURE =
  /(?:(Phấn đấu trên|Phấn đấu|trên|tối thiểu|ít nhất|giảm từ|đạt|nhóm)\s+)?(?<!\d)(\d+(?:[.,]\d+)?(?:\s*-\s*\d+)?)\s*(%|tỉnh, thành phố)/giu;

function figuresOf(words: string): Target["figures"] {
  return [...words.matchAll(FIGURE)].map(([, qualifier, value, unit]) => ({
    value: value!
      .split("-")
      .map((part) => part.trim())
      .join("-"),
    unit: unit!,
    qualifier: qualifier ?? null,
  }));
}

type When = Duty["when"];

/** How the text says when; the first that fits. */
const WHEN: readonly { pattern: RegExp; kind: NonNullable<When>["kind"] }[] = [
  { pattern: /Thời gian hoàn thành sau \d+ ngày kể từ ngày Kế hoạch này ban hành/u, kind: "after_issue" },
  { pattern: /Định kỳ 6 tháng và hàng năm \(trước ngày \d{1,2}\/\d{1,2}\)/u, kind: "half_yearly" },
  { pattern: /Định kỳ hàng tháng, quý, năm/u, kind: "monthly" },
  { pattern: /ngân sách hàng năm|h[àằ]ng năm/u, kind: "yearly" },
  { pattern: /vào năm \d{4} và hình thành Chính quyền số vào năm \d{4}|Đến năm \d{4}/u, kind: "fixed" },
  { pattern: /Thường xuyên|định kỳ/u, kind: "ongoing" },
];

function whenOf(words: string, issuedOn: string): When {
  for (const { pattern, kind } of WHEN) {
    const found = pattern.exec(words)?.[0];
    if (found)
      return { words: found, kind, derived: kind === "after_issue" ? derivedFrom(found, issuedOn) : null };
  }
  return null;
}

function derivedFrom(words: string, issuedOn: string) {
  const days = Number(/sau (\d+) ngày/u.exec(words)![1]);
  const [year, month, day] = issuedOn.split("-");
  return {
    date: addDays(issuedOn, days),
    rule: `ngày ban hành ${day}/${month}/${year} cộng ${days} ngày lịch`,
  };
}

/** Obligations: everything in chapter VI, and outside it what names a date, a rhythm or a responsible body. */
function dutyOf(
  section: Section,
  words: string,
  agencies: readonly Agency[],
  issuedOn: string,
): Pick<Duty, "agencyIds" | "collective" | "when" | "report"> | undefined {
  const inChapter = section.label.startsWith(`${DUTY_CHAPTER}.`);
  const when = whenOf(words, issuedOn);
  const heads = /^Thủ trưởng các sở, ban, ngành/u;
  const owner = inChapter ? section.title : words;
  const agencyIds = agencies.filter((agency) => owner.startsWith(agency.name)).map((agency) => agency.id);
  const collective = heads.test(owner) || (inChapter && agencyIds.length === 0);
  if (
    !inChapter &&
    (section.label.startsWith(TARGET_CHAPTER) || (when === null && agencyIds.length === 0 && !collective))
  )
    return undefined;
  const report = /báo cáo (?:kết quả|về|Ủy ban)/u.test(words) && when?.kind !== "after_issue";
  return { agencyIds, collective, when, report };
}
