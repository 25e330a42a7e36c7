import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { ChannelModule } from "../../../channels/registry.ts";
import { createBotbuilderTransport } from "../../../channels/teams/botbuilder-transport.ts";
import { createTeamsChannel } from "../../../channels/teams/channel.ts";
import { TEAMS_NEEDS } from "../../../channels/teams/settings.ts";
import { APP_ID, messageWith, startTeamsApp, type TeamsApp } from "../../support/teams/app.ts";
import { type Connector, startConnector } from "../../support/teams/connector.ts";
import { type Issuer, startIssuer } from "../../support/teams/issuer.ts";
import { fakeAssistant } from "../fakes.ts";

let issuer: Issuer;
let connector: Connector;
let app: TeamsApp;
let printed: ReturnType<typeof vi.spyOn>;

/** The bot's own tokens come from a login of the test's; those that it is sent are really checked. */
const withOwnLogin: ChannelModule = {
  name: "teams",
  title: "Microsoft Teams",
  needs: TEAMS_NEEDS,
  async create(config, context) {
    const credentials = {
      signRequest: async ({ headers }: { headers: Headers }) =>
        headers.set("Authorization", "Bearer of-the-bot"),
    };
    const transport = createBotbuilderTransport(config, {
      keysTimeoutMs: 1000,
      credentials: {
        isValidAppId: async (id: string) => id === APP_ID,
        isAuthenticationDisabled: async () => false,
        createCredentials: async () => credentials,
      } as never,
    });
    return createTeamsChannel(context, transport);
  },
};

beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());

beforeEach(async () => {
  // botbuilder prints what it finds wrong with a token.
  printed = vi.spyOn(console, "error").mockImplementation(() => {});
  // The package keeps the keys of an address: each test has an issuer of its own.
  issuer = await startIssuer();
  app = await startTeamsApp({
    assistant: fakeAssistant(),
    environment: issuer.environment,
    modules: [withOwnLogin],
  });
});
afterEach(async () => {
  await app.close();
  await issuer.close();
  printed.mockRestore();
});

const send = (authorization: string | undefined, changes: Record<string, unknown> = {}) =>
  app.post(messageWith(connector.serviceUrl, changes), authorization ? { Authorization: authorization } : {});
const claims = (changes: Record<string, unknown> = {}) => ({ serviceurl: connector.serviceUrl, ...changes });

test("a token of the platform is taken, and the answer goes out with the bot's own", async () => {
  const before = connector.messages().length;
  const response = await send(`Bearer ${issuer.token(claims())}`);
  expect([response.status, await response.text()]).toEqual([200, ""]);
  const [answer] = (await connector.hasMessages(before + 1)).slice(before);
  expect(answer).toMatchObject({
    authorization: "Bearer of-the-bot",
    activity: { from: { id: `28:${APP_ID}` } },
  });
});

describe("refuses with 401 and puts nothing into the inbox", () => {
  const hourAgo = Math.floor(Date.now() / 1000) - 3600;
  test.each<[string, (issuer: Issuer) => string | undefined]>([
    ["no token", () => undefined],
    ["another scheme", (from) => `Basic ${from.token(claims())}`],
    ["a token that is none", () => "Bearer nonsense"],
    ["a token of broken parts", () => "Bearer e30.{.x"],
    ["another audience", (from) => `Bearer ${from.token(claims({ aud: "another-bot" }))}`],
    ["another issuer", (from) => `Bearer ${from.token(claims({ iss: "https://evil.example" }))}`],
    [
      "the emulator's issuer",
      (from) =>
        `Bearer ${from.token(claims({ iss: "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", ver: "1.0", appid: APP_ID }))}`,
    ],
    ["an expired token", (from) => `Bearer ${from.token(claims({ nbf: hourAgo - 60, exp: hourAgo }))}`],
    ["a token not valid yet", (from) => `Bearer ${from.token(claims({ nbf: hourAgo + 7200 }))}`],
    [
      "another service URL",
      (from) => `Bearer ${from.token(claims({ serviceurl: "https://evil.example/" }))}`,
    ],
    ["no service URL", (from) => `Bearer ${from.token({})}`],
    [
      "a key that is endorsed for another channel",
      (from) => `Bearer ${from.token(claims(), "otherChannel")}`,
    ],
    ["a signature by another key", (from) => `Bearer ${from.token(claims(), "unknown")}`],
    ["no signature", (from) => `Bearer ${from.token(claims()).replace(/[^.]*$/, "")}`],
  ])("%s", async (_name, authorization) => {
    const response = await send(authorization(issuer));
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: "teams_token_invalid", field: "Authorization" });
    expect(await app.store.mailbox.counts()).toEqual([]);
    expect(app.log()).toContain("teams_token_invalid");
    expect(app.log()).not.toMatch(/CALLBOT|Bearer|evil/);
  });
});

test.each([
  ["feedback", { type: "invoke", name: "message/submitAction" }],
  ["answers in the body", { deliveryMode: "expectReplies" }],
])("%s needs a token as well", async (_name, changes) => {
  expect((await send(undefined, changes)).status).toBe(401);
});

describe("while the keys of the platform can't be had", () => {
  async function expectUnreachable(token: string): Promise<void> {
    const response = await send(`Bearer ${token}`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ code: "teams_keys_unreachable" });
    expect(app.log()).toContain('"event":"webhook_refused","code":"teams_keys_unreachable"');
    expect(await app.store.mailbox.counts()).toEqual([]);
  }

  test("answers 503 with a line in the log, and 200 once they are there", async () => {
    const token = issuer.token(claims());
    issuer.failWith(500);
    await expectUnreachable(token);
    issuer.failWith(undefined);
    expect((await send(`Bearer ${token}`)).status).toBe(200);
  });

  test("answers 503 when nobody listens there, and when nobody answers", async () => {
    const token = issuer.token(claims());
    issuer.failWith("silence");
    await expectUnreachable(token);
    await issuer.close();
    await expectUnreachable(token);
  });
});
