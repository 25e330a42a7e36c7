/** The server with Teams switched on, as main.ts puts it together, over a given core. */
import type { Assistant } from "../../../bot/assistant.ts";
import { openSqliteStore } from "../../../bot/state/sqlite-store.ts";
import type { StateStore } from "../../../bot/state/store.ts";
import type { Core } from "../../../channels/answering.ts";
import { createMetrics, type Metrics } from "../../../channels/metrics.ts";
import { CHANNELS, type ChannelModule } from "../../../channels/registry.ts";
import { loadConfig } from "../../../config.ts";
import { emptyRecords, type KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import { keepLog, startChannelServer } from "../channel-server.ts";

export const APP_ID = "01234567-89ab-cdef-0123-456789abcdef";
export const TENANT_ID = "fedcba98-7654-3210-fedc-ba9876543210";

/** Without tokens. */
export const TRIAL = {
  NODE_ENV: "test",
  TEAMS_APP_ID: APP_ID,
  TEAMS_APP_PASSWORD: "s3cret-password",
  TEAMS_TENANT_ID: TENANT_ID,
  TEAMS_ANONYMOUS: "true",
};

export interface TeamsApp {
  url: string;
  store: StateStore;
  metrics: Metrics;
  /** Everything that was logged. */
  log(): string;
  post(activity: unknown, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

export interface TeamsAppOptions {
  assistant?: Assistant | ((store: StateStore) => Assistant);
  knowledge?: KnowledgeBase;
  ready?: () => boolean;
  store?: StateStore;
  environment?: Record<string, string>;
  modules?: readonly ChannelModule[];
  now?: () => Date;
  port?: number;
}

export async function startTeamsApp(options: TeamsAppOptions): Promise<TeamsApp> {
  const { logger, log } = keepLog();
  const metrics = createMetrics();
  const store = options.store ?? (await openSqliteStore(":memory:"));
  const assistant =
    typeof options.assistant === "function" ? options.assistant(store) : (options.assistant as Assistant);
  const core: Core = {
    assistant,
    knowledge: options.knowledge ?? ({ ...emptyRecords(), version: "0001-test" } as unknown as KnowledgeBase),
  };
  const isReady = options.ready ?? (() => true);
  const server = await startChannelServer(loadConfig({ ...TRIAL, ...options.environment }), {
    core: () => (isReady() ? core : undefined),
    store,
    logger,
    metrics,
    modules: options.modules ?? CHANNELS.filter(({ name }) => name === "teams"),
    ...(options.now ? { now: options.now } : {}),
    ...(options.port === undefined ? {} : { port: options.port }),
  });
  const url = `${server.base}/api/messages`;
  return {
    url,
    store,
    metrics,
    log,
    post: (activity, headers = {}) =>
      fetch(url, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...headers },
        body: typeof activity === "string" ? activity : JSON.stringify(activity),
      }),
    async close() {
      await server.close();
      if (!options.store) await store.close();
    },
  };
}

let count = 0;

/** A message of a person in a chat with the bot, as Teams sends it. */
export function messageWith(serviceUrl: string, changes: Record<string, unknown> = {}) {
  count++;
  return {
    type: "message",
    id: `16900000${count}`,
    timestamp: "2026-11-25T02:00:00.000Z",
    channelId: "msteams",
    serviceUrl,
    from: { id: "29:person", name: "Nguyễn Văn A", aadObjectId: "a1b2" },
    recipient: { id: `28:${APP_ID}`, name: "Trợ lý số" },
    conversation: { conversationType: "personal", tenantId: TENANT_ID, id: "a:chat" },
    textFormat: "plain",
    locale: "vi-VN",
    text: "Nhiệm vụ CALLBOT do ai chủ trì?",
    attachments: [{ contentType: "text/html", content: "<p>Nhiệm vụ</p>" }],
    entities: [{ type: "clientInfo", locale: "vi-VN", platform: "Windows" }],
    channelData: { tenant: { id: TENANT_ID } },
    ...changes,
  };
}
