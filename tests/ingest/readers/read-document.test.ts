import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { jsonFault } from "../../../ingest/readers/json-fault.ts";
import { readDocument } from "../../../ingest/readers/read-document.ts";
import { DocumentError } from "../../../knowledge/errors.ts";
import { makeCompound, makeDoc, makeDocx, makePdf, makeXlsx, makeZip, paragraph } from "./samples.ts";

const LIMITS = { maxBytes: 200_000, maxUnpackedBytes: 100_000 };
const docx = makeDocx(paragraph("Lệ phí là 8.000 đồng"));
const doc = makeDoc("TỜ KHAI ĐĂNG KÝ KHAI SINH");
const page = ["Người yêu cầu nộp hồ sơ tại Trung tâm Phục vụ hành chính công"];
const errorPage = Buffer.from(
  "<html><head><title>404 - Not Found</title></head><body><h1>Server Error</h1></body></html>",
);
const bomb = makeZip({
  "[Content_Types].xml": "<Types/>",
  "word/document.xml": Buffer.alloc(5_000_000, 0x20),
});

describe("a file that can't be read whole is refused with its name and a reason", () => {
  test.each<[title: string, file: string, bytes: Buffer, reason: RegExp]>([
    ["empty", "rong.txt", Buffer.alloc(0), /tệp rỗng/],
    ["only white space", "trang.txt", Buffer.from(" \n\t\n"), /không có chữ nào/],
    ["larger than the limit", "to.txt", Buffer.alloc(200_001, 0x61), /lớn hơn/],
    ["unknown extension", "a.odt", makeZip({ mimetype: "x" }), /phần mở rộng \.odt: định dạng chưa hỗ trợ/],
    ["no extension", "README", Buffer.from("chữ"), /không có phần mở rộng/],
    [
      "an HTML error page named .pdf",
      "quyet-dinh.pdf",
      errorPage,
      /nội dung là trang HTML: “404 - Not Found”/,
    ],
    ["an HTML error page", "trang.html", errorPage, /trang báo lỗi của máy chủ/],
    ["Word named Excel", "a.xlsx", docx, /phần mở rộng \.xlsx nhưng nội dung là Word/],
    ["PDF named text", "a.txt", makePdf([page]), /phần mở rộng \.txt nhưng nội dung là PDF/],
    [
      "HTML named CSV",
      "a.csv",
      Buffer.from("<!DOCTYPE html><html><body>x</body></html>"),
      /nội dung là trang HTML/,
    ],
    ["RTF named .doc", "a.doc", Buffer.from("{\\rtf1 x}"), /nội dung là RTF/],
    [
      "old Excel",
      "a.xls",
      makeCompound([["Workbook", Buffer.alloc(4096)]]),
      /Excel cũ \(\.xls\) chưa đọc được/,
    ],
    ["an image", "a.jpg", Buffer.from([0xff, 0xd8, 0xff, 0xe0]), /tệp ảnh không có chữ/],
    ["a binary file named text", "a.txt", Buffer.from([1, 2, 3, 4, 5, 6]), /nội dung là tệp nhị phân/],
    [
      "Office with a password",
      "a.docx",
      makeCompound([["EncryptedPackage", Buffer.alloc(4096)]]),
      /có mật khẩu/,
    ],
    ["zip with a password", "a.docx", makeDocx(paragraph("x"), { encrypted: true }), /có mật khẩu/],
    ["old Word with a password", "a.doc", makeDoc("x", { encrypted: true }), /có mật khẩu/],
    ["PDF with a password", "a.pdf", makePdf([page], { encrypt: true }), /có mật khẩu/],
    ["Word cut short", "a.docx", docx.subarray(0, docx.length - 40), /bị cắt giữa chừng/],
    ["old Word cut short", "a.doc", doc.subarray(0, 6000), /bị cắt giữa chừng/],
    ["old Word cut by one sector", "a.doc", doc.subarray(0, doc.length - 512), /bị cắt giữa chừng/],
    ["PDF cut short", "a.pdf", makePdf([page]).subarray(0, 600), /bị cắt giữa chừng/],
    ["JSON cut short", "a.json", Buffer.from('{"a": [1, 2'), /JSON bị cắt giữa chừng/],
    ["HTML cut short", "a.html", Buffer.from("<html><body><p>Lệ phí là"), /bị cắt giữa chừng/],
    [
      "UTF-8 cut inside a letter",
      "a.txt",
      Buffer.from("Lệ phí đăng ký").subarray(0, -1),
      /bị cắt giữa chừng/,
    ],
    ["gzip cut short", "a.txt.gz", gzipSync("Lệ phí ".repeat(50)).subarray(0, 20), /gzip hỏng hoặc bị cắt/],
    [".gz that is none", "a.txt.gz", Buffer.from("chữ"), /không phải gzip/],
    ["a scan", "a.pdf", makePdf(["image", "image"]), /PDF quét ảnh, không có chữ \(2 trang\)/],
    [
      "a scan that is cut",
      "a.pdf",
      makePdf(["image"]).subarray(0, -7),
      /PDF quét ảnh, .*lại bị cắt giữa chừng/,
    ],
    [
      "a text that is cut in its last line",
      "a.pdf",
      makePdf([page]).subarray(0, -7),
      /PDF bị cắt giữa chừng/,
    ],
    ["one scanned page among others", "a.pdf", makePdf([page, "image"]), /\(trang 2\): trang quét ảnh/],
    ["a gzip bomb", "a.txt.gz", gzipSync(Buffer.alloc(150_000, 0x61)), /bom nén/],
    ["a zip bomb", "a.docx", bomb, /\(word\/document\.xml\): giải nén vượt giới hạn/],
    ["Word without text", "a.docx", makeDocx(paragraph("")), /không có chữ nào/],
    ["an empty workbook", "a.xlsx", makeXlsx([]), /bảng tính rỗng/],
    [
      "a broken quote in CSV",
      "a.csv",
      Buffer.from('a,b\n1,"chưa đóng\n2,3\n'),
      /\(hàng 2\): dấu ngoặc kép không đóng/,
    ],
    [
      "JSON nested beyond reason",
      "a.json",
      Buffer.from(`${"[".repeat(50_000)}${"]".repeat(50_000)}`),
      /lồng quá sâu/,
    ],
    ["HTML nested beyond reason", "a.html", Buffer.from("<div>".repeat(30_000)), /lồng quá sâu|không có chữ/],
  ])("%s", async (_title, file, bytes, reason) => {
    const error = await readDocument(file, bytes, LIMITS).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(DocumentError);
    expect((error as DocumentError).file).toBe(file);
    expect((error as DocumentError).message).toMatch(reason);
  });

  test("a container whose directory lies about a size", async () => {
    const lying = Buffer.from(docx);
    // Uncompressed size of the first entry, in the central directory.
    lying.writeUInt32LE(10, lying.indexOf("PK\x01\x02") + 24);
    await expect(readDocument("a.docx", lying)).rejects.toThrow(/hỏng hoặc bị cắt/);
  });

  test("the line of the fault is named: JSON and JSON Lines", async () => {
    await expect(readDocument("a.json", Buffer.from('{\n"a": 1,\n"b": x\n}'))).rejects.toThrow(
      "a.json (dòng 3): JSON hỏng",
    );
    const document = await readDocument("a.jsonl", Buffer.from('{"a":1}\n{"a":\n'));
    if (document.content.kind !== "values") throw new Error("not values");
    const { values } = document.content;
    expect(() => [...values]).toThrow("a.jsonl (dòng 2): JSON bị cắt giữa chừng");
  });
});

