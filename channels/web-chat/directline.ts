/** The part of Direct Line 3.0 that standard clients call, by polling: tokens, conversations, activities. */
import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { isDeleted, unknownConversation } from "../../bot/conversation-gone.ts";
import { maskPersonalData } from "../../bot/guardrails/personal-data.ts";
import { MAX_QUESTION_CHARACTERS } from "../../bot/reply.ts";
import type { ConversationStore } from "../../bot/state/store.ts";
import { RequestError } from "../../knowledge/errors.ts";
import type { Answering } from "../answering.ts";
import type { RateLimit } from "../rate-limit.ts";
import { parseJson } from "../request-body.ts";
import type { Route, RouteRequest } from "../route.ts";
import { isSameText } from "../same-text.ts";
import { createActivities, questionId, type Sender } from "./activities.ts";
import { takeTurn } from "./conversations-api.ts";

const BASE = "/directline/v3/directline";
const TOKEN_SECONDS = 1800;
/** Of what a client sends along with its message. */
const MAX_DATA_LEVELS = 8;
const MAX_DATA_CHARACTERS = 2000;
const CONVERSATION_ID = /^[\w-]{1,64}$/;

const sentActivity = z.object({
  type: z.string().max(40),
  from: z.object({ id: z.string().max(200), name: z.string().max(200).optional() }).optional(),
  text: z.string().optional(),
  locale: z.string().max(20).optional(),
  channelData: z
    .record(z.string(), z.unknown())
    .refine((data) => !isDeeper(data, MAX_DATA_LEVELS) && JSON.stringify(data).length <= MAX_DATA_CHARACTERS)
    .optional(),
});

export interface DirectLineOptions {
  answering: Answering;
  store: ConversationStore;
  rateLimit: RateLimit;
  /** Empty: anybody gets a token, within the rate limit. */
  secret: string;
  now: () => number;
}

