import { afterAll, beforeAll, expect, test } from "vitest";
import type { ModelWatch } from "../../channels/open-language-model.ts";
import { openLanguageModel } from "../../channels/open-language-model.ts";
import { loadConfig } from "../../config.ts";
import { type ModelServer, startModelServer } from "../support/model-server.ts";

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());

test("none is opened when none is set", async () => {
  expect(await openLanguageModel(loadConfig({}))).toBeUndefined();
});

test("the one that is set is counted with what its tokens cost, and has the times that are set", async () => {
  server.behave(() => ({ say: "Xin chào." }));
  const calls: Parameters<NonNullable<ModelWatch["onCall"]>>[0][] = [];
  const opened = (await openLanguageModel(
    loadConfig({
      LLM_PROVIDER: "ollama",
      LLM_MODEL: "qwen3:8b",
      LLM_URL: server.url.ollama,
      LLM_TIMEOUT_MS: "700",
      LLM_VOICE_TIMEOUT_MS: "300",
      LLM_INPUT_PRICE: "10",
      LLM_OUTPUT_PRICE: "50",
    }),
    { onCall: (call) => calls.push(call) },
  ))!;
  expect(opened.timeoutMs).toEqual({ chat: 700, voice: 300 });
  expect(opened.model.name).toBe("ollama qwen3:8b");
  const options = { purpose: "phrase", pace: "chat", signal: new AbortController().signal } as const;
  let text = "";
  for await (const part of opened.model.write({ system: "", user: "<cau_hoi></cau_hoi>" }, options))
    text += part;
  expect(text).toBe("Xin chào.");
  expect(calls).toHaveLength(1);
  expect(calls[0]).toMatchObject({ purpose: "phrase", outcome: "ok", inputTokens: 100, outputTokens: 20 });
  expect(calls[0]!.cost).toBeCloseTo((100 * 10 + 20 * 50) / 1_000_000, 10);
});
