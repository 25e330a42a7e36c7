/** What every store of conversations owes the assistant; run for each implementation. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ConversationStore, StoredTurn } from "../../bot/state/store.ts";
import { responseWith } from "../channels/fakes.ts";

export function turnWith(changes: Partial<StoredTurn> = {}): StoredTurn {
  const base = {
    messageId: "message-1",
    conversationId: "conversation-1",
    code: "ABC234",
    channel: "web",
    question: "Sở Y tế chủ trì những nhiệm vụ nào? 'Ngoặc' \"kép\" 😀",
    knowledgeVersion: "0001-aaaaaaaa",
    createdAt: 1_700_000_000_000,
    ...changes,
  };
  const { conversationId, messageId, code } = base;
  return { response: { ...responseWith(), conversationId, messageId, code }, ...base };
}

export function describeConversationStore(name: string, create: () => ConversationStore): void {
  describe(`${name} as a store of conversations`, () => {
    let store: ConversationStore;
    beforeEach(() => {
      store = create();
    });
    afterEach(() => store.close());

    test("gives back a turn whole, by its conversation and by its code", () => {
      const turn = turnWith();
      store.saveTurn(turn, '{"last":null}');
      expect(store.turns("conversation-1")).toEqual([turn]);
      expect(store.findTurnByCode("ABC234")).toEqual(turn);
      expect(store.find("conversation-1")).toEqual({
        id: "conversation-1",
        state: '{"last":null}',
        createdAt: turn.createdAt,
        updatedAt: turn.createdAt,
      });
    });

    test("a later turn brings a new state and keeps the day the conversation began", () => {
      store.saveTurn(turnWith({ createdAt: 1000 }), "một");
      store.saveTurn(turnWith({ messageId: "message-2", code: "DEF567", createdAt: 3000 }), "hai");
      expect(store.find("conversation-1")).toEqual({
        id: "conversation-1",
        state: "hai",
        createdAt: 1000,
        updatedAt: 3000,
      });
    });

    test("knows nothing of what it was never given", () => {
      store.saveTurn(turnWith(), "");
      expect(store.find("conversation-2")).toBeUndefined();
      expect(store.find("")).toBeUndefined();
      expect(store.turns("conversation-2")).toEqual([]);
      expect(store.findTurnByCode("ZZZ999")).toBeUndefined();
      expect(store.deleteConversation("conversation-2")).toBe(false);
    });

    test("turns come oldest first; of the same moment, in the order they were saved", () => {
      const moments = [5000, 2000, 2000, 4000, 2000];
      moments.forEach((createdAt, i) => {
        store.saveTurn(turnWith({ messageId: `message-${i}`, code: `CODE2${i}`, createdAt }), "");
      });
      const order = store.turns("conversation-1").map((turn) => turn.messageId);
      expect(order).toEqual(["message-1", "message-2", "message-4", "message-3", "message-0"]);
    });

    test("a code in use is refused by its own error, and neither turn nor state is saved", () => {
      store.saveTurn(turnWith(), "trước");
      const taken = expect.objectContaining({ code: "turn_code_taken", retryable: true });
      const again = turnWith({ messageId: "message-2", createdAt: 1_800_000_000_000 });
      expect(() => store.saveTurn(again, "sau")).toThrow(taken);
      expect(() => store.saveTurn({ ...again, conversationId: "conversation-2" }, "mới")).toThrow(taken);
      expect(store.find("conversation-1")).toMatchObject({ state: "trước", updatedAt: 1_700_000_000_000 });
      expect(store.find("conversation-2")).toBeUndefined();
      expect(store.turns("conversation-1")).toEqual([turnWith()]);

      const other = turnWith({ messageId: "message-2", code: "DEF567" });
      store.saveTurn(other, "sau");
      expect(store.turns("conversation-1")).toHaveLength(2);
    });

    test("a message that is there already is refused, and the state stays", () => {
      store.saveTurn(turnWith(), "trước");
      expect(() => store.saveTurn(turnWith({ code: "DEF567" }), "sau")).toThrow();
      expect(store.find("conversation-1")?.state).toBe("trước");
      expect(store.findTurnByCode("DEF567")).toBeUndefined();
    });

    test("a deleted conversation takes its turns along, no others, and frees their codes", () => {
      store.saveTurn(turnWith(), "một");
      const other = turnWith({ messageId: "message-2", conversationId: "conversation-2", code: "DEF567" });
      store.saveTurn(other, "hai");
      expect(store.deleteConversation("conversation-1")).toBe(true);
      expect(store.find("conversation-1")).toBeUndefined();
      expect(store.turns("conversation-1")).toEqual([]);
      expect(store.findTurnByCode("ABC234")).toBeUndefined();
      expect(store.turns("conversation-2")).toEqual([other]);
      expect(store.deleteConversation("conversation-1")).toBe(false);
      store.saveTurn(turnWith(), "lại từ đầu");
      expect(store.find("conversation-1")?.state).toBe("lại từ đầu");
    });

    test("a purge deletes what was not touched since the moment, and counts conversations", () => {
      const save = (conversation: number, turn: number, createdAt: number) =>
        store.saveTurn(
          turnWith({
            messageId: `message-${conversation}-${turn}`,
            conversationId: `conversation-${conversation}`,
            code: `CODE${conversation}${turn}`,
            createdAt,
          }),
          "",
        );
      save(1, 1, 1000);
      save(1, 2, 1500);
      save(2, 1, 1000);
      save(2, 2, 3000);
      save(3, 1, 2000);
      expect(store.purgeBefore(1000)).toBe(0);
      expect(store.purgeBefore(2000)).toBe(1);
      expect([1, 2, 3].map((number) => store.turns(`conversation-${number}`).length)).toEqual([0, 2, 1]);
      expect(store.findTurnByCode("CODE11")).toBeUndefined();
      expect(store.purgeBefore(Number.MAX_SAFE_INTEGER)).toBe(2);
      expect(store.find("conversation-2")).toBeUndefined();
    });

    test("what a caller does to a turn it was given doesn't reach the store", () => {
      store.saveTurn(turnWith(), "");
      const [turn] = store.turns("conversation-1");
      turn!.response.reply.text = "đã sửa";
      turn!.question = "đã sửa";
      expect(store.turns("conversation-1")).toEqual([turnWith()]);
    });
  });
}
