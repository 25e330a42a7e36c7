/** Is an old Word file whole and readable? The library that reads it notices neither a cut nor a password.
 *  Sources: MS-CFB 2.2–2.6 (compound file), MS-DOC 2.5.2 (FibBase). */
import { DocumentError, UnsupportedDocumentError } from "../../knowledge/errors.ts";

const FREE = 0xffffffff;
const LAST_SECTOR = 0xfffffffa;
const HEADER_FAT_ENTRIES = 109;
const WORD_MAGIC = 0xa5ec;
const ENCRYPTED = 0x0100;

/** Throws DocumentError when sectors are missing or the document has a password. */
export function checkOle(file: string, bytes: Buffer): void {
  const cut = () => new DocumentError(file, null, "tệp hỏng hoặc bị cắt giữa chừng");
  if (bytes.length < 512) throw cut();
  const shift = bytes.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw cut();
  const sectorSize = 2 ** shift;
  const offsetOf = (sector: number) => (sector + 1) * sectorSize;
  const fat = readFat(bytes, sectorSize, offsetOf);
  if (!fat) throw cut();
  if (hasLoop(fat)) throw cut();
  const used = fat.findLastIndex((next) => next !== FREE);
  if (used < 0) throw cut();
  // The last sector of a file may be short.
  if (bytes.length <= offsetOf(used)) throw cut();
  const start = wordStream(bytes, fat, sectorSize, offsetOf);
  if (start === null || offsetOf(start) + 12 > bytes.length) throw cut();
  const base = offsetOf(start);
  if (bytes.readUInt16LE(base) !== WORD_MAGIC)
    throw new UnsupportedDocumentError(file, null, "tệp Word cũ hơn Word 97, hãy lưu lại thành .docx");
  if (bytes.readUInt16LE(base + 10) & ENCRYPTED) {
    throw new UnsupportedDocumentError(file, null, "tệp có mật khẩu; hãy bỏ mật khẩu rồi nạp lại");
  }
}

type OffsetOf = (sector: number) => number;

/** Next sector of each; null when a sector of the table lies beyond the end. The tables that the header lists. */
function readFat(bytes: Buffer, sectorSize: number, offsetOf: OffsetOf): number[] | null {
  const fat: number[] = [];
  const count = Math.min(bytes.readUInt32LE(44), HEADER_FAT_ENTRIES);
  for (let i = 0; i < count; i++) {
    const at = offsetOf(bytes.readUInt32LE(76 + i * 4));
    if (at + sectorSize > bytes.length) return null;
    for (let j = 0; j < sectorSize; j += 4) fat.push(bytes.readUInt32LE(at + j));
  }
  return fat;
}

/** A chain of sectors that comes back to itself would be read without end. */
function hasLoop(fat: readonly number[]): boolean {
  /** The walk in which each sector was met; 0: in none. */
  const walks = new Uint32Array(fat.length);
  for (const first of fat.keys()) {
    let at = first;
    for (; at < fat.length && walks[at] === 0; at = fat[at]!) walks[at] = first + 1;
    if (at < fat.length && walks[at] === first + 1 && at !== first) return true;
    if (at === first && fat[first]! < fat.length && walks[first] === first + 1) return true;
  }
  return false;
}

/** First sector of the stream "WordDocument". */
function wordStream(bytes: Buffer, fat: number[], sectorSize: number, offsetOf: OffsetOf): number | null {
  const seen = new Set<number>();
  for (
    let sector = bytes.readUInt32LE(48);
    sector < LAST_SECTOR && !seen.has(sector);
    sector = fat[sector] ?? FREE
  ) {
    seen.add(sector);
    const at = offsetOf(sector);
    if (at + sectorSize > bytes.length) return null;
    for (let entry = at; entry < at + sectorSize; entry += 128) {
      const length = Math.min(64, bytes.readUInt16LE(entry + 64));
      const name = bytes.toString("utf16le", entry, entry + Math.max(0, length - 2));
      if (name === "WordDocument") return bytes.readUInt32LE(entry + 116);
    }
  }
  return null;
}
