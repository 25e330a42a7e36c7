/** The neural embedding model that the settings name; nothing is loaded when they name none. */
import { basename, resolve } from "node:path";
import type { NeuralModel } from "../knowledge/neural-index.ts";
import { OLLAMA_URL } from "../knowledge/provider-access.ts";
import type { EmbeddingConfig } from "./embedding-settings.ts";

export async function openEmbeddings(config: EmbeddingConfig): Promise<NeuralModel | undefined> {
  const { EMBEDDINGS: provider, EMBEDDINGS_MODEL: model, RERANKER } = config;
  if (provider === "") return undefined;
  const { connectEmbeddings } = await import("../knowledge/embedding-models/providers.ts");
  const embeddings = await connectEmbeddings({
    provider,
    model: provider === "onnx" ? resolve(model) : model,
    url: config.EMBEDDINGS_URL || OLLAMA_URL,
    apiKey: config.EMBEDDINGS_API_KEY,
    queryPrefix: config.EMBEDDINGS_QUERY_PREFIX,
    documentPrefix: config.EMBEDDINGS_DOCUMENT_PREFIX,
  });
  // A folder may be moved; what is put before the texts changes their vectors.
  const name = [provider, provider === "onnx" ? basename(model) : model, config.EMBEDDINGS_DOCUMENT_PREFIX]
    .join(" ")
    .trim();
  if (RERANKER === "") return { name, embeddings, weight: config.EMBEDDINGS_WEIGHT };
  const { loadOnnx, onnxReranker } = await import("../knowledge/embedding-models/onnx.ts");
  const rerank = await onnxReranker(await loadOnnx(), resolve(RERANKER));
  return { name, embeddings, weight: config.EMBEDDINGS_WEIGHT, rerank };
}
