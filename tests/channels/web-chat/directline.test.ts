import { afterEach, describe, expect, test } from "vitest";
import type { ConversationStore } from "../../../bot/state/store.ts";
import { AppError } from "../../../knowledge/errors.ts";
import { emptyRecords, type KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import { createMemoryStore } from "../../support/memory-store.ts";
import { startWebServer, type WebServer } from "../../support/web-server.ts";
import { savingAssistant } from "../../support/zalo/saving-assistant.ts";
import { fakeAssistant, replyWith, responseWith } from "../fakes.ts";

const KNOWLEDGE = { ...emptyRecords() } as unknown as KnowledgeBase;
let web: WebServer | undefined;
afterEach(() => web?.close());

type Answer = Record<string, never> & { token: string; conversationId: string; code?: string };

async function start(
  options: {
    secret?: string;
    on?: boolean;
    now?: () => number;
    perMinute?: number;
    store?: ConversationStore;
  } = {},
) {
  const store = options.store ?? createMemoryStore();
  const saving = savingAssistant(store, () => replyWith());
  const assistant = fakeAssistant();
  assistant.answer = (request, identity) => {
    assistant.asked.push(request);
    return saving.answer(request, identity);
  };
  web = await startWebServer({ assistant, knowledge: KNOWLEDGE }, store, {
    settings: { DIRECTLINE: options.on ?? true, DIRECTLINE_SECRET: options.secret ?? "" },
    ...(options.now ? { now: options.now } : {}),
    perMinute: options.perMinute ?? 0,
  });
  const { base } = web;
  async function call(method: string, path: string, bearer?: string, body?: unknown) {
    const response = await fetch(`${base}/directline/v3/directline${path}`, {
      method,
      headers: {
        "Content-Type": "application/json",
        ...(bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json().catch(() => ({}))) as Answer };
  }
  return { assistant, call, store };
}

const MESSAGE = { type: "message", from: { id: "u" }, text: "ai chủ trì?" };

describe("Direct Line", () => {
  test("is off unless it is switched on", async () => {
    const { call } = await start({ on: false });
    expect((await call("POST", "/tokens/generate")).status).toBe(404);
  });

  test("a token opens its conversation, which gives activities from a watermark on", async () => {
    const { call, assistant } = await start();
    const { body: granted } = await call("POST", "/tokens/generate");
    const { status, body: opened } = await call("POST", "/conversations", granted.token, {
      user: { id: "u" },
    });
    expect([status, opened.conversationId]).toEqual([201, granted.conversationId]);
    const at = `/conversations/${opened.conversationId}/activities`;
    expect((await call("GET", at, opened.token)).body).toEqual({ activities: [], watermark: "0" });
    const sent = await call("POST", at, opened.token, MESSAGE);
    expect(sent.body).toMatchObject({ id: expect.stringContaining(opened.conversationId) });
    const all = await call("GET", at, opened.token);
    expect(all.body).toMatchObject({
      activities: [{ text: "ai chủ trì?" }, { replyToId: sent.body.id }],
      watermark: "2",
    });
    expect((await call("GET", `${at}?watermark=1`, opened.token)).body).toMatchObject({
      activities: [{ replyToId: sent.body.id }],
    });
    expect((await call("GET", `${at}?watermark=2`, opened.token)).body).toEqual({
      activities: [],
      watermark: "2",
    });
    expect(assistant.asked).toEqual([{ text: "ai chủ trì?", channel: "web" }]);
  });

  test("what is no question gets an id and no answer", async () => {
    const { call, assistant } = await start();
    const { body } = await call("POST", "/conversations");
    const at = `/conversations/${body.conversationId}/activities`;
    for (const activity of [
      { type: "event", name: "webchat/join", from: { id: "u" } },
      { type: "typing", from: { id: "u" } },
      { type: "message", text: "  ", from: { id: "u" } },
    ])
      expect((await call("POST", at, body.token, activity)).status).toBe(200);
    expect(assistant.asked).toEqual([]);
  });

  test("after a restart the conversation is what the store has of it", async () => {
    const store = createMemoryStore();
    const first = await start({ store, secret: "s" });
    const { body } = await first.call("POST", "/tokens/generate", "s");
    const response = { ...responseWith(), conversationId: body.conversationId };
    await store.saveTurn(
      {
        messageId: response.messageId,
        conversationId: body.conversationId,
        code: response.code,
        channel: "web",
        question: "ai?",
        response,
        knowledgeVersion: "1",
        createdAt: 0,
      },
      "{}",
    );
    await web!.close();
    const second = await start({ store, secret: "s" });
    const at = `/conversations/${body.conversationId}/activities`;
    expect((await second.call("GET", at, body.token)).body).toMatchObject({
      activities: [{ text: "ai?" }, { from: { id: "tro-ly-so" } }],
    });
  });

  describe("what a person has let slip", () => {
    const SLIPPED = { ...MESSAGE, text: "số căn cước của tôi là 077093001242, cần giấy tờ gì?" };

    test("is echoed as it is stored, under the mark that the client knows its message by", async () => {
      const { call } = await start();
      const { body } = await call("POST", "/conversations");
      const at = `/conversations/${body.conversationId}/activities`;
      const from = { id: "u", name: "gọi 0912345678" };
      const channelData = { clientActivityID: "c-1", phone: "0912345678" };
      const sent = await call("POST", at, body.token, { ...SLIPPED, from, channelData });
      const { body: all } = await call("GET", at, body.token);
      expect(all).toMatchObject({
        activities: [
          { id: sent.body.id, from: { id: "u" }, channelData: { clientActivityID: "c-1" } },
          { replyToId: sent.body.id },
        ],
      });
      expect(JSON.stringify(all)).toContain("[số giấy tờ");
      expect(JSON.stringify(all)).not.toMatch(/077093001242|0912345678/);
    });

    test("is gone with its conversation, whoever deletes it, and nothing comes back", async () => {
      const { call, store } = await start();
      const { body } = await call("POST", "/conversations");
      const at = `/conversations/${body.conversationId}/activities`;
      await call("POST", at, body.token, SLIPPED);
      const deleted = await fetch(`${web!.base}/api/conversations/${body.conversationId}`, {
        method: "DELETE",
      });
      expect(deleted.status).toBe(204);
      expect((await call("GET", at, body.token)).body).toEqual({ activities: [], watermark: "0" });
      const other = await call("POST", "/conversations");
      const otherAt = `/conversations/${other.body.conversationId}/activities`;
      await call("POST", otherAt, other.body.token, SLIPPED);
      // By another process, or because its time was over.
      await store.deleteConversation(other.body.conversationId);
      expect((await call("GET", otherAt, other.body.token)).body).toEqual({ activities: [], watermark: "0" });
    });

    test("a conversation that stays deleted is refused in words, not as a fault", async () => {
      const { call, assistant } = await start();
      assistant.answer = async () => {
        throw new AppError("conversation_deleted", "đã xóa");
      };
      const { body } = await call("POST", "/conversations");
      const refused = await call(
        "POST",
        `/conversations/${body.conversationId}/activities`,
        body.token,
        MESSAGE,
      );
      expect([refused.status, refused.body.code]).toEqual([404, "conversation_unknown"]);
    });
  });

  describe("refuses", () => {
    // So deep that the body isn't read at all, or read and refused for its field.
    const UNREAD = { code: "json_too_deep" };
    const FIELD = { field: "channelData" };
    test.each([
      ["nested thousands deep", UNREAD, `${`{"a":`.repeat(9000)}1${"}".repeat(9000)}`],
      ["nested thousands deep in lists", UNREAD, `{"a":${"[".repeat(15_000)}${"]".repeat(15_000)}}`],
      ["nested beyond what any client needs", FIELD, `${`{"a":`.repeat(10)}1${"}".repeat(10)}`],
      ["too much of it", FIELD, JSON.stringify({ a: "x".repeat(2000) })],
    ])("data of a client that is %s", async (_name, refusal, channelData) => {
      const { call, assistant } = await start();
      const { body } = await call("POST", "/conversations");
      const response = await fetch(
        `${web!.base}/directline/v3/directline/conversations/${body.conversationId}/activities`,
        {
          method: "POST",
          headers: { "Content-Type": "application/json", Authorization: `Bearer ${body.token}` },
          body: `{"type":"message","text":"ai?","channelData":${channelData}}`,
        },
      );
      expect([response.status, await response.json()]).toMatchObject([400, refusal]);
      expect(assistant.asked).toEqual([]);
    });

    test("a conversation whose id can't be one, also for who has the secret", async () => {
      const { call } = await start({ secret: "bi-mat" });
      expect((await call("GET", `/conversations/${"x".repeat(65)}/activities`, "bi-mat")).status).toBe(400);
      expect((await call("GET", "/conversations/a%20b/activities", "bi-mat")).status).toBe(400);
    });

    test("a token of another conversation, a forged one, one that has run out, and none", async () => {
      let now = 0;
      const { call } = await start({ now: () => now });
      const [mine, other] = [await call("POST", "/conversations"), await call("POST", "/conversations")];
      const at = `/conversations/${mine.body.conversationId}/activities`;
      expect((await call("GET", at, other.body.token)).status).toBe(403);
      const [conversation, expires] = mine.body.token.split(".");
      expect((await call("GET", at, `${conversation}.${Number(expires) + 9}.x`)).status).toBe(403);
      expect((await call("GET", at)).status).toBe(401);
      now = 1_800_000;
      expect((await call("GET", at, mine.body.token)).status).toBe(403);
      expect((await call("POST", "/tokens/refresh", mine.body.token)).status).toBe(403);
    });

    test("whoever hasn't the secret, where there is one", async () => {
      const { call } = await start({ secret: "bi-mat" });
      expect((await call("POST", "/tokens/generate")).status).toBe(401);
      expect((await call("POST", "/tokens/generate", "sai")).status).toBe(403);
      const { status, body } = await call("POST", "/tokens/generate", "bi-mat");
      expect(status).toBe(200);
      // A token is for its conversation: it brings no further ones.
      expect((await call("POST", "/tokens/generate", body.token)).status).toBe(403);
      const renewed = await call("POST", "/tokens/refresh", body.token);
      expect(renewed.body.conversationId).toBe(body.conversationId);
    });

    test("files, broken activities and over-long questions", async () => {
      const { call } = await start();
      const { body } = await call("POST", "/conversations");
      const at = `/conversations/${body.conversationId}`;
      expect((await call("POST", `${at}/upload?userId=u`, body.token, {})).status).toBe(415);
      expect((await call("POST", `${at}/activities`, body.token, { text: 5 })).status).toBe(400);
      const long = { ...MESSAGE, text: "x".repeat(2001) };
      expect((await call("POST", `${at}/activities`, body.token, long)).body.code).toBe("text_too_long");
    });

    test("too many conversations and questions of one client", async () => {
      const { call } = await start({ perMinute: 2, now: () => 0 });
      const { body } = await call("POST", "/conversations");
      const at = `/conversations/${body.conversationId}/activities`;
      expect((await call("POST", at, body.token, MESSAGE)).status).toBe(200);
      expect((await call("POST", at, body.token, MESSAGE)).status).toBe(429);
      expect((await call("POST", "/tokens/generate")).status).toBe(429);
      // Looking whether something has come is no question.
      expect((await call("GET", at, body.token)).status).toBe(200);
    });
  });
});
