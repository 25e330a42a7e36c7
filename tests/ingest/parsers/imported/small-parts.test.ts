import { describe, expect, test } from "vitest";
import {
  codeInFileName,
  isWithdrawn,
  parseCode,
  restoreNoughts,
} from "../../../../ingest/parsers/imported/code.ts";
import { cutMethods, cutPapers, cutResults } from "../../../../ingest/parsers/imported/glued-tables.ts";
import type { RecordProblem } from "../../../../ingest/parsers/imported/imported-procedure.ts";
import { cutLegal, legalLines } from "../../../../ingest/parsers/imported/legal-bases.ts";
import { repairCount, separateForm } from "../../../../ingest/parsers/imported/papers.ts";
import { scrambledLine, splitSteps } from "../../../../ingest/parsers/imported/steps.ts";
import {
  parseChannel,
  parseCount,
  parseLevels,
  splitAudience,
  stated,
} from "../../../../ingest/parsers/imported/values.ts";

describe("codes", () => {
  test.each([
    ["1.012784", "1.012784", "national", null],
    ["1.012784.000.00.00.H19", "1.012784", "national", "H19"],
    ["1.012784.H19", "1.012784", "national", "H19"],
    ["QLKTN003", "QLKTN003", "local", null],
    ["15753", "15753", "local", null],
  ])("%s", (printed, code, kind, suffix) => {
    expect(parseCode(printed)).toEqual({ code, kind, suffix });
  });

  test.each(["1.0133611", "1.014955-Xoa", "2.009182739", "mã số", "", "1.01"])("“%s” is none", (printed) => {
    expect(parseCode(printed)).toBeNull();
  });

  test("withdrawn, in a file's name, kept as a number", () => {
    expect(["1.014955-Xoa", "1.014955_old", "1.014955"].map(isWithdrawn)).toEqual([true, true, false]);
    expect(codeInFileName("a/b/1_001193_procedure_detail.md")).toMatchObject({
      code: "1.001193",
      suffix: null,
    });
    expect(codeInFileName("1.012784.000.00.00.H19.html")).toMatchObject({ code: "1.012784", suffix: "H19" });
    expect(codeInFileName("31.012784.html")).toBeNull();
    expect(["1.00127", "1.001270", "1.0133611", "x"].map(restoreNoughts)).toEqual([
      "1.001270",
      "1.001270",
      "1.0133611",
      "x",
    ]);
  });
});

describe("values", () => {
  test.each([
    "",
    "--",
    "N/A",
    "Không",
    "không có",
    "Không có thông tin",
    "Không quy định.",
    "Không có thông tinTừ khóaKhông có thông tinMô tả",
  ])("“%s” states nothing", (text) => expect(stated(text)).toBeNull());
  test("a sentence that begins so is stated", () => {
    expect(stated("Không thuộc diện bị cấm")).toBe("Không thuộc diện bị cấm");
    expect(stated(5)).toBeNull();
  });
  test("levels however they are spelt", () => {
    expect(parseLevels("Cấp bộ/ngành, Cấp Xã")).toEqual(["commune", "ministry"]);
    expect(parseLevels("Cấp Tỉnh, Cơ quan khác")).toEqual(["province", "other"]);
    expect(parseLevels(null)).toEqual([]);
  });
  test("applicants: commas inside a name don't cut it", () => {
    expect(
      splitAudience("Cán bộ, công chức, viên chức, Tổ chức (không bao gồm doanh nghiệp, HTX), Hợp tác xã."),
    ).toEqual(["Cán bộ, công chức, viên chức", "Tổ chức (không bao gồm doanh nghiệp, HTX)", "Hợp tác xã"]);
  });
  test("channels and counts", () => {
    expect(["Trực tuyến", "Dịch vụ bưu chính", "Trực tiếp", "Fax"].map(parseChannel)).toEqual([
      "online",
      "post",
      "in_person",
      null,
    ]);
    expect([1, "02", "1 bộ", "", null, -1].map(parseCount)).toEqual([1, 2, 1, null, null, null]);
  });
});

describe("steps", () => {
  test.each<[string, string, string[]]>([
    ["by their marks, in one line", "Bước 1. Nộp. Bước 2: Nhận.", ["Bước 1. Nộp.", "Bước 2: Nhận."]],
    [
      "a step named in a sentence cuts nothing",
      "Bước 1: Nộp.\nBước 2: Chờ; Bước 1 không tính.",
      ["Bước 1: Nộp.", "Bước 2: Chờ; Bước 1 không tính."],
    ],
    [
      "the list's own number and bold marks go",
      "1. **Bước 1:** Nộp\n\n- Bước 2: Nhận",
      ["Bước 1: Nộp", "- Bước 2: Nhận"],
    ],
    ["without marks by paragraphs", "a) Nộp đơn.\nb) Nhận giấy.", ["a) Nộp đơn.", "b) Nhận giấy."]],
    [
      "wrapped lines are joined",
      "Nộp đơn tại nơi\ncư trú.\nNhận giấy.",
      ["Nộp đơn tại nơi cư trú.", "Nhận giấy."],
    ],
  ])("%s", (_title, text, expected) => {
    expect(splitSteps(text)).toEqual(expected);
  });

  test("a line that breaks off inside a name is scrambled, a wrapped one is not", () => {
    expect(scrambledLine("hoàn tất việc nộp tại Trung \nnộp hồ sơ.")).toContain("Trung / nộp hồ sơ");
    expect(scrambledLine("nộp tại Trung\ntâm Phục vụ hành chính công")).toBeNull();
  });
});

