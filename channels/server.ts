/** The HTTP door: chat, tasks, health, metrics, and whatever is mounted on it. */
import type { Server as NodeServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import restify from "restify";
import { AppError, RequestError } from "../knowledge/errors.ts";
import type { Answering } from "./answering.ts";
import type { HttpAnswer, Webhook } from "./channel.ts";
import { MAX_BODY_BYTES, readTurn } from "./chat-request.ts";
import type { Cors } from "./cors.ts";
import { sendEvents } from "./event-stream.ts";
import type { Metrics } from "./metrics.ts";
import type { AnswerTurn } from "./once.ts";
import type { RateLimit } from "./rate-limit.ts";
import { readBody } from "./request-body.ts";
import type { Route } from "./route.ts";
import { listTasks, tasksToCsv } from "./tasks-api.ts";

export interface ServerOptions {
  /** Until the knowledge base is loaded, /readyz, chat and tasks answer 503. */
  answering: Answering;
  /** Where the platforms of the other channels call. */
  webhooks?: readonly Webhook[];
  /** Pages and data of the web chat. */
  routes?: readonly Route[];
  /** Answers once per Idempotency-Key; without it the header is passed over. */
  answerOnce?: AnswerTurn;
  /** Which pages of other origins may call. */
  cors?: Cors;
  logger: Logger;
  metrics: Metrics;
  rateLimit: RateLimit;
  /** Take the client's address from the last entry of X-Forwarded-For. */
  trustProxy: boolean;
}

export interface Server {
  /** Resolves to the port. Rejects with the system's error, such as EADDRINUSE. */
  listen(port: number, host: string): Promise<number>;
  /** Stops accepting, lets the turns in hand finish, then closes. */
  close(): Promise<void>;
}

/** The largest message of Teams is 100 KB; its activity has more around it. */
const MAX_WEBHOOK_BYTES = 256 * 1024;
/** After this, connections that neither finish nor leave are cut. */
const CLOSE_TIMEOUT_MS = 10_000;
/** Of what is no page: a browser that opens it shows text and runs nothing. */
const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

const REFUSALS: Readonly<Record<number, RequestError>> = {
  404: new RequestError("not_found", "Không có địa chỉ này.", { status: 404 }),
  405: new RequestError("method_not_allowed", "Địa chỉ này không nhận phương thức đó.", { status: 405 }),
};

type Request = restify.Request;
type Response = restify.Response;
type Handler = (request: Request, response: Response) => void | Promise<void>;

export function createServer(options: ServerOptions): Server {
  const { answering, logger, metrics, rateLimit } = options;
  const server = restify.createServer({ log: quietLog(), handleUncaughtExceptions: false } as never);
  let closing = false;

  server.pre((request: Request, response: Response, next: restify.Next) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    response.removeHeader("Server");
    if (closing) response.setHeader("Connection", "close");
    next(options.cors?.(request, response) === "answered" ? false : undefined);
  });
  server.on("after", (request: Request, response: Response) => {
    const route = (request.getRoute()?.path as string | undefined) ?? "unknown";
    metrics.requests.inc({ route, code: String(response.statusCode) });
  });

  server.post("/api/chat", edge(chat));
  get("/api/tasks", tasks);
  get("/healthz", (_request, response) => sendJson(response, 200, { status: "ok" }));
  get("/readyz", (_request, response) => {
    sendJson(response, 200, { status: "ready", knowledge: answering.core().knowledge.version });
  });
  get("/metrics", async (_request, response) => {
    send(response, 200, metrics.registry.contentType, await metrics.registry.metrics());
  });
  for (const webhook of options.webhooks ?? []) mount(webhook);
  for (const route of options.routes ?? []) mountRoute(route);

  // What restify refuses before any handler. Its callback stays uncalled: it would send a second answer.
  server.on("restifyError", (_request: Request, response: Response, error: { statusCode?: number }) => {
    const status = error.statusCode ?? 500;
    sendFailure(
      response,
      status >= 500
        ? error
        : (REFUSALS[status] ?? new RequestError("request_invalid", "Yêu cầu không hợp lệ.", { status })),
    );
  });

  function get(path: string, handler: Handler): void {
    server.get(path, edge(handler));
    server.head(path, edge(handler));
  }

  function mount(webhook: Webhook): void {
    const handler = edge(async (request, response) => {
      const answer = await webhook.receive({
        method: request.method ?? webhook.method,
        url: request.url ?? webhook.path,
        headers: headersOf(request),
        body: await readBody(request, MAX_WEBHOOK_BYTES),
      });
      sendAnswer(response, answer);
    });
    if (webhook.method === "GET") server.get(webhook.path, handler);
    else server.post(webhook.path, handler);
  }

  function mountRoute(route: Route): void {
    const handler: Handler = async (request, response) => {
      const url = request.url ?? route.path;
      const answer = await route.handle({
        method: request.method ?? route.method,
        url,
        headers: headersOf(request),
        body: route.method === "GET" ? Buffer.alloc(0) : await readBody(request, MAX_BODY_BYTES),
        params: (request.params ?? {}) as Record<string, string>,
        query: new URL(url, "http://localhost").searchParams,
        client: clientOf(request, options.trustProxy),
      });
      sendAnswer(response, answer);
    };
    if (route.method === "GET") get(route.path, handler);
    else if (route.method === "DELETE") server.del(route.path, edge(handler));
    else server.post(route.path, edge(handler));
  }

  /** Catches once, at the edge: whatever goes wrong becomes an answer without a stack. */
  function edge(handler: Handler): restify.RequestHandler {
    return (request, response, next) => {
      Promise.resolve()
        .then(() => handler(request, response))
        .catch((error: unknown) => sendFailure(response, error))
        .finally(() => next(false));
    };
  }

  function sendFailure(response: Response, error: unknown): void {
    // The reply is already on its way, or its reader is gone.
    if (response.headersSent) {
      response.end();
      return;
    }
    if (error instanceof RequestError) {
      // The rest of an over-long body is not worth reading.
      if (error.status === 413) response.setHeader("Connection", "close");
      if (error.retryAfterSeconds !== null)
        response.setHeader("Retry-After", String(error.retryAfterSeconds));
      sendJson(response, error.status, { code: error.code, message: error.message, field: error.field });
      return;
    }
    const code = error instanceof AppError ? error.code : "error_internal";
    logger.error({ event: "failure", code, error: withoutMessage(error) });
    const message = "Trợ lý gặp lỗi, câu hỏi chưa được trả lời. Anh/chị vui lòng thử lại.";
    sendJson(response, 500, { code: "error_internal", message, field: null });
  }

  function tasks(request: Request, response: Response): void {
    const { searchParams } = new URL(request.url ?? "/", "http://localhost");
    const { tasks: rows, format } = listTasks(answering.core().knowledge, searchParams);
    const acceptsCsv = (request.headers.accept ?? "").includes("text/csv");
    response.setHeader("Vary", "Accept");
    if (format === "csv" || (format === undefined && acceptsCsv)) {
      response.setHeader("Content-Disposition", 'attachment; filename="nhiem-vu.csv"');
      send(response, 200, "text/csv; charset=utf-8", tasksToCsv(rows));
    } else sendJson(response, 200, { total: rows.length, tasks: rows });
  }

  async function chat(request: Request, response: Response): Promise<void> {
    answering.core();
    const waitSeconds = rateLimit.take(clientOf(request, options.trustProxy));
    if (waitSeconds > 0) {
      const message = `Anh/chị hỏi nhanh quá, vui lòng thử lại sau ${waitSeconds} giây.`;
      throw new RequestError("too_many_requests", message, { status: 429, retryAfterSeconds: waitSeconds });
    }
    const turn = await readTurn(request);
    const key = request.headers["idempotency-key"];
    const isRepeatable = options.answerOnce !== undefined && typeof key === "string";
    const result = isRepeatable ? await options.answerOnce!(turn, key) : await answering.answer(turn);
    if (closing) response.setHeader("Connection", "close");
    if ((request.headers.accept ?? "").includes("text/event-stream")) {
      const lastEventId = request.headers["last-event-id"];
      sendEvents(
        request,
        response,
        result,
        isRepeatable ? { lastEventId: lastEventId as string | undefined } : undefined,
      );
    } else sendJson(response, 200, result);
  }

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
      }),
    async close() {
      closing = true;
      const answered = answering.close();
      const http = server.server as NodeServer;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      http.closeIdleConnections();
      const timer = setTimeout(() => http.closeAllConnections(), CLOSE_TIMEOUT_MS);
      await closed;
      clearTimeout(timer);
      await answered;
    },
  };
}

