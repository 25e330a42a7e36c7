/** Which pages of other origins may call the data addresses: those that the office has listed, and no cookies ever. */
import type { IncomingMessage, ServerResponse } from "node:http";
import vary from "vary";

/** "answered" when it was a browser's question beforehand, which no handler needs to see. */
export type Cors = (request: IncomingMessage, response: ServerResponse) => "answered" | "passed";

const HEADERS =
  "Content-Type, Accept, Authorization, Idempotency-Key, Last-Event-ID, X-Requested-With, X-Ms-Bot-Agent";
const PREFLIGHT_SECONDS = "600";

/** `origins` as browsers send them: "https://portal.example.vn". */
export function createCors(origins: readonly string[]): Cors {
  return (request, response) => {
    const { origin } = request.headers;
    if (origin === undefined || !isData(request.url ?? "")) return "passed";
    vary(response, "Origin");
    if (!origins.includes(origin)) return "passed";
    response.setHeader("Access-Control-Allow-Origin", origin);
    response.setHeader("Access-Control-Expose-Headers", "Retry-After");
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    if (request.method !== "OPTIONS" || !request.headers["access-control-request-method"]) return "passed";
    response.writeHead(204, {
      "Access-Control-Allow-Methods": "GET, POST, DELETE",
      "Access-Control-Allow-Headers": HEADERS,
      "Access-Control-Max-Age": PREFLIGHT_SECONDS,
    });
    response.end();
    return "answered";
  };
}

const isData = (url: string) => url.startsWith("/api/") || url.startsWith("/directline/");
