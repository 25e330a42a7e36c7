/** The entries of a zip container (DOCX, XLSX), each unpacked once within a limit before a library sees the file:
 *  a bomb, a cut or a damaged container is refused here. Source: PKWARE APPNOTE 6.3.10, sections 4.3.7–4.3.16. */
import { inflateRawSync } from "node:zlib";
import { DocumentError, UnsupportedDocumentError } from "../../knowledge/errors.ts";

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_ENTRIES = 5000;
const DAMAGED = "tệp hỏng hoặc bị cắt giữa chừng";

interface Entry {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
  encrypted: boolean;
}

/** Names of the entries. Throws DocumentError when the container is cut or damaged. */
export function zipNames(file: string, bytes: Buffer): string[] {
  return readEntries(file, bytes).map((entry) => entry.name);
}

/** Throws DocumentError: an entry is damaged, encrypted, or together they unpack to more than `maxUnpackedBytes`. */
export function checkZip(file: string, bytes: Buffer, maxUnpackedBytes: number): void {
  let left = maxUnpackedBytes;
  for (const entry of readEntries(file, bytes)) {
    if (entry.encrypted)
      throw new UnsupportedDocumentError(file, entry.name, "tệp có mật khẩu; hãy bỏ mật khẩu rồi nạp lại");
    if (entry.unpacked > left) throw tooLarge(file, entry.name);
    left -= unpack(file, bytes, entry, left);
  }
}

function unpack(file: string, bytes: Buffer, entry: Entry, limit: number): number {
  if (bytes.length < entry.offset + 30 || bytes.readUInt32LE(entry.offset) !== LOCAL) {
    throw new DocumentError(file, entry.name, DAMAGED);
  }
  const start =
    entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length < entry.packed) throw new DocumentError(file, entry.name, DAMAGED);
  if (entry.method === 0) return packed.length;
  if (entry.method !== 8) throw new DocumentError(file, entry.name, "kiểu nén không được hỗ trợ");
  try {
    const { length } = inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) });
    if (length !== entry.unpacked) throw new DocumentError(file, entry.name, DAMAGED);
    return length;
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    if ((error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(file, entry.name);
    throw new DocumentError(file, entry.name, DAMAGED, error);
  }
}

const tooLarge = (file: string, place: string) =>
  new DocumentError(file, place, "giải nén vượt giới hạn dung lượng, có thể là bom nén");

function readEntries(file: string, bytes: Buffer): Entry[] {
  const end = endRecord(bytes);
  if (end < 0) throw new DocumentError(file, null, DAMAGED);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) throw new DocumentError(file, null, `tệp nén chứa quá ${MAX_ENTRIES} mục`);
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL)
      throw new DocumentError(file, null, DAMAGED);
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString("utf8", at + 46, at + 46 + nameLength),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Offset of the end record, searched backwards past a comment; -1 when there is none. */
function endRecord(bytes: Buffer): number {
  const last = bytes.length - 22;
  for (let at = last; at >= 0 && at > last - 0xffff; at--) if (bytes.readUInt32LE(at) === END) return at;
  return -1;
}
