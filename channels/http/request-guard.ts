/** The outermost edge of an HTTP server. What a client sends is looked at here before any other code sees it: a name of
 *  the host and an address that can't be parsed are refused in words, and whatever throws behind it is caught. */
import {
  type IncomingMessage,
  type Server as NodeServer,
  type ServerResponse,
  STATUS_CODES,
} from "node:http";
import type { Socket } from "node:net";
import { RequestError } from "../../knowledge/errors.ts";
import { failureBody, failureOf, sendFailure } from "./answers.ts";

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

export interface GuardOptions {
  /** Said with every answer that is given here. */
  headers: Readonly<Record<string, string>>;
  /** Something threw that should not have. */
  onFault: (error: unknown) => void;
  /** Told of each request that was answered here, and of each that was no HTTP. */
  onRefused: (status: number) => void;
}

const MAX_TARGET_CHARACTERS = 8192;
/** "portal.example.vn", "127.0.0.1:3000", "[::1]:3000" */
const HOST = /^(?:[a-z0-9._~-]+|\[[0-9a-f:.]+\])(?::\d{0,5})?$/i;
const ABSOLUTE = /^https?:\/\/[^/?#]/i;
const PARSER_PROBLEMS: Readonly<Record<string, RequestError>> = {
  HPE_HEADER_OVERFLOW: new RequestError("headers_too_large", "Phần đầu của yêu cầu quá dài.", {
    status: 431,
  }),
  ERR_HTTP_REQUEST_TIMEOUT: new RequestError("request_timeout", "Yêu cầu gửi quá chậm.", { status: 408 }),
};
const NOT_HTTP = new RequestError("request_invalid", "Yêu cầu không đúng giao thức HTTP.");

/** Puts itself before the listeners that the server has for requests by now; later ones are not guarded. */
export function guardRequests(http: NodeServer, options: GuardOptions): void {
  const inner = http.listeners("request") as Listener[];
  http.removeAllListeners("request");
  // Without listeners of these Node goes on by itself: it says 100, and answers an upgrade like any other request.
  http.removeAllListeners("checkContinue");
  http.removeAllListeners("upgrade");
  /** The last request, by connection. */
  const inHand = new WeakMap<Socket, { request: IncomingMessage; response: ServerResponse }>();

  http.on("request", (request: IncomingMessage, response: ServerResponse) => {
    inHand.set(request.socket, { request, response });
    // A reader that left is no fault; without a listener each would end the process.
    request.on("error", () => {});
    response.on("error", () => {});
    try {
      const problem = problemOf(request);
      if (problem) refuse(response, problem);
      else for (const listener of inner) listener.call(http, request, response);
    } catch (error) {
      options.onFault(error);
      refuse(response, error);
    }
  });

  http.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    const problem = PARSER_PROBLEMS[error.code ?? ""] ?? NOT_HTTP;
    const last = inHand.get(socket);
    if (last?.request.complete && !last.response.writableFinished && socket.writable) {
      // What was asked before the nonsense is answered first: the refusal would be taken for its answer.
      last.response.once("close", () => socket.destroySoon());
      return;
    }
    // An answer that has begun must not be mixed with another.
    const hasBegun = last?.response.headersSent === true && !last.response.writableFinished;
    if (socket.writable && !hasBegun && error.code !== "ECONNRESET") {
      const { status } = problem;
      const body = failureBody(failureOf(problem));
      const lines = Object.entries({
        ...options.headers,
        "Content-Type": "application/json; charset=utf-8",
        "Content-Length": Buffer.byteLength(body),
        Connection: "close",
      });
      const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
      socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n${body}`);
      options.onRefused(status);
    }
    socket.destroySoon();
  });

  // Such as a connection that can't be taken because too many files are open: the next one may be.
  http.on("error", (error) => {
    if (http.listening) options.onFault(error);
  });

  function refuse(response: ServerResponse, error: unknown): void {
    if (!response.headersSent) {
      for (const [name, value] of Object.entries(options.headers)) response.setHeader(name, value);
      response.setHeader("Connection", "close");
    }
    sendFailure(response, error);
    options.onRefused(response.statusCode);
  }
}

/** Undefined when all that follows can rely on `headers.host` and `url`: the one names a host, the other begins with "/"
 *  and can be parsed. */
function problemOf(request: IncomingMessage): RequestError | undefined {
  const target = request.url ?? "";
  if (target.length > MAX_TARGET_CHARACTERS)
    return new RequestError("target_too_long", "Địa chỉ quá dài.", { status: 414 });
  const { host } = request.headers;
  const hosts = request.rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === "host");
  if (hosts.length > 1 || (host !== undefined && host !== "" && !isHost(host)))
    return new RequestError("host_invalid", "Tên máy chủ (Host) của yêu cầu không đúng dạng.", {
      field: "Host",
    });
  if (target === "*" && request.method === "OPTIONS") request.url = "/*";
  else if (ABSOLUTE.test(target)) {
    // As a proxy is asked; what it names stands above Host (RFC 9112, section 3.2.2).
    if (!URL.canParse(target)) return targetInvalid();
    const url = new URL(target);
    if (!isHost(url.host)) return targetInvalid();
    request.headers.host = url.host;
    request.url = url.pathname + url.search;
  } else if (!target.startsWith("/") || !URL.canParse(`http://localhost${target}`)) return targetInvalid();
  return undefined;
}

const isHost = (host: string) => HOST.test(host) && URL.canParse(`http://${host}/`);

const targetInvalid = () => new RequestError("target_invalid", "Địa chỉ của yêu cầu không đúng dạng.");

/** What stands after "?" of an address as received: never throws, whatever the address. */
export function queryOf(url: string): URLSearchParams {
  const [address = ""] = url.split("#", 1);
  const at = address.indexOf("?");
  return new URLSearchParams(at < 0 ? "" : address.slice(at + 1));
}
