/** The calls to the server, and a question that is sent until it is answered. */
import { readEvents } from "./event-stream.js";

const TIMEOUT_MS = 60_000;
const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 30_000;
const ATTEMPTS = 7;
const ATTEMPTS_AT_FAULT = 2;

/** What failed: `code` as the server names it, "network" without one; `message` is for people, empty for "network". */
export class RequestProblem extends Error {
  constructor(code, message, attempts) {
    super(message);
    this.code = code;
    /** How often the same may be tried before a person is asked. */
    this.attempts = attempts;
  }
}
const networkProblem = () => new RequestProblem("network", "", ATTEMPTS);

/** @param {URL} base where the server is */
export function createRequests(base) {
  const records = new Map();

  async function call(method, path, body, { signal, headers } = {}) {
    const init = { method, signal, headers: { Accept: "application/json", ...headers } };
    if (body !== undefined) {
      init.body = JSON.stringify(body);
      init.headers["Content-Type"] = "application/json";
    }
    const response = await fetch(new URL(path, base), init).catch(() => {
      throw networkProblem();
    });
    if (response.ok) return response;
    const problem = await response.json().catch(() => ({}));
    // A server that is being started or is behind its gate comes back; a fault comes back as well, but as a fault. Too
    // many questions: waiting is the asker's choice.
    const attempts = response.status > 500 ? ATTEMPTS : response.status === 500 ? ATTEMPTS_AT_FAULT : 1;
    throw new RequestProblem(problem.code ?? "failed", problem.message ?? "", attempts);
  }

  /** One attempt. `pending.lastEventId` grows with what has arrived, so that a next attempt goes on from there. */
  async function askOnce(turn, pending, onText, signal) {
    const headers = { Accept: "text/event-stream, application/json", "Idempotency-Key": pending.key };
    if (pending.lastEventId) headers["Last-Event-ID"] = pending.lastEventId;
    const response = await call("POST", "/api/chat", turn, { signal, headers });
    const isStream = (response.headers.get("Content-Type") ?? "").startsWith("text/event-stream");
    if (!isStream || !response.body) return response.json();
    let reply;
    try {
      for await (const { name, data, id } of readEvents(response.body)) {
        if (name === "start") pending.soFar = "";
        if (name === "done") reply = data;
        if (name === "delta") {
          pending.soFar = (pending.soFar ?? "") + data.text;
          onText(pending.soFar);
        }
        if (id) pending.lastEventId = id;
      }
    } catch {
      // Cut off on the way, perhaps after all that matters had come.
    }
    if (!reply) throw networkProblem();
    return reply;
  }

  return {
    /** Tries again with growing pauses, at once when the network is back or `retryNow` is called. The key makes the
     *  server answer once, however often it is asked.
     *  @param {{ onText(soFar: string): void, onWait(wait: { seconds: number, retryNow(): void }): void,
     *    signal: AbortSignal }} options */
    async ask(turn, pending, { onText, onWait, signal }) {
      for (let attempt = 0; ; attempt++) {
        const limit = new AbortController();
        const stop = () => limit.abort();
        const timer = setTimeout(stop, TIMEOUT_MS);
        signal.addEventListener("abort", stop);
        try {
          return await askOnce(turn, pending, onText, limit.signal);
        } catch (problem) {
          if (signal.aborted || attempt + 1 >= problem.attempts) throw problem;
        } finally {
          clearTimeout(timer);
          signal.removeEventListener("abort", stop);
        }
        const delay = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt) * (0.75 + Math.random() / 2);
        await pause(delay, signal, (retryNow) => onWait({ seconds: Math.ceil(delay / 1000), retryNow }));
        if (signal.aborted) throw networkProblem();
      }
    },
    rate: (messageId, useful, comment) => call("POST", "/api/feedback", { messageId, useful, comment }),
    resume: async (code) => (await call("POST", "/api/conversations/resume", { code })).json(),
    remove: (id) => call("DELETE", `/api/conversations/${encodeURIComponent(id)}`),
    /** The record of a procedure; undefined when it can't be had soon. */
    procedure(code, patienceMs) {
      if (!records.has(code)) {
        const record = call("GET", `/api/procedures/${encodeURIComponent(code)}`)
          .then((response) => response.json())
          .catch(() => {
            records.delete(code);
          });
        records.set(code, record);
      }
      const patience = new Promise((resolve) => setTimeout(resolve, patienceMs));
      return Promise.race([records.get(code), patience]);
    },
  };
}

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

/** Nobody guesses it. randomUUID is missing on pages without https. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
