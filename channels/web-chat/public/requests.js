/** The calls to the server, and a question that is sent until it is answered. */

/** @import { Found, Problem, ProblemKind, ProcedureMethods, TurnBody, TurnResponse, Wait } from "./types.d.ts" */
/** @typedef {{ onStart(): void, onText(soFar: string): void }} Heard */
/** @typedef {{ key: string, soFar: string, lastEventId: string | undefined }} Sent */

const TIMEOUT_MS = 60_000;
const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 30_000;
/** Asked to wait longer, a person decides. */
const PATIENCE_MS = 5 * 60_000;
/** By what failed: how often the same is tried before a person is asked.
 *  @type {Partial<Record<ProblemKind, number>>} */
const ATTEMPTS = { network: 7, cut: 7, unavailable: 7, busy: 4, failed: 2 };

/** What failed. `code` as the server names it, "network" without one; `message` is for people, empty when the server had
 *  none; `kind` is network, cut (halfway through the answer), busy, unavailable, tooLarge, failed or refused (trying the
 *  same again is of no use). */
class RequestProblem extends Error {
  /** @param {ProblemKind} kind @param {{ code?: string, message?: string, waitMs?: number | undefined }} [details] */
  constructor(kind, { code = kind, message = "", waitMs } = {}) {
    super(message);
    this.kind = kind;
    this.code = code;
    /** Asked for by the server; undefined when it hasn't. */
    this.waitMs = waitMs;
  }
  /** Worth sending again, by hand at least. */
  get isPassing() {
    return this.kind in ATTEMPTS;
  }
  get attempts() {
    if (this.kind === "busy" && this.waitMs === undefined) return 1;
    return (this.waitMs ?? 0) > PATIENCE_MS ? 1 : (ATTEMPTS[this.kind] ?? 1);
  }
}

/** @param {number} status @returns {ProblemKind} */
function kindOf(status) {
  if (status === 413) return "tooLarge";
  if (status === 429) return "busy";
  if (status === 408 || status > 500) return "unavailable";
  return status === 500 ? "failed" : "refused";
}

