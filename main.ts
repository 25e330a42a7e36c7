/** Composition root: reads the settings, builds the parts, joins them, serves. */
import "./knowledge/node-version.cjs";
import { refusalInWords } from "./bot/state/purge-refusal.ts";
import { createAnswering } from "./channels/answering.ts";
import { createCors } from "./channels/cors.ts";
import { createLogger } from "./channels/logger.ts";
import { createMetrics } from "./channels/metrics.ts";
import { createAnswerOnce } from "./channels/once.ts";
import { type OpenAssistant, openAssistant } from "./channels/open-assistant.ts";
import { openChannels } from "./channels/open-channels.ts";
import { openLanguageModel } from "./channels/open-language-model.ts";
import { openStore } from "./channels/open-store.ts";
import { createRateLimit } from "./channels/rate-limit.ts";
import { createServer } from "./channels/server.ts";
import { webChatRoutes } from "./channels/web-chat/routes.ts";
import { loadConfig, mistypedSettings } from "./config.ts";
import { progressBar } from "./ingest/progress-bar.ts";
import { loadEnvFile } from "./knowledge/env-file.ts";
import { AppError } from "./knowledge/errors.ts";
import { failureInWords } from "./knowledge/failure-in-words.ts";
import { nativeModuleMessage } from "./knowledge/native-module.ts";
import { sqliteLibrary } from "./knowledge/sqlite/open.ts";

/** How often to look whether "npm run ingest" has made another version. */
const FOLLOW_EVERY_MS = 2000;

async function main(): Promise<void> {
  const repeated = loadEnvFile(process.env);
  const config = loadConfig(process.env);
  const logger = createLogger(config.LOG_LEVEL);
  const metrics = createMetrics();
  let opened: OpenAssistant | undefined;
  const answering = createAnswering({ core: () => opened, logger, metrics });
  const model = await openLanguageModel(config, {
    onCall: ({ purpose, outcome, durationMs, inputTokens, outputTokens, cost }) => {
      metrics.modelCalls.inc({ purpose, outcome });
      metrics.modelSeconds.observe({ purpose }, durationMs / 1000);
      metrics.modelTokens.inc({ direction: "input" }, inputTokens);
      metrics.modelTokens.inc({ direction: "output" }, outputTokens);
      metrics.modelCost.inc(cost);
      if (outcome !== "ok") logger.warn({ event: "model_failed", purpose, outcome });
    },
    onOutcome: ({ purpose, outcome, codes }) => {
      for (const code of codes.length > 0 ? codes : [""])
        metrics.modelOutcomes.inc({ purpose, outcome, code });
    },
  });
  const store = await openStore(config);
  const channels = await openChannels(config, { answering, store, logger, metrics });
  const rateLimit = createRateLimit(config.RATE_LIMIT_PER_MINUTE);
  const server = createServer({
    answering,
    webhooks: channels.webhooks,
    routes: webChatRoutes({ answering, store, rateLimit, settings: config }),
    answerOnce: createAnswerOnce(answering),
    cors: createCors(config.EMBED_ORIGINS),
    logger,
    metrics,
    rateLimit,
    trustProxy: config.TRUST_PROXY,
  });
  // Listening first, a taken port is known before any work is done, and /readyz can say "not yet".
  const port = await server.listen(config.PORT, config.HOST);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await channels.close();
    await server.close();
    await opened?.close();
    await store.close();
    console.error("Trợ lý số đã dừng.");
    // A build under way would keep the process; its half-built version is never served.
    process.exit(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);

  for (const name of mistypedSettings(process.env))
    console.error(`Không có cài đặt nào tên ${name}; xem tên đúng trong .env.example.`);
  for (const name of repeated) console.error(`Tệp .env đặt ${name} nhiều lần; giá trị cuối cùng được dùng.`);
  if (sqliteLibrary() === "node:sqlite")
    console.error(`Đang dùng SQLite có sẵn của Node. ${nativeModuleMessage("better-sqlite3")}`);
  for (const line of channels.lines) console.error(line);
  console.error(`Mô hình ngôn ngữ: ${model ? model.model.name : "tắt (chưa đặt LLM_PROVIDER)"}`);
  void channels.start();
  console.error("Đang chuẩn bị kho tri thức… (lần đầu, hoặc khi văn bản thay đổi, có thể mất vài phút)");
  const bar = progressBar(process.stderr);
  opened = await openAssistant(config, {
    store,
    model,
    onProgress: bar.show,
    onProblem: (error) => {
      const code = error instanceof AppError ? error.code : "error_internal";
      logger.error({ event: "knowledge_not_updated", code });
      console.error(`Chưa cập nhật được kho tri thức, dùng bản cũ: ${error.message}`);
    },
    followEveryMs: FOLLOW_EVERY_MS,
    onVersion: (version) => {
      metrics.knowledge.reset();
      metrics.knowledge.set({ version }, 1);
      logger.info({ event: "knowledge_opened", version });
    },
    onEmbeddingProblem: (error) => {
      const code = error instanceof AppError ? error.code : "provider_unreachable";
      logger.warn({ event: "embedding_failed", code });
    },
    onPurgeProblem: (problem) => {
      if (problem instanceof Error) {
        const code = problem instanceof AppError ? problem.code : "error_internal";
        logger.error({ event: "purge_failed", code });
        return;
      }
      logger.error({ event: "purge_refused", ...problem });
      console.error(refusalInWords(problem));
    },
    onLockFailure: (unsupported) => {
      metrics.lockFailures.inc();
      logger.warn({ event: "figure_lock", kinds: unsupported.map((figure) => figure.split(":")[0]) });
    },
  }).finally(bar.end);
  if (stopping) return opened.close();
  const address = config.HOST.includes(":") ? `[${config.HOST}]` : config.HOST;
  const host = ["0.0.0.0", "[::]"].includes(address) ? "localhost" : address;
  console.error(
    `Trợ lý số đang phục vụ tại http://${host}:${port} (kho tri thức ${opened.knowledge.version})`,
  );
  if (config.HOST === "127.0.0.1")
    console.error("Chỉ máy này mở được địa chỉ ấy; đặt HOST=0.0.0.0 để máy khác cũng mở được.");
}

main().catch((error: unknown) => {
  console.error(failureInWords(error) ?? error);
  process.exit(1);
});
