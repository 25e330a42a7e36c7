import { describe, expect, test } from "vitest";
import { importFile } from "../../../../ingest/parsers/imported/parse-imported.ts";
import { fixture } from "./fixtures.ts";

describe("records of a unified collection", () => {
  test("every field, typed values beside the words", async () => {
    const { procedures, leftOut } = await importFile(fixture("records.jsonl"));
    const [first] = procedures;
    expect(first).toMatchObject({
      codeFull: "9.990001",
      code: "9.990001",
      codeKind: "national",
      issuerSuffix: null,
      levels: ["commune"],
      audience: ["Công dân Việt Nam", "Tổ chức (không bao gồm doanh nghiệp, HTX)"],
      authority: null,
      address: null,
      steps: [
        "- Bước 1: Người đọc nộp đơn.",
        "- Bước 2: Thư viện xem xét; thời gian thực hiện Bước 1 không tính vào.",
      ],
      result: ["Thẻ mượn sách"],
      legalBases: ["Luật Thư viện (46/2019/QH14)", "Thông tư về thẻ mượn sách (01/2025/TT-BVH)"],
      conditions: [],
      decision: "12/QĐ-BVH",
      forms: ["Mẫu số 01.docx"],
      source: { file: "records.jsonl", locator: "dòng 1", line: 1, row: null },
    });
    expect(
      first!.methods.map((method) => [method.channel, method.fees[0]!.kind, method.fees[0]!.amount]),
    ).toEqual([
      ["in_person", "stated", 15_000],
      ["online", "unstated", null],
    ]);
    expect(leftOut).toEqual([
      {
        file: "records.jsonl",
        place: "dòng 2",
        kind: "name_missing",
        reason: "thủ tục 9.990002 không có tên",
      },
    ]);
  });

  test("papers: cases, how they are used, counts given back to a year that was glued to them", async () => {
    const { procedures } = await importFile(fixture("records.jsonl"));
    expect(procedures[0]!.documents).toEqual([
      {
        case: "* Giấy tờ phải nộp:",
        items: [
          { text: "Đơn đề nghị theo mẫu", manner: "submit", original: 1, copy: null, form: "Mẫu số 01.docx" },
          {
            text: "Bản kê theo Thông tư số 01/2025/TT-BVH ngày 02/3/2025",
            manner: "submit",
            original: 1,
            copy: null,
            form: null,
          },
        ],
      },
      {
        case: "* Giấy tờ phải xuất trình:",
        items: [{ text: "Thẻ căn cước", manner: "show", original: 1, copy: 0, form: null }],
      },
      {
        case: "* Lưu ý:",
        items: [
          {
            text: "Người dưới 14 tuổi phải có người lớn đi cùng.",
            manner: "note",
            original: 0,
            copy: 0,
            form: null,
          },
        ],
      },
    ]);
    expect(procedures[0]!.problems.map((problem) => problem.kind)).toEqual([
      "fee_free_label_with_amount",
      "time_unit_missing",
      "fee_free_label_unproven",
      "count_repaired",
    ]);
  });

  test("a provincial code keeps its suffix; a flattened table is cut at its counts", async () => {
    const { procedures } = await importFile(fixture("records.jsonl"));
    expect(procedures[1]).toMatchObject({
      codeFull: "9.990003.000.00.00.H99",
      code: "9.990003",
      issuerSuffix: "H99",
      levels: ["province", "ministry"],
      audience: ["Cán bộ, công chức, viên chức"],
    });
    expect(procedures[1]!.documents[0]!.items.map((item) => [item.text, item.original, item.copy])).toEqual([
      ["Đơn gia hạn", 1, 0],
      ["Thẻ cũ", 1, 1],
    ]);
    expect(procedures[1]!.methods[0]).toMatchObject({
      channel: "post",
      time: { range: [15, 20] },
      fees: [{ kind: "council" }],
    });
  });
});
