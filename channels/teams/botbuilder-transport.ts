/** The port to Teams over botbuilder's CloudAdapter. Its `process` is passed by: it would print whole errors, with
 *  what was sent and the token in them, and answers 500 for a wrong signature. */

import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TurnContext,
} from "botbuilder";
import { RequestError } from "../../knowledge/errors.ts";
import { withoutTail } from "../../knowledge/text-scan.ts";
import { parseJson } from "../request-body.ts";
import type { TeamsSettings } from "./settings.ts";
import { type OutgoingActivity, TeamsSendError, type TeamsTransport } from "./transport.ts";

export interface BotbuilderOptions {
  /** How long the keys of the platform may take. */
  keysTimeoutMs?: number;
  /** Makes the bot's own tokens; Microsoft's login by default. */
  credentials?: ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1];
}

const KEYS_TIMEOUT_MS = 10_000;
const OAUTH_URL = "https://api.botframework.com";
const PUBLIC_CHANNEL = "urn:botframework:azure";

const CHANNEL = "msteams";
const SERVICE_URL_CLAIM = "serviceurl";
/** A JSON Web Token; that of the platform has some 1,500 characters. */
const TOKEN = /^Bearer [\w-]{1,2000}\.[\w-]{1,6000}\.[\w-]{0,2000}$/;

type Identity = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication["authenticateRequest"]>>;

class Adapter extends CloudAdapter {
  handle(identity: Identity, activity: Activity, logic: (context: TurnContext) => Promise<void>) {
    return this.processActivity(identity, activity, logic);
  }
}

export function createBotbuilderTransport(
  settings: TeamsSettings,
  options: BotbuilderOptions = {},
): TeamsTransport {
  const authentication = new ConfigurationBotFrameworkAuthentication(
    authenticationSettings(settings) as never,
    options.credentials,
  );
  const adapter = new Adapter(authentication);
  const appId = settings.TEAMS_ANONYMOUS ? "" : settings.TEAMS_APP_ID;
  const keysTimeoutMs = options.keysTimeoutMs ?? KEYS_TIMEOUT_MS;

  async function authenticate(authorization: string): Promise<Identity> {
    if (!settings.TEAMS_ANONYMOUS && !TOKEN.test(authorization)) throw tokenInvalid();
    try {
      // The package compares the activity's service URL with the token's. The activity isn't read yet, so it gets the
      // token's own; the comparison is made afterwards, with what was signed.
      const unread = { channelId: CHANNEL, serviceUrl: claimedServiceUrl(authorization) } as Activity;
      // Its own fetch of the keys would wait for ever.
      const identity = await unless(
        AbortSignal.timeout(keysTimeoutMs),
        authentication.authenticateRequest(unread, authorization),
      );
      // The package also lets in the emulator and other bots, whose service URL it doesn't compare.
      const issuer = identity.claimsIdentity.getClaimValue("iss");
      if (settings.TEAMS_ANONYMOUS || issuer === settings.TEAMS_TOKEN_ISSUER) return identity;
    } catch (error) {
      if (!isUnreachable(error)) throw tokenInvalid();
      const message = "Máy chủ chưa kiểm tra được chữ ký của Microsoft Teams, vui lòng thử lại.";
      throw new RequestError("teams_keys_unreachable", message, { status: 503 });
    }
    throw tokenInvalid();
  }

  return {
    async process(request, turn) {
      const identity = await authenticate(request.authorization);
      const activity = request.read();
      const { claimsIdentity } = identity;
      if (
        !settings.TEAMS_ANONYMOUS &&
        claimsIdentity.getClaimValue(SERVICE_URL_CLAIM) !== activity.serviceUrl
      )
        throw tokenInvalid();
      const response = await adapter.handle(identity, activity as unknown as Activity, async (context) => {
        const { replies = [], invoke } = await turn(activity);
        if (replies.length > 0) await context.sendActivities(replies as unknown as Activity[]);
        if (invoke) await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: invoke });
      });
      return { status: response?.status ?? 200, ...(response?.body ? { body: response.body } : {}) };
    },

    async continueConversation(reference, activity, { replyToId, signal }) {
      let id = "";
      const sending = adapter.continueConversationAsync(
        appId,
        { ...reference, channelId: CHANNEL } as never,
        async (context) => {
          // Of a continued conversation it is a random one, that nobody could answer to.
          context.activity.id = replyToId;
          id = await send(context, activity, signal);
        },
      );
      await unless(signal, sending).catch((error: unknown) => {
        throw error instanceof Aborted ? new TeamsSendError("timeout", { uncertain: true }) : error;
      });
      return id;
    },
  };
}

/** The package's own way of sending drops every field of an entity that it doesn't know, so label and citations would be
 *  lost; it also repeats a message by itself and waits as long as Retry-After says, which is the mailroom's to decide.
 *  What is taken of it is the token. Resolves to the platform's id of the message. Throws TeamsSendError. */
