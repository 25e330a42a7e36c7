/** What befalls a store from outside while it works: it is said in words, nothing stands still, and it goes on by itself. */
import { chmod, copyFile, mkdtemp, rename, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openSqliteStore } from "../../../bot/state/sqlite-store.ts";
import type { StateStore } from "../../../bot/state/store.ts";
import { turnWith } from "../../contracts/conversation-store.ts";
import { type Child, startChild } from "../../support/child.ts";
import { filesInTheEnd, filesWith } from "../../support/raw-files.ts";
import { mountSmallDisk } from "../../support/small-disk.ts";

const CHILD = new URL("../../support/store-child.ts", import.meta.url);
let folder: string;
let file: string;
let store: StateStore | undefined;
const children: Child[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tro-ly-so-faults-"));
  file = join(folder, "conversations.sqlite");
});
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.kill()));
  await store?.close().catch(() => {});
  store = undefined;
  await rm(folder, { recursive: true, force: true });
});

let count = 0;
const nextTurn = (changes: Parameters<typeof turnWith>[0] = {}) => {
  const number = ++count;
  return turnWith({ messageId: `message-${number}`, code: `C${number}`, createdAt: Date.now(), ...changes });
};
const save = () => store!.saveTurn(nextTurn(), "{}");
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "none",
    (error: { code: string }) => error.code,
  );
const problems = async () => (await store!.status()).problems.map(({ code }) => code);
/** What is in order by itself after a while; the next look knows. */
async function untilUsable(): Promise<void> {
  while (!(await store!.status()).usable) await wait(20);
}
async function child(): Promise<Child> {
  const started = await startChild(CHILD);
  children.push(started);
  return started;
}

describe("a store whose files are taken away while it works", () => {
  test("keeps nothing in silence: every call says so, and goes on when they are put back", async () => {
    store = await openSqliteStore(file);
    await save();
    const [gone, back] = [`${file}-away`, file];
    await rename(file, gone);
    expect(await codeOf(save())).toBe("store_gone");
    expect(await codeOf(store.find("conversation-1"))).toBe("store_gone");
    expect(await store.status()).toMatchObject({
      usable: false,
      problems: [{ code: "store_gone", severity: "error", message: expect.stringContaining("bị xóa") }],
    });
    await rename(gone, back);
    await save();
    await untilUsable();
    expect(await store.turns("conversation-1")).toHaveLength(2);
  });

  test("goes on with a copy that is brought back in their place", async () => {
    store = await openSqliteStore(file);
    await save();
    await store.close();
    const copy = join(folder, "copy.sqlite");
    await copyFile(file, copy);
    store = await openSqliteStore(file);
    await save();
    for (const suffix of ["", "-wal", "-shm"]) await rm(file + suffix, { force: true });
    expect(await codeOf(save())).toBe("store_gone");
    await rename(copy, file);
    await save();
    expect(await store.turns("conversation-1")).toHaveLength(2);
    await untilUsable();
  });
});

test("a full disk is said in words, reads go on, and it works again once there is room", async (context) => {
  const disk = await mountSmallDisk(3);
  if (typeof disk === "string") return context.skip(disk);
  try {
    file = join(disk.folder, "conversations.sqlite");
    store = await openSqliteStore(file, { lowDiskMb: 1 });
    await save();
    const filler = join(disk.folder, "filler");
    await writeFile(filler, Buffer.alloc(4 * 1024 * 1024)).catch(() => {});
    const codes = new Set<string>();
    for (let i = 0; i < 40; i++) codes.add(await codeOf(store.saveTurn(nextTurn(), "x".repeat(20_000))));
    expect(codes).toContain("store_full");
    expect([...codes].filter((code) => code !== "none")).toEqual(["store_full"]);
    expect(await store.turns("conversation-1")).not.toEqual([]);
    const accepted = store.mailbox.accept({
      channel: "zalo",
      key: "k",
      person: "p",
      payload: "x".repeat(20_000),
      receivedAt: 1,
    });
    expect(await codeOf(accepted)).toBe("store_full");
    const status = await store.status();
    expect(status.usable).toBe(false);
    expect(status.problems.map(({ code }) => code)).toEqual(["disk_low", "store_full"]);
    expect(status.problems[1]!.message).toContain("Ổ đĩa chứa kho hội thoại đã đầy");
    // Another process opens it all the same, to look.
    const other = await openSqliteStore(file);
    expect(await other.turns("conversation-1")).not.toEqual([]);
    await other.close();
    await rm(filler);
    await untilUsable();
    await save();
    expect(await problems()).toEqual([]);
  } finally {
    await store?.close();
    await disk.remove();
  }
});

