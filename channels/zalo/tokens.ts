/** The access token of the account: valid for 25 hours, renewed with a refresh token that is good for one use and 3
 *  months. Source: docs.zaloplatforms.com/docs/OA/bat-dau/xac-thuc-va-uy-quyen-cho-ung-dung-new. */
import { createHash } from "node:crypto";
import type { Logger } from "pino";
import { AppError } from "../../knowledge/errors.ts";
import type { TokenPair, TokenStore } from "./token-store.ts";

export interface Tokens {
  /** One that has not expired. Throws AppError "zalo_token_refresh_failed". */
  current(): Promise<string>;
  /** Another than the one that the platform has just refused. Throws the same, and "zalo_token_refused" when one was
   *  replaced for that reason a moment ago: then the fault is elsewhere, and asking again would only use up tokens. */
  insteadOf(refused: string): Promise<string>;
  /** Waits for a refresh under way: its answer must be kept. */
  close(): Promise<void>;
}

export interface TokensOptions {
  store: TokenStore;
  app: { id: string; secret: string };
  /** Refresh token of the settings. */
  seed: string;
  oauthUrl: string;
  logger: Logger;
  onRefresh: (outcome: "refreshed" | "failed") => void;
  /** The wall clock, in ms: when a token ends is kept over restarts. */
  now: () => number;
  /** A clock that nobody sets, in ms, for the pauses of this process. */
  elapsed?: () => number;
  fetch?: typeof fetch;
}

const PATH = "/v4/oa/access_token";
const MINUTE_MS = 60_000;
/** So long before its end a token is renewed. */
const MARGIN_MS = 10 * MINUTE_MS;
/** Tokens that the platform refuses are replaced at most once in this time. */
const REPLACED_MS = MINUTE_MS;
/** Between attempts to write what could not be written. */
const SAVE_AGAIN_MS = 5000;
/** So long nothing is asked after a failure. */
const PAUSE_REFUSED_MS = MINUTE_MS;
const PAUSE_UNREACHED_MS = 5000;
/** Longer than a message's: when the answer is given up, the pair in it is lost. */
const TIMEOUT_MS = 30_000;
/** An account that nobody writes to must not lose its refresh token to age. */
const KEEP_ALIVE_MS = 60 * MINUTE_MS;

/** "refused": the platform has said no to this refresh token. */
type Refreshed = { pair: TokenPair } | { failed: "refused" | "unreached"; code: string };

