/** The portal's detail sheet (ChiTietTTHC_….doc) after conversion to JSON: `metadata`, `content` by Vietnamese keys,
 *  `tables`. Counts stand in the note ("Bản chính: 1\nBản sao: 0"), names of forms in the column for the number. */
import {
  checkCode,
  firstValue,
  type ImportFormat,
  isObject,
  type Json,
  parseValues,
  rowsAt,
  textAt,
} from "./format.ts";
import type { PaperDraft } from "./papers.ts";
import type { MethodDraft, ProcedureDraft } from "./procedure-draft.ts";
import { parseCount } from "./values.ts";

const ORIGINALS = /Bản chính:\s*(\d+)/u;
const COPIES = /Bản sao:\s*(\d+)/u;

export const detailSheet: ImportFormat = {
  id: "detail_sheet",
  name: "phiếu chi tiết thủ tục (JSON từ .doc)",
  recognises: (document) => isSheet(firstValue(document)),
  parse: (document) =>
    checkCode(
      document,
      parseValues(document, "detail_sheet", (value) => (isSheet(value) ? toDraft(value) : null)),
    ),
};

const isSheet = (value: unknown): value is Json =>
  isObject(value) && isObject(value.metadata) && isObject(value.content) && "mã_thủ_tục" in value.metadata;

function toDraft({ metadata, content, tables }: Json): ProcedureDraft {
  return {
    code: textAt(metadata, "mã_thủ_tục"),
    name: textAt(metadata, "tên_thủ_tục"),
    field: textAt(metadata, "lĩnh_vực"),
    level: textAt(metadata, "cấp_thực_hiện"),
    agency: textAt(content, "cơ_quan_thực_hiện"),
    authority: textAt(content, "cơ_quan_có_thẩm_quyền"),
    address: textAt(content, "địa_chỉ_tiếp_nhận_hs"),
    audience: textAt(content, "đối_tượng_thực_hiện"),
    steps: textAt(content, "trình_tự_thực_hiện"),
    methods: rowsAt(tables, "hinh_thuc_nop").map(methodOf),
    papers: papersOf(rowsAt(tables, "thanh_phan_ho_so")),
    result: (textAt(content, "kết_quả_thực_hiện") ?? "").split("\n"),
    legal: rowsAt(tables, "can_cu_phap_ly").map((row) => ({
      title: textAt(row, "trich_yeu"),
      number: textAt(row, "so_ky_hieu"),
    })),
    conditions: textAt(content, "yêu_cầu_điều_kiện_thực_hiện"),
    description: textAt(content, "mô_tả"),
    keywords: textAt(content, "từ_khóa"),
    decision: textAt(metadata, "số_quyết_định"),
  };
}

const methodOf = (row: Json): MethodDraft => ({
  channel: textAt(row, "hinh_thuc") ?? "",
  time: textAt(row, "thoi_han_giai_quyet"),
  fees: [textAt(row, "phi_le_phi")],
  note: textAt(row, "mo_ta"),
});

/** A row without any count is the name of the case that follows. */
function papersOf(rows: Json[]): PaperDraft[] {
  const papers: PaperDraft[] = [];
  let caseTitle: string | null = null;
  for (const row of rows) {
    const text = textAt(row, "ten_giay_to") ?? "";
    const note = textAt(row, "ghi_chu") ?? "";
    const files = textAt(row, "so_luong") ?? "";
    if (note === "" && files === "" && /[:：]$/.test(text.trim())) {
      caseTitle = text;
      continue;
    }
    const form = /\.\w{3,4}$/m.test(files) ? files.replaceAll("\n", "; ") : null;
    papers.push({
      case: caseTitle,
      text,
      original: parseCount(ORIGINALS.exec(note)?.[1]),
      copy: parseCount(COPIES.exec(note)?.[1]),
      form,
    });
  }
  return papers;
}
