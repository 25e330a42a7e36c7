/** Sending against a platform that fails in every way that is known of it. */
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { OutboxMessage } from "../../../bot/state/mailbox.ts";
import { openSqliteStore } from "../../../bot/state/sqlite-store.ts";
import type { StateStore } from "../../../bot/state/store.ts";
import { createApi } from "../../../channels/zalo/api.ts";
import { type Contacts, createContacts } from "../../../channels/zalo/contacts.ts";
import { createDelivery } from "../../../channels/zalo/delivery.ts";
import { openTokenStore } from "../../../channels/zalo/token-store.ts";
import { createTokens, type Tokens } from "../../../channels/zalo/tokens.ts";
import type { Outgoing } from "../../../channels/zalo/turns.ts";
import { type FakeZalo, type Fault, faults, startFakeZalo } from "../../support/zalo/fake-zalo.ts";

const USER = "246845883529197922";
const CS = "/v3.0/oa/message/cs";
const ANONYMOUS = "/v2.0/oa/message";
const CONVERSATION = "/v2.0/oa/conversation";
const OAUTH = "/v4/oa/access_token";
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let fake: FakeZalo;
let store: StateStore;
let contacts: Contacts;
let tokens: Tokens;
let delivery: ReturnType<typeof createDelivery>;
let skipped: number;
const now = () => Date.now() + skipped;

beforeEach(async () => {
  skipped = 0;
  fake = await startFakeZalo({ now });
  store = await openSqliteStore(":memory:");
  contacts = createContacts({ mailbox: store.mailbox, store, now: () => new Date(now()) });
  await contacts.update(USER, { lastAt: now() });
  await contacts.update("anonymous:an-1", { lastAt: now() });
  tokens = createTokens({
    store: openTokenStore(":memory:"),
    app: fake.app,
    seed: fake.refreshToken(),
    oauthUrl: fake.url,
    logger: pino({ level: "silent" }),
    onRefresh: () => {},
    now,
    elapsed: now,
  });
  const api = createApi({ apiUrl: fake.url, tokens, onRemaining: () => {} });
  delivery = createDelivery({ api, contacts, withButtons: true, now, elapsed: now });
});
afterEach(async () => {
  await tokens.close();
  await store.close();
  await fake.close();
});

interface Message extends Partial<OutboxMessage> {
  outgoing?: Partial<Outgoing>;
}

const send = ({ outgoing, ...message }: Message = {}, timeoutMs = 5000) =>
  delivery.send(
    {
      id: 1,
      channel: "zalo",
      recipient: USER,
      payload: JSON.stringify({ address: { user: USER }, text: "Sở A chủ trì.", choices: [], ...outgoing }),
      attempts: 0,
      uncertain: false,
      createdAt: now(),
      ...message,
    },
    AbortSignal.timeout(timeoutMs),
  );
const choices = ["Một?", "Hai?"];
const pathsOf = () => fake.calls.map(({ path }) => path);

test("a message goes out as the platform wants it, and a visitor's by the other address", async () => {
  expect(await send({ outgoing: { choices } })).toEqual({ outcome: "delivered" });
  const visitor = { address: { anonymous: "an-1", conversation: "c-1" } } as const;
  expect(await send({ recipient: "anonymous:an-1", outgoing: { ...visitor, choices } })).toEqual({
    outcome: "delivered",
  });
  expect(fake.calls.slice(1)).toEqual([
    {
      path: CS,
      token: "access-1",
      body: {
        recipient: { user_id: USER },
        message: {
          text: "Sở A chủ trì.",
          attachment: {
            type: "template",
            payload: {
              buttons: [
                { title: "1. Một?", type: "oa.query.hide", payload: "#hoi Một?" },
                { title: "2. Hai?", type: "oa.query.hide", payload: "#hoi Hai?" },
              ],
            },
          },
        },
      },
    },
    {
      path: ANONYMOUS,
      token: "access-1",
      body: {
        recipient: { anonymous_id: "an-1", conversation_id: "c-1" },
        message: { text: "Sở A chủ trì.\n\nGõ số để chọn:\n1. Một?\n2. Hai?" },
      },
    },
  ]);
});

