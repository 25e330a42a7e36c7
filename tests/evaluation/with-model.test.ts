import { afterAll, beforeAll, expect, test } from "vitest";
import { type ModelServer, startModelServer } from "../support/model-server.ts";
import type { Row } from "./expectation.ts";
import { compareWithModel, formatComparison } from "./with-model.ts";

const NOW = new Date("2026-11-25T09:00:00+07:00");
const rowOf = (id: string, text: string): Row => ({
  id,
  topic: "procedure",
  form: "clean",
  turns: [{ text, expect: {} }],
});

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());

test("without a model there is nothing to compare", async () => {
  expect(await compareWithModel([], NOW, {}, async () => [])).toBeUndefined();
});

test("counts what a model mends and spoils, and what it takes", async () => {
  server.behave((request) =>
    request.purpose === "phrase" ? { say: "Lệ phí là 9.000 đồng [c2]." } : { status: 400 },
  );
  const environment = {
    LLM_PROVIDER: "openai",
    LLM_MODEL: "m",
    LLM_URL: server.url.openai,
    LLM_INPUT_PRICE: "1000",
  };
  const rows = [
    rowOf("procedure-001", "Đăng ký kết hôn lệ phí bao nhiêu?"),
    rowOf("procedure-002", "chứng thực"),
  ];
  const bots: unknown[] = [];
  const comparison = (await compareWithModel(rows, NOW, environment, async (bot, { turns }) => {
    if (!bots.includes(bot)) bots.push(bot);
    await bot.assistant.answer({ channel: "web", text: turns[0]!.text });
    // The first bot, without a model, fails the first question; the second one the other.
    return (bots.indexOf(bot) === 0) === (turns[0]!.text === rows[0]!.turns[0]!.text) ? ["failed"] : [];
  }))!;
  expect(comparison).toMatchObject({
    model: "openai m",
    questions: 2,
    rightWithout: 1,
    rightWith: 1,
    mended: ["procedure-001"],
    spoiled: ["procedure-002"],
    opened: 0,
    lockFailures: 0,
    calls: 3,
    outcomes: { "choose failed provider_refused": 1 },
  });
  expect(comparison.outcomes["phrase rejected figure_written"]).toBe(2);
  expect(formatComparison(comparison)).toContain("mended: procedure-001");
});
