/** Settings of the language model, part of the one schema in config.ts. */
import { z } from "zod";
import { LANGUAGE_MODEL_PROVIDERS } from "../knowledge/provider-access.ts";
import { amount, providerProblems, serviceUrl, text, wholeNumber } from "./setting-types.ts";

export const languageModelSettings = {
  /** Where the model runs: ollama, openai (any server that speaks its protocol, vLLM among them), azure. Empty: none. */
  LLM_PROVIDER: z
    .enum(
      ["", ...LANGUAGE_MODEL_PROVIDERS],
      "phải là ollama, openai hoặc azure; để trống là không dùng mô hình",
    )
    .default(""),
  /** Name of the model; of azure, of its deployment. */
  LLM_MODEL: text(200),
  /** Of ollama http://127.0.0.1:11434 when it isn't set. */
  LLM_URL: serviceUrl(""),
  LLM_API_KEY: text(500),
  /** Of azure. */
  LLM_API_VERSION: text(40),
  /** For everything the model does in one answer; then the built-in answer goes out. */
  LLM_TIMEOUT_MS: wholeNumber(100, 60_000, 8000),
  /** The same on the telephone. */
  LLM_VOICE_TIMEOUT_MS: wholeNumber(100, 10_000, 2000),
  /** Calls at a time. */
  LLM_CONCURRENCY: wholeNumber(1, 1000, 4),
  /** Of a million tokens, in the office's own currency; for /metrics. */
  LLM_INPUT_PRICE: amount,
  LLM_OUTPUT_PRICE: amount,
};

export type LanguageModelConfig = {
  readonly [Name in keyof typeof languageModelSettings]: z.infer<(typeof languageModelSettings)[Name]>;
};

const DETAILS = ["LLM_MODEL", "LLM_URL", "LLM_API_KEY", "LLM_API_VERSION"] as const;
const NEEDS = {
  ollama: ["LLM_MODEL"],
  openai: ["LLM_MODEL", "LLM_URL"],
  azure: ["LLM_MODEL", "LLM_URL", "LLM_API_KEY", "LLM_API_VERSION"],
} as const;

/** What is missing or contradicts itself, "VARIABLE: why". */
export function languageModelProblems(config: LanguageModelConfig): string[] {
  const { LLM_PROVIDER: provider } = config;
  const problems = providerProblems(config, "LLM_PROVIDER", provider, DETAILS, NEEDS);
  const isOdd = provider !== "" && provider !== "azure" && config.LLM_API_VERSION !== "";
  return isOdd ? [...problems, "LLM_API_VERSION: chỉ dùng với LLM_PROVIDER=azure"] : problems;
}
