/** The servers that a language model may come from. A provider's package is loaded when it is asked for: each costs half
 *  a second of the start. Retries and limits are ours (guarded-model.ts), so those of the packages are off. */
import { bearerHeaders, keyOrNone, type LANGUAGE_MODEL_PROVIDERS } from "../../knowledge/provider-access.ts";
import { createLangChainModel, MAX_OUTPUT_TOKENS } from "./langchain-model.ts";
import type { LanguageModel } from "./language-model.ts";

export type Provider = (typeof LANGUAGE_MODEL_PROVIDERS)[number];

export interface ProviderOptions {
  provider: Provider;
  /** Of azure: the name of the deployment. */
  model: string;
  url: string;
  /** Empty for a server that asks for none. */
  apiKey: string;
  /** Of azure. */
  apiVersion: string;
}

export async function connectModel(options: ProviderOptions): Promise<LanguageModel> {
  const { provider, model, url, apiKey, apiVersion } = options;
  const common = { model, temperature: 0, maxRetries: 0 };
  const name = `${provider} ${model}`;
  if (provider === "ollama") {
    const { ChatOllama } = await import("@langchain/ollama");
    // A client for each call: a stream that ends early ends all the others of its client with it, and a server that
    // doesn't answer would be waited for beyond the signal.
    return createLangChainModel(name, (signal) => {
      const fetchUntil: typeof fetch = (input, init) =>
        fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([signal, init.signal]) : signal });
      const options = { ...common, baseUrl: url, numPredict: MAX_OUTPUT_TOKENS, ...bearerHeaders(apiKey) };
      return new ChatOllama({ ...options, fetch: fetchUntil });
    });
  }
  const { AzureChatOpenAI, ChatOpenAI } = await import("@langchain/openai");
  const chat = { ...common, maxTokens: MAX_OUTPUT_TOKENS, useResponsesApi: false };
  const connected =
    provider === "azure"
      ? new AzureChatOpenAI({
          ...chat,
          azureOpenAIEndpoint: url,
          azureOpenAIApiKey: apiKey,
          azureOpenAIApiDeploymentName: model,
          azureOpenAIApiVersion: apiVersion,
        })
      : new ChatOpenAI({ ...chat, apiKey: keyOrNone(apiKey), configuration: { baseURL: url } });
  return createLangChainModel(name, () => connected);
}
