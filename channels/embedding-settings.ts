/** Settings of the embedding model, part of the one schema in config.ts. */
import { z } from "zod";
import { EMBEDDING_PROVIDERS } from "../knowledge/provider-access.ts";
import { providerProblems, serviceUrl, text } from "./setting-types.ts";

const prefix = z.string().max(100, "dài nhất 100 ký tự").default("");

export const embeddingSettings = {
  /** Empty: the built-in embedding, learned from the documents. ollama, openai (any server that speaks its protocol), onnx
   *  (a model in a folder, by @huggingface/transformers). */
  EMBEDDINGS: z
    .enum(["", ...EMBEDDING_PROVIDERS], "phải là ollama, openai hoặc onnx; để trống là dùng vectơ có sẵn")
    .default(""),
  /** Name of the model; of onnx, its folder. */
  EMBEDDINGS_MODEL: text(300),
  EMBEDDINGS_URL: serviceUrl(""),
  EMBEDDINGS_API_KEY: text(500),
  /** Put before a question and before a text, as models such as E5 want it: "query: ", "passage: ". */
  EMBEDDINGS_QUERY_PREFIX: prefix,
  EMBEDDINGS_DOCUMENT_PREFIX: prefix,
  /** Share in the score of retrieval; the rest is words. */
  EMBEDDINGS_WEIGHT: z
    .string()
    .regex(/^(?:0(?:\.\d{1,3})?|1(?:\.0{1,3})?)$/, "phải là số từ 0 đến 1")
    .transform(Number)
    .default(0.4),
  /** Folder of a cross-encoder (ONNX) that reranks what was found; only with EMBEDDINGS. */
  RERANKER: text(300),
};

export type EmbeddingConfig = {
  readonly [Name in keyof typeof embeddingSettings]: z.infer<(typeof embeddingSettings)[Name]>;
};

const DETAILS = ["EMBEDDINGS_MODEL", "EMBEDDINGS_URL", "EMBEDDINGS_API_KEY", "RERANKER"] as const;

const NEEDS = {
  ollama: ["EMBEDDINGS_MODEL"],
  openai: ["EMBEDDINGS_MODEL", "EMBEDDINGS_URL"],
  onnx: ["EMBEDDINGS_MODEL"],
} as const;

/** What is missing or contradicts itself, "VARIABLE: why". */
export function embeddingProblems(config: EmbeddingConfig): string[] {
  const { EMBEDDINGS: provider } = config;
  const problems = providerProblems(config, "EMBEDDINGS", provider, DETAILS, NEEDS);
  const odd = provider === "onnx" ? (["EMBEDDINGS_URL", "EMBEDDINGS_API_KEY"] as const) : [];
  return [
    ...problems,
    ...odd.filter((name) => config[name] !== "").map((name) => `${name}: không dùng với EMBEDDINGS=onnx`),
  ];
}
