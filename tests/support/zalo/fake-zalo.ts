/** openapi.zalo.me and oauth.zaloapp.com as far as the channel uses them, on a port of this machine. It refuses what the
 *  platform is documented to refuse, keeps what it delivered, and fails on demand. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface DeliveredMessage {
  /** User, or "anonymous:" and the visitor. */
  to: string;
  text: string;
  buttons: { title: string; type: string; payload: unknown }[];
  id: string;
  at: number;
}

export interface Call {
  path: string;
  /** The parsed body or form. */
  body: Record<string, unknown>;
  token: string | undefined;
}

/** What goes wrong with one call. "before": nothing is done; "after": it is done and the reply is lost. */
export type Fault =
  | { error: number }
  | { status: number; body?: string; headers?: Record<string, string> }
  | { reset: "before" | "after" }
  | { hang: "before" | "after" };

export interface FakeZalo {
  url: string;
  app: { id: string; secret: string };
  /** The refresh token that is good for one more use. */
  refreshToken(): string;
  /** Access tokens given out so far become invalid. */
  revoke(): void;
  delivered: DeliveredMessage[];
  calls: Call[];
  /** Asked before every call. */
  fault: ((call: Call, count: number) => Fault | undefined) | undefined;
  /** Milliseconds before a refresh is answered. */
  refreshDelayMs: number;
  refreshes: number;
  quota: Record<string, unknown>;
  close(): Promise<void>;
}

const MAX_TEXT = 2000;

export async function startFakeZalo(
  options: { now?: () => number; refreshToken?: string } = {},
): Promise<FakeZalo> {
  const now = options.now ?? Date.now;
  const valid = new Set<string>();
  let issued = 0;
  let refreshToken = options.refreshToken ?? "refresh-0";
  const hanging = new Set<ServerResponse>();
  const server = createServer((request, response) => void serve(request, response));

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://localhost");
    const parts: Buffer[] = [];
    try {
      for await (const part of request) parts.push(part as Buffer);
    } catch {
      return;
    }
    const text = Buffer.concat(parts).toString("utf8");
    const call: Call = {
      path: url.pathname,
      body: bodyOf(request, url, text),
      token: request.headers.access_token as string | undefined,
    };
    fake.calls.push(call);
    const fault = fake.fault?.(call, fake.calls.length);
    if (fault && "reset" in fault && fault.reset === "before") return void request.socket.destroy();
    if (fault && "hang" in fault && fault.hang === "before") return void hanging.add(response);
    if (fault && "status" in fault) {
      response.writeHead(fault.status, fault.headers);
      return void response.end(fault.body ?? "");
    }
    const reply = fault && "error" in fault ? failure(fault.error) : await replyTo(call, request);
    if (fault && "reset" in fault) return void request.socket.destroy();
    if (fault && "hang" in fault) return void hanging.add(response);
    // The platform answers 200 whatever happened.
    response.writeHead(200, {
      "Content-Type": "application/json",
      "X-RateLimit-Limit": "4000",
      "X-RateLimit-Remain": "3990",
    });
    response.end(JSON.stringify(reply));
  }

  async function replyTo(call: Call, request: IncomingMessage): Promise<object> {
    if (call.path === "/v4/oa/access_token") {
      await new Promise((resolve) => setTimeout(resolve, fake.refreshDelayMs));
      return refresh(call, request);
    }
    if (!call.token || !valid.has(call.token)) return failure(-216, "Access token is invalid");
    if (call.path === "/v3.0/oa/message/cs" || call.path === "/v2.0/oa/message") return deliver(call);
    if (call.path === "/v2.0/oa/conversation") return conversation(call);
    return failure(-404, "Not found");
  }

  function refresh({ body }: Call, request: IncomingMessage): object {
    const isForm = request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded");
    if (!isForm || request.headers.secret_key !== fake.app.secret || body.app_id !== fake.app.id)
      return { error: -14002, error_name: "Invalid app" };
    if (body.grant_type !== "refresh_token" || body.refresh_token !== refreshToken)
      return {
        error: -14014,
        error_name: "Invalid refresh token",
        error_description: "Refresh token is used",
      };
    fake.refreshes++;
    issued++;
    refreshToken = `refresh-${issued}`;
    const access = `access-${issued}`;
    valid.add(access);
    return { access_token: access, refresh_token: refreshToken, expires_in: "90000" };
  }

  function deliver({ path, body }: Call): object {
    const { recipient, message } = body as {
      recipient?: { user_id?: unknown; anonymous_id?: unknown; conversation_id?: unknown };
      message?: { text?: unknown; attachment?: { payload?: { buttons?: DeliveredMessage["buttons"] } } };
    };
    const isAnonymous = path === "/v2.0/oa/message";
    const id = isAnonymous ? recipient?.anonymous_id : recipient?.user_id;
    if (typeof id !== "string" || (isAnonymous && typeof recipient?.conversation_id !== "string"))
      return failure(-201, "recipient");
    const buttons = message?.attachment?.payload?.buttons ?? [];
    const text = message?.text ?? "";
    if (typeof text !== "string" || text.length > MAX_TEXT) return failure(-201, "text");
    if (text.trim() === "" && !message?.attachment) return failure(-201, "text");
    if (buttons.length > 5 || buttons.some((button) => button.title.length > 100))
      return failure(-201, "buttons");
    const delivered = {
      to: isAnonymous ? `anonymous:${id}` : id,
      text,
      buttons,
      id: `message-${fake.delivered.length + 1}`,
      at: now(),
    };
    fake.delivered.push(delivered);
    return success({ message_id: delivered.id, user_id: id, quota: fake.quota });
  }

  /** Newest first. */
  function conversation({ body }: Call): object {
    const { user_id, offset, count } = body as { user_id: string; offset: number; count: number };
    if (!(count >= 1 && count <= 10)) return failure(-201, "count");
    const rows = fake.delivered
      .filter(({ to }) => to === user_id)
      .reverse()
      .slice(offset, offset + count);
    return success(
      rows.map(({ id, text, at }) => ({ src: 0, time: at, type: "text", message: text, message_id: id })),
    );
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const fake: FakeZalo = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    app: { id: "3608000000000000001", secret: "s3cr3t-app" },
    refreshToken: () => refreshToken,
    revoke: () => valid.clear(),
    delivered: [],
    calls: [],
    fault: undefined,
    refreshDelayMs: 0,
    refreshes: 0,
    quota: { quota_type: "reply", remain: "7", total: "8" },
    async close() {
      for (const response of hanging) response.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fake;
}

/** The first fault is for the first call of the path, and so on; calls after the last one go well. */
export function faults(path: string, ...list: (Fault | undefined)[]): NonNullable<FakeZalo["fault"]> {
  const left = [...list];
  return (call) => (call.path === path ? left.shift() : undefined);
}

function bodyOf(request: IncomingMessage, url: URL, text: string): Record<string, unknown> {
  try {
    if (request.method === "GET") return JSON.parse(url.searchParams.get("data") ?? "{}");
    if (request.headers["content-type"]?.startsWith("application/json")) return JSON.parse(text);
    return Object.fromEntries(new URLSearchParams(text));
  } catch {
    return {};
  }
}

const failure = (error: number, message = "error") => ({ error, message });
const success = (data: unknown) => ({ error: 0, message: "Success", data });