test("values can be iterated again", async () => {
  const { content } = await readDocument("a.jsonl", Buffer.from('{"a":1}\n{"a":2}\n'));
  if (content.kind !== "values") throw new Error("not values");
  expect([...content.values]).toEqual([...content.values]);
});

describe("jsonFault", () => {
  test.each<[string, number | null]>([
    ['{"a": [1, -2.5e3, "x\\n\\u0041"], "b": {}, "c": [true, false, null]}', null],
    [" [] ", null],
    ["1 2", 2],
    ['{"a": x}', 6],
    ['{"a": 1,}', 8],
    ["[1 2]", 3],
    ["{a: 1}", 1],
    ['{"a": 1]', 7],
    ['{"a": [1, 2', 11],
    ['{"a": "cắt', 10],
    ['{"a": tru', 9],
    ['{"a"', 4],
    ["", 0],
  ])("%s → %s", (text, expected) => {
    expect(jsonFault(text)).toBe(expected);
    const sound = (() => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    })();
    expect(jsonFault(text) === null).toBe(sound);
  });
});

test("no library of a format is loaded before a file of that format comes", () => {
  const root = new URL("../../../ingest/", import.meta.url);
  const seen = new Set<string>();
  const libraries = new Set<string>();
  const follow = (url: URL): void => {
    if (seen.has(url.href)) return;
    seen.add(url.href);
    for (const [, specifier] of readFileSync(url, "utf8").matchAll(
      /^(?:import|export)\s(?!type\b)[^;]*?from "([^"]+)"/gm,
    )) {
      if (specifier!.startsWith(".")) follow(new URL(specifier!, url));
      else libraries.add(specifier!);
    }
  };
  follow(new URL("parsers/imported/parse-imported.ts", root));
  expect(seen.size).toBeGreaterThan(20);
  expect([...libraries].filter((name) => !name.startsWith("node:")).sort()).toEqual([]);
});

test.each<[title: string, file: string, bytes: Buffer, code: string]>([
  ["a scan", "a.pdf", makePdf(["image"]), "document_unsupported"],
  ["a cut scan", "a.pdf", makePdf(["image"]).subarray(0, -7), "document_unsupported"],
  ["an error page", "a.pdf", Buffer.from("<html><title>404</title></html>"), "document_unsupported"],
  ["another format", "a.exe", Buffer.from("MZ"), "document_unsupported"],
  ["a cut text", "a.pdf", makePdf([["Lệ phí 8.000 đồng, nộp tại xã"]]).subarray(0, -7), "document_invalid"],
  ["broken JSON", "a.json", Buffer.from('{"a": [1, 2'), "document_invalid"],
  ["an empty file", "a.csv", Buffer.alloc(0), "document_invalid"],
])("%s: is a sound copy wanted, or another kind of document?", async (_title, file, bytes, code) => {
  await expect(readDocument(file, bytes)).rejects.toMatchObject({ code });
});
