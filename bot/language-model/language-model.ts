/** What the assistant needs of a language model. It phrases and chooses; what it says is a proposal that has to pass the
 *  text lock, and what it chooses is one of the records that were put to it. */
import type { z } from "zod";

/** `system` is ours; `user` holds the question and the documents, fenced as data. */
export interface Prompt {
  system: string;
  user: string;
}

/** What a model is asked for. */
export type Purpose = "rewrite" | "choose" | "phrase";
/** How long the asker may be kept waiting: somebody on the telephone waits less. */
export type Pace = "chat" | "voice";

/** What a model had a hand in, kept with the turn. */
export interface ModelUse {
  name: string;
  /** As the server calls it; null when it doesn't say. */
  version: string | null;
  purposes: Purpose[];
}

export interface CallOptions {
  purpose: Purpose;
  pace: Pace;
  signal: AbortSignal;
  /** Called once when the server says what the call took. */
  onUsage?: (usage: Usage) => void;
}

export interface Usage {
  inputTokens: number;
  outputTokens: number;
  /** The model that the server says it is, which may be more exact than the name set. */
  version: string | null;
}

export interface LanguageModel {
  /** As set: "ollama qwen3:8b". */
  readonly name: string;
  /** The text as it is made. Throws ProviderError; the caller may stop reading at any point. */
  write(prompt: Prompt, options: CallOptions): AsyncIterable<string>;
  /** A value that fits the schema. Throws ProviderError. */
  choose<Value>(prompt: Prompt, schema: z.ZodType<Value>, options: CallOptions): Promise<Value>;
}
