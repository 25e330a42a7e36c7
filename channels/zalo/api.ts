/** Calls of openapi.zalo.me: HTTP 200 says nothing, `error` in the body does.
 *  Sources: docs.zaloplatforms.com/docs/OA/phu-luc/ma-loi and .../phu-luc/gioi-han-toc-do-api. */
import { AppError } from "../../knowledge/errors.ts";
import { reasonOf, type Tokens } from "./tokens.ts";

export interface ApiCall {
  method: "GET" | "POST";
  path: string;
  query?: Readonly<Record<string, string>>;
  body?: object;
}

export type ApiResult =
  | { outcome: "done"; data: unknown }
  /** The platform's error number; nothing was done. */
  | { outcome: "error"; code: number }
  /** Nothing was done, and it isn't the call's fault. `pauseMs`: nothing else should be tried before. */
  | { outcome: "not_done"; reason: string; pauseMs?: number }
  /** It may have been done. */
  | { outcome: "unknown"; reason: string };

export interface ZaloApi {
  /** Renews the token and tries once more when the platform refuses it. Never throws. */
  call(call: ApiCall, signal: AbortSignal): Promise<ApiResult>;
}

export interface ApiOptions {
  apiUrl: string;
  tokens: Tokens;
  /** What is left: of messages to that person, of requests in this minute. */
  onRemaining: (what: "reply" | "rate", remaining: number) => void;
  fetch?: typeof fetch;
}

export const RATE_LIMITED = -32;
/** Invalid, removed or expired. */
const TOKEN_ERRORS: ReadonlySet<number> = new Set([-216, -220, -124]);
const RATE_PAUSE_MS = 60_000;
const TOKEN_PAUSE_MS = 10_000;
/** The connection was never there: nothing can have been done. */
const NOT_CONNECTED: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

export function createApi({ apiUrl, tokens, onRemaining, ...options }: ApiOptions): ZaloApi {
  async function callWith(token: string, call: ApiCall, signal: AbortSignal): Promise<ApiResult> {
    const url = new URL(apiUrl + call.path);
    for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
    let response: Response;
    let text: string;
    try {
      response = await (options.fetch ?? fetch)(url, {
        method: call.method,
        headers: { access_token: token, ...(call.body ? { "Content-Type": "application/json" } : {}) },
        ...(call.body ? { body: JSON.stringify(call.body) } : {}),
        // A token never goes to another host.
        redirect: "error",
        signal,
      });
      text = await response.text();
    } catch (error) {
      const reason = reasonOf(error);
      return NOT_CONNECTED.has(reason) ? { outcome: "not_done", reason } : { outcome: "unknown", reason };
    }
    const rate = Number(response.headers.get("x-ratelimit-remain") ?? Number.NaN);
    if (rate >= 0) onRemaining("rate", rate);
    if (response.status === 429)
      return { outcome: "not_done", reason: "429", pauseMs: retryAfterMs(response) ?? RATE_PAUSE_MS };
    return readReply(text, response.status);
  }

  function readReply(text: string, status: number): ApiResult {
    const reply = parsed(text);
    const error = reply?.error;
    if (!Number.isInteger(error)) {
      // An error page: below 500 somebody refused to take it, otherwise nobody knows how far it came.
      const isRefused = status >= 400 && status < 500;
      return { outcome: isRefused ? "not_done" : "unknown", reason: `http_${status}` };
    }
    if (error !== 0) return { outcome: "error", code: error as number };
    const remaining = remainingReplies(reply?.data);
    if (remaining !== undefined) onRemaining("reply", remaining);
    return { outcome: "done", data: reply?.data };
  }

  return {
    async call(call, signal) {
      try {
        const token = await within(tokens.current(), signal);
        const first = await callWith(token, call, signal);
        if (!isTokenError(first)) return paused(first);
        const second = await callWith(await within(tokens.insteadOf(token), signal), call, signal);
        return isTokenError(second)
          ? { outcome: "not_done", reason: String(second.code), pauseMs: TOKEN_PAUSE_MS }
          : paused(second);
      } catch (error) {
        // Before any request, or after one that was refused for its token.
        const reason = error instanceof AppError ? error.code : reasonOf(error);
        return { outcome: "not_done", reason, pauseMs: TOKEN_PAUSE_MS };
      }
    },
  };
}

const isTokenError = (result: ApiResult): result is ApiResult & { outcome: "error" } =>
  result.outcome === "error" && TOKEN_ERRORS.has(result.code);

const paused = (result: ApiResult): ApiResult =>
  result.outcome === "error" && result.code === RATE_LIMITED
    ? { outcome: "not_done", reason: String(RATE_LIMITED), pauseMs: RATE_PAUSE_MS }
    : result;

/** A refresh goes on when the message that waits for it has no more time. */
function within<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

function parsed(text: string): { error?: unknown; data?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** `data.quota.remain`, or `data.quota.cs_reply.remain`; numbers come as strings, and "unlimited" may come too. */
function remainingReplies(data: unknown): number | undefined {
  const { quota } = (data ?? {}) as { quota?: { remain?: unknown; cs_reply?: { remain?: unknown } } };
  const remain = quota?.cs_reply?.remain ?? quota?.remain;
  const value = typeof remain === "string" && remain !== "" ? Number(remain) : remain;
  return typeof value === "number" && value >= 0 ? value : undefined;
}

const retryAfterMs = (response: Response): number | undefined => {
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return seconds > 0 && seconds <= 3600 ? seconds * 1000 : undefined;
};
