/** Which settings switch a channel on, a row each. Only schemas and words: the settings are read without a channel's code. */
import type { Config } from "../config.ts";
import type { Channel } from "./channel.ts";
import { TEAMS_NEEDS, teamsProblems } from "./teams/settings.ts";
import { voiceProblems } from "./voice/settings.ts";
import { ZALO_NEEDS, zaloProblems } from "./zalo/settings.ts";

export interface ChannelSettings {
  name: Channel["name"];
  /** For the operator. */
  title: string;
  /** The settings that switch it on: all of them are set, or none. */
  needs: readonly (keyof Config & string)[];
  /** What is wrong beyond single settings, "VARIABLE: why"; only asked when the channel is on. */
  problems?(config: Config): string[];
}

export const CHANNEL_SETTINGS = {
  zalo: { name: "zalo", title: "Zalo OA", needs: ZALO_NEEDS, problems: zaloProblems },
  teams: { name: "teams", title: "Microsoft Teams", needs: TEAMS_NEEDS, problems: teamsProblems },
  voice: {
    name: "voice",
    title: "thoại",
    needs: ["VOICE_SECRET", "VOICE_PUBLIC_URL"],
    problems: voiceProblems,
  },
} as const satisfies Readonly<Record<string, ChannelSettings>>;

export const isOn = ({ needs }: ChannelSettings, config: Config): boolean =>
  needs.every((name) => config[name] !== "");

/** What is wrong with the settings of the channels, "VARIABLE: why". */
export function channelProblems(
  config: Config,
  channels: readonly ChannelSettings[] = Object.values(CHANNEL_SETTINGS),
): string[] {
  return channels.flatMap((channel) => {
    const missing = channel.needs.filter((name) => config[name] === "");
    if (missing.length === channel.needs.length) return [];
    if (missing.length > 0)
      return missing.map(
        (name) => `${name}: còn thiếu, trong khi kênh ${channel.title} đã được cài đặt một phần`,
      );
    return channel.problems?.(config) ?? [];
  });
}
