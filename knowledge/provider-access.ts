/** Which servers of models there are, and how they are reached. */

export const LANGUAGE_MODEL_PROVIDERS = ["ollama", "openai", "azure"] as const;
export const EMBEDDING_PROVIDERS = ["ollama", "openai", "onnx"] as const;

export const OLLAMA_URL = "http://127.0.0.1:11434";

/** A server on the office's own network often asks for no key, but a client of OpenAI's insists on one. */
export const keyOrNone = (apiKey: string): string => apiKey || "none";

/** For a client that knows no keys, such as Ollama's. */
export const bearerHeaders = (apiKey: string): { headers?: { Authorization: string } } =>
  apiKey === "" ? {} : { headers: { Authorization: `Bearer ${apiKey}` } };
