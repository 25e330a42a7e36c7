import { describe, expect, test } from "vitest";
import { IMPORT_FORMATS } from "../../../../ingest/parsers/imported/formats.ts";
import { importedProcedure, importedText } from "../../../../ingest/parsers/imported/imported-procedure.ts";
import { importFile } from "../../../../ingest/parsers/imported/parse-imported.ts";
import { fixture, procedureOf } from "./fixtures.ts";

/** One sample a row, by id. */
const SAMPLES: Record<string, string> = {
  unified_records: "records.jsonl",
  portal_page: "9.990004.json",
  detail_sheet: "9.990005.json",
  portal_markdown: "9_990006_procedure_detail.md",
  provincial_page: "9.990007.H99.html",
  plain_summary: "99008.txt",
  procedure_workbook: "so-thu-tuc.xlsx",
  task_plan: "phan-cong.csv",
  procedure_list: "danh-sach.csv",
  text_document: "noi-quy.md",
};

describe("every row of the table of formats", () => {
  test("has a sample and an id of its own", () => {
    expect(IMPORT_FORMATS.map((format) => format.id).sort()).toEqual(Object.keys(SAMPLES).sort());
  });

  test.each(IMPORT_FORMATS.map((format) => [format.id]))(
    "%s: recognises its sample; records fit the schema",
    async (id) => {
      const file = await importFile(fixture(SAMPLES[id]!));
      expect(file.format).toBe(id);
      expect(file.procedures.length + file.documents.length + (file.plans ?? []).length).toBeGreaterThan(0);
      for (const procedure of file.procedures)
        expect(importedProcedure.strict().parse(procedure)).toEqual(procedure);
      for (const document of file.documents) expect(importedText.strict().parse(document)).toEqual(document);
    },
  );
});

test("a page of the portal whose cells touch", async () => {
  const page = await procedureOf(fixture("9.990004.json"));
  expect(
    page.methods.map((row) => [
      row.channel,
      row.time.printed,
      row.fees[0]!.kind,
      row.fees[0]!.amount,
      row.note,
    ]),
  ).toEqual([
    ["online", "5 Ngày làm việc", "stated", 20_000, "Nộp trên cổng, Trực tiếp không nhận"],
    ["in_person", "7", "unstated", null, null],
    ["post", "Không có thông tin", "stated", 150_000, null],
  ]);
  expect(page.documents).toEqual([
    {
      case: "(1) Câu lạc bộ mới:",
      items: [
        {
          text: "Đơn đăng ký (01 bản chính) theo mẫu",
          manner: "submit",
          original: 1,
          copy: null,
          form: "Don dang ky.docx",
        },
        {
          text: "Danh sách thành viên theo khoản 2 Điều 5",
          manner: "submit",
          original: 1,
          copy: 2,
          form: null,
        },
      ],
    },
    {
      case: "(2) Câu lạc bộ đổi tên:",
      items: [{ text: "Biên bản họp", manner: "submit", original: 0, copy: 1, form: null }],
    },
  ]);
  expect(page.steps).toHaveLength(2);
  expect(page.legalBases).toEqual([
    "Luật Thư viện (46/2019/QH14)",
    "Thông tư số 02/2025/TT-BVH về câu lạc bộ",
  ]);
  expect(page.result).toEqual(["Giấy xác nhận câu lạc bộ", "Văn bản từ chối"]);
  expect(page).toMatchObject({
    keywords: ["câu lạc bộ"],
    description: null,
    conditions: [],
    agency: "Ủy ban nhân dân cấp xã",
  });
});

test("a detail sheet: a typed nought is free, an empty cell is not stated", async () => {
  const sheet = await procedureOf(fixture("9.990005.json"));
  expect(sheet.methods.map((row) => [row.time.value, row.time.unit, row.fees[0]!.kind])).toEqual([
    [2, "hour", "free"],
    [1, "working_day", "unstated"],
  ]);
  expect(sheet.documents[0]!.items[0]).toMatchObject({ original: 1, copy: 0, form: "Don.docx; PhuLuc.docx" });
  expect(sheet).toMatchObject({
    steps: ["Bước 1. Gửi đơn.", "Bước 2. Nhận trả lời."],
    decision: "56/QĐ-BVH",
    levels: ["ministry"],
  });
});

