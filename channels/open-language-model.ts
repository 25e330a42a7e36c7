/** The language model that the settings name, guarded and counted; nothing is loaded when they name none. */
import type { ModelCall } from "../bot/language-model/guarded-model.ts";
import type { ModelOptions, ModelOutcome } from "../bot/language-model/model-steps.ts";
import { OLLAMA_URL } from "../knowledge/provider-access.ts";
import type { LanguageModelConfig } from "./language-model-settings.ts";

export interface ModelWatch {
  onCall?: (call: ModelCall & { cost: number }) => void;
  onOutcome?: (outcome: ModelOutcome) => void;
}

const MILLION = 1_000_000;

export async function openLanguageModel(
  config: LanguageModelConfig,
  watch: ModelWatch = {},
): Promise<ModelOptions | undefined> {
  const { LLM_PROVIDER: provider, LLM_INPUT_PRICE, LLM_OUTPUT_PRICE } = config;
  if (provider === "") return undefined;
  const [{ connectModel }, { createGuardedModel }] = await Promise.all([
    import("../bot/language-model/providers.ts"),
    import("../bot/language-model/guarded-model.ts"),
  ]);
  const model = await connectModel({
    provider,
    model: config.LLM_MODEL,
    url: config.LLM_URL || OLLAMA_URL,
    apiKey: config.LLM_API_KEY,
    apiVersion: config.LLM_API_VERSION,
  });
  const costOf = ({ inputTokens, outputTokens }: ModelCall) =>
    (inputTokens * LLM_INPUT_PRICE + outputTokens * LLM_OUTPUT_PRICE) / MILLION;
  return {
    model: createGuardedModel(model, {
      concurrency: config.LLM_CONCURRENCY,
      onCall: (call) => watch.onCall?.({ ...call, cost: costOf(call) }),
    }),
    timeoutMs: { chat: config.LLM_TIMEOUT_MS, voice: config.LLM_VOICE_TIMEOUT_MS },
    ...(watch.onOutcome ? { onOutcome: watch.onOutcome } : {}),
  };
}
