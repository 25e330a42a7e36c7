/** Numbers to call in danger, with the rule that assigns them. They hold in the whole country, whatever an office loads. */
import type { Evidence, SourceDocument } from "./records.ts";

export type HelpLineNumber = "111" | "112" | "113" | "114" | "115";

export interface HelpLine {
  number: HelpLineNumber;
  /** Who answers: "cứu hỏa, cứu nạn". */
  name: string;
  evidence: Evidence;
}

/** The numbering plan. The wording of its annex was checked in two legal publications that quote it, not in the gazette. */
export const NUMBERING_PLAN: SourceDocument = {
  id: "quy-hoach-kho-so-vien-thong",
  file: "",
  kind: "text",
  number: "22/2014/TT-BTTTT",
  title: "Thông tư ban hành Quy hoạch kho số viễn thông (sửa đổi, bổ sung bởi Thông tư 27/2021/TT-BTTTT)",
  issuer: "Bộ Thông tin và Truyền thông",
  signer: null,
  issuedOn: "2014-12-22",
  effectiveFrom: "2015-03-01",
  status: "in_force",
  statusNote: null,
};

const line = (number: HelpLineNumber, name: string, printed: string): HelpLine => ({
  number,
  name,
  evidence: {
    documentId: NUMBERING_PLAN.id,
    locator: "Phụ lục 3, Bảng quy hoạch mã, số dịch vụ",
    quote: `${number}: ${printed}`,
  },
});

export const HELP_LINES: Readonly<Record<HelpLineNumber, HelpLine>> = {
  "111": line("111", "bảo vệ trẻ em", "Số dịch vụ gọi Tổng đài điện thoại quốc gia bảo vệ trẻ em"),
  "112": line("112", "tìm kiếm, cứu nạn, thiên tai", "Số dịch vụ gọi tìm kiếm, cứu nạn"),
  "113": line("113", "công an", "Số dịch vụ gọi công an"),
  "114": line("114", "cứu hỏa, cứu nạn", "Số dịch vụ gọi cứu hỏa"),
  "115": line("115", "cấp cứu y tế", "Số dịch vụ gọi cấp cứu y tế"),
};
