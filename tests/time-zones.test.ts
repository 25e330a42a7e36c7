/** What depends on the day, run again as on servers elsewhere: west of Vietnam, far east of it, and in it. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
/** UTC−8, UTC+14 and UTC+7: half the world apart. */
const ZONES = ["America/Los_Angeles", "Pacific/Kiritimati", "Asia/Ho_Chi_Minh"];
const DATED = [
  "tests/knowledge/calendar.test.ts",
  "tests/bot/turn-of-the-year.test.ts",
  "tests/bot/sets/milestones.test.ts",
  "tests/bot/sets/relations.test.ts",
  "tests/channels/exports/calendar-file.test.ts",
  "tests/channels/exports/tasks-workbook.test.ts",
  "tests/channels/voice/hours.test.ts",
];

function run(zone: string, files: readonly string[]): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        "node_modules/vitest/vitest.mjs",
        "run",
        "--testTimeout=120000",
        "--hookTimeout=120000",
        "--maxWorkers=1",
        "--no-color",
        ...files,
      ],
      { cwd: ROOT, env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: zone } },
    );
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (part: Buffer) => {
        output += part.toString();
      });
    child.on("close", (status) => resolve({ status, output }));
  });
}

test.each(ZONES)(
  "the dated parts hold where the machine's zone is %s",
  async (zone) => {
    const { status, output } = await run(zone, DATED);
    expect(status, output.slice(-4000)).toBe(0);
    expect(output).toMatch(new RegExp(`Test Files +${DATED.length} passed`));
  },
  300_000,
);
