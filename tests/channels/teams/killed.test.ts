import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openSqliteStore } from "../../../bot/state/sqlite-store.ts";
import { messageWith, startTeamsApp } from "../../support/teams/app.ts";
import { startConnector } from "../../support/teams/connector.ts";
import { fakeAssistant } from "../fakes.ts";

const path = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));

test("what a killed process had acknowledged is answered by the next one, once", async () => {
  const folder = await mkdtemp(join(tmpdir(), "teams-"));
  const file = join(folder, "conversations.sqlite");
  const connector = await startConnector();
  const child = spawn(process.execPath, ["--import", "tsx", path("support/teams/serve.ts"), file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [url] = (await once(createInterface(child.stdout), "line")) as [string];
  const asked = messageWith(connector.serviceUrl);
  const headers = { "Content-Type": "application/json" };
  const post = (to: string) => fetch(to, { method: "POST", headers, body: JSON.stringify(asked) });
  expect((await post(url)).status).toBe(200);
  expect((await post(url)).status).toBe(200);
  child.kill("SIGKILL");
  await once(child, "exit");

  const store = await openSqliteStore(file);
  const assistant = fakeAssistant();
  const app = await startTeamsApp({ store, assistant });
  const [answer] = await connector.hasMessages(1);
  expect(answer!.replyToId).toBe(asked.id);
  expect((await app.post(asked)).status).toBe(200);
  while ((await store.mailbox.counts()).some(({ state }) => state === "waiting")) await wait(10);
  expect(connector.messages()).toHaveLength(1);
  expect(assistant.asked).toHaveLength(1);
  await app.close();
  await store.close();
  await connector.close();
  await rm(folder, { recursive: true });
}, 30_000);