/** A header that came several times is one line, as HTTP allows. */
const headersOf = (request: Request): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : value,
    ]),
  );

function clientOf(request: Request, trustProxy: boolean): string {
  const forwarded = trustProxy
    ? String(request.headers["x-forwarded-for"] ?? "")
        .split(",")
        .at(-1)!
        .trim()
    : "";
  return forwarded || (request.socket.remoteAddress ?? "unknown");
}

function sendAnswer(response: Response, { status, headers = {}, body = "" }: HttpAnswer): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (typeof body === "object" && !Buffer.isBuffer(body)) sendJson(response, status, body);
  else send(response, status, headers["Content-Type"] ?? "text/plain; charset=utf-8", body);
}

function sendJson(response: Response, status: number, value: unknown): void {
  response.setHeader("Cache-Control", "no-store");
  send(response, status, "application/json; charset=utf-8", JSON.stringify(value));
}

function send(response: Response, status: number, type: string, body: string | Buffer): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { "Content-Type": type, "Content-Length": bytes.length });
  response.end(bytes);
}

/** A message may carry what a person typed; name and stack lines are enough to find a fault. */
function withoutMessage(error: unknown): { name: string; stack: string[] } {
  if (!(error instanceof Error)) return { name: "unknown", stack: [] };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s*at /.test(line));
  return { name: error.name, stack: frames.slice(0, 6).map((line) => line.trim()) };
}

/** Restify logs whole requests at some levels: it gets a logger that says nothing. */
function quietLog(): Record<string, unknown> {
  const quiet: Record<string, unknown> = { level: "silent", child: () => quiet };
  for (const level of ["trace", "debug", "info", "warn", "error", "fatal"]) quiet[level] = () => false;
  return quiet;
}
