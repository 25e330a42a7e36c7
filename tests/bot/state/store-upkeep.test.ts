/** What happens to a store over time: files of earlier versions, clocks, room that is given back. */
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openSqliteStore } from "../../../bot/state/sqlite-store.ts";
import type { StateStore, StoredTurn } from "../../../bot/state/store.ts";
import { turnWith } from "../../contracts/conversation-store.ts";
import { makeOldStore } from "../../support/old-store.ts";
import { filesInTheEnd, filesWith } from "../../support/raw-files.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = new Date("2026-11-25T09:00:00+07:00").getTime();
let folder: string;
let file: string;
let store: StateStore | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tro-ly-so-upkeep-"));
  file = join(folder, "conversations.sqlite");
});
afterEach(async () => {
  await store?.close();
  store = undefined;
  await rm(folder, { recursive: true, force: true });
});

let count = 0;
const save = (changes: Partial<StoredTurn>, state = "{}") => {
  const number = ++count;
  return store!.saveTurn(turnWith({ messageId: `message-${number}`, code: `C${number}`, ...changes }), state);
};

describe("a file of an earlier version", () => {
  const WORD = "quả thanh trà";
  const turns = Array.from({ length: 70 }, (_, i) =>
    turnWith({
      messageId: `old-${i}`,
      code: `OLD${i}`,
      question: `${WORD} ${i}?`,
      createdAt: NOW - DAY_MS - 1000 * (70 - i),
    }),
  );
  test("is opened with everything in it, is packed little by little, and can be deleted from", async () => {
    makeOldStore(file, turns);
    store = await openSqliteStore(file, { lowDiskMb: 0, now: () => NOW });
    expect(await store.turns("conversation-1")).toEqual(turns);
    expect((await store.mailbox.contact("zalo", "p"))?.state).toContain("lastAt");
    expect(await store.mailbox.claimEvents("zalo", "w", NOW, 5)).toHaveLength(1);
    await save({ createdAt: NOW, question: "mới" });
    const reply = turns[0]!.response.reply.text.slice(0, 12);
    expect(await filesWith(file, [reply])).not.toEqual([]);
    expect(await store.purge({ now: NOW, before: NOW - 30 * DAY_MS })).toEqual({ deleted: 0, refused: null });
    expect(await store.turns("conversation-1")).toHaveLength(turns.length + 1);
    expect((await store.turns("conversation-1")).slice(0, -1)).toEqual(turns);
    // Kept packed from now on: the plain text of the replies is gone.
    expect(await filesInTheEnd(file, [reply])).toEqual([]);
    expect(await store.deleteConversation("conversation-1")).toBe(true);
    expect(await filesInTheEnd(file, [WORD])).toEqual([]);
    await store.compact();
    const reopened = await openSqliteStore(file);
    expect(await reopened.turns("conversation-1")).toEqual([]);
    await reopened.close();
  });
});

