/** Small files that ask for a great deal, one of each kind. */
import { deflateSync, gzipSync } from "node:zlib";
import { makeCompound, makeDocx, makeXlsx, makeZip, paragraph, tableOf } from "../ingest/readers/samples.ts";

export interface Bomb {
  /** What it is, for the title of a test. */
  kind: string;
  file: string;
  bytes: () => Buffer;
  /** What is said of it; null: it is read after all, in good time. */
  says: RegExp | null;
}

const html = (body: string): Buffer =>
  Buffer.from(`<!doctype html><html><body><p>Lệ phí</p>${body}</body></html>`);
const SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** A workbook whose one sheet is this XML. */
function workbook(sheet: string): Buffer {
  const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return makeZip({
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook xmlns="${SHEET}" xmlns:r="${relation}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": sheet,
  });
}

const cell = (address: string): string => `<c r="${address}" t="inlineStr"><is><t>Tên</t></is></c>`;
const sheetOf = (rows: string, around = ""): string =>
  `<worksheet xmlns="${SHEET}">${around}<sheetData>${rows}</sheetData></worksheet>`;

/** A PDF of `pages` pages that all show one stream, which unpacks by way of `filters`. */
export function pdfOf(stream: Buffer, filters: string, pages = 1): Buffer {
  const kids = Array.from({ length: pages }, (_, i) => `${i + 4} 0 R`).join(" ");
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count ${pages}/Kids[${kids}]>>`,
    Buffer.concat([
      Buffer.from(`<</Length ${stream.length}/Filter[${filters}]>>\nstream\n`),
      stream,
      Buffer.from("\nendstream"),
    ]),
    ...Array.from(
      { length: pages },
      () => "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 3 0 R/Resources<<>>>>",
    ),
  ];
  let length = 9;
  const parts: Buffer[] = [Buffer.from("%PDF-1.4\n")];
  const offsets = objects.map((object, i) => {
    const offset = length;
    const part = Buffer.concat([
      Buffer.from(`${i + 1} 0 obj\n`),
      Buffer.from(object as string),
      Buffer.from("\nendobj\n"),
    ]);
    length += part.length;
    parts.push(part);
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}

/** A compound file whose first chain of sectors is a ring. */
function loopingDoc(): Buffer {
  const bytes = Buffer.from(makeCompound([["WordDocument", Buffer.alloc(8192, 1)]]));
  const fat = (bytes.readUInt32LE(76) + 1) * 512;
  for (let at = fat; at < fat + 512; at += 4) {
    const sector = (at - fat) / 4;
    if (bytes.readUInt32LE(at) === sector + 1) bytes.writeUInt32LE(sector, at + 4);
  }
  return bytes;
}

/** Rows of cells that reach down and to the right. */
function spanTable(rows: number): string {
  const cells = '<td rowspan="100" colspan="100">Lệ phí hai mươi nghìn đồng</td>'.repeat(15);
  return `<table>${`<tr>${cells}</tr>`.repeat(rows)}</table>`;
}

const nested = (open: string, close: string, times: number, inner = "x"): string =>
  open.repeat(times) + inner + close.repeat(times);

export const BOMBS: readonly Bomb[] = [
  {
    kind: "a far cell",
    file: "xa.xlsx",
    bytes: () =>
      workbook(sheetOf(`<row r="1">${cell("A1")}</row><row r="1048576">${cell("XFD1048576")}</row>`)),
    says: /quá 1\.000\.000 ô .*XFD1048576/,
  },
  {
    kind: "a row beyond the last",
    file: "hang.xlsx",
    bytes: () => workbook(sheetOf(`<row r="1">${cell("A1")}</row><row r="99999999999"></row>`)),
    says: /hàng số 99999999999/,
  },
  {
    kind: "a huge dimension and merged ranges of millions of cells, and two cells",
    file: "gop.xlsx",
    bytes: () =>
      workbook(
        sheetOf(`<row r="1">${cell("A1")}${cell("B1")}</row>`, '<dimension ref="A1:XFD1048576"/>').replace(
          "</worksheet>",
          `<mergeCells>${'<mergeCell ref="A2:XFD1048576"/>'.repeat(1000)}</mergeCells></worksheet>`,
        ),
      ),
    says: /không nhận ra|hàng tiêu đề/,
  },
  {
    kind: "one sheet that the workbook names thousands of times",
    file: "nhieu-lan.xlsx",
    bytes: () => {
      const once = '<sheet name="A" sheetId="1" r:id="r1"/>';
      const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
      return makeZip({
        "xl/workbook.xml": `<workbook xmlns="${SHEET}" xmlns:r="${relation}"><sheets>${once.repeat(5000)}</sheets></workbook>`,
        "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
        "xl/worksheets/sheet1.xml": sheetOf(`<row r="1">${cell("A1")}</row>`),
      });
    },
    says: /nêu hai lần/,
  },
  {
    kind: "entities that multiply",
    file: "thuc-the.docx",
    bytes: () =>
      makeZip({
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">${"bcdefgh".replace(/./g, (name) => `<!ENTITY ${name} "${`&${String.fromCharCode(name.charCodeAt(0) - 1)};`.repeat(10)}">`)}]><a>&h;</a>`,
      }),
    says: /DTD/,
  },
  {
    kind: "a zip container whose entries unpack to more than they say",
    file: "khai-man.docx",
    bytes: () => {
      const bytes = Buffer.from(
        makeZip({ "[Content_Types].xml": "<Types/>", "word/document.xml": Buffer.alloc(90_000_000, 0x20) }),
      );
      // Uncompressed size of the second entry, in the central directory.
      bytes.writeUInt32LE(100, bytes.indexOf("PK\x01\x02", bytes.indexOf("PK\x01\x02") + 4) + 24);
      return bytes;
    },
    says: /hỏng hoặc bị cắt/,
  },
  {
    kind: "a zip container that unpacks to gigabytes",
    file: "bom.docx",
    bytes: () => {
      const part = Buffer.alloc(100_000_000, 0x20);
      const names = ["word/document.xml", "word/a.xml", "word/b.xml"];
      return makeZip(Object.fromEntries(names.map((name) => [name, part])));
    },
    says: /giải nén vượt giới hạn 256 MB/,
  },
  {
    kind: "a zip container of thousands of entries",
    file: "nhieu-muc.docx",
    bytes: () => makeZip(Object.fromEntries(Array.from({ length: 6000 }, (_, i) => [`a${i}.xml`, "<a/>"]))),
    says: /quá 5\.000 mục/,
  },
  {
    kind: "Word tables inside each other",
    file: "bang-long.docx",
    bytes: () => makeDocx(nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 2500, paragraph("x"))),
    says: /lồng quá sâu: quá 200 tầng/,
  },
  {
    kind: "a Word table with cells that say they are a million columns wide",
    file: "rong.docx",
    bytes: () =>
      makeDocx(
        tableOf([["a", "b"]]).replaceAll("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr>'),
      ),
    says: null,
  },
  {
    kind: "an old Word file whose chain of sectors is a ring",
    file: "vong.doc",
    bytes: loopingDoc,
    says: /hỏng hoặc bị cắt/,
  },
  {
    kind: "a stream that unpacks to gigabytes, three times over",
    file: "dong.pdf",
    bytes: () =>
      pdfOf(
        deflateSync(deflateSync(deflateSync(Buffer.alloc(600_000_000, 0x20), { level: 1 }))),
        "/FlateDecode/FlateDecode/FlateDecode",
      ),
    says: /MB bộ nhớ|quá \d+ giây|quét ảnh/,
  },
  {
    kind: "a PDF of more pages than any",
    file: "trang.pdf",
    bytes: () => pdfOf(deflateSync(Buffer.from("BT ET")), "/FlateDecode", 2100),
    says: /quá 2\.000 trang/,
  },
  {
    kind: "a table of a megabyte with spans",
    file: "gop.html",
    bytes: () => html(spanTable(1000)),
    says: /quá [\d.]+ (?:ô|cột|ký tự)/,
  },
  {
    kind: "elements inside each other",
    file: "sau.html",
    bytes: () => html(nested("<div>", "</div>", 100_000)),
    says: /lồng quá sâu: quá 200 tầng/,
  },
  {
    kind: "headings inside each other",
    file: "tieu-de.html",
    bytes: () => html(nested('<div><div class="title">Mục</div>', "</div>", 2500)),
    says: /lồng quá sâu/,
  },
  {
    kind: "thousands of headings by class beside each other",
    file: "ngang.html",
    bytes: () => html('<div><div class="title">Mục</div><p>Nội dung</p></div>'.repeat(15_000)),
    says: null,
  },
  {
    kind: "headings that share one large container",
    file: "chung.html",
    bytes: () => html('<div class="title">Mục</div><i></i>'.repeat(20_000)),
    says: null,
  },
  {
    kind: "formatting elements that every paragraph opens again",
    file: "dam.html",
    bytes: () => html(Array.from({ length: 3000 }, (_, i) => `<p><b class="${i}">a`).join("")),
    says: /quá 1\.000\.000 phần tử|lồng quá sâu/,
  },
  {
    kind: "lists inside each other",
    file: "ds.html",
    bytes: () => html(nested("<ul><li>x", "</li></ul>", 5000)),
    says: /lồng quá sâu/,
  },
  {
    kind: "Markdown of nested headings",
    file: "tieu-de.md",
    bytes: () =>
      Buffer.from(
        Array.from({ length: 5000 }, (_, i) => `${"#".repeat((i % 6) + 1)} Mục ${i}\n\nNội dung ${i}\n`).join(
          "\n",
        ),
      ),
    says: null,
  },
  {
    kind: "a heading mark and nothing but spaces",
    file: "khoang.md",
    bytes: () => Buffer.from(`# ${" ".repeat(90_000)}\u2028${" ".repeat(9000)}x\n\nLệ phí\n`),
    says: null,
  },
  {
    kind: "brackets that never close",
    file: "ngoac.md",
    bytes: () => Buffer.from(`Lệ phí ${"[".repeat(90_000)}\n\n${"![".repeat(40_000)}\n`),
    says: null,
  },
  {
    kind: "byte order marks in front of nothing",
    file: "bom.txt",
    bytes: () => Buffer.from(`${"\ufeff\t".repeat(200)}T lệ phí`),
    says: null,
  },
  {
    kind: "comments in front of nothing",
    file: "ghi-chu.html",
    bytes: () => Buffer.from(`${"<!---->".repeat(140)}x lệ phí`),
    says: null,
  },
  {
    kind: "a line of megabytes",
    file: "dong.txt",
    bytes: () => Buffer.from("lệ phí ".repeat(400_000)),
    says: /\(dòng 1\): quá 100\.000 ký tự/,
  },
  {
    kind: "more lines than any document has",
    file: "nhieu.txt",
    bytes: () => Buffer.from("Lệ phí\n".repeat(300_000)),
    says: /quá [\d.]+ đoạn/,
  },
  {
    kind: "JSON lists inside each other",
    file: "sau.json",
    bytes: () => Buffer.from(nested("[", "]", 200_000, "")),
    says: /lồng quá sâu: quá 200 tầng/,
  },
  {
    kind: "JSON objects inside each other in a line",
    file: "sau.jsonl",
    bytes: () => Buffer.from(nested('{"a":', "}", 50_000, "1")),
    says: /lồng quá sâu/,
  },
  {
    kind: "a JSON record of megabytes",
    file: "to.json",
    bytes: () =>
      Buffer.from(JSON.stringify([{ code: "1.001193", name: "x", methods: [], steps: "1".repeat(3e6) }])),
    says: /quá 100\.000 ký tự/,
  },
  {
    kind: "thousands of records of the same words",
    file: "trung.csv",
    bytes: () => Buffer.from(`Mã số,Tên thủ tục,Lĩnh vực\n${",Đăng ký,Hộ tịch\n".repeat(30_000)}`),
    says: null,
  },
  {
    kind: "a row of a million columns",
    file: "cot.csv",
    bytes: () => Buffer.from(`a${",b".repeat(1_000_000)}\n`),
    says: /quá 2\.000 cột/,
  },
  {
    kind: "quotes that never close",
    file: "ngoac.csv",
    bytes: () => Buffer.from(`a,"b${'\nc,""d'.repeat(100_000)}`),
    says: /dấu ngoặc kép không đóng/,
  },
  {
    kind: "gzip that unpacks to gigabytes",
    file: "bom.txt.gz",
    bytes: () => gzipSync(Buffer.alloc(300_000_000, 0x61)),
    says: /giải nén vượt 256 MB/,
  },
  {
    kind: "a fee of nothing but numbers",
    file: "phi.json",
    bytes: () =>
      Buffer.from(
        JSON.stringify([
          {
            code: "1.001193",
            name: "Đăng ký",
            methods: [
              {
                channel: "Trực tiếp",
                time: "1 ".repeat(45_000),
                fee: `Phí: ${"9".repeat(45_000)}.11111 x ${"1.000đ ".repeat(6000)}`,
              },
            ],
            documents: Array.from({ length: 5000 }, () => ({ case: "x", name: "Đơn", original: 1, copy: 0 })),
          },
        ]),
      ),
    says: null,
  },
  {
    kind: "a workbook of one text in a million cells",
    file: "lap.xlsx",
    bytes: () =>
      makeXlsx(Array.from({ length: 1000 }, () => Array.from({ length: 20 }, () => "Lệ phí ".repeat(400)))),
    says: /quá 50\.000\.000 ký tự|MB bộ nhớ/,
  },
];
