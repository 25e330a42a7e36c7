/** Reads a file of any supported format, gzip or not. Either the whole document comes out, or a DocumentError that
 *  names the file, the place and the reason. */
import { extname } from "node:path";
import { gunzipSync } from "node:zlib";
import { DocumentError, DocumentLimitError, UnsupportedDocumentError } from "../../knowledge/errors.ts";
import { DEFAULT_LIMITS, inMegabytes, type ReadLimits } from "../limits.ts";
import type { DocumentContent, ReadDocument, Reader, Source } from "./document.ts";
import { MEDIA_TYPES, type MediaType, READABLE_EXTENSIONS } from "./media-types.ts";
import { SNIFFED_NAMES, type Sniffed, sniff } from "./sniff.ts";

/** What to do with a file that is honest about its format but can't be read. */
const ADVICE: Partial<Record<Sniffed, string>> = {
  xls: "Excel cũ (.xls) chưa đọc được, hãy lưu lại thành .xlsx hoặc .csv",
  "encrypted-office": "tệp có mật khẩu; hãy bỏ mật khẩu rồi nạp lại",
  rtf: "RTF chưa đọc được, hãy lưu lại thành .docx",
  image: "tệp ảnh không có chữ; cần bản có chữ hoặc nhận dạng chữ trước",
};

/** `file` names the document in messages and decides the format together with the bytes; limits that are not given are
 *  those of DEFAULT_LIMITS. Throws DocumentError and nothing else. */
export async function readDocument(
  file: string,
  bytes: Uint8Array,
  given: Partial<ReadLimits> = {},
): Promise<ReadDocument> {
  const limits = { ...DEFAULT_LIMITS, ...given };
  if (bytes.length === 0) throw new DocumentError(file, null, "tệp rỗng");
  if (bytes.length > limits.maxBytes)
    throw new DocumentLimitError(file, null, `tệp lớn hơn ${inMegabytes(limits.maxBytes)}`);
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const packed = extname(file).toLowerCase() === ".gz";
  const inner = packed ? await unpack(file, raw, limits) : raw;
  const extension = extname(packed ? file.slice(0, -3) : file).toLowerCase();
  const row = rowOf(file, extension, inner, await sniff(file, inner, limits));
  const { read } = await row.load();
  const content = await guarded(read, { file, extension, bytes: inner }, limits);
  return { file, mediaType: row.mediaType, content: checked(file, content) };
}

/** Whatever a library throws about a document is a fault of the document. */
async function guarded(read: Reader, source: Source, limits: ReadLimits): Promise<DocumentContent> {
  try {
    return await read(source, limits);
  } catch (error) {
    throw asDocumentError(source.file, error);
  }
}

/** For every place where the bytes of a stranger decide what code does. */
export function asDocumentError(file: string, error: unknown): DocumentError {
  if (error instanceof DocumentError) return error;
  const isDeep = error instanceof RangeError && /call stack/.test(error.message);
  return isDeep
    ? new DocumentLimitError(file, null, "nội dung lồng quá sâu", error)
    : new DocumentError(file, null, "tệp hỏng, không đọc hết được", error);
}

async function unpack(file: string, bytes: Buffer, limits: ReadLimits): Promise<Buffer> {
  if ((await sniff(file, bytes, limits)) !== "gzip")
    throw new DocumentError(file, null, "phần mở rộng .gz nhưng nội dung không phải gzip");
  try {
    const inner = gunzipSync(bytes, { maxOutputLength: limits.maxUnpackedBytes });
    if (inner.length === 0) throw new DocumentError(file, null, "tệp rỗng");
    return inner;
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    if ((error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE") {
      const limit = inMegabytes(limits.maxUnpackedBytes);
      throw new DocumentLimitError(file, null, `giải nén vượt ${limit}, có thể là bom nén`, error);
    }
    throw new DocumentError(file, null, "tệp gzip hỏng hoặc bị cắt giữa chừng", error);
  }
}

function rowOf(file: string, extension: string, bytes: Buffer, found: Sniffed): MediaType {
  const row = MEDIA_TYPES.find((candidate) => candidate.extensions.includes(extension));
  if (row?.content.includes(found)) return row;
  const advice = ADVICE[found];
  if (advice && (!row || found === "encrypted-office" || found === "xls"))
    throw new UnsupportedDocumentError(file, null, advice);
  const shown = extension === "" ? "tệp không có phần mở rộng" : `phần mở rộng ${extension}`;
  if (!row) {
    throw new UnsupportedDocumentError(
      file,
      null,
      `${shown}: định dạng chưa hỗ trợ; đọc được ${READABLE_EXTENSIONS.join(", ")}`,
    );
  }
  throw new UnsupportedDocumentError(
    file,
    null,
    `${shown} nhưng nội dung là ${SNIFFED_NAMES[found]}${errorPageHint(found, bytes)}`,
  );
}

/** The title of the page that a server sent in place of the document. */
function errorPageHint(found: Sniffed, bytes: Buffer): string {
  if (found !== "html") return "";
  const title = /<title[^<>]*>([^<]{1,200})/i.exec(bytes.subarray(0, 8192).toString("utf8"))?.[1]?.trim();
  return title ? `: “${title}”` : "";
}

function checked(file: string, content: DocumentContent): DocumentContent {
  if (content.kind === "blocks" && content.blocks.length === 0)
    throw new UnsupportedDocumentError(file, null, "tệp không có chữ nào");
  return content;
}
