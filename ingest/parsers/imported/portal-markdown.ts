/** A procedure as Markdown from the portal's interface: "## Thông tin chung" with a list of fields, then one section
 *  a field. Only headings cut; the same titles inside prose cut nothing. */
import { DocumentError } from "../../../knowledge/errors.ts";
import type { Block, Locator, TableRow } from "../../readers/document.ts";
import { addProcedure, blocksIn, checkCode, type ImportFormat } from "./format.ts";
import type { ParsedFile, RecordProblem } from "./imported-procedure.ts";
import type { PaperDraft } from "./papers.ts";
import type { MethodDraft, ProcedureDraft } from "./procedure-draft.ts";
import { parseCount } from "./values.ts";

const FIELD = /^([^:]{2,40}):\s*([\s\S]*)$/;
const GENERAL = "Thông tin chung";
/** Only keywords and a description follow; every page has it, even when it says nothing. */
const LAST_SECTION = "Kết quả xử lý";
const NO_FORM = /^không có$/iu;

export const portalMarkdown: ImportFormat = {
  id: "portal_markdown",
  name: "thủ tục từ Cổng Dịch vụ công quốc gia (Markdown)",
  recognises: (document) =>
    document.mediaType === "text/markdown" &&
    blocksIn(document)
      .slice(0, 10)
      .some((block) => block.type === "heading" && block.text === GENERAL) &&
    blocksIn(document).some((block) => block.type === "item" && /^Mã thủ tục:/u.test(block.text)),
  parse: (document) => {
    const parsed: ParsedFile = { procedures: [], documents: [], leftOut: [] };
    const blocks = blocksIn(document);
    if (!blocks.some((block) => block.type === "heading" && block.text === LAST_SECTION)) {
      throw new DocumentError(
        document.file,
        null,
        `thiếu mục “${LAST_SECTION}”, tệp có thể bị cắt giữa chừng`,
      );
    }
    const at: Locator = blocks[0]?.at ?? { kind: "line", line: 1 };
    addProcedure(parsed, document.file, "portal_markdown", toDraft(blocks), at);
    return checkCode(document, parsed);
  },
};

function toDraft(blocks: readonly Block[]): ProcedureDraft {
  const problems: RecordProblem[] = [];
  const sections = sectionsOf(blocks);
  const general = new Map(
    (sections.get(GENERAL) ?? []).flatMap((block): [string, string][] => {
      const match = block.type === "item" ? FIELD.exec(block.text) : null;
      return match ? [[match[1]!.trim(), match[2]!.trim()]] : [];
    }),
  );
  const textOf = (title: string) => textIn(sections.get(title) ?? []);
  const title = blocks.find((block) => block.type === "heading" && block.level === 1);
  return {
    code: general.get("Mã thủ tục") ?? null,
    name: title?.type === "heading" ? title.text : null,
    field: general.get("Lĩnh vực"),
    level: general.get("Cấp thực hiện"),
    agency: textOf("Cơ quan thực hiện"),
    authority: general.get("Cơ quan có thẩm quyền"),
    address: general.get("Địa chỉ tiếp nhận HS"),
    audience: general.get("Đối tượng thực hiện"),
    steps: textOf("Trình tự thực hiện"),
    methods: rowsIn(sections.get("Cách thức thực hiện") ?? []).map((row) => methodOf(row, problems)),
    papers: papersOf(sections.get("Thành phần hồ sơ") ?? [], problems),
    result: (sections.get("Kết quả xử lý") ?? []).flatMap((block) =>
      block.type === "table" ? [] : [block.text],
    ),
    legal: rowsIn(sections.get("Căn cứ pháp lý") ?? []).map(({ cells }) => ({
      title: cells.slice(0, -1).join(" | ") || null,
      number: cells.at(-1) || null,
    })),
    conditions: textOf("Yêu cầu, điều kiện thực hiện"),
    description: textOf("Mô tả"),
    keywords: textOf("Từ khóa"),
    decision: general.get("Số quyết định"),
    problems,
  };
}

/** Blocks under each heading of level 2, deeper headings included. */
function sectionsOf(blocks: readonly Block[]): Map<string, Block[]> {
  const sections = new Map<string, Block[]>();
  let current: Block[] = [];
  for (const block of blocks) {
    if (block.type === "heading" && block.level === 2) {
      current = [];
      // A title that returns opens nothing new: what follows belongs to the first.
      if (!sections.has(block.text)) sections.set(block.text, current);
      else current = sections.get(block.text)!;
    } else current.push(block);
  }
  return sections;
}

const textIn = (blocks: readonly Block[]): string | null =>
  blocks.flatMap((block) => (block.type === "table" ? [] : [block.text])).join("\n") || null;

/** Rows of tables without the header. */
const rowsIn = (blocks: readonly Block[]): TableRow[] =>
  blocks.flatMap((block) => (block.type === "table" ? block.rows.slice(1) : []));

function methodOf({ cells }: TableRow, problems: RecordProblem[]): MethodDraft {
  const [channel = "", time = "", fee = "", ...note] = cells;
  if (note.length > 1)
    problems.push({ kind: "cells_many", text: `hàng cách thức thực hiện thừa ô: “${channel}”` });
  return { channel, time, fees: [fee], note: note.join(" | ") };
}

/** The heading before a table is its case; a table without one goes on under no case. */
function papersOf(blocks: readonly Block[], problems: RecordProblem[]): PaperDraft[] {
  const papers: PaperDraft[] = [];
  let caseTitle: string | null = null;
  for (const block of blocks) {
    if (block.type === "heading") caseTitle = block.text;
    else if (block.type !== "table")
      papers.push({ case: caseTitle, text: block.text, original: null, copy: null, form: null });
    else {
      for (const row of block.rows.slice(1)) papers.push(paperOf(row, caseTitle, problems));
      caseTitle = null;
    }
  }
  return papers;
}

/** Counted from the right, because a name may hold a bar. */
function paperOf({ cells }: TableRow, caseTitle: string | null, problems: RecordProblem[]): PaperDraft {
  if (cells.length < 4) {
    problems.push({ kind: "cells_few", text: `hàng giấy tờ thiếu ô: “${(cells[0] ?? "").slice(0, 60)}”` });
    return { case: caseTitle, text: cells.join(" "), original: null, copy: null, form: null };
  }
  const [original, copy, form] = cells.slice(-3);
  return {
    case: caseTitle,
    text: cells.slice(0, -3).join(" | "),
    original: parseCount(original),
    copy: parseCount(copy),
    form: form && !NO_FORM.test(form) ? form : null,
  };
}
