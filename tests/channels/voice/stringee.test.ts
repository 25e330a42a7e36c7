import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { TurnRequest } from "../../../bot/reply.ts";
import { openSqliteStore } from "../../../bot/state/sqlite-store.ts";
import type { StateStore } from "../../../bot/state/store.ts";
import { stringeeSignature } from "../../../channels/voice/dialects/stringee.ts";
import { openRig, PUBLIC_URL, type Rig, SECRET } from "../../support/voice/rig.ts";
import { savingAssistant } from "../../support/zalo/saving-assistant.ts";
import { replyWith } from "../fakes.ts";
import { KNOWLEDGE } from "./knowledge.ts";

interface Action {
  action: string;
  [property: string]: unknown;
}

const ANSWER = "/webhooks/voice?from=0901234567&to=02473082686&uuid=2297a8fa&fromInternal=false";

let rig: Rig;
let store: StateStore;
let asked: TurnRequest[];
beforeEach(async () => {
  store = await openSqliteStore(":memory:");
  asked = [];
  const assistant = savingAssistant(store, (request) => {
    asked.push(request);
    return replyWith({ kind: "none", spoken: "Cần ba giấy tờ.", text: "Cần ba giấy tờ." });
  });
  rig = await openRig({ assistant, store, knowledge: KNOWLEDGE, settings: { VOICE_DIALECT: "stringee" } });
});
afterEach(async () => {
  await rig.close();
  await store.close();
});

async function get(url: string, signature = stringeeSignature(SECRET, url)) {
  return rig.call({ method: "GET", url, headers: { "X-STRINGEE-SIGNATURE": signature } });
}
async function post(url: string, payload: object, secret = SECRET) {
  const body = JSON.stringify(payload);
  return rig.call({ url, body, headers: { "X-STRINGEE-SIGNATURE": stringeeSignature(secret, body) } });
}
const eventUrl = (actions: Action[], key = "eventUrl") =>
  String(actions.find((action) => action[key])![key]).slice(PUBLIC_URL.length);
const pressed = (dtmf: string) => ({
  time: "1530870073736",
  dtmf,
  call_id: "call-vn-1-Y8JUX5TVSZ-1530721745779",
  customField: "",
  timeout: dtmf === "",
});

describe("the signature", () => {
  /** printf '%s' TEXT | openssl dgst -sha1 -hmac KEY -binary | base64 */
  test.each([
    ["key", "The quick brown fox jumps over the lazy dog", "3nybhbi3iqa8ino29wqQcBydtNk="],
    ["", "", "+9sdGxiqbAgyS31ktx+3Y3BpDh0="],
  ])("of %s over %s", (secret, text, expected) => {
    expect(stringeeSignature(secret, text)).toBe(expected);
  });

  test("of an address or a body that isn't right is refused", async () => {
    expect((await rig.call({ method: "GET", url: ANSWER })).status).toBe(401);
    expect((await get(ANSWER, stringeeSignature("khác", ANSWER))).status).toBe(403);
    expect((await get(`${ANSWER}&x=1`, stringeeSignature(SECRET, ANSWER))).status).toBe(403);
    const actions = (await get(ANSWER)).body as Action[];
    expect((await post(eventUrl(actions), pressed("1"), "khác")).status).toBe(403);
  });

  test("of a body doesn't open the address of another call or turn", async () => {
    const actions = (await get(ANSWER)).body as Action[];
    const url = eventUrl(actions);
    expect((await post(url.replace("2297a8fa", "other"), pressed("1"))).status).toBe(403);
    expect((await post(url.replace("turn=1", "turn=2"), pressed("1"))).status).toBe(403);
    expect((await post("/webhooks/voice/turn?turn=1", pressed("1"))).status).toBe(400);
  });
});

test("a call is led by keys from the greeting to the officer", async () => {
  const greeting = (await get(ANSWER)).body as Action[];
  expect(greeting.map(({ action }) => action)).toEqual(["talk", "input"]);
  expect(greeting[0]).toMatchObject({ speed: 0, bargeIn: true });
  expect(greeting[0]!.text).toMatch(/^Đây là trợ lý tự động.*Bấm một: Thủ tục đăng ký khai sinh\./);

  const answer = (await post(eventUrl(greeting), pressed("1"))).body as Action[];
  expect(asked).toEqual([{ text: "Thủ tục đăng ký khai sinh", channel: "voice" }]);
  expect(answer[0]!.text).toMatch(/^Cần ba giấy tờ\./);

  const slow = (await post(eventUrl(answer), pressed("3"))).body as Action[];
  expect(slow[0]).toMatchObject({ speed: -1 });
  expect((await post(eventUrl(answer), pressed("3"))).body).toEqual(slow);

  const dial = (await post(eventUrl(slow), pressed("0"))).body as Action[];
  expect(dial.at(-1)).toMatchObject({
    action: "connect",
    from: { type: "external", number: "02473082686" },
    to: { type: "external", number: "02543852000" },
  });
  const callback = (await post(eventUrl(dial, "onFailEventUrl"), {})).body as Action[];
  expect(callback[0]!.text).toContain("ba số cuối là năm sáu bảy");
  const recorded = (await post(eventUrl(callback), pressed("1"))).body as Action[];
  expect(recorded[0]!.text).toContain("Tôi đã ghi yêu cầu gọi lại");

  // Whoever can't be heard isn't asked to speak.
  const again = (await post(eventUrl(recorded), pressed("2"))).body as Action[];
  const silence = (await post(eventUrl(again), pressed(""))).body as Action[];
  for (const [talk] of [greeting, answer, slow, callback, recorded, again, silence])
    expect(talk!.text).not.toMatch(/nói|hỏi câu khác|hỏi tiếp|còn hỏi/);
  expect(answer[0]!.text).toContain("chọn việc khác, bấm chín");
});

test("the end of the call is taken, other statuses are answered 200", async () => {
  await get(ANSWER);
  expect(await post("/webhooks/voice/status", { call_status: "answered", uuid: "2297a8fa" })).toEqual({
    status: 200,
  });
  expect(await post("/webhooks/voice/status", { call_status: "ended", uuid: "2297a8fa" })).toEqual({
    status: 200,
  });
  expect((await rig.store.mailbox.contact("voice", "2297a8fa"))!.state).not.toContain("0901234567");
});

test("a call without an id, or an event that can't be read, is refused with 400", async () => {
  const url = "/webhooks/voice?from=1&to=2";
  expect((await get(url)).status).toBe(400);
  const actions = (await get(ANSWER)).body as Action[];
  expect((await post(eventUrl(actions), { dtmf: {} })).status).toBe(400);
});
