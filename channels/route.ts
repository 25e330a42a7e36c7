/** The contract of an address that is no platform's webhook: pages, files and data of the web chat. */
import type { WebhookRequest } from "./channel.ts";

export interface Route {
  method: "GET" | "POST" | "DELETE";
  /** As restify writes it: "/documents/:id". */
  path: string;
  /** Throws RequestError for what can't be served. */
  handle(request: RouteRequest): RouteAnswer | Promise<RouteAnswer>;
}

export interface RouteRequest extends WebhookRequest {
  /** The named parts of the path, decoded. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** Whom a rate limit counts: the caller's address. */
  client: string;
}

export interface RouteAnswer {
  status: number;
  /** Win over the server's own headers of the same name. */
  headers?: Readonly<Record<string, string>>;
  /** Bytes and strings go by their Content-Type, other objects as JSON; none is an empty body. */
  body?: object | string | Buffer;
}
