/** A language model that can't hurt the assistant: so many calls at a time, one more attempt, a rest after failures in a
 *  row, and every call reported. */
import { setTimeout as wait } from "node:timers/promises";
import type { z } from "zod";
import { ProviderError } from "../../knowledge/errors.ts";
import type { CallOptions, LanguageModel, Pace, Prompt, Purpose, Usage } from "./language-model.ts";

export interface ModelCall {
  purpose: Purpose;
  /** "ok", or the code of the error. */
  outcome: string;
  durationMs: number;
  inputTokens: number;
  outputTokens: number;
}

export interface GuardOptions {
  /** Calls at a time; more wait their turn as long as their asker waits. */
  concurrency: number;
  /** Before the second attempt. Default 200. */
  retryDelayMs?: number;
  /** After so many failures in a row … Default 5. */
  failuresBeforeRest?: number;
  /** … the server isn't asked for so long, then once. Default 30 s. */
  restMs?: number;
  now?: () => number;
  onCall?: (call: ModelCall) => void;
}

const ATTEMPTS = 2;

export function createGuardedModel(model: LanguageModel, options: GuardOptions): LanguageModel {
  const now = options.now ?? (() => performance.now());
  const { retryDelayMs = 200 } = options;
  const slots = new Slots(options.concurrency);
  const breaker = () => new Breaker(options.failuresBeforeRest ?? 5, options.restMs ?? 30_000, now);
  // Who is too slow for the telephone may be quick enough for a chat.
  const breakers: Readonly<Record<Pace, Breaker>> = { chat: breaker(), voice: breaker() };

  /** One attempt, in its turn, reported. The call is broken off as soon as nobody reads on. */
  async function* attempt<Part>(
    call: CallOptions,
    start: (inner: CallOptions) => AsyncIterable<Part>,
  ): AsyncGenerator<Part> {
    const gate = breakers[call.pace];
    gate.enter();
    let usage: Usage = { inputTokens: 0, outputTokens: 0, version: null };
    const stop = new AbortController();
    const onUsage = (given: Usage) => {
      usage = given;
      call.onUsage?.(given);
    };
    let startedAt = now();
    // Stopped by the reader: the text was no good, but the server was.
    let outcome = "ok";
    let hasSlot = false;
    try {
      await slots.take(call.signal);
      hasSlot = true;
      startedAt = now();
      yield* start({ ...call, signal: AbortSignal.any([call.signal, stop.signal]), onUsage });
    } catch (error) {
      outcome = error instanceof ProviderError ? error.code : "error_internal";
      throw error;
    } finally {
      stop.abort();
      if (hasSlot) slots.give();
      gate.leave(outcome === "ok");
      const { inputTokens, outputTokens } = usage;
      options.onCall?.({
        purpose: call.purpose,
        outcome,
        durationMs: now() - startedAt,
        inputTokens,
        outputTokens,
      });
    }
  }

  async function* withRetry<Part>(
    call: CallOptions,
    start: (inner: CallOptions) => AsyncIterable<Part>,
  ): AsyncGenerator<Part> {
    for (let left = ATTEMPTS - 1; ; left--) {
      let hasBegun = false;
      try {
        for await (const part of attempt(call, start)) {
          hasBegun = true;
          yield part;
        }
        return;
      } catch (error) {
        const mayTryAgain = error instanceof ProviderError && error.retryable && !hasBegun && left > 0;
        if (!mayTryAgain || call.signal.aborted) throw error;
      }
      await wait(retryDelayMs, undefined, { signal: call.signal }).catch(() => {
        throw new ProviderError("provider_timeout");
      });
    }
  }

  return {
    name: model.name,
    write: (prompt, call) => withRetry(call, (inner) => model.write(prompt, inner)),
    async choose<Value>(prompt: Prompt, schema: z.ZodType<Value>, call: CallOptions) {
      const start = async function* (inner: CallOptions) {
        yield await model.choose(prompt, schema, inner);
      };
      for await (const value of withRetry(call, start)) return value;
      throw new ProviderError("provider_malformed");
    },
  };
}

class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(free: number) {
    this.#free = free;
  }

  async take(signal: AbortSignal): Promise<void> {
    if (signal.aborted) throw new ProviderError("provider_timeout");
    if (this.#free > 0) {
      this.#free--;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const enter = () => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(new ProviderError("provider_timeout"));
      };
      this.#waiting.push(enter);
      signal.addEventListener("abort", leave, { once: true });
    });
  }

  give(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free++;
  }
}

/** A circuit breaker. */
class Breaker {
  readonly #limit: number;
  readonly #restMs: number;
  readonly #now: () => number;
  #failures = 0;
  #restsUntil = 0;

  constructor(limit: number, restMs: number, now: () => number) {
    this.#limit = limit;
    this.#restMs = restMs;
    this.#now = now;
  }

  /** Throws ProviderError "provider_resting". */
  enter(): void {
    if (this.#failures < this.#limit) return;
    if (this.#now() < this.#restsUntil) throw new ProviderError("provider_resting");
    // One goes ahead; the others wait for how it fares.
    this.#restsUntil = this.#now() + this.#restMs;
  }

  leave(isGood: boolean): void {
    if (isGood) this.#failures = 0;
    else if (++this.#failures >= this.#limit) this.#restsUntil = this.#now() + this.#restMs;
  }
}
