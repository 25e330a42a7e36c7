import { parse } from "parse5";
import twilioSdk from "twilio";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { EVENING, openRig, PUBLIC_URL, type Rig, SECRET } from "../../support/voice/rig.ts";
import { fakeAssistant, responseWith } from "../fakes.ts";
import { KNOWLEDGE } from "./knowledge.ts";

const { getExpectedTwilioSignature, validateRequest } = twilioSdk;

type Fields = Record<string, string>;
const BASE: Fields = { CallSid: "CA1", From: "+84901234567", To: "+842543111222", CallStatus: "in-progress" };

let rig: Rig;
let assistant: ReturnType<typeof fakeAssistant>;
beforeEach(async () => {
  assistant = fakeAssistant(() =>
    responseWith({
      kind: "none",
      spoken: "Sở A & B chủ trì <ba> việc.",
      text: "Sở A & B chủ trì <ba> việc.\n\nHết.",
    }),
  );
  rig = await openRig({ assistant, knowledge: KNOWLEDGE, settings: { VOICE_DIALECT: "twilio" } });
});
afterEach(() => rig.close());

async function post(url: string, fields: Fields, signature?: string | null) {
  const signed =
    signature === undefined ? getExpectedTwilioSignature(SECRET, PUBLIC_URL + url, fields) : signature;
  return rig.call({
    url,
    body: new URLSearchParams(fields).toString(),
    headers: signed === null ? {} : { "X-Twilio-Signature": signed },
  });
}

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

/** TwiML has no void or raw elements, so an HTML parser's tree is its tree, in lower case. */
function elementsOf(xml: string): Element[] {
  expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?><Response>.*<\/Response>$/su);
  const inner = xml.replace(/^<\?xml[^>]*\?>/, "");
  const read = (node: { childNodes?: unknown[] }): Element[] =>
    (node.childNodes ?? []).flatMap((child) => {
      const element = child as {
        nodeName: string;
        attrs?: { name: string; value: string }[];
        childNodes?: { value?: string }[];
      };
      if (!element.attrs) return [];
      return [
        {
          name: element.nodeName,
          attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
          children: read(element),
          text: (element.childNodes ?? []).map(({ value }) => value ?? "").join(""),
        },
      ];
    });
  const find = (elements: Element[]): Element | undefined =>
    elements.find(({ name }) => name === "response") ??
    elements.map(({ children }) => find(children)).find((found) => found !== undefined);
  return find(read(parse(inner) as never))!.children;
}

const answered = async (url: string, fields: Fields) => {
  const answer = await post(url, { ...BASE, ...fields });
  expect(answer).toMatchObject({ status: 200, headers: { "Content-Type": "text/xml; charset=utf-8" } });
  return elementsOf(String(answer.body));
};
const start = () => answered("/webhooks/voice", {});

