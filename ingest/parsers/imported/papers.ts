/** The papers of a dossier: counts, forms, and whether a paper is handed in, shown, or only a remark. */
import { isVietnameseSyllable } from "../../../knowledge/vietnamese/syllables.ts";
import type { ImportedItem, RecordProblem } from "./imported-procedure.ts";
import { stated } from "./values.ts";

const EXTENSION = /\.(?:docx?|pdf|xlsx?|rtf|rar|zip|jpg|png)(?=$|[\s\p{Lu}\d(])/iu;
const BETWEEN_FILES = /(?<=\.(?:docx|doc(?!x)|pdf|xlsx|xls(?!x)|rtf|rar|zip|jpg|png))\s*(?=[\p{L}\d])/iu;
/** "biển|GCN", "NĐ-CP|Mẫu", "mẫu;|TK", "(mẫu TB1)|70-Mẫu"; no border in "36.2025.TT". */
const TOUCHING =
  /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=[)”"])(?=[\p{L}\d])|(?<=[;,:]|[\p{L})”"]\.)(?=[\p{L}\d])|(?<=[\d.]\.|\d{4})(?=\p{Lu}\p{Ll})/gu;
const LONGEST_FILE_NAME = 100;
const MOST_COPIES = 99;
const SHOWN = /xuất trình/iu;
const HANDED_IN = /phải nộp|nộp hồ sơ|nộp kèm/iu;
const REMARK = /^[\s*\-+()]*(?:lưu ý|ghi chú|chú ý)/iu;
/** How a remark among the papers begins; a paper begins with its name. */
const REMARK_SENTENCE =
  /^[\s*\-+()]*(?:trường hợp|người|cơ quan|cá nhân|tổ chức|công dân|đối với|việc|lưu ý|ghi chú)\s/iu;

export interface PaperDraft {
  case: string | null;
  text: string;
  original: number | null;
  copy: number | null;
  form: string | null;
}

/** Papers under their cases, in the order of the source. */
export function groupPapers(papers: readonly PaperDraft[]): {
  documents: { case: string; items: ImportedItem[] }[];
  forms: string[];
  problems: RecordProblem[];
} {
  const cases = new Map<string, ImportedItem[]>();
  const forms = new Set<string>();
  const problems: RecordProblem[] = [];
  for (const paper of papers) {
    const name = caseName(paper.case);
    const item = toItem(paper, name, problems);
    if (!item) continue;
    for (const form of item.form?.split("; ") ?? []) forms.add(form);
    const items = cases.get(name);
    if (items) items.push(item);
    else cases.set(name, [item]);
  }
  return {
    documents: [...cases].map(([name, items]) => ({ case: name, items })),
    forms: [...forms],
    problems,
  };
}

/** "--" and ":" stand for "no case". */
const caseName = (printed: string | null): string => (/\p{L}/u.test(printed ?? "") ? printed!.trim() : "");

function toItem(paper: PaperDraft, caseTitle: string, problems: RecordProblem[]): ImportedItem | null {
  const counted = repairCount(paper.text.trim(), paper.original, problems);
  const copy = paper.copy !== null && paper.copy > MOST_COPIES ? null : paper.copy;
  const { text, form, glued } = separateForm(counted.text, stated(paper.form));
  if (glued)
    problems.push({
      kind: "form_glued",
      text: `tên tệp mẫu dính vào tên giấy tờ: “${counted.text.slice(-60)}”`,
    });
  if (!/[\p{L}\d]/u.test(text)) {
    if (form === null) return null;
    return { text: form, manner: "submit", original: counted.count, copy, form };
  }
  return {
    text,
    manner: mannerOf(text, caseTitle, counted.count, copy),
    original: counted.count,
    copy,
    form,
  };
}

/** A table that is printed without borders glues the end of the name to the count: "… ngày 01/01/2026" + "1" reads
 *  20261. A year at the end of a date is given back to the name; any other such number is dropped. */
