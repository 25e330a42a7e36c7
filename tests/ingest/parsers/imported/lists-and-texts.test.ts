import { describe, expect, test } from "vitest";
import { importFile } from "../../../../ingest/parsers/imported/parse-imported.ts";
import { makeDoc, makeDocx, makePdf, makeXlsx, paragraph } from "../../readers/samples.ts";
import { fileOf, fixture } from "./fixtures.ts";

describe("lists", () => {
  test("CSV: groups, local codes, what is wrong and what is left out", async () => {
    const { procedures, leftOut } = await importFile(fixture("danh-sach.csv"));
    expect(procedures.map((row) => [row.codeFull, row.code, row.name, row.field])).toEqual([
      ["9.990009", "9.990009", "Mượn sách; trả sách", "thư viện"],
      ["9.9900111", null, "Mã thừa một số", "thư viện"],
      ["QLKTN003", "QLKTN003", "Mã riêng của tỉnh", "Khai thác"],
    ]);
    expect(procedures[0]!.methods[0]).toMatchObject({
      channel: null,
      time: { value: 5 },
      fees: [{ amount: 8_000, per: "bản" }],
    });
    expect(procedures[1]!.problems.map((problem) => problem.kind)).toEqual(["code_invalid"]);
    expect(procedures[2]!.methods[0]!.fees[0]!.kind).toBe("unstated");
    expect(leftOut.map((row) => [row.place, row.kind])).toEqual([
      ["hàng 4", "withdrawn"],
      ["hàng 6", "name_missing"],
    ]);
  });

  test("Excel: the header stands below a letterhead; a code kept as a number gets its noughts back", async () => {
    const rows = [
      ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nDANH SÁCH"],
      ["Mã số", "Tên", "Cơ quan ban hành", "Cơ quan thực hiện", "Lĩnh vực"],
      [9.99002, "Đọc sách tại chỗ", "Bộ Văn hóa", "Thư viện xã\nThư viện tỉnh", "Thư viện"],
      ["Mã số", "Tên", "Cơ quan ban hành", "Cơ quan thực hiện", "Lĩnh vực"],
    ];
    const { procedures, leftOut } = await importFile(fileOf("danh-sach.xlsx", makeXlsx(rows)));
    expect(leftOut).toEqual([]);
    expect(procedures).toHaveLength(1);
    expect(procedures[0]).toMatchObject({
      code: "9.990020",
      issuer: "Bộ Văn hóa",
      agency: "Thư viện xã\nThư viện tỉnh",
      source: { locator: "trang tính Danh sách, hàng 3", row: 3 },
    });
    expect(procedures[0]!.problems.map((problem) => problem.kind)).toEqual(["code_repaired"]);
  });

  test("a table that is no list of procedures is not recognised", async () => {
    const { format, leftOut } = await importFile(fileOf("luong.csv", "Họ tên,Lương\nA,1\n"));
    expect(format).toBeNull();
    expect(leftOut[0]).toMatchObject({ kind: "format_unknown", place: null });
  });
});

describe("other documents become passages under their headings", () => {
  test("printed headings: chapters and articles", async () => {
    const { documents, procedures } = await importFile(fixture("noi-quy.md"));
    expect(procedures).toEqual([]);
    expect(documents[0]!.title).toBe("Nội quy thư viện");
    expect(
      documents[0]!.passages.map((row) => [row.headings.slice(1).join(" > "), row.text, row.locator]),
    ).toEqual([
      ["", "Áp dụng cho mọi người đọc.", "dòng 3"],
      ["Chương I. QUY ĐỊNH CHUNG > Điều 1. Giờ mở cửa", "Thư viện mở cửa từ 7 giờ 30 phút.", "dòng 11"],
      ["Chương I. QUY ĐỊNH CHUNG > Điều 2. Thẻ", "1. Người đọc mang theo thẻ.", "dòng 15"],
      ["Chương I. QUY ĐỊNH CHUNG > Điều 2. Thẻ", "Loại thẻ | Mức phí", "dòng 17"],
      ["Chương I. QUY ĐỊNH CHUNG > Điều 2. Thẻ", "Thẻ năm | 15.000 đồng", "dòng 19"],
    ]);
  });

  const form = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "TỜ KHAI",
    "MƯỢN SÁCH",
    "Họ và tên: ................",
  ];
  test.each([
    ["mau.docx", makeDocx(form.map((line) => paragraph(line)).join(""))],
    ["mau.doc", makeDoc(form.join("\n"))],
    ["mau.pdf", makePdf([form])],
  ])("%s: a form is titled by its capitals below the letterhead", async (name, bytes) => {
    const { documents } = await importFile(fileOf(name, bytes));
    expect(documents[0]!.title).toBe("TỜ KHAI MƯỢN SÁCH");
    expect(documents[0]!.passages.at(-1)!.text).toBe("Họ và tên: …");
  });
});
