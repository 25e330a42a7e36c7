import { chmod, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import Database from "better-sqlite3";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTokenStore, type TokenStore } from "../../../channels/zalo/token-store.ts";
import { createTokens, type Tokens } from "../../../channels/zalo/tokens.ts";
import { type Child, startChild } from "../../support/child.ts";
import { filesWith } from "../../support/raw-files.ts";
import { type FakeZalo, faults, startFakeZalo } from "../../support/zalo/fake-zalo.ts";

const OAUTH = "/v4/oa/access_token";
const HOUR_MS = 60 * 60 * 1000;
const MINUTE_MS = 60_000;

let fake: FakeZalo;
let directory: string;
let file: string;
let lines: string[];
let outcomes: string[];
let clock: number;
let open: Tokens[];
beforeEach(async () => {
  fake = await startFakeZalo();
  directory = await mkdtemp(join(tmpdir(), "tro-ly-so-zalo-tokens-"));
  file = join(directory, "tokens.sqlite");
  [lines, outcomes, open, clock] = [[], [], [], Date.now()];
});
afterEach(async () => {
  await Promise.all(open.map((tokens) => tokens.close()));
  await fake.close();
  await rm(directory, { recursive: true, force: true });
});

function start(options: { seed?: string; store?: TokenStore } = {}): Tokens {
  const tokens = createTokens({
    store: options.store ?? openTokenStore(file),
    app: fake.app,
    seed: options.seed ?? "refresh-0",
    oauthUrl: fake.url,
    logger: pino({ level: "debug" }, { write: (line: string) => void lines.push(line) }),
    onRefresh: (outcome) => outcomes.push(outcome),
    now: () => clock,
    elapsed: () => clock,
  });
  open.push(tokens);
  return tokens;
}
const asked = () => fake.calls.map(({ body }) => body.refresh_token);

test("the first token comes from the settings, later ones from the disk; each refresh token is used once", async () => {
  expect(await start().current()).toBe("access-1");
  expect(await start().current()).toBe("access-1");
  clock += 25 * HOUR_MS - 11 * MINUTE_MS;
  expect(await start().current()).toBe("access-1");
  clock += 2 * MINUTE_MS;
  const again = start();
  expect(await again.current()).toBe("access-2");
  expect(await again.insteadOf("access-2")).toBe("access-3");
  expect(asked()).toEqual(["refresh-0", "refresh-1", "refresh-2"]);
  expect(fake.calls[0]!.body).toEqual({
    app_id: fake.app.id,
    grant_type: "refresh_token",
    refresh_token: "refresh-0",
  });
});

test("the pair is on the disk, for its owner alone, before it is used", async () => {
  const tokens = start();
  const seen: (string | undefined)[] = [];
  await tokens.current();
  seen.push(openTokenStore(file).read()?.refreshToken);
  await tokens.insteadOf("access-1");
  seen.push(openTokenStore(file).read()?.refreshToken);
  expect(seen).toEqual(["refresh-1", "refresh-2"]);
  for (const suffix of ["", "-wal", "-shm"]) expect((await stat(file + suffix)).mode & 0o077).toBe(0);
});

test("what was replaced stands in no file, and a file that was open to all is no more", async () => {
  const tokens = start();
  await tokens.current();
  expect(await filesWith(file, ["refresh-1"])).not.toEqual([]);
  await chmod(file, 0o644);
  await start().insteadOf("access-1");
  expect(await filesWith(file, ["refresh-0", "refresh-1", "access-1"])).toEqual([]);
  expect(await filesWith(file, ["refresh-2"])).not.toEqual([]);
  for (const suffix of ["", "-wal", "-shm"]) expect((await stat(file + suffix)).mode & 0o077).toBe(0);
});

test("a lock of another process holds up neither opening nor reading nor the event loop", async () => {
  await start().current();
  const other = new Database(file);
  other.exec("BEGIN IMMEDIATE");
  const tokens = start();
  expect(await tokens.current()).toBe("access-1");
  let isRenewed = false;
  const renewed = tokens.insteadOf("access-1").finally(() => {
    isRenewed = true;
  });
  for (let i = 0; i < 20; i++) await wait(5);
  expect(isRenewed).toBe(false);
  other.exec("COMMIT");
  other.close();
  expect(await renewed).toBe("access-2");
});

test("a new refresh token in the settings wins over the one kept, once", async () => {
  await start().current();
  // The account has given its consent anew; what it gave before is worth nothing.
  await fake.close();
  fake = await startFakeZalo({ refreshToken: "consent-2" });
  expect(await start({ seed: "consent-2" }).current()).toBe("access-1");
  clock += 26 * HOUR_MS;
  expect(await start({ seed: "consent-2" }).current()).toBe("access-2");
  expect(asked()).toEqual(["consent-2", "refresh-1"]);
});

