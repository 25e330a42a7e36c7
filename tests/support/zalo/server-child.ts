/** The server with the Zalo channel as a process of its own; waits for the line "start" and answers with its address.
 *  Arguments: settings as JSON. Answers are a stand-in's, see `answerTo`. */
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pino } from "pino";
import { openSqliteStore } from "../../../bot/state/sqlite-store.ts";
import { createMetrics } from "../../../channels/metrics.ts";
// Loaded with the rest, before the start.
import "../../../channels/zalo/channel.ts";
import { loadConfig } from "../../../config.ts";
import { emptyRecords, type KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import { replyWith } from "../../channels/fakes.ts";
import { startChannelServer } from "../channel-server.ts";
import { answerTo } from "./answer-to.ts";
import { savingAssistant } from "./saving-assistant.ts";

async function start(): Promise<string> {
  const config = loadConfig(JSON.parse(process.argv[2]!) as Record<string, string>);
  const logger = pino({ level: "silent" });
  const metrics = createMetrics();
  const store = await openSqliteStore(join(config.DATA_DIR, "conversations.sqlite"));
  const assistant = savingAssistant(store, ({ text }) => replyWith({ text: answerTo(text), citations: [] }));
  const core = {
    assistant,
    knowledge: { ...emptyRecords(), version: "0001-test" } as unknown as KnowledgeBase,
  };
  const { base } = await startChannelServer(config, { core: () => core, store, logger, metrics });
  return base;
}

console.log("loaded");
for await (const line of createInterface({ input: process.stdin })) {
  if (line === "start") console.log(await start());
}
