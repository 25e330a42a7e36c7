/** The voice channel as the program wires it, over any assistant, with everything that was logged. */
import type { Assistant } from "../../../bot/assistant.ts";
import { openSqliteStore } from "../../../bot/state/sqlite-store.ts";
import type { StateStore } from "../../../bot/state/store.ts";
import { createAnswering } from "../../../channels/answering.ts";
import type { HttpAnswer, Webhook } from "../../../channels/channel.ts";
import { createMetrics } from "../../../channels/metrics.ts";
import { openChannels } from "../../../channels/open-channels.ts";
import { loadConfig } from "../../../config.ts";
import { RequestError } from "../../../knowledge/errors.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";

import { keepLog } from "../channel-server.ts";

export const SECRET = "bí mật của cổng thoại";
export const PUBLIC_URL = "https://troly.example.gov.vn";
export const OFFICER = "02543852000";
/** A Wednesday morning within the officer's hours. */
export const WORKING_HOURS = new Date("2026-11-25T09:00:00+07:00");
export const EVENING = new Date("2026-11-25T20:15:00+07:00");

export interface Rig {
  webhooks: readonly Webhook[];
  store: StateStore;
  log(): string;
  setNow(at: Date): void;
  now(): Date;
  setReady(ready: boolean): void;
  /** As the server does: a refusal becomes its status. */
  call(request: RigRequest): Promise<HttpAnswer>;
  close(): Promise<void>;
}

export interface RigRequest {
  method?: "GET" | "POST";
  /** Path and query. */
  url: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export async function openRig(options: {
  assistant: Assistant;
  knowledge: KnowledgeBase;
  store?: StateStore;
  settings?: Record<string, string>;
  now?: Date;
}): Promise<Rig> {
  const { logger, log } = keepLog();
  const metrics = createMetrics();
  const store = options.store ?? (await openSqliteStore(":memory:"));
  let now = options.now ?? WORKING_HOURS;
  let ready = true;
  const core = { assistant: options.assistant, knowledge: options.knowledge };
  const config = loadConfig({
    VOICE_SECRET: SECRET,
    VOICE_PUBLIC_URL: PUBLIC_URL,
    VOICE_OFFICER: OFFICER,
    VOICE_HOTLINE_NAME: "tổng đài hành chính công tỉnh Bà Rịa - Vũng Tàu",
    ...options.settings,
  });
  const channels = await openChannels(config, {
    answering: createAnswering({ core: () => (ready ? core : undefined), logger, metrics }),
    store,
    logger,
    metrics,
    now: () => now,
  });
  return {
    webhooks: channels.webhooks,
    store,
    log,
    setNow: (at) => {
      now = at;
    },
    now: () => now,
    setReady: (value) => {
      ready = value;
    },
    async call({ method = "POST", url, headers = {}, body = "" }) {
      const path = url.split("?")[0];
      const webhook = channels.webhooks.find((row) => row.path === path && row.method === method);
      if (!webhook) return { status: 404 };
      const lower = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
      );
      try {
        return await webhook.receive({ method, url, headers: lower, body: Buffer.from(body) });
      } catch (error) {
        if (error instanceof RequestError) return { status: error.status, body: { code: error.code } };
        throw error;
      }
    },
    async close() {
      await channels.close();
      if (!options.store) await store.close();
    },
  };
}
