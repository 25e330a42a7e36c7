import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockForBuilding } from "../../knowledge/build-lock.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "tro-ly-so-lock-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Another process that holds the lock until it is killed. */
async function holder() {
  const module = new URL("../../knowledge/build-lock.ts", import.meta.url);
  const program = `import { lockForBuilding } from ${JSON.stringify(module.href)};
    await lockForBuilding(${JSON.stringify(root)});
    console.log("held");
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return child;
}

test("is held by one at a time, and says so to who can't wait", async () => {
  const unlock = await lockForBuilding(root);
  await expect(lockForBuilding(root, 0)).rejects.toMatchObject({ code: "knowledge_locked" });
  const next = lockForBuilding(root);
  unlock();
  (await next)();
});

test("of a process that was killed is free, for one of many", async () => {
  const child = await holder();
  await expect(lockForBuilding(root, 0)).rejects.toMatchObject({ code: "knowledge_locked" });
  child.kill("SIGKILL");
  await once(child, "exit");
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockForBuilding(root, 0)));
  const held = tries.filter((row) => row.status === "fulfilled");
  expect(held).toHaveLength(1);
  for (const { value: unlock } of held) unlock();
});
