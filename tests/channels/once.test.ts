import { afterEach, describe, expect, test } from "vitest";
import type { TurnResponse } from "../../bot/reply.ts";
import { createEvaluationAssistant, type TestAssistant } from "../support/assistant.ts";
import { startWebServer, type WebServer } from "../support/web-server.ts";

const KEY = "0123456789abcdef0123456789abcdef";
let web: WebServer | undefined;
let bot: TestAssistant | undefined;
afterEach(async () => {
  await web?.close();
  await bot?.close();
});

async function start(): Promise<(body: object, headers?: Record<string, string>) => Promise<Response>> {
  bot = await createEvaluationAssistant({ now: new Date("2026-11-25T03:00:00Z") });
  web = await startWebServer(bot, bot.store);
  const { base } = web;
  return (body, headers = {}) =>
    fetch(`${base}/api/chat`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
}

const json = async (response: Response) => (await response.json()) as TurnResponse & { code: string };

describe("POST /api/chat with an Idempotency-Key", () => {
  test("answers the same question once, one after the other and at the same time", async () => {
    const post = await start();
    const question = { text: "Nhiệm vụ V.24 là gì?" };
    const both = await Promise.all(
      [1, 2].map(async () => json(await post(question, { "Idempotency-Key": KEY }))),
    );
    const later = await json(await post(question, { "Idempotency-Key": KEY }));
    expect(both[0]).toEqual(both[1]);
    expect(later).toEqual(both[0]);
    expect(await bot!.store.turns(later.conversationId)).toHaveLength(1);
  });

  test("goes on in the conversation that is named, and tells of one that is unknown", async () => {
    const post = await start();
    const first = await json(await post({ text: "Nhiệm vụ V.24 là gì?" }));
    const { conversationId } = first;
    const next = await json(await post({ text: "ai phối hợp?", conversationId }, { "Idempotency-Key": KEY }));
    expect(next.conversationId).toBe(conversationId);
    expect(next.reply.text).toContain("Sở Tài chính");
    const unknown = await post(
      { text: "chào", conversationId: "không có" },
      { "Idempotency-Key": "f".repeat(32) },
    );
    expect(unknown.status).toBe(404);
    expect((await json(unknown)).code).toBe("conversation_unknown");
  });

  test.each([
    ["another question under a used key", KEY, 409, "idempotency_key_used"],
    ["a key that could be guessed", "1", 400, "idempotency_key_invalid"],
    ["a key of blanks", "a b c d e f g h i j k", 400, "idempotency_key_invalid"],
  ])("refuses %s", async (_name, key, status, code) => {
    const post = await start();
    await post({ text: "Nhiệm vụ V.24 là gì?" }, { "Idempotency-Key": KEY });
    const response = await post({ text: "chào" }, { "Idempotency-Key": key });
    expect(response.status).toBe(status);
    expect((await json(response)).code).toBe(code);
  });

  const ASKED = {
    text: "cccd của tôi 079093001242, hỏi nhiệm vụ V.24",
    agency: "Sở Y tế",
    audience: "officer",
  };
  test.each([
    ["another number behind the same mask", { text: ASKED.text.replace("079093001242", "079093001243") }],
    ["another agency", { agency: "Sở Tài chính" }],
    ["no agency", { agency: undefined }],
    ["another audience", { audience: "citizen" }],
    ["another conversation", { conversationId: "không có" }],
  ])(
    "%s under a used key is refused, at the same time, later and after a restart",
    async (_what, changes) => {
      const post = await start();
      const headers = { "Idempotency-Key": KEY };
      const other = { ...ASKED, ...changes };
      const [first, beside] = await Promise.all([post(ASKED, headers), post(other, headers)]);
      expect([first.status, beside.status]).toEqual([200, 409]);
      const refused = await post(other, headers);
      expect(refused.status).toBe(409);
      expect(await refused.json()).toMatchObject({
        code: "idempotency_key_used",
        field: "Idempotency-Key",
        message: expect.stringContaining("mỗi câu hỏi mới cần một khóa mới"),
      });
      // What is held in memory is gone with the server; the store stays.
      await web!.close();
      web = await startWebServer(bot!, bot!.store);
      const again = (body: object) =>
        fetch(`${web!.base}/api/chat`, {
          method: "POST",
          headers: { "Content-Type": "application/json", ...headers },
          body: JSON.stringify(body),
        });
      expect((await again(other)).status).toBe(409);
      expect(await json(await again(ASKED))).toEqual(await json(first));
    },
  );

  test("a turn of before digests were kept is known by its masked text", async () => {
    const post = await start();
    const first = await json(await post(ASKED, { "Idempotency-Key": KEY }));
    const { digest, ...turn } = (await bot!.store.findTurn(first.messageId))!;
    expect(digest).toMatch(/^[\w-]{43}$/);
    await bot!.store.deleteConversation(first.conversationId);
    await bot!.store.saveTurn({ ...turn, conversationId: "cũ" }, "{}");
    expect(await json(await post(ASKED, { "Idempotency-Key": KEY }))).toEqual(first);
    expect((await post({ text: "chào" }, { "Idempotency-Key": KEY })).status).toBe(409);
  });

  test("no key leads to a message of another channel", async () => {
    const post = await start();
    const messageId = "zalo-message-of-somebody";
    await bot!.assistant.answer(
      { text: "Nhiệm vụ V.24 là gì?", channel: "zalo" },
      { messageId, conversationId: "c" },
    );
    const reply = await json(await post({ text: "Nhiệm vụ V.24 là gì?" }, { "Idempotency-Key": messageId }));
    expect(reply.conversationId).not.toBe("c");
  });

  test("a long stream comes compressed to whoever takes that, and says the same", async () => {
    const post = await start();
    const question = { text: "Sở Y tế chủ trì những nhiệm vụ nào?" };
    const headers = { Accept: "text/event-stream", "Idempotency-Key": KEY };
    const plain = await post(question, { ...headers, "Accept-Encoding": "identity" });
    const zipped = await post(question, { ...headers, "Accept-Encoding": "gzip" });
    expect([plain, zipped].map((response) => response.headers.get("content-encoding"))).toEqual([
      null,
      "gzip",
    ]);
    expect(await zipped.text()).toBe(await plain.text());
  });

  test("a stream that was cut off goes on after the last event that arrived", async () => {
    const post = await start();
    const question = { text: "Sở Y tế chủ trì những nhiệm vụ nào?" };
    const stream = { Accept: "text/event-stream", "Idempotency-Key": KEY };
    const whole = (await (await post(question, stream)).text()).split("\n\n").filter(Boolean);
    expect(whole.length).toBeGreaterThan(4);
    const ids = whole.map((event) => /^id: (.+)$/m.exec(event)![1]!);
    expect(new Set(ids).size).toBe(whole.length);
    const rest = await post(question, { ...stream, "Last-Event-ID": ids[1]! });
    expect((await rest.text()).split("\n\n").filter(Boolean)).toEqual(whole.slice(2));
    const fromStart = await post(question, { ...stream, "Last-Event-ID": "another/1" });
    expect((await fromStart.text()).split("\n\n").filter(Boolean)).toEqual(whole);
    const { conversationId } = await json(await post(question, { "Idempotency-Key": KEY }));
    expect(await bot!.store.turns(conversationId)).toHaveLength(1);
  });
});
