/** Texts made to be slow, of the largest size that each door takes, to the real assistant: the event loop goes on. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveHttp } from "../../channels/mcp/http.ts";
import { createMcpServer } from "../../channels/mcp/mcp-server.ts";
import { stringeeSignature } from "../../channels/voice/dialects/stringee.ts";
import { twilioSignature } from "../../channels/voice/dialects/twilio.ts";
import { DEFAULT_LIMITS } from "../../ingest/limits.ts";
import { sniff } from "../../ingest/readers/sniff.ts";
import { createEvaluationAssistant, type TestAssistant } from "../support/assistant.ts";
import { messageWith, startTeamsApp } from "../support/teams/app.ts";
import { sign } from "../support/voice/jambonz.ts";
import { openRig, PUBLIC_URL, SECRET, WORKING_HOURS } from "../support/voice/rig.ts";
import { startWebServer } from "../support/web-server.ts";
import { startZaloApp } from "../support/zalo/app.ts";
import { textEvent } from "../support/zalo/events.ts";
import { startFakeZalo } from "../support/zalo/fake-zalo.ts";

/** Far above what any takes on a busy machine, far below what the square of such a size takes. */
const FREEZE_MS = 5000;
const QUESTION = 2000;
const CHAT_BODY = 30 * 1024;
/** In letters of up to three bytes, and with escapes. */
const WEBHOOK_BODY = 80 * 1024;

const PUMPS = [
  "https://aahttps://aa",
  "0",
  "0 ",
  "0.000.",
  "1-",
  " ",
  "\n",
  "[(",
  "[a](http:",
  "a.a.a.",
  "e\u0323\u0301",
  "không ",
  "một ",
  "cccd của tôi ",
  "sở ",
  "đăng ký khai sinh và ",
  "12/34/",
  "chứ không phải ",
  "*",
  "a@",
];
const filled = (pump: string, length: number) => `${pump.repeat(Math.floor((length - 2) / pump.length))}\n:`;

interface Door {
  /** Resolves when the text has been answered or refused, in the background as well. */
  say(text: string): Promise<unknown>;
  longest: number;
}

