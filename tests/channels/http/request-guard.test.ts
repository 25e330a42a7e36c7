import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createAnswering } from "../../../channels/answering.ts";
import { createCors } from "../../../channels/cors.ts";
import { queryOf } from "../../../channels/http/request-guard.ts";
import { createMetrics } from "../../../channels/metrics.ts";
import { createRateLimit } from "../../../channels/rate-limit.ts";
import { createServer, type Server } from "../../../channels/server.ts";
import { emptyRecords, type KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import { keepLog } from "../../support/channel-server.ts";
import { bodyOf, request, sendRaw, statusesOf } from "../../support/raw-http.ts";
import { fakeAssistant } from "../fakes.ts";

const KNOWLEDGE = { ...emptyRecords(), version: "0001-test" } as unknown as KnowledgeBase;
const CHAT = ["Host: x", "Content-Type: application/json"];

let server: Server;
let port: number;
let log: () => string;
beforeEach(async () => {
  const kept = keepLog();
  log = kept.log;
  const { logger } = kept;
  const metrics = createMetrics();
  const core = { assistant: fakeAssistant(), knowledge: KNOWLEDGE };
  server = createServer({
    answering: createAnswering({ core: () => core, logger, metrics }),
    routes: [
      { method: "GET", path: "/items/:id", handle: ({ params }) => ({ status: 200, body: params }) },
      {
        method: "GET",
        path: "/broken",
        handle: () => ({ status: 200, headers: { "X-Broken": "a\nb" }, body: "x" }),
      },
      {
        method: "GET",
        path: "/varied",
        handle: () => ({ status: 200, headers: { Vary: "Accept-Encoding" }, body: "x" }),
      },
    ],
    cors: createCors(["https://portal.example"]),
    logger,
    metrics,
    rateLimit: createRateLimit(0),
    trustProxy: false,
  });
  port = await server.listen(0, "127.0.0.1");
});
afterEach(() => server.close());

const isAlive = async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).status === 200;

/** One refusal in the form that every refusal has, with nothing of the inside. */
function expectRefusal(raw: string, status: number, code?: string): void {
  expect(statusesOf(raw)).toEqual([status]);
  const error = JSON.parse(bodyOf(raw)) as Record<string, unknown>;
  expect(Object.keys(error)).toEqual(["code", "message", "field"]);
  if (code !== undefined) expect(error.code).toBe(code);
  expect(raw).not.toMatch(/\bat .*:\d+|node_modules|TypeError|Invalid URL/);
  expect(raw.toLowerCase()).toContain("x-content-type-options: nosniff");
}

describe("a name of the host that none can have is refused, and the process goes on", () => {
  test.each([
    "x:99999",
    "[",
    "a b",
    "%",
    "%zz",
    "]",
    "[::1",
    "[zz]",
    "x:y",
    "x:1:2",
    "@",
    "user@x",
    "x/y",
    "x?y",
    "x#y",
    "\\",
    "a,b",
    "1.2.3.999",
    "256.256.256.256.256",
    "xn--zzzzz-",
    "\u00e9",
    "<script>",
    "x".repeat(5000),
    "__proto__:x",
  ])("Host: %s", async (host) => {
    const raw = await sendRaw(port, request("GET /healthz", [`Host: ${host}`]));
    // What names a host after all is served.
    if (statusesOf(raw)[0] !== 200) expectRefusal(raw, 400, "host_invalid");
    else expect(() => new URL(`http://${host}`)).not.toThrow();
    expect(await isAlive()).toBe(true);
    expect(log()).not.toContain('"failure"');
  });

  test("two of them are refused", async () => {
    expectRefusal(await sendRaw(port, request("GET /healthz", ["Host: a", "host: b"])), 400, "host_invalid");
  });

  test.each(["127.0.0.1:3000", "[::1]:3000", "Portal.example.vn", "x:", "", "a_b.example"])(
    "%j is taken",
    async (host) => {
      expect(statusesOf(await sendRaw(port, request("GET /healthz", [`Host: ${host}`])))).toEqual([200]);
    },
  );

  test("HTTP/1.0 needs none, HTTP/1.1 does", async () => {
    expect(statusesOf(await sendRaw(port, "GET /healthz HTTP/1.0\r\n\r\n"))).toEqual([200]);
    expect(statusesOf(await sendRaw(port, request("GET /healthz", [])))).toEqual([400]);
  });
});

