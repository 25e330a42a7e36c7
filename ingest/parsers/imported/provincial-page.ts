/** A province's or ward's own page about one procedure: a title, "(Mã TTHC: 1.012784)", sections by headings; fees in
 *  nested headings (who › how filed › which fee). Such pages retell; what they print is kept word for word. */
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import type { Block } from "../../readers/document.ts";
import { addProcedure, blocksIn, checkCode, type ImportFormat } from "./format.ts";
import type { ParsedFile, RecordProblem } from "./imported-procedure.ts";
import type { PaperDraft } from "./papers.ts";
import type { MethodDraft, ProcedureDraft } from "./procedure-draft.ts";
import { feeLines } from "./provincial-fees.ts";
import { parseChannel, parseCount } from "./values.ts";

const CODE_LINE = /^\(?Mã (?:TTHC|thủ tục|số)[^:]{0,20}:\s*([\w.]+?)\.?\)?$/iu;
const DECISION = /Quyết định số\s+(\d+\/QĐ-[\p{Lu}-]+)/u;
const COMPILED = /thông tin được tổng hợp|để có thông tin chính xác nhất/iu;
const FIRST_BLOCKS = 12;
/** Titles of sections, folded, without the signs before them. */
const SECTIONS: readonly (readonly [Section, RegExp])[] = [
  ["time", /^(?:thoi gian|thoi han)(?: giai quyet| xu ly| thuc hien)?$/],
  ["offer", /^chi phi toi uu$/],
  ["place", /^(?:noi|dia diem|dia chi) (?:nop|tiep nhan)/],
  ["conditions", /^yeu cau/],
  ["steps", /^(?:quy trinh|trinh tu)/],
  ["papers", /^(?:thanh phan )?ho so(?: can| gom|$)/],
  ["fees", /^(?:chi tiet (?:chi phi|phi)|phi, le phi|le phi)/],
  ["audience", /^doi tuong thuc hien$/],
  ["agencies", /^co quan (?:giai quyet|thuc hien)/],
  ["legal", /^can cu phap ly/],
  ["result", /^ket qua/],
];
type Section =
  | "time"
  | "offer"
  | "place"
  | "conditions"
  | "steps"
  | "papers"
  | "fees"
  | "audience"
  | "agencies"
  | "legal"
  | "result"
  | "other";

export const provincialPage: ImportFormat = {
  id: "provincial_page",
  name: "trang thủ tục của tỉnh, xã (HTML)",
  recognises: (document) =>
    document.mediaType === "text/html" &&
    codeIn(blocksIn(document)) !== null &&
    titleIn(blocksIn(document)) !== null,
  parse: (document) => {
    const parsed: ParsedFile = { procedures: [], documents: [], leftOut: [] };
    const blocks = blocksIn(document);
    addProcedure(parsed, document.file, "provincial_page", toDraft(blocks), blocks[0]!.at);
    return checkCode(document, parsed);
  },
};

const lineOf = (block: Block): string => (block.type === "table" ? "" : block.text);

function codeIn(blocks: readonly Block[]): string | null {
  for (const block of blocks.slice(0, FIRST_BLOCKS)) {
    const code = CODE_LINE.exec(lineOf(block).trim())?.[1];
    if (code) return code;
  }
  return null;
}

const titleIn = (blocks: readonly Block[]): string | null =>
  lineOf(blocks.find((block) => block.type === "heading" && block.level === 1) ?? blocks[0]!) || null;

function toDraft(blocks: readonly Block[]): ProcedureDraft {
  const sections = sectionsOf(blocks);
  const linesOf = (section: Section) =>
    (sections.get(section) ?? []).map(lineOf).filter((line) => line !== "");
  const problems: RecordProblem[] = [];
  const all = blocks.map(lineOf);
  if (all.some((line) => COMPILED.test(line))) {
    problems.push({
      kind: "compiled_page",
      text: "trang tổng hợp lại, không phải bản công bố; cần đối chiếu quyết định",
    });
  }
  const agencies = linesOf("agencies");
  return {
    code: codeIn(blocks),
    name: titleIn(blocks),
    agency: afterLabel(agencies, /^Cơ quan thực hiện/iu),
    authority: afterLabel(agencies, /^Cơ quan có thẩm quyền/iu),
    address: linesOf("place").join("\n") || null,
    audience: linesOf("audience").join("\n") || null,
    steps: stepsOf(sections.get("steps") ?? []),
    methods: methodsOf(sections, linesOf),
    papers: linesOf("papers").map(paperOf),
    result: linesOf("result"),
    legal: linesOf("legal").map((title) => ({ title, number: null })),
    conditions: linesOf("conditions").join("\n") || null,
    decision: all.map((line) => DECISION.exec(line)?.[1]).find((number) => number !== undefined) ?? null,
    problems,
  };
}

/** A known title opens its section; another heading that is no lower than the open section closes it. */
function sectionsOf(blocks: readonly Block[]): Map<Section, Block[]> {
  const sections = new Map<Section, Block[]>();
  let open: Section = "other";
  let level = 0;
  for (const block of blocks) {
    if (block.type === "heading") {
      const title = fold(block.text)
        .replace(/^[^a-z0-9]+/, "")
        .trim();
      const known = SECTIONS.find(([, pattern]) => pattern.test(title))?.[0];
      if (known || block.level <= level) {
        open = known ?? "other";
        level = block.level;
        continue;
      }
    }
    const own = sections.get(open);
    if (own) own.push(block);
    else sections.set(open, [block]);
  }
  return sections;
}

function afterLabel(lines: readonly string[], label: RegExp): string | null {
  const line = lines.find((row) => label.test(row));
  return line?.replace(/^[^:]*:\s*/, "").replace(/\.$/, "") ?? null;
}

/** A small heading and the text under it are one step; the drawn number before it is none. */
function stepsOf(blocks: readonly Block[]): string[] {
  const steps: string[] = [];
  let title = "";
  for (const block of blocks) {
    const text = lineOf(block);
    if (text === "" || /^\d{1,2}$/.test(text)) continue;
    if (block.type === "heading") title = text;
    else {
      steps.push(title === "" ? text : `${title}: ${text}`);
      title = "";
    }
  }
  return steps;
}

function methodsOf(sections: Map<Section, Block[]>, linesOf: (section: Section) => string[]): MethodDraft[] {
  const time = linesOf("time").join("; ") || null;
  const offer = linesOf("offer").join(" ") || null;
  const fees = feeLines(sections.get("fees") ?? []);
  const channels = [...new Set(linesOf("place").flatMap((line) => parseChannel(line) ?? []))];
  if (channels.length === 0)
    return time === null && fees.length === 0
      ? []
      : [{ channel: "", time, fees: fees.map((fee) => fee.text), note: offer }];
  return channels.map((channel) => {
    const own = fees.filter((fee) => fee.channels.length === 0 || fee.channels.includes(channel));
    return {
      channel: CHANNEL_NAMES[channel],
      time,
      fees: own.length > 0 ? own.map((fee) => fee.text) : [null],
      note: offer !== null && channel === "online" ? offer : null,
    };
  });
}

const CHANNEL_NAMES = { in_person: "Trực tiếp", post: "Dịch vụ bưu chính", online: "Trực tuyến" } as const;

/** "Đơn đề nghị (01 bản chính)": the count is read, the words stay. */
function paperOf(text: string): PaperDraft {
  return {
    case: null,
    text,
    original: parseCount(/\((\d{1,2}) bản chính\)/u.exec(text)?.[1]),
    copy: parseCount(/\((\d{1,2}) bản sao\)/u.exec(text)?.[1]),
    form: null,
  };
}
