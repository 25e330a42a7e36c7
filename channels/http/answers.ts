/** Answers as they go onto the wire, and what went wrong as an answer. */
import type { ServerResponse } from "node:http";
import vary from "vary";
import { AppError, RequestError, StoreError } from "../../knowledge/errors.ts";
import type { HttpAnswer } from "../channel.ts";

/** What a client is told; never a stack, never the words of an error that isn't meant for people. */
export interface Failure {
  status: number;
  code: string;
  message: string;
  field: string | null;
  retryAfterSeconds: number | null;
}

/** For a fault that says of itself that it passes. */
const RETRY_AFTER_SECONDS = 10;

/** A refusal is told as it is. An error that passes by itself (the store's, a provider's) becomes a 503 with its own
 *  sentence and the word that nothing was kept. All others are ours, and told without their words. */
export function failureOf(error: unknown): Failure {
  if (error instanceof RequestError) {
    const { status, code, message, field, retryAfterSeconds } = error;
    return { status, code, message, field, retryAfterSeconds };
  }
  if (error instanceof StoreError || (error instanceof AppError && error.retryable))
    return {
      status: 503,
      code: error.code,
      message: `${error.message} Câu hỏi hoặc yêu cầu này chưa được lưu; anh/chị vui lòng thử lại sau.`,
      field: null,
      retryAfterSeconds: RETRY_AFTER_SECONDS,
    };
  return {
    status: 500,
    code: "error_internal",
    message: "Trợ lý gặp lỗi, câu hỏi chưa được trả lời. Anh/chị vui lòng thử lại.",
    field: null,
    retryAfterSeconds: null,
  };
}

export const failureBody = ({ code, message, field }: Failure): string =>
  JSON.stringify({ code, message, field });

/** Of an answer that was being put together when it failed. */
const OF_THE_ANSWER = ["Content-Disposition", "Content-Encoding", "ETag"];

/** Never throws: an answer that can't be given, because it has begun or its reader is gone, is cut. */
export function sendFailure(response: ServerResponse, error: unknown): void {
  try {
    if (response.headersSent) {
      // A begun answer that ended here would look whole.
      if (!response.writableEnded) response.destroy();
      return;
    }
    const failure = failureOf(error);
    for (const name of OF_THE_ANSWER) response.removeHeader(name);
    // The rest of an over-long body is not worth reading.
    if (failure.status === 413) response.setHeader("Connection", "close");
    if (failure.retryAfterSeconds !== null)
      response.setHeader("Retry-After", String(failure.retryAfterSeconds));
    response.setHeader("Cache-Control", "no-store");
    send(response, failure.status, "application/json; charset=utf-8", failureBody(failure));
  } catch {
    response.destroy();
  }
}

export function sendAnswer(response: ServerResponse, { status, headers = {}, body = "" }: HttpAnswer): void {
  for (const [name, value] of Object.entries(headers)) {
    // Others may have named theirs before.
    if (name.toLowerCase() === "vary") vary(response, value);
    else response.setHeader(name, value);
  }
  if (typeof body === "object" && !Buffer.isBuffer(body)) sendJson(response, status, body);
  else send(response, status, headers["Content-Type"] ?? "text/plain; charset=utf-8", body);
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.setHeader("Cache-Control", "no-store");
  send(response, status, "application/json; charset=utf-8", JSON.stringify(value));
}

export function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { "Content-Type": type, "Content-Length": bytes.length });
  response.end(bytes);
}
