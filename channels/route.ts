/** The contract of an address that is no platform's webhook: pages, files and data of the web chat. */
import type { HttpAnswer, WebhookRequest } from "./channel.ts";

export interface Route {
  method: "GET" | "POST" | "DELETE";
  /** As restify writes it: "/documents/:id". */
  path: string;
  /** Throws RequestError for what can't be served. */
  handle(request: RouteRequest): HttpAnswer | Promise<HttpAnswer>;
}

export interface RouteRequest extends WebhookRequest {
  /** The named parts of the path, decoded. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** Whom a rate limit counts: the caller's address. */
  client: string;
}
