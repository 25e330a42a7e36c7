/** Prometheus metrics of one server. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export interface Metrics {
  registry: Registry;
  turns: Counter<"channel" | "status" | "kind">;
  turnSeconds: Histogram<"channel">;
  requests: Counter<"route" | "code">;
  lockFailures: Counter;
  modelCalls: Counter<"purpose" | "outcome">;
  modelSeconds: Histogram<"purpose">;
  modelTokens: Counter<"direction">;
  modelCost: Counter;
  modelOutcomes: Counter<"purpose" | "outcome" | "code">;
  inbox: Counter<"channel" | "outcome">;
  deliveries: Counter<"channel" | "outcome">;
  /** Reads what waits in the boxes, or has failed there, whenever the metrics are read. */
  watchMail(counts: () => Promise<readonly MailCount[]>): void;
  /** 1 for the version that serves. */
  knowledge: Gauge<"version">;
}

interface MailCount {
  channel: string;
  box: string;
  state: string;
  count: number;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    turns: new Counter({
      name: "assistant_turns_total",
      help: "Turns answered",
      labelNames: ["channel", "status", "kind"],
      registers,
    }),
    turnSeconds: new Histogram({
      name: "assistant_turn_seconds",
      help: "Time to answer and save a turn",
      labelNames: ["channel"],
      buckets: [0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.25, 1],
      registers,
    }),
    requests: new Counter({
      name: "http_requests_total",
      help: "HTTP requests",
      labelNames: ["route", "code"],
      registers,
    }),
    lockFailures: new Counter({
      name: "assistant_figure_lock_failures_total",
      help: "Replies replaced by quotes",
      registers,
    }),
    modelCalls: new Counter({
      name: "model_calls_total",
      help: "Calls of the language model: ok, or the code of the error",
      labelNames: ["purpose", "outcome"],
      registers,
    }),
    modelSeconds: new Histogram({
      name: "model_call_seconds",
      help: "Time of a call of the language model",
      labelNames: ["purpose"],
      buckets: [0.1, 0.25, 0.5, 1, 2, 4, 8],
      registers,
    }),
    modelTokens: new Counter({
      name: "model_tokens_total",
      help: "Tokens that went in and came out",
      labelNames: ["direction"],
      registers,
    }),
    modelCost: new Counter({
      name: "model_cost_total",
      help: "Cost of the tokens at the prices set",
      registers,
    }),
    modelOutcomes: new Counter({
      name: "model_outcomes_total",
      help: "What became of what the model gave: used, cached, none, rejected, failed, and why",
      labelNames: ["purpose", "outcome", "code"],
      registers,
    }),
    inbox: new Counter({
      name: "channel_events_total",
      help: "Events that platforms sent, accepted or repeated",
      labelNames: ["channel", "outcome"],
      registers,
    }),
    deliveries: new Counter({
      name: "channel_deliveries_total",
      help: "Attempts to deliver a message: delivered, retried, failed for good",
      labelNames: ["channel", "outcome"],
      registers,
    }),
    watchMail(counts) {
      new Gauge({
        name: "channel_mail",
        help: "Events and messages that wait or have failed",
        labelNames: ["channel", "box", "state"],
        registers,
        async collect() {
          // A store that can't tell now is told of by readiness; the other measures are read all the same.
          const rows = await counts().catch(() => []);
          this.reset();
          for (const { count, ...labels } of rows) this.set(labels, count);
        },
      });
    },
    knowledge: new Gauge({
      name: "assistant_knowledge_info",
      help: "Knowledge base version that serves",
      labelNames: ["version"],
      registers,
    }),
  };
}
