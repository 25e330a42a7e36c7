import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openAssistant } from "../../channels/open-assistant.ts";
import { loadConfig } from "../../config.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "tro-ly-so-open-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test("builds the knowledge once, keeps conversations, and forgets them after the days of retention", async () => {
  const config = loadConfig({ DATA_DIR: join(directory, "data"), RETENTION_DAYS: "2" });
  const start = new Date("2024-03-01T08:00:00+07:00").getTime();
  const openAt = (days: number, steps: string[] = []) =>
    openAssistant(config, {
      now: () => new Date(start + days * DAY_MS),
      onProgress: ({ step }) => steps.push(step),
    });

  const firstSteps: string[] = [];
  const first = await openAt(0, firstSteps);
  const { conversationId } = await first.assistant.answer({ text: "Xin chào", channel: "cli" });
  first.close();
  expect(firstSteps).toContain("Lập chỉ mục");

  const secondSteps: string[] = [];
  const second = await openAt(1.9, secondSteps);
  expect(second.knowledge.version).toBe(first.knowledge.version);
  expect(secondSteps).not.toContain("Lập chỉ mục");
  expect(second.store.find(conversationId)).toBeDefined();
  second.close();

  const third = await openAt(2.1);
  expect(third.store.find(conversationId)).toBeUndefined();
  await expect(
    third.assistant.answer({ text: "Xin chào", channel: "cli", conversationId }),
  ).rejects.toMatchObject({ code: "conversation_unknown", status: 404 });
  third.close();
});
