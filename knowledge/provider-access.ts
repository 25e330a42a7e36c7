/** How servers of models are reached, whatever the model is for. */

export const OLLAMA_URL = "http://127.0.0.1:11434";

/** A server on the office's own network often asks for no key, but a client of OpenAI's insists on one. */
export const keyOrNone = (apiKey: string): string => apiKey || "none";

/** For a client that knows no keys, such as Ollama's. */
export const bearerHeaders = (apiKey: string): { headers?: { Authorization: string } } =>
  apiKey === "" ? {} : { headers: { Authorization: `Bearer ${apiKey}` } };
