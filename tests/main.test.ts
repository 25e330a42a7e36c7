/** The program as a process: how it ends, and what it takes to keep people out. */
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { hold, request, sendRaw, statusesOf } from "./support/raw-http.ts";
import { type RunningProgram, type StartOptions, startServerProcess } from "./support/server-process.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

/** The knowledge base is built once for all. */
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "tro-ly-so-main-"));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

let program: RunningProgram | undefined;
let silent: Server | undefined;
afterEach(async () => {
  await program?.close();
  program = undefined;
  silent?.close().closeAllConnections();
  silent = undefined;
});

async function start(options: StartOptions = {}): Promise<RunningProgram> {
  program = await startServerProcess({ dataDir, ...options });
  return program;
}

/** A model's server that takes questions and never answers; how many it has. */
async function startSilentModel(): Promise<{ url: string; asked: () => number }> {
  let asked = 0;
  silent = createServer(() => {
    asked++;
  });
  await new Promise<void>((resolve) => silent!.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(silent.address() as AddressInfo).port}/v1`, asked: () => asked };
}

const until = async (isSo: () => boolean | Promise<boolean>) => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
};

const ASKS_THE_MODEL = "đăng ký khai sinh cần giấy tờ gì";
const CHAT_HEAD = "POST /api/chat HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
const streamed = (text: string) => {
  const body = JSON.stringify({ text });
  return `${CHAT_HEAD}Accept: text/event-stream\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};

test("clients that hang don't keep it from ending within five seconds, with status 0", async () => {
  const model = await startSilentModel();
  const { port, stop, errors } = await start({
    settings: {
      LLM_PROVIDER: "openai",
      LLM_MODEL: "m",
      LLM_URL: model.url,
      LLM_TIMEOUT_MS: "60000",
    },
  });
  await hold(port);
  await hold(port, CHAT_HEAD);
  await hold(port, `${CHAT_HEAD}Content-Length: 100\r\n\r\n{`);
  await hold(port, "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
  (await hold(port, streamed("Liệt kê tất cả nhiệm vụ"))).socket.pause();
  await hold(port, streamed(ASKS_THE_MODEL));
  await until(() => model.asked() > 0);
  const { status, ms } = await stop();
  expect(status, errors()).toBe(0);
  // What is promised to the supervisor, whose patience ends there.
  expect(ms).toBeLessThan(10_000);
});

test("asked a second time it doesn't wait", async () => {
  const model = await startSilentModel();
  const { port, stop } = await start({
    settings: { LLM_PROVIDER: "openai", LLM_MODEL: "m", LLM_URL: model.url, LLM_TIMEOUT_MS: "60000" },
  });
  await hold(port, streamed(ASKS_THE_MODEL));
  await until(() => model.asked() > 0);
  expect((await stop(2)).status).toBe(1);
});

test("a fault that no edge catches is logged without its words and ends it with a status, after what is in hand", async () => {
  const { port, kill, ended, errors } = await start({
    preload: `process.on("SIGUSR2", () => { throw new TypeError("số 0912345678"); });`,
  });
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  kill("SIGUSR2");
  expect(await ended()).toEqual({ status: 1, signal: null });
  expect(errors()).toContain("sẽ dừng để được khởi động lại");
  expect(errors()).not.toContain("0912345678");
});

test("with few files to open, a flood of silent connections leaves /healthz and questions reachable", async () => {
  const { port, openFiles, exit } = await start({ openFiles: 256 });
  for (let i = 0; i < 400; i++) await hold(port, i % 2 === 0 ? "" : CHAT_HEAD);
  for (let i = 0; i < 5; i++) {
    expect(statusesOf(await sendRaw(port, request("GET /healthz")))).toEqual([200]);
    const question = streamed("chào").replace("Host: x", "Host: x\r\nConnection: close");
    expect(statusesOf(await sendRaw(port, question))).toEqual([200]);
  }
  expect(await openFiles()).toBeLessThan(256);
  expect(exit()).toBeUndefined();
});

test("/metrics has a port of its own when it is set, and is nowhere else", async () => {
  const [main, measures] = [39_000 + (process.pid % 900), 39_950 + (process.pid % 40)];
  const { port } = await start({ settings: { PORT: String(main), METRICS_PORT: String(measures) } });
  expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(404);
  const response = await fetch(`http://127.0.0.1:${measures}/metrics`);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain("http_requests_total");
  expect((await fetch(`http://127.0.0.1:${measures}/healthz`)).status).toBe(404);
});