describe("the signature", () => {
  test("is the one that Twilio's own library expects", async () => {
    const url = "/webhooks/voice/turn?turn=1";
    const fields = { ...BASE, SpeechResult: "Đăng ký khai sinh & kết hôn = gì?", Confidence: "0.9" };
    const signature = getExpectedTwilioSignature(SECRET, PUBLIC_URL + url, fields);
    expect(validateRequest(SECRET, signature, PUBLIC_URL + url, fields)).toBe(true);
    expect((await post(url, fields, signature)).status).toBe(200);
  });

  test.each([
    ["none", null, 401],
    ["a wrong one", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=", 403],
    ["an empty one", "", 403],
    ["one of another address", getExpectedTwilioSignature(SECRET, "https://x/webhooks/voice", BASE), 403],
    ["one of another token", getExpectedTwilioSignature("x", `${PUBLIC_URL}/webhooks/voice`, BASE), 403],
  ])("%s is refused", async (_name, signature, status) => {
    expect((await post("/webhooks/voice", BASE, signature)).status).toBe(status);
  });

  test("counts a field that came twice as Twilio does", async () => {
    const twice = { ...BASE, Extra: ["b", "a", "b"] } as unknown as Fields;
    const signature = getExpectedTwilioSignature(SECRET, `${PUBLIC_URL}/webhooks/voice`, twice);
    const body = new URLSearchParams([
      ...Object.entries(BASE),
      ["Extra", "b"],
      ["Extra", "a"],
      ["Extra", "b"],
    ]);
    const answer = await rig.call({
      url: "/webhooks/voice",
      body: body.toString(),
      headers: { "X-Twilio-Signature": signature },
    });
    expect(answer.status).toBe(200);
  });
});

test("a call without an id is refused with 400", async () => {
  expect((await post("/webhooks/voice", { From: "+84901234567" })).status).toBe(400);
});

test("a call: greeting, question with marks of XML, more by key, slower, officer, end", async () => {
  const [gather] = await start();
  expect(gather).toMatchObject({
    name: "gather",
    attributes: {
      action: `${PUBLIC_URL}/webhooks/voice/turn?turn=1`,
      input: "dtmf speech",
      numdigits: "1",
      language: "vi-VN",
      actiononemptyresult: "true",
    },
  });
  expect(gather!.attributes.hints).toContain("Đăng ký khai sinh");
  expect(gather!.children[0]).toMatchObject({
    name: "say",
    attributes: { voice: "Google.vi-VN-Standard-A" },
  });
  expect(gather!.children[0]!.text).toMatch(/^Đây là trợ lý tự động/);

  const [reply] = await answered("/webhooks/voice/turn?turn=1", {
    SpeechResult: "Ai chủ trì?",
    Confidence: "0.91",
  });
  expect(reply!.children[0]!.text).toContain("Sở A & B chủ trì");
  expect(assistant.asked).toEqual([{ text: "Ai chủ trì?", channel: "voice" }]);

  const [slow] = await answered("/webhooks/voice/turn?turn=2", { Digits: "3" });
  expect(slow!.children[0]!.children[0]).toMatchObject({ name: "prosody", attributes: { rate: "80%" } });

  const [said, dial] = await answered("/webhooks/voice/turn?turn=3", { Digits: "0" });
  expect(said!.name).toBe("say");
  expect(dial).toMatchObject({
    name: "dial",
    attributes: { action: `${PUBLIC_URL}/webhooks/voice/dialled?turn=4`, timeout: "30" },
    children: [{ name: "number", text: "02543852000" }],
  });
  const last = await answered("/webhooks/voice/dialled?turn=4", { DialCallStatus: "completed" });
  expect(last.map(({ name }) => name)).toEqual(["say", "hangup"]);
  expect(await answered("/webhooks/voice/status", { CallStatus: "completed" })).toEqual([]);
});

test("silence, a bad line, a number by keys ended with #", async () => {
  await start();
  expect((await answered("/webhooks/voice/turn?turn=1", {}))[0]!.children[0]!.text).toContain(
    "chưa nghe thấy",
  );
  const unclear = await answered("/webhooks/voice/turn?turn=2", { SpeechResult: "ờ", Confidence: "0.1" });
  expect(unclear[0]!.children[0]!.text).toContain("chọn bằng phím");
  rig.setNow(EVENING);
  await answered("/webhooks/voice/turn?turn=3", { Digits: "0" });
  const [number] = await answered("/webhooks/voice/turn?turn=4", { Digits: "2" });
  expect(number!.attributes).toMatchObject({ input: "dtmf", finishonkey: "#" });
  const refused = await answered("/webhooks/voice/turn?turn=5", { Digits: "", FinishedOnKey: "#" });
  expect(refused[0]!.children[0]!.text).toContain("tôi không ghi yêu cầu gọi lại");
});

test("partial results are answered 200 and change nothing", async () => {
  await start();
  expect(await answered("/webhooks/voice/turn?turn=1", { UnstableSpeechResult: "đăng" })).toEqual([]);
  expect(assistant.asked).toEqual([]);
});

test("a repeated request gets the same answer", async () => {
  await start();
  const fields = { SpeechResult: "Ai chủ trì?", Confidence: "0.9" };
  const first = await answered("/webhooks/voice/turn?turn=1", fields);
  expect(await answered("/webhooks/voice/turn?turn=1", fields)).toEqual(first);
  expect(assistant.asked).toHaveLength(1);
});
