/** Prometheus metrics of one server. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export interface Metrics {
  registry: Registry;
  turns: Counter<"channel" | "status" | "kind">;
  turnSeconds: Histogram<"channel">;
  requests: Counter<"route" | "code">;
  lockFailures: Counter;
  /** 1 for the version that serves. */
  knowledge: Gauge<"version">;
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
    knowledge: new Gauge({
      name: "assistant_knowledge_info",
      help: "Knowledge base version that serves",
      labelNames: ["version"],
      registers,
    }),
  };
}
