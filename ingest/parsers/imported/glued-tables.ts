/** Tables of the national portal whose cells were copied without borders: "Trực tuyến5 Ngày làm việcMiễn phí(…)".
 *  Cut only at a full table header or a full cell, never at a word that prose uses too. */
import type { RecordProblem } from "./imported-procedure.ts";
import type { PaperDraft } from "./papers.ts";
import { repairCount } from "./papers.ts";
import type { MethodDraft } from "./procedure-draft.ts";

const METHOD_HEADER = /^Hình thức nộpThời gian(?: giải quyết)?Phí, lệ phíMô tả/u;
const TIME = String.raw`\d{1,4}(?:[.,]\d{1,2})? ?(?:Ngày làm việc|Ngày|Giờ|Tháng|Năm)|Không có thông tin|Không quy định|Theo mô tả`;
/** A row begins with a way of filing that touches the cell before it and is followed by a time. */
const METHOD = new RegExp(String.raw`(?<!\s)(Trực tuyến|Trực tiếp|Dịch vụ bưu chính)(?=${TIME}|\d)`, "gu");
const FEE_LABEL = String.raw`Miễn phí|Không có thông tin|[\d.,]+ ?(?:Việt Nam Đồng|VNĐ|VND|USD)|(?:Phí|Lệ phí) ?: ?[\d.,]* ?Đồng`;
const TIME_CELL = new RegExp(`^(?:${TIME})`, "u");
const FEE_CELL = new RegExp(`^(?:${FEE_LABEL})`, "u");
const BARE_TIME = /^(\d{1,4}(?:[.,]\d{2})?)(?=Miễn phí|Không có thông tin|Phí|Lệ phí|$)/u;
const PAPER_HEADER = /Tên giấy tờMẫu đơn, tờ khaiSố lượng/gu;
/** The last cell of a row touches the next row; "01 bản chính;" inside a name does not. */
const COUNTS =
  /(?<!\d)(\d{1,12}) bản chính(?:, ?(\d+) bản sao)?(?=$|[^\s;.,:)\]/])|(?<!\d)(\d{1,12}) bản sao(?=$|[^\s;.,:)\]/])/gu;
const RESULT_CODE = /Mã: ?(KQ\.[A-Z]\d{2}\.\d+|[A-Z]\d{2}\.\d+|[A-Z][A-Z0-9.-]*\d)/gu;

const KEYWORDS = "Từ khóa";
const DESCRIPTION = "Mô tả";
const PAGE_END = "Chọn cơ quan thực hiện";

/** Rows of "Cách thức thực hiện"; empty when the header is missing. */
export function cutMethods(glued: string, problems: RecordProblem[]): MethodDraft[] {
  if (!METHOD_HEADER.test(glued)) return [];
  const text = glued.replace(METHOD_HEADER, "");
  const starts = [...text.matchAll(METHOD)];
  return starts.map((match, i) => {
    const row = text.slice(match.index + match[0].length, starts[i + 1]?.index);
    return { channel: match[1]!, ...cutMethodRow(row, problems) };
  });
}

function cutMethodRow(row: string, problems: RecordProblem[]): Omit<MethodDraft, "channel"> {
  const time = TIME_CELL.exec(row)?.[0] ?? BARE_TIME.exec(row)?.[1] ?? null;
  if (time === null) {
    // "5150,000 VNĐ" may be 5 and 150,000 or 51 and 50,000.
    problems.push({ kind: "cells_glued", text: `không tách được thời hạn và phí: “${row.slice(0, 60)}”` });
    return { time: null, fees: [null], note: row };
  }
  const rest = row.slice(time.length);
  const label = FEE_CELL.exec(rest)?.[0] ?? "";
  const bracket = rest[label.length] === "(" ? closingBracket(rest, label.length) : label.length;
  return { time, fees: [rest.slice(0, bracket) || null], note: rest.slice(bracket) || null };
}

