/** Zip containers (DOCX, XLSX): unpacked once within limits on the bytes that really come out, then handed to the
 *  libraries as a container of our own, so that none unpacks what was not counted. */
import type { Entry, ZipFile } from "yauzl";
import { DocumentError, DocumentLimitError, UnsupportedDocumentError } from "../../knowledge/errors.ts";
import { inMegabytes, overLimit, type ReadLimits } from "../limits.ts";

const DAMAGED = "tệp hỏng hoặc bị cắt giữa chừng";

type Limits = Pick<ReadLimits, "maxZipEntries" | "maxUnpackedBytes">;

/** Names of the entries, up to the limit. Throws DocumentError when the container is cut or damaged. */
export async function zipNames(file: string, bytes: Buffer, limits: Limits): Promise<string[]> {
  const names: string[] = [];
  await eachEntry(file, bytes, limits, async ({ fileName }) => {
    names.push(fileName);
  });
  return names;
}

/** The entries whose names `wanted` takes, each once. Throws DocumentError: one is damaged, encrypted, comes twice, or
 *  together they unpack to more than the limit. */
export async function unpackZip(
  file: string,
  bytes: Buffer,
  wanted: (name: string) => boolean,
  limits: Limits,
): Promise<Map<string, Buffer>> {
  const unpacked = new Map<string, Buffer>();
  let left = limits.maxUnpackedBytes;
  await eachEntry(file, bytes, limits, async (entry, open) => {
    const name = entry.fileName;
    if (entry.isEncrypted())
      throw new UnsupportedDocumentError(file, name, "tệp có mật khẩu; hãy bỏ mật khẩu rồi nạp lại");
    if (!wanted(name)) return;
    if (unpacked.has(name)) throw new DocumentError(file, name, "tệp hỏng: hai mục cùng tên");
    if (!entry.canDecodeFileData()) throw new DocumentError(file, name, "kiểu nén không được hỗ trợ");
    const parts: Buffer[] = [];
    // Ends the stream, and with it the unpacking, as soon as the limit is met, whatever size the entry claims.
    for await (const part of await open()) {
      left -= (part as Buffer).length;
      if (left < 0) {
        const limit = inMegabytes(limits.maxUnpackedBytes);
        throw new DocumentLimitError(file, name, `giải nén vượt giới hạn ${limit}, có thể là bom nén`);
      }
      parts.push(part as Buffer);
    }
    unpacked.set(name, Buffer.concat(parts));
  });
  return unpacked;
}

/** A container of these entries, not compressed. */
export async function repackZip(entries: ReadonlyMap<string, Uint8Array>): Promise<Buffer> {
  const { zipSync } = await import("fflate");
  return Buffer.from(zipSync(Object.fromEntries(entries), { level: 0 }));
}

async function eachEntry(
  file: string,
  bytes: Buffer,
  { maxZipEntries }: Limits,
  visit: (entry: Entry, open: () => ReturnType<ZipFile["openReadStreamPromise"]>) => Promise<void>,
): Promise<void> {
  try {
    const { fromBufferPromise } = await import("yauzl");
    const zip = await fromBufferPromise(bytes);
    if (zip.entryCount > maxZipEntries)
      throw new DocumentLimitError(file, null, `tệp nén chứa ${overLimit(maxZipEntries, "mục")}`);
    for await (const entry of zip.eachEntry()) await visit(entry, () => zip.openReadStreamPromise(entry));
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    throw new DocumentError(file, null, DAMAGED, error);
  }
}
