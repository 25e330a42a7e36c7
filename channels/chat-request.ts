/** Reads the body of POST /api/chat; whatever is wrong with it becomes a RequestError that names the field. */
import type { IncomingMessage } from "node:http";
import { MAX_QUESTION_CHARACTERS, type TurnRequest, turnRequest } from "../bot/reply.ts";
import { RequestError } from "../knowledge/errors.ts";
import { parseJson, readBody } from "./request-body.ts";

export const MAX_BODY_BYTES = 64 * 1024;

export async function readTurn(request: IncomingMessage): Promise<TurnRequest> {
  const type = (request.headers["content-type"] ?? "").split(";")[0]!.trim().toLowerCase();
  if (type !== "application/json") {
    throw new RequestError("content_type", "Nội dung phải là application/json.", {
      status: 415,
      field: "Content-Type",
    });
  }
  return parseTurn(parseJson(await readBody(request, MAX_BODY_BYTES)));
}

const FIELD_MESSAGES: Readonly<Record<keyof TurnRequest, string>> = {
  text: "Câu hỏi (text) phải là một chuỗi ký tự.",
  conversationId: "Mã cuộc trò chuyện (conversationId) phải là chuỗi từ 1 đến 64 ký tự.",
  channel: "Kênh (channel) phải là web, cli, teams, zalo hoặc voice.",
  audience: "Đối tượng (audience) phải là citizen hoặc officer.",
  agency: "Tên cơ quan (agency) phải là chuỗi từ 1 đến 200 ký tự.",
};

function parseTurn(body: unknown): TurnRequest {
  const parsed = turnRequest.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    if (issue.code === "unrecognized_keys") {
      throw new RequestError("field_unknown", "Nội dung có trường không được nhận.", {
        field: issue.keys[0]!,
      });
    }
    const field = issue.path[0] as keyof TurnRequest | undefined;
    const message = field === undefined ? "Nội dung phải là một đối tượng JSON." : FIELD_MESSAGES[field];
    throw new RequestError("field_invalid", message, { field: field ?? null });
  }
  const { text } = parsed.data;
  if (text.trim() === "") throw new RequestError("text_empty", "Câu hỏi đang trống.", { field: "text" });
  if (text.length > MAX_QUESTION_CHARACTERS) {
    throw new RequestError("text_too_long", `Câu hỏi dài quá ${MAX_QUESTION_CHARACTERS} ký tự.`, {
      field: "text",
    });
  }
  return parsed.data;
}