describe("by the platform's error number", () => {
  test.each([-201, -213, -217, -218, -221, -224, -227, -230, -232, -233, -234, -240, -244, -248, -403])(
    "%i is refused for good",
    async (error) => {
      fake.fault = faults(CS, { error });
      expect(await send()).toEqual({ outcome: "refused", reason: String(error) });
      expect(pathsOf()).toEqual([OAUTH, CS]);
    },
  );

  test("-32 and HTTP 429 pause the channel", async () => {
    fake.fault = faults(
      CS,
      { error: -32 },
      { status: 429 },
      { status: 429, headers: { "Retry-After": "7" } },
    );
    const pauses = [];
    for (let i = 0; i < 3; i++) pauses.push(await send());
    expect(pauses).toEqual([
      { outcome: "retry", reason: "-32", pauseMs: 60_000 },
      { outcome: "retry", reason: "429", pauseMs: 60_000 },
      { outcome: "retry", reason: "429", pauseMs: 7000 },
    ]);
  });

  test("one that nobody knows is tried three times", async () => {
    fake.fault = (call) => (call.path === CS ? { error: -9999 } : undefined);
    expect(await send({ attempts: 0 })).toEqual({ outcome: "retry", reason: "-9999" });
    expect(await send({ attempts: 1 })).toEqual({ outcome: "retry", reason: "-9999" });
    expect(await send({ attempts: 2 })).toEqual({ outcome: "refused", reason: "-9999" });
  });

  test.each([-201, -233])(
    "%i for buttons: the same text with numbers, and no buttons for an hour",
    async (error) => {
      fake.fault = faults(CS, { error });
      const text = "Sở A chủ trì.\n\nGõ số để chọn:\n1. Một?\n2. Hai?";
      expect(await send({ outgoing: { choices } })).toEqual({ outcome: "delivered" });
      await send({ outgoing: { choices } });
      expect(fake.delivered.map((message) => [message.text, message.buttons.length])).toEqual([
        [text, 0],
        [text, 0],
      ]);
      expect(pathsOf()).toEqual([OAUTH, CS, CS, CS]);
      skipped += 61 * MINUTE_MS;
      await send({ outgoing: { choices } });
      expect(fake.delivered.at(-1)!.buttons).toHaveLength(2);
    },
  );

  test.each([-216, -220, -124])(
    "%i at the first try: the token is renewed and the message sent",
    async (error) => {
      fake.fault = faults(CS, { error });
      expect(await send()).toEqual({ outcome: "delivered" });
      expect(pathsOf()).toEqual([OAUTH, CS, OAUTH, CS]);
      expect(fake.calls.at(-1)!.token).toBe("access-2");
    },
  );

  test("-216 at both tries: later, and no token is used up meanwhile", async () => {
    fake.fault = (call) => (call.path === CS ? { error: -216 } : undefined);
    const expected = { outcome: "retry", pauseMs: 10_000 };
    expect(await send()).toEqual({ ...expected, reason: "-216" });
    expect(await send()).toEqual({ ...expected, reason: "zalo_token_refused" });
    expect(fake.refreshes).toBe(2);
    skipped += MINUTE_MS;
    fake.fault = undefined;
    expect(await send()).toEqual({ outcome: "delivered" });
  });

  test("-216 at the fallback without buttons, and at the look into the conversation", async () => {
    fake.fault = faults(CS, { error: -233 }, { error: -216 });
    expect(await send({ outgoing: { choices } })).toEqual({ outcome: "delivered" });
    skipped += 2 * MINUTE_MS;
    fake.fault = faults(CONVERSATION, { error: -216 });
    expect(await send({ uncertain: true, outgoing: { text: "khác" } })).toEqual({ outcome: "delivered" });
    expect(fake.delivered).toHaveLength(2);
  });

  test("a revoked token and 8 messages at once: one refresh, all delivered", async () => {
    await send();
    fake.revoke();
    fake.refreshDelayMs = 20;
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => send()));
    expect(outcomes).toEqual(Array(8).fill({ outcome: "delivered" }));
    expect(fake.refreshes).toBe(2);
  });
});