test("a new one is asked with at once, though the kept one is valid; when it is refused the kept one serves", async () => {
  await start().current();
  const other = start({ seed: "refresh-of-nobody" });
  expect(await other.current()).toBe("access-2");
  expect(asked()).toEqual(["refresh-0", "refresh-of-nobody", "refresh-1"]);
  expect(lines.join("")).toContain("zalo_refresh_token_ignored");
  expect(await start({ seed: "refresh-of-nobody" }).current()).toBe("access-2");
  expect(await start().current()).toBe("access-2");
  expect(asked()).toHaveLength(3);
});

describe("a failure", () => {
  test.each([
    ["refused", { error: -14014 }, "-14014", 60_000],
    ["an error page", { status: 502, body: "<html>" }, "http_502", 5000],
    ["an answer without a pair", { status: 200, body: '{"access_token":"a"}' }, "http_200", 5000],
    ["a broken connection", { reset: "before" } as const, "UND_ERR_SOCKET", 5000],
  ])(
    "(%s) is logged for a person and counted; the next attempt waits",
    async (_what, fault, code, pauseMs) => {
      fake.fault = faults(OAUTH, fault);
      const tokens = start();
      for (let i = 0; i < 3; i++)
        await expect(tokens.current()).rejects.toMatchObject({ code: "zalo_token_refresh_failed" });
      expect(fake.calls).toHaveLength(1);
      const errors = lines.map((line) => JSON.parse(line)).filter((line) => line.level === 50);
      expect(errors).toMatchObject([
        { event: "zalo_token_refresh_failed", code, refused: code.startsWith("-") },
      ]);
      expect(outcomes).toEqual(["failed"]);
      clock += pauseMs;
      expect(await tokens.current()).toBe("access-1");
      expect(outcomes).toEqual(["failed", "refreshed"]);
      expect(lines.join("")).not.toMatch(/refresh-\d|access-\d|s3cr3t/);
    },
  );

  test("to write the pair doesn't lose it: it serves, and is written when that works again", async () => {
    const inner = openTokenStore(file);
    let isFull = true;
    const full: TokenStore = {
      ...inner,
      exclusively: (work) =>
        inner.exclusively((save) =>
          work((pair, seed) => {
            if (isFull) throw new Error("disk full");
            save(pair, seed);
          }),
        ),
    };
    const tokens = start({ store: full });
    expect(await tokens.current()).toBe("access-1");
    expect(await tokens.current()).toBe("access-1");
    expect(lines.join("")).toContain("zalo_token_not_saved");
    expect(inner.read()).toBeUndefined();
    isFull = false;
    clock += 5000;
    expect(await tokens.current()).toBe("access-1");
    expect(inner.read()?.refreshToken).toBe("refresh-1");
    expect(await start().current()).toBe("access-1");
    expect(asked()).toEqual(["refresh-0"]);
  });
});

test("a close waits for the refresh under way: its answer is kept", async () => {
  fake.refreshDelayMs = 50;
  const tokens = start();
  const token = tokens.current();
  await tokens.close();
  open = [];
  expect(await token).toBe("access-1");
  expect(openTokenStore(file).read()?.accessToken).toBe("access-1");
});

test("processes that need a new token at the same moment: one refresh, and all have its token", async () => {
  fake.refreshDelayMs = 150;
  const arguments_ = [file, fake.url, fake.app.id, fake.app.secret];
  const script = new URL("../../support/zalo/token-child.ts", import.meta.url);
  const children = await Promise.all([1, 2, 3, 4].map(() => startChild(script, arguments_)));
  const [one, two, three, four] = children as [Child, Child, Child, Child];
  try {
    const current = children.map((child) => child.ask("current"));
    expect(await Promise.all(current)).toEqual(Array(4).fill("access-1"));
    expect(fake.refreshes).toBe(1);
    const instead = [one, two].map((child) => child.ask("insteadOf access-1"));
    expect(await Promise.all(instead)).toEqual(["access-2", "access-2"]);
    expect(fake.refreshes).toBe(2);
    // One dies with the lock in its hand: the others aren't held up.
    fake.fault = faults(OAUTH, { hang: "before" });
    const stuck = three.ask("insteadOf access-2").catch(() => "dead");
    while (fake.calls.length < 3) await wait(5);
    const waiting = four.ask("insteadOf access-2");
    await three.kill();
    expect(await stuck).toBe("dead");
    expect(await waiting).toBe("access-3");
    expect(asked()).toEqual(["refresh-0", "refresh-1", "refresh-2", "refresh-2"]);
  } finally {
    await Promise.all(children.map((child) => child.kill()));
  }
}, 30_000);
