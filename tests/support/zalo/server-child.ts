/** The server with the Zalo channel as a process of its own; waits for the line "start" and answers with its address.
 *  Arguments: settings as JSON. Answers are a stand-in's, see `answerTo`. */
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pino } from "pino";
import { createSqliteStore } from "../../../bot/state/sqlite-store.ts";
import { createAnswering } from "../../../channels/answering.ts";
import { createMetrics } from "../../../channels/metrics.ts";
import { openChannels } from "../../../channels/open-channels.ts";
import { createRateLimit } from "../../../channels/rate-limit.ts";
import { createServer } from "../../../channels/server.ts";
// Loaded with the rest, before the start.
import "../../../channels/zalo/channel.ts";
import { loadConfig } from "../../../config.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import { replyWith } from "../../channels/fakes.ts";
import { answerTo } from "./answer-to.ts";
import { savingAssistant } from "./saving-assistant.ts";

async function start(): Promise<string> {
  const config = loadConfig(JSON.parse(process.argv[2]!) as Record<string, string>);
  const logger = pino({ level: "silent" });
  const metrics = createMetrics();
  const store = createSqliteStore(join(config.DATA_DIR, "conversations.sqlite"));
  const assistant = savingAssistant(store, ({ text }) => replyWith({ text: answerTo(text), citations: [] }));
  const knowledge = { version: "0001-test" } as KnowledgeBase;
  const answering = createAnswering({ core: () => ({ assistant, knowledge }), logger, metrics });
  const channels = await openChannels(config, { answering, store, logger, metrics });
  const server = createServer({
    answering,
    webhooks: channels.webhooks,
    logger,
    metrics,
    rateLimit: createRateLimit(0),
    trustProxy: false,
  });
  const port = await server.listen(0, "127.0.0.1");
  channels.start();
  return `http://127.0.0.1:${port}`;
}

console.log("loaded");
for await (const line of createInterface({ input: process.stdin })) {
  if (line === "start") console.log(await start());
}
