/** What holds for a call whatever the gateway: restarts, repeats, faults, privacy. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Reply, TurnRequest } from "../../../bot/reply.ts";
import { openSqliteStore } from "../../../bot/state/sqlite-store.ts";
import type { StateStore } from "../../../bot/state/store.ts";
import { idFrom } from "../../../channels/message-id.ts";
import { callableNumber } from "../../../channels/voice/channel.ts";
import { RequestError } from "../../../knowledge/errors.ts";
import { JambonzCall } from "../../support/voice/jambonz.ts";
import { EVENING, openRig, type Rig } from "../../support/voice/rig.ts";
import { savingAssistant } from "../../support/zalo/saving-assistant.ts";
import { replyWith } from "../fakes.ts";
import { KNOWLEDGE } from "./knowledge.ts";

let store: StateStore;
let asked: TurnRequest[];
let answer: () => Partial<Reply>;
const rigs: Rig[] = [];

beforeEach(async () => {
  store = await openSqliteStore(":memory:");
  asked = [];
  answer = () => ({ kind: "none", spoken: "Có 2.104 hồ sơ.", text: "Có 2.104 hồ sơ.\n\nHết." });
});
afterEach(async () => {
  await Promise.all(rigs.splice(0).map((rig) => rig.close()));
  await store.close();
});

async function open(settings: Record<string, string> = {}): Promise<Rig> {
  const assistant = savingAssistant(store, (request) => {
    asked.push(request);
    return replyWith(answer());
  });
  const rig = await openRig({ assistant, knowledge: KNOWLEDGE, store, settings });
  rigs.push(rig);
  return rig;
}

test("a call goes on after a restart where it was", async () => {
  answer = () => ({ kind: "none", spoken: "Câu một. Câu hai. Câu ba. Câu bốn.", text: "" });
  const call = new JambonzCall(await open());
  await call.start();
  await call.say("hỏi gì đó đi");
  const { verbs } = call;
  await rigs.splice(0)[0]!.close();
  const after = new JambonzCall(await open());
  after.verbs = verbs;
  expect(await after.press("1")).toContain("Câu ba. Câu bốn.");
});

describe("a transfer", () => {
  const transfer = async () => {
    const call = new JambonzCall(await open());
    await call.start();
    await call.say("đăng ký khai sinh cần gì");
    return call;
  };

  test("is a case from the moment the officer is dialled until both have talked", async () => {
    const call = await transfer();
    expect(await call.say("gặp cán bộ")).toContain("xin giữ máy");
    expect(await store.cases()).toMatchObject([
      { reason: "asked", state: "open", channel: "voice", callback: null },
    ]);
    await call.dialled("completed");
    expect(await store.cases()).toMatchObject([{ state: "closed" }]);
  });

  test("that the caller leaves while it rings stays a case, with what was asked", async () => {
    const call = await transfer();
    await call.press("0");
    await call.status("completed");
    const [open] = await store.cases("open");
    expect((await store.turns(open!.conversationId)).map(({ question }) => question)).toEqual([
      "đăng ký khai sinh cần gì",
    ]);
  });

  test("goes on where the conversation was deleted meanwhile, and where nothing was asked before", async () => {
    const call = await transfer();
    expect(await store.deleteConversation(idFrom("voice", "call-1"))).toBe(true);
    expect(await call.press("0")).toContain("xin giữ máy");
    const other = new JambonzCall(rigs[0]!, { callSid: "other" });
    await other.start();
    expect(await other.press("0")).toContain("xin giữ máy");
  });
});

test("two deliveries of one webhook at the same time are one turn", async () => {
  const call = new JambonzCall(await open());
  await call.start();
  const first = call.say("đăng ký khai sinh cần gì");
  const second = call.retry();
  expect(await second).toBe(await first);
  expect(asked).toHaveLength(1);
});

test("the same key pressed twice is two turns", async () => {
  answer = () => ({ kind: "none", spoken: "Câu một. Câu hai. Câu ba. Câu bốn. Câu năm. Câu sáu.", text: "" });
  const call = new JambonzCall(await open());
  await call.start();
  await call.say("hỏi gì đó đi");
  expect(await call.press("1")).toContain("Câu ba.");
  expect(await call.press("1")).toContain("Câu năm.");
});

test("numbers are said as the settings have it", async () => {
  const call = new JambonzCall(await open({ VOICE_THOUSAND: "ngàn", VOICE_ZERO_TENS: "linh" }));
  answer = () => ({ kind: "none", spoken: "Có hai nghìn một trăm lẻ bốn hồ sơ.", text: "" });
  await call.start();
  expect(await call.say("có mấy hồ sơ")).toContain("hai ngàn một trăm linh bốn hồ sơ");
});

test("the greeting names the hotline of the settings, numbers in words", async () => {
  const call = new JambonzCall(await open({ VOICE_HOTLINE_NAME: "Tổng đài 1022" }));
  expect(await call.start()).toMatch(
    /^Đây là trợ lý tự động, trí tuệ nhân tạo, của Tổng đài một không hai hai\./,
  );
});

describe("when the core can't answer", () => {
  test("a call that comes before it is ready is asked to come again", async () => {
    const rig = await open();
    rig.setReady(false);
    const call = new JambonzCall(rig);
    expect(await call.start()).toContain("Hệ thống đang khởi động, xin anh chị gọi lại sau ít phút.");
    expect(call.isOver).toBe(true);
  });

  test("a call that is going on is asked to wait, then goes on", async () => {
    const rig = await open();
    const call = new JambonzCall(rig);
    await call.start();
    rig.setReady(false);
    expect(await call.say("đăng ký khai sinh")).toContain("Hệ thống đang khởi động lại.");
    rig.setReady(true);
    expect(await call.say("đăng ký khai sinh")).toContain("hồ sơ");
  });

  test("faults are apologised for, the third ends the call, and the log has no words of them", async () => {
    answer = () => {
      throw new TypeError("không đọc được 079123456789");
    };
    const rig = await open();
    const call = new JambonzCall(rig);
    await call.start();
    expect(await call.say("một câu hỏi")).toContain("Xin lỗi, tôi gặp lỗi");
    expect(await call.say("một câu hỏi")).toContain("Xin lỗi, tôi gặp lỗi");
    expect(await call.say("một câu hỏi")).toContain("Anh chị vui lòng gọi lại sau.");
    expect(call.isOver).toBe(true);
    expect(rig.log()).toContain('"event":"call_failed"');
    expect(rig.log()).not.toContain("079123456789");
  });

  test("a callback that can't be recorded is not promised", async () => {
    const rig = await open();
    rig.setNow(EVENING);
    const call = new JambonzCall(rig);
    await call.start();
    await call.press("0");
    answer = () => {
      throw new RequestError("not_ready", "chưa", { status: 503 });
    };
    expect(await call.press("1")).toContain("tôi chưa ghi được yêu cầu gọi lại");
    expect(await store.cases()).toEqual([]);
  });
});

describe("the caller's number", () => {
  test("is kept while the call lasts, and not in what the log says", async () => {
    const rig = await open();
    const call = new JambonzCall(rig, { from: "+84901234567" });
    await call.start();
    await call.say("đăng ký khai sinh cần gì");
    expect((await store.mailbox.contact("voice", "call-1"))!.state).toContain("901234567");
    await call.status("completed");
    expect((await store.mailbox.contact("voice", "call-1"))!.state).not.toContain("901234567");
    expect(rig.log()).not.toContain("901234567");
    expect(rig.log()).not.toContain("khai sinh");
  });

  test("is gone when the assistant has hung up", async () => {
    const call = new JambonzCall(await open());
    await call.start();
    await call.say("tạm biệt");
    expect((await store.mailbox.contact("voice", "call-1"))!.state).not.toContain("901234567");
  });

  test.each([
    ["+84901234567", "0901234567"],
    ["84901234567", "0901234567"],
    ["0901234567", "0901234567"],
    ["sip:0901234567@sbc.example", "0901234567"],
    ["tel:+84-254-385-2000", "02543852000"],
    ["+1 202 555 0123", "+12025550123"],
    ["anonymous", null],
    ["sip:anonymous@anonymous.invalid", null],
    ["Restricted", null],
    ["+266696687", null],
    ["", null],
    [null, null],
    ["100", null],
  ])("%s can be called back at %s", (from, number) => {
    expect(callableNumber(from)).toBe(number);
  });
});

test("calls that have nothing in common share no conversation", async () => {
  const rig = await open();
  for (const callSid of ["a", "b"]) {
    const call = new JambonzCall(rig, { callSid });
    await call.start();
    await call.say("đăng ký khai sinh cần gì");
  }
  const contacts = await Promise.all(["a", "b"].map((id) => store.mailbox.contact("voice", id)));
  const conversations = contacts.map((contact) => contact!.conversationId);
  expect(new Set(conversations).size).toBe(2);
  const turns = await Promise.all(conversations.map((id) => store.turns(id)));
  expect(turns.map((rows) => rows.length)).toEqual([1, 1]);
});
