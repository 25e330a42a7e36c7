import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { type ConnectionOptions, limitsFor, watchConnections } from "../../../channels/http/connections.ts";
import { hold, request, sendRaw, statusesOf } from "../../support/raw-http.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

const HEAD = "GET / HTTP/1.1\r\nHost: x\r\n";
/** More than a connection takes without being read. */
const LARGE = "x".repeat(30_000_000);

async function start(options: Partial<ConnectionOptions> = {}) {
  let release = () => {};
  let slow = 0;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const server = createServer((incoming, response) => {
    if (incoming.url === "/large") response.end(LARGE);
    else if (incoming.url === "/slow") {
      slow++;
      void released.then(() => response.end("at last"));
    } else incoming.resume().on("end", () => response.end("ok"));
  });
  servers.push(server);
  const connections = watchConnections(server, { holderOf: () => "one", ...options });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const ask = async (path = "/") => statusesOf(await sendRaw(port, request(`GET ${path}`)));
  const open = () =>
    new Promise<number>((resolve) => server.getConnections((_error, count) => resolve(count)));
  /** Answers that are being made. */
  const inHand = async (count: number) => {
    while (slow < count) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  return { port, ask, open, inHand, connections, release };
}

describe("a connection that keeps us waiting is closed in time", () => {
  const FAST = {
    headersMs: 200,
    requestMs: 400,
    keepAliveMs: 200,
    readMs: 300,
    silenceMs: 1500,
    checkMs: 50,
  };
  test.each([
    ["says nothing", ""],
    ["stops in the headers", HEAD],
    ["stops in the body", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12"],
    ["stops in a chunk", "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"],
    ["doesn't read its answer", "GET /large HTTP/1.1\r\nHost: x\r\n\r\n"],
    ["asks nothing more", `${HEAD}\r\n`],
    ["waits for an answer that doesn't come", "GET /slow HTTP/1.1\r\nHost: x\r\n\r\n"],
  ])("one that %s", async (_name, bytes) => {
    const { port, open } = await start({ timeouts: FAST });
    // Never read from, as by a client that hangs.
    const { socket, closed } = await hold(port, bytes);
    socket.pause();
    while ((await open()) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    socket.destroy();
    await closed;
  });
});

describe("when all connections are taken", () => {
  const limits = { total: 4, perClient: 4 };

  test("the one that has been waited for longest makes room", async () => {
    const { port, ask } = await start({ limits });
    const held = [];
    for (let i = 0; i < 4; i++) held.push(await hold(port, i % 2 === 0 ? "" : HEAD));
    expect(await ask()).toEqual([200]);
    await held[0]!.closed;
    expect(held.slice(1).map(({ socket }) => socket.destroyed)).toEqual([false, false, false]);
  });

  test("a flood of silent ones keeps nobody out", async () => {
    const { port, ask, open } = await start({ limits });
    for (let i = 0; i < 100; i++) await hold(port);
    for (let i = 0; i < 20; i++) expect(await ask()).toEqual([200]);
    expect(await open()).toBeLessThanOrEqual(limits.total);
  });

  test("slow bodies and unread answers make room, an answer that is being made does not", async () => {
    const { port, ask, inHand, release } = await start({ limits });
    const asked = ask("/slow");
    await inHand(1);
    await hold(port, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12");
    (await hold(port, "GET /large HTTP/1.1\r\nHost: x\r\n\r\n")).socket.pause();
    for (let i = 0; i < 10; i++) expect(await ask()).toEqual([200]);
    release();
    expect(await asked).toEqual([200]);
  });

  test("and all are being answered, the next one is cut", async () => {
    const { ask, inHand, release } = await start({ limits });
    const asked = Array.from({ length: 4 }, () => ask("/slow"));
    await inHand(4);
    expect(await ask()).toEqual([]);
    release();
    expect(await Promise.all(asked)).toEqual([[200], [200], [200], [200]]);
    expect(await ask()).toEqual([200]);
  });
});

test("one client has its share; a proxy, which stands for many, is held to the total alone", async () => {
  const holders = ["greedy", "greedy", "greedy", "other", null, null];
  const { port } = await start({
    limits: { total: 10, perClient: 2 },
    holderOf: () => holders.shift() ?? null,
  });
  const held = [];
  for (let i = 0; i < 6; i++) held.push(await hold(port));
  await held[0]!.closed;
  expect(held.map(({ socket }) => socket.destroyed)).toEqual([true, false, false, false, false, false]);
});

test("at the end those without a request are cut first", async () => {
  const { port, connections, ask, inHand, release } = await start();
  const silent = await hold(port, HEAD);
  const asked = ask("/slow");
  await inHand(1);
  connections.closeIdle();
  await silent.closed;
  release();
  expect(await asked).toEqual([200]);
});

test("the limits leave files for the rest of the program", () => {
  expect(limitsFor(256)).toEqual({ total: 160, perClient: 120 });
  expect(limitsFor(64)).toEqual({ total: 16, perClient: 12 });
  expect(limitsFor(1_048_576)).toEqual({ total: 10_000, perClient: 1000 });
  expect(limitsFor(Number.POSITIVE_INFINITY)).toEqual({ total: 10_000, perClient: 1000 });
});