test("Markdown of the portal: only headings cut, titles inside prose do not", async () => {
  const page = await procedureOf(fixture("9_990006_procedure_detail.md"));
  expect(page.steps).toEqual([
    "Bước 1: Người tặng mang sách đến. Căn cứ pháp lý của việc tặng nêu ở dưới.\nKết quả xử lý được báo trong ngày.",
    "Bước 2: Thư viện ghi sổ.",
  ]);
  expect(page.methods.map((row) => [row.channel, row.time.value, row.note])).toEqual([
    ["in_person", 17, null],
    ["post", 20, "Gửi về\nthư viện xã"],
  ]);
  expect(
    page.documents.map((row) => [
      row.case,
      row.items.map((item) => [item.text, item.original, item.copy, item.form]),
    ]),
  ).toEqual([
    [
      "a) Sách mới",
      [
        ["Phiếu tặng sách", 1, 0, "phieu.doc"],
        ["Bảng kê | sách, báo", 1, 1, null],
      ],
    ],
    ["b) Sách cũ", [["Bảng kê tình trạng", 0, 2, null]]],
    ["", [["Lưu ý: sách rách không nhận", 0, 0, null]]],
  ]);
  expect(page).toMatchObject({
    conditions: ["Sách còn đủ trang"],
    result: ["Giấy cảm ơn"],
    address: "Thư viện xã",
  });
});

test("a province's page: fees by who and how, each with its headings", async () => {
  const page = await procedureOf(fixture("9.990007.H99.html"));
  expect(page).toMatchObject({
    code: "9.990007",
    codeFull: "9.990007",
    issuerSuffix: "H99",
    agency: "Thư viện xã",
    authority: null,
    steps: ["Nộp hồ sơ: Nộp tại Trung tâm.", "Nhận phòng: Ký biên bản."],
    conditions: ["Phòng còn trống."],
    decision: "99/QĐ-UBND",
  });
  const fees = (channel: string) =>
    page.methods
      .find((row) => row.channel === channel)!
      .fees.map((fee) => [fee.text.split(" › ").at(-1), fee.kind, fee.amount]);
  expect(fees("in_person")).toEqual([
    ["Phí thẩm định: Phòng nhỏ: 45.000đ", "stated", 45_000],
    ["Phí thẩm định: Phòng lớn: 90.000đ", "stated", 90_000],
    ["Lệ phí: 12.000đ - 60.000đ", "stated", null],
    ["Lệ phí: ~60.000đ", "stated", null],
    ["Lưu ý chung: Phòng thuê thêm 50.000 đồng/phòng.", "stated", 50_000],
  ]);
  expect(fees("online")).toEqual([
    ["Phí thẩm định: Phòng nhỏ: 40.500đ", "stated", 40_500],
    ["Lệ phí: 0đ Miễn 100% theo Nghị quyết 21/2024/NQ-HĐND", "free", 0],
    ["Lưu ý chung: Phòng thuê thêm 50.000 đồng/phòng.", "stated", 50_000],
  ]);
  expect(page.methods[0]!.fees[0]!.text).toBe(
    "Đối tượng: Cá nhân › Nộp Trực Tiếp / Bưu Chính › Phí thẩm định: Phòng nhỏ: 45.000đ",
  );
  expect(page.documents[0]!.items.map((item) => [item.original, item.copy])).toEqual([
    [1, null],
    [null, 2],
    [null, null],
  ]);
  expect(page.problems.map((problem) => problem.kind)).toContain("compiled_page");
});

test("one sentence gives a thin record, cut at the last “thuộc lĩnh vực”", async () => {
  const record = await procedureOf(fixture("99008.txt"));
  expect(record).toMatchObject({
    code: "99008",
    codeKind: "local",
    name: "Thuê chỗ để xe thuộc lĩnh vực giao thông tĩnh",
    field: "Đường bộ",
    agency: "Sở Giao thông",
    methods: [],
    steps: [],
  });
});
