/** The whole web chat over the shipped documents, as main.ts joins it. */
import { pino } from "pino";
import type { Assistant } from "../../bot/assistant.ts";
import type { ConversationStore } from "../../bot/state/store.ts";
import { createAnswering } from "../../channels/answering.ts";
import { createCors } from "../../channels/cors.ts";
import type { TrustProxy } from "../../channels/http/networks.ts";
import { createMetrics } from "../../channels/metrics.ts";
import { createAnswerOnce } from "../../channels/once.ts";
import { createRateLimit } from "../../channels/rate-limit.ts";
import { createServer } from "../../channels/server.ts";
import { type WebChatOptions, webChatRoutes } from "../../channels/web-chat/routes.ts";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";

export interface WebServer {
  base: string;
  close(): Promise<void>;
}

export async function startWebServer(
  /** Undefined while the knowledge base is being loaded. */
  bot: { assistant: Assistant; knowledge: KnowledgeBase } | undefined,
  store: ConversationStore,
  options: {
    settings?: Partial<WebChatOptions["settings"]>;
    office?: WebChatOptions["office"];
    perMinute?: number;
    now?: () => number;
    /** Milliseconds, for limits. */
    uptime?: () => number;
    port?: number;
    trustProxy?: TrustProxy;
  } = {},
): Promise<WebServer> {
  const settings = {
    EMBED_ORIGINS: [],
    DIRECTLINE: false,
    DIRECTLINE_SECRET: "",
    RETENTION_DAYS: 30,
    LLM_PROVIDER: "",
    EMBEDDINGS: "",
    ...options.settings,
  };
  const { now, uptime } = options;
  const logger = pino({ level: "silent" });
  const metrics = createMetrics();
  const answering = createAnswering({ core: () => bot, logger, metrics });
  const rateLimit = createRateLimit(options.perMinute ?? 0, uptime);
  const server = createServer({
    answering,
    routes: webChatRoutes({
      answering,
      store,
      rateLimit,
      settings,
      office: options.office,
      ...(now ? { now } : {}),
      ...(uptime ? { uptime } : {}),
    }),
    answerOnce: createAnswerOnce(answering),
    cors: createCors(settings.EMBED_ORIGINS),
    logger,
    metrics,
    rateLimit,
    trustProxy: options.trustProxy ?? false,
    ...(now ? { now: () => new Date(now()) } : {}),
  });
  const port = await server.listen(options.port ?? 0, "127.0.0.1");
  return { base: `http://127.0.0.1:${port}`, close: () => server.close() };
}
