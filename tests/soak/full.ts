/** The tests that take a part of their work in `npm test`, with all of it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
export const TESTS: readonly string[] = [
  "tests/regular-expressions.test.ts",
  "tests/channels/voice/spoken-replies.test.ts",
  "tests/channels/zalo/kill.test.ts",
];

export async function run(): Promise<string[]> {
  const child = spawn(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", "--testTimeout=600000", "--hookTimeout=120000", ...TESTS],
    { cwd: PROJECT, env: { ...process.env, FULL_COUNTS: "1" }, stdio: "inherit" },
  );
  const [status] = await once(child, "exit");
  return status === 0 ? [] : ["a test failed, see above"];
}
