/** The server with the Zalo channel on, towards a fake platform. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Assistant } from "../../../bot/assistant.ts";
import { openSqliteStore } from "../../../bot/state/sqlite-store.ts";
import type { StateStore } from "../../../bot/state/store.ts";
import { createMetrics, type Metrics } from "../../../channels/metrics.ts";
import { loadConfig } from "../../../config.ts";
import { emptyRecords, type KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import { keepLog, startChannelServer } from "../channel-server.ts";
import { APP_ID, OA_ID, OA_SECRET, type SignOptions, signed } from "./events.ts";
import type { FakeZalo } from "./fake-zalo.ts";

export interface ZaloApp {
  base: string;
  store: StateStore;
  metrics: Metrics;
  /** Everything that was logged. */
  log(): string;
  /** Posts a signed event. */
  post(event: unknown, options?: SignOptions): Promise<Response>;
  /** Until inbox and outbox are empty, or hold only what failed. */
  settled(): Promise<void>;
  /** Moves the clock. */
  skip(ms: number): void;
  close(): Promise<void>;
}

export interface ZaloAppOptions {
  fake: FakeZalo;
  assistant: Assistant | ((store: StateStore) => Assistant);
  knowledge?: KnowledgeBase;
  store?: StateStore;
  settings?: Record<string, string>;
}

export const zaloEnvironment = (fake: FakeZalo, directory: string): Record<string, string> => ({
  DATA_DIR: directory,
  ZALO_APP_ID: APP_ID,
  ZALO_APP_SECRET: fake.app.secret,
  ZALO_OA_ID: OA_ID,
  ZALO_OA_SECRET_KEY: OA_SECRET,
  ZALO_REFRESH_TOKEN: fake.refreshToken(),
  ZALO_API_URL: fake.url,
  ZALO_OAUTH_URL: fake.url,
});

export async function startZaloApp({ fake, settings, ...options }: ZaloAppOptions): Promise<ZaloApp> {
  const directory = await mkdtemp(join(tmpdir(), "tro-ly-so-zalo-"));
  const store = options.store ?? (await openSqliteStore(":memory:"));
  const { logger, log } = keepLog();
  const metrics = createMetrics();
  const assistant = typeof options.assistant === "function" ? options.assistant(store) : options.assistant;
  const knowledge =
    options.knowledge ??
    ({
      ...emptyRecords(),
      procedures: [{ name: "Đăng ký khai sinh" }],
      version: "0001-test",
    } as unknown as KnowledgeBase);
  let skipped = 0;
  const server = await startChannelServer(loadConfig({ ...zaloEnvironment(fake, directory), ...settings }), {
    core: () => ({ assistant, knowledge }),
    store,
    logger,
    metrics,
    now: () => new Date(Date.now() + skipped),
  });
  const { base } = server;
  return {
    base,
    store,
    metrics,
    log,
    post: (event, signing) => fetch(`${base}/webhooks/zalo`, { method: "POST", ...signed(event, signing) }),
    async settled() {
      while ((await store.mailbox.counts()).some((row) => row.state === "waiting")) await wait(2);
    },
    skip(ms) {
      skipped += ms;
      server.start();
    },
    async close() {
      await server.close();
      if (!options.store) await store.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
