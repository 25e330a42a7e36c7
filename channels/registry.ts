/** The doors beside the web page, one row each. A new channel is a folder, its settings in `config.ts` and in
 *  `channel-settings.ts`, and a row here and in the suite that asks the same questions through every door. */
import type { Config } from "../config.ts";
import type { Channel, ChannelContext } from "./channel.ts";
import { CHANNEL_SETTINGS, type ChannelSettings } from "./channel-settings.ts";

export interface ChannelModule extends ChannelSettings {
  /** Loads the channel's code: packages of a channel that is off are never imported. */
  create(config: Config, context: ChannelContext): Promise<Channel>;
}

export const CHANNELS: readonly ChannelModule[] = [
  {
    ...CHANNEL_SETTINGS.zalo,
    create: async (config, context) => (await import("./zalo/channel.ts")).createZaloChannel(config, context),
  },
  {
    ...CHANNEL_SETTINGS.teams,
    async create(config, context) {
      const { createBotbuilderTransport } = await import("./teams/botbuilder-transport.ts");
      const { createTeamsChannel } = await import("./teams/channel.ts");
      return createTeamsChannel(context, createBotbuilderTransport(config));
    },
  },
  {
    ...CHANNEL_SETTINGS.voice,
    create: async (config, context) =>
      (await import("./voice/channel.ts")).createVoiceChannel(config, context),
  },
];
