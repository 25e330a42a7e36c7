/** The doors beside the web page, one row each. A new channel is a folder, its settings in `channel-settings.ts`, and a row
 *  here and in the suite that asks the same questions through every door. */
import type { Config } from "../config.ts";
import { withoutTail } from "../knowledge/text-scan.ts";
import type { Channel, ChannelContext } from "./channel.ts";
import { type ChannelSwitch, SWITCHES } from "./channel-settings.ts";

export interface ChannelModule extends ChannelSwitch<Config> {
  name: Channel["name"];
  /** Loads the channel's code: packages of a channel that is off are never imported. */
  create(config: Config, context: ChannelContext): Promise<Channel>;
}

export const CHANNELS: readonly ChannelModule[] = [
  {
    name: "zalo",
    ...SWITCHES.zalo,
    create: async (config, context) => (await import("./zalo/channel.ts")).createZaloChannel(config, context),
  },
  {
    name: "teams",
    ...SWITCHES.teams,
    async create(config, context) {
      const { createBotbuilderTransport } = await import("./teams/botbuilder-transport.ts");
      const { createTeamsChannel } = await import("./teams/channel.ts");
      return createTeamsChannel(
        context,
        createBotbuilderTransport(config),
        withoutTail(config.TEAMS_PUBLIC_URL, /\//),
      );
    },
  },
  {
    name: "voice",
    ...SWITCHES.voice,
    create: async (config, context) =>
      (await import("./voice/channel.ts")).createVoiceChannel(config, context),
  },
];
