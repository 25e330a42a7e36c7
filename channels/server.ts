/** The HTTP door: chat, tasks, health, metrics, and whatever is mounted on it. */
import type { Logger } from "pino";
import { RequestError } from "../knowledge/errors.ts";
import type { Answering } from "./answering.ts";
import type { Webhook } from "./channel.ts";
import { MAX_BODY_BYTES, readTurn } from "./chat-request.ts";
import type { Cors } from "./cors.ts";
import { sendEvents } from "./event-stream.ts";
import { sendCalendar, sendTasks } from "./exports/send-exports.ts";
import { sendAnswer, sendJson } from "./http/answers.ts";
import { createClients } from "./http/client-address.ts";
import type { ConnectionLimits, Timeouts } from "./http/connections.ts";
import {
  createDoor,
  type Handler,
  headersOf,
  type Method,
  type Request,
  type Response,
} from "./http/door.ts";
import { preferredType } from "./http/negotiation.ts";
import type { TrustProxy } from "./http/networks.ts";
import { queryOf } from "./http/request-guard.ts";
import type { Metrics } from "./metrics.ts";
import { mountMetrics } from "./metrics-server.ts";
import type { AnswerTurn } from "./once.ts";
import type { RateLimit } from "./rate-limit.ts";
import { type Readiness, sendReadiness } from "./readiness.ts";
import { readBody } from "./request-body.ts";
import type { Route } from "./route.ts";
import { within } from "./within.ts";

export interface ServerOptions {
  /** Until the knowledge base is loaded, /readyz, chat and tasks answer 503. */
  answering: Answering;
  /** What /readyz looks at beside the knowledge base. */
  readiness?: Readiness;
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
  /** False when they have a server of their own. */
  servesMetrics?: boolean;
  /** Counts questions. */
  rateLimit: RateLimit;
  /** Counts whatever else costs work: pages, files, data, measures. None by default. */
  pageLimit?: RateLimit;
  trustProxy: TrustProxy;
  limits?: ConnectionLimits;
  timeouts?: Partial<Timeouts>;
  /** For what is dated: exported files. */
  now?: () => Date;
}

export interface Server {
  /** Where it answers, as restify writes addresses: "/documents/:id". */
  readonly routes: readonly { method: Method; path: string }[];
  /** Resolves to the port. Rejects with the system's error, such as EADDRINUSE. */
  listen(port: number, host: string): Promise<number>;
  /** Stops accepting, lets the turns in hand finish within three seconds, then cuts what is left. */
  close(): Promise<void>;
}

/** The largest message of Teams is 100 KB; its activity has more around it. */
const MAX_WEBHOOK_BYTES = 256 * 1024;
/** A supervisor that asks for the end gets it within five seconds, with what is closed after the server. */
const CLOSE_TIMEOUT_MS = 3000;

export function createServer(options: ServerOptions): Server {
  const { answering, logger, metrics, rateLimit, now = () => new Date() } = options;
  const clients = createClients(options.trustProxy);
  const { limits, timeouts } = options;
  const door = createDoor({
    logger,
    metrics,
    clients,
    cors: options.cors,
    ...(limits ? { limits } : {}),
    ...(timeouts ? { timeouts } : {}),
  });

  get("/healthz", (_request, response) => sendJson(response, 200, { status: "ok" }));
  get("/readyz", (_request, response) => sendReadiness(response, answering, options.readiness));
  door.on("POST", "/api/chat", limited(chat));
  get("/api/tasks", limited(tasks));
  get("/api/calendar.ics", limited(calendar));
  if (options.servesMetrics !== false) mountMetrics(door, metrics, limited);
  for (const webhook of options.webhooks ?? []) mount(webhook);
  for (const route of options.routes ?? []) mountRoute(route);

  function get(path: string, handler: Handler): void {
    door.on("GET", path, handler);
    door.on("HEAD", path, handler);
  }

  function limited(handler: Handler): Handler {
    return (request, response) => {
      refuseWhile(options.pageLimit?.take(clients.of(request)) ?? 0);
      return handler(request, response);
    };
  }

  function mount(webhook: Webhook): void {
    door.on(webhook.method, webhook.path, async (request, response) => {
      const answer = await webhook.receive({
        method: request.method ?? webhook.method,
        url: request.url ?? webhook.path,
        headers: headersOf(request),
        body: await readBody(request, MAX_WEBHOOK_BYTES),
      });
      sendAnswer(response, answer);
    });
  }

  function mountRoute(route: Route): void {
    const handler = limited(async (request, response) => {
      const url = request.url ?? route.path;
      const answer = await route.handle({
        method: request.method ?? route.method,
        url,
        headers: headersOf(request),
        body: route.method === "GET" ? Buffer.alloc(0) : await readBody(request, MAX_BODY_BYTES),
        params: (request.params ?? {}) as Record<string, string>,
        query: queryOf(url),
        client: clients.of(request),
      });
      sendAnswer(response, answer);
    });
    if (route.method === "GET") get(route.path, handler);
    else door.on(route.method, route.path, handler);
  }

  function tasks(request: Request, response: Response): Promise<void> {
    return sendTasks(request, response, answering.core().knowledge, now());
  }

  function calendar(request: Request, response: Response): void {
    sendCalendar(request, response, answering.core().knowledge, now());
  }

  async function chat(request: Request, response: Response): Promise<void> {
    answering.core();
    refuseWhile(rateLimit.take(clients.of(request)));
    const turn = await readTurn(request);
    const key = request.headers["idempotency-key"];
    const isRepeatable = options.answerOnce !== undefined && typeof key === "string";
    const result = isRepeatable ? await options.answerOnce!(turn, key) : await answering.answer(turn);
    if (door.isClosing) response.setHeader("Connection", "close");
    if (preferredType(request.headers, ["application/json", "text/event-stream"]) === "text/event-stream") {
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
    routes: door.routes,
    listen: door.listen,
    async close() {
      await Promise.all([
        door.close(CLOSE_TIMEOUT_MS),
        // A turn that takes longer was acknowledged to nobody.
        within(CLOSE_TIMEOUT_MS, answering.close()),
      ]);
    },
  };
}

/** Throws RequestError 429 with the seconds to wait, unless there are none. */
function refuseWhile(waitSeconds: number): void {
  if (waitSeconds === 0) return;
  const message = `Anh/chị hỏi nhanh quá, vui lòng thử lại sau ${waitSeconds} giây.`;
  throw new RequestError("too_many_requests", message, { status: 429, retryAfterSeconds: waitSeconds });
}
