import { connect } from "node:net";
import { pino } from "pino";
import { afterEach, describe, expect, test } from "vitest";
import type { Assistant } from "../../bot/assistant.ts";
import type { TurnResponse } from "../../bot/reply.ts";
import { type Core, createAnswering } from "../../channels/answering.ts";
import type { Webhook, WebhookRequest } from "../../channels/channel.ts";
import { MAX_BODY_BYTES } from "../../channels/chat-request.ts";
import { createMetrics } from "../../channels/metrics.ts";
import { createRateLimit } from "../../channels/rate-limit.ts";
import { createServer, type Server } from "../../channels/server.ts";
import { AppError, RequestError } from "../../knowledge/errors.ts";
import { emptyRecords, type KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { keepLog } from "../support/channel-server.ts";
import { fakeAssistant, responseWith } from "./fakes.ts";

const KNOWLEDGE = { ...emptyRecords(), version: "0001-test" } as unknown as KnowledgeBase;

interface Running {
  server: Server;
  port: number;
  base: string;
  /** Everything that was logged. */
  log: () => string;
}

const running: Server[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function start(
  options: {
    assistant?: Assistant;
    ready?: boolean;
    perMinute?: number;
    pagesPerMinute?: number;
    trustProxy?: boolean;
    webhooks?: readonly Webhook[];
  } = {},
): Promise<Running> {
  const { logger, log } = keepLog();
  const core: Core = { assistant: options.assistant ?? fakeAssistant(), knowledge: KNOWLEDGE };
  const metrics = createMetrics();
  const server = createServer({
    answering: createAnswering({ core: () => (options.ready === false ? undefined : core), logger, metrics }),
    ...(options.webhooks ? { webhooks: options.webhooks } : {}),
    logger,
    metrics,
    rateLimit: createRateLimit(options.perMinute ?? 0, () => 0),
    pageLimit: createRateLimit(options.pagesPerMinute ?? 0, () => 0),
    trustProxy: options.trustProxy ?? false,
  });
  running.push(server);
  const port = await server.listen(0, "127.0.0.1");
  return { server, port, base: `http://127.0.0.1:${port}`, log };
}

const JSON_TYPE = { "Content-Type": "application/json" };

function post({ base }: Running, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return fetch(`${base}/api/chat`, { method: "POST", headers: { ...JSON_TYPE, ...headers }, body: text });
}

async function expectError(
  response: Response,
  status: number,
  code: string,
  field: string | null,
): Promise<void> {
  expect(response.status).toBe(status);
  const error = (await response.json()) as { message: string };
  expect(Object.keys(error)).toEqual(["code", "message", "field"]);
  expect(error).toMatchObject({ code, field });
  expect(error.message).toMatch(/\p{L}/u);
  expect(JSON.stringify(error)).not.toMatch(/\bat .*:\d+|node_modules|Error:/);
}

describe("POST /api/chat", () => {
  test("answers JSON with the assistant's turn, and hands over what was sent", async () => {
    const assistant = fakeAssistant();
    const response = await post(await start({ assistant }), {
      text: "V.9 là gì?",
      conversationId: "c",
      channel: "voice",
      audience: "officer",
      agency: "Sở Y tế",
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual(responseWith());
    expect(assistant.asked).toEqual([
      { text: "V.9 là gì?", conversationId: "c", channel: "web", audience: "officer", agency: "Sở Y tế" },
    ]);
  });

  test.each([[undefined], ["cli"], ["teams"], ["fax"], [null], [{}]])(
    "is the web's door whatever channel a client claims: %j",
    async (channel) => {
      const assistant = fakeAssistant();
      const response = await post(await start({ assistant }), { text: "chào", channel });
      expect(response.status).toBe(200);
      expect(assistant.asked).toEqual([{ text: "chào", channel: "web" }]);
    },
  );

  describe("refuses bad input with 400 and the name of the field", () => {
    test.each([
      ["an empty text", { text: "" }, "text_empty", "text"],
      ["a text of blanks", { text: " \n\t " }, "text_empty", "text"],
      ["a text of 2001 characters", { text: "a".repeat(2001) }, "text_too_long", "text"],
      ["no text", {}, "field_invalid", "text"],
      ["a text that is a number", { text: 5 }, "field_invalid", "text"],
      ["a text that is null", { text: null }, "field_invalid", "text"],
      ["an unknown audience", { text: "a", audience: "all" }, "field_invalid", "audience"],
      [
        "a conversation that is an object",
        { text: "a", conversationId: {} },
        "field_invalid",
        "conversationId",
      ],
      [
        "a long conversation id",
        { text: "a", conversationId: "x".repeat(65) },
        "field_invalid",
        "conversationId",
      ],
      ["an empty agency", { text: "a", agency: "" }, "field_invalid", "agency"],
      ["an unknown key", { text: "a", admin: true }, "field_unknown", "admin"],
      ["the key __proto__", '{"text":"a","__proto__":{"x":1}}', "field_unknown", "__proto__"],
      ["an array", [], "field_invalid", null],
      ["a bare string", '"a"', "field_invalid", null],
      ["null", "null", "field_invalid", null],
      ["broken JSON", '{"text":"a"', "json_broken", null],
      ["an empty body", "", "json_broken", null],
    ])("%s", async (_name, body, code, field) => {
      const assistant = fakeAssistant();
      await expectError(await post(await start({ assistant }), body), 400, code, field);
      expect(assistant.asked).toEqual([]);
    });

    test("bytes that are not UTF-8", async () => {
      const { base } = await start();
      const body = new Uint8Array([...Buffer.from('{"text":"'), 0xff, 0xfe, ...Buffer.from('"}')]);
      const response = await fetch(`${base}/api/chat`, { method: "POST", headers: JSON_TYPE, body });
      await expectError(response, 400, "json_broken", null);
    });
  });

  test("takes a text of exactly 2000 characters", async () => {
    expect((await post(await start(), { text: "a".repeat(2000) })).status).toBe(200);
  });

  test.each([["text/plain"], ["application/x-www-form-urlencoded"], ["multipart/form-data; boundary=x"]])(
    "refuses the content type %s with 415",
    async (type) => {
      await expectError(
        await post(await start(), { text: "a" }, { "Content-Type": type }),
        415,
        "content_type",
        "Content-Type",
      );
    },
  );

  test("takes a content type with a charset, whatever its case", async () => {
    const response = await post(
      await start(),
      { text: "a" },
      { "Content-Type": "Application/JSON; charset=UTF-8" },
    );
    expect(response.status).toBe(200);
  });

  test("refuses a compressed body with 415, so that no small body grows large", async () => {
    const response = await post(await start(), { text: "a" }, { "Content-Encoding": "gzip" });
    await expectError(response, 415, "content_encoding", "Content-Encoding");
  });

  test.each([
    ["just over the limit", MAX_BODY_BYTES + 1],
    ["far over the limit", 900_000],
  ])("refuses a body %s with 413, sent whole or in chunks", async (_name, bytes) => {
    const app = await start();
    await expectError(await post(app, "x".repeat(bytes)), 413, "body_too_large", null);
    const stream = new Blob(["x".repeat(bytes)]).stream();
    const init = { method: "POST", headers: JSON_TYPE, body: stream, duplex: "half" } as RequestInit;
    await expectError(await fetch(`${app.base}/api/chat`, init), 413, "body_too_large", null);
  });

  test("a body of the largest size is read", async () => {
    const padded = '{"text":"a"}'.padEnd(MAX_BODY_BYTES, " ");
    expect((await post(await start(), padded)).status).toBe(200);
  });

  test("passes the assistant's own refusal on", async () => {
    const assistant = fakeAssistant(() => {
      throw new RequestError("conversation_unknown", "Không tìm thấy.", {
        status: 404,
        field: "conversationId",
      });
    });
    const response = await post(await start({ assistant }), { text: "a", conversationId: "gone" });
    await expectError(response, 404, "conversation_unknown", "conversationId");
  });

  test("a fault inside becomes 500 without its words, and the log keeps the place but not the words", async () => {
    const assistant = fakeAssistant(() => {
      throw new TypeError("cannot read 079123456789");
    });
    const app = await start({ assistant });
    const response = await post(app, { text: "a" });
    const body = await response.clone().text();
    await expectError(response, 500, "error_internal", null);
    expect(body).not.toContain("079123456789");
    expect(app.log()).not.toContain("079123456789");
    expect(app.log()).toContain('"event":"failure"');
    expect(app.log()).toContain("server.test.ts");
  });

  test("what passes by itself becomes 503 with Retry-After, in its own words, and says that nothing was kept", async () => {
    const assistant = fakeAssistant(() => {
      throw new AppError("store_full", "Ổ đĩa đã đầy.", {
        retryable: true,
        cause: new Error("079123456789"),
      });
    });
    const app = await start({ assistant });
    const response = await post(app, { text: "a" });
    expect(response.headers.get("retry-after")).toBe("10");
    const { message } = (await response.clone().json()) as { message: string };
    expect(message).toContain("Ổ đĩa đã đầy.");
    expect(message).toContain("chưa được lưu");
    await expectError(response, 503, "store_full", null);
    expect(app.log()).toContain('"code":"store_full"');
    expect(app.log()).not.toContain("079123456789");
  });

  test("a client that leaves halfway through its body does not disturb the others", async () => {
    const app = await start();
    await new Promise<void>((resolve) => {
      const socket = connect(app.port, "127.0.0.1", () => {
        const head =
          "POST /api/chat HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{";
        socket.write(head, () => socket.destroy());
      });
      socket.on("close", () => resolve());
    });
    expect((await post(app, { text: "a" })).status).toBe(200);
    expect(app.log()).not.toContain('"event":"failure"');
  });
});

describe("POST /api/chat with Accept: text/event-stream", () => {
  const STREAM = { Accept: "text/event-stream" };

  const eventsOf = (text: string) =>
    text
      .split("\n\n")
      .filter(Boolean)
      .map((block) => {
        const [, name, data] = /^event: (.*)\ndata: (.*)$/.exec(block)!;
        return { name, data: JSON.parse(data!) };
      });

  test.each([
    ["a short text", "Xin chào!"],
    ["Markdown of several paragraphs", `${"**Sở A** chủ trì.\n\n- một\n- hai\n".repeat(40)}  hết `],
    ["an empty text", ""],
  ])("streams %s in pieces that add up to it, and ends with the same JSON", async (_name, text) => {
    const assistant = fakeAssistant(() => responseWith({ text }));
    const response = await post(await start({ assistant }), { text: "a" }, STREAM);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    const events = eventsOf(await response.text());
    expect(events.at(0)).toEqual({
      name: "start",
      data: { conversationId: "conversation-1", messageId: "message-1" },
    });
    expect(events.at(-1)).toEqual({ name: "done", data: responseWith({ text }) });
    const deltas = events.slice(1, -1);
    expect(deltas.every(({ name }) => name === "delta")).toBe(true);
    expect(deltas.map(({ data }) => data.text).join("")).toBe(text);
  });

  test("what is refused is refused in plain JSON", async () => {
    await expectError(await post(await start(), { text: "" }, STREAM), 400, "text_empty", "text");
  });
});

describe("the rate limit of the server", () => {
  test("answers 429 with Retry-After, for the asking client only", async () => {
    const app = await start({ perMinute: 2, trustProxy: true });
    const ask = (client: string) => post(app, { text: "a" }, { "X-Forwarded-For": `9.9.9.9, ${client}` });
    expect([(await ask("10.0.0.1")).status, (await ask("10.0.0.1")).status]).toEqual([200, 200]);
    const refused = await ask("10.0.0.1");
    expect(refused.headers.get("retry-after")).toBe("30");
    await expectError(refused, 429, "too_many_requests", null);
    expect((await ask("10.0.0.2")).status).toBe(200);
  });

  test("believes no X-Forwarded-For without a proxy of ours", async () => {
    const app = await start({ perMinute: 1 });
    const statuses = [];
    for (const client of ["10.0.0.1", "10.0.0.2"]) {
      statuses.push((await post(app, { text: "a" }, { "X-Forwarded-For": client })).status);
    }
    expect(statuses).toEqual([200, 429]);
  });
});

describe("the looser limit", () => {
  test("counts pages, data and measures of a client, never the health of the program", async () => {
    const app = await start({ pagesPerMinute: 3 });
    const get = async (path: string) => (await fetch(app.base + path)).status;
    expect([await get("/api/tasks"), await get("/metrics"), await get("/metrics")]).toEqual([200, 200, 200]);
    expect([await get("/api/tasks"), await get("/metrics")]).toEqual([429, 429]);
    expect([await get("/healthz"), await get("/readyz")]).toEqual([200, 200]);
  });
});

describe("every address", () => {
  test.each([
    ["GET", "/nowhere", 404, "not_found", null],
    ["GET", "/../main.ts", 404, "not_found", null],
    ["GET", "/healthz/", 404, "not_found", null],
    ["GET", "/%E0%A4%A", 404, "not_found", null],
    ["GET", "/api/chat", 405, "method_not_allowed", "POST"],
    ["DELETE", "/api/chat", 405, "method_not_allowed", "POST"],
    ["OPTIONS", "/api/chat", 405, "method_not_allowed", "POST"],
    ["POST", "/api/tasks", 405, "method_not_allowed", "GET, HEAD"],
    ["PUT", "/api/tasks", 405, "method_not_allowed", "GET, HEAD"],
  ])("%s %s answers %i", async (method, path, status, code, allow) => {
    const { base } = await start();
    const response = await fetch(base + path, { method });
    expect(response.headers.get("allow")).toBe(allow);
    await expectError(response, status, code, null);
  });

  test.each(["/healthz", "/nowhere", "/api/tasks", "/metrics"])(
    "%s carries the security headers and no product name",
    async (path) => {
      const { headers } = await fetch((await start()).base + path);
      const policy = headers.get("content-security-policy");
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("server")).toBeNull();
    },
  );

  test("HEAD answers like GET without a body", async () => {
    const response = await fetch(`${(await start()).base}/metrics`, { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(Number(response.headers.get("content-length"))).toBeGreaterThan(500);
    expect(await response.text()).toBe("");
  });
});

describe("before the knowledge base is loaded", () => {
  test.each([
    ["GET", "/api/tasks"],
    ["POST", "/api/chat"],
  ])("%s %s answers 503", async (method, path) => {
    const { base } = await start({ ready: false });
    await expectError(await fetch(base + path, { method }), 503, "not_ready", null);
  });

  test.each(["/healthz", "/metrics"])("GET %s answers 200", async (path) => {
    expect((await fetch((await start({ ready: false })).base + path)).status).toBe(200);
  });

  test("GET /readyz answers 503 and names what is missing", async () => {
    const response = await fetch(`${(await start({ ready: false })).base}/readyz`);
    expect(response.status).toBe(503);
    const detail = "Trợ lý đang nạp kho tri thức, vui lòng thử lại sau ít phút.";
    expect(await response.json()).toEqual({
      code: "not_ready",
      message: detail,
      field: null,
      problems: [{ name: "knowledge", code: "not_ready", detail }],
    });
  });
});

test("/readyz names the version that serves", async () => {
  const response = await fetch(`${(await start()).base}/readyz`);
  expect(await response.json()).toEqual({ status: "ready", knowledge: "0001-test" });
});

test("/metrics counts turns and requests", async () => {
  const app = await start();
  await post(app, { text: "a" });
  await post(app, { text: "" });
  await fetch(`${app.base}/nowhere`);
  const response = await fetch(`${app.base}/metrics`);
  expect(response.headers.get("content-type")).toContain("text/plain");
  const lines = (await response.text()).split("\n");
  expect(lines).toEqual(
    expect.arrayContaining([
      'assistant_turns_total{channel="web",status="answered",kind="task"} 1',
      'assistant_turn_seconds_count{channel="web"} 1',
      'http_requests_total{route="/api/chat",code="200"} 1',
      'http_requests_total{route="/api/chat",code="400"} 1',
      'http_requests_total{route="unknown",code="404"} 1',
      "assistant_figure_lock_failures_total 0",
    ]),
  );
});

describe("the log", () => {
  test("has one line a turn, with sizes and outcomes", async () => {
    const app = await start();
    await post(app, { text: "V.9 là gì?" });
    const lines = app.log().trim().split("\n");
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      event: "turn",
      conversation: expect.stringMatching(/^[\w-]{12}$/),
      messageId: "message-1",
      channel: "web",
      status: "answered",
      kind: "task",
      questionCharacters: 10,
      citations: 1,
      durationMs: expect.any(Number),
    });
  });

  test("doesn't hold what opens a conversation to whoever reads it", async () => {
    const app = await start();
    const { conversationId, code } = (await (await post(app, { text: "V.9 là gì?" })).json()) as TurnResponse;
    expect(app.log()).not.toContain(conversationId);
    expect(app.log()).not.toContain(code);
  });

  test("never holds the words of a question, of a reply or of the agency, nor a client's address", async () => {
    const app = await start({ perMinute: 1 });
    const words = { text: "Tôi là Nguyễn Thị Bí Mật, CCCD 079123456789", agency: "Sở Kín Đáo" };
    await post(app, words);
    await post(app, words);
    await post(app, `{"text": "${words.text}`);
    await fetch(`${app.base}/nowhere?text=${encodeURIComponent(words.text)}`);
    await fetch(`${app.base}/api/tasks?agency=${encodeURIComponent(words.agency)}`);
    for (const secret of [
      "Bí Mật",
      "079123456789",
      "Kín",
      encodeURIComponent("Kín"),
      "chủ trì",
      "127.0.0.1",
    ]) {
      expect(app.log()).not.toContain(secret);
    }
  });
});

describe("closing", () => {
  test("lets the turn in hand finish, then takes no more connections", async () => {
    let finish = () => {};
    let entered = () => {};
    const inHand = new Promise<void>((resolve) => (entered = resolve));
    const assistant = fakeAssistant(async () => {
      entered();
      await new Promise<void>((resolve) => (finish = resolve));
      return responseWith();
    });
    const app = await start({ assistant });
    const answer = post(app, { text: "a" });
    await inHand;
    let isClosed = false;
    const closed = app.server.close().then(() => (isClosed = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(isClosed).toBe(false);
    finish();
    const response = await answer;
    expect(response.headers.get("connection")).toBe("close");
    expect(await response.json()).toEqual(responseWith());
    await closed;
    await expect(fetch(`${app.base}/healthz`)).rejects.toThrow();
    running.splice(0);
  });

  test("a port that is taken is reported", async () => {
    const { port } = await start();
    const logger = pino({ level: "silent" });
    const metrics = createMetrics();
    const second = createServer({
      answering: createAnswering({ core: () => undefined, logger, metrics }),
      logger,
      metrics,
      rateLimit: createRateLimit(0),
      trustProxy: false,
    });
    await expect(second.listen(port, "127.0.0.1")).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});

describe("a channel's webhook", () => {
  const webhook = (receive: Webhook["receive"]): Webhook => ({
    method: "POST",
    path: "/webhooks/test",
    receive,
  });

  test("is given the bytes as they came, whatever their type, and its answer is sent as it is", async () => {
    const seen: WebhookRequest[] = [];
    const app = await start({
      webhooks: [
        webhook(async (request) => {
          seen.push(request);
          return { status: 202, headers: { "Content-Type": "text/xml" }, body: "<ok/>" };
        }),
      ],
    });
    const body = Buffer.from('{"text": "Kế hoạch \\u00e0 "}\n', "utf8");
    const response = await fetch(`${app.base}/webhooks/test?a=1`, {
      method: "POST",
      body,
      headers: { "Content-Type": "application/x-www-form-urlencoded", "X-Sign": "abc" },
    });
    expect(response.status).toBe(202);
    expect(response.headers.get("content-type")).toBe("text/xml");
    expect(await response.text()).toBe("<ok/>");
    expect(seen[0]).toMatchObject({ method: "POST", url: "/webhooks/test?a=1", body });
    expect(seen[0]!.headers["x-sign"]).toBe("abc");
  });

  test("sends objects as JSON and refusals as errors, and an over-long body never reaches it", async () => {
    let called = 0;
    const app = await start({
      webhooks: [
        webhook(async () => {
          called++;
          if (called > 1) throw new RequestError("signature_wrong", "Chữ ký không đúng.", { status: 401 });
          return { status: 200, body: [{ verb: "say" }] };
        }),
      ],
    });
    const send = (body: string) => fetch(`${app.base}/webhooks/test`, { method: "POST", body });
    expect(await (await send("{}")).json()).toEqual([{ verb: "say" }]);
    await expectError(await send("{}"), 401, "signature_wrong", null);
    await expectError(await send("x".repeat(300_000)), 413, "body_too_large", null);
    expect(called).toBe(2);
    expect(app.log()).not.toContain("{}");
  });
});
