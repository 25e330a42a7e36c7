/** What a person does with a conversation beside asking: rate an answer, continue it elsewhere, have it deleted. */
import { z } from "zod";
import { maskPersonalData } from "../../bot/guardrails/personal-data.ts";
import type { ConversationStore, StoredTurn } from "../../bot/state/store.ts";
import { RequestError } from "../../knowledge/errors.ts";
import { expectType } from "../http/negotiation.ts";
import type { RateLimit } from "../rate-limit.ts";
import { parseJson } from "../request-body.ts";
import type { Route, RouteRequest } from "../route.ts";
import type { CodeAttempts } from "./code-attempts.ts";

const MAX_COMMENT = 1000;

const feedbackBody = z.strictObject({
  messageId: z.string().min(1).max(64),
  useful: z.boolean(),
  comment: z.string().max(MAX_COMMENT).optional(),
});
const resumeBody = z.strictObject({ code: z.string().trim().min(1).max(20) });

export interface ConversationsApiOptions {
  store: ConversationStore;
  /** The one that counts questions as well. */
  rateLimit: RateLimit;
  now: () => number;
}

/** Rejects with RequestError 429 for a client whose codes were wrong before, for a while. */
export type CodeLookup = (code: string, client: string) => Promise<StoredTurn | undefined>;

export function createCodeLookup(
  { store, rateLimit }: Pick<ConversationsApiOptions, "store" | "rateLimit">,
  attempts: CodeAttempts,
): CodeLookup {
  return async (code, client) => {
    takeTurn(rateLimit, client);
    // Counted as wrong before it is looked at: codes sent at the same time don't pass for one.
    const attempt = attempts.begin(client);
    refuseWhile(attempt.waitSeconds);
    const found = await store.findTurnByCode(code.trim().toUpperCase());
    if (found) attempt.wasRight();
    return found;
  };
}

export function conversationsApi(options: ConversationsApiOptions & { findByCode: CodeLookup }): Route[] {
  const { store, rateLimit, now } = options;
  return [
    {
      method: "POST",
      path: "/api/feedback",
      async handle(request) {
        takeTurn(rateLimit, request.client);
        const { messageId, useful, comment = "" } = parseBody(request, feedbackBody);
        const masked = maskPersonalData(comment.trim()).text;
        if (!(await store.saveFeedback({ messageId, useful, comment: masked, createdAt: now() }))) {
          const message = "Không tìm thấy câu trả lời này; có thể đã hết thời gian lưu.";
          throw new RequestError("message_unknown", message, { status: 404, field: "messageId" });
        }
        return { status: 200, body: { saved: true } };
      },
    },
    {
      method: "POST",
      path: "/api/conversations/resume",
      async handle(request) {
        const { code } = parseBody(request, resumeBody);
        const found = await options.findByCode(code, request.client);
        if (!found) {
          const message =
            "Không tìm thấy cuộc trò chuyện của mã này; mã có thể sai hoặc đã hết thời gian lưu.";
          throw new RequestError("code_unknown", message, { status: 404, field: "code" });
        }
        const { conversationId } = found;
        const turns = await store.turns(conversationId);
        return { status: 200, body: { conversationId, turns: turns.map(toShown) } };
      },
    },
    {
      method: "DELETE",
      path: "/api/conversations/:id",
      async handle({ params, client }) {
        takeTurn(rateLimit, client);
        if (!(await store.deleteConversation(params.id ?? ""))) {
          const message = "Không có cuộc trò chuyện này; có thể đã được xóa.";
          throw new RequestError("conversation_unknown", message, { status: 404 });
        }
        return { status: 204 };
      },
    },
  ];
}

const toShown = ({ question, response, createdAt }: StoredTurn) => ({
  text: question,
  response,
  askedAt: new Date(createdAt).toISOString(),
});

/** Throws RequestError 429 with the seconds to wait. */
export const takeTurn = (limit: RateLimit, client: string): void => refuseWhile(limit.take(client));

function refuseWhile(waitSeconds: number): void {
  if (waitSeconds === 0) return;
  const minutes = Math.ceil(waitSeconds / 60);
  const wait = waitSeconds < 90 ? `${waitSeconds} giây` : `${minutes} phút`;
  throw new RequestError(
    "too_many_requests",
    `Anh/chị thử nhiều lần quá, vui lòng đợi ${wait} rồi thử lại.`,
    {
      status: 429,
      retryAfterSeconds: waitSeconds,
    },
  );
}

function parseBody<T>(request: RouteRequest, schema: z.ZodType<T>): T {
  expectType(request.headers, "application/json", "Nội dung phải là application/json.");
  const parsed = schema.safeParse(parseJson(request.body));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  if (issue.code === "unrecognized_keys")
    throw new RequestError("field_unknown", "Nội dung có trường không được nhận.", { field: issue.keys[0]! });
  const field = issue.path[0];
  throw new RequestError("field_invalid", "Nội dung thiếu trường này hoặc trường không đúng dạng.", {
    field: field === undefined ? null : String(field),
  });
}
