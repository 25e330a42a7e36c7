import { describe, expect, test } from "vitest";
import { readEvent, toEpochMs } from "../../../channels/zalo/events.ts";
import { RequestError } from "../../../knowledge/errors.ts";
import { followEvent, OA_ID, officerEvent, textEvent } from "../../support/zalo/events.ts";

const USER = "246845883529197922";
const read = (event: object) => readEvent(event, Buffer.from(JSON.stringify(event)), OA_ID);
const actOf = (event: object) => {
  const read_ = read(event);
  return read_.acts ? read_.work.act : read_.reason;
};

test("a text is read with its sender, and nothing else of it", () => {
  expect(read(textEvent("V.9 là gì?"))).toEqual({
    acts: true,
    name: "user_send_text",
    key: expect.stringMatching(/^[0-9a-f-]{36}$/),
    person: USER,
    work: { act: "text", text: "V.9 là gì?", address: { user: USER } },
  });
});

test("what waits to be answered holds no personal data", () => {
  const event = read(textEvent("cccd 077/195/004/821 của tôi hết hạn, gọi 0903 118 274"));
  expect(event).toMatchObject({
    work: { text: "cccd [số giấy tờ tùy thân] của tôi hết hạn, gọi [số điện thoại]" },
  });
});

test("a visitor is answered in the conversation that the event names", () => {
  const event = textEvent("chào", {
    event_name: "anonymous_send_text",
    sender: { id: "an-1" },
    message: { text: "chào", msg_id: "m", conversation_id: "c-1" },
  });
  expect(read(event)).toMatchObject({
    person: "anonymous:an-1",
    work: { address: { anonymous: "an-1", conversation: "c-1" } },
  });
});

describe("what is acted on", () => {
  const media = (name: string, text?: string) =>
    textEvent("", { event_name: name, message: { text, msg_id: "m", attachments: [{ type: "image" }] } });
  test.each([
    [textEvent("a"), "text"],
    [media("user_send_image"), "media"],
    [media("user_send_image", "đây là giấy gì?"), "text"],
    [media("user_send_link", "https://a.vn/x"), "media"],
    ...["gif", "audio", "video", "sticker", "location", "business_card", "file"].map(
      (kind) => [media(`user_send_${kind}`), "media"] as const,
    ),
    [followEvent(), "follow"],
    [followEvent({ event_name: "unfollow" }), "unfollow"],
    [
      { event_name: "user_click_chatnow", oa_id: OA_ID, user_id: USER, app_id: "1", timestamp: "1" },
      "chatNow",
    ],
    [textEvent("", { event_name: "user_withdraw" }), "withdrawn"],
    [officerEvent(), "humanAnswered"],
    [officerEvent({ event_name: "oa_send_image" }), "humanAnswered"],
    [officerEvent({ sender: { id: OA_ID } }), "unknown"],
    ...[
      "user_submit_info",
      "user_seen_message",
      "user_received_message",
      "user_reacted_message",
      "oa_reacted_message",
      "user_send_group_text",
      "user_call_oa",
      "add_user_to_tag",
      "xyz",
      "",
    ].map((name) => [textEvent("a", { event_name: name }), "unknown"] as const),
    [{}, "unknown"],
    [{ event_name: 5 }, "unknown"],
    [textEvent("a", { recipient: { id: "999" } }), "other_account"],
  ] as const)("%#: %j", (event, act) => {
    expect(actOf(event)).toBe(act);
  });
});

describe("the key", () => {
  const keyOf = (event: object) => {
    const read_ = read(event);
    return read_.acts && read_.key;
  };
  test("is the same for the same message, whatever else changes, and hides the ids", () => {
    const event = textEvent("a");
    expect(keyOf({ ...event, timestamp: "5" })).toBe(keyOf(event));
    expect(keyOf(event)).not.toContain(USER);
  });
  test("is another for another sender, event, message, or body without a message", () => {
    const event = textEvent("a");
    const others = [
      event,
      { ...event, sender: { id: "5" } },
      { ...event, event_name: "user_send_image" },
      textEvent("a"),
      followEvent({ timestamp: "1" }),
      followEvent({ timestamp: "2" }),
    ];
    expect(new Set(others.map(keyOf)).size).toBe(others.length);
  });
});

test.each([
  ["no sender", textEvent("a", { sender: {} })],
  ["an id that lost its digits as a number", textEvent("a", { sender: { id: 2 ** 60 } })],
  ["an id with a path", textEvent("a", { sender: { id: "../5" } })],
  ["a text that is an object", textEvent("a", { message: { text: {}, msg_id: "m" } })],
  ["a message that is a list", textEvent("a", { message: [] })],
  ["a visitor without a conversation", textEvent("a", { event_name: "anonymous_send_text" })],
  ["a follower of no name", followEvent({ follower: null })],
])("%s is refused", (_what, event) => {
  expect(() => read(event)).toThrow(RequestError);
});

test("timestamps are of milliseconds or seconds", () => {
  expect(toEpochMs("1790000000000")).toBe(1790000000000);
  expect(toEpochMs("1790000000")).toBe(1790000000000);
});
