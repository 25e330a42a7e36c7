/** A model server that does as it is told: OpenAI- and Ollama-shaped, whole or streamed, well or badly behaved. */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { LanguageModel } from "../../bot/language-model/language-model.ts";
import { connectModel } from "../../bot/language-model/providers.ts";

export const SHAPES = ["openai", "ollama"] as const;
export type Shape = (typeof SHAPES)[number];

/** What the server was asked, read back from the prompt. */
export interface ModelRequest {
  shape: Shape;
  purpose: "phrase" | "choose" | "rewrite";
  system: string;
  user: string;
  question: string;
  documents: { id: string; locator: string; text: string }[];
  records: { id: string; title: string }[];
  authorization: string | undefined;
  stream: boolean;
}

export type Behaviour =
  | { say: string }
  | { status: number }
  /** Never answers. */
  | { hang: true }
  /** Says this and drops the connection, or ends without saying that it has. */
  | { cut: string; how: "dropped" | "ended" }
  /** Says this again and again. */
  | { endless: string }
  /** One word now and then. */
  | { drip: string; everyMs: number }
  /** Sends this as it is. */
  | { raw: string; contentType: string };

export interface ModelServer {
  /** For LLM_URL. */
  url: Readonly<Record<Shape, string>>;
  requests: ModelRequest[];
  behave(script: (request: ModelRequest) => Behaviour): void;
  close(): Promise<void>;
}

const MODEL = "mo-hinh-thu:1";

/** The model "m" of the server, in the shape of a provider. */
export const connectTo = (server: ModelServer, shape: Shape, apiKey = ""): Promise<LanguageModel> =>
  connectModel({ provider: shape, model: "m", url: server.url[shape], apiKey, apiVersion: "" });

export async function startModelServer(): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  let script: (request: ModelRequest) => Behaviour = () => ({ say: "" });
  const server = createServer(async (request, response) => {
    // Whoever asked has left: no reason to fail.
    response.on("error", () => {});
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const shape = request.url!.startsWith("/api/") ? "ollama" : "openai";
    const asked = readRequest(shape, Buffer.concat(chunks).toString(), request.headers.authorization);
    requests.push(asked);
    await play(script(asked), asked, response);
  });
  // A connection that is closed just as it is used again would be a failure of its own.
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: { openai: `${origin}/v1`, ollama: origin },
    requests,
    behave(next) {
      script = next;
      requests.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function readRequest(shape: Shape, body: string, authorization: string | undefined): ModelRequest {
  const { messages, stream } = JSON.parse(body) as {
    messages: { role: string; content: string }[];
    stream?: boolean;
  };
  const [system, user] = messages.map((message) => message.content) as [string, string];
  return {
    shape,
    purpose: system.includes('"followUp"') ? "rewrite" : system.includes('"words"') ? "choose" : "phrase",
    system,
    user,
    question: /<cau_hoi>([\s\S]*?)<\/cau_hoi>/.exec(user)![1]!,
    documents: [
      ...user.matchAll(/<tai_lieu ma="([^"]*)" vi_tri="([^"]*)">([\s\S]*?)(?: \(trang: .*?\))?<\/tai_lieu>/g),
    ].map(([, id, locator, text]) => ({ id: id!, locator: locator!, text: text! })),
    records: [...user.matchAll(/<ban_ghi ma="([^"]*)">([\s\S]*?)<\/ban_ghi>/g)].map(([, id, title]) => ({
      id: id!,
      title: title!,
    })),
    authorization,
    stream: stream ?? shape === "ollama",
  };
}

async function play(
  behaviour: Behaviour,
  { shape, stream }: ModelRequest,
  response: ServerResponse,
): Promise<void> {
  if ("hang" in behaviour) return;
  if ("status" in behaviour) {
    response.writeHead(behaviour.status, { "content-type": "application/json" });
    response.end(JSON.stringify({ error: { message: "no", type: "error" } }));
    return;
  }
  if ("raw" in behaviour) {
    response.writeHead(200, { "content-type": behaviour.contentType });
    response.end(behaviour.raw);
    return;
  }
  if (!stream) {
    if ("say" in behaviour) {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify(wholeAnswer(shape, behaviour.say)));
    } else if ("cut" in behaviour) {
      response.writeHead(200, { "content-type": "application/json", "content-length": 5000 });
      response.write('{"id":"1","choices":[');
      response.destroy();
    } else response.destroy();
    return;
  }
  const type = shape === "openai" ? "text/event-stream" : "application/x-ndjson";
  response.writeHead(200, { "content-type": type });
  const send = (text: string) => response.write(part(shape, text));
  if ("say" in behaviour) {
    for (const word of behaviour.say.match(/\s*\S+/g) ?? []) send(word);
    response.end(lastPart(shape));
  } else if ("cut" in behaviour) {
    send(behaviour.cut);
    await wait(5);
    if (behaviour.how === "dropped") response.destroy();
    else response.end();
  } else if ("endless" in behaviour) {
    while (!response.closed && !response.destroyed) {
      send(behaviour.endless);
      await wait(1);
    }
  } else {
    for (const word of behaviour.drip.match(/\s*\S+/g) ?? []) {
      if (response.closed || response.destroyed) return;
      send(word);
      await wait(behaviour.everyMs);
    }
    response.end(lastPart(shape));
  }
}

const wholeAnswer = (shape: Shape, content: string): object =>
  shape === "openai"
    ? {
        id: "1",
        object: "chat.completion",
        model: MODEL,
        choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content } }],
        usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
      }
    : { model: MODEL, message: { role: "assistant", content }, done: true, ...OLLAMA_END };

const OLLAMA_END = { done_reason: "stop", prompt_eval_count: 100, eval_count: 20 };

const part = (shape: Shape, content: string): string =>
  shape === "openai"
    ? event({ choices: [{ index: 0, delta: { role: "assistant", content }, finish_reason: null }] })
    : line({ message: { role: "assistant", content }, done: false });

const lastPart = (shape: Shape): string =>
  shape === "openai"
    ? event({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] }) +
      event({ choices: [], usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 } }) +
      "data: [DONE]\n\n"
    : line({ message: { role: "assistant", content: "" }, done: true, ...OLLAMA_END });

const event = (value: object) =>
  `data: ${JSON.stringify({ id: "1", object: "chat.completion.chunk", model: MODEL, ...value })}\n\n`;
const line = (value: object) => `${JSON.stringify({ model: MODEL, ...value })}\n`;
