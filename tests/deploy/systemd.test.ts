import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const UNIT = readFileSync(new URL("../../deploy/tro-ly-so.service", import.meta.url), "utf8");

/** The last value counts, as for systemd, except where it adds up. */
function settingOf(name: string): string | undefined {
  return UNIT.match(new RegExp(`^${name}=(.*)$`, "gm"))
    ?.at(-1)
    ?.slice(name.length + 1);
}

test("it is started anew whatever ends it, and has longer to end than it needs", () => {
  expect(settingOf("Restart")).toBe("always");
  expect(settingOf("StartLimitIntervalSec")).toBe("0");
  expect(Number(settingOf("TimeoutStopSec"))).toBeGreaterThan(5);
  // The program speaks to no watchdog.
  expect(settingOf("WatchdogSec")).toBeUndefined();
});

test("it starts what npm start starts", () => {
  const { scripts } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  const [, ...args] = settingOf("ExecStart")!.split(" ");
  expect(args).toEqual(["--import", "tsx", scripts.start.split(" ").at(-1)]);
});

test("it can write to its data alone, and become nobody else", () => {
  expect(settingOf("User")).not.toBe("root");
  expect(settingOf("ProtectSystem")).toBe("strict");
  expect(UNIT).toContain(`Environment=DATA_DIR=/var/lib/${settingOf("StateDirectory")}\n`);
  expect(settingOf("StateDirectoryMode")).toBe("0700");
  expect(settingOf("NoNewPrivileges")).toBe("yes");
  expect(settingOf("CapabilityBoundingSet")).toBe("");
  // V8 makes code while it runs.
  expect(settingOf("MemoryDenyWriteExecute")).toBeUndefined();
});

test("systemd itself finds nothing wrong with it", ({ skip }) => {
  if (spawnSync("systemd-analyze", ["--version"]).error) skip("systemd-analyze is not on this machine");
  const folder = mkdtempSync(join(tmpdir(), "tro-ly-so-unit-"));
  try {
    const file = join(folder, "tro-ly-so.service");
    writeFileSync(file, UNIT.replace("/usr/bin/node", process.execPath));
    const { status, stderr } = spawnSync("systemd-analyze", ["verify", "--man=no", file], {
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
