/** Models in a folder, run by @huggingface/transformers: embeddings, and a cross-encoder that reranks. The package is
 *  half a gigabyte, so it is no dependency: whoever sets an ONNX model installs it. Nothing is downloaded. */
import { basename, dirname } from "node:path";
import { Embeddings } from "@langchain/core/embeddings";
import { KnowledgeError } from "../errors.ts";

/** The part of the package that is used. */
export interface OnnxRuntime {
  env: { allowRemoteModels: boolean; localModelPath: string };
  pipeline(
    task: "feature-extraction",
    model: string,
  ): Promise<
    (texts: string[], options: { pooling: "mean"; normalize: true }) => Promise<{ tolist(): number[][] }>
  >;
  AutoTokenizer: {
    from_pretrained(
      model: string,
    ): Promise<
      (texts: string[], options: { text_pair: string[]; padding: true; truncation: true }) => object
    >;
  };
  AutoModelForSequenceClassification: {
    from_pretrained(
      model: string,
    ): Promise<(inputs: object) => Promise<{ logits: { tolist(): number[][] } }>>;
  };
}

// Not written in the import itself, so that neither compiler nor npm asks for it.
const PACKAGE = "@huggingface/transformers";
const TEXTS_AT_A_TIME = 32;

/** Throws KnowledgeError "onnx_missing". */
export async function loadOnnx(load: () => Promise<unknown> = () => import(PACKAGE)): Promise<OnnxRuntime> {
  try {
    return (await load()) as OnnxRuntime;
  } catch (cause) {
    throw new KnowledgeError(
      "onnx_missing",
      `Mô hình ONNX cần gói ${PACKAGE}. Cài: npm install --no-save ${PACKAGE} --onnxruntime-node-install=skip`,
      { cause },
    );
  }
}

function localModel(runtime: OnnxRuntime, path: string): string {
  runtime.env.allowRemoteModels = false;
  runtime.env.localModelPath = dirname(path);
  return basename(path);
}

/** Throws KnowledgeError "onnx_model" when the folder holds no such model. */
export async function onnxEmbeddings(runtime: OnnxRuntime, path: string): Promise<Embeddings> {
  const model = localModel(runtime, path);
  const extract = await runtime.pipeline("feature-extraction", model).catch(unreadable(path));
  const embed = async (texts: string[]) =>
    (await extract(texts, { pooling: "mean", normalize: true })).tolist();
  return new (class extends Embeddings {
    async embedDocuments(texts: string[]): Promise<number[][]> {
      const vectors: number[][] = [];
      for (let done = 0; done < texts.length; done += TEXTS_AT_A_TIME)
        vectors.push(...(await embed(texts.slice(done, done + TEXTS_AT_A_TIME))));
      return vectors;
    }
    async embedQuery(text: string): Promise<number[]> {
      return (await embed([text]))[0]!;
    }
  })({});
}

/** How well each text answers the query, 0..1. */
export type Rerank = (query: string, texts: readonly string[]) => Promise<number[]>;

/** Throws KnowledgeError "onnx_model". */
export async function onnxReranker(runtime: OnnxRuntime, path: string): Promise<Rerank> {
  const name = localModel(runtime, path);
  const tokenizer = await runtime.AutoTokenizer.from_pretrained(name).catch(unreadable(path));
  const model = await runtime.AutoModelForSequenceClassification.from_pretrained(name).catch(
    unreadable(path),
  );
  return async (query, texts) => {
    const queries = texts.map(() => query);
    const inputs = tokenizer(queries, { text_pair: [...texts], padding: true, truncation: true });
    const { logits } = await model(inputs);
    return logits.tolist().map((row) => 1 / (1 + Math.exp(-row.at(-1)!)));
  };
}

const unreadable = (path: string) => (cause: unknown) => {
  throw new KnowledgeError("onnx_model", `Không đọc được mô hình ONNX trong ${path}.`, { cause });
};