export function createTokens(options: TokensOptions): Tokens {
  const { store, logger, now } = options;
  const elapsed = options.elapsed ?? (() => performance.now());
  const seedHash = createHash("sha256").update(options.seed).digest("hex");
  /** Given out by the platform, and not yet on the disk because writing failed. */
  let unsaved: { pair: TokenPair; usedSeed: string | undefined } | undefined;
  let inHand: Promise<TokenPair> | undefined;
  let saveAgainAt = Number.NEGATIVE_INFINITY;
  let replacedAt = Number.NEGATIVE_INFINITY;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let failure: AppError | undefined;

  const timer = setInterval(() => void current().catch(() => {}), KEEP_ALIVE_MS);
  timer.unref();

  const known = (): TokenPair | undefined =>
    unsaved?.pair ?? (store.wasUsed(seedHash) ? store.read() : undefined);
  const isValid = (pair: TokenPair) => pair.expiresAt - MARGIN_MS > now();

  async function current(): Promise<string> {
    if (unsaved && elapsed() >= saveAgainAt) await saveAgain(unsaved);
    const pair = known();
    if (pair && isValid(pair)) return pair.accessToken;
    return (await renew(undefined)).accessToken;
  }

  async function insteadOf(refused: string): Promise<string> {
    if (!inHand && known()?.accessToken === refused) {
      if (elapsed() - replacedAt < REPLACED_MS)
        throw new AppError("zalo_token_refused", "Zalo từ chối mã truy cập mới cấp.", { retryable: true });
      replacedAt = elapsed();
    }
    return (await renew(refused)).accessToken;
  }

  function renew(refused: string | undefined): Promise<TokenPair> {
    inHand ??= renewNow(refused).finally(() => {
      inHand = undefined;
    });
    return inHand;
  }

  async function renewNow(refused: string | undefined): Promise<TokenPair> {
    if (failure && elapsed() < pausedUntil) throw failure;
    let received: TokenPair | undefined;
    let usedSeed: string | undefined;
    try {
      const pair = await store.exclusively(async (save) => {
        // Another process may have done it while this one waited for the lock.
        const found = known();
        if (found && found.accessToken !== refused && isValid(found)) return found;
        const result = await refresh();
        if (!("pair" in result)) throw failed(result);
        received = result.pair;
        usedSeed = result.usedSeed;
        save(received, usedSeed);
        return received;
      });
      if (received) {
        unsaved = undefined;
        options.onRefresh("refreshed");
        logger.info({ event: "zalo_token_refreshed" });
      }
      failure = undefined;
      return pair;
    } catch (error) {
      if (!received) throw error;
      // The disk refuses it: losing it would need a person at the console, so it serves from memory until it is written.
      unsaved = { pair: received, usedSeed };
      logger.error({ event: "zalo_token_not_saved" });
      return received;
    }
  }

  async function saveAgain(held: { pair: TokenPair; usedSeed: string | undefined }): Promise<void> {
    saveAgainAt = elapsed() + SAVE_AGAIN_MS;
    try {
      await store.exclusively(async (save) => save(held.pair, held.usedSeed));
      if (unsaved === held) unsaved = undefined;
    } catch {
      // Logged when it happened first.
    }
  }

  /** With the refresh token of the settings when it is a new one, else, or when it is refused, with the one kept. */
  async function refresh(): Promise<Refreshed & { usedSeed?: string }> {
    const kept = unsaved?.pair ?? store.read();
    const isNewSeed = unsaved?.usedSeed !== seedHash && !store.wasUsed(seedHash);
    if (!kept || isNewSeed) {
      const result = await ask(options.seed);
      if ("pair" in result || result.failed === "unreached" || !kept)
        return { ...result, usedSeed: seedHash };
    }
    const result = await ask(kept.refreshToken);
    if (!isNewSeed) return result;
    logger.warn({ event: "zalo_refresh_token_ignored" });
    return { ...result, usedSeed: seedHash };
  }

  async function ask(refreshToken: string): Promise<Refreshed> {
    const body = new URLSearchParams({
      app_id: options.app.id,
      grant_type: "refresh_token",
      refresh_token: refreshToken,
    });
    try {
      const response = await (options.fetch ?? fetch)(options.oauthUrl + PATH, {
        method: "POST",
        headers: { secret_key: options.app.secret },
        body,
        redirect: "error",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const text = await response.text();
      return readPair(text, now()) ?? { failed: "unreached", code: `http_${response.status}` };
    } catch (error) {
      return { failed: "unreached", code: reasonOf(error) };
    }
  }

  function failed({ failed: how, code }: { failed: "refused" | "unreached"; code: string }): AppError {
    pausedUntil = elapsed() + (how === "refused" ? PAUSE_REFUSED_MS : PAUSE_UNREACHED_MS);
    options.onRefresh("failed");
    // A person has to look: when the platform has refused it, the account must give its consent again.
    logger.error({ event: "zalo_token_refresh_failed", code, refused: how === "refused" });
    failure = new AppError("zalo_token_refresh_failed", "Không lấy được mã truy cập Zalo.", {
      retryable: true,
    });
    return failure;
  }

  return {
    current,
    insteadOf,
    async close() {
      clearInterval(timer);
      await inHand?.catch(() => {});
      store.close();
    },
  };
}

/** Undefined for what is neither a pair nor a refusal. */
function readPair(text: string, at: number): Refreshed | undefined {
  let reply: Record<string, unknown>;
  try {
    reply = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
  if (typeof reply !== "object" || reply === null) return undefined;
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: expiresIn, error } = reply;
  if (typeof accessToken === "string" && accessToken && typeof refreshToken === "string" && refreshToken) {
    // A string of seconds.
    const seconds = Number(expiresIn);
    const expiresAt = at + (seconds > 0 ? seconds : 3600) * 1000;
    return { pair: { accessToken, refreshToken, expiresAt, issuedAt: at } };
  }
  return Number.isInteger(error) && error !== 0 ? { failed: "refused", code: String(error) } : undefined;
}

/** A code of the system or of fetch, never a message. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return "error";
  const { code } = (error.cause ?? error) as { code?: unknown };
  return typeof code === "string" ? code : error.name;
};
