import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Assistant } from "../../../bot/assistant.ts";
import { openSqliteStore } from "../../../bot/state/sqlite-store.ts";
import type { StateStore } from "../../../bot/state/store.ts";
import { messageIdOf } from "../../../channels/teams/contacts.ts";
import { CUT, FILES } from "../../../channels/teams/words.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import { assistantOver, shippedKnowledge } from "../../support/assistant.ts";
import { APP_ID, messageWith, startTeamsApp, type TeamsApp } from "../../support/teams/app.ts";
import { type Connector, reset, startConnector, status } from "../../support/teams/connector.ts";

const BOT = { id: `28:${APP_ID}`, name: "Trợ lý số" };
const NOW = new Date("2026-11-25T09:00:00+07:00");

let knowledge: KnowledgeBase;
let connector: Connector;
let app: TeamsApp;
/** One assistant for all, over the store of the test: it takes long to make. */
let assistant: Assistant;
let current: StateStore;
beforeAll(async () => {
  knowledge = await shippedKnowledge();
  const store = new Proxy({} as StateStore, { get: (_target, name) => Reflect.get(current, name) });
  assistant = assistantOver(knowledge, store, { now: () => NOW });
});
function savingTo(store: StateStore): Assistant {
  current = store;
  return assistant;
}

beforeEach(async () => {
  connector = await startConnector();
  app = await startTeamsApp({ knowledge, assistant: savingTo });
});
afterEach(async () => {
  await app.close();
  await connector.close();
});

const message = (changes: Record<string, unknown> = {}) => messageWith(connector.serviceUrl, changes);
const expectingReplies = async (changes: Record<string, unknown>) => {
  const response = await app.post(message({ deliveryMode: "expectReplies", ...changes }));
  expect(response.status).toBe(200);
  const { activities } = (await response.json()) as { activities: { text: string; type: string }[] };
  return activities;
};

/** Until nothing waits in the boxes. */
async function settled({ store }: TeamsApp = app): Promise<void> {
  while ((await store.mailbox.counts()).some(({ state }) => state === "waiting")) await wait(10);
}
const failed = async () => (await app.store.mailbox.givenUp()).map(({ reason }) => reason);

