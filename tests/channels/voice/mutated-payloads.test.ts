/** Whatever a gateway posts, signed and all, the server answers below 500, stays up, and logs nothing of it. */
import { pino } from "pino";
import twilioSdk from "twilio";
import { describe, expect, test, vi } from "vitest";
import { openSqliteStore } from "../../../bot/state/sqlite-store.ts";
import { createAnswering } from "../../../channels/answering.ts";
import { createMetrics } from "../../../channels/metrics.ts";
import { openChannels } from "../../../channels/open-channels.ts";
import { createRateLimit } from "../../../channels/rate-limit.ts";
import { createServer } from "../../../channels/server.ts";
import { stringeeSignature } from "../../../channels/voice/dialects/stringee.ts";
import { loadConfig } from "../../../config.ts";
import { pick, seeded } from "../../support/random.ts";
import { sign } from "../../support/voice/jambonz.ts";
import { PUBLIC_URL, SECRET } from "../../support/voice/rig.ts";
import { savingAssistant } from "../../support/zalo/saving-assistant.ts";
import { replyWith } from "../fakes.ts";
import { KNOWLEDGE } from "./knowledge.ts";

vi.setConfig({ testTimeout: 120_000 });

const COUNT = 2000;
/** Stands in numbers, words and ids; never in the log. */
const PRIVATE = "0917391739";

const STATUSES = ["completed", "busy", "no-answer", "trying", "in-progress", "ended", PRIVATE, ""];
const URLS = [
  "/webhooks/voice",
  "/webhooks/voice/turn",
  "/webhooks/voice/turn?turn=0",
  "/webhooks/voice/turn?turn=1",
  "/webhooks/voice/turn?turn=2",
  "/webhooks/voice/turn?turn=999999",
  "/webhooks/voice/turn?turn=-1",
  "/webhooks/voice/turn?turn=1&turn=2&call=%E0%A4%A",
  "/webhooks/voice/dialled?turn=1",
  "/webhooks/voice/dialled?turn=x",
  "/webhooks/voice/status",
];
const SPEECH = [
  "gặp cán bộ",
  "nhắc lại",
  "dạ",
  "không",
  "có",
  "hai",
  `số của tôi ${PRIVATE}`,
  "\u0000\ud800",
  "a".repeat(5000),
  "…",
  "thôi tạm biệt",
  "đăng ký khai sinh cần gì",
];

function generator(random: () => number) {
  const junk = (): unknown =>
    pick(
      [
        () => null,
        () => Math.floor(random() * 2 ** 40),
        () => -1.5,
        () => true,
        () => [],
        () => ({}),
        () => [[{ transcript: PRIVATE }]],
        () => "",
        () => PRIVATE,
        () => "😀".repeat(Math.floor(random() * 900)),
        () => JSON.parse('{"__proto__": {"x": 1}}'),
      ],
      random,
    )();
  const maybe = (value: () => unknown) => (random() < 0.04 ? junk() : value());
  const call = () => `call-${Math.floor(random() * 40)}`;
  const mutate = (text: string): string => {
    if (random() > 0.12 || text === "") return text;
    const at = Math.floor(random() * text.length);
    return random() < 0.5
      ? text.slice(0, at)
      : text.slice(0, at) + pick(["{", '"', "\\", "%", "&", "\u0000", "ư"], random) + text.slice(at + 1);
  };
  return { maybe, call, mutate };
}

type Sent = { method: "GET" | "POST"; url: string; body?: string; headers: Record<string, string> };
type Make = (random: () => number) => Sent;

const jambonz: Make = (random) => {
  const { maybe, call, mutate } = generator(random);
  const payload: Record<string, unknown> = {
    call_sid: maybe(call),
    from: maybe(() => pick([`+84${PRIVATE.slice(1)}`, "anonymous", "sip:a@b", ""], random)),
    to: maybe(() => "1900"),
    direction: maybe(() => pick(["inbound", "outbound"], random)),
    call_status: maybe(() => pick(STATUSES, random)),
    reason: maybe(() =>
      pick(["speechDetected", "dtmfDetected", "timeout", "error", "stt-low-confidence", "x"], random),
    ),
    digits: maybe(() => pick(["1", "2", "3", "0", "*", "#", "9", "12345", PRIVATE], random)),
    dial_call_status: maybe(() => pick(STATUSES, random)),
    speech: maybe(() => ({
      is_final: maybe(() => true),
      alternatives: maybe(() => [
        { transcript: maybe(() => pick(SPEECH, random)), confidence: maybe(random) },
      ]),
    })),
  };
  for (const name of Object.keys(payload)) if (random() < 0.04) delete payload[name];
  const body = mutate(JSON.stringify(payload));
  return {
    method: "POST",
    url: pick(URLS, random),
    body,
    headers: { "Content-Type": "application/json", "Jambonz-Signature": sign(body, new Date()) },
  };
};