/** @param {URL} base where the server is */
export function createRequests(base) {
  /** @type {Map<string, Promise<ProcedureMethods | undefined>>} */
  const records = new Map();

  /** @param {string} method @param {string} path @param {unknown} [body]
   *  @param {{ signal?: AbortSignal, headers?: Record<string, string> }} [options] */
  async function call(method, path, body, { signal, headers } = {}) {
    /** @type {RequestInit & { headers: Record<string, string> }} */
    const init = { method, signal: signal ?? null, headers: { Accept: "application/json", ...headers } };
    if (body !== undefined) {
      init.body = JSON.stringify(body);
      init.headers["Content-Type"] = "application/json";
    }
    const response = await fetch(new URL(path, base), init).catch(() => {
      throw new RequestProblem("network");
    });
    if (response.ok) return response;
    // A gate before the server answers in a language of its own.
    const { code, message } = (await response.json().catch(() => null)) ?? {};
    const seconds = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
    const waitMs = Number.isNaN(seconds) ? undefined : seconds * 1000;
    const said = typeof message === "string" ? message : "";
    throw new RequestProblem(kindOf(response.status), { code, message: said, waitMs });
  }

  /** One attempt. `sent` grows with what has arrived, so that a next attempt goes on from there.
   *  @param {TurnBody} turn @param {Sent} sent @param {Heard} heard @param {AbortSignal} signal
   *  @returns {Promise<TurnResponse>} */
  async function askOnce(turn, sent, { onStart, onText }, signal) {
    /** @type {Record<string, string>} */
    const headers = { Accept: "text/event-stream, application/json", "Idempotency-Key": sent.key };
    if (sent.lastEventId) headers["Last-Event-ID"] = sent.lastEventId;
    const response = await call("POST", "/api/chat", turn, { signal, headers });
    const isStream = (response.headers.get("Content-Type") ?? "").startsWith("text/event-stream");
    /** @type {TurnResponse | undefined} */
    let reply;
    try {
      if (!isStream || !response.body) reply = await response.json();
      else
        for await (const { name, data, id } of readEvents(response.body)) {
          onStart();
          if (name === "start") sent.soFar = "";
          if (name === "done") reply = /** @type {TurnResponse} */ (data);
          if (name === "delta") {
            sent.soFar += /** @type {{ text: string }} */ (data).text;
            onText(sent.soFar);
          }
          if (id) sent.lastEventId = id;
        }
    } catch {
      // Cut off on the way, perhaps after all that matters had come.
    }
    if (typeof reply?.reply?.text !== "string") throw new RequestProblem("cut");
    onStart();
    return reply;
  }

  return {
    /** Tries again with growing pauses, at once when the network is back or `retryNow` is called. The key makes the
     *  server answer once, however often it is asked. `onStart` is called once the server has answered.
     *  @param {TurnBody} turn @param {string} key
     *  @param {Heard & { onWait(wait: Wait): void, signal: AbortSignal }} options
     *  Rejects with a RequestProblem; with any when aborted. */
    async ask(turn, key, { onWait, signal, ...heard }) {
      /** @type {Sent} */
      const sent = { key, soFar: "", lastEventId: undefined };
      for (let attempt = 1; ; attempt++) {
        const limit = new AbortController();
        const stop = () => limit.abort();
        const timer = setTimeout(stop, TIMEOUT_MS);
        signal.addEventListener("abort", stop);
        /** @type {Problem} */
        let problem;
        try {
          return await askOnce(turn, sent, heard, limit.signal);
        } catch (caught) {
          problem = /** @type {RequestProblem} */ (caught);
        } finally {
          clearTimeout(timer);
          signal.removeEventListener("abort", stop);
        }
        // Without a network nothing was tried.
        if (isOffline(problem)) attempt--;
        else if (attempt >= problem.attempts) throw problem;
        if (signal.aborted) throw problem;
        const growing = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.max(0, attempt - 1));
        const delay = isOffline(problem)
          ? LONGEST_DELAY_MS
          : Math.max(problem.waitMs ?? 0, growing * (0.75 + Math.random() / 2));
        await pause(delay, signal, (retryNow) =>
          onWait({ problem, seconds: Math.ceil(delay / 1000), retryNow }),
        );
        if (signal.aborted) throw problem;
      }
    },
    /** @param {string} messageId @param {boolean} useful @param {string | undefined} comment */
    rate: (messageId, useful, comment) => call("POST", "/api/feedback", { messageId, useful, comment }),
    /** @param {string} code @returns {Promise<Found>} */
    resume: async (code) => (await call("POST", "/api/conversations/resume", { code })).json(),
    /** @param {string} id */
    remove: (id) => call("DELETE", `/api/conversations/${encodeURIComponent(id)}`),
    /** The record of a procedure; undefined when it can't be had soon.
     *  @param {string} code @param {number} patienceMs @returns {Promise<ProcedureMethods | undefined>} */
    procedure(code, patienceMs) {
      if (!records.has(code)) {
        const record = call("GET", `/api/procedures/${encodeURIComponent(code)}`)
          .then((response) => response.json())
          .catch(() => {
            records.delete(code);
          });
        records.set(code, record);
      }
      /** @type {Promise<undefined>} */
      const patience = new Promise((resolve) => setTimeout(() => resolve(undefined), patienceMs));
      return Promise.race([
        /** @type {Promise<ProcedureMethods | undefined>} */ (records.get(code)),
        patience,
      ]);
    },
  };
}

/** Nothing reaches the server, and the browser knows why.
 *  @param {{ kind: ProblemKind }} problem */
export const isOffline = ({ kind }) => (kind === "network" || kind === "cut") && !navigator.onLine;

/** @param {number} delayMs @param {AbortSignal} signal @param {(end: () => void) => void} onStart @returns {Promise<void>} */
function pause(delayMs, signal, onStart) {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener("online", end);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, delayMs);
    window.addEventListener("online", end);
    signal.addEventListener("abort", end);
    onStart(end);
  });
}

/** Server-sent events of a fetched body (EventSource can't send a question in a POST).
 * @param {ReadableStream<Uint8Array>} body
 * @returns {AsyncGenerator<{ name: string, data: unknown, id?: string }>} data is parsed from JSON */
export async function* readEvents(body) {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
    const blocks = rest.split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const event = parseEvent(block);
      if (event) yield event;
    }
    if (done) return;
  }
}

/** @param {string} block */
function parseEvent(block) {
  let name = "message";
  let id;
  const data = [];
  for (const line of block.split("\n")) {
    if (line.startsWith("event:")) name = line.slice(6).trim();
    else if (line.startsWith("id:")) id = line.slice(3).trim();
    else if (line.startsWith("data:")) data.push(line.slice(5).replace(/^ /, ""));
  }
  if (data.length === 0) return undefined;
  return { name, data: JSON.parse(data.join("\n")), ...(id === undefined ? {} : { id }) };
}
