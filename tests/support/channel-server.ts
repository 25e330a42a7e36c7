/** The server with the channels that the settings switch on, as main.ts puts it together, over a given core. */
import { type Logger, pino } from "pino";
import type { StateStore } from "../../bot/state/store.ts";
import { type Core, createAnswering } from "../../channels/answering.ts";
import type { Metrics } from "../../channels/metrics.ts";
import { openChannels } from "../../channels/open-channels.ts";
import { createRateLimit } from "../../channels/rate-limit.ts";
import type { ChannelModule } from "../../channels/registry.ts";
import { createServer } from "../../channels/server.ts";
import type { Config } from "../../config.ts";

export interface ChannelServer {
  base: string;
  /** Looks into the boxes again, as after a move of the clock. */
  start(): void;
  close(): Promise<void>;
}

export interface ChannelServerOptions {
  core: () => Core | undefined;
  store: StateStore;
  logger: Logger;
  metrics: Metrics;
  modules?: readonly ChannelModule[];
  now?: () => Date;
  port?: number;
}

export async function startChannelServer(
  config: Config,
  { core, port = 0, ...options }: ChannelServerOptions,
): Promise<ChannelServer> {
  const { logger, metrics } = options;
  const answering = createAnswering({ core, logger, metrics });
  const channels = await openChannels(config, { ...options, answering });
  const server = createServer({
    answering,
    webhooks: channels.webhooks,
    logger,
    metrics,
    rateLimit: createRateLimit(0),
    trustProxy: false,
  });
  const listening = await server.listen(port, "127.0.0.1");
  await channels.start();
  return {
    base: `http://127.0.0.1:${listening}`,
    start: channels.start,
    async close() {
      await channels.close();
      await server.close();
    },
  };
}

/** A logger, and everything that was logged. */
export function keepLog(): { logger: Logger; log(): string } {
  const lines: string[] = [];
  const logger = pino({ level: "debug" }, { write: (line: string) => void lines.push(line) });
  return { logger, log: () => lines.join("") };
}
