/** Composition root: reads the settings, builds the parts, joins them, serves. */
import "./knowledge/node-version.cjs";
import { loadOfficeExamples } from "./bot/examples/office-examples.ts";
import { refusalInWords } from "./bot/state/purge-refusal.ts";
import { createAnswering } from "./channels/answering.ts";
import { createCors } from "./channels/cors.ts";
import { installLastGuard } from "./channels/last-guard.ts";
import { createLogger, faultOf } from "./channels/logger.ts";
import { createMetrics } from "./channels/metrics.ts";
import { serveMetrics } from "./channels/metrics-server.ts";
import { createAnswerOnce } from "./channels/once.ts";
import { type OpenAssistant, openAssistant } from "./channels/open-assistant.ts";
import { openChannels } from "./channels/open-channels.ts";
import { openLanguageModel } from "./channels/open-language-model.ts";
import { openStore } from "./channels/open-store.ts";
import { clockProbe, diskProbe, storeProbe } from "./channels/probes.ts";
import { createRateLimit, pagesPerMinute } from "./channels/rate-limit.ts";
import { createReadiness } from "./channels/readiness.ts";
import { createServer } from "./channels/server.ts";
import { createShutdown } from "./channels/shutdown.ts";
import { webChatRoutes } from "./channels/web-chat/routes.ts";
import { loadConfig, mistypedSettings } from "./config.ts";
import { progressBar } from "./ingest/progress-bar.ts";
import { loadEnvFile } from "./knowledge/env-file.ts";
import { AppError } from "./knowledge/errors.ts";
import { failureInWords } from "./knowledge/failure-in-words.ts";
import { nativeModuleMessage } from "./knowledge/native-module.ts";
import { loadOfficeProfile } from "./knowledge/office-profile.ts";
import { sqliteLibrary } from "./knowledge/sqlite/open.ts";

/** How often to look whether "npm run ingest" has made another version. */
const FOLLOW_EVERY_MS = 2000;
/** How often to look whether the disk and the clock are in order when nobody asks. */
const WATCH_EVERY_MS = 30_000;

async function main(): Promise<void> {
  const repeated = loadEnvFile(process.env);
  const config = loadConfig(process.env);
  const office = await loadOfficeProfile(config.OFFICE_PROFILE);
  const examples = await loadOfficeExamples(config.OFFICE_EXAMPLES);
  const logger = createLogger(config.LOG_LEVEL);
  /** Who is asked something, then what they stand on; together below the five seconds that a supervisor gives. */
  const closeFirst: (() => unknown)[] = [];
  const closeThen: (() => unknown)[] = [];
  const shutdown = createShutdown({
    steps: [
      { withinMs: 3500, parts: closeFirst },
      { withinMs: 1000, parts: closeThen },
    ],
    // A build under way would keep the process; its half-built version is never served.
    exit: (status) => process.exit(status),
    onFailure: (error) => logger.error({ event: "close_failed", error: faultOf(error) }),
  });
  installLastGuard({ process, logger, stop: shutdown.stop, say: console.error });
  const onSignal = () => (shutdown.isUnderWay ? shutdown.stopNow() : shutdown.stop(0));
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
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
  const channels = await openChannels(config, { answering, store, logger, metrics, office });
  const rateLimit = createRateLimit(config.RATE_LIMIT_PER_MINUTE);
  const readiness = createReadiness({
    probes: [
      storeProbe(store),
      diskProbe(config.DATA_DIR),
      clockProbe({ builtAt: () => (opened ? new Date(opened.knowledge.builtAt) : undefined) }),
    ],
    onChange: ({ detail, ...finding }) => {
      logger.warn({ event: "readiness", ...finding });
      if (detail !== "") console.error(detail);
    },
  });
  const server = createServer({
    answering,
    readiness,
    webhooks: channels.webhooks,
    routes: webChatRoutes({
      answering,
      store,
      rateLimit,
      settings: config,
      office,
      onGuessing(isUnderWay) {
        logger.warn({ event: "codes_guessed", isUnderWay });
        if (isUnderWay)
          console.error(
            "Có người đang dò mã cuộc trò chuyện: nhiều mã sai trong mười phút; xem docs/security.md.",
          );
      },
    }),
    answerOnce: createAnswerOnce(answering),
    cors: createCors(config.EMBED_ORIGINS),
    logger,
    metrics,
    rateLimit,
    pageLimit: createRateLimit(pagesPerMinute(config.RATE_LIMIT_PER_MINUTE)),
    servesMetrics: config.METRICS_PORT === 0,
    trustProxy: config.TRUST_PROXY,
  });
  // Listening first, a taken port is known before any work is done, and /readyz can say "not yet".
  const port = await server.listen(config.PORT, config.HOST);

  const measures =
    config.METRICS_PORT === 0
      ? undefined
      : await serveMetrics({ port: config.METRICS_PORT, host: config.METRICS_HOST }, { logger, metrics });
  closeFirst.push(server.close, channels.close, () => measures?.close());
  closeThen.push(
    () => opened?.close(),
    () => store.close(),
    () => console.error("Trợ lý số đã dừng."),
  );
  const watch = setInterval(() => {
    readiness.look().catch((error) => logger.error({ event: "readiness_failed", error: faultOf(error) }));
  }, WATCH_EVERY_MS).unref();
  closeFirst.push(() => clearInterval(watch));
  logger.info({ event: "listening", port });
  logger.debug({ event: "routes", routes: server.routes.map(({ method, path }) => `${method} ${path}`) });

  for (const name of mistypedSettings(process.env))
    console.error(`Không có cài đặt nào tên ${name}; xem tên đúng trong .env.example.`);
  for (const name of repeated) console.error(`Tệp .env đặt ${name} nhiều lần; giá trị cuối cùng được dùng.`);
  if (sqliteLibrary() === "node:sqlite")
    console.error(`Đang dùng SQLite có sẵn của Node. ${nativeModuleMessage("better-sqlite3")}`);
  for (const line of channels.lines) console.error(line);
  console.error(`Hồ sơ cơ quan: ${office ? office.name : "chưa có (chưa đặt OFFICE_PROFILE)"}`);
  if (examples.length > 0) console.error(`Câu mẫu của cơ quan: ${examples.length} câu (OFFICE_EXAMPLES)`);
  console.error(`Mô hình ngôn ngữ: ${model ? model.model.name : "tắt (chưa đặt LLM_PROVIDER)"}`);
  void channels.start();
  console.error("Đang chuẩn bị kho tri thức… (lần đầu, hoặc khi văn bản thay đổi, có thể mất vài phút)");
  const bar = progressBar(process.stderr);
  opened = await openAssistant(config, {
    store,
    model,
    office,
    examples,
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
  if (shutdown.isUnderWay) return opened.close();
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
