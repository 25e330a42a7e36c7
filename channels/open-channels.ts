/** Opens every channel that its settings switch on, and the mailroom behind them. */
import type { Logger } from "pino";
import { aboutNothing, aboutOf } from "../bot/about.ts";
import type { StateStore } from "../bot/state/store.ts";
import type { Config } from "../config.ts";
import type { OfficeProfile } from "../knowledge/office-profile.ts";
import type { Answering } from "./answering.ts";
import type { Channel, ChannelContext, Webhook } from "./channel.ts";
import { isOn } from "./channel-settings.ts";
import { createMailroom } from "./mailroom.ts";
import type { Metrics } from "./metrics.ts";
import { CHANNELS, type ChannelModule } from "./registry.ts";

export interface OpenChannels {
  webhooks: readonly Webhook[];
  /** One line a channel, for the operator: on, or what it lacks. */
  lines: readonly string[];
  /** Begins to work through the boxes; events wait there until the knowledge base is loaded. */
  start(): Promise<void>;
  close(): Promise<void>;
}

export interface OpenChannelsOptions {
  answering: Answering;
  store: StateStore;
  logger: Logger;
  metrics: Metrics;
  /** What the office states of itself. */
  office?: OfficeProfile | undefined;
  now?: () => Date;
  modules?: readonly ChannelModule[];
}

export async function openChannels(config: Config, options: OpenChannelsOptions): Promise<OpenChannels> {
  const { answering, store, logger, metrics } = options;
  const { mailbox } = store;
  const now = options.now ?? (() => new Date());
  const modules = options.modules ?? CHANNELS;
  const channels: Channel[] = [];
  const contextOf = (channel: Channel["name"]): ChannelContext => ({
    answer: answering.answer,
    knowledge: () => (answering.isReady() ? answering.core().knowledge : undefined),
    about: () =>
      answering.isReady()
        ? aboutOf(answering.core().knowledge, options.office)
        : aboutNothing(options.office),
    store,
    mailbox,
    async accept(event) {
      const isNew = await mailbox.accept({ ...event, channel, receivedAt: now().getTime() });
      if (isNew) mailroom.wake();
      metrics.inbox.inc({ channel, outcome: isNew ? "accepted" : "repeated" });
      return isNew;
    },
    logger: logger.child({ channel }),
    registry: metrics.registry,
    now,
  });
  for (const module of modules)
    if (isOn(module, config)) channels.push(await module.create(config, contextOf(module.name)));
  const mailroom = createMailroom({
    mailbox,
    channels,
    isReady: answering.isReady,
    logger,
    now: () => now().getTime(),
    onDelivery: (channel, outcome) => metrics.deliveries.inc({ channel, outcome }),
  });
  metrics.watchMail(() => mailbox.counts());
  return {
    webhooks: channels.flatMap((channel) => channel.webhooks),
    lines: modules.map((module) =>
      isOn(module, config)
        ? `Kênh ${module.title}: bật`
        : `Kênh ${module.title}: tắt (chưa đặt ${module.needs.join(", ")})`,
    ),
    start: mailroom.start,
    async close() {
      await mailroom.stop();
      await Promise.all(channels.map((channel) => channel.close?.()));
    },
  };
}