const twilio: Make = (random) => {
  const { maybe, call, mutate } = generator(random);
  const fields: Record<string, string> = {};
  const set = (name: string, value: () => unknown) => {
    if (random() < 0.8) fields[name] = String(maybe(value));
  };
  set("CallSid", call);
  set("From", () => `+84${PRIVATE.slice(1)}`);
  set("CallStatus", () => pick(STATUSES, random));
  set("DialCallStatus", () => pick(STATUSES, random));
  if (random() < 0.5) set("SpeechResult", () => pick(SPEECH, random));
  else set("Digits", () => pick(["1", "2", "3", "0", "*", "9", "", PRIVATE], random));
  set("Confidence", random);
  if (random() < 0.1) set("UnstableSpeechResult", () => "đăng");
  const body = mutate(new URLSearchParams(fields).toString());
  const url = pick(URLS, random);
  const sent = Object.fromEntries(new URLSearchParams(body));
  return {
    method: "POST",
    url,
    body,
    headers: {
      "Content-Type": "application/x-www-form-urlencoded",
      "X-Twilio-Signature": twilioSdk.getExpectedTwilioSignature(SECRET, PUBLIC_URL + url, sent),
    },
  };
};

/** Addresses that answers gave, so that sealed ones are among those called. */
const sealed: string[] = [];
const stringee: Make = (random): Sent => {
  const { maybe, call, mutate } = generator(random);
  if (random() < 0.4) {
    const query = new URLSearchParams({
      from: String(maybe(() => PRIVATE)),
      to: "1900",
      uuid: String(maybe(call)),
    });
    const url = mutate(`/webhooks/voice?${query}`).replace(/[^!-~]|["\\{]/g, "");
    return { method: "GET", url, headers: { "X-STRINGEE-SIGNATURE": stringeeSignature(SECRET, url) } };
  }
  const body = mutate(
    JSON.stringify({
      dtmf: maybe(() => pick(["1", "2", "3", "0", "*", "9", "", PRIVATE], random)),
      call_id: maybe(call),
      uuid: maybe(call),
      timeout: maybe(() => false),
      call_status: maybe(() => pick(STATUSES, random)),
    }),
  );
  const url = sealed.length > 0 && random() < 0.7 ? pick(sealed.slice(-60), random) : pick(URLS, random);
  return {
    method: "POST",
    url,
    body,
    headers: { "Content-Type": "application/json", "X-STRINGEE-SIGNATURE": stringeeSignature(SECRET, body) },
  };
};

describe.each([
  ["jambonz", jambonz],
  ["twilio", twilio],
  ["stringee", stringee],
] as const)("%s", (dialect, make) => {
  test(`${COUNT} random and mutated payloads: no 5xx, no crash, nothing of them in the log`, async () => {
    const random = seeded(COUNT);
    const lines: string[] = [];
    const logger = pino({ level: "debug" }, { write: (line: string) => void lines.push(line) });
    const metrics = createMetrics();
    const store = await openSqliteStore(":memory:");
    const assistant = savingAssistant(store, ({ text }) =>
      replyWith({
        status: pick(["answered", "clarification", "unanswerable_out_of_scope", "handoff"], random),
        text: `Trả lời ${text.length}\n\n- Một\n- Hai`,
        suggestions: ["Một", "Hai"],
      }),
    );
    const answering = createAnswering({ core: () => ({ assistant, knowledge: KNOWLEDGE }), logger, metrics });
    const config = loadConfig({
      VOICE_DIALECT: dialect,
      VOICE_SECRET: SECRET,
      VOICE_PUBLIC_URL: PUBLIC_URL,
      VOICE_OFFICER: "02543852000",
      VOICE_OFFICER_HOURS: "T2-CN 00:00-24:00",
    });
    const channels = await openChannels(config, { answering, store, logger, metrics });
    const { webhooks } = channels;
    const server = createServer({
      answering,
      webhooks,
      logger,
      metrics,
      rateLimit: createRateLimit(0),
      trustProxy: false,
    });
    const port = await server.listen(0, "127.0.0.1");
    const rejections: unknown[] = [];
    const onRejection = (error: unknown) => void rejections.push(error);
    process.on("unhandledRejection", onRejection);
    const statuses = new Map<number, number>();
    try {
      for (let round = 0; round < COUNT; round++) {
        const { method, url, body, headers } = make(random);
        const response = await fetch(`http://127.0.0.1:${port}${url}`, {
          method,
          headers,
          ...(body === undefined ? {} : { body }),
        });
        const answer = await response.text();
        for (const [hook] of answer.matchAll(/https:\/\/troly[^"]+/g))
          sealed.push(hook.slice(PUBLIC_URL.length));
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      }
      expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    } finally {
      process.off("unhandledRejection", onRejection);
      await channels.close();
      await server.close();
      await store.close();
    }
    expect([...statuses.keys()].filter((status) => ![200, 400, 401, 403, 404, 405].includes(status))).toEqual(
      [],
    );
    // Most get through the door, or nothing behind it was tried.
    expect(statuses.get(200)).toBeGreaterThan(COUNT / 4);
    expect(rejections).toEqual([]);
    const log = lines.join("");
    expect(log).not.toContain('"event":"failure"');
    expect(log).not.toContain('"event":"call_failed"');
    expect(log).not.toContain(PRIVATE.slice(1));
  });
});
