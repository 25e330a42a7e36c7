import { afterAll, beforeAll, expect, test } from "vitest";
import { createRandom } from "../../knowledge/vietnamese/random.ts";
import { messageWith, startTeamsApp, type TeamsApp } from "../../support/teams/app.ts";
import { type Connector, startConnector } from "../../support/teams/connector.ts";
import { fakeAssistant } from "../fakes.ts";

const PAYLOADS = 2500;
/** Stands in every payload; must stand in no line of the log. */
const MARK = "Bí-mật-của-Lan";

let connector: Connector;
let app: TeamsApp;
const unhandled: unknown[] = [];
const onUnhandled = (error: unknown) => void unhandled.push(error);
beforeAll(async () => {
  process.on("unhandledRejection", onUnhandled);
  connector = await startConnector();
  app = await startTeamsApp({ assistant: fakeAssistant() });
});
afterAll(async () => {
  await app.close();
  await connector.close();
  process.off("unhandledRejection", onUnhandled);
});

const random = createRandom(20261125);
const { pick } = random;
/** True in so many of a hundred. */
const inPercent = (share: number) => random.below(100) < share;

const SEEDS = (): Record<string, unknown>[] => [
  messageWith(connector.serviceUrl, { text: MARK }),
  messageWith(connector.serviceUrl, { text: MARK, deliveryMode: "expectReplies" }),
  messageWith(connector.serviceUrl, { text: "", value: { question: MARK } }),
  messageWith(connector.serviceUrl, {
    conversation: { conversationType: "channel", isGroup: true, id: "19:x@thread.tacv2" },
    entities: [
      { type: "mention", mentioned: { id: "28:01234567-89ab-cdef-0123-456789abcdef" }, text: "<at>b</at>" },
    ],
    text: `<at>b</at> ${MARK}`,
  }),
  messageWith(connector.serviceUrl, {
    type: "conversationUpdate",
    membersAdded: [{ id: "29:person", name: MARK }],
  }),
  messageWith(connector.serviceUrl, { type: "installationUpdate", action: "add", topicName: MARK }),
  messageWith(connector.serviceUrl, {
    type: "invoke",
    name: "message/submitAction",
    replyToId: "sent-1",
    value: {
      actionName: "feedback",
      actionValue: { reaction: "like", feedback: `{"feedbackText":"${MARK}"}` },
    },
  }),
];

const nested = (depth: number): unknown => (depth === 0 ? MARK : [nested(depth - 1)]);
const STRANGE: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  "",
  MARK,
  `${MARK}\u0000\ud800`,
  "x".repeat(5000),
  "<at".repeat(3000),
  "</at><at>".repeat(1000),
  [],
  {},
  [null, [], {}, MARK],
  { id: MARK },
  { id: "" },
  { toString: "x", constructor: null, __proto__: null },
  nested(200),
  "message",
  "invoke",
  "expectReplies",
  "http://",
  "https://[::1",
];

/** Changes one to three places anywhere in the value. */
function mutated(seed: Record<string, unknown>): unknown {
  let value: unknown = structuredClone(seed);
  for (let i = 1 + random.below(3); i > 0; i--) value = changedOnce(value);
  return value;
}

function changedOnce(value: unknown): unknown {
  if (typeof value !== "object" || value === null || inPercent(10)) return pick(STRANGE);
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  const name = pick(Object.keys(copy)) ?? "added";
  if (inPercent(20)) delete copy[name];
  else if (inPercent(45)) copy[name] = pick(STRANGE);
  else copy[name] = changedOnce(copy[name]);
  return copy;
}

/** Bytes of a JSON text cut, doubled or replaced. */
function broken(text: string): string {
  const at = random.below(text.length);
  const to = at + random.below(20);
  return pick([
    text.slice(0, at),
    text.slice(0, at) + text.slice(to),
    text.slice(0, to) + text.slice(at),
    text.slice(0, at) + pick(["\u0000", "{", "]", '"', "\\", "\ufffd", "1e999"]) + text.slice(at),
  ]);
}

test(`${PAYLOADS} random and damaged payloads: never a 5xx, nothing unhandled, nothing of them in the log`, async () => {
  const statuses = new Map<number, number>();
  const wrong: string[] = [];
  for (let i = 0; i < PAYLOADS; i++) {
    const value = mutated(pick(SEEDS()));
    // The service URL stays our own: a changed one would be called.
    const isCalled = (value as { serviceUrl?: unknown } | null)?.serviceUrl;
    if (typeof isCalled === "string" && /^https?:/.test(isCalled))
      Object.assign(value as object, { serviceUrl: connector.serviceUrl });
    const json = JSON.stringify(value);
    const body = inPercent(20) ? broken(json) : json;
    const { status } = await app.post(body);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status !== 200 && status !== 400) wrong.push(`${status}: ${body.slice(0, 300)}`);
  }
  expect(wrong).toEqual([]);
  expect(statuses.get(200)).toBeGreaterThan(PAYLOADS / 4);
  expect(statuses.get(400)).toBeGreaterThan(PAYLOADS / 10);
  expect(unhandled).toEqual([]);
  expect(app.log()).not.toContain(MARK);
  expect(app.log()).not.toContain('"event":"failure"');
  expect(app.log()).not.toContain("inbox_failed");
}, 120_000);

test("afterwards it still answers", async () => {
  const before = connector.messages().length;
  await app.post(messageWith(connector.serviceUrl, { id: "after", conversation: { id: "a:after" } }));
  const conversations = (await connector.hasMessages(before + 1)).map(({ conversation }) => conversation);
  expect(conversations.length).toBeGreaterThan(before);
});

test("a body over 256 KB is refused with 413", async () => {
  expect((await app.post(messageWith(connector.serviceUrl, { text: "x".repeat(300_000) }))).status).toBe(413);
});
