/** Opens everything an assistant stands on: knowledge (built when missing), conversations, the answer core. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Assistant, createAssistant } from "../bot/assistant.ts";
import { createSqliteStore } from "../bot/state/sqlite-store.ts";
import type { ConversationStore } from "../bot/state/store.ts";
import type { Config } from "../config.ts";
import { ensureKnowledge, type Progress } from "../ingest/pipeline.ts";
import { extraSources } from "../ingest/sources.ts";
import type { KnowledgeBase } from "../knowledge/knowledge-base.ts";

export interface OpenAssistant {
  assistant: Assistant;
  knowledge: KnowledgeBase;
  store: ConversationStore;
  close(): void;
}

export interface OpenOptions {
  onProgress?: (progress: Progress) => void;
  /** Told why the knowledge base could not be updated although an older version serves. */
  onProblem?: (error: Error) => void;
  onLockFailure?: (unsupported: readonly string[]) => void;
  now?: () => Date;
}

const DAY_MS = 24 * 60 * 60 * 1000;

export async function openAssistant(config: Config, options: OpenOptions = {}): Promise<OpenAssistant> {
  await mkdir(config.DATA_DIR, { recursive: true });
  const knowledge = await ensureKnowledge({
    root: join(config.DATA_DIR, "knowledge"),
    extra: await extraSources(config.DATA_DIR, config.EXTRA_DOCUMENTS),
    update: config.UPDATE_ON_START,
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
    ...(options.onProblem ? { onProblem: options.onProblem } : {}),
  });
  const store = createSqliteStore(join(config.DATA_DIR, "conversations.sqlite"));
  const now = options.now ?? (() => new Date());
  const purge = () => store.purgeBefore(now().getTime() - config.RETENTION_DAYS * DAY_MS);
  purge();
  const timer = setInterval(purge, DAY_MS).unref();
  const assistant = createAssistant({
    knowledge,
    store,
    now,
    retentionDays: config.RETENTION_DAYS,
    handoffContact: config.HANDOFF_CONTACT,
    ...(options.onLockFailure ? { onLockFailure: options.onLockFailure } : {}),
  });
  return {
    assistant,
    knowledge,
    store,
    close() {
      clearInterval(timer);
      store.close();
    },
  };
}
