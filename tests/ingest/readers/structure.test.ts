import { describe, expect, test } from "vitest";
import type { Block } from "../../../ingest/readers/document.ts";
import { describePlace } from "../../../ingest/readers/document.ts";
import { joinLines, withoutRunningHeads } from "../../../ingest/readers/page-lines.ts";
import { readDocument } from "../../../ingest/readers/read-document.ts";
import { makeXlsx } from "./samples.ts";

async function blocks(file: string, text: string): Promise<readonly Block[]> {
  const { content } = await readDocument(file, Buffer.from(text));
  if (content.kind !== "blocks") throw new Error("not blocks");
  return content.blocks;
}

async function rows(file: string, bytes: Buffer): Promise<string[][]> {
  const { content } = await readDocument(file, bytes);
  if (content.kind !== "tables") throw new Error("not tables");
  return content.sheets[0]!.rows.map((row) => row.cells);
}

const brief = (block: Block) =>
  block.type === "table"
    ? ["table", ...block.rows.map((row) => row.cells.join(" | "))]
    : [block.type === "heading" ? `h${block.level}` : block.type, block.text, describePlace(block.at)];

describe("HTML", () => {
  const page = (body: string) => `<html><body>${body}</body></html>`;

  test("headings, paragraphs and items in their order, looks left out", async () => {
    const found = await blocks(
      "a.html",
      page(`<script>x()</script><nav>Menu</nav><h2>Phí <i></i></h2>
<p>Nộp <b>8.000</b> đồng<br>mỗi bản</p>
<ul><li>Tờ khai <ul><li>bản chính</li></ul></li></ul><div>Ghi chú<div>Khác</div></div><button>Nộp</button>`),
    );
    expect(found.map(brief)).toEqual([
      ["h2", "Phí", "dòng 1"],
      ["paragraph", "Nộp 8.000 đồng\nmỗi bản", "dòng 2"],
      ["item", "Tờ khai", "dòng 3"],
      ["item", "bản chính", "dòng 3"],
      ["paragraph", "Ghi chú", "dòng 3"],
      ["paragraph", "Khác", "dòng 3"],
    ]);
  });

  test("a cell that spans rows or columns repeats its text", async () => {
    const [table] = await blocks(
      "a.html",
      page(`<table><thead><tr><th rowspan="2">Tên</th><th colspan="2">Số</th></tr><tr><td>chính</td><td>sao</td></tr></thead>
        <tbody><tr><td>Đơn</td><td>1</td><td>0</td></tr></tbody></table>`),
    );
    expect(brief(table!)).toEqual(["table", "Tên | Số | Số", "Tên | chính | sao", "Đơn | 1 | 0"]);
  });

  test("a heading by class names the part of the page around it, not what follows", async () => {
    const found = await blocks(
      "a.html",
      page(`<div class="header-title">Trang</div><div><div class="block-title">Tải mẫu</div><p>CT01</p></div>
        <div><div><div class="proc-title">1. Thường trú</div></div><div><div class="block-title">Giấy tờ</div><p>Thẻ</p></div></div>`),
    );
    const levels = found.flatMap((block) => (block.type === "heading" ? [[block.text, block.level]] : []));
    expect(levels).toEqual([
      ["Trang", 7],
      ["Tải mẫu", 8],
      ["1. Thường trú", 8],
      ["Giấy tờ", 9],
    ]);
  });
});

describe("Markdown", () => {
  test("tables, lists with further lines, marks dropped, words kept", async () => {
    const found = await blocks(
      "a.md",
      "# Tên\n\n1. Bước **một**\n   dòng hai\n\n| A | B |\n| --- | :-: |\n| [tờ.doc](file:///x) | a \\| b<br>c |\n\nĐoạn `mã`\nnối dòng\n",
    );
    expect(found.map(brief)).toEqual([
      ["h1", "Tên", "dòng 1"],
      ["item", "1. Bước một\ndòng hai", "dòng 3"],
      ["table", "A | B", "tờ.doc | a | b\nc"],
      ["paragraph", "Đoạn mã\nnối dòng", "dòng 10"],
    ]);
  });
});

describe("CSV", () => {
  test.each([
    ["commas", 'Mã,Tên\n1,"Cấp, đổi ""thẻ"""\n'],
    ["semicolons, commas inside", 'Mã;Tên\n1;Cấp, đổi "thẻ"\n'],
    ["tabs", 'Mã\tTên\n1\tCấp, đổi "thẻ"\n'],
    ["Excel's own hint", 'sep=;\nMã;Tên\n1;Cấp, đổi "thẻ"\n'],
    ["a byte order mark and CRLF", '\ufeffMã,Tên\r\n1,"Cấp, đổi ""thẻ"""\r\n'],
  ])("%s", async (_name, text) => {
    expect(await rows("a.csv", Buffer.from(text))).toEqual([
      ["Mã", "Tên"],
      ["1", 'Cấp, đổi "thẻ"'],
    ]);
  });

  test("a cell with line ends keeps them, and rows are counted by printed lines", async () => {
    const { content } = await readDocument("a.csv", Buffer.from('a,b\n1,"x\ny"\n2,z\n'));
    if (content.kind !== "tables") throw new Error("not tables");
    expect(content.sheets[0]!.rows.map((row) => [row.cells[1], describePlace(row.at)])).toEqual([
      ["b", "hàng 1"],
      ["x\ny", "hàng 2"],
      ["z", "hàng 4"],
    ]);
  });
});

test("Excel: numbers as a person sees them, empty rows passed over", async () => {
  expect(await rows("a.xlsx", makeXlsx([["Mã", "Số"], [], ["x", 1.00127], ["", 5]]))).toEqual([
    ["Mã", "Số"],
    ["x", "1.00127"],
    ["", "5"],
  ]);
});

describe("lines of pages", () => {
  const line = (page: number, number: number, text: string) => ({ page, line: number, text });
  const long = "Người yêu cầu đăng ký hộ tịch nộp hồ sơ tại Trung tâm Phục vụ hành chính";

  test("a sentence that runs over the page is one paragraph; items and articles begin their own", () => {
    const joined = joinLines([
      line(1, 1, "Điều 1. Phạm vi"),
      line(1, 2, `${long};`),
      line(2, 1, "công của cấp xã bất kỳ trong tỉnh theo quy định của pháp luật về hộ tịch."),
      line(2, 2, "a) Trường hợp nộp trực tuyến thì nộp trên Cổng Dịch vụ công quốc gia"),
      line(2, 3, "Điều 2. Hiệu lực"),
    ]);
    expect(joined.map((row) => row.text.slice(0, 12))).toEqual([
      "Điều 1. Phạm",
      "Người yêu cầ",
      "a) Trường hợ",
      "Điều 2. Hiệu",
    ]);
    expect(joined[1]!.text).toBe(
      `${long}; công của cấp xã bất kỳ trong tỉnh theo quy định của pháp luật về hộ tịch.`,
    );
  });

  test("heads and page numbers that recur are dropped, the same words inside a page are not", () => {
    const pages = [1, 2, 3, 4].flatMap((page) => [
      line(page, 1, `CÔNG BÁO/Số ${page}`),
      line(page, 2, `Nội dung riêng ${"abcd"[page - 1]}`),
      line(page, 3, `Thêm ${"abcd"[page - 1]}`),
      line(page, 4, `Cuối ${"abcd"[page - 1]}`),
      line(page, 5, String(page)),
    ]);
    expect(withoutRunningHeads(pages, 4)).toHaveLength(12);
    expect(withoutRunningHeads(pages.slice(0, 10), 2)).toHaveLength(10);
  });
});
