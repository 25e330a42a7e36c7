/** What an operator watches of the account: tokens, and what is left of the platform's limits. */
import type { Logger } from "pino";
import { Counter, Gauge, type Registry } from "prom-client";

export interface Measures {
  onRefresh(outcome: "refreshed" | "failed"): void;
  onRemaining(what: "reply" | "rate", remaining: number): void;
}

/** Warned at or below: messages to one person in 48 hours; requests in a minute, of 4,000. */
const LOW = { reply: 1, rate: 200 } as const;
const WARNING_PAUSE_MS = 60_000;

export function createMeasures(
  registry: Registry,
  logger: Logger,
  elapsed: () => number = () => performance.now(),
): Measures {
  const registers = [registry];
  const refreshes = new Counter({
    name: "zalo_token_refreshes_total",
    help: "Refreshes of the access token; a failure needs a person",
    labelNames: ["outcome"],
    registers,
  });
  const remaining = new Gauge({
    name: "zalo_remaining",
    help: "What the platform last said is left: messages to one person (reply), requests in the minute (rate)",
    labelNames: ["what"],
    registers,
  });
  const warnedAt = { reply: Number.NEGATIVE_INFINITY, rate: Number.NEGATIVE_INFINITY };
  return {
    onRefresh: (outcome) => refreshes.inc({ outcome }),
    onRemaining(what, left) {
      remaining.set({ what }, left);
      if (left > LOW[what] || elapsed() - warnedAt[what] < WARNING_PAUSE_MS) return;
      warnedAt[what] = elapsed();
      logger.warn({ event: "zalo_quota_low", what, left });
    },
  };
}
