/** Neural embedding models behind LangChain's `Embeddings`: a server, or an ONNX model in a folder. What a provider needs is
 *  loaded when it is asked for. */
import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import { bearerHeaders, type EMBEDDING_PROVIDERS, keyOrNone } from "../provider-access.ts";
import { loadOnnx, onnxEmbeddings } from "./onnx.ts";

export type EmbeddingProvider = (typeof EMBEDDING_PROVIDERS)[number];

export interface EmbeddingOptions {
  provider: EmbeddingProvider;
  /** Name of the model; of onnx, its folder. */
  model: string;
  url: string;
  apiKey: string;
  /** Some models want to be told which of both they read: "query: ", "passage: ". */
  queryPrefix: string;
  documentPrefix: string;
}

const MAX_RETRIES = 1;

export async function connectEmbeddings(options: EmbeddingOptions): Promise<EmbeddingsInterface> {
  const embeddings = await connect(options);
  const { queryPrefix, documentPrefix } = options;
  if (queryPrefix === "" && documentPrefix === "") return embeddings;
  return {
    embedQuery: (text) => embeddings.embedQuery(queryPrefix + text),
    embedDocuments: (texts) => embeddings.embedDocuments(texts.map((text) => documentPrefix + text)),
  };
}

async function connect({ provider, model, url, apiKey }: EmbeddingOptions): Promise<EmbeddingsInterface> {
  if (provider === "onnx") return onnxEmbeddings(await loadOnnx(), model);
  if (provider === "ollama") {
    const { OllamaEmbeddings } = await import("@langchain/ollama");
    return new OllamaEmbeddings({ model, baseUrl: url, maxRetries: MAX_RETRIES, ...bearerHeaders(apiKey) });
  }
  const { OpenAIEmbeddings } = await import("@langchain/openai");
  return new OpenAIEmbeddings({
    model,
    apiKey: keyOrNone(apiKey),
    maxRetries: MAX_RETRIES,
    // Servers that speak the protocol often don't know base64, the client's default.
    encodingFormat: "float",
    configuration: { baseURL: url },
  });
}
