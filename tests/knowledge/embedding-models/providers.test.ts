import { afterAll, beforeAll, expect, test } from "vitest";
import {
  loadOnnx,
  type OnnxRuntime,
  onnxEmbeddings,
  onnxReranker,
} from "../../../knowledge/embedding-models/onnx.ts";
import { connectEmbeddings } from "../../../knowledge/embedding-models/providers.ts";
import { shippedModel } from "../../../knowledge/embedding-models/sentence-model.ts";
import { describeEmbeddings } from "../../contracts/embeddings.ts";
import { type EmbeddingServer, letterVector, startEmbeddingServer } from "../../support/embedding-server.ts";

let server: EmbeddingServer;
beforeAll(async () => {
  server = await startEmbeddingServer();
});
afterAll(() => server.close());

const open = (provider: "ollama" | "openai", prefixes = { queryPrefix: "", documentPrefix: "" }) =>
  connectEmbeddings({ provider, model: "m", url: server.url[provider], apiKey: "", ...prefixes });

/** The parts of the package that are used; which model was asked for, and from where. */
function fakeRuntime() {
  const asked: string[] = [];
  const runtime: OnnxRuntime = {
    env: { allowRemoteModels: true, localModelPath: "" },
    async pipeline(_task, model) {
      asked.push(`${runtime.env.localModelPath}/${model} remote ${runtime.env.allowRemoteModels}`);
      return async (texts) => ({ tolist: () => texts.map((text) => letterVector(text)) });
    },
    AutoTokenizer: {
      from_pretrained:
        async () =>
        (texts, { text_pair }) => ({ texts, text_pair }),
    },
    AutoModelForSequenceClassification: {
      from_pretrained: async () => async (inputs) => {
        const { texts, text_pair } = inputs as { texts: string[]; text_pair: string[] };
        return { logits: { tolist: () => texts.map((text, i) => [text === text_pair[i] ? 5 : -5]) } };
      },
    },
  };
  return { runtime, asked };
}

describeEmbeddings("Ollama", () => open("ollama"));
describeEmbeddings("an OpenAI-compatible server", () => open("openai"));
describeEmbeddings("an ONNX model", () => onnxEmbeddings(fakeRuntime().runtime, "/srv/models/e5"));
describeEmbeddings("the built-in embedding", async () => shippedModel());

test("what a model wants before questions and texts is put there", async () => {
  server.texts.length = 0;
  const embeddings = await open("openai", { queryPrefix: "query: ", documentPrefix: "passage: " });
  await embeddings.embedQuery("khai sinh");
  await embeddings.embedDocuments(["khai tử"]);
  expect(server.texts).toEqual(["query: khai sinh", "passage: khai tử"]);
});

test("an ONNX model is read from its folder and never from the network", async () => {
  const { runtime, asked } = fakeRuntime();
  await onnxEmbeddings(runtime, "/srv/models/e5");
  expect(asked).toEqual(["/srv/models/e5 remote false"]);
});

test("a folder that holds no model is named", async () => {
  const { runtime } = fakeRuntime();
  runtime.pipeline = () => Promise.reject(new Error("no such file"));
  await expect(onnxEmbeddings(runtime, "/srv/none")).rejects.toMatchObject({
    code: "onnx_model",
    message: expect.stringContaining("/srv/none"),
  });
});

test("without the package it says how to install it", async () => {
  await expect(loadOnnx(() => Promise.reject(new Error("not found")))).rejects.toMatchObject({
    code: "onnx_missing",
    message: expect.stringContaining("npm install --no-save @huggingface/transformers"),
  });
});

test("a reranker gives each text a value from 0 to 1", async () => {
  const rerank = await onnxReranker(fakeRuntime().runtime, "/srv/models/rerank");
  const [same, other] = await rerank("khai sinh", ["khai sinh", "khai tử"]);
  expect(same).toBeGreaterThan(0.9);
  expect(other).toBeLessThan(0.1);
});
