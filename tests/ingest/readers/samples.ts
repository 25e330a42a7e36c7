/** Small files of every binary format, made from text, so that no sample has to be kept as bytes. */
import { deflateRawSync } from "node:zlib";

const CRC_TABLE = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

export interface ZipOptions {
  /** Bit 0 of the flags: as a container with a password has it. */
  encrypted?: boolean;
}

/** Source: PKWARE APPNOTE 6.3.10. */
export function makeZip(
  entries: Record<string, string | Buffer>,
  { encrypted = false }: ZipOptions = {},
): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const bytes = Buffer.from(content as string);
    const packed = deflateRawSync(bytes);
    const fileName = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(encrypted ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(fileName.length, 22);
    locals.push(Buffer.from("PK\x03\x04"), common, fileName, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    centrals.push(Buffer.from("PK\x01\x02\x14\x00"), common, tail, fileName);
    offset += 30 + fileName.length + packed.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(locals.length / 4, 8);
  end.writeUInt16LE(locals.length / 4, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const escapeXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** `body` is WordprocessingML; see paragraph() and tableOf(). */
export function makeDocx(body: string, options: ZipOptions = {}): Buffer {
  const main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  return makeZip(
    {
      "[Content_Types].xml": `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
      "_rels/.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
      "word/document.xml": `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    },
    options,
  );
}

export const paragraph = (text: string, style = ""): string =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ""}<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;

export const tableOf = (rows: string[][]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`;

/** Numbers stay numbers, as Excel keeps a code that was typed without an apostrophe. */
export function makeXlsx(rows: (string | number)[][], sheetName = "Danh sách"): Buffer {
  const cell = (value: string | number, row: number, column: number) => {
    const at = `${String.fromCharCode(65 + column)}${row + 1}`;
    return typeof value === "number"
      ? `<c r="${at}"><v>${value}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
  };
  const data = rows.map(
    (row, i) => `<row r="${i + 1}">${row.map((value, j) => cell(value, i, j)).join("")}</row>`,
  );
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return makeZip({
    "[Content_Types].xml": `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    "_rels/.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${XML}<workbook xmlns="${main}" xmlns:r="${OFFICE}"><sheets><sheet name="${escapeXml(sheetName)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `${XML}<worksheet xmlns="${main}"><sheetData>${data.join("")}</sheetData></worksheet>`,
  });
}

/** Codes below are control characters, which are not drawn. */
const FIRST_CODE = 0x21;

/** Pages of lines. A line is written with one-byte codes and a ToUnicode map, as a subset font has it. `"image"`
 *  gives a page that shows a picture and no text; `encrypt` adds a dictionary that asks for a password. */
export function makePdf(pages: (string[] | "image")[], { encrypt = false } = {}): Buffer {
  const letters = [...new Set(pages.flatMap((page) => (page === "image" ? [] : [...page.join("")])))];
  const hex = (n: number, width: number) => n.toString(16).padStart(width, "0");
  const codes = new Map(letters.map((letter, i) => [letter, hex(i + FIRST_CODE, 2)]));
  const map = letters.map((letter) => `<${codes.get(letter)}> <${hex(letter.charCodeAt(0), 4)}>`);
  const cmap = [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /C def /CMapType 2 def",
    "1 begincodespacerange <00> <FF> endcodespacerange",
    // At most 100 rows a block.
    ...Array.from({ length: Math.ceil(map.length / 100) }, (_, i) => {
      const rows = map.slice(i * 100, i * 100 + 100);
      return `${rows.length} beginbfchar ${rows.join(" ")} endbfchar`;
    }),
    "endcmap end end",
  ].join("\n");
  const stream = (text: string, extra = "") =>
    `<< /Length ${text.length}${extra} >>\nstream\n${text}\nendstream`;
  const contents = pages.map((page) =>
    page === "image"
      ? "q 100 0 0 100 0 0 cm /I Do Q"
      : `BT /F 12 Tf 14 TL 50 750 Td ${page.map((line) => `<${[...line].map((letter) => codes.get(letter)).join("")}> Tj T*`).join(" ")} ET`,
  );
  const first = 6;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + i * 2} 0 R`).join(" ")}] >>`,
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 4 0 R /FirstChar ${FIRST_CODE} /LastChar ${FIRST_CODE + letters.length} /Widths [${letters.map(() => 500).join(" ")} 500] >>`,
    stream(cmap),
    stream(
      "\x7f",
      " /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
    ),
    ...contents.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${first + i * 2 + 1} 0 R /Resources << /Font << /F 3 0 R >> /XObject << /I 5 0 R >> >> >>`,
      stream(content),
    ]),
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const offset = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const password = encrypt
    ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /O <${"11".repeat(32)}> /U <${"22".repeat(32)}> /P -4 >> /ID [<00> <00>]`
    : "";
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${password} >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body, "latin1");
}

