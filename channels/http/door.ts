/** An HTTP server whose handlers may throw whatever they like: restify behind the guard, the limits of connections, and
 *  one edge where each failure becomes an answer. */
import type { IncomingMessage, Server as NodeServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import restify from "restify";
import { AppError, RequestError } from "../../knowledge/errors.ts";
import type { Cors } from "../cors.ts";
import { faultOf } from "../logger.ts";
import type { Metrics } from "../metrics.ts";
import { failureOf, sendFailure } from "./answers.ts";
import type { Clients } from "./client-address.ts";
import { type ConnectionLimits, type Timeouts, watchConnections } from "./connections.ts";
import { guardRequests } from "./request-guard.ts";

export type Request = restify.Request;
export type Response = restify.Response;
export type Handler = (request: Request, response: Response) => void | Promise<void>;
export type Method = "GET" | "HEAD" | "POST" | "DELETE";

export interface DoorOptions {
  logger: Logger;
  metrics: Pick<Metrics, "requests">;
  clients: Clients;
  /** Which pages of other origins may call. */
  cors?: Cors | undefined;
  limits?: ConnectionLimits;
  timeouts?: Partial<Timeouts>;
}

export interface Door {
  /** `path` as restify writes it: "/documents/:id". */
  on(method: Method, path: string, handler: Handler): void;
  /** All that was mounted. */
  readonly routes: readonly { method: Method; path: string }[];
  readonly isClosing: boolean;
  /** Resolves to the port. Rejects with the system's error, such as EADDRINUSE. */
  listen(port: number, host: string): Promise<number>;
  /** Stops accepting, cuts who has nothing in hand, and after `withinMs` everybody else. */
  close(withinMs: number): Promise<void>;
}

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

export function createDoor(options: DoorOptions): Door {
  const { logger, metrics, cors } = options;
  const server = restify.createServer({ log: quietLog(), handleUncaughtExceptions: false } as never);
  const http = server.server as NodeServer;
  const routes: { method: Method; path: string }[] = [];
  let isClosing = false;

  guardRequests(http, {
    headers: SECURITY_HEADERS,
    onFault: (error) => logger.error({ event: "failure", code: codeOf(error), error: faultOf(error) }),
    onRefused: (status) => metrics.requests.inc({ route: "unknown", code: String(status) }),
  });
  const connections = watchConnections(http, {
    holderOf: options.clients.holder,
    ...(options.limits ? { limits: options.limits } : {}),
    ...(options.timeouts ? { timeouts: options.timeouts } : {}),
  });

  // It hands on what happens to the HTTP server, which the guard has heard by then.
  server.on("error", () => {});
  server.pre((request: Request, response: Response, next: restify.Next) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    response.removeHeader("Server");
    if (isClosing) response.setHeader("Connection", "close");
    next(cors?.(request, response) === "answered" ? false : undefined);
  });
  server.on("after", (request: Request, response: Response) => {
    const route = (request.getRoute()?.path as string | undefined) ?? "unknown";
    metrics.requests.inc({ route, code: String(response.statusCode) });
  });
  // What restify refuses before any handler. Its callback stays uncalled: it would send a second answer.
  server.on("restifyError", (_request: Request, response: Response, error: { statusCode?: number }) => {
    const status = error.statusCode ?? 500;
    fail(
      response,
      status >= 500
        ? error
        : (REFUSALS[status] ?? new RequestError("request_invalid", "Yêu cầu không hợp lệ.", { status })),
    );
  });

  /** Catches once, at the edge: whatever goes wrong becomes an answer without a stack. */
  function edge(handler: Handler): restify.RequestHandler {
    return (request, response, next) => {
      Promise.resolve()
        .then(() => handler(request, response))
        .catch((error: unknown) => fail(response, error))
        .finally(() => next(false));
    };
  }

  function fail(response: Response, error: unknown): void {
    if (failureOf(error).status >= 500 && !(error instanceof RequestError))
      logger.error({ event: "failure", code: codeOf(error), error: faultOf(error) });
    sendFailure(response, error);
  }

  return {
    routes,
    get isClosing() {
      return isClosing;
    },
    on(method, path, handler) {
      routes.push({ method, path });
      const mount = { GET: server.get, HEAD: server.head, POST: server.post, DELETE: server.del }[method];
      mount.call(server, path, edge(handler));
    },
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        http.once("error", reject);
        http.listen(port, host, () => {
          http.removeListener("error", reject);
          resolve((http.address() as AddressInfo).port);
        });
      }),
    async close(withinMs) {
      isClosing = true;
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      connections.closeIdle();
      const timer = setTimeout(connections.closeAll, withinMs);
      await closed;
      clearTimeout(timer);
    },
  };
}

const codeOf = (error: unknown) => (error instanceof AppError ? error.code : "error_internal");

/** A header that came several times is one line, as HTTP allows. */
export const headersOf = (request: IncomingMessage): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : value,
    ]),
  );

/** Restify logs whole requests at some levels: it gets a logger that says nothing. */
function quietLog(): Record<string, unknown> {
  const quiet: Record<string, unknown> = { level: "silent", child: () => quiet };
  for (const level of ["trace", "debug", "info", "warn", "error", "fatal"]) quiet[level] = () => false;
  return quiet;
}
