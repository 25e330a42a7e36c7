import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { JambonzCall, sign, type Verb } from "../../support/voice/jambonz.ts";
import { openRig, PUBLIC_URL, type Rig, WORKING_HOURS } from "../../support/voice/rig.ts";
import { fakeAssistant, responseWith } from "../fakes.ts";
import { KNOWLEDGE } from "./knowledge.ts";

const START = { call_sid: "c", from: "+84901234567", to: "1900", direction: "inbound" };
const SPEECH = {
  ...START,
  reason: "speechDetected",
  speech: { is_final: true, alternatives: [{ transcript: "V.9 là gì", confidence: 0.9 }] },
};

let rig: Rig;
let assistant: ReturnType<typeof fakeAssistant>;
const open = async (settings: Record<string, string> = {}) => {
  assistant = fakeAssistant(() =>
    responseWith({ kind: "none", spoken: "Sở A chủ trì.", text: "Sở A chủ trì." }),
  );
  rig = await openRig({ assistant, knowledge: KNOWLEDGE, settings });
};
beforeEach(() => open());
afterEach(() => rig.close());

const post = (url: string, payload: unknown, headers?: Record<string, string>) => {
  const body = typeof payload === "string" ? payload : JSON.stringify(payload);
  return rig.call({ url, body, headers: headers ?? { "Jambonz-Signature": sign(body, rig.now()) } });
};

describe("the signature", () => {
  const body = JSON.stringify(START);
  const at = (seconds: number) => new Date(WORKING_HOURS.getTime() + seconds * 1000);
  test.each([
    ["none", {}, 401],
    ["of another secret", { "Jambonz-Signature": sign(body, WORKING_HOURS, "khác") }, 403],
    ["of another body", { "Jambonz-Signature": sign(`${body} `, WORKING_HOURS) }, 403],
    ["that is too old", { "Jambonz-Signature": sign(body, at(-301)) }, 403],
    ["from the future", { "Jambonz-Signature": sign(body, at(301)) }, 403],
    ["in no known form", { "Jambonz-Signature": "abc" }, 403],
    ["cut short", { "Jambonz-Signature": sign(body, WORKING_HOURS).slice(0, -1) }, 403],
    ["within the window", { "Jambonz-Signature": sign(body, at(-299)) }, 200],
    ["with blanks and capitals", { "jambonz-signature": sign(body, WORKING_HOURS).replace(",", ", ") }, 200],
  ])("%s → %#", async (_name, headers, status) => {
    expect((await post("/webhooks/voice", body, headers as Record<string, string>)).status).toBe(status);
  });

  test("is of the bytes, whatever the spelling of the JSON", async () => {
    const spaced = JSON.stringify(START, null, 2).replace("inbound", "\\u0069nbound");
    expect((await post("/webhooks/voice", spaced)).status).toBe(200);
  });

  test("may be missing in development, but not be wrong", async () => {
    await rig.close();
    await open({ NODE_ENV: "development" });
    expect((await post("/webhooks/voice", START, {})).status).toBe(200);
    expect((await post("/webhooks/voice", START, { "Jambonz-Signature": "t=1,v1=00" })).status).toBe(403);
  });
});

