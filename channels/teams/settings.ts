/** Settings of the Teams channel. */
import { z } from "zod";
import { onOff, serviceUrl, text } from "../setting-types.ts";

export const teamsSettings = {
  /** Of the bot's registration in Azure; all three are set, or none. */
  TEAMS_APP_ID: text(100),
  TEAMS_APP_PASSWORD: text(),
  TEAMS_TENANT_ID: text(100),
  /** Takes requests without a token, for a trial with the Playground. */
  TEAMS_ANONYMOUS: onOff(false),
  /** Where the keys are listed that sign the platform's tokens. */
  TEAMS_OPENID_METADATA_URL: serviceUrl("https://login.botframework.com/v1/.well-known/openidconfiguration"),
  /** Who issues them; also the scope of the tokens that the bot asks for. */
  TEAMS_TOKEN_ISSUER: serviceUrl("https://api.botframework.com"),
  /** Where the bot fetches its own tokens. */
  TEAMS_LOGIN_URL: serviceUrl("https://login.microsoftonline.com"),
  /** Public address of this server, for the app package and for links to files. */
  TEAMS_PUBLIC_URL: serviceUrl("").refine(
    (url) => url === "" || url.startsWith("https://"),
    "phải bắt đầu bằng https://",
  ),
};

const shape = z.object(teamsSettings);
export type TeamsSettings = Readonly<z.infer<typeof shape>>;

export const TEAMS_NEEDS = ["TEAMS_APP_ID", "TEAMS_APP_PASSWORD", "TEAMS_TENANT_ID"] as const;

const GUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
const ADDRESSES = ["TEAMS_OPENID_METADATA_URL", "TEAMS_TOKEN_ISSUER", "TEAMS_LOGIN_URL"] as const;

/** What is wrong beyond single settings, "VARIABLE: why". */
export function teamsProblems(settings: TeamsSettings & { NODE_ENV: string }): string[] {
  const inProduction = settings.NODE_ENV === "production";
  const guids = settings.TEAMS_ANONYMOUS ? [] : (["TEAMS_APP_ID", "TEAMS_TENANT_ID"] as const);
  return [
    ...guids
      .filter((name) => !GUID.test(settings[name]))
      .map((name) => `${name}: phải là mã GUID, ví dụ 01234567-89ab-cdef-0123-456789abcdef`),
    ...(inProduction && settings.TEAMS_ANONYMOUS
      ? ["TEAMS_ANONYMOUS: chỉ dùng để thử, không được bật khi NODE_ENV=production"]
      : []),
    // Whoever can answer in the place of the issuer can sign for everybody.
    ...ADDRESSES.filter((name) => inProduction && !settings[name].startsWith("https://")).map(
      (name) => `${name}: phải bắt đầu bằng https:// khi NODE_ENV=production`,
    ),
  ];
}
