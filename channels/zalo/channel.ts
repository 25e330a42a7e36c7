/** The Zalo Official Account as a channel. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Channel, ChannelContext } from "../channel.ts";
import { createApi } from "./api.ts";
import { createContacts } from "./contacts.ts";
import { createDelivery } from "./delivery.ts";
import { createMeasures } from "./measures.ts";
import type { ZaloConfig } from "./settings.ts";
import { openTokenStore } from "./token-store.ts";
import { createTokens } from "./tokens.ts";
import { createTurns } from "./turns.ts";
import { createWebhooks } from "./webhook.ts";

/** Half of what the platform allows an app (4,000 a minute): an uncertain message asks before it is sent. */
const PER_SECOND = 33;
const CONCURRENCY = 8;

export function createZaloChannel(config: ZaloConfig, context: ChannelContext): Channel {
  const { logger } = context;
  const now = () => context.now().getTime();
  const measures = createMeasures(context.registry, logger);
  mkdirSync(config.DATA_DIR, { recursive: true });
  const tokens = createTokens({
    store: openTokenStore(join(config.DATA_DIR, "zalo-tokens.sqlite")),
    app: { id: config.ZALO_APP_ID, secret: config.ZALO_APP_SECRET },
    seed: config.ZALO_REFRESH_TOKEN,
    oauthUrl: config.ZALO_OAUTH_URL,
    logger,
    onRefresh: measures.onRefresh,
    now,
  });
  const api = createApi({ apiUrl: config.ZALO_API_URL, tokens, onRemaining: measures.onRemaining });
  const contacts = createContacts(context);
  const { handle } = createTurns({ config, context, contacts });
  const { send } = createDelivery({ api, contacts, withButtons: config.ZALO_BUTTONS, now });
  // A wrong refresh token is known at the start, not with the first citizen's question.
  void tokens.current().catch(() => {});
  return {
    name: "zalo",
    webhooks: createWebhooks(config, context),
    mail: { handle, send, perSecond: PER_SECOND, concurrency: CONCURRENCY },
    close: tokens.close,
  };
}