describe("an outcome that isn't known", () => {
  const html = { status: 200, body: "<html><body>Bảo trì</body></html>" };
  test.each<[string, Fault, string]>([
    ["the connection breaks before", { reset: "before" }, "UND_ERR_SOCKET"],
    ["the reply is lost", { reset: "after" }, "UND_ERR_SOCKET"],
    ["no reply comes in time", { hang: "before" }, "TimeoutError"],
    ["it is done, and no reply comes in time", { hang: "after" }, "TimeoutError"],
    ["an error page of 200", html, "http_200"],
    ["an error page of 502", { status: 502, body: "<h1>Bad gateway</h1>" }, "http_502"],
    ["half a reply", { status: 200, body: '{"error":0,"mess' }, "http_200"],
    ["a reply without an error number", { status: 200, body: '{"ok":true}' }, "http_200"],
    ["a reply that is a list", { status: 200, body: "[]" }, "http_200"],
    ["an empty reply", { status: 200, body: "" }, "http_200"],
  ])("%s: told as uncertain; then it arrives exactly once", async (what, fault, reason) => {
    const createdAt = now();
    await tokens.current();
    fake.fault = faults(CS, fault);
    const first = await send({ createdAt, outgoing: { choices } }, 300);
    expect(first).toEqual({ outcome: "retry", reason, uncertain: true });
    const second = await send({ createdAt, attempts: 1, uncertain: true, outgoing: { choices } });
    expect(second).toEqual({ outcome: "delivered" });
    expect(fake.delivered, what).toHaveLength(1);
  });

  test("is no question when the platform was never reached", async () => {
    await tokens.current();
    const url = fake.url;
    await fake.close();
    const api = createApi({ apiUrl: url, tokens, onRemaining: () => {} });
    delivery = createDelivery({ api, contacts, withButtons: true, now, elapsed: now });
    expect(await send()).toEqual({ outcome: "retry", reason: "ECONNREFUSED" });
    fake = await startFakeZalo();
  });

  test("finds the message among later ones, and isn't misled by an older one of the same words", async () => {
    await send({ outgoing: { text: "Không có." } });
    skipped += 5 * MINUTE_MS;
    const createdAt = now();
    expect(await send({ createdAt, uncertain: true, outgoing: { text: "Không có." } })).toEqual({
      outcome: "delivered",
    });
    expect(fake.delivered).toHaveLength(2);
    for (let i = 0; i < 25; i++) await send({ outgoing: { text: `tin ${i}` } });
    expect(await send({ createdAt, uncertain: true, outgoing: { text: "Không có." } })).toEqual({
      outcome: "delivered",
    });
    expect(fake.delivered).toHaveLength(27);
  });

  test("waits while the platform can't be asked", async () => {
    fake.fault = (call) => (call.path === CONVERSATION ? { status: 503 } : undefined);
    expect(await send({ uncertain: true })).toEqual({ outcome: "retry", reason: "not_looked_up" });
    expect(fake.delivered).toEqual([]);
  });

  test("is sent again, though not often, when the platform won't tell", async () => {
    fake.fault = (call) => (call.path === CONVERSATION ? { error: -224 } : undefined);
    expect(await send({ uncertain: true, attempts: 1 })).toEqual({ outcome: "delivered" });
    expect(await send({ uncertain: true, attempts: 3 })).toEqual({ outcome: "refused", reason: "uncertain" });
    const visitor = { address: { anonymous: "an-1", conversation: "c-1" } } as const;
    const again = { recipient: "anonymous:an-1", outgoing: visitor, uncertain: true };
    expect(await send({ ...again, attempts: 1 })).toEqual({ outcome: "delivered" });
    expect(await send({ ...again, attempts: 3 })).toEqual({ outcome: "refused", reason: "uncertain" });
  });
});

describe("nothing is sent", () => {
  test("more than 7 days after the person's last word", async () => {
    skipped += 7 * DAY_MS - MINUTE_MS;
    expect(await send()).toEqual({ outcome: "delivered" });
    skipped += 2 * MINUTE_MS;
    expect(await send()).toEqual({ outcome: "refused", reason: "window_closed" });
  });

  test("while an officer is answering, nor to somebody forgotten", async () => {
    await contacts.update(USER, { silentUntil: now() + MINUTE_MS });
    expect(await send()).toEqual({ outcome: "refused", reason: "human_answers" });
    await contacts.forget(USER);
    expect(await send()).toEqual({ outcome: "refused", reason: "forgotten" });
    expect(fake.calls).toEqual([]);
  });
});

test.each<[string, Fault]>([
  ["refused", { error: -14014 }],
  ["a timeout of the platform", { status: 504 }],
  ["an error page", { status: 200, body: "<html>" }],
  ["a broken connection", { reset: "before" }],
])(
  "without a token (%s) nothing is sent, the channel pauses, and it goes on when there is one",
  async (_why, fault) => {
    fake.fault = faults(OAUTH, fault);
    expect(await send()).toEqual({ outcome: "retry", reason: "zalo_token_refresh_failed", pauseMs: 10_000 });
    skipped += 2 * MINUTE_MS;
    expect(await send()).toEqual({ outcome: "delivered" });
  },
);
