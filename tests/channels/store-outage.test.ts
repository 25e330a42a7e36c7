/** A store that can't be used: those who ask are told to come again, and are answered once it can be used again. */
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { openSqliteStore } from "../../bot/state/sqlite-store.ts";
import type { StateStore } from "../../bot/state/store.ts";
import { assistantOver, shippedKnowledge } from "../support/assistant.ts";
import { mountSmallDisk } from "../support/small-disk.ts";
import { startWebServer, type WebServer } from "../support/web-server.ts";

let web: WebServer | undefined;
let store: StateStore | undefined;
afterEach(async () => {
  await web?.close();
  await store?.close().catch(() => {});
  [web, store] = [undefined, undefined];
});

async function serve(file: string) {
  const knowledge = await shippedKnowledge();
  store = await openSqliteStore(file);
  const assistant = assistantOver(knowledge, store);
  web = await startWebServer({ assistant, knowledge }, store);
  const { base } = web;
  return async (headers: Record<string, string> = {}) => {
    const response = await fetch(`${base}/api/chat`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: JSON.stringify({ text: "Sở Y tế chủ trì những nhiệm vụ nào?" }),
    });
    const body = (await response.json()) as { code: string; message: string; conversationId: string };
    return { status: response.status, retryAfter: response.headers.get("retry-after"), body };
  };
}

const REFUSED = {
  status: 503,
  retryAfter: expect.stringMatching(/^\d+$/),
  body: { message: expect.stringMatching(/thử lại|đã đầy/) },
};

test("files that are taken away: 503 until they are back, then the same question under the same key is answered", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tro-ly-so-outage-"));
  try {
    const file = join(folder, "conversations.sqlite");
    const ask = await serve(file);
    expect((await ask()).status).toBe(200);
    await rename(file, `${file}-away`);
    const key = { "Idempotency-Key": "khoa-cua-mot-cau-hoi" };
    expect(await ask(key)).toMatchObject(REFUSED);
    await rename(`${file}-away`, file);
    const answered = await ask(key);
    expect(answered.status).toBe(200);
    expect(await store!.turns(answered.body.conversationId)).toHaveLength(1);
  } finally {
    await web?.close();
    await store?.close();
    await rm(folder, { recursive: true, force: true });
  }
});

test("a full disk: 503, and answers again by itself once there is room", async (context) => {
  const disk = await mountSmallDisk(3);
  if (typeof disk === "string") return context.skip(disk);
  try {
    const ask = await serve(join(disk.folder, "conversations.sqlite"));
    await writeFile(join(disk.folder, "filler"), Buffer.alloc(4 * 1024 * 1024)).catch(() => {});
    let last = await ask();
    for (let i = 0; i < 200 && last.status === 200; i++) last = await ask();
    expect(last).toMatchObject(REFUSED);
    await rm(join(disk.folder, "filler"));
    expect((await ask()).status).toBe(200);
  } finally {
    await web?.close();
    await store?.close();
    await disk.remove();
  }
});