describe("clocks", () => {
  const purgeAt = (now: number, evenIfUnusual = false) =>
    store!.purge({ now, before: now - 30 * DAY_MS, evenIfUnusual });
  /** 60 conversations over the last 29 days, purged yesterday. */
  async function filled(now: () => number): Promise<void> {
    store = await openSqliteStore(file, { lowDiskMb: 0, now });
    for (let i = 0; i < 60; i++)
      await save({ conversationId: `conversation-${i}`, createdAt: NOW - DAY_MS - (i % 29) * DAY_MS });
    expect(await purgeAt(NOW - DAY_MS)).toEqual({ deleted: 0, refused: null });
  }
  const left = async () =>
    (await Promise.all(Array.from({ length: 60 }, (_, i) => store!.find(`conversation-${i}`)))).filter(
      Boolean,
    ).length;

  test.each([
    ["two years", 730],
    ["45 days", 45],
    ["ten days", 10],
  ])("one %s ahead at the start deletes nothing; it is said until a person decides", async (_what, days) => {
    let now = NOW;
    await filled(() => now);
    await store!.close();
    now = NOW + days * DAY_MS;
    store = await openSqliteStore(file, { lowDiskMb: 0, now: () => now });
    const { deleted, refused } = await purgeAt(now);
    expect({ deleted, reason: refused?.reason }).toEqual({ deleted: 0, reason: "clock_ahead" });
    expect(await left()).toBe(60);
    const status = await store.status();
    expect(status.usable).toBe(true);
    expect(status.problems.map(({ code }) => code)).toEqual(["purge_refused", "clock_ahead"]);
    expect(status.problems[0]!.message).toMatch(/kiểm tra ngày giờ của máy.*npm run store -- --purge/);
    // Set right again: the day's purge goes on as ever.
    now = NOW;
    expect((await purgeAt(now)).refused).toBeNull();
    expect((await store.status()).problems).toEqual([]);
    // Or it was right: a person says so.
    now = NOW + days * DAY_MS;
    expect((await purgeAt(now)).refused).not.toBeNull();
    expect((await purgeAt(now, true)).deleted).toBeGreaterThan(0);
  });

  test("day by day what is old goes without a question, also after a week of standstill", async () => {
    await filled(() => NOW);
    let deleted = 0;
    for (let day = 0; day < 10; day++) {
      const outcome = await purgeAt(NOW + day * DAY_MS);
      expect(outcome.refused, `day ${day}`).toBeNull();
      deleted += outcome.deleted;
    }
    expect((await purgeAt(NOW + 16 * DAY_MS)).refused).toBeNull();
    expect(deleted).toBeGreaterThan(10);
    expect(await left()).toBeLessThan(60 - deleted);
  });

  test("one set back ten minutes: turns stand in the order they were asked, a case and a word too", async () => {
    store = await openSqliteStore(file, { lowDiskMb: 0, now: () => NOW - 10 * 60_000 });
    const at = (createdAt: number, id: string) =>
      store!.saveTurn(turnWith({ messageId: id, code: id.toUpperCase(), createdAt }), "{}");
    await at(NOW, "first");
    await at(NOW - 10 * 60_000, "second");
    await at(NOW - 9 * 60_000, "third");
    expect((await store.turns("conversation-1")).map(({ messageId }) => messageId)).toEqual([
      "first",
      "second",
      "third",
    ]);
    expect((await store.find("conversation-1"))!.updatedAt).toBe(NOW);
    const word = { useful: true, comment: "", createdAt: NOW };
    await store.saveFeedback({ ...word, messageId: "first" });
    await store.saveFeedback({ ...word, messageId: "second", createdAt: NOW - 10 * 60_000 });
    expect((await store.feedback()).map(({ messageId }) => messageId)).toEqual(["second", "first"]);
    expect((await store.status()).problems.map(({ code }) => code)).toEqual(["clock_behind"]);
  });

  test("messages taken in before it was set back are answered, and none waits for its old time", async () => {
    store = await openSqliteStore(file, { lowDiskMb: 0, now: () => NOW });
    const { mailbox } = store;
    await mailbox.accept({ channel: "zalo", key: "k", person: "p", payload: "{}", receivedAt: NOW });
    await mailbox.post("zalo", [{ recipient: "p", payload: "{}" }], NOW);
    const earlier = NOW - 10 * 60_000;
    expect(await mailbox.claimEvents("zalo", "w", earlier, 5)).toHaveLength(1);
    expect(await mailbox.claimMessages("zalo", "w", earlier, 5)).toHaveLength(1);
  });
});

test("room that deleted conversations took is given back to the disk by the purge", async () => {
  store = await openSqliteStore(file, { lowDiskMb: 0, now: () => NOW });
  const noise = () => Array.from({ length: 200 }, () => Math.random().toString(36)).join("");
  for (let i = 0; i < 120; i++)
    await save({ conversationId: `old-${i}`, createdAt: NOW - 31 * DAY_MS }, noise());
  await save({ conversationId: "new", createdAt: NOW });
  await store.close();
  const before = (await stat(file)).size;
  store = await openSqliteStore(file, { lowDiskMb: 0, now: () => NOW });
  const job = { now: NOW, before: NOW - 30 * DAY_MS, evenIfUnusual: true };
  expect(await store.purge(job)).toEqual({ deleted: 120, refused: null });
  expect(await store.find("new")).toBeDefined();
  await store.close();
  expect((await stat(file)).size).toBeLessThan(before / 3);
});
