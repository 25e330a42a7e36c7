/** The part of Direct Line 3.0 that standard clients call, by polling: tokens, conversations, activities. */
import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { isDeleted, unknownConversation } from "../../bot/assistant.ts";
import { maskPersonalData } from "../../bot/guardrails/personal-data.ts";
import { MAX_QUESTION_CHARACTERS, type TurnResponse } from "../../bot/reply.ts";
import type { ConversationStore } from "../../bot/state/store.ts";
import { RequestError } from "../../knowledge/errors.ts";
import type { Answering } from "../answering.ts";
import type { RateLimit } from "../rate-limit.ts";
import { parseJson } from "../request-body.ts";
import type { Route, RouteRequest } from "../route.ts";
import { isSameText } from "../same-text.ts";
import { takeTurn } from "./conversations-api.ts";

const BASE = "/directline/v3/directline";
const TOKEN_SECONDS = 1800;
const MAX_CONVERSATIONS = 2000;
/** Of one conversation; a client that polls has long read the older ones. */
const MAX_ACTIVITIES = 100;
/** Of what a client wants echoed, in characters. */
const MAX_ECHO = 2000;
const BOT = { id: "tro-ly-so", name: "Trợ lý số", role: "bot" };

interface Activity {
  id: string;
  type: string;
  from: { id: string; name?: string; role?: string };
  text?: string;
  timestamp: string;
  conversation: { id: string };
  channelId: "directline";
  [more: string]: unknown;
}

interface Kept {
  /** How many of the first are no longer held. */
  dropped: number;
  activities: Activity[];
  /** At least one turn of it is in the store, unless it was deleted there. */
  isStored: boolean;
}

const sentActivity = z.object({
  type: z.string().max(40),
  from: z.object({ id: z.string().max(200), name: z.string().max(200).optional() }).optional(),
  text: z.string().optional(),
  locale: z.string().max(20).optional(),
  // Echoed, so that the client knows its own message again.
  channelData: z.record(z.string(), z.unknown()).optional(),
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
  /** What each conversation has had; the position of an activity is its watermark. */
  const conversations = new Map<string, Kept>();

  async function open(conversationId: string): Promise<Kept> {
    const held = conversations.get(conversationId);
    // Deleted, by its code or its id, it is deleted here as well.
    const isDeleted = held?.isStored && (await store.find(conversationId)) === undefined;
    const fresh = held && !isDeleted ? held : await restored(conversationId);
    // Another request may have opened it meanwhile.
    const now = conversations.get(conversationId);
    const known = now && now !== held ? now : fresh;
    conversations.delete(conversationId);
    conversations.set(conversationId, known);
    if (conversations.size > MAX_CONVERSATIONS) conversations.delete(conversations.keys().next().value!);
    return known;
  }

  /** After a restart, or from long ago: what the store still has. */
  async function restored(conversationId: string): Promise<Kept> {
    const turns = await store.turns(conversationId);
    const activities = turns.flatMap(({ messageId, question, response, createdAt }) => {
      const asked = activity(conversationId, createdAt, `${messageId}-q`, {
        from: { id: "user" },
        text: question,
      });
      return [asked, replyActivity(response, createdAt, asked.id)];
    });
    return { dropped: 0, activities, isStored: turns.length > 0 };
  }

  function add(kept: Kept, added: Activity): void {
    kept.activities.push(added);
    if (kept.activities.length > MAX_ACTIVITIES) {
      kept.activities.shift();
      kept.dropped++;
    }
  }

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
    const { id } = request.params;
    if (allowed === undefined && secret === "")
      throw new RequestError("token_missing", "Thiếu token của cuộc trò chuyện.", { status: 401 });
    if (allowed !== undefined && allowed !== id)
      throw new RequestError("token_invalid", "Token không thuộc cuộc trò chuyện này.", { status: 403 });
    return id!;
  }

  async function answer(conversationId: string, request: RouteRequest): Promise<string> {
    const parsed = sentActivity.safeParse(parseJson(request.body));
    if (!parsed.success) {
      const field = String(parsed.error.issues[0]!.path[0] ?? "");
      throw new RequestError("activity_invalid", "Activity không đúng dạng.", { field: field || null });
    }
    const sent = parsed.data;
    const id = `${conversationId}|${randomUUID()}`;
    const text = sent.text?.trim() ?? "";
    // Events such as "webchat/join" and typing need no answer.
    if (sent.type !== "message" || text === "") return id;
    if (text.length > MAX_QUESTION_CHARACTERS)
      throw new RequestError("text_too_long", `Câu hỏi dài quá ${MAX_QUESTION_CHARACTERS} ký tự.`, {
        field: "text",
      });
    const from = sent.from ?? { id: "user" };
    const { channelData } = sent;
    const isEchoed = channelData !== undefined && JSON.stringify(channelData).length <= MAX_ECHO;
    // As it is stored: nothing of a person stays in memory either.
    const masked = maskPersonalData(text).text;
    const asked = { from, text: masked, ...(isEchoed ? { channelData } : {}) };
    add(await open(conversationId), activity(conversationId, now(), id, asked));
    const identity = { conversationId, messageId: randomUUID() };
    const response = await answering.answer({ text, channel: "web" }, identity).catch((error: unknown) => {
      if (!isDeleted(error)) throw error;
      conversations.delete(conversationId);
      throw unknownConversation();
    });
    const kept = await open(conversationId);
    kept.isStored = (await store.find(conversationId)) !== undefined;
    add(kept, replyActivity(response, now(), id));
    return id;
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
        const conversationId = authorize(request) ?? randomUUID();
        await open(conversationId);
        return { status: 201, body: grant(conversationId) };
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
        const { dropped, activities } = await open(conversationOf(request));
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

const activity = (
  conversationId: string,
  at: number,
  id: string,
  more: Pick<Activity, "from"> & Record<string, unknown>,
): Activity => ({
  id,
  type: "message",
  timestamp: new Date(at).toISOString(),
  conversation: { id: conversationId },
  channelId: "directline",
  ...more,
});

function replyActivity(
  { conversationId, messageId, code, reply }: TurnResponse,
  at: number,
  replyToId: string,
): Activity {
  return activity(conversationId, at, messageId, {
    from: BOT,
    replyToId,
    locale: "vi-VN",
    textFormat: "markdown",
    text: reply.text,
    speak: reply.spoken,
    inputHint: "acceptingInput",
    suggestedActions: {
      actions: reply.suggestions.map((title) => ({ type: "imBack", title, value: title })),
    },
    channelData: { code, status: reply.status, kind: reply.kind, citations: reply.citations },
  });
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