describe("the target of a request", () => {
  test.each([
    ["http://[::bad/tasks", 400],
    ["http://x:99999/healthz", 400],
    ["http://", 400],
    ["http:///healthz", 400],
    ["https://a b/healthz", 400],
    ["*", 400],
    ["healthz", 400],
    ["ftp://x/healthz", 400],
    ["?a=1", 400],
    [`/${"a".repeat(9000)}`, 414],
    [`/healthz?${"a".repeat(9000)}`, 414],
    [`/${"a".repeat(40_000)}`, 431],
    ["/%E0%A4", 404],
    ["/items/%E0%A4%A", 404],
    ["/items/%", 404],
    ["/%00", 404],
    ["/\u0001", 400],
    ["//", 404],
    ["//evil.example/healthz", 404],
    ["/\\evil.example", 404],
    ["/../../etc/passwd", 404],
    ["/__proto__", 404],
    ["/constructor/prototype", 404],
    ["/:id", 404],
    ["/*", 404],
  ])("%s answers %i", async (target, status) => {
    const raw = await sendRaw(port, Buffer.from(request(`GET ${target}`), "latin1"));
    expectRefusal(raw, status);
    expect(await isAlive()).toBe(true);
    expect(log()).not.toContain('"failure"');
  });

  test.each([
    ["http://other.example/healthz", "absolute, as a proxy is asked"],
    ["/healthz?%E0%A4", "with a query that can't be decoded"],
    ["/healthz?__proto__[x]=1&constructor=2", "with names of prototypes"],
    ["/healthz#part", "with a fragment"],
    ["/./healthz", "with dots"],
  ])("%s is served: %s", async (target) => {
    expect(statusesOf(await sendRaw(port, request(`GET ${target}`)))).toEqual([200]);
  });

  test("a part of the path is handed on decoded, names of prototypes too", async () => {
    for (const [target, id] of [
      ["/items/__proto__", "__proto__"],
      ["/items/%C4%90%2F", "Đ/"],
      ["/items/a?b=//", "a"],
    ])
      expect(JSON.parse(bodyOf(await sendRaw(port, request(`GET ${target}`))))).toEqual({ id });
  });

  test("a query is read wherever it stands and whatever it holds", () => {
    expect(queryOf("//?a=1").get("a")).toBe("1");
    expect(queryOf("/x#?a=1").get("a")).toBeNull();
    expect(queryOf("/x?a=1?b#c").get("a")).toBe("1?b");
    expect(queryOf("?%E0%A4=%").size).toBe(1);
  });
});

describe("methods and protocols that nobody uses here", () => {
  test.each([
    ["TRACE /healthz", 405],
    ["PROPFIND /healthz", 405],
    ["PATCH /api/chat", 405],
    ["OPTIONS /healthz", 405],
    ["OPTIONS *", 404],
    ["M-SEARCH /nowhere", 404],
    ["FOO /healthz", 400],
    ["get /healthz", 400],
    [" /healthz", 400],
  ])("%s answers %i", async (line, status) => {
    expectRefusal(await sendRaw(port, request(line)), status);
    expect(await isAlive()).toBe(true);
  });

  test("CONNECT is cut, an upgrade is answered as if it hadn't been asked for, 100 is said to who expects it", async () => {
    expect(await sendRaw(port, request("CONNECT x:1"))).toBe("");
    const upgrade = ["Host: x", "Upgrade: websocket", "Connection: Upgrade"];
    expect(statusesOf(await sendRaw(port, request("GET /healthz", upgrade), { halfClose: true }))).toEqual([
      200,
    ]);
    const expecting = [...CHAT, "Expect: 100-continue", "Content-Length: 12"];
    expect(statusesOf(await sendRaw(port, request("POST /api/chat", expecting, '{"text":"a"}')))).toEqual([
      100, 200,
    ]);
    const odd = [...CHAT, "Expect: the best", "Content-Length: 0"];
    expect(statusesOf(await sendRaw(port, request("POST /api/chat", odd)))).toEqual([417]);
    const bad = ["Host: [", "Expect: 100-continue", "Upgrade: x", "Connection: Upgrade"];
    expect(statusesOf(await sendRaw(port, request("GET /", bad), { halfClose: true })).at(-1)).toBe(400);
    expect(await isAlive()).toBe(true);
  });
});

