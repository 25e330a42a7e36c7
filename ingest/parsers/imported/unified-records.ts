/** Records of a collection that was unified from public copies of the portal: one JSON object a procedure, with lists
 *  of methods, documents and legal bases. Counts are numbers, null where the source prints none. */
import { firstValue, type ImportFormat, isObject, type Json, parseValues, rowsAt, textAt } from "./format.ts";
import type { RecordProblem } from "./imported-procedure.ts";
import { cutLegal, type LegalDraft } from "./legal-bases.ts";
import type { PaperDraft } from "./papers.ts";
import type { MethodDraft, ProcedureDraft } from "./procedure-draft.ts";
import { parseCount } from "./values.ts";

/** "… Bản chính: 1 - Bản sao: 0" after each paper of a page whose table was flattened. */
const FLAT_COUNTS = /Bản chính: (\d+) - Bản sao: (\d+)/gu;

export const unifiedRecords: ImportFormat = {
  id: "unified_records",
  name: "bản ghi thủ tục hợp nhất (JSON)",
  recognises: (document) => isRecord(firstValue(document)),
  parse: (document) =>
    parseValues(document, "unified_records", (value) => (isRecord(value) ? toDraft(value) : null)),
};

const isRecord = (value: unknown): value is Json =>
  isObject(value) && "code" in value && "name" in value && Array.isArray(value.methods);

function toDraft(value: Json): ProcedureDraft {
  const problems: RecordProblem[] = [];
  return {
    code: textAt(value, "code"),
    name: textAt(value, "name"),
    field: textAt(value, "field"),
    level: textAt(value, "level"),
    issuer: textAt(value, "issuer"),
    agency: textAt(value, "agency"),
    authority: textAt(value, "authority"),
    address: textAt(value, "address"),
    audience: textAt(value, "audience"),
    steps: textAt(value, "steps"),
    methods: rowsAt(value, "methods").map((row) => methodOf(row, problems)),
    papers: papersOf(value, problems),
    result: stringsAt(value, "result"),
    legal: legalOf(value, problems),
    conditions: textAt(value, "requirements"),
    description: textAt(value, "description"),
    keywords: textAt(value, "keywords"),
    decision: textAt(value, "decision"),
    url: textAt(value, "url"),
    problems,
  };
}

const stringsAt = (value: Json, key: string): string[] =>
  Array.isArray(value[key]) ? value[key].filter((item): item is string => typeof item === "string") : [];

function methodOf(row: Json, problems: RecordProblem[]): MethodDraft {
  const channel = textAt(row, "channel") ?? "";
  const time = textAt(row, "time");
  if (textAt(row, "time_flag") === "unit_uncertain") {
    const text = `đơn vị thời hạn chưa chắc (${channel}): “${time}”, nguồn này ghi cả giờ và tháng thành ngày`;
    problems.push({ kind: "time_unit_uncertain", text });
  }
  return { channel, time, fees: [textAt(row, "fee")], note: textAt(row, "note") };
}

function papersOf(value: Json, problems: RecordProblem[]): PaperDraft[] {
  const papers = rowsAt(value, "documents").map((row) => ({
    case: textAt(row, "case"),
    text: textAt(row, "name") ?? "",
    original: parseCount(row.original),
    copy: parseCount(row.copy),
    form: textAt(row, "form"),
  }));
  const flat = textAt(value, "documents_text");
  if (papers.length > 0 || flat === null) return papers;
  problems.push({
    kind: "papers_flattened",
    text: "bảng thành phần hồ sơ đã mất đường kẻ, tách theo số bản",
  });
  return cutFlat(flat);
}

function cutFlat(text: string): PaperDraft[] {
  let from = 0;
  const papers = [...text.matchAll(FLAT_COUNTS)].map((match): PaperDraft => {
    const name = text.slice(from, match.index).trim();
    from = match.index + match[0].length;
    return { case: null, text: name, original: Number(match[1]), copy: Number(match[2]), form: null };
  });
  const rest = text.slice(from).trim();
  return rest === ""
    ? papers
    : [...papers, { case: null, text: rest, original: null, copy: null, form: null }];
}

/** Rows with titles are whole. Those without were cut badly ("92/2015/TT-BTCL"); the source's own text is cut again. */
function legalOf(value: Json, problems: RecordProblem[]): LegalDraft[] {
  const rows = rowsAt(value, "legal_bases").map((row) => ({
    title: textAt(row, "title"),
    number: textAt(row, "number"),
  }));
  const raw = textAt(value, "legal_raw");
  if (raw === null || rows.some((row) => row.title !== null)) return rows;
  return cutLegalText(raw, problems);
}

/** Shared with the portal's pages. */
export function cutLegalText(raw: string, problems: RecordProblem[]): LegalDraft[] {
  const cut = cutLegal(raw);
  if (cut && cut.at(-1)?.number !== null) return cut;
  if (!/\p{L}/u.test(raw) || /^Không có thông tin/u.test(raw)) return [];
  problems.push({ kind: "legal_glued", text: "căn cứ pháp lý dính liền, có chỗ không tách được" });
  return cut ?? [{ title: raw, number: null }];
}
