import { afterEach, beforeEach, expect, test } from "vitest";
import { openSqliteStore } from "../../../bot/state/sqlite-store.ts";
import type { StateStore } from "../../../bot/state/store.ts";
import type { Delivery } from "../../../channels/channel.ts";
import { parseActivity } from "../../../channels/teams/activity.ts";
import { createBotbuilderTransport } from "../../../channels/teams/botbuilder-transport.ts";
import { type Contacts, createContacts } from "../../../channels/teams/contacts.ts";
import { deliver } from "../../../channels/teams/delivery.ts";
import { loadConfig } from "../../../config.ts";
import { messageWith, TRIAL } from "../../support/teams/app.ts";
import { type Connector, reset, startConnector, status } from "../../support/teams/connector.ts";

let connector: Connector;
let store: StateStore;
let contacts: Contacts;
beforeEach(async () => {
  connector = await startConnector();
  store = await openSqliteStore(":memory:");
  contacts = createContacts(store.mailbox, () => new Date(0));
  await contacts.remember(parseActivity(Buffer.from(JSON.stringify(messageWith(connector.serviceUrl)))));
});
afterEach(async () => {
  await store.close();
  await connector.close();
});

const NEVER = new AbortController().signal;
const send = (
  signal = NEVER,
  transport = createBotbuilderTransport(loadConfig(TRIAL)),
  recipient = "a:chat",
) =>
  deliver(
    {
      id: 1,
      channel: "teams",
      recipient,
      payload: JSON.stringify({ activity: { type: "message", text: "chào" }, messageId: "m-1" }),
      attempts: 0,
      uncertain: false,
      createdAt: 0,
    },
    signal,
    { transport, contacts },
  );

test.each<[string, Connector["next"][0], Delivery]>([
  ["403: the app was removed", status(403), { outcome: "refused", reason: "403" }],
  ["404: the conversation is gone", status(404), { outcome: "refused", reason: "404" }],
  ["400: nothing plainer is left", status(400), { outcome: "refused", reason: "400" }],
  ["413: nothing shorter is left", status(413), { outcome: "refused", reason: "413" }],
  ["401: the bot's token", status(401), { outcome: "retry", reason: "401" }],
  ["412: try again", status(412), { outcome: "retry", reason: "412" }],
  [
    "429 for seven seconds",
    status(429, { "Retry-After": "7" }),
    { outcome: "retry", reason: "429", pauseMs: 7000 },
  ],
  ["429 without a time", status(429), { outcome: "retry", reason: "429" }],
  ["429 with nonsense", status(429, { "Retry-After": "soon" }), { outcome: "retry", reason: "429" }],
  ["500: it may have arrived", status(500), { outcome: "retry", reason: "500", uncertain: true }],
  ["502: it may have arrived", status(502), { outcome: "retry", reason: "502", uncertain: true }],
  ["503: it did not arrive", status(503), { outcome: "retry", reason: "503" }],
  [
    "a redirect is not followed",
    status(307, { Location: "https://evil.example" }),
    { outcome: "retry", reason: "307" },
  ],
  ["a connection that breaks", reset, { outcome: "retry", reason: "unreachable", uncertain: true }],
])("%s", async (_name, answer, delivery) => {
  connector.next.push(answer);
  expect(await send()).toEqual(delivery);
  expect(connector.received).toEqual([]);
});

test("a connector that is silent until the time is up may have it", async () => {
  connector.next.push(() => {});
  expect(await send(AbortSignal.timeout(200))).toEqual({
    outcome: "retry",
    reason: "timeout",
    uncertain: true,
  });
});

test("nobody listens: it did not arrive", async () => {
  await connector.close();
  expect(await send()).toEqual({ outcome: "retry", reason: "unreachable" });
  connector = await startConnector();
});

test("no token from the login: a retry whose reason holds no secret", async () => {
  const settings = loadConfig({ ...TRIAL, TEAMS_ANONYMOUS: "false" });
  const credentials = {
    isValidAppId: async () => true,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      signRequest: () => Promise.reject(new Error("AADSTS7000215: s3cret-password")),
    }),
  };
  const transport = createBotbuilderTransport(settings, { credentials: credentials as never });
  expect(await send(NEVER, transport)).toEqual({ outcome: "retry", reason: "token_unavailable" });
});

test("somebody who is not known any more", async () => {
  expect(await send(NEVER, undefined, "a:gone")).toEqual({ outcome: "refused", reason: "recipient_unknown" });
});

test("what was sent is known by the platform's id", async () => {
  expect(await send()).toEqual({ outcome: "delivered" });
  expect(await contacts.messageOf("a:chat", "sent-1")).toBe("m-1");
  expect(await contacts.messageOf("a:chat", "sent-2")).toBeUndefined();
});
