/** What the process that reads added files does with one of them. */
import { open } from "node:fs/promises";
import { DocumentError } from "../knowledge/errors.ts";
import type { ParseRequest } from "./parse-process.ts";
import { type ImportedFile, importFile, refusedFor } from "./parsers/imported/parse-imported.ts";

export async function parseFile({ name, path, limits }: ParseRequest): Promise<ImportedFile> {
  let bytes: Buffer;
  try {
    bytes = await bytesOf(path, limits.maxBytes);
  } catch (error) {
    return refusedFor(name, new DocumentError(name, null, "không mở được tệp", error));
  }
  return importFile({ name, bytes: () => bytes }, limits);
}

/** One byte more than the limit at most, so that the reader refuses a file that has grown meanwhile. */
async function bytesOf(path: string, maxBytes: number): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const bytes = Buffer.alloc(Math.min(size, maxBytes + 1));
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}