describe("a message", () => {
  test("is acknowledged with nothing, then the dots and the answer come to its conversation", async () => {
    const asked = message();
    const response = await app.post(asked);
    expect([response.status, await response.text()]).toEqual([200, ""]);
    await connector.hasMessages(1);
    await settled();
    expect(connector.received.map(({ activity }) => activity.type)).toEqual(["typing", "message"]);
    const { conversation, replyToId, activity } = connector.messages()[0]!;
    expect({ conversation, replyToId }).toEqual({ conversation: "a:chat", replyToId: asked.id });
    expect(activity).toMatchObject({
      from: { id: BOT.id },
      recipient: { id: "29:person" },
      replyToId: asked.id,
      channelData: { feedbackLoop: { type: "default" } },
    });
    expect(activity.text).toContain("<b>Sở Thông tin và Truyền thông</b> chủ trì nhiệm vụ V.9");
  });

  test("label and citations arrive whole", async () => {
    await app.post(message());
    const [answer] = await connector.hasMessages(1);
    expect(answer!.activity.entities).toHaveLength(1);
    expect(answer!.activity.entities![0]).toMatchObject({
      type: "https://schema.org/Message",
      "@type": "Message",
      "@context": "https://schema.org",
      additionalType: ["AIGeneratedContent"],
      citation: [
        { "@type": "Claim", position: 1, appearance: { "@type": "DigitalDocument" } },
        { position: 2 },
      ],
    });
  });

  test("delivered again is answered once", async () => {
    const asked = message();
    const statuses = [];
    for (let i = 0; i < 5; i++) statuses.push((await app.post(asked)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200]);
    await settled();
    expect(connector.messages()).toHaveLength(1);
    expect((await app.post(asked)).status).toBe(200);
    await settled();
    expect(connector.messages()).toHaveLength(1);
    // The same id in another conversation is another message.
    await app.post({ ...asked, conversation: { id: "a:another" } });
    expect(await connector.hasMessages(2)).toHaveLength(2);
  });

  test("waits without personal data, and its asker is told not to send any", async () => {
    const accepted: string[] = [];
    const store = await openSqliteStore(":memory:");
    const mailbox: StateStore["mailbox"] = {
      ...store.mailbox,
      accept(event) {
        accepted.push(event.payload);
        return store.mailbox.accept(event);
      },
    };
    const watched = await startTeamsApp({
      knowledge,
      assistant: savingTo,
      store: { ...store, mailbox },
    });
    await watched.post(message({ text: "cccd 077/195/004/821 của tôi, khai sinh cần gì?" }));
    const [answer] = await connector.hasMessages(1);
    expect(accepted).toHaveLength(1);
    expect(accepted[0]).toContain("cccd [số giấy tờ tùy thân] của tôi, khai sinh cần gì?");
    expect(answer!.activity.text).toContain("vui lòng không gửi số giấy tờ");
    await watched.close();
    await store.close();
  });

  test("leaves nothing of a person in the log, and in the boxes nothing once it is answered", async () => {
    await app.post(message({ text: "Số căn cước 079123456789 của tôi, khai sinh cần gì?" }));
    await connector.hasMessages(1);
    await settled();
    expect(app.log()).not.toMatch(/079123456789|căn cước|Nguyễn|29:person|a:chat|s3cret/);
    const [turn] = await app.store.turns(
      (await app.store.mailbox.contact("teams", "a:chat"))!.conversationId,
    );
    expect(turn!.question).not.toContain("079123456789");
    expect((await app.store.mailbox.contact("teams", "a:chat"))!.state).not.toContain("Nguyễn");
  });

  test("follows up on the one before, also after the service moved", async () => {
    await app.post(message({ text: "tôi ở Sở Y tế" }));
    await connector.hasMessages(1);
    const moved = await startConnector();
    await app.post(messageWith(moved.serviceUrl, { text: "Cơ quan tôi chủ trì những nhiệm vụ nào?" }));
    const [answer] = await moved.hasMessages(1);
    expect(answer!.activity.text).toContain("<b>Sở Y tế</b> chủ trì <b>4</b> nhiệm vụ");
    await moved.close();
  });

  test("waits for the knowledge base, with the dots showing", async () => {
    let ready = false;
    const slow = await startTeamsApp({ knowledge, assistant: savingTo, ready: () => ready });
    expect((await slow.post(message())).status).toBe(200);
    while (connector.received.length === 0) await wait(5);
    expect(connector.messages()).toEqual([]);
    expect((await slow.post(message({ deliveryMode: "expectReplies" }))).status).toBe(503);
    ready = true;
    await connector.hasMessages(1);
    await slow.close();
  });

  test.each([
    ["too long", "x".repeat(2001), "Câu hỏi dài quá 2000 ký tự."],
    ["of 10,000 characters", "x".repeat(10_000), "Câu hỏi dài quá 2000 ký tự."],
  ])("%s is told so", async (_name, text, answer) => {
    await app.post(message({ text }));
    expect((await connector.hasMessages(1))[0]!.activity.text).toBe(answer);
  });

  test.each([
    ["an image", [{ contentType: "image/*", contentUrl: "https://x" }], "", [FILES]],
    [
      "a file",
      [{ contentType: "application/vnd.microsoft.teams.file.download.info", name: "a.pdf" }],
      undefined,
      [FILES],
    ],
    ["a file with a question", [{ contentType: "image/png" }], "V.10 là gì?", ["V.10", FILES]],
  ])("%s gets a polite answer", async (_name, attachments, text, answers) => {
    await app.post(message({ attachments, text }));
    const [answer] = await connector.hasMessages(1);
    for (const words of answers) expect(answer!.activity.text).toContain(words);
  });

  test("for a person gives the code of a case that is open", async () => {
    await app.post(message({ text: "cho tôi gặp cán bộ" }));
    const [answer] = await connector.hasMessages(1);
    const [open] = await app.store.cases("open");
    expect(open).toMatchObject({ channel: "teams", reason: "asked" });
    expect(answer!.activity.text).toContain(`<b>Mã tra cứu: ${open!.code}</b>`);
  });
});

