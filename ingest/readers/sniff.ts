/** What the bytes of a file are, whatever it is called. */
import type { ReadLimits } from "../limits.ts";
import { zipNames } from "./zip-entries.ts";

export type Sniffed =
  | "pdf"
  | "docx"
  | "xlsx"
  | "zip"
  | "doc"
  | "xls"
  | "encrypted-office"
  | "ole"
  | "gzip"
  | "rtf"
  | "image"
  | "html"
  | "text"
  | "binary";

/** For people, in Vietnamese. */
export const SNIFFED_NAMES: Readonly<Record<Sniffed, string>> = {
  pdf: "PDF",
  docx: "Word (.docx)",
  xlsx: "Excel (.xlsx)",
  zip: "tệp nén ZIP",
  doc: "Word cũ (.doc)",
  xls: "Excel cũ (.xls)",
  "encrypted-office": "tệp Office có mật khẩu",
  ole: "tệp OLE",
  gzip: "tệp nén gzip",
  rtf: "RTF",
  image: "tệp ảnh",
  html: "trang HTML",
  text: "văn bản thường",
  binary: "tệp nhị phân",
};

const HTML_START = /^<(?:!doctype\s+html|html|head|body)\b/i;
/** What may stand before it, and how it ends. */
const PREAMBLES = [
  ["<?xml", ">"],
  ["<!--", "-->"],
] as const;

/** `text` begins with the first tag of a page, behind a declaration and comments. */
function isPage(text: string): boolean {
  // A byte order mark counts as a blank.
  let rest = text.trimStart();
  for (;;) {
    const preamble = PREAMBLES.find(([begin]) => rest.toLowerCase().startsWith(begin));
    if (!preamble) return HTML_START.test(rest);
    const end = rest.indexOf(preamble[1], preamble[0].length);
    if (end < 0) return false;
    rest = rest.slice(end + preamble[1].length).trimStart();
  }
}
/** Names of streams stand as UTF-16 in the directory of a compound file. */
const hasStream = (bytes: Buffer, name: string) => bytes.includes(Buffer.from(name, "utf16le"));

/** Throws DocumentError when a zip container is cut or damaged. */
export async function sniff(file: string, bytes: Buffer, limits: ReadLimits): Promise<Sniffed> {
  const start = bytes.subarray(0, 1024);
  if (start.includes("%PDF-")) return "pdf";
  if (startsWith(bytes, [0x1f, 0x8b])) return "gzip";
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6])) {
    const names = await zipNames(file, bytes, limits);
    if (names.includes("word/document.xml")) return "docx";
    return names.includes("xl/workbook.xml") ? "xlsx" : "zip";
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    if (hasStream(bytes, "EncryptedPackage")) return "encrypted-office";
    if (hasStream(bytes, "WordDocument")) return "doc";
    return hasStream(bytes, "Workbook") || hasStream(bytes, "Book\0") ? "xls" : "ole";
  }
  if (start.subarray(0, 5).toString("latin1") === "{\\rtf") return "rtf";
  if (isImage(bytes)) return "image";
  const utf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  const text = utf16 ? start.toString("latin1").replaceAll("\0", "").slice(2) : start.toString("utf8");
  if (isPage(text)) return "html";
  return !utf16 && isBinary(start) ? "binary" : "text";
}

const startsWith = (bytes: Buffer, magic: number[]) => magic.every((byte, i) => bytes[i] === byte);

function isImage(bytes: Buffer): boolean {
  return (
    startsWith(bytes, [0xff, 0xd8, 0xff]) ||
    startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) ||
    startsWith(bytes, [0x47, 0x49, 0x46, 0x38]) ||
    startsWith(bytes, [0x49, 0x49, 0x2a, 0]) ||
    startsWith(bytes, [0x4d, 0x4d, 0, 0x2a])
  );
}

/** Control bytes beyond tab, line ends and escape; a zero byte in every second place is UTF-16. */
function isBinary(start: Buffer): boolean {
  let control = 0;
  let even = 0;
  let odd = 0;
  start.forEach((byte, i) => {
    if (byte === 0 && i % 2 === 0) even++;
    else if (byte === 0) odd++;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++;
  });
  if (control > 2) return true;
  return even + odd > 0 && Math.min(even, odd) > 0;
}