describe("payloads", () => {
  test.each([
    ["broken JSON", "{"],
    ["an array", []],
    ["null", "null"],
    ["no call", { from: "x" }],
    ["an empty call", { ...START, call_sid: "" }],
    ["a call that is a number", { ...START, call_sid: 5 }],
    ["alternatives that are none", { ...SPEECH, speech: { alternatives: "x" } }],
    ["digits that are a number", { ...START, reason: "dtmfDetected", digits: 5 }],
  ])("%s is refused with 400", async (_name, payload) => {
    expect((await post("/webhooks/voice/turn?turn=1", payload)).status).toBe(400);
  });

  test("a turn that is no number is refused with 400", async () => {
    expect((await post("/webhooks/voice/turn?turn=x", SPEECH)).status).toBe(400);
  });

  test.each([
    ["a partial result", { ...SPEECH, speech: { ...SPEECH.speech, is_final: false } }],
    ["an event of a later version", { ...START, reason: "telepathy" }],
    ["an event without a reason", START],
  ])("%s is answered 200 and changes nothing", async (_name, payload) => {
    await post("/webhooks/voice", START);
    const before = await rig.store.mailbox.contact("voice", "c");
    expect(await post("/webhooks/voice/turn?turn=1", payload)).toEqual({ status: 200 });
    expect(await rig.store.mailbox.contact("voice", "c")).toEqual(before);
    expect(assistant.asked).toEqual([]);
  });

  test.each(["trying", "ringing", "in-progress"])("the status %s is answered 200", async (call_status) => {
    expect((await post("/webhooks/voice/status", { ...START, call_status })).status).toBe(200);
  });

  test("the end of the officer's leg is not the end of the call", async () => {
    await post("/webhooks/voice", START);
    await post("/webhooks/voice/status", { ...START, direction: "outbound", call_status: "completed" });
    const answer = await post("/webhooks/voice/turn?turn=1", SPEECH);
    expect((answer.body as Verb[])[0]!.verb).toBe("gather");
  });
});

describe("what the gateway is told", () => {
  test("at first the language, the words to expect and the confidence to ask for", async () => {
    const call = new JambonzCall(rig);
    await call.start();
    expect(call.verbs[0]).toEqual({
      verb: "config",
      recognizer: {
        vendor: "default",
        language: "vi-VN",
        hints: expect.arrayContaining(["gặp cán bộ", "Sở A tỉnh", "Đăng ký khai sinh"]),
        minConfidence: 0.35,
      },
    });
  });

  test("the vendors and the voice of the settings", async () => {
    await rig.close();
    await open({ VOICE_TTS_VENDOR: "google", VOICE_TTS_VOICE: "vi-VN-Neural2-A", VOICE_STT_VENDOR: "azure" });
    const call = new JambonzCall(rig);
    await call.start();
    expect(call.verbs[0]).toMatchObject({
      synthesizer: { vendor: "google", language: "vi-VN", voice: "vi-VN-Neural2-A" },
      recognizer: { vendor: "azure" },
    });
  });

  test("hooks under the public address, with the number of the turn", async () => {
    const call = new JambonzCall(rig);
    await call.start();
    expect(call.verbs[1]).toMatchObject({ actionHook: `${PUBLIC_URL}/webhooks/voice/turn?turn=1` });
    await call.say("V.9 là gì");
    expect(call.verbs[0]).toMatchObject({ actionHook: `${PUBLIC_URL}/webhooks/voice/turn?turn=2` });
  });

  test.each([
    ["02543852000", { type: "phone", number: "02543852000" }],
    ["sip:truc@pbx.example.gov.vn", { type: "sip", sipUri: "sip:truc@pbx.example.gov.vn" }],
  ])("an officer at %s", async (officer, target) => {
    await rig.close();
    await open({ VOICE_OFFICER: officer });
    const call = new JambonzCall(rig);
    await call.start();
    await call.press("0");
    expect(call.verbs.at(-1)).toMatchObject({ verb: "dial", target: [target], timeout: 30 });
  });

  test("slower by longer pauses, where the synthesiser may not know SSML", async () => {
    assistant = fakeAssistant(() =>
      responseWith({ spoken: "Một hai ba bốn, năm sáu bảy tám; chín.", text: "" }),
    );
    await rig.close();
    rig = await openRig({ assistant, knowledge: KNOWLEDGE });
    const call = new JambonzCall(rig);
    await call.start();
    await call.say("hỏi gì đó đi");
    expect(await call.press("3")).toContain("Một hai ba bốn. năm sáu bảy tám; chín.");
  });
});