describe("in a channel or a group", () => {
  const thread = { conversationType: "channel", isGroup: true, id: "19:team@thread.tacv2;messageid=1" };
  const mention = { type: "mention", mentioned: BOT, text: "<at>Trợ lý số</at>" };

  test("only a message that mentions the bot is answered, in its thread, without the mention", async () => {
    await app.post(message({ conversation: thread }));
    await app.post(
      message({
        conversation: thread,
        entities: [{ type: "mention", mentioned: { id: "29:other" }, text: "<at>Lan</at>" }],
        text: "<at>Lan</at> ơi",
      }),
    );
    await app.post(
      message({ conversation: thread, entities: [mention], text: "<at>Trợ lý số</at> V.10 là gì?&nbsp;" }),
    );
    const [answer] = await connector.hasMessages(1);
    await settled();
    expect(connector.messages()).toHaveLength(1);
    expect(answer!.conversation).toBe(thread.id);
    expect(answer!.activity.text).toContain("V.10");
  });

  test("each person has an agency of their own", async () => {
    const say = (person: string, text: string) =>
      app.post(
        message({
          conversation: thread,
          entities: [mention],
          text: `<at>Trợ lý số</at> ${text}`,
          from: { id: person },
        }),
      );
    await say("29:lan", "tôi ở Sở Y tế");
    await say("29:minh", "tôi ở Sở Nội vụ");
    await connector.hasMessages(2);
    await say("29:lan", "cơ quan tôi chủ trì việc gì?");
    expect((await connector.hasMessages(3))[2]!.activity.text).toContain("Sở Y tế");
    await say("29:minh", "cơ quan tôi chủ trì việc gì?");
    expect((await connector.hasMessages(4))[3]!.activity.text).toContain("Sở Nội vụ");
  });

  test("a button of a card is answered without a mention", async () => {
    await app.post(message({ conversation: thread, text: undefined, value: { question: "V.10 là gì?" } }));
    expect((await connector.hasMessages(1))[0]!.activity.text).toContain("V.10");
  });

  test("a mention without a question is told what can be asked", async () => {
    await app.post(message({ conversation: thread, entities: [mention], text: "<at>Trợ lý số</at>" }));
    expect((await connector.hasMessages(1))[0]!.activity.text).toContain("Xin chào");
  });
});

describe("an installation", () => {
  const added = (changes: object = {}) => ({
    type: "conversationUpdate",
    membersAdded: [{ id: "29:person" }, BOT],
    text: undefined,
    ...changes,
  });

  test("is welcomed once, though Teams tells of it twice", async () => {
    await app.post(message(added()));
    await app.post(message({ type: "installationUpdate", action: "add", text: undefined }));
    const [welcome] = await connector.hasMessages(1);
    await settled();
    expect(connector.messages()).toHaveLength(1);
    expect(welcome!.activity.text).toContain("Tôi là <b>trợ lý số</b> (AI)");
    expect(welcome!.activity.attachments).toHaveLength(1);
  });

  test("of somebody else is none of the bot's business", async () => {
    expect((await app.post(message(added({ membersAdded: [{ id: "29:new" }] })))).status).toBe(200);
    await settled();
    expect(connector.received).toEqual([]);
  });

  test("taken back forgets where to send", async () => {
    await app.post(message({ text: "chào" }));
    await connector.hasMessages(1);
    await settled();
    await app.post(message({ type: "installationUpdate", action: "remove" }));
    expect(await app.store.mailbox.contact("teams", "a:chat")).toBeUndefined();
  });
});

test.each([
  ["an edit", { type: "messageUpdate" }],
  ["a deletion", { type: "messageDelete" }],
  ["a reaction", { type: "messageReaction", reactionsAdded: [{ type: "like" }] }],
  ["typing", { type: "typing" }],
  ["an event", { type: "event", name: "application/vnd.microsoft.readReceipt" }],
  ["a message of nothing", { text: " ", attachments: [] }],
  ["something new", { type: "hologram" }],
])("%s is acknowledged and left alone", async (_name, changes) => {
  expect((await app.post(message(changes))).status).toBe(200);
  await settled();
  expect(connector.received).toEqual([]);
});

