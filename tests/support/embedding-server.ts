/** An embedding server, OpenAI- and Ollama-shaped: a text is the count of its letters. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface EmbeddingServer {
  url: Readonly<Record<"openai" | "ollama", string>>;
  /** Every text that was embedded. */
  texts: string[];
  /** Of the vectors from now on. Default 29. */
  dimensions: number;
  /** Answers so from now on; 200 is well. */
  status: number;
  close(): Promise<void>;
}

/** Each letter counts in one place. */
export function letterVector(text: string, dimensions = 29): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  for (const letter of text.normalize("NFD").toLowerCase().match(/\p{L}/gu) ?? [])
    vector[letter.codePointAt(0)! % dimensions]!++;
  return vector;
}

export async function startEmbeddingServer(): Promise<EmbeddingServer> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { input } = JSON.parse(Buffer.concat(chunks).toString()) as { input: string | string[] };
    const texts = [input].flat();
    state.texts.push(...texts);
    response.writeHead(state.status, { "content-type": "application/json" });
    const embeddings = texts.map((text) => letterVector(text, state.dimensions));
    const isOllama = request.url!.startsWith("/api/");
    const data = embeddings.map((embedding, index) => ({ object: "embedding", index, embedding }));
    const usage = { prompt_tokens: 1, total_tokens: 1 };
    const body = isOllama ? { model: "m", embeddings } : { object: "list", model: "m", data, usage };
    response.end(JSON.stringify(state.status === 200 ? body : { error: { message: "no" } }));
  });
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: EmbeddingServer = {
    url: { openai: `${origin}/v1`, ollama: origin },
    texts: [],
    dimensions: 29,
    status: 200,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return state;
}
