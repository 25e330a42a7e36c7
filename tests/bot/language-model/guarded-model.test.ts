import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createGuardedModel, type ModelCall } from "../../../bot/language-model/guarded-model.ts";
import type { CallOptions, LanguageModel, Pace } from "../../../bot/language-model/language-model.ts";
import { ProviderError } from "../../../knowledge/errors.ts";

const PROMPT = { system: "", user: "" };
const call = (pace: Pace = "chat", signal = new AbortController().signal): CallOptions => ({
  purpose: "phrase",
  pace,
  signal,
});

/** Each attempt plays the next part; a function is run, an error thrown, words are said. */
function modelOf(
  ...parts: (string[] | Error | (() => Promise<string[]>))[]
): LanguageModel & { attempts: number } {
  const model = {
    name: "fake",
    attempts: 0,
    async *write(_prompt: unknown, { onUsage }: CallOptions) {
      const part = parts[Math.min(model.attempts++, parts.length - 1)]!;
      if (part instanceof Error) throw part;
      yield* typeof part === "function" ? await part() : part;
      onUsage?.({ inputTokens: 10, outputTokens: 2, version: "v" });
    },
    choose: <Value>(_prompt: unknown, schema: z.ZodType<Value>) => Promise.resolve(schema.parse("x")),
  };
  return model;
}

async function read(model: LanguageModel, options = call()): Promise<string> {
  let text = "";
  for await (const part of model.write(PROMPT, options)) text += part;
  return text;
}
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: ProviderError) => error.code,
  );
const busy = () => new ProviderError("provider_busy", { status: 429, retryable: true });
const refused = () => new ProviderError("provider_refused", { status: 401 });
const guard = (model: LanguageModel, options: Partial<Parameters<typeof createGuardedModel>[1]> = {}) =>
  createGuardedModel(model, { concurrency: 10, retryDelayMs: 0, ...options });

describe("a second attempt", () => {
  test("is made where it may help", async () => {
    const model = modelOf(busy(), ["xong"]);
    expect(await read(guard(model))).toBe("xong");
    expect(model.attempts).toBe(2);
  });

  test("is the last", async () => {
    const model = modelOf(busy());
    expect(await codeOf(read(guard(model)))).toBe("provider_busy");
    expect(model.attempts).toBe(2);
  });

  test("isn't made when it can't help", async () => {
    const model = modelOf(refused());
    expect(await codeOf(read(guard(model)))).toBe("provider_refused");
    expect(model.attempts).toBe(1);
  });

  test("isn't made for an asker who waits no more", async () => {
    const stop = new AbortController();
    const model = modelOf(async () => {
      stop.abort();
      throw busy();
    });
    await codeOf(read(guard(model), call("chat", stop.signal)));
    expect(model.attempts).toBe(1);
  });
});

test("so many calls run at a time; the others wait their turn, or leave when their asker does", async () => {
  let running = 0;
  let most = 0;
  const open: (() => void)[] = [];
  const model = modelOf(async () => {
    most = Math.max(most, ++running);
    await new Promise<void>((resolve) => open.push(resolve));
    running--;
    return ["xong"];
  });
  const guarded = guard(model, { concurrency: 2 });
  const leaving = new AbortController();
  const calls = [read(guarded), read(guarded), read(guarded)];
  const left = codeOf(read(guarded, call("chat", leaving.signal)));
  await new Promise(setImmediate);
  leaving.abort();
  expect(await left).toBe("provider_timeout");
  while (open.length > 0) {
    open.shift()!();
    await new Promise(setImmediate);
  }
  expect(await Promise.all(calls)).toEqual(["xong", "xong", "xong"]);
  expect(most).toBe(2);
});

describe("after failures in a row", () => {
  test("the server rests, one call tries it again, and a good one ends the rest", async () => {
    let clock = 0;
    const model = modelOf(refused(), refused(), ["xong"], refused());
    const guarded = guard(model, { failuresBeforeRest: 2, restMs: 1000, now: () => clock });
    expect(await codeOf(read(guarded))).toBe("provider_refused");
    expect(await codeOf(read(guarded))).toBe("provider_refused");
    expect(await codeOf(read(guarded))).toBe("provider_resting");
    expect(model.attempts).toBe(2);
    clock = 1001;
    expect(await read(guarded)).toBe("xong");
    expect(await codeOf(read(guarded))).toBe("provider_refused");
  });

  test("what is too slow for the telephone still serves a chat", async () => {
    const model = modelOf(refused(), ["xong"]);
    const guarded = guard(model, { failuresBeforeRest: 1 });
    await codeOf(read(guarded, call("voice")));
    expect(await codeOf(read(guarded, call("voice")))).toBe("provider_resting");
    expect(await read(guarded, call("chat"))).toBe("xong");
  });
});

test("every attempt is reported with its outcome and tokens; a text that isn't read on counts as one", async () => {
  const calls: ModelCall[] = [];
  const guarded = guard(modelOf(busy(), ["xong"], ["một", "hai"]), { onCall: (row) => calls.push(row) });
  await read(guarded);
  for await (const part of guarded.write(PROMPT, call())) if (part === "một") break;
  await guarded.choose(PROMPT, z.string(), { ...call(), purpose: "choose" });
  expect(
    calls.map(({ purpose, outcome, inputTokens, outputTokens }) => [
      purpose,
      outcome,
      inputTokens,
      outputTokens,
    ]),
  ).toEqual([
    ["phrase", "provider_busy", 0, 0],
    ["phrase", "ok", 10, 2],
    ["phrase", "ok", 0, 0],
    ["choose", "ok", 0, 0],
  ]);
});
