/** Reads the body of POST /api/chat; whatever is wrong with it becomes a RequestError that names the field. */
import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { MAX_QUESTION_CHARACTERS, type TurnRequest, turnRequest } from "../bot/reply.ts";
import { RequestError } from "../knowledge/errors.ts";
import { expectType } from "./http/negotiation.ts";
import { parseJson, readBody } from "./request-body.ts";

export const MAX_BODY_BYTES = 64 * 1024;

export async function readTurn(request: IncomingMessage): Promise<TurnRequest> {
  expectType(request.headers, "application/json", "Nội dung phải là application/json.");
  return parseTurn(parseJson(await readBody(request, MAX_BODY_BYTES)));
}

/** Who asks here is on the web, whatever is said: the other channels have doors that know who comes. */
const CHANNEL = "web";
const sentTurn = turnRequest.extend({ channel: z.unknown().optional() });

const FIELD_MESSAGES: Readonly<Record<Exclude<keyof TurnRequest, "channel">, string>> = {
  text: "Câu hỏi (text) phải là một chuỗi ký tự.",
  conversationId: "Mã cuộc trò chuyện (conversationId) phải là chuỗi từ 1 đến 64 ký tự.",
  audience: "Đối tượng (audience) phải là citizen hoặc officer.",
  language: "Ngôn ngữ (language) phải là vi hoặc en.",
  agency: "Tên cơ quan (agency) phải là chuỗi từ 1 đến 200 ký tự.",
};

function parseTurn(body: unknown): TurnRequest {
  const parsed = sentTurn.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    if (issue.code === "unrecognized_keys") {
      throw new RequestError("field_unknown", "Nội dung có trường không được nhận.", {
        field: issue.keys[0]!,
      });
    }
    const field = issue.path[0] as keyof typeof FIELD_MESSAGES | undefined;
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
  return { ...parsed.data, channel: CHANNEL };
}