describe("papers", () => {
  test.each<[string, string | null, string, string | null, boolean]>([
    ["Đơn theo mẫuMẫu số 07.docx", null, "Đơn theo mẫu", "Mẫu số 07.docx", false],
    [
      "Đơn kèm Nghị định 1/2026/NĐ-CPMẫu số 07.docxPhụ lục.pdf",
      null,
      "Đơn kèm Nghị định 1/2026/NĐ-CP",
      "Mẫu số 07.docx; Phụ lục.pdf",
      false,
    ],
    [
      "Bản đồMau 09_37.2025.TT-BNNMT_02.7.2025.docx",
      null,
      "Bản đồ",
      "Mau 09_37.2025.TT-BNNMT_02.7.2025.docx",
      false,
    ],
    ["Đơn theo mẫu.1.003894 (1).docx", null, "Đơn theo mẫu.", "1.003894 (1).docx", false],
    ["Đơn theo mẫu quy địnhbáo cáo.docx", null, "Đơn theo mẫu quy định", "báo cáo.docx", false],
    ["Đơn", "theo Nghị định số 1/2026/NĐ-CPMẫu.docx", "Đơn", "Mẫu.docx", false],
    ["Đơn theo mẫu1.000312.docx", null, "Đơn theo mẫu1.000312.docx", null, true],
    ["Đơn", null, "Đơn", null, false],
  ])("form of “%s”", (text, cell, name, form, glued) => {
    expect(separateForm(text, cell)).toEqual({ text: name, form, glued });
  });

  test("a count that swallowed a year gives it back; another one is dropped; both are told", () => {
    const problems: RecordProblem[] = [];
    expect(repairCount("ngày 01/01/", 20261, problems)).toEqual({ text: "ngày 01/01/2026", count: 1 });
    expect(repairCount("Luật năm", 20191, problems)).toEqual({ text: "Luật năm 2019", count: 1 });
    expect(repairCount("Mẫu số", 271, problems)).toEqual({ text: "Mẫu số", count: null });
    expect(repairCount("Đơn", 2, problems)).toEqual({ text: "Đơn", count: 2 });
    expect(problems.map((problem) => problem.kind)).toEqual([
      "count_repaired",
      "count_repaired",
      "count_dropped",
    ]);
  });
});

describe("legal bases", () => {
  test("rows without borders", () => {
    const glued =
      "Tên văn bản pháp lýMã văn bảnLuật 54/2014/QH1354/2014/QH13Nghị định số 1/2026/NĐ-CP của Chính phủ1/2026/NĐ-CPThông tư về phíThông tư số 80/2025/TT-NHNNLuật Công chứng năm 202446/2024/QH15Quyết định 9/2023/QĐ-TTg9/2023/QĐ-TTg";
    expect(legalLines(cutLegal(glued)!)).toEqual([
      "Luật 54/2014/QH13",
      "Nghị định số 1/2026/NĐ-CP của Chính phủ",
      "Thông tư về phí (80/2025/TT-NHNN)",
      "Luật Công chứng năm 2024 (46/2024/QH15)",
      "Quyết định 9/2023/QĐ-TTg",
    ]);
  });

  test("what can't be cut stays whole", () => {
    expect(cutLegal("Bộ luật Hàng hải")).toBeNull();
    expect(cutLegal("Luật A1/2020/QH14Bộ luật Hàng hải")).toEqual([
      { title: "Luật A", number: "1/2020/QH14" },
      { title: "Bộ luật Hàng hải", number: null },
    ]);
  });
});

describe("tables whose cells touch", () => {
  test("a bare time before a sum can't be cut and is told", () => {
    const problems: RecordProblem[] = [];
    const [row] = cutMethods("Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến5150,000 VNĐ", problems);
    expect(row).toMatchObject({ channel: "Trực tuyến", time: null, note: "5150,000 VNĐ" });
    expect(problems[0]!.kind).toBe("cells_glued");
  });

  test("without the full header nothing is cut", () => {
    expect(cutMethods("Trực tuyến5 NgàyMiễn phí", [])).toEqual([]);
    expect(cutPapers("Tên giấy tờ gồm đơn1 bản chính", [])).toEqual([]);
  });

  test("counts inside a name, and a name that ends in one", () => {
    const text =
      "--Tên giấy tờMẫu đơn, tờ khaiSố lượngGồm 01 bản chính, 02 bản sao của đơn1 bản chínhGiấy gồm 01 bản chính1 bản chínhThẻ0 bản chính,1 bản sao";
    expect(cutPapers(text, []).map((paper) => [paper.text, paper.original, paper.copy])).toEqual([
      ["Gồm 01 bản chính, 02 bản sao của đơn", 1, null],
      ["Giấy gồm 01 bản chính", 1, null],
      ["Thẻ", 0, 1],
    ]);
  });

  test("results without their codes", () => {
    expect(
      cutResults("Giấy AMã: KQ.G01.000185Giấy BMã: H37.003Từ khóaxeMô tảChọn cơ quan thực hiện"),
    ).toEqual({
      results: ["Giấy A", "Giấy B"],
      keywords: "xe",
      description: null,
    });
  });
});
