/** Settings of the Zalo Official Account: spread into the program's schema. */
import { z } from "zod";
import { onOff, serviceUrl, text, wholeNumber } from "../setting-types.ts";

export const zaloSettings = {
  /** Of the app at developers.zalo.me that the Official Account has granted its rights. */
  ZALO_APP_ID: text(),
  /** Of the app; only for its tokens. */
  ZALO_APP_SECRET: text(),
  ZALO_OA_ID: text(),
  /** "OA Secret Key" of the webhook page, which signs the events; not the app's secret. */
  ZALO_OA_SECRET_KEY: text(),
  /** The first one, from the consent of the Official Account. Later ones are kept in DATA_DIR; a new value here wins. */
  ZALO_REFRESH_TOKEN: text(2000),
  /** The id that begins what is signed: the documentation has the app's, some integrations the account's. */
  ZALO_SIGNATURE_ID: z.enum(["app", "oa"], "phải là app hoặc oa").default("app"),
  /** Minutes after which an event seen for the first time is refused. The platform's last retry comes 111 minutes after
   *  the event; less than that loses what it retries. */
  ZALO_REPLAY_WINDOW_MINUTES: wholeNumber(5, 1440, 180),
  /** Hours of silence towards a person whom an officer has answered in the account's chat tool; 0 for none. */
  ZALO_SILENCE_HOURS: wholeNumber(0, 168, 12),
  /** Suggestions as buttons; numbers to be typed instead when the platform, or this setting, says no. */
  ZALO_BUTTONS: onOff(true),
  ZALO_API_URL: serviceUrl("https://openapi.zalo.me"),
  ZALO_OAUTH_URL: serviceUrl("https://oauth.zaloapp.com"),
};

export type ZaloSettings = Readonly<z.infer<z.ZodObject<typeof zaloSettings>>>;

/** With what the channel takes of the program's own settings. */
export interface ZaloConfig extends ZaloSettings {
  readonly NODE_ENV: string;
  readonly DATA_DIR: string;
  readonly RETENTION_DAYS: number;
  readonly HANDOFF_CONTACT: string;
}

export const ZALO_NEEDS = [
  "ZALO_APP_ID",
  "ZALO_APP_SECRET",
  "ZALO_OA_ID",
  "ZALO_OA_SECRET_KEY",
  "ZALO_REFRESH_TOKEN",
] as const;

/** Tokens never leave this machine unencrypted. */
export function zaloProblems(config: Pick<ZaloSettings, "ZALO_API_URL" | "ZALO_OAUTH_URL">): string[] {
  return (["ZALO_API_URL", "ZALO_OAUTH_URL"] as const)
    .filter((name) => {
      if (!URL.canParse(config[name])) return true;
      const { protocol, hostname } = new URL(config[name]);
      return protocol === "http:" && !["127.0.0.1", "localhost", "[::1]"].includes(hostname);
    })
    .map((name) => `${name}: phải là địa chỉ https`);
}
