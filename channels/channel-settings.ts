/** The settings of the channels, what switches each on, and what may be wrong with them; not the channels themselves. */
import type { z } from "zod";
import { TEAMS_NEEDS, teamsProblems, teamsSettings } from "./teams/settings.ts";
import { VOICE_NEEDS, voiceProblems, voiceSettings } from "./voice/settings.ts";
import { webChatSettings } from "./web-chat/settings.ts";
import { ZALO_NEEDS, zaloProblems, zaloSettings } from "./zalo/settings.ts";

export const channelSettings = { ...webChatSettings, ...zaloSettings, ...teamsSettings, ...voiceSettings };

export interface ChannelSwitch<Settings> {
  /** For the operator. */
  title: string;
  /** The settings that switch it on: all of them are set, or none. */
  needs: readonly (keyof Settings & string)[];
  /** What is wrong beyond single settings, "VARIABLE: why"; only asked when the channel is on. */
  problems?(settings: Settings): string[];
}

type Settings = Readonly<z.infer<z.ZodObject<typeof channelSettings>>> & { NODE_ENV: string };

export const SWITCHES: Readonly<Record<"zalo" | "teams" | "voice", ChannelSwitch<Settings>>> = {
  zalo: { title: "Zalo OA", needs: ZALO_NEEDS, problems: zaloProblems },
  teams: { title: "Microsoft Teams", needs: TEAMS_NEEDS, problems: teamsProblems },
  voice: { title: "thoại", needs: VOICE_NEEDS, problems: voiceProblems },
};

export const isOn = <Given>({ needs }: Pick<ChannelSwitch<Given>, "needs">, settings: Given): boolean =>
  needs.every((name) => settings[name] !== "");

/** What is wrong with the settings of the channels, "VARIABLE: why". */
export function channelProblems<Given>(settings: Given, switches: readonly ChannelSwitch<Given>[]): string[] {
  return switches.flatMap(({ title, needs, problems }) => {
    const missing = needs.filter((name) => settings[name] === "");
    if (missing.length === needs.length) return [];
    if (missing.length > 0)
      return missing.map((name) => `${name}: còn thiếu, trong khi kênh ${title} đã được cài đặt một phần`);
    return problems?.(settings) ?? [];
  });
}
