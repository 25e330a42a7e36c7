/** Deleted means gone: no answer writes it back, no memory gives it out, and its bytes stand in no file. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { TurnResponse } from "../../bot/reply.ts";
import { openSqliteStore } from "../../bot/state/sqlite-store.ts";
import type { ConversationStore, StateStore } from "../../bot/state/store.ts";
import { assistantOver, shippedKnowledge } from "../support/assistant.ts";
import { filesInTheEnd, filesWith, packedPieces } from "../support/raw-files.ts";
import { JambonzCall } from "../support/voice/jambonz.ts";
import { openRig } from "../support/voice/rig.ts";
import { startWebServer, type WebServer } from "../support/web-server.ts";
import { startZaloApp } from "../support/zalo/app.ts";
import { textEvent } from "../support/zalo/events.ts";
import { startFakeZalo } from "../support/zalo/fake-zalo.ts";
import { savingAssistant } from "../support/zalo/saving-assistant.ts";
import { replyWith } from "./fakes.ts";

/** In every question of these tests; no masking takes it away. */
const WORD = "quả thanh trà";
const NUMBER = "079093001242";
let folder: string;
let file: string;
let store: StateStore;
let web: WebServer | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tro-ly-so-deletion-"));
  file = join(folder, "conversations.sqlite");
  store = await openSqliteStore(file);
});
afterEach(async () => {
  await web?.close();
  web = undefined;
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function serve(over: ConversationStore = store) {
  const knowledge = await shippedKnowledge();
  const assistant = assistantOver(knowledge, over);
  web = await startWebServer({ assistant, knowledge }, store, {
    settings: { DIRECTLINE: true, DIRECTLINE_SECRET: "" },
  });
  const { base } = web;
  return async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
    const response = await fetch(base + path, {
      method,
      headers: { "Content-Type": "application/json", ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    return { status: response.status, text, body: (text === "" ? {} : JSON.parse(text)) as TurnResponse };
  };
}

/** Holds every save back until it is told to go on. */
function heldBack() {
  let open: () => void = () => {};
  let isHeld = false;
  let waiting = 0;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const over: ConversationStore = {
    ...store,
    async saveTurn(...turn) {
      if (isHeld) {
        waiting++;
        await opened;
      }
      return store.saveTurn(...turn);
    },
  };
  return {
    over,
    hold: () => {
      isHeld = true;
    },
    go: () => open(),
    waiting: () => waiting,
  };
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe("a deleted conversation", () => {
  test("is not written back by eight keyed questions in hand, and stands in no file", async () => {
    const held = heldBack();
    const call = await serve(held.over);
    const first = await call("POST", "/api/chat", { text: `${WORD} là gì? Nhiệm vụ V.24 là gì?` });
    const { conversationId, code } = first.body;
    expect(await filesWith(file, [WORD])).not.toEqual([]);
    const pieces = packedPieces(file, conversationId);
    expect(await filesWith(file, pieces)).not.toEqual([]);
    held.hold();
    const inHand = Array.from({ length: 8 }, (_, i) =>
      call(
        "POST",
        "/api/chat",
        { text: `${WORD} số ${i}: nhiệm vụ V.9 là gì?`, conversationId },
        { "Idempotency-Key": `khoa-cua-cau-hoi-${i}` },
      ),
    );
    await until(() => held.waiting() === 8);
    expect((await call("DELETE", `/api/conversations/${conversationId}`)).status).toBe(204);
    held.go();
    const answers = await Promise.all(inHand);
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(404));
    expect((await call("POST", "/api/conversations/resume", { code })).status).toBe(404);
    expect(await store.turns(conversationId)).toEqual([]);
    expect(await filesInTheEnd(file, [WORD, ...pieces])).toEqual([]);
    // Asked again under the same key, it stays deleted.
    const again = await call(
      "POST",
      "/api/chat",
      { text: `${WORD} số 0: nhiệm vụ V.9 là gì?`, conversationId },
      { "Idempotency-Key": "khoa-cua-cau-hoi-0" },
    );
    expect(again.status).toBe(404);
    expect((await store.status()).erased).toMatchObject({ count: 1 });
  });

  test("of many, with long questions, leaves no byte of them, and the others whole", async () => {
    const call = await serve();
    const long = `${WORD} `.repeat(120);
    const ask = async (text: string) => (await call("POST", "/api/chat", { text })).body.conversationId;
    const kept = await ask("Nhiệm vụ V.24 là gì?");
    const gone = await Promise.all(Array.from({ length: 30 }, (_, i) => ask(`${long} ${i}`)));
    const pieces = gone.flatMap((id) => packedPieces(file, id));
    for (const id of gone) expect((await call("DELETE", `/api/conversations/${id}`)).status, id).toBe(204);
    expect(await filesInTheEnd(file, [WORD, ...pieces])).toEqual([]);
    expect(await store.turns(kept)).toHaveLength(1);
    await store.close();
    expect(await filesWith(file, [WORD, ...pieces])).toEqual([]);
  });

  test("is given out by Direct Line neither from memory nor by a question that was in hand", async () => {
    const held = heldBack();
    const call = await serve(held.over);
    const BASE = "/directline/v3/directline";
    const opened = await call("POST", `${BASE}/conversations`);
    const { conversationId, token } = opened.body as TurnResponse & { token: string };
    const at = `${BASE}/conversations/${conversationId}/activities`;
    const bearer = { Authorization: `Bearer ${token}` };
    const say = (text: string) => call("POST", at, { type: "message", from: { id: "u" }, text }, bearer);
    expect((await say(`${WORD}, cccd ${NUMBER}`)).status).toBe(200);
    const shown = await call("GET", at, undefined, bearer);
    expect(shown.text).toContain(WORD);
    expect(shown.text).not.toContain(NUMBER);
    held.hold();
    const inHand = say(`${WORD} lần nữa`);
    await until(() => held.waiting() === 1);
    expect((await call("DELETE", `/api/conversations/${conversationId}`)).status).toBe(204);
    expect((await call("GET", at, undefined, bearer)).text).not.toContain(WORD);
    held.go();
    expect((await inHand).status).toBe(404);
    expect((await call("GET", at, undefined, bearer)).text).not.toContain(WORD);
    expect((await say(`${WORD} sau khi xóa`)).status).toBe(404);
    expect((await call("GET", at, undefined, bearer)).text).not.toContain(WORD);
    expect(await filesInTheEnd(file, [WORD, NUMBER])).toEqual([]);
  });
});

describe("what a platform delivered", () => {
  const USER = "2468458835291967922";
  const EVENT = (text: string) => textEvent(text, { sender: { id: USER } });

  test("stands in the inbox while it waits, its numbers masked; once the person withdraws, in no file", async () => {
    const fake = await startFakeZalo();
    let isReady = false;
    const app = await startZaloApp({
      fake,
      store,
      assistant: (over) => {
        const saving = savingAssistant(over, ({ text }) =>
          replyWith({ text: `Về ${WORD}: ${text.length}`, citations: [], suggestions: [`Hỏi tiếp ${WORD}`] }),
        );
        return {
          async answer(request, identity) {
            await until(() => isReady);
            // As the answer core does, which keeps what is masked.
            return saving.answer({ ...request, text: request.text.replace(NUMBER, "[số]") }, identity);
          },
        };
      },
    });
    try {
      expect((await app.post(EVENT(`${WORD}, cccd ${NUMBER}`))).status).toBe(200);
      expect(await filesWith(file, [WORD])).not.toEqual([]);
      expect(await filesWith(file, [NUMBER])).toEqual([]);
      isReady = true;
      await app.settled();
      expect(await filesWith(file, [WORD])).not.toEqual([]);
      expect(await filesWith(file, [NUMBER])).toEqual([]);
      await app.post(
        textEvent("", { event_name: "user_withdraw", message: undefined, sender: { id: USER } }),
      );
      await app.settled();
      expect(await filesInTheEnd(file, [WORD, USER])).toEqual([]);
      expect((await store.status()).erased).toMatchObject({ count: 1 });
    } finally {
      await app.close();
      await fake.close();
    }
  });

  test("goes with a conversation that is deleted by its code, while the person stays known", async () => {
    const fake = await startFakeZalo();
    const app = await startZaloApp({
      fake,
      store,
      assistant: (over) =>
        savingAssistant(over, () =>
          replyWith({ text: "Trả lời.", citations: [], suggestions: [`Hỏi tiếp ${WORD}`] }),
        ),
    });
    try {
      await app.post(EVENT(WORD));
      await app.settled();
      const before = (await store.mailbox.contact("zalo", USER))!;
      expect(before.state).toContain(WORD);
      expect(await store.deleteConversation(before.conversationId)).toBe(true);
      expect(await filesInTheEnd(file, [WORD])).toEqual([]);
      const after = JSON.parse((await store.mailbox.contact("zalo", USER))!.state) as object;
      expect(after).toEqual(
        Object.fromEntries(
          Object.entries(JSON.parse(before.state) as object).filter(([key]) => key !== "said"),
        ),
      );
      // A turn that was in hand writes nothing back either.
      await store.mailbox.saveContact(before);
      expect(await filesInTheEnd(file, [WORD])).toEqual([]);
    } finally {
      await app.close();
      await fake.close();
    }
  });

  test("of a call that is over: neither what was said nor who called", async () => {
    const CALLER = "+84903123421";
    const rig = await openRig({
      assistant: savingAssistant(store, ({ text }) =>
        replyWith({ text: `${WORD}, ${text.length}.`, spoken: `${WORD}.`, citations: [] }),
      ),
      knowledge: await shippedKnowledge(),
      store,
    });
    const call = new JambonzCall(rig, { from: CALLER });
    try {
      await call.start();
      expect(await filesWith(file, [CALLER])).not.toEqual([]);
      await call.say(`${WORD} là gì`);
      const { conversationId } = (await store.mailbox.contact("voice", call.callSid))!;
      expect(await store.turns(conversationId)).toHaveLength(1);
      // Deleted by its code while the call goes on: nothing that was said, or who called, stays with the call.
      expect(await store.deleteConversation(conversationId)).toBe(true);
      expect(await filesInTheEnd(file, [WORD, CALLER])).toEqual([]);
      await call.say(`${WORD} lần nữa`);
      expect(await filesWith(file, [WORD])).not.toEqual([]);
      expect(await call.status("completed")).toBe(200);
      const { conversationId: second } = (await store.mailbox.contact("voice", call.callSid))!;
      expect(second).not.toBe(conversationId);
      expect(await store.deleteConversation(second)).toBe(true);
      expect(await filesInTheEnd(file, [WORD, CALLER])).toEqual([]);
    } finally {
      await rig.close();
    }
  });
});
