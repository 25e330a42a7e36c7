/** A pair of tokens that is on the disk before a process is killed: a kill between the platform's answer to a refresh and
 *  the disk is the one that loses it. */
import { join } from "node:path";
import { pino } from "pino";
import { openTokenStore } from "../../../channels/zalo/token-store.ts";
import { createTokens } from "../../../channels/zalo/tokens.ts";
import type { FakeZalo } from "./fake-zalo.ts";

export async function keepToken(fake: FakeZalo, dataDir: string): Promise<void> {
  const tokens = createTokens({
    store: openTokenStore(join(dataDir, "zalo-tokens.sqlite")),
    app: fake.app,
    seed: fake.refreshToken(),
    oauthUrl: fake.url,
    logger: pino({ level: "silent" }),
    onRefresh: () => {},
    now: Date.now,
  });
  await tokens.current();
  await tokens.close();
}