export function directLine({ answering, store, rateLimit, secret, now }: DirectLineOptions): Route[] {
  const tokens = createTokens(secret === "" ? randomBytes(32) : Buffer.from(secret), now);
  const kept = createActivities(store);

  function grant(conversationId: string) {
    return { conversationId, token: tokens.sign(conversationId), expires_in: TOKEN_SECONDS };
  }

  /** The conversation that the request's token is for; undefined for the secret, or for anybody where there is none. */
  function authorize({ headers }: RouteRequest): string | undefined {
    const bearer = /^Bearer (\S+)$/i.exec(headers.authorization ?? "")?.[1];
    if (bearer === undefined && secret === "") return undefined;
    if (bearer !== undefined && secret !== "" && isSameText(bearer, secret)) return undefined;
    const conversationId = bearer === undefined ? undefined : tokens.read(bearer);
    if (conversationId !== undefined) return conversationId;
    throw new RequestError("token_invalid", "Token không hợp lệ hoặc đã hết hạn.", {
      status: bearer === undefined ? 401 : 403,
      field: "Authorization",
    });
  }

  /** Throws RequestError 403 for a token of another conversation. */
  function conversationOf(request: RouteRequest): string {
    const allowed = authorize(request);
    const { id = "" } = request.params;
    if (allowed === undefined && secret === "")
      throw new RequestError("token_missing", "Thiếu token của cuộc trò chuyện.", { status: 401 });
    if (allowed !== undefined && allowed !== id)
      throw new RequestError("token_invalid", "Token không thuộc cuộc trò chuyện này.", { status: 403 });
    if (!CONVERSATION_ID.test(id))
      throw new RequestError("conversation_invalid", "Mã cuộc trò chuyện không đúng dạng.", { field: "id" });
    return id;
  }

  async function answer(conversationId: string, request: RouteRequest): Promise<string> {
    const parsed = sentActivity.safeParse(parseJson(request.body));
    if (!parsed.success) {
      const field = String(parsed.error.issues[0]!.path[0] ?? "");
      throw new RequestError("activity_invalid", "Activity không đúng dạng.", { field: field || null });
    }
    const sent = parsed.data;
    const text = sent.text?.trim() ?? "";
    // Events such as "webchat/join" and typing need no answer.
    if (sent.type !== "message" || text === "") return `${conversationId}|${randomUUID()}`;
    if (text.length > MAX_QUESTION_CHARACTERS)
      throw new RequestError("text_too_long", `Câu hỏi dài quá ${MAX_QUESTION_CHARACTERS} ký tự.`, {
        field: "text",
      });
    await kept.open(conversationId);
    const identity = { conversationId, messageId: randomUUID() };
    const response = await answering.answer({ text, channel: "web" }, identity).catch((error: unknown) => {
      if (!isDeleted(error)) throw error;
      kept.forget(conversationId);
      throw unknownConversation();
    });
    // As it is stored: what a person has let slip stays nowhere.
    kept.add(maskPersonalData(text).text, senderOf(sent), response, now());
    return questionId(response);
  }

  return [
    {
      method: "POST",
      path: `${BASE}/tokens/generate`,
      handle(request) {
        takeTurn(rateLimit, request.client);
        if (authorize(request) !== undefined)
          throw new RequestError("secret_needed", "Cần mã bí mật để lấy token.", { status: 403 });
        return { status: 200, body: grant(randomUUID()) };
      },
    },
    {
      method: "POST",
      path: `${BASE}/tokens/refresh`,
      handle(request) {
        const conversationId = authorize(request);
        if (conversationId === undefined)
          throw new RequestError("token_missing", "Thiếu token cần gia hạn.", { status: 401 });
        return { status: 200, body: grant(conversationId) };
      },
    },
    {
      method: "POST",
      path: `${BASE}/conversations`,
      async handle(request) {
        takeTurn(rateLimit, request.client);
        return { status: 201, body: grant(authorize(request) ?? randomUUID()) };
      },
    },
    {
      method: "GET",
      path: `${BASE}/conversations/:id`,
      handle: (request) => ({ status: 200, body: grant(conversationOf(request)) }),
    },
    {
      method: "GET",
      path: `${BASE}/conversations/:id/activities`,
      async handle(request) {
        const { dropped, activities } = await kept.read(conversationOf(request));
        const seen = Number(request.query.get("watermark") ?? "");
        const from = Number.isSafeInteger(seen) ? Math.max(0, seen - dropped) : 0;
        const watermark = String(dropped + activities.length);
        return { status: 200, body: { activities: activities.slice(from), watermark } };
      },
    },
    {
      method: "POST",
      path: `${BASE}/conversations/:id/activities`,
      async handle(request) {
        takeTurn(rateLimit, request.client);
        return { status: 200, body: { id: await answer(conversationOf(request), request) } };
      },
    },
    {
      method: "POST",
      path: `${BASE}/conversations/:id/upload`,
      handle(request) {
        conversationOf(request);
        throw new RequestError("attachments_refused", "Trợ lý không nhận tệp đính kèm.", { status: 415 });
      },
    },
  ];
}

/** Enough for a client to know its own message again; whatever else it sends along is its own affair. */
function senderOf({ from, channelData }: z.infer<typeof sentActivity>): Sender {
  const { id = "user", name } = from ?? {};
  const clientActivityId = channelData?.clientActivityID;
  return {
    from: name === undefined ? { id } : { id, name: maskPersonalData(name).text },
    ...(typeof clientActivityId === "string" ? { clientActivityId } : {}),
  };
}

/** Level by level: what is nested thousands deep must not be walked by calls. */
function isDeeper(value: unknown, levels: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= levels; depth++) {
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}

/** "<conversation>.<expiry>.<signature>", all in base64url. */
function createTokens(key: Buffer, now: () => number) {
  const signatureOf = (text: string) =>
    createHmac("sha256", key).update(`directline-token\0${text}`).digest("base64url");
  return {
    sign(conversationId: string): string {
      const expires = Math.floor(now() / 1000) + TOKEN_SECONDS;
      const text = `${Buffer.from(conversationId).toString("base64url")}.${expires}`;
      return `${text}.${signatureOf(text)}`;
    },
    /** Undefined for a token that is forged or has run out. */
    read(token: string): string | undefined {
      const [conversation = "", expires = "", signature = ""] = token.split(".");
      if (!isSameText(signature, signatureOf(`${conversation}.${expires}`))) return undefined;
      if (Number(expires) * 1000 <= now()) return undefined;
      return Buffer.from(conversation, "base64url").toString("utf8");
    },
  };
}
