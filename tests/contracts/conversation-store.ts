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

export function describeConversationStore(name: string, create: () => Promise<ConversationStore>): void {
  describe(`${name} as a store of conversations`, () => {
    const CASE = { code: "ABC234", conversationId: "conversation-1", channel: "web", createdAt: 1000 };
    let store: ConversationStore;
    beforeEach(async () => {
      store = await create();
    });
    afterEach(() => store.close());

    test("gives back a turn whole, by its conversation and by its code", async () => {
      const turn = turnWith();
      await store.saveTurn(turn, '{"last":null}');
      expect(await store.turns("conversation-1")).toEqual([turn]);
      expect(await store.findTurnByCode("ABC234")).toEqual(turn);
      expect(await store.find("conversation-1")).toEqual({
        id: "conversation-1",
        state: '{"last":null}',
        createdAt: turn.createdAt,
        updatedAt: turn.createdAt,
      });
    });

    test("keeps which model had a hand in a turn", async () => {
      const turn = turnWith({ model: { name: "ollama m", version: "m:1", purposes: ["choose", "phrase"] } });
      await store.saveTurn(turn, "");
      expect(await store.findTurn(turn.messageId)).toEqual(turn);
    });

    test("a later turn brings a new state and keeps the day the conversation began", async () => {
      await store.saveTurn(turnWith({ createdAt: 1000 }), "một");
      await store.saveTurn(turnWith({ messageId: "message-2", code: "DEF567", createdAt: 3000 }), "hai");
      expect(await store.find("conversation-1")).toEqual({
        id: "conversation-1",
        state: "hai",
        createdAt: 1000,
        updatedAt: 3000,
      });
    });

    test("knows nothing of what it was never given", async () => {
      await store.saveTurn(turnWith(), "");
      expect(await store.find("conversation-2")).toBeUndefined();
      expect(await store.find("")).toBeUndefined();
      expect(await store.turns("conversation-2")).toEqual([]);
      expect(await store.findTurnByCode("ZZZ999")).toBeUndefined();
      expect(await store.deleteConversation("conversation-2")).toBe(false);
    });

    test("turns come in the order they were saved, whatever the clock said", async () => {
      const moments = [5000, 2000, 2000, 4000, 2000];
      for (const [i, createdAt] of moments.entries())
        await store.saveTurn(turnWith({ messageId: `message-${i}`, code: `CODE2${i}`, createdAt }), "");
      const order = (await store.turns("conversation-1")).map((turn) => turn.messageId);
      expect(order).toEqual(moments.map((_moment, i) => `message-${i}`));
    });

    test("a code in use is refused by its own error, and neither turn nor state is saved", async () => {
      await store.saveTurn(turnWith(), "trước");
      const taken = expect.objectContaining({ code: "turn_code_taken", retryable: true });
      const again = turnWith({ messageId: "message-2", createdAt: 1_800_000_000_000 });
      await expect(store.saveTurn(again, "sau")).rejects.toThrow(taken);
      await expect(store.saveTurn({ ...again, conversationId: "conversation-2" }, "mới")).rejects.toThrow(
        taken,
      );
      expect(await store.find("conversation-1")).toMatchObject({
        state: "trước",
        updatedAt: 1_700_000_000_000,
      });
      expect(await store.find("conversation-2")).toBeUndefined();
      expect(await store.turns("conversation-1")).toEqual([turnWith()]);

      const other = turnWith({ messageId: "message-2", code: "DEF567" });
      await store.saveTurn(other, "sau");
      expect(await store.turns("conversation-1")).toHaveLength(2);
    });

    test("a message that is there already is refused, and the state stays", async () => {
      await store.saveTurn(turnWith(), "trước");
      await expect(store.saveTurn(turnWith({ code: "DEF567" }), "sau")).rejects.toThrow(
        expect.objectContaining({ code: "turn_known" }),
      );
      expect((await store.find("conversation-1"))?.state).toBe("trước");
      expect(await store.findTurnByCode("DEF567")).toBeUndefined();
    });

    test("a deleted conversation takes its turns along, no others, and frees their codes", async () => {
      await store.saveTurn(turnWith(), "một");
      const other = turnWith({ messageId: "message-2", conversationId: "conversation-2", code: "DEF567" });
      await store.saveTurn(other, "hai");
      expect(await store.deleteConversation("conversation-1")).toBe(true);
      expect(await store.find("conversation-1")).toBeUndefined();
      expect(await store.turns("conversation-1")).toEqual([]);
      expect(await store.findTurnByCode("ABC234")).toBeUndefined();
      expect(await store.turns("conversation-2")).toEqual([other]);
      expect(await store.deleteConversation("conversation-1")).toBe(false);
      // The code is free again; the id is not: a question that was in hand would write the conversation back.
      await store.saveTurn(turnWith({ messageId: "message-3", conversationId: "conversation-3" }), "");
      for (const messageId of ["message-1", "message-4"])
        await expect(store.saveTurn(turnWith({ messageId, code: "GHJ234" }), "")).rejects.toThrow(
          expect.objectContaining({ code: "conversation_deleted" }),
        );
      expect(await store.find("conversation-1")).toBeUndefined();
      expect(await store.findTurn("message-1")).toBeUndefined();
    });

    test("no case is opened in a conversation that is not there any more", async () => {
      const row = { ...CASE, reason: "asked", callback: null } as const;
      const gone = expect.objectContaining({ code: "conversation_deleted" });
      await expect(store.openCase(row)).rejects.toThrow(gone);
      await store.saveTurn(turnWith(), "");
      await store.deleteConversation("conversation-1");
      await expect(store.openCase(row)).rejects.toThrow(gone);
      expect(await store.cases()).toEqual([]);
    });

    test("a purge deletes what was not touched since the moment, and counts conversations", async () => {
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
      await save(1, 1, 1000);
      await save(1, 2, 1500);
      await save(2, 1, 1000);
      await save(2, 2, 3000);
      await save(3, 1, 2000);
      const purge = (before: number) => store.purge({ now: 3000, before });
      expect(await purge(1000)).toEqual({ deleted: 0, refused: null });
      expect(await purge(2000)).toEqual({ deleted: 1, refused: null });
      const left = await Promise.all([1, 2, 3].map((number) => store.turns(`conversation-${number}`)));
      expect(left.map((turns) => turns.length)).toEqual([0, 2, 1]);
      expect(await store.findTurnByCode("CODE11")).toBeUndefined();
      expect(await purge(Number.MAX_SAFE_INTEGER)).toEqual({ deleted: 2, refused: null });
      expect(await store.find("conversation-2")).toBeUndefined();
    });

    test("a purge far beyond the last one, or the last turn, is refused until a person wants it", async () => {
      const DAY = 24 * 60 * 60 * 1000;
      const saveAt = (id: string, code: string, day: number) =>
        store.saveTurn(
          turnWith({ messageId: id, conversationId: id, code, createdAt: 1_700_000_000_000 + day * DAY }),
          "",
        );
      const purge = (day: number, evenIfUnusual = false) => {
        const now = 1_700_000_000_000 + day * DAY;
        return store.purge({ now, before: now - 30 * DAY, evenIfUnusual });
      };
      await saveAt("old", "ABC234", 0);
      await saveAt("new", "DEF567", 29);
      expect(await purge(759)).toEqual({ deleted: 0, refused: { reason: "clock_ahead", count: 2 } });
      expect(await purge(40)).toEqual({ deleted: 0, refused: { reason: "clock_ahead", count: 1 } });
      expect(await purge(31)).toEqual({ deleted: 1, refused: null });
      expect(await purge(76)).toEqual({ deleted: 0, refused: { reason: "clock_ahead", count: 1 } });
      expect(await store.find("new")).toBeDefined();
      expect(await purge(76, true)).toEqual({ deleted: 1, refused: null });
      expect(await store.find("new")).toBeUndefined();
    });

    test("what a caller does to a turn it was given doesn't reach the store", async () => {
      await store.saveTurn(turnWith(), "");
      const [turn] = await store.turns("conversation-1");
      turn!.response.reply.text = "đã sửa";
      turn!.question = "đã sửa";
      expect(await store.turns("conversation-1")).toEqual([turnWith()]);
    });

    test("tells in one look what a message was answered and where its conversation stands", async () => {
      const turn = turnWith({ digest: "băm" });
      await store.saveTurn(turn, "trạng thái");
      const conversation = await store.find("conversation-1");
      expect(await store.begin("message-1", "conversation-1")).toEqual({ answered: turn, conversation });
      expect(await store.begin("message-2", "conversation-1")).toEqual({
        answered: undefined,
        conversation,
      });
      expect(await store.begin("message-1", "conversation-2")).toEqual({
        answered: turn,
        conversation: undefined,
      });
    });

    test("finds a turn by its message", async () => {
      await store.saveTurn(turnWith(), "");
      expect(await store.findTurn("message-1")).toEqual(turnWith());
      expect(await store.findTurn("message-2")).toBeUndefined();
    });

    const saveConversation = (id: string, code: string, createdAt: number, reason?: "asked" | "failures") =>
      store.saveTurn(
        turnWith({ messageId: `message-${code}`, conversationId: id, code, createdAt }),
        "",
        reason && { reason },
      );

    test("a turn opens a case; a conversation has one open case at most", async () => {
      await saveConversation("conversation-1", "ABC234", 1000, "failures");
      await saveConversation("conversation-1", "DEF567", 2000, "asked");
      await saveConversation("conversation-2", "GHJ234", 3000, "asked");
      expect(await store.cases("open")).toEqual([
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
      expect(await store.closeCase("ABC234")).toBe(true);
      expect(await store.closeCase("ABC234")).toBe(false);
      expect(await store.closeCase("ZZZ999")).toBe(false);
      expect((await store.cases("open")).map((row) => row.code)).toEqual(["GHJ234"]);
      expect((await store.cases("closed")).map((row) => row.code)).toEqual(["ABC234"]);
      await saveConversation("conversation-1", "KMN345", 4000, "asked");
      expect((await store.cases()).map((row) => row.code)).toEqual(["KMN345", "GHJ234", "ABC234"]);
    });

    test("a case that is refused with its turn isn't opened", async () => {
      await saveConversation("conversation-1", "ABC234", 1000);
      await expect(saveConversation("conversation-2", "ABC234", 2000, "asked")).rejects.toThrow();
      expect(await store.cases()).toEqual([]);
    });

    test("a wish to be called back joins the open case, and is not lost by a later one without a number", async () => {
      await saveConversation("conversation-1", "ABC234", 1000, "asked");
      const callback = { ...CASE, code: "DEF567", reason: "callback", callback: "0901234567" } as const;
      const joined = { ...CASE, reason: "callback", callback: "0901234567", state: "open" };
      expect(await store.openCase(callback)).toEqual(joined);
      expect(await store.openCase({ ...CASE, code: "GHJ234", reason: "asked", callback: null })).toEqual(
        joined,
      );
      await store.closeCase("ABC234");
      expect(await store.openCase(callback)).toEqual({ ...callback, state: "open" });
      expect((await store.cases()).map((row) => row.state)).toEqual(["open", "closed"]);
    });

    test("a conversation with an open case is kept until the case is closed", async () => {
      await saveConversation("conversation-1", "ABC234", 1000, "asked");
      expect(await store.purge({ now: 6000, before: 5000 })).toEqual({ deleted: 0, refused: null });
      expect(await store.turns("conversation-1")).toHaveLength(1);
      await store.closeCase("ABC234");
      expect(await store.purge({ now: 6000, before: 5000 })).toEqual({ deleted: 1, refused: null });
      expect(await store.cases()).toEqual([]);
    });

    test("of feedback on a message the latest counts, and it goes with its conversation", async () => {
      await saveConversation("conversation-1", "ABC234", 1000, "asked");
      await saveConversation("conversation-2", "DEF567", 1000);
      const word = { messageId: "message-ABC234", useful: false, comment: "thiếu phí", createdAt: 1500 };
      expect(await store.saveFeedback({ ...word, messageId: "message-2" })).toBe(false);
      expect(await store.saveFeedback(word)).toBe(true);
      expect(await store.saveFeedback({ ...word, useful: true, comment: "", createdAt: 1700 })).toBe(true);
      expect(await store.saveFeedback({ ...word, messageId: "message-DEF567", createdAt: 1600 })).toBe(true);
      expect(await store.feedback()).toEqual([
        { ...word, messageId: "message-DEF567", createdAt: 1600 },
        { ...word, useful: true, comment: "", createdAt: 1700 },
      ]);
      expect(await store.deleteConversation("conversation-1")).toBe(true);
      expect((await store.feedback()).map((row) => row.messageId)).toEqual(["message-DEF567"]);
      expect(await store.cases()).toEqual([]);
    });
  });
}