describe("one request that could be read as two is refused and the connection closed", () => {
  const smuggled = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
  test.each([
    ["both a length and chunks", ["Content-Length: 5", "Transfer-Encoding: chunked"], "0\r\n\r\n"],
    ["two lengths", ["Content-Length: 5", "Content-Length: 6"], "12345"],
    ["a list of lengths", ["Content-Length: 5, 5"], "12345"],
    ["a length with a sign", ["Content-Length: +5"], "12345"],
    ["a length beyond all numbers", ["Content-Length: 99999999999999999999999"], "1"],
    ["chunks by another name", ["Transfer-Encoding: xchunked"], "0\r\n\r\n"],
    ["chunks twice", ["Transfer-Encoding: chunked, chunked"], "0\r\n\r\n"],
    ["a header in two lines", ["X: a", " b"], ""],
    ["a space before the colon", ["Content-Length : 5"], "12345"],
    ["a header with a NUL", ["X: a\0b"], ""],
    ["a chunk of no length", ["Transfer-Encoding: chunked"], "zz\r\n\r\n"],
  ])("%s", async (_name, headers, body) => {
    const raw = await sendRaw(port, request("POST /api/chat", [...CHAT, ...headers], body + smuggled));
    expectRefusal(raw, 400);
    expect(await isAlive()).toBe(true);
  });

  test("a byte that is no HTTP, a request of HTTP/2, a hello of TLS", async () => {
    for (const bytes of [
      "\0",
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
      Buffer.from("160301", "hex"),
      "\r\n\r\nx\r\n",
    ])
      expect(statusesOf(await sendRaw(port, bytes, { halfClose: true }))).toEqual([400]);
    expect(await isAlive()).toBe(true);
  });
});

test("requests sent without waiting are answered in their order, and no refusal is taken for an answer", async () => {
  const one = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
  const raw = await sendRaw(port, `${one}${one}GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\nnonsense\r\n\r\n`);
  expect(statusesOf(raw)).toEqual([200, 200, 404]);
  expect(await isAlive()).toBe(true);
});

test("an answer that can't be sent becomes a refusal without what was prepared for it", async () => {
  expectRefusal(await sendRaw(port, request("GET /broken")), 500, "error_internal");
  expect(log()).toContain('"failure"');
});

test("who left before the answer disturbs nobody", async () => {
  await Promise.all(
    Array.from({ length: 50 }, () =>
      sendRaw(port, request("POST /api/chat", [...CHAT, "Content-Length: 12"], '{"text":"a"}').slice(0, -1), {
        halfClose: true,
      }),
    ),
  );
  expect(await isAlive()).toBe(true);
  expect(log()).not.toContain('"failure"');
});

test("Vary keeps what each part has put into it", async () => {
  const headers = { Origin: "https://portal.example", Accept: "text/csv" };
  const response = await fetch(`http://127.0.0.1:${port}/api/tasks`, { headers });
  expect(response.headers.get("content-type")).toContain("text/csv");
  expect(response.headers.get("vary")).toBe("Origin, Accept");
});
