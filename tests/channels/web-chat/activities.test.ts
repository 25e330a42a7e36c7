import { describe, expect, test } from "vitest";
import { createActivities } from "../../../channels/web-chat/activities.ts";
import { createMemoryStore } from "../../support/memory-store.ts";
import { savingAssistant } from "../../support/zalo/saving-assistant.ts";
import { replyWith } from "../fakes.ts";

function setUp(limits: { maxBytes?: number; maxConversationBytes?: number } = {}) {
  const store = createMemoryStore();
  const assistant = savingAssistant(store, () => replyWith());
  const activities = createActivities(store, limits);
  let asked = 0;
  return {
    store,
    activities,
    async ask(conversationId: string, text = `câu ${++asked}`) {
      await activities.open(conversationId);
      const response = await assistant.answer(
        { text, channel: "web" },
        { messageId: `${conversationId}-${text}`, conversationId },
      );
      activities.add(text, { from: { id: "u" } }, response, 0);
    },
    async questions(conversationId: string) {
      const { activities: all } = await activities.read(conversationId);
      return all.filter(({ from }) => from.id !== "tro-ly-so").map(({ text }) => text);
    },
  };
}

describe("activities", () => {
  test("looking at conversations that nobody has had holds nothing", async () => {
    const { activities } = setUp();
    for (let i = 0; i < 1000; i++) await activities.read(`nobody-${i}`);
    expect(activities.bytes()).toBe(0);
  });

  test("what is held stays within its bytes; what was dropped is read from the store, at the same positions", async () => {
    const { activities, ask, questions } = setUp({ maxBytes: 20_000 });
    for (let i = 0; i < 40; i++) await ask(`c${i}`, "một");
    expect(activities.bytes()).toBeLessThanOrEqual(20_000);
    expect(activities.bytes()).toBeGreaterThan(10_000);
    await ask("c0", "hai");
    expect(await questions("c0")).toEqual(["một", "hai"]);
    expect((await activities.read("c0")).dropped).toBe(0);
    expect(activities.bytes()).toBeLessThanOrEqual(20_000);
  });

  test("a client that looks while its first question is in hand still knows its message by its own id", async () => {
    const { store, activities } = setUp();
    const assistant = savingAssistant(store, () => replyWith());
    await activities.open("c");
    expect((await activities.read("c")).activities).toEqual([]);
    const response = await assistant.answer(
      { text: "ai?", channel: "web" },
      { messageId: "m", conversationId: "c" },
    );
    activities.add("ai?", { from: { id: "u-1" }, clientActivityId: "mine" }, response, 0);
    expect((await activities.read("c")).activities[0]).toMatchObject({
      from: { id: "u-1" },
      channelData: { clientActivityID: "mine" },
    });
  });

  test("questions that fail leave no more than a small entry, which goes like the others", async () => {
    const { activities } = setUp({ maxBytes: 20_000 });
    for (let i = 0; i < 1000; i++) await activities.open(`failed-${i}`);
    expect(activities.bytes()).toBeLessThanOrEqual(20_000);
  });

  test("of a long conversation the newest are held, at the positions that they have in the store", async () => {
    const { activities, ask } = setUp({ maxConversationBytes: 10_000 });
    for (let i = 0; i < 60; i++) await ask("c");
    const held = await activities.read("c");
    expect(held.dropped + held.activities.length).toBe(120);
    expect(held.activities.at(-2)?.text).toBe("câu 60");
    expect(activities.bytes()).toBeLessThanOrEqual(10_000);
  });

  test("what the store has no more is neither shown nor held", async () => {
    const { store, activities, ask, questions } = setUp();
    await ask("c");
    await store.deleteConversation("c");
    expect(await questions("c")).toEqual([]);
    expect(activities.bytes()).toBe(0);
  });
});