test("a disk that turns read-only is said in words, at work and at the opening", async (context) => {
  const disk = await mountSmallDisk(3);
  if (typeof disk === "string") return context.skip(disk);
  try {
    file = join(disk.folder, "conversations.sqlite");
    const before = await openSqliteStore(file);
    await before.saveTurn(nextTurn(), "{}");
    await before.close();
    disk.readOnly(true);
    expect(await codeOf(openSqliteStore(file))).toBe("store_readonly");
    await expect(openSqliteStore(file)).rejects.toThrow(/chỉ cho đọc.*conversations\.sqlite/);
    disk.readOnly(false);
    store = await openSqliteStore(file);
    expect(await store.turns("conversation-1")).toHaveLength(1);
  } finally {
    await store?.close();
    await disk.remove();
  }
});

test("a file that is cut short while nobody has it open is named as such", async () => {
  store = await openSqliteStore(file);
  for (let i = 0; i < 40; i++) await store.saveTurn(nextTurn(), "x".repeat(2000));
  await store.close();
  await truncate(file, Math.floor((await stat(file)).size / 2));
  expect(await codeOf(openSqliteStore(file))).toBe("store_truncated");
});

test("a lock of eight seconds of another process: reads go on, the event loop turns, the turn is kept", async () => {
  store = await openSqliteStore(file);
  await save();
  const other = await child();
  expect(await other.ask(`lock ${file}`)).toBe("ok");
  let isSaved = false;
  let turns = 0;
  const ticking = setInterval(() => turns++, 10);
  const saving = save().then(() => {
    isSaved = true;
  });
  const until = performance.now() + 8000;
  const seen = new Set<string>();
  while (performance.now() < until) {
    expect(await store.turns("conversation-1")).toHaveLength(1);
    for (const code of await problems()) seen.add(code);
    await wait(100);
  }
  clearInterval(ticking);
  expect(isSaved).toBe(false);
  expect([...seen]).toEqual(["store_busy"]);
  expect(turns).toBeGreaterThan(50);
  expect(await other.ask("let go")).toBe("ok");
  await saving;
  expect(await store.turns("conversation-1")).toHaveLength(2);
  await untilUsable();
});

test("text that was deleted while another process reads is told of, and gone when that has ended", async () => {
  store = await openSqliteStore(file);
  const word = "quả thanh trà";
  await store.saveTurn(nextTurn({ question: word }), "{}");
  const other = await child();
  expect(await other.ask(`read ${file}`)).toBe("ok");
  expect(await store.deleteConversation("conversation-1")).toBe(true);
  expect(await filesWith(file, [word])).not.toEqual([]);
  expect(await problems()).toEqual(["deleted_in_log"]);
  expect(await other.ask("let go")).toBe("ok");
  expect(await filesInTheEnd(file, [word])).toEqual([]);
  while ((await problems()).length > 0) await wait(50);
});

test("a new store is opened by several processes at once, 24 times", async () => {
  const processes = await Promise.all([child(), child(), child()]);
  for (let i = 0; i < 24; i++) {
    const made = join(folder, `${i}.sqlite`);
    const answers = await Promise.all(processes.map((one) => one.ask(`open ${made}`)));
    expect(answers, `try ${i}`).toEqual(["ok", "ok", "ok"]);
  }
}, 240_000);

test("above its quota it warns and goes on", async () => {
  store = await openSqliteStore(file, { quotaMb: 0.05, lowDiskMb: 0 });
  await save();
  expect(await problems()).toEqual(["store_over_quota"]);
  expect(await store.status()).toMatchObject({
    usable: true,
    problems: [{ severity: "warning", message: expect.stringContaining("STORE_QUOTA_MB") }],
  });
  await save();
});

test("it is readable by the user of the program alone, also what an earlier version left open to all", async () => {
  const rights = async () =>
    Promise.all(["", "-wal", "-shm"].map(async (suffix) => (await stat(file + suffix)).mode & 0o777));
  store = await openSqliteStore(file);
  await save();
  expect(await rights()).toEqual([0o600, 0o600, 0o600]);
  await store.close();
  await chmod(file, 0o644);
  store = await openSqliteStore(file);
  await save();
  expect(await rights()).toEqual([0o600, 0o600, 0o600]);
});
