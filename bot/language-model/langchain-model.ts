/** A chat model of LangChain as our LanguageModel: one place knows its messages, its chunks and its errors. */
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { AIMessage } from "@langchain/core/messages";
import type { z } from "zod";
import { ProviderError } from "../../knowledge/errors.ts";
import type { CallOptions, LanguageModel, Prompt } from "./language-model.ts";

/** Of a short answer: a few sentences, or a few fields. */
export const MAX_OUTPUT_TOKENS = 700;
const SCHEMA_NAME = "tra_loi";

/** `connect` gives the chat model for one call, whose connection has to end with the signal. */
export function createLangChainModel(
  name: string,
  connect: (signal: AbortSignal) => BaseChatModel,
): LanguageModel {
  return {
    name,
    async *write(prompt, options) {
      let isFinished = false;
      let version: string | null = null;
      try {
        const { signal } = options;
        for await (const chunk of await connect(signal).stream(messagesOf(prompt), { signal })) {
          isFinished ||= finishOf(chunk);
          version = versionOf(chunk) ?? version;
          report(chunk, version, options);
          if (typeof chunk.content !== "string") throw new ProviderError("provider_malformed");
          if (chunk.content !== "") yield chunk.content;
        }
      } catch (error) {
        throw toProviderError(error, options.signal);
      }
      // Some clients end quietly when they are told to stop.
      if (options.signal.aborted) throw toProviderError(undefined, options.signal);
      // A connection that was cut looks like an end, but for the reason why it ended.
      if (!isFinished) throw new ProviderError("provider_cut", { retryable: true });
    },
    async choose<Value>(prompt: Prompt, schema: z.ZodType<Value>, options: CallOptions) {
      const { signal } = options;
      const structured = connect(signal).withStructuredOutput(schema as z.ZodType<Record<string, unknown>>, {
        name: SCHEMA_NAME,
        method: "jsonSchema",
        includeRaw: true,
      });
      let given: unknown;
      try {
        const { raw, parsed } = await structured.invoke(messagesOf(prompt), { signal });
        report(raw as AIMessage, versionOf(raw as AIMessage), options);
        given = parsed;
      } catch (error) {
        throw toProviderError(error, options.signal);
      }
      const checked = schema.safeParse(given);
      if (!checked.success) throw new ProviderError("provider_malformed", { retryable: true });
      return checked.data;
    },
  };
}

const messagesOf = ({ system, user }: Prompt): [string, string][] => [
  ["system", system],
  ["human", user],
];

/** Names of errors of a client that could not read what it got. */
const MALFORMED = /^(?:SyntaxError|OutputParserException|\$?ZodError)$/;

type Metadata = Record<string, unknown>;
type Answer = Pick<AIMessage, "response_metadata" | "usage_metadata">;

/** finish_reason: OpenAI; done_reason: Ollama. */
function finishOf(message: Answer): boolean {
  const { finish_reason, done_reason, done } = message.response_metadata as Metadata;
  return Boolean(finish_reason ?? done_reason ?? done);
}

/** What the server calls itself: name, and fingerprint where there is one. */
function versionOf(message: Answer): string | null {
  const { model_name, model, system_fingerprint } = message.response_metadata as Metadata;
  const parts = [model_name ?? model, system_fingerprint].filter((part) => typeof part === "string");
  return parts.join(" ").slice(0, 100) || null;
}

/** The name may come in one part of a stream and the count in another. */
function report({ usage_metadata: usage }: Answer, version: string | null, { onUsage }: CallOptions): void {
  if (!usage) return;
  onUsage?.({ inputTokens: usage.input_tokens, outputTokens: usage.output_tokens, version });
}

/** Keeps status and kind; the message of a provider may repeat what was asked. */
function toProviderError(error: unknown, signal: AbortSignal): ProviderError {
  if (error instanceof ProviderError) return error;
  if (signal.aborted) return new ProviderError("provider_timeout");
  const { status, status_code, name } = (error ?? {}) as Record<string, unknown>;
  const code = Number(status ?? status_code);
  if (code === 429 || code >= 500)
    return new ProviderError("provider_busy", { status: code, retryable: true });
  if (code >= 400) return new ProviderError("provider_refused", { status: code });
  if (MALFORMED.test(String(name))) return new ProviderError("provider_malformed", { retryable: true });
  return new ProviderError("provider_unreachable", { retryable: true });
}
