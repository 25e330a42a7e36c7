import { afterEach, describe, expect, test } from "vitest";
import type { ConversationStore } from "../../../bot/state/store.ts";
import { emptyRecords, type KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import { createMemoryStore } from "../../support/memory-store.ts";
import { startWebServer, type WebServer } from "../../support/web-server.ts";
import { fakeAssistant, responseWith } from "../fakes.ts";

const KNOWLEDGE = { ...emptyRecords() } as unknown as KnowledgeBase;
let web: WebServer | undefined;
afterEach(() => web?.close());

async function start(options: { perMinute?: number; now?: () => number; uptime?: () => number } = {}) {
  const store = createMemoryStore();
  await saveTurn(store, "conversation-1", "message-1", "ABC234", 1000);
  web = await startWebServer({ assistant: fakeAssistant(), knowledge: KNOWLEDGE }, store, {
    trustProxy: true,
    ...options,
  });
  const { base } = web;
  const send = (method: string, path: string, body?: unknown, client = "10.0.0.1") =>
    fetch(base + path, {
      method,
      headers: {
        "X-Forwarded-For": client,
        ...(body instanceof URLSearchParams ? {} : { "Content-Type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: body instanceof URLSearchParams ? body : JSON.stringify(body) }),
    });
  return { store, send };
}

async function saveTurn(
  store: ConversationStore,
  id: string,
  messageId: string,
  code: string,
  createdAt: number,
): Promise<void> {
  const response = { ...responseWith(), conversationId: id, messageId, code };
  const turn = {
    messageId,
    conversationId: id,
    code,
    channel: "voice",
    question: "số [số điện thoại]",
    response,
  };
  await store.saveTurn({ ...turn, knowledgeVersion: "1", createdAt }, "{}");
}

const problem = async (response: Response) => ({
  status: response.status,
  ...((await response.json()) as { code: string; field: string | null; message: string }),
});

describe("POST /api/feedback", () => {
  test("keeps what was thought of an answer, with personal data masked; the latest word counts", async () => {
    const { store, send } = await start({ now: () => 5000 });
    await send("POST", "/api/feedback", { messageId: "message-1", useful: true });
    expect(await store.feedback()).toEqual([
      { messageId: "message-1", useful: true, comment: "", createdAt: 5000 },
    ]);
    const comment = "  sai rồi, gọi tôi 0912345678  ";
    const response = await send("POST", "/api/feedback", { messageId: "message-1", useful: false, comment });
    expect(response.status).toBe(200);
    expect(await store.feedback()).toMatchObject([
      { useful: false, comment: "sai rồi, gọi tôi [số điện thoại]" },
    ]);
  });

  test.each([
    ["an unknown message", { messageId: "x", useful: true }, 404, "message_unknown", "messageId"],
    ["no message", { useful: true }, 400, "field_invalid", "messageId"],
    ["a rating in words", { messageId: "message-1", useful: "yes" }, 400, "field_invalid", "useful"],
    [
      "a comment without end",
      { messageId: "message-1", useful: true, comment: "x".repeat(1001) },
      400,
      "field_invalid",
      "comment",
    ],
    ["an unknown field", { messageId: "message-1", useful: true, admin: 1 }, 400, "field_unknown", "admin"],
    ["a bare string", "x", 400, "field_invalid", null],
  ])("refuses %s", async (_name, body, status, code, field) => {
    const { store, send } = await start();
    expect(await problem(await send("POST", "/api/feedback", body))).toMatchObject({ status, code, field });
    expect(await store.feedback()).toEqual([]);
  });

  test("counts against the rate limit of questions", async () => {
    const { send } = await start({ perMinute: 1, uptime: () => 0 });
    await send("POST", "/api/feedback", { messageId: "message-1", useful: true });
    const refused = await send("POST", "/api/feedback", { messageId: "message-1", useful: true });
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("60");
  });
});

describe("POST /api/conversations/resume", () => {
  test("gives the conversation of a code and its turns, masked as they are stored", async () => {
    const { store, send } = await start();
    await saveTurn(store, "conversation-1", "message-2", "XYZ789", 2000);
    const response = await send("POST", "/api/conversations/resume", { code: " abc234 " });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      conversationId: "conversation-1",
      turns: [
        { text: "số [số điện thoại]", response: { code: "ABC234" }, askedAt: "1970-01-01T00:00:01.000Z" },
        { response: { code: "XYZ789" } },
      ],
    });
  });

  test("a wrong code is 404; after five a client waits, and a right code isn't told from a wrong one", async () => {
    let uptime = 0;
    const { send } = await start({ uptime: () => uptime });
    const attempt = (code: string, client?: string) =>
      send("POST", "/api/conversations/resume", { code }, client);
    for (let i = 0; i < 5; i++) expect((await attempt(`AAAAA${i + 2}`)).status).toBe(404);
    const both = await Promise.all([attempt("ABC234"), attempt("BBBBBB")]);
    expect(both.map(({ status }) => status)).toEqual([429, 429]);
    expect(both[0]!.headers.get("retry-after")).toBe("30");
    expect((await problem(both[0]!)).message).toContain("30 giây");
    expect((await attempt("ABC234", "10.0.0.2")).status).toBe(200);
    uptime = 30_000;
    expect((await attempt("ABC234")).status).toBe(200);
  });

  test("many wrong codes from many addresses lock nobody else out of resuming and deleting", async () => {
    const { send, store } = await start({ uptime: () => 0 });
    for (let i = 0; i < 60; i++)
      await send("POST", "/api/conversations/resume", { code: "AAAAAA" }, `10.1.0.${i}`);
    const resumed = await send("POST", "/api/conversations/resume", { code: "ABC234" }, "10.2.0.1");
    expect(resumed.status).toBe(200);
    const deleted = await send(
      "POST",
      "/privacy/delete",
      new URLSearchParams({ code: "ABC234" }),
      "10.2.0.2",
    );
    expect(deleted.status).toBe(200);
    expect(await store.find("conversation-1")).toBeUndefined();
  });
});

describe("DELETE /api/conversations/{id}", () => {
  test("deletes turns, feedback and cases of the conversation, and of no other", async () => {
    const { store, send } = await start();
    await saveTurn(store, "conversation-2", "message-2", "XYZ789", 2000);
    await send("POST", "/api/feedback", { messageId: "message-1", useful: true });
    const response = await send("DELETE", "/api/conversations/conversation-1");
    expect(response.status).toBe(204);
    expect(await store.find("conversation-1")).toBeUndefined();
    expect(await store.feedback()).toEqual([]);
    expect(await store.turns("conversation-2")).toHaveLength(1);
  });

  test("one that is unknown is 404", async () => {
    const { send } = await start();
    expect(await problem(await send("DELETE", "/api/conversations/x"))).toMatchObject({
      status: 404,
      code: "conversation_unknown",
    });
  });
});
