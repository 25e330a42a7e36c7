/** Whoever can't prove who he is, is refused before what he sends is looked into. */
import { createHash } from "node:crypto";
import { request as httpRequest } from "node:http";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { serveHttp } from "../../channels/mcp/http.ts";
import { createMcpServer } from "../../channels/mcp/mcp-server.ts";
import { emptyRecords, type KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { createMemoryStore } from "../support/memory-store.ts";
import { startTeamsApp } from "../support/teams/app.ts";
import { startIssuer } from "../support/teams/issuer.ts";
import { openRig } from "../support/voice/rig.ts";
import { startWebServer } from "../support/web-server.ts";
import { startZaloApp } from "../support/zalo/app.ts";
import { startFakeZalo } from "../support/zalo/fake-zalo.ts";
import { fakeAssistant } from "./fakes.ts";

const KNOWLEDGE = { ...emptyRecords(), version: "0001-test" } as unknown as KnowledgeBase;
/** Stands in every body. */
const MARK = "chưa ai được đọc";
const LARGEST = 256 * 1024;
const filled = (begin: string, pump: string, end = "") =>
  begin + pump.repeat(Math.floor((LARGEST - 100 - Buffer.byteLength(begin + end)) / pump.length)) + end;

/** Each costs a parser or a pattern the more, the longer it is. */
const BOMBS: readonly (readonly [what: string, body: string])[] = [
  ["nested lists", filled(`{"timestamp":"1","a":"${MARK}","b":`, "[")],
  ["nested objects", filled(`{"c":"${MARK}","b":`, '{"a":')],
  ["many keys", filled(`{"timestamp":"1","b":"${MARK}",`, '"a":1,', '"z":1}')],
  ["many timestamps", filled(`{"a":"${MARK}",`, '"timestamp":"1",', '"timestamp":"2"}')],
  ["a string of escapes", filled(`{"timestamp":"1","a":"${MARK}`, "\\\\")],
  ["many fields", filled(`a=${MARK}&`, "a=1&")],
  ["fields of many names", `${Array.from({ length: 40_000 }, (_, i) => i.toString(36)).join("=&")}=${MARK}`],
  [
    "a caption of addresses",
    JSON.stringify({
      event_name: "user_send_image",
      sender: { id: "1" },
      message: { text: `${"https://aahttps://aa".repeat(3000)}\n: ${MARK}` },
      timestamp: "1",
    }),
  ],
];

interface Door {
  /** Status and what was asked of the assistant. */
  send(body: string, headers: Record<string, string>): Promise<number>;
  /** Headers that look right. */
  forged: (body: string) => Record<string, string>;
  asked(): number;
}

const JSON_TYPE = { "Content-Type": "application/json" };
const FORM_TYPE = { "Content-Type": "application/x-www-form-urlencoded" };
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** What was parsed as JSON, or taken apart as a form, in this process. */
let read: string[];
beforeEach(() => {
  read = [];
  const { parse } = JSON;
  const parsing = vi.spyOn(JSON, "parse").mockImplementation((text, reviver) => {
    read.push(String(text).slice(0, LARGEST));
    return parse(text, reviver);
  });
  closing.push(() => parsing.mockRestore());
});
const wasRead = () => read.some((text) => text.includes(MARK));

const statusOf = async (response: Response): Promise<number> => {
  await response.arrayBuffer();
  return response.status;
};

async function voice(dialect: string, path: string, forged: Door["forged"]): Promise<Door> {
  const assistant = fakeAssistant();
  const rig = await openRig({ assistant, knowledge: KNOWLEDGE, settings: { VOICE_DIALECT: dialect } });
  closing.push(() => rig.close());
  return {
    send: async (body, headers) => (await rig.call({ url: path, body, headers })).status,
    forged,
    asked: () => assistant.asked.length,
  };
}

const DOORS: Readonly<Record<string, () => Promise<Door>>> = {
  async zalo() {
    const assistant = fakeAssistant();
    const fake = await startFakeZalo();
    closing.push(() => fake.close());
    const app = await startZaloApp({ fake, assistant });
    closing.push(() => app.close());
    return {
      send: (body, headers) =>
        fetch(`${app.base}/webhooks/zalo`, { method: "POST", body, headers }).then(statusOf),
      forged: (body) => ({
        ...JSON_TYPE,
        "X-ZEvent-Signature": `mac=${createHash("sha256").update(body).digest("hex")}`,
      }),
      asked: () => assistant.asked.length,
    };
  },
  async teams() {
    const printed = vi.spyOn(console, "error").mockImplementation(() => {});
    closing.push(() => printed.mockRestore());
    const assistant = fakeAssistant();
    const issuer = await startIssuer();
    closing.push(() => issuer.close());
    const app = await startTeamsApp({ assistant, environment: issuer.environment });
    closing.push(() => app.close());
    return {
      send: (body, headers) => app.post(body, headers).then(statusOf),
      forged: () => ({
        ...JSON_TYPE,
        Authorization: `Bearer ${issuer.token({ serviceurl: "https://a.example/" }, "unknown")}`,
      }),
      asked: () => assistant.asked.length,
    };
  },
  jambonz: () =>
    voice("jambonz", "/webhooks/voice", () => ({
      ...JSON_TYPE,
      "Jambonz-Signature": `t=${Math.floor(Date.now() / 1000)},v1=${"0".repeat(64)}`,
    })),
  twilio: () =>
    voice("twilio", "/webhooks/voice", () => ({
      ...FORM_TYPE,
      "X-Twilio-Signature": Buffer.alloc(20).toString("base64"),
    })),
  stringee: () =>
    voice("stringee", "/webhooks/voice/status", () => ({
      ...JSON_TYPE,
      "X-STRINGEE-SIGNATURE": Buffer.alloc(20).toString("base64"),
    })),
  async "direct line"() {
    const assistant = fakeAssistant();
    const web = await startWebServer({ assistant, knowledge: KNOWLEDGE }, createMemoryStore(), {
      settings: { DIRECTLINE: true, DIRECTLINE_SECRET: "một bí mật đủ dài" },
    });
    closing.push(() => web.close());
    return {
      send: (body, headers) =>
        fetch(`${web.base}/directline/v3/directline/conversations/c/activities`, {
          method: "POST",
          body: body.slice(0, 30_000),
          headers,
        }).then(statusOf),
      forged: () => ({ ...JSON_TYPE, Authorization: "Bearer Yw.9999999999.c2lnbmF0dXJl" }),
      asked: () => assistant.asked.length,
    };
  },
  async "mcp, through a name of another's"() {
    const { url, close } = await serveHttp(() => createMcpServer({ knowledge: KNOWLEDGE }), 0);
    closing.push(close);
    return {
      send: (body, headers) =>
        new Promise((resolve, reject) => {
          const sent = httpRequest(
            url,
            { method: "POST", headers: { ...headers, host: "evil.example" } },
            (got) => {
              got.resume();
              resolve(got.statusCode!);
            },
          );
          sent.on("error", reject).end(body.slice(0, 60_000));
        }),
      forged: () => ({ ...JSON_TYPE, accept: "application/json, text/event-stream" }),
      asked: () => 0,
    };
  },
};

describe.each(Object.keys(DOORS))("%s", (name) => {
  test("refuses bombs without a signature, and with a forged one, without reading them", async () => {
    const door = await DOORS[name]!();
    for (const [what, body] of BOMBS) {
      for (const headers of [JSON_TYPE, FORM_TYPE, door.forged(body)]) {
        const status = await door.send(body, headers);
        expect([401, 403], `${what}: ${status}`).toContain(status);
      }
    }
    expect(wasRead()).toBe(false);
    expect(door.asked()).toBe(0);
    // What is read would be seen.
    JSON.parse(`"${MARK}"`);
    expect(wasRead()).toBe(true);
  });
});
