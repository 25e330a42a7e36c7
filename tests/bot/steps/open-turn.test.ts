import { describe, expect, test } from "vitest";
import { emptyDialogue, parseDialogue } from "../../../bot/dialogue.ts";
import { MAX_QUESTION_CHARACTERS, type TurnIdentity, type TurnRequest } from "../../../bot/reply.ts";
import type { ConversationStore } from "../../../bot/state/store.ts";
import { openTurn, renewDialogue } from "../../../bot/steps/open-turn.ts";
import { saveTurn } from "../../../bot/steps/save-turn.ts";
import { RequestError } from "../../../knowledge/errors.ts";
import { createMemoryStore } from "../../support/memory-store.ts";
import { dialogueWith, opened, replied } from "./turns.ts";

const request = (text: string, given: Partial<TurnRequest> = {}): TurnRequest => ({
  text,
  channel: "web",
  ...given,
});
const IDENTITY: TurnIdentity = { messageId: "m1", conversationId: "c1" };

/** A store in which the turn of IDENTITY was saved. */
async function storeWith(question: string, digest?: string): Promise<ConversationStore> {
  const store = createMemoryStore();
  const identity = { ...IDENTITY, ...(digest === undefined ? {} : { digest }) };
  const dialogue = dialogueWith({ ownAgencyId: "so-y-te" });
  await saveTurn(replied({ question, identity, dialogue }), undefined, {
    knowledge: { version: "1", procedures: [], tasks: [], passages: [] },
    store,
    now: () => new Date(0),
  });
  return store;
}

describe("a turn that can't be served", () => {
  test("of a conversation that nobody knows is a 404", async () => {
    const turn = openTurn(request("Xin chào", { conversationId: "c0" }), undefined, createMemoryStore());
    await expect(turn).rejects.toBeInstanceOf(RequestError);
    await expect(turn).rejects.toMatchObject({
      code: "conversation_unknown",
      status: 404,
      field: "conversationId",
    });
  });

  test.each([
    ["an empty text", "", "text_empty"],
    ["spaces", " \n\t ", "text_empty"],
    ["a text that is too long", "a".repeat(MAX_QUESTION_CHARACTERS + 1), "text_too_long"],
  ])("%s is a 400 that names the field", async (_what, text, code) => {
    const turn = openTurn(request(text), undefined, createMemoryStore());
    await expect(turn).rejects.toBeInstanceOf(RequestError);
    await expect(turn).rejects.toMatchObject({ code, status: 400, field: "text" });
  });
});

describe("a conversation", () => {
  test("is begun where the request names none, each time another", async () => {
    const store = createMemoryStore();
    const turns = [1, 2].map(() => openTurn(request("Xin chào"), undefined, store));
    const [one, other] = await Promise.all(turns);
    if ("answered" in one! || "answered" in other!) throw new Error("answered");
    expect(one!.dialogue).toEqual(emptyDialogue());
    expect(one!.conversationId).not.toBe(other!.conversationId);
    expect(one!.messageId).not.toBe(other!.messageId);
  });

  test("goes on with what it remembers", async () => {
    const store = await storeWith("Xin chào");
    const turn = await openTurn(request("Cơ quan tôi?", { conversationId: "c1" }), undefined, store);
    expect(turn).toMatchObject({ conversationId: "c1", dialogue: { ownAgencyId: "so-y-te" } });
  });
});

describe("a message with an id of its own", () => {
  test("opens its conversation when it isn't known, unless it must be", async () => {
    const store = createMemoryStore();
    expect(await openTurn(request("Xin chào"), IDENTITY, store)).toMatchObject(IDENTITY);
    await expect(openTurn(request("Xin chào"), { ...IDENTITY, isKnown: true }, store)).rejects.toMatchObject({
      code: "conversation_unknown",
    });
  });

  test("that was answered gets its answer", async () => {
    const store = await storeWith("Xin chào", "d1");
    const again = await openTurn(request("Xin chào"), { ...IDENTITY, digest: "d1" }, store);
    expect(again).toMatchObject({ answered: { messageId: "m1", question: "Xin chào" } });
    await expect(openTurn(request("Tạm biệt"), { ...IDENTITY, digest: "d2" }, store)).rejects.toMatchObject({
      code: "turn_other_question",
    });
  });

  test("that was answered before digests were kept is known by its text, personal data masked", async () => {
    const store = await storeWith("Số của tôi là [số điện thoại]");
    const identity = { ...IDENTITY, digest: "d1" };
    expect(await openTurn(request("Số của tôi là 0912345678"), identity, store)).toHaveProperty("answered");
    await expect(openTurn(request("Số khác"), identity, store)).rejects.toMatchObject({
      code: "turn_other_question",
    });
  });
});

test("what a later knowledge base has lost is forgotten, what it still has is not", () => {
  const dialogue = dialogueWith({
    knowledgeVersion: "1",
    last: { kind: "procedure", code: "1.001193", aspects: [] },
    choices: [
      { label: "mất", query: { kind: "procedure", code: "1.001193", aspects: [] } },
      { label: "còn", query: { kind: "handoff" } },
    ],
    ownAgencyId: "so-y-te",
    failures: 2,
  });
  const knowledge = { version: "2", documents: [], procedures: [], tasks: [], agencies: [], facts: [] };
  const context = { knowledge, now: new Date(0), settings: { retentionDays: 30, handoffContact: "" } };
  const renewed = renewDialogue(opened("", { dialogue }), () => context as never).dialogue;
  expect(renewed).toMatchObject({ last: null, ownAgencyId: null, failures: 2, knowledgeVersion: "2" });
  expect(renewed.choices.map(({ label }) => label)).toEqual(["còn"]);
  expect(parseDialogue(JSON.stringify(renewed))).toEqual(renewed);
});
