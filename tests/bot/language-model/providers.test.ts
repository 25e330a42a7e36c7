import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { CallOptions, LanguageModel, Usage } from "../../../bot/language-model/language-model.ts";
import { connectModel, type Provider } from "../../../bot/language-model/providers.ts";
import type { ProviderError } from "../../../knowledge/errors.ts";
import { type ModelServer, SHAPES, startModelServer } from "../../support/model-server.ts";

const PROMPT = { system: "Bạn là trợ lý.", user: "<cau_hoi>Xin chào</cau_hoi>" };

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());

const connect = (provider: Provider, apiKey = "k") => {
  const url = provider === "azure" ? server.url.ollama : server.url[provider];
  return connectModel({ provider, model: "m", url, apiKey, apiVersion: "2024-10-21" });
};
const call = (signal = new AbortController().signal, onUsage?: (usage: Usage) => void): CallOptions => ({
  purpose: "phrase",
  pace: "chat",
  signal,
  ...(onUsage ? { onUsage } : {}),
});
async function read(model: LanguageModel, options = call()): Promise<string> {
  let text = "";
  for await (const part of model.write(PROMPT, options)) text += part;
  return text;
}
const errorOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: ProviderError) => ({ code: error.code, status: error.status, message: error.message }),
  );

describe.each([...SHAPES, "azure"] as const)("a server reached as %s", (provider) => {
  test("gives its text, its version and what it took, and gets the key as it wants it", async () => {
    server.behave(() => ({ say: "Xin chào anh chị." }));
    const usages: Usage[] = [];
    const model = await connect(provider, "k3y");
    expect(
      await read(
        model,
        call(undefined, (usage) => usages.push(usage)),
      ),
    ).toBe("Xin chào anh chị.");
    expect(usages.at(-1)).toEqual({ inputTokens: 100, outputTokens: 20, version: "mo-hinh-thu:1" });
    const { system, user, authorization } = server.requests[0]!;
    expect({ system, user }).toEqual(PROMPT);
    expect(authorization).toBe(provider === "azure" ? undefined : "Bearer k3y");
  });

  test("gives a value that fits the schema, or an error", async () => {
    const schema = z.strictObject({ id: z.enum(["r1", "none"]) });
    const model = await connect(provider);
    server.behave(() => ({ say: '{"id":"r1"}' }));
    expect(await model.choose(PROMPT, schema, call())).toEqual({ id: "r1" });
    server.behave(() => ({ say: '{"id":"r2"}' }));
    expect(await errorOf(model.choose(PROMPT, schema, call()))).toMatchObject({ code: "provider_malformed" });
  });

  test.each([
    [429, "provider_busy"],
    [500, "provider_busy"],
    [401, "provider_refused"],
    [404, "provider_refused"],
  ])("%i is the error %s with its status and no word of the server", async (status, code) => {
    server.behave(() => ({ status }));
    const error = await errorOf(read(await connect(provider, "s3cret")));
    expect(error).toMatchObject({ code, status });
    expect(JSON.stringify(error)).not.toContain("s3cret");
  });

  test("a stream that is cut is an error, however it is cut", async () => {
    for (const how of ["dropped", "ended"] as const) {
      server.behave(() => ({ cut: "Xin chào", how }));
      expect((await errorOf(read(await connect(provider))))?.code).toMatch(/^provider_(?:cut|unreachable)$/);
    }
  });

  test("who waits no more is let go, and the others read on", async () => {
    const model = await connect(provider);
    server.behave(({ user }) =>
      user.includes("chậm") ? { hang: true } : { drip: "Xin chào anh chị.", everyMs: 20 },
    );
    const stop = new AbortController();
    const slow = { ...PROMPT, user: "<cau_hoi>chậm</cau_hoi>" };
    const left = errorOf(
      (async () => {
        for await (const _part of model.write(slow, call(stop.signal)));
      })(),
    );
    const early = (async () => {
      for await (const _part of model.write(PROMPT, call())) break;
    })();
    const reading = read(model);
    await early;
    stop.abort();
    expect((await left)?.code).toBe("provider_timeout");
    expect(await reading).toBe("Xin chào anh chị.");
  });
});

test("nobody there is an error too", async () => {
  const model = await connectModel({
    provider: "ollama",
    model: "m",
    url: "http://127.0.0.1:9",
    apiKey: "",
    apiVersion: "",
  });
  expect((await errorOf(read(model)))?.code).toBe("provider_unreachable");
});