test.each<[string, unknown, string | null]>([
  ["broken JSON", "{", null],
  ["an array", "[]", null],
  ["another channel", { ...messageWith("http://x/"), channelId: "webchat" }, "channelId"],
  ["no conversation", { ...messageWith("http://x/"), conversation: undefined }, "conversation"],
  ["no sender", { ...messageWith("http://x/"), from: {} }, "from.id"],
  ["a service URL that is none", { ...messageWith("javascript:alert(1)") }, "serviceUrl"],
  ["a message without an id", { ...messageWith("http://x/"), id: undefined }, "id"],
])("%s is refused with 400", async (_name, body, field) => {
  const response = await app.post(body);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ field });
});

describe("with deliveryMode expectReplies", () => {
  test("the answer stands in the body, and nothing goes to the connector", async () => {
    const [answer, ...more] = await expectingReplies({ text: "Đăng ký khai sinh cần giấy tờ gì?" });
    expect(more).toEqual([]);
    expect(answer!.text).toContain("Tờ khai đăng ký khai sinh");
    expect(connector.received).toEqual([]);
    expect(await app.store.mailbox.counts()).toEqual([]);
  });

  test("the same message gets the same answer", async () => {
    const asked = message({ deliveryMode: "expectReplies" });
    const [one, two] = [await (await app.post(asked)).json(), await (await app.post(asked)).json()];
    expect(one).toEqual(two);
    const { conversationId } = (await app.store.mailbox.contact("teams", "a:chat"))!;
    expect((await app.store.turns(conversationId)).map((turn) => turn.messageId)).toEqual([
      messageIdOf("a:chat", asked.id),
    ]);
  });

  test("a button of a card asks its question", async () => {
    const [answer] = await expectingReplies({
      text: undefined,
      value: { paper1: "true", question: "V.10 là gì?" },
    });
    expect(answer!.text).toMatch(/^<i>Anh\/chị hỏi: V\.10 là gì\?<\/i><br\/>.*nhiệm vụ V\.10/);
  });

  test("a welcome and a file are answered there as well", async () => {
    const [welcome] = await expectingReplies({ type: "conversationUpdate", membersAdded: [BOT] });
    expect(welcome!.text).toContain("Xin chào");
    expect((await expectingReplies({ text: "", attachments: [{ contentType: "image/*" }] }))[0]!.text).toBe(
      FILES,
    );
  });
});

describe("feedback", () => {
  const press = (replyToId: string | undefined, reaction: string, feedback: unknown) =>
    app.post(
      message({
        type: "invoke",
        name: "message/submitAction",
        replyToId,
        value: { actionName: "feedback", actionValue: { reaction, feedback } },
      }),
    );

  test.each([
    ["JSON of Teams", '{"feedbackText":"Thiếu lệ phí, gọi 0912345678"}', "Thiếu lệ phí, gọi [số điện thoại]"],
    ["plain words", "Thiếu lệ phí, gọi 0912345678", "Thiếu lệ phí, gọi [số điện thoại]"],
    ["JSON that is something else", "5", "5"],
    ["nothing", undefined, ""],
  ])("as %s is kept with its answer, masked; the latest word counts", async (_name, feedback, comment) => {
    const asked = message();
    await app.post(asked);
    await connector.hasMessages(1);
    await settled();
    const id = `sent-${connector.received.length}`;
    await press(id, "like", undefined);
    const response = await press(id, "dislike", feedback);
    expect([response.status, await response.json()]).toEqual([200, {}]);
    expect(await app.store.feedback()).toMatchObject([
      { messageId: messageIdOf("a:chat", asked.id), useful: false, comment },
    ]);
    expect(app.log()).not.toContain("0912345678");
  });

  test("that names no message is for the newest answer", async () => {
    const [first, second] = [message(), message()];
    await app.post(first);
    await app.post(second);
    await connector.hasMessages(2);
    await settled();
    await press(undefined, "like", "rõ");
    expect(await app.store.feedback()).toMatchObject([
      { messageId: messageIdOf("a:chat", second.id), comment: "rõ" },
    ]);
  });

  test.each([
    ["on a message that isn't ours", "sent-9", "like"],
    ["of another kind", "sent-2", "love"],
  ])("%s is acknowledged and kept nowhere", async (_name, id, reaction) => {
    await app.post(message());
    await connector.hasMessages(1);
    await settled();
    expect((await press(id, reaction, "x")).status).toBe(200);
    expect(await app.store.feedback()).toEqual([]);
  });

  test("another invoke is answered with nothing", async () => {
    const response = await app.post(
      message({ type: "invoke", name: "composeExtension/query", value: { a: 1 } }),
    );
    expect([response.status, await response.json()]).toEqual([200, {}]);
  });
});

