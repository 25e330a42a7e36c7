/** Everything that a caller can be read, over all questions of the evaluation. */

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { piecesOf } from "../../../channels/voice/script.ts";
import { parseRows } from "../../evaluation/expectation.ts";
import { compareHeard } from "../../evaluation/heard.ts";
import { createEvaluationAssistant } from "../../support/assistant.ts";
import { partOrFull } from "../../support/full-counts.ts";
import { JambonzCall } from "../../support/voice/jambonz.ts";
import { openRig } from "../../support/voice/rig.ts";
import { unspeakable } from "../../support/voice/unspeakable.ts";

vi.setConfig({ testTimeout: 240_000 });

/** Of the questions; the evaluation compares all of them with what a recogniser hears. */
const ONE_IN = 6;
const NOW = new Date("2026-11-25T09:00:00+07:00");
const FOLDER = join(import.meta.dirname, "../../evaluation");
const rows = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".jsonl"))
  .flatMap((name) => parseRows(readFileSync(join(FOLDER, name), "utf8"), name))
  // Of every file some, since its questions are alike.
  .filter((_row, i) => i % partOrFull(ONE_IN, 1) === 0);

test("no reply and no piece of it holds anything that a synthesiser stumbles over", async () => {
  const bot = await createEvaluationAssistant({ now: NOW });
  const found: string[] = [];
  try {
    for (const { turns } of rows) {
      let conversationId: string | undefined;
      for (const { text, agency, audience } of turns) {
        const request = { channel: "voice", text, agency, audience, conversationId } as const;
        const response = await bot.assistant.answer(request);
        ({ conversationId } = response);
        // An English sentence keeps names as they are printed; what stumbles in Vietnamese isn't known of it.
        if (response.reply.language === "en") continue;
        for (const words of [response.reply.spoken, ...piecesOf(response.reply)])
          found.push(...unspeakable(words).map((what) => `${what} in: ${words}`));
      }
    }
  } finally {
    await bot.close();
  }
  expect(found.slice(0, 5)).toEqual([]);
});

test("at least nine of ten questions get the same answer as recognised speech", async () => {
  const bot = await createEvaluationAssistant({ now: NOW });
  const { n, same } = await compareHeard(bot, rows);
  await bot.close();
  expect(n).toBeGreaterThan(partOrFull(200, 1000));
  expect(same / n).toBeGreaterThanOrEqual(0.9);
});

const ESPEAK = ["/usr/bin/espeak-ng", "/usr/local/bin/espeak-ng"].find(existsSync);

/** Debian: apt-get install espeak-ng. */
test.skipIf(!ESPEAK)(
  "every prompt of a call is read to a WAV file by espeak-ng's Vietnamese voice",
  async () => {
    const bot = await createEvaluationAssistant({ now: NOW });
    const rig = await openRig({
      assistant: bot.assistant,
      knowledge: bot.knowledge,
      store: bot.store as never,
      now: NOW,
    });
    const folder = mkdtempSync(join(tmpdir(), "voice-"));
    try {
      const call = new JambonzCall(rig);
      await call.start();
      await call.say("đăng ký khai sinh cần giấy tờ gì");
      await call.say("nghe tiếp");
      await call.say("huyện xê đê chủ trì những việc gì");
      await call.press("2");
      await call.silence();
      await call.mumble();
      await call.press("0");
      await call.dialled("busy");
      await call.press("1");
      await call.say("tạm biệt");
      expect(call.heard).toHaveLength(11);
      for (const [i, prompt] of call.heard.entries()) {
        const file = join(folder, `${i}.wav`);
        const { status, stderr } = spawnSync(ESPEAK!, ["-v", "vi", "-w", file], {
          input: prompt,
          encoding: "utf8",
        });
        expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
        // 22,050 samples of two bytes a second: at least a tenth of a second for each word.
        expect(statSync(file).size).toBeGreaterThan(prompt.split(" ").length * 2205);
      }
    } finally {
      rmSync(folder, { recursive: true });
      await rig.close();
      await bot.close();
    }
  },
);
