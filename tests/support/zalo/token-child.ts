/** A process of its own that shares the token store: "current" or "insteadOf TOKEN" is answered with a token.
 *  Arguments: file, address of the platform, app id, app secret. */
import { createInterface } from "node:readline";
import { pino } from "pino";
import { openTokenStore } from "../../../channels/zalo/token-store.ts";
import { createTokens } from "../../../channels/zalo/tokens.ts";

const [file, oauthUrl, id, secret] = process.argv.slice(2) as [string, string, string, string];
const tokens = createTokens({
  store: openTokenStore(file),
  app: { id, secret },
  seed: "refresh-0",
  oauthUrl,
  logger: pino({ level: "silent" }),
  onRefresh: () => {},
  now: Date.now,
});
console.log("ready");
for await (const line of createInterface({ input: process.stdin })) {
  const [command, token] = line.split(" ");
  const answer = command === "current" ? tokens.current() : tokens.insteadOf(token!);
  console.log(await answer.catch((error: { code?: string }) => `error ${error.code}`));
}
