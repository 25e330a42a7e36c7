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

    test("keeps which model had a hand in a turn", () => {
      const turn = turnWith({ model: { name: "ollama m", version: "m:1", purposes: ["choose", "phrase"] } });
      store.saveTurn(turn, "");
      expect(store.findTurn(turn.messageId)).toEqual(turn);
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

    test("finds a turn by its message", () => {
      store.saveTurn(turnWith(), "");
      expect(store.findTurn("message-1")).toEqual(turnWith());
      expect(store.findTurn("message-2")).toBeUndefined();
    });

    const CASE = { code: "ABC234", conversationId: "conversation-1", channel: "web", createdAt: 1000 };
    const saveConversation = (id: string, code: string, createdAt: number, reason?: "asked" | "failures") =>
      store.saveTurn(
        turnWith({ messageId: `message-${code}`, conversationId: id, code, createdAt }),
        "",
        reason && { reason },
      );

    test("a turn opens a case; a conversation has one open case at most", () => {
      saveConversation("conversation-1", "ABC234", 1000, "failures");
      saveConversation("conversation-1", "DEF567", 2000, "asked");
      saveConversation("conversation-2", "GHJ234", 3000, "asked");
      expect(store.cases("open")).toEqual([
        {
          ...CASE,
          code: "GHJ234",
          conversationId: "conversation-2",
          createdAt: 3000,
          reason: "asked",
          state: "open",
          callback: null,
        },
        { ...CASE, reason: "failures", state: "open", callback: null },
      ]);
      expect(store.closeCase("ABC234")).toBe(true);
      expect(store.closeCase("ABC234")).toBe(false);
      expect(store.closeCase("ZZZ999")).toBe(false);
      expect(store.cases("open").map((row) => row.code)).toEqual(["GHJ234"]);
      expect(store.cases("closed").map((row) => row.code)).toEqual(["ABC234"]);
      saveConversation("conversation-1", "KMN345", 4000, "asked");
      expect(store.cases().map((row) => row.code)).toEqual(["KMN345", "GHJ234", "ABC234"]);
    });

    test("a case that is refused with its turn isn't opened", () => {
      saveConversation("conversation-1", "ABC234", 1000);
      expect(() => saveConversation("conversation-2", "ABC234", 2000, "asked")).toThrow();
      expect(store.cases()).toEqual([]);
    });

    test("a wish to be called back joins the open case, and is not lost by a later one without a number", () => {
      saveConversation("conversation-1", "ABC234", 1000, "asked");
      const callback = { ...CASE, code: "DEF567", reason: "callback", callback: "0901234567" } as const;
      const joined = { ...CASE, reason: "callback", callback: "0901234567", state: "open" };
      expect(store.openCase(callback)).toEqual(joined);
      expect(store.openCase({ ...CASE, code: "GHJ234", reason: "asked", callback: null })).toEqual(joined);
      store.closeCase("ABC234");
      expect(store.openCase(callback)).toEqual({ ...callback, state: "open" });
      expect(
        store
          .cases()
          .map((row) => row.state)
          .sort(),
      ).toEqual(["closed", "open"]);
    });

    test("a conversation with an open case is kept until the case is closed", () => {
      saveConversation("conversation-1", "ABC234", 1000, "asked");
      expect(store.purgeBefore(5000)).toBe(0);
      expect(store.turns("conversation-1")).toHaveLength(1);
      store.closeCase("ABC234");
      expect(store.purgeBefore(5000)).toBe(1);
      expect(store.cases()).toEqual([]);
    });

    test("of feedback on a message the latest counts, and it goes with its conversation", () => {
      saveConversation("conversation-1", "ABC234", 1000, "asked");
      saveConversation("conversation-2", "DEF567", 1000);
      const word = { messageId: "message-ABC234", useful: false, comment: "thiếu phí", createdAt: 1500 };
      expect(store.saveFeedback({ ...word, messageId: "message-2" })).toBe(false);
      expect(store.saveFeedback(word)).toBe(true);
      expect(store.saveFeedback({ ...word, useful: true, comment: "", createdAt: 1700 })).toBe(true);
      expect(store.saveFeedback({ ...word, messageId: "message-DEF567", createdAt: 1600 })).toBe(true);
      expect(store.feedback()).toEqual([
        { ...word, useful: true, comment: "", createdAt: 1700 },
        { ...word, messageId: "message-DEF567", createdAt: 1600 },
      ]);
      expect(store.deleteConversation("conversation-1")).toBe(true);
      expect(store.feedback().map((row) => row.messageId)).toEqual(["message-DEF567"]);
      expect(store.cases()).toEqual([]);
    });
  });
}
