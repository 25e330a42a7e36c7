/** The doors beside the web page, one row each. A new channel is a folder, its settings in `config.ts`, and a row here
 *  and in the suite that asks the same questions through every door. */
import type { Config } from "../config.ts";
import type { Channel, ChannelContext } from "./channel.ts";
import { ZALO_NEEDS, zaloProblems } from "./zalo/settings.ts";

export interface ChannelModule {
  name: Channel["name"];
  /** For the operator. */
  title: string;
  /** The settings that switch it on: all of them are set, or none. */
  needs: readonly (keyof Config & string)[];
  /** What is wrong beyond single settings, "VARIABLE: why"; only asked when the channel is on. */
  problems?(config: Config): string[];
  /** Loads the channel's code: packages of a channel that is off are never imported. */
  create(config: Config, context: ChannelContext): Promise<Channel>;
}

export const CHANNELS: readonly ChannelModule[] = [
  {
    name: "zalo",
    title: "Zalo OA",
    needs: ZALO_NEEDS,
    problems: zaloProblems,
    create: async (config, context) => (await import("./zalo/channel.ts")).createZaloChannel(config, context),
  },
];

export const isOn = (module: ChannelModule, config: Config): boolean =>
  module.needs.every((name) => config[name] !== "");

/** What is wrong with the settings of the channels, "VARIABLE: why". */
export function channelProblems(config: Config, modules: readonly ChannelModule[] = CHANNELS): string[] {
  return modules.flatMap((module) => {
    const missing = module.needs.filter((name) => config[name] === "");
    if (missing.length === module.needs.length) return [];
    if (missing.length > 0)
      return missing.map(
        (name) => `${name}: còn thiếu, trong khi kênh ${module.title} đã được cài đặt một phần`,
      );
    return module.problems?.(config) ?? [];
  });
}
