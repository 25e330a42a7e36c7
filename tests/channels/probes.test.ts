import { describe, expect, test } from "vitest";
import type { StateStore, StoreStatus } from "../../bot/state/store.ts";
import { clockProbe, diskProbe, storeProbe } from "../../channels/probes.ts";

const MB = 1024 * 1024;
const MINUTE_MS = 60_000;

describe("the disk", () => {
  test.each([
    [0, false, "disk_full"],
    [MB, false, "disk_full"],
    [2 * MB, true, "ok"],
  ])("with %i bytes left", async (free, ok, code) => {
    const result = await diskProbe("/data", async () => free).check();
    expect(result).toMatchObject({ ok, code });
    if (code !== "ok") expect(result.detail).toContain("DATA_DIR");
  });

  test("this folder has room or not, one that isn't there is told", async () => {
    expect((await diskProbe(".").check()).code).toMatch(/^(ok|disk_full)$/);
    expect(await diskProbe("/nowhere/at/all").check()).toMatchObject({ ok: false, code: "disk_gone" });
  });
});

describe("the clock", () => {
  const BUILT = new Date("2026-11-20T00:00:00Z");
  function clock(at: string) {
    const start = Date.parse(at);
    const time = { wall: start, up: 1000 };
    const probe = clockProbe({ builtAt: () => BUILT, now: () => time.wall, uptime: () => time.up });
    const pass = (upMs: number, wallMs = upMs) => {
      time.up += upMs;
      time.wall += wallMs;
    };
    return { probe, pass };
  }

  test("that runs is well, however long", async () => {
    const { probe, pass } = clock("2026-11-25T00:00:00Z");
    pass(400 * 24 * 60 * MINUTE_MS);
    expect(await probe.check()).toEqual({ ok: true, code: "ok", detail: "" });
  });

  test("before the knowledge base was built is wrong", async () => {
    expect(await clock("2024-11-25T00:00:00Z").probe.check()).toMatchObject({
      ok: false,
      code: "clock_behind",
    });
  });

  test.each([
    [-10, "lùi 10 phút"],
    [730 * 24 * 60, "tiến 1051200 phút"],
  ])("that was set by %i minutes is told and serves on", async (minutes, words) => {
    const { probe, pass } = clock("2026-11-25T00:00:00Z");
    pass(MINUTE_MS, MINUTE_MS * (1 + minutes));
    const result = await probe.check();
    expect(result).toMatchObject({ ok: true, code: "clock_moved" });
    expect(result.detail).toContain(words);
  });

  test("before there is a knowledge base nothing is known against it", async () => {
    expect((await clockProbe({ builtAt: () => undefined, now: () => 0 }).check()).ok).toBe(true);
  });
});

describe("the store", () => {
  const status = (problems: StoreStatus["problems"]): Pick<StateStore, "status"> => ({
    status: async () => ({
      usable: problems.every(({ severity }) => severity !== "error"),
      problems,
      sizeBytes: null,
      freeDiskBytes: null,
      oldestInboxMs: null,
      oldestOutboxMs: null,
      erased: null,
      purgeRefused: null,
    }),
  });
  const waiting = { code: "inbox_waiting", severity: "warning", message: "Có tin chờ." } as const;
  const full = { code: "store_full", severity: "error", message: "Ổ đĩa đầy." } as const;

  test("without a word is well", async () => {
    expect(await storeProbe(status([])).check()).toEqual({ ok: true, code: "ok", detail: "" });
  });

  test("with messages that wait serves on and tells of them", async () => {
    const result = await storeProbe(status([waiting])).check();
    expect(result).toEqual({ ok: true, code: "inbox_waiting", detail: "Có tin chờ." });
  });

  test("that can't be written to is out of service, by the code of what stops it", async () => {
    const result = await storeProbe(status([waiting, full])).check();
    expect(result).toMatchObject({ ok: false, code: "store_full" });
    expect(result.detail).toContain("Ổ đĩa đầy.");
  });
});
