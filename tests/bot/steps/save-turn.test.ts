import { describe, expect, test } from "vitest";
import { parseDialogue } from "../../../bot/dialogue.ts";
import type { Query } from "../../../bot/query.ts";
import type { ReplyTask } from "../../../bot/reply.ts";
import type { ConversationStore, StoredTurn } from "../../../bot/state/store.ts";
import { saveTurn } from "../../../bot/steps/save-turn.ts";
import { AppError } from "../../../knowledge/errors.ts";
import { createMemoryStore } from "../../support/memory-store.ts";
import { draftOf, replied } from "./turns.ts";

const knowledge = { version: "0001-abcdef12", procedures: [], tasks: [], passages: [] };
const saving = (store: ConversationStore) => ({ knowledge, store, now: () => new Date(7) });

/** Fails so many times, and tells what it was given. */
function failing(error: Error, times = Number.POSITIVE_INFINITY) {
  const store = createMemoryStore();
  const tried: StoredTurn[] = [];
  const saveTurn: ConversationStore["saveTurn"] = async (turn, ...rest) => {
    tried.push(turn);
    if (tried.length <= times) throw error;
    await store.saveTurn(turn, ...rest);
  };
  return { store: { ...store, saveTurn }, tried };
}

test("a turn is saved as it is returned, with a code that a person can read out", async () => {
  const store = createMemoryStore();
  const turn = replied({ question: "Xin chào [số điện thoại]" });
  const response = await saveTurn(turn, undefined, saving(store));
  expect(response).toEqual({
    conversationId: "c1",
    messageId: "m1",
    code: expect.stringMatching(/^[A-HJ-NP-Z2-9]{6}$/),
    reply: turn.reply,
  });
  expect(await store.turns("c1")).toEqual([
    {
      messageId: "m1",
      conversationId: "c1",
      code: response.code,
      channel: "web",
      question: "Xin chào [số điện thoại]",
      response,
      knowledgeVersion: "0001-abcdef12",
      createdAt: 7,
    },
  ]);
});

test("the model is kept with it when it had a hand in it, and only then", async () => {
  const store = createMemoryStore();
  const use = { name: "m", version: "1", purposes: ["phrase" as const] };
  await saveTurn(replied(), use, saving(store));
  await saveTurn(replied({ messageId: "m2" }), { ...use, purposes: [] }, saving(store));
  const [one, other] = await store.turns("c1");
  expect(one!.model).toEqual(use);
  expect(other).not.toHaveProperty("model");
});

test("a case is opened with it", async () => {
  const store = createMemoryStore();
  const { code } = await saveTurn(replied({ opens: "failures" }), undefined, saving(store));
  expect(await store.cases()).toMatchObject([{ code, conversationId: "c1", reason: "failures" }]);
});

test("of the rows of an agency those that name it are spoken of next, where there are any", async () => {
  const row = (id: string, directness: "named" | "collective") => ({ id, directness }) as ReplyTask;
  const tasks = [row("V.1", "collective"), row("V.24", "named")];
  const spoken = async (rows: ReplyTask[]) => {
    const store = createMemoryStore();
    const query: Query = {
      kind: "taskSet",
      set: { op: "filter", of: { op: "all" }, where: { by: "agency", agencyId: "so-y-te" } },
      measure: { as: "list" },
      asks: [],
    };
    const draft = draftOf("…", { tasks: rows });
    await saveTurn(replied({ query, draft }), undefined, saving(store));
    return parseDialogue((await store.find("c1"))!.state).listIds;
  };
  expect(await spoken(tasks)).toEqual(["V.24"]);
  expect(await spoken([tasks[0]!])).toEqual(["V.1"]);
});

describe("a turn that can't be saved", () => {
  test("is not returned", async () => {
    const full = new Error("database or disk is full");
    await expect(saveTurn(replied(), undefined, saving(failing(full).store))).rejects.toBe(full);
  });

  test("because its code is taken is tried under another, and again, but not for ever", async () => {
    const isTaken = new AppError("turn_code_taken", "taken", { retryable: true });
    const twice = failing(isTaken, 2);
    const response = await saveTurn(replied(), undefined, saving(twice.store));
    expect(new Set(twice.tried.map(({ code }) => code)).size).toBe(3);
    expect(twice.tried.map(({ code }) => code)).toEqual(twice.tried.map((turn) => turn.response.code));
    expect(response.code).toBe(twice.tried[2]!.code);

    const always = failing(isTaken);
    await expect(saveTurn(replied(), undefined, saving(always.store))).rejects.toBe(isTaken);
    expect(always.tried).toHaveLength(5);
  });

  test("because its conversation was deleted is one of an unknown conversation to who asks under no id", async () => {
    const deleted = new AppError("conversation_deleted", "deleted");
    const { store } = failing(deleted);
    await expect(saveTurn(replied(), undefined, saving(store))).rejects.toMatchObject({
      code: "conversation_unknown",
      status: 404,
    });
    const identity = { messageId: "m1", conversationId: "c1" };
    await expect(saveTurn(replied({ identity }), undefined, saving(store))).rejects.toBe(deleted);
  });
});
