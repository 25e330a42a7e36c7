/** The text of a procedure's page on the national portal, saved as JSON field by field; the cells of its tables touch
 *  each other. Keys: ma_thu_tuc, ten_thu_tuc, cach_thuc_thuc_hien … */
import {
  checkCode,
  firstValue,
  type ImportFormat,
  isObject,
  type Json,
  parseValues,
  textAt,
} from "./format.ts";
import { cutMethods, cutPapers, cutResults } from "./glued-tables.ts";
import type { RecordProblem } from "./imported-procedure.ts";
import type { ProcedureDraft } from "./procedure-draft.ts";
import { cutLegalText } from "./unified-records.ts";

export const portalPage: ImportFormat = {
  id: "portal_page",
  name: "trang Cổng Dịch vụ công quốc gia (JSON, ô dính liền)",
  recognises: (document) => isPage(firstValue(document)),
  parse: (document) =>
    checkCode(
      document,
      parseValues(document, "portal_page", (value) => (isPage(value) ? toDraft(value) : null)),
    ),
};

const isPage = (value: unknown): value is Json =>
  isObject(value) && "ma_thu_tuc" in value && "cach_thuc_thuc_hien" in value;

function toDraft(value: Json): ProcedureDraft {
  const problems: RecordProblem[] = [];
  const { results, keywords, description } = cutResults(textAt(value, "ket_qua_xu_ly") ?? "");
  const methodsText = textAt(value, "cach_thuc_thuc_hien") ?? "";
  const methods = cutMethods(methodsText, problems);
  if (methods.length === 0 && /\p{L}/u.test(methodsText) && !/^Không có thông tin/u.test(methodsText)) {
    problems.push({ kind: "cells_glued", text: "không tách được bảng cách thức thực hiện" });
  }
  return {
    code: textAt(value, "ma_thu_tuc"),
    name: textAt(value, "ten_thu_tuc"),
    field: textAt(value, "linh_vuc"),
    level: textAt(value, "cap_thuc_hien"),
    agency: textAt(value, "co_quan_thuc_hien"),
    authority: textAt(value, "co_quan_co_tham_quyen"),
    address: textAt(value, "dia_chi_tiep_nhan"),
    audience: textAt(value, "doi_tuong_thuc_hien"),
    steps: textAt(value, "trinh_tu_thuc_hien"),
    methods,
    papers: cutPapers(textAt(value, "thanh_phan_ho_so") ?? "", problems),
    result: results,
    legal: cutLegalText(textAt(value, "can_cu_phap_ly") ?? "", problems),
    conditions: textAt(value, "yeu_cau_dieu_kien"),
    description,
    keywords,
    decision: textAt(value, "so_quyet_dinh"),
    url: textAt(value, "detail_url"),
    problems,
  };
}