let bot: TestAssistant;
const closing: (() => unknown)[] = [];
beforeAll(async () => {
  bot = await createEvaluationAssistant({ now: WORKING_HOURS });
  closing.push(() => bot.close());
}, 240_000);
afterAll(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const JSON_TYPE = { "Content-Type": "application/json" };
const sent = async (url: string, headers: Record<string, string>, body: string) => {
  const response = await fetch(url, { method: "POST", headers, body });
  await response.arrayBuffer();
  expect(response.status).toBeLessThan(500);
};

async function web(): Promise<string> {
  const server = await startWebServer(bot, bot.store, { settings: { DIRECTLINE: true } });
  closing.push(() => server.close());
  return server.base;
}

async function gateway(dialect: string) {
  const rig = await openRig({ ...bot, settings: { VOICE_DIALECT: dialect } });
  closing.push(() => rig.close());
  const call = async (url: string, body: string, headers: Record<string, string>) =>
    expect((await rig.call({ url, body, headers })).status).toBeLessThan(500);
  return { rig, call };
}

const DOORS: Readonly<Record<string, () => Promise<Door>>> = {
  async chat() {
    const base = await web();
    return {
      longest: QUESTION,
      say: (text) =>
        sent(`${base}/api/chat`, JSON_TYPE, JSON.stringify({ text, agency: text.slice(0, 200) })),
    };
  },
  async "chat, too long"() {
    const base = await web();
    return {
      longest: CHAT_BODY,
      say: (text) => sent(`${base}/api/chat`, JSON_TYPE, JSON.stringify({ text })),
    };
  },
  async "pages and filters"() {
    const base = await web();
    const ask = async (path: string, text: string) => {
      const response = await fetch(`${base}${path}?${new URLSearchParams({ text, agency: text })}`);
      await response.arrayBuffer();
      expect(response.status).toBeLessThan(500);
    };
    return {
      longest: 1500,
      say: (text) => Promise.all([ask("/tasks", text), ask("/api/tasks", text)]),
    };
  },
  async "direct line"() {
    const base = `${await web()}/directline/v3/directline`;
    const opened = await fetch(`${base}/conversations`, { method: "POST" });
    const { conversationId, token } = (await opened.json()) as { conversationId: string; token: string };
    const headers = { ...JSON_TYPE, Authorization: `Bearer ${token}` };
    return {
      longest: QUESTION,
      say: (text) =>
        sent(
          `${base}/conversations/${conversationId}/activities`,
          headers,
          JSON.stringify({ type: "message", from: { id: "u" }, text }),
        ),
    };
  },
  async mcp() {
    const { url, close } = await serveHttp(() => createMcpServer({ knowledge: bot.knowledge }), 0);
    closing.push(close);
    const headers = { ...JSON_TYPE, Accept: "application/json, text/event-stream" };
    const call = (name: string, given: object) =>
      sent(
        url,
        headers,
        JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: given } }),
      );
    return {
      longest: CHAT_BODY,
      say: async (text) => {
        await call("list_tasks", { text, agency: text.slice(0, 2000) });
        await call("search_procedures", { query: text.slice(0, 400) });
        await call("search_plan", { query: text.slice(0, 400) });
      },
    };
  },
  async zalo() {
    const fake = await startFakeZalo();
    closing.push(() => fake.close());
    const app = await startZaloApp({ fake, ...bot });
    closing.push(() => app.close());
    const post = async (event: unknown) => {
      const response = await app.post(event);
      await response.arrayBuffer();
      expect(response.status).toBe(200);
    };
    return {
      longest: WEBHOOK_BODY,
      say: async (text) => {
        await post(textEvent(text.slice(0, QUESTION)));
        await post(textEvent(text));
        await post(textEvent(text, { event_name: "user_send_image" }));
        await app.settled();
      },
    };
  },
  async teams() {
    const app = await startTeamsApp({ ...bot });
    closing.push(() => app.close());
    const say = async (text: string) => {
      const activity = messageWith("http://127.0.0.1:9/", { text, deliveryMode: "expectReplies" });
      const response = await app.post(activity);
      await response.arrayBuffer();
      expect(response.status).toBeLessThan(500);
    };
    return { longest: WEBHOOK_BODY, say: (text) => say(text.slice(0, QUESTION)).then(() => say(text)) };
  },
  async jambonz() {
    const { rig, call } = await gateway("jambonz");
    let calls = 0;
    const post = (url: string, payload: object) => {
      const body = JSON.stringify({
        call_sid: `hostile-${calls}`,
        from: "+84901234567",
        to: "1900",
        ...payload,
      });
      return call(url, body, { ...JSON_TYPE, "Jambonz-Signature": sign(body, rig.now()) });
    };
    return {
      longest: WEBHOOK_BODY,
      say: async (text) => {
        calls++;
        await post("/webhooks/voice", { direction: "inbound" });
        const speech = { is_final: true, alternatives: [{ transcript: text, confidence: 0.9 }] };
        await post("/webhooks/voice/turn?turn=1", { reason: "speechDetected", speech });
      },
    };
  },
  async twilio() {
    const { call } = await gateway("twilio");
    let calls = 0;
    const post = (url: string, given: Record<string, string>) => {
      const fields = new URLSearchParams({ CallSid: `hostile-${calls}`, From: "+84901234567", ...given });
      return call(url, fields.toString(), {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Twilio-Signature": twilioSignature(SECRET, PUBLIC_URL + url, fields),
      });
    };
    return {
      longest: 60 * 1024,
      say: async (text) => {
        calls++;
        await post("/webhooks/voice", {});
        await post("/webhooks/voice/turn?turn=1", { SpeechResult: text, Confidence: "0.9" });
      },
    };
  },
  async stringee() {
    const { call } = await gateway("stringee");
    const post = (url: string, body: string) =>
      call(url, body, { ...JSON_TYPE, "X-STRINGEE-SIGNATURE": stringeeSignature(SECRET, body) });
    return {
      longest: WEBHOOK_BODY,
      say: async (text) => {
        await post("/webhooks/voice/status", JSON.stringify({ call_status: text, uuid: text }));
        await post("/webhooks/voice/turn?turn=1", JSON.stringify({ dtmf: text }));
      },
    };
  },
};

describe.each(Object.keys(DOORS))("%s", (name) => {
  test(`answers ${PUMPS.length} hostile texts, and the event loop goes on`, {
    timeout: 300_000,
  }, async () => {
    const door = await DOORS[name]!();
    const watch = monitorEventLoopDelay({ resolution: 10 });
    const worst = { ms: 0, pump: "" };
    for (const pump of PUMPS) {
      watch.reset();
      watch.enable();
      await door.say(filled(pump, door.longest));
      // A last look at the loop.
      await wait(20);
      watch.disable();
      const ms = Math.round(watch.max / 1e6);
      if (ms > worst.ms) Object.assign(worst, { ms, pump });
    }
    console.log(
      `${name}: the event loop stood still for ${worst.ms} ms at most, by ${JSON.stringify(worst.pump)}`,
    );
    expect(worst.ms).toBeLessThan(FREEZE_MS);
  });
});

test("a file of byte order marks is no page, and is told so at once", async () => {
  for (const pump of ["\ufeff", "\ufeff ", "<!--", "<?xml", "<!---->", "\n"])
    expect(await sniff("x", Buffer.from(pump.repeat(400)), DEFAULT_LIMITS)).toBe("text");
});
