/** The channel as Zalo meets it: signed events in over HTTP, messages out to a platform that is faked. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { TurnRequest } from "../../../bot/reply.ts";
import { RequestError } from "../../../knowledge/errors.ts";
import { startZaloApp, type ZaloApp, type ZaloAppOptions } from "../../support/zalo/app.ts";
import {
  APP_ID,
  followEvent,
  OA_ID,
  officerEvent,
  type SignOptions,
  textEvent,
} from "../../support/zalo/events.ts";
import { type FakeZalo, startFakeZalo } from "../../support/zalo/fake-zalo.ts";
import { savingAssistant } from "../../support/zalo/saving-assistant.ts";
import { responseWith } from "../fakes.ts";

const USER = "246845883529197922";
const HOUR_MS = 60 * 60 * 1000;

let fake: FakeZalo;
let app: ZaloApp;
let asked: TurnRequest[];
beforeEach(async () => {
  fake = await startFakeZalo();
  asked = [];
});
afterEach(async () => {
  await app.close();
  await fake.close();
});

async function open(options: Partial<ZaloAppOptions> & { reply?: Parameters<typeof responseWith>[0] } = {}) {
  const { reply, ...rest } = options;
  app = await startZaloApp({
    fake,
    assistant: (store) =>
      savingAssistant(store, (request) => {
        asked.push(request);
        return responseWith({ text: `Trả lời: ${request.text}`, citations: [], ...reply }).reply;
      }),
    ...rest,
  });
}

async function say(event: unknown, options?: SignOptions): Promise<void> {
  const response = await app.post(event, options);
  expect(response.status).toBe(200);
  await response.arrayBuffer();
  await app.settled();
}

const texts = () => fake.delivered.map((message) => message.text);
const last = () => fake.delivered.at(-1)!;

describe("a text", () => {
  test("is acknowledged, answered to its sender, and introduced once", async () => {
    await open();
    await say(textEvent("V.9 là gì?"));
    await say(textEvent("ai làm?"));
    expect(asked).toEqual([
      { text: "V.9 là gì?", channel: "zalo", audience: "citizen" },
      { text: "ai làm?", channel: "zalo", audience: "citizen" },
    ]);
    expect(fake.delivered.map(({ to }) => to)).toEqual([USER, USER]);
    expect(texts()[0]).toMatch(/^Trả lời: V\.9 là gì\?\n\nTrợ lý số là chương trình trí tuệ nhân tạo \(AI\)/);
    expect(texts()[1]).toBe("Trả lời: ai làm?");
    expect(last().buttons.map((button) => button.payload)).toEqual([
      "#hoi Hạn khi nào?",
      "#hoi Ai phối hợp?",
    ]);
  });

  test("that comes again is answered once, also while the first is in hand", async () => {
    await open();
    const event = textEvent("V.9 là gì?");
    const statuses = await Promise.all([app.post(event), app.post(event), app.post(event)]);
    expect(statuses.map((response) => response.status)).toEqual([200, 200, 200]);
    await app.settled();
    await say(event);
    expect(fake.delivered).toHaveLength(1);
  });

  test("of one conversation follows the other in order", async () => {
    await open();
    const events = Array.from({ length: 8 }, (_, i) => textEvent(`câu ${i} nhé`));
    for (const event of events) await app.post(event);
    await app.settled();
    expect(texts().map((text) => text.split("\n")[0])).toEqual(events.map((_, i) => `Trả lời: câu ${i} nhé`));
  });

  test("that is a pressed button or a number is the question it stands for", async () => {
    await open();
    await say(textEvent("V.9 là gì?"));
    await say(textEvent("#hoi Ai phối hợp?"));
    await say(textEvent("1"));
    await say(textEvent("7"));
    expect(asked.map((request) => request.text)).toEqual(["V.9 là gì?", "Ai phối hợp?", "Hạn khi nào?", "7"]);
  });

  test("too long or empty is told so and not tried again", async () => {
    await open({
      assistant: {
        answer: async () => {
          throw new RequestError("text_too_long", "Câu hỏi dài quá 2000 ký tự.");
        },
      },
    });
    await say(textEvent("a".repeat(3000)));
    await say(textEvent("  "));
    expect(texts()).toEqual(["Câu hỏi dài quá 2000 ký tự.", expect.stringContaining("tin nhắn chữ")]);
  });

  test("of a visitor is answered in their conversation, with numbers instead of buttons", async () => {
    await open();
    const visitor = (text: string, msg_id: string) =>
      textEvent("", {
        event_name: "anonymous_send_text",
        sender: { id: "an-1" },
        message: { text, msg_id, conversation_id: "c-1" },
      });
    await say(visitor("V.9 là gì?", "m1"));
    await say(visitor("2", "m2"));
    expect(
      fake.calls.filter(({ path }) => path === "/v2.0/oa/message").map(({ body }) => body.recipient),
    ).toEqual([1, 2].map(() => ({ anonymous_id: "an-1", conversation_id: "c-1" })));
    expect(texts()[0]).toMatch(/\n\nGõ số để chọn:\n1\. Hạn khi nào\?\n2\. Ai phối hợp\?$/);
    expect(asked[1]!.text).toBe("Ai phối hợp?");
  });
});

test("without buttons the suggestions are numbers to be typed", async () => {
  await open({ settings: { ZALO_BUTTONS: "false" } });
  await say(textEvent("V.9 là gì?"));
  expect(last().text).toMatch(/Gõ số để chọn:\n1\. Hạn khi nào\?\n2\. Ai phối hợp\?$/);
  expect(last().buttons).toEqual([]);
});

test("a long answer comes in parts; tiếp shows the next, and all of it is there in the end", async () => {
  const lines = Array.from({ length: 60 }, (_, i) => `- mục ${i + 100} ${"nội dung ".repeat(20)}`);
  await open({ reply: { text: lines.join("\n"), suggestions: [] } });
  await say(textEvent("liệt kê"));
  const first = fake.delivered.length;
  expect(first).toBeLessThanOrEqual(4);
  expect(last().text).toMatch(/Còn \d+ mục nữa, gõ “tiếp” để xem/);
  expect(last().buttons.map((button) => button.title)).toEqual(["1. Xem tiếp"]);
  await say(textEvent("1"));
  for (let i = 0; i < 10 && last().text.includes("“tiếp”"); i++) await say(textEvent("tiếp"));
  const all = texts().join("\n");
  for (let i = 0; i < 60; i++) expect(all.split(`mục ${i + 100} `)).toHaveLength(2);
  expect(asked).toHaveLength(1);
  await say(textEvent("tiếp"));
  expect(asked.at(-1)!.text).toBe("tiếp");
});

test("the code is in the answer that tells to read it out", async () => {
  await open({ reply: { status: "handoff", text: "Đã ghi lại; đọc mã tra cứu của câu trả lời này." } });
  await say(textEvent("gặp cán bộ"));
  const [row] = await app.store.turns((await app.store.mailbox.contact("zalo", USER))!.conversationId);
  expect(last().text).toContain(`Mã tra cứu: ${row!.response.code}`);
});

describe("events that are no texts", () => {
  test("a follower is welcomed once: what this is, what is kept, and what to ask", async () => {
    await open();
    await say(followEvent());
    await say({
      event_name: "user_click_chatnow",
      oa_id: OA_ID,
      user_id: USER,
      app_id: APP_ID,
      timestamp: `${Date.now()}`,
    });
    expect(fake.delivered).toHaveLength(1);
    expect(last().text).toMatch(/AI.*lưu 30 ngày.*không gửi thông tin cá nhân/s);
    expect(last().buttons).toHaveLength(3);
    await say(textEvent("2"));
    expect(asked[0]!.text).toBe("Đăng ký khai sinh cần giấy tờ gì?");
    expect(last().text).not.toContain("trí tuệ nhân tạo");
    await say(followEvent({ event_name: "unfollow" }));
    await say(followEvent({ timestamp: `${Date.now() + 1}` }));
    expect(fake.delivered).toHaveLength(3);
  });

  test("a picture is answered politely, an album once", async () => {
    await open();
    for (const msg_id of ["p1", "p2", "p3"])
      await say(textEvent("", { event_name: "user_send_image", message: { msg_id, attachments: [] } }));
    expect(texts()).toEqual([expect.stringContaining("chỉ đọc được tin nhắn chữ")]);
    expect(asked).toEqual([]);
  });

  test("an officer's answer silences the assistant for that person, for the hours of the setting", async () => {
    await open({ settings: { ZALO_SILENCE_HOURS: "2" } });
    await say(officerEvent());
    await say(textEvent("V.9 là gì?"));
    expect(fake.delivered).toEqual([]);
    await say(textEvent("người khác", { sender: { id: "5" } }));
    expect(fake.delivered.map(({ to }) => to)).toEqual(["5"]);
    app.skip(2 * HOUR_MS + 1000);
    await say(textEvent("V.9 là gì?", { timestamp: String(Date.now() + 2 * HOUR_MS + 1000) }));
    expect(fake.delivered.map(({ to }) => to)).toEqual(["5", USER]);
  });

  test("who withdraws is forgotten: contact, conversation, and what waits", async () => {
    await open();
    await say(textEvent("V.9 là gì?"));
    const { conversationId } = (await app.store.mailbox.contact("zalo", USER))!;
    expect(await app.store.turns(conversationId)).toHaveLength(1);
    await say(textEvent("", { event_name: "user_withdraw", message: undefined }));
    expect(await app.store.mailbox.contact("zalo", USER)).toBeUndefined();
    expect(await app.store.find(conversationId)).toBeUndefined();
    await say(textEvent("lại là tôi"));
    expect((await app.store.mailbox.contact("zalo", USER))!.conversationId).not.toBe(conversationId);
  });

  test.each([
    ["what people do with messages", textEvent("a", { event_name: "user_seen_message" })],
    ["a form", { event_name: "user_submit_info", info: { phone: "84912345678" }, timestamp: "5" }],
    ["an unknown event", textEvent("a", { event_name: "user_dances" })],
    ["the assistant's own message", officerEvent({ sender: { id: OA_ID } })],
    ["an event of another account", textEvent("a", { recipient: { id: "999" } })],
  ])("%s: 200, and nothing happens", async (_what, event) => {
    await open();
    await say(event);
    expect(fake.delivered).toEqual([]);
    expect(await app.store.mailbox.wasAccepted("zalo", "")).toBe(false);
  });
});

describe("the webhook", () => {
  const raw = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${app.base}/webhooks/zalo`, { method: "POST", body, headers });
  const statusOf = async (response: Promise<Response>) => {
    const got = await response;
    await got.arrayBuffer();
    return got.status;
  };

  test("answers the console's check: GET, nothing, and a sample without a signature", async () => {
    await open();
    expect(await statusOf(fetch(`${app.base}/webhooks/zalo`))).toBe(200);
    expect(await statusOf(raw(""))).toBe(200);
    expect(await statusOf(raw("{}"))).toBe(200);
    expect(await statusOf(raw('{"event_name":"oa_send_text","sender":{"id":"1"}}'))).toBe(200);
    expect(fake.delivered).toEqual([]);
  });

  test("takes every form of the signature that sources describe, and logs once which one it was", async () => {
    await open();
    await say(textEvent("một câu"));
    await say(textEvent("hai câu"), { bare: true });
    await say(textEvent("ba câu", { timestamp: undefined }), { headerTimestamp: String(Date.now()) });
    expect(fake.delivered).toHaveLength(3);
    expect(app.log().match(/zalo_signature_matched/g)).toHaveLength(1);
    expect(app.log()).toContain('"form":"mac=","timestampFrom":"body","id":"app"');
  });

  test("takes the account's id at the head of the hash when it is set so", async () => {
    await open({ settings: { ZALO_SIGNATURE_ID: "oa" } });
    await say(textEvent("một câu"), { id: OA_ID });
    expect(await statusOf(app.post(textEvent("hai câu")))).toBe(403);
    expect(app.log()).toContain('"fitsInstead":"ZALO_SIGNATURE_ID=app"');
  });

  test("refuses a wrong signature, none on a person's event, and says which setting is wrong", async () => {
    await open();
    expect(await statusOf(app.post(textEvent("a"), { secret: "another" }))).toBe(403);
    expect(await statusOf(app.post(textEvent("a"), { secret: fake.app.secret }))).toBe(403);
    expect(app.log()).toContain("ZALO_OA_SECRET_KEY is ZALO_APP_SECRET");
    for (const event of [
      textEvent("a"),
      followEvent(),
      officerEvent(),
      textEvent("", { event_name: "user_withdraw" }),
    ])
      expect(await statusOf(raw(JSON.stringify(event)))).toBe(401);
    await app.settled();
    expect(fake.delivered).toEqual([]);
    expect(app.log()).not.toContain("s3cr3t");
  });

  test("takes unsigned events in development alone, and wrong signatures never", async () => {
    await open({ settings: { NODE_ENV: "development" } });
    expect(await statusOf(raw(JSON.stringify(textEvent("a nhé"))))).toBe(200);
    expect(await statusOf(app.post(textEvent("a"), { secret: "another" }))).toBe(403);
    await app.settled();
    expect(fake.delivered).toHaveLength(1);
  });

  test.each([
    ["no JSON", "xin chào"],
    ["a list", "[]"],
    ["a text", '"a"'],
    ["null", "null"],
    ["half an event", '{"event_name":"user_send_text"'],
    ["bytes that are no UTF-8", "\ud800"],
  ])("refuses %s with 400", async (what, body) => {
    await open();
    const bytes = what.startsWith("bytes") ? new Uint8Array([0x7b, 0xff, 0x7d]) : body;
    const response = await fetch(`${app.base}/webhooks/zalo`, { method: "POST", body: bytes });
    expect(response.status).toBe(400);
    expect(Object.keys((await response.json()) as object)).toEqual(["code", "message", "field"]);
  });

  test("refuses an event of a person that lacks its fields with 400", async () => {
    await open();
    expect(await statusOf(app.post(textEvent("a", { sender: {} })))).toBe(400);
  });

  test("refuses what is older than the window at first sight; the platform's own repetition is not", async () => {
    await open({ settings: { ZALO_REPLAY_WINDOW_MINUTES: "120" } });
    const at = Date.now();
    const known = textEvent("câu cũ", { timestamp: String(at) });
    await say(known);
    const unseen = textEvent("câu khác", { timestamp: String(at) });
    const future = textEvent("mai sau", { timestamp: String(at + HOUR_MS) });
    expect(await statusOf(app.post(future))).toBe(403);
    app.skip(111 * 60_000);
    const retried = textEvent("câu thử lại", { timestamp: String(at) });
    await say(retried);
    app.skip(10 * 60_000);
    expect(await statusOf(app.post(unseen))).toBe(403);
    expect(await statusOf(app.post(unseen))).toBe(403);
    await say(known);
    expect(texts().map((text) => text.split("\n")[0])).toEqual(["Trả lời: câu cũ", "Trả lời: câu thử lại"]);
  });

  test("keeps what was written and who wrote it out of the log", async () => {
    await open();
    await say(textEvent("số căn cước 012345678901 của tôi"));
    await say(followEvent());
    await app.post(textEvent("bí mật"), { secret: "x" });
    expect(app.log()).toContain('"event":"turn"');
    expect(app.log()).not.toMatch(
      /căn cước|012345678901|bí mật|246845883529197922|552177279717587730|access-|refresh-0/,
    );
  });
});

test("what the platform says is left can be read, and is warned of when it runs out", async () => {
  await open();
  fake.quota = { quota_type: "reply", remain: "1", total: "8" };
  await say(textEvent("V.9 là gì?"));
  const metrics = await app.metrics.registry.metrics();
  expect(metrics).toContain('zalo_remaining{what="reply"} 1');
  expect(metrics).toContain('zalo_remaining{what="rate"} 3990');
  expect(metrics).toContain('zalo_token_refreshes_total{outcome="refreshed"} 1');
  expect(app.log()).toContain('"event":"zalo_quota_low","what":"reply","left":1');
});