const SECTOR = 512;
const STREAM = 8 * SECTOR;

/** A Word 97 file with one piece of text, paragraphs separated by "\n". Sources: MS-CFB 2.2–2.6, MS-DOC 2.5, 2.8.35. */
export function makeDoc(text: string, { encrypted = false } = {}): Buffer {
  const letters = Buffer.from(`${text.replaceAll("\n", "\r")}\r`, "utf16le");
  const word = Buffer.alloc(Math.ceil((1024 + letters.length) / STREAM) * STREAM);
  word.writeUInt16LE(0xa5ec, 0);
  word.writeUInt16LE(0x00c1, 2);
  word.writeUInt16LE(0x0200 | (encrypted ? 0x0100 : 0), 10);
  word.writeUInt32LE(letters.length / 2, 0x4c);
  word.writeUInt32LE(0, 0x1a2);
  word.writeUInt32LE(21, 0x1a6);
  letters.copy(word, 1024);
  const table = Buffer.alloc(STREAM);
  table.writeUInt8(2, 0);
  table.writeUInt32LE(16, 1);
  table.writeUInt32LE(0, 5);
  table.writeUInt32LE(letters.length / 2, 9);
  table.writeUInt32LE(1024, 15);
  return makeCompound([
    ["WordDocument", word],
    ["1Table", table],
  ]);
}

/** A compound file; every stream has at least eight sectors. Sector 0 is the table, sector 1 the directory. */
export function makeCompound(streams: [name: string, content: Buffer][]): Buffer {
  const fat = Buffer.alloc(SECTOR, 0xff);
  fat.writeUInt32LE(0xfffffffd, 0);
  fat.writeUInt32LE(0xfffffffe, 4);
  const directory = Buffer.alloc(SECTOR);
  let next = 2;
  const entry = (
    index: number,
    name: string,
    type: number,
    start: number,
    size: number,
    child: number,
    right: number,
  ) => {
    const at = index * 128;
    directory.write(name, at, "utf16le");
    directory.writeUInt16LE((name.length + 1) * 2, at + 64);
    directory.writeUInt8(type, at + 66);
    directory.writeUInt8(1, at + 67);
    directory.writeInt32LE(-1, at + 68);
    directory.writeInt32LE(right, at + 72);
    directory.writeInt32LE(child, at + 76);
    directory.writeInt32LE(start, at + 116);
    directory.writeUInt32LE(size, at + 120);
  };
  entry(0, "Root Entry", 5, -2, 0, 1, -1);
  streams.forEach(([name, content], i) => {
    entry(i + 1, name, 2, next, content.length, -1, i + 1 < streams.length ? i + 2 : -1);
    const sectors = content.length / SECTOR;
    for (let j = 0; j < sectors; j++)
      fat.writeUInt32LE(j === sectors - 1 ? 0xfffffffe : next + j + 1, (next + j) * 4);
    next += sectors;
  });
  const header = Buffer.alloc(SECTOR);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(0xfffffffe, 60);
  header.writeUInt32LE(0xfffffffe, 68);
  header.fill(0xff, 76);
  header.writeUInt32LE(0, 76);
  return Buffer.concat([header, fat, directory, ...streams.map(([, content]) => content)]);
}
