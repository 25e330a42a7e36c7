/** The bytes of a request, within a limit. */
import type { IncomingMessage } from "node:http";
import { RequestError } from "../knowledge/errors.ts";

/** An over-long body is read and dropped up to here, so that its sender is listening when the refusal comes. */
const MAX_DROPPED_BYTES = 1024 * 1024;

/** Throws RequestError: 415 for a compressed body, 413 for one above the limit, 400 for one cut off. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if ((request.headers["content-encoding"] ?? "identity") !== "identity") {
    throw new RequestError("content_encoding", "Không nhận nội dung nén.", {
      status: 415,
      field: "Content-Encoding",
    });
  }
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    const refuse = () =>
      reject(
        new RequestError("body_too_large", `Nội dung vượt quá ${Math.round(maxBytes / 1024)} KB.`, {
          status: 413,
        }),
      );
    request.on("data", (part: Buffer) => {
      size += part.length;
      if (size <= maxBytes) parts.push(part);
      else if (size > MAX_DROPPED_BYTES) refuse();
    });
    request.on("end", () => (size > maxBytes ? refuse() : resolve(Buffer.concat(parts))));
    request.on("error", () => reject(new RequestError("body_cut_off", "Nội dung bị ngắt giữa chừng.")));
  });
}

/** Throws RequestError "json_broken". */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new RequestError("json_broken", "Nội dung không phải JSON (UTF-8) đúng cú pháp.");
  }
}