/** Index after the bracket that closes the one at `from`; the end of the text when none does. */
function closingBracket(text: string, from: number): number {
  let open = 0;
  for (let i = from; i < text.length; i++) {
    if (text[i] === "(") open++;
    else if (text[i] === ")" && --open === 0) return i + 1;
  }
  return text.length;
}

/** Papers of "Thành phần hồ sơ": before each table header stands the name of its case. */
export function cutPapers(glued: string, problems: RecordProblem[]): PaperDraft[] {
  const papers: PaperDraft[] = [];
  const headers = [...glued.matchAll(PAPER_HEADER)];
  let caseTitle = glued.slice(0, headers[0]?.index ?? 0);
  headers.forEach((header, i) => {
    const table = glued.slice(header.index + header[0].length, headers[i + 1]?.index);
    const { rows, rest } = cutRows(table, problems);
    papers.push(...rows.map((row) => ({ ...row, case: caseTitle })));
    if (i === headers.length - 1 && /\p{L}/u.test(rest))
      papers.push({ case: caseTitle, text: rest, original: null, copy: null, form: null });
    caseTitle = rest;
  });
  return papers;
}

function cutRows(
  table: string,
  problems: RecordProblem[],
): { rows: Omit<PaperDraft, "case">[]; rest: string } {
  const rows: Omit<PaperDraft, "case">[] = [];
  let from = 0;
  let raw = "";
  for (const match of table.matchAll(COUNTS)) {
    const [all, original, copy, copyOnly] = match;
    const name = table.slice(from, match.index);
    from = match.index + all.length;
    const counts = { original: original === undefined ? null : original, copy: copy ?? copyOnly ?? null };
    if (name.trim() === "" && rows.length > 0) {
      // The name itself ended in "01 bản chính": what was taken for its counts belongs to it.
      rows[rows.length - 1] = { ...rows.at(-1)!, text: raw };
      continue;
    }
    raw = name + all;
    const cut = splitNumber(name, counts.original ?? counts.copy!, problems);
    const number = counts.original === null ? null : cut.count;
    rows.push({
      text: cut.text,
      original: number,
      copy: counts.original === null ? cut.count : toNumber(counts.copy),
      form: null,
    });
  }
  return { rows, rest: table.slice(from).trim() };
}

const toNumber = (digits: string | null): number | null => (digits === null ? null : Number(digits));

/** "Điều 5" + "1" is printed as "Điều 51": after a space, a dot or a slash only the last digit is the count. */
function splitNumber(
  name: string,
  digits: string,
  problems: RecordProblem[],
): { text: string; count: number | null } {
  if (/^(?:19|20)\d{3}$/.test(digits)) {
    const { text, count } = repairCount(name, Number(digits), problems);
    return { text, count };
  }
  if (digits.length === 1 || /^0\d$/.test(digits) || !/[\s/.]$/.test(name))
    return { text: name, count: Number(digits) };
  problems.push({
    kind: "count_repaired",
    text: `số ${digits} dính liền, tách thành ${digits.slice(0, -1)} và số bản ${digits.slice(-1)}: “…${name.slice(-40)}”`,
  });
  return { text: name + digits.slice(0, -1), count: Number(digits.slice(-1)) };
}

/** Names of "Kết quả xử lý", without their codes; keywords and description that follow are left to the caller. */
export function cutResults(glued: string): {
  results: string[];
  keywords: string | null;
  description: string | null;
} {
  const [body, tail] = cutAt(cutAt(glued, PAGE_END)[0], KEYWORDS);
  const [keywords, description] = cutAt(tail, DESCRIPTION);
  const results = body.split(RESULT_CODE).filter((_, i) => i % 2 === 0);
  return {
    results: results.map((text) => text.trim()).filter((text) => text !== ""),
    keywords: keywords.trim() || null,
    description: description.trim() || null,
  };
}

/** Before and after the first place where the words stand; all of it and nothing without them. */
function cutAt(text: string, words: string): [before: string, after: string] {
  const at = text.indexOf(words);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + words.length)];
}