async function send(context: TurnContext, activity: OutgoingActivity, signal: AbortSignal): Promise<string> {
  const reference = TurnContext.getConversationReference(context.activity);
  const { serviceUrl, conversation, activityId } = reference;
  const full = TurnContext.applyConversationReference({ ...(activity as Partial<Activity>) }, reference);
  const path = ["v3", "conversations", conversation!.id, "activities", ...(activityId ? [activityId] : [])];
  const url = `${withoutTail(serviceUrl!, /\//)}/${path.map(encodeURIComponent).join("/")}`;
  const headers = new Headers({ "Content-Type": "application/json; charset=utf-8" });
  await sign(context, headers);
  let response: Response;
  try {
    const body = JSON.stringify(full);
    response = await fetch(url, { method: "POST", headers, body, signal, redirect: "manual" });
  } catch (error) {
    if (signal.aborted) throw new Aborted();
    const code = (error as { cause?: { code?: unknown } }).cause?.code;
    throw new TeamsSendError("unreachable", { uncertain: !NOT_SENT.has(String(code)) });
  }
  if (response.ok) {
    const sent: unknown = await response.json().catch(() => undefined);
    const id = (sent as { id?: unknown } | undefined)?.id;
    return typeof id === "string" ? id : "";
  }
  await response.body?.cancel();
  const { status } = response;
  throw new TeamsSendError(String(status), {
    status,
    retryAfterMs: retryAfter(response.headers.get("retry-after")),
    // 503 says that nothing was done; the other failures of a server leave it open.
    uncertain: status >= 500 && status !== 503,
  });
}

async function sign(context: TurnContext, headers: Headers): Promise<void> {
  const { ConnectorClientKey } = context.adapter as CloudAdapter;
  const connector = context.turnState.get<ConnectorClient>(ConnectorClientKey);
  try {
    await connector?.credentials.signRequest({ headers });
  } catch {
    // What is thrown here may hold the bot's password.
    throw new TeamsSendError("token_unavailable");
  }
}

/** What is used of the package's client. */
interface ConnectorClient {
  credentials: { signRequest(request: { headers: Headers }): Promise<unknown> };
}

export const tokenInvalid = (): RequestError =>
  new RequestError("teams_token_invalid", "Yêu cầu không có chữ ký hợp lệ của Microsoft Teams.", {
    status: 401,
    field: "Authorization",
  });

/** All addresses are given, so that the package falls back on none of its own. */
function authenticationSettings(settings: TeamsSettings): Record<string, string> {
  const { TEAMS_APP_ID, TEAMS_APP_PASSWORD, TEAMS_TENANT_ID } = settings;
  const bot = {
    MicrosoftAppId: TEAMS_APP_ID,
    MicrosoftAppPassword: TEAMS_APP_PASSWORD,
    MicrosoftAppType: "SingleTenant",
    MicrosoftAppTenantId: TEAMS_TENANT_ID,
  };
  return {
    ...(settings.TEAMS_ANONYMOUS ? {} : bot),
    ToBotFromChannelOpenIdMetadataUrl: settings.TEAMS_OPENID_METADATA_URL,
    ToBotFromEmulatorOpenIdMetadataUrl: settings.TEAMS_OPENID_METADATA_URL,
    ToBotFromChannelTokenIssuer: settings.TEAMS_TOKEN_ISSUER,
    ToChannelFromBotOAuthScope: settings.TEAMS_TOKEN_ISSUER,
    ToChannelFromBotLoginUrl: `${settings.TEAMS_LOGIN_URL}/${TEAMS_TENANT_ID}`,
    OAuthUrl: OAUTH_URL,
    CallerId: PUBLIC_CHANNEL,
    ValidateAuthority: "true",
  };
}

/** As the token says, whoever made it; empty when it doesn't. */
function claimedServiceUrl(authorization: string): string {
  try {
    const claims = Buffer.from(authorization.split(".")[1] ?? "", "base64url");
    const url = (parseJson(claims) as { [SERVICE_URL_CLAIM]?: unknown } | null)?.[SERVICE_URL_CLAIM];
    return typeof url === "string" ? url : "";
  } catch {
    return "";
  }
}

class Aborted extends Error {}

/** The promise, or a rejection once the signal comes. */
async function unless<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  let stop: () => void = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(new Aborted());
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** What the package and its fetch throw when the keys are not to be had; anything else is the token's fault. */
function isUnreachable(error: unknown): boolean {
  const { name, code, statusCode } = error as { name?: string; code?: unknown; statusCode?: number };
  return (
    error instanceof Aborted || name === "FetchError" || typeof code === "string" || (statusCode ?? 0) >= 500
  );
}

/** Refused before anything was written to the connection. */
const NOT_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** In seconds or as a date; undefined when neither. */
function retryAfter(header: string | null): number | undefined {
  if (!header) return undefined;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? ms : undefined;
}