describe("when the connector", () => {
  const ask = async (...answers: Connector["next"]) => {
    connector.next.push(...answers);
    await app.post(message());
  };

  test.each([
    ["fails", status(502)],
    ["is overloaded", status(503)],
    ["hangs up", reset],
    ["asks for the same later", status(412)],
  ])("%s, the answer comes later, once", async (_name, answer) => {
    await ask(answer);
    await connector.hasMessages(1);
    await settled();
    expect(connector.messages()).toHaveLength(1);
    expect(await failed()).toEqual([]);
  });

  test.each([403, 404])(
    "says %i, the person is gone: given up at once, with the code alone in the log",
    async (code) => {
      await ask(status(code));
      await settled();
      expect(await failed()).toEqual([String(code)]);
      expect(connector.messages()).toEqual([]);
      expect(app.log()).toContain(`"reason":"${code}"`);
      expect(app.log()).not.toContain("as the test wants");
    },
  );

  test("says 413, a shorter message goes at once", async () => {
    connector.next.push(status(413), status(413));
    await app.post(message({ text: "Sở Y tế chủ trì những nhiệm vụ nào?" }));
    const [answer] = await connector.hasMessages(1);
    expect(answer!.activity.attachments).toBeUndefined();
    expect(answer!.activity.text).toContain(CUT);
    expect(answer!.activity.text).toContain("V.24");
  });

  test("says 400, a plainer message goes at once, and after the plainest it is given up", async () => {
    connector.next.push(status(400));
    await app.post(message({ text: "Sở Y tế chủ trì những nhiệm vụ nào?" }));
    const [answer] = await connector.hasMessages(1);
    expect(answer!.activity.text).toContain("[10]");
    expect(answer!.activity.text).not.toContain("[11]");
    connector.next.push(...Array.from({ length: 4 }, () => status(400)));
    await app.post(message({ text: "Sở Nội vụ chủ trì những nhiệm vụ nào?" }));
    await settled();
    expect(await failed()).toEqual(["400"]);
  });

  test("isn't there, the answer waits for it", async () => {
    const { serviceUrl } = connector;
    await connector.close();
    await app.post(messageWith(serviceUrl));
    while (!app.log().includes("outbox_failed")) await wait(10);
    expect(app.log()).toContain('"reason":"unreachable"');
    expect(await app.store.mailbox.counts()).toMatchObject([{ box: "outbox", state: "waiting" }]);
    connector = await startConnector();
  });
});

test("an answer that was not sent when the process ended goes out after a restart, once", async () => {
  const store = await openSqliteStore(":memory:");
  const open = (ready: boolean) =>
    startTeamsApp({ knowledge, assistant: savingTo, store, ready: () => ready });
  const before = await open(false);
  const asked = message();
  expect((await before.post(asked)).status).toBe(200);
  await before.close();
  expect(connector.messages()).toEqual([]);
  const after = await open(true);
  await connector.hasMessages(1);
  expect((await after.post(asked)).status).toBe(200);
  await settled(after);
  expect(connector.messages()).toHaveLength(1);
  await after.close();
  await store.close();
});
