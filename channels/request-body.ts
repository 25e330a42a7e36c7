/** The bytes of a request, within a limit. */
import type { IncomingMessage } from "node:http";
import { RequestError } from "../knowledge/errors.ts";
import { isDeeperThan } from "./json-scan.ts";

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

/** Far above what any platform sends; what walks the value by itself must not run out of stack. */
const MAX_JSON_DEPTH = 100;

/** Throws RequestError "json_broken", "json_too_deep". */
export function parseJson(bytes: Buffer): unknown {
  if (isDeeperThan(bytes, MAX_JSON_DEPTH))
    throw new RequestError("json_too_deep", `Nội dung JSON lồng nhau quá ${MAX_JSON_DEPTH} tầng.`);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new RequestError("json_broken", "Nội dung không phải JSON (UTF-8) đúng cú pháp.");
  }
}

/** Throws RequestError 415 for another kind of content than the one that is read here; none is as good as the right
 *  one. */
export function expectContentType(
  headers: Readonly<Record<string, string | undefined>>,
  expected: "application/json" | "application/x-www-form-urlencoded",
): void {
  const type = (headers["content-type"] ?? "").split(";", 1)[0]!.trim().toLowerCase();
  if (type === "" || type === expected) return;
  throw new RequestError("content_type", `Nội dung phải là ${expected}.`, {
    status: 415,
    field: "Content-Type",
  });
}