export function repairCount(
  text: string,
  count: number | null,
  problems: RecordProblem[],
): { text: string; count: number | null } {
  if (count === null || count <= MOST_COPIES) return { text, count };
  const digits = String(count);
  const year = /^((?:19|20)\d\d)(\d)$/.exec(digits);
  if (year && /(?:\d\/|năm\s?)$/iu.test(text)) {
    problems.push({
      kind: "count_repaired",
      text: `số bản ${digits} tách thành năm ${year[1]} và số bản ${year[2]}: “…${text.slice(-40)}”`,
    });
    return { text: `${text}${/năm$/iu.test(text) ? " " : ""}${year[1]}`, count: Number(year[2]) };
  }
  problems.push({
    kind: "count_dropped",
    text: `số bản ${digits} không đáng tin, đã bỏ: “…${text.slice(-40)}”`,
  });
  return { text, count: null };
}

/** The name of the paper without the file of its form at the end ("… NĐ-CPMẫu số 07.docx"). `form` is the source's
 *  own cell, often cut; `glued` says that the border between name and file could not be found. */
export function separateForm(
  text: string,
  form: string | null,
): { text: string; form: string | null; glued: boolean } {
  const fromCell = form === null ? null : fileNames(form);
  if (!EXTENSION.test(text)) return { text, form: fromCell, glued: false };
  const first = EXTENSION.exec(text)!.index;
  const border = borderBefore(text, first);
  if (border < 0) return { text, form: fromCell, glued: true };
  return { text: text.slice(0, border).trim(), form: separateFiles(text.slice(border)), glued: false };
}

/** The cell may begin with the end of the paper's name: "… NĐ-CPMẫu số 07.docx". */
function fileNames(cell: string): string {
  const border = borderBefore(cell, EXTENSION.exec(cell)?.index ?? cell.length);
  return separateFiles(cell.slice(Math.max(0, border)));
}

/** "Mus04.docxMus05.docx" are two. */
const separateFiles = (files: string): string =>
  files
    .split(BETWEEN_FILES)
    .map((name) => name.trim())
    .join("; ");

/** Where the name of the file begins, seen from its extension: the first place near it where two words touch that
 *  don't belong together. -1 when there is none. */
function borderBefore(text: string, extension: number): number {
  const from = Math.max(0, extension - LONGEST_FILE_NAME);
  const touching = [...text.slice(0, extension).matchAll(TOUCHING)].find(
    (match) => match.index >= from && match.index > 0,
  );
  return touching?.index ?? twoSyllables(text.slice(from, extension), from);
}

/** "theo mẫu quy địnhbáo cáo": the only word that is no syllable but two. */
function twoSyllables(head: string, offset: number): number {
  for (const match of [...head.matchAll(/\p{Ll}{4,14}/gu)].reverse()) {
    const word = match[0];
    if (isVietnameseSyllable(word)) continue;
    const cuts = [...word].map((_, i) => i).filter((i) => i > 1 && i < word.length - 1);
    const fits = cuts.filter(
      (i) => isVietnameseSyllable(word.slice(0, i)) && isVietnameseSyllable(word.slice(i)),
    );
    return fits.length === 1 ? offset + match.index + fits[0]! : -1;
  }
  return -1;
}

function mannerOf(
  text: string,
  caseTitle: string,
  original: number | null,
  copy: number | null,
): ImportedItem["manner"] {
  if (REMARK.test(text) || REMARK.test(caseTitle)) return "note";
  const noCopies = original === 0 && (copy ?? 0) === 0;
  if (SHOWN.test(caseTitle) && !HANDED_IN.test(caseTitle))
    return noCopies && REMARK_SENTENCE.test(text) ? "note" : "show";
  if (/^[\s*\-+]*xuất trình/iu.test(text)) return "show";
  return noCopies ? "note" : "submit";
}
