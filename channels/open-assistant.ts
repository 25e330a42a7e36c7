/** Opens everything an assistant stands on: knowledge (built when missing), conversations, the answer core. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Assistant, createAssistant } from "../bot/assistant.ts";
import type { ModelOptions } from "../bot/language-model/model-steps.ts";
import { createSqliteStore, type SqliteStore } from "../bot/state/sqlite-store.ts";
import type { ConversationStore } from "../bot/state/store.ts";
import type { Config } from "../config.ts";
import { ensureKnowledge, type Progress } from "../ingest/pipeline.ts";
import { extraSources } from "../ingest/sources.ts";
import type { KnowledgeBase } from "../knowledge/knowledge-base.ts";
import { openNeuralIndex } from "../knowledge/neural-index.ts";
import type { EmbeddingConfig } from "./embedding-settings.ts";
import { openEmbeddings } from "./open-embeddings.ts";

export interface OpenAssistant {
  assistant: Assistant;
  knowledge: KnowledgeBase;
  store: ConversationStore;
  close(): void;
}

export interface OpenOptions {
  /** Opened before, by `openStore`, and closed by its opener; without it one is opened here. */
  store?: SqliteStore;
  onProgress?: (progress: Progress) => void;
  /** Told why the knowledge base could not be updated although an older version serves. */
  onProblem?: (error: Error) => void;
  /** Told why a question was searched by its words alone. */
  onEmbeddingProblem?: (error: Error) => void;
  onLockFailure?: (unsupported: readonly string[]) => void;
  /** From `openLanguageModel`; none when it is off. */
  model?: ModelOptions | undefined;
  now?: () => Date;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Conversations and mailbox of the data folder, which is made when it isn't there. */
export async function openStore(config: Pick<Config, "DATA_DIR">): Promise<SqliteStore> {
  await mkdir(config.DATA_DIR, { recursive: true });
  return createSqliteStore(join(config.DATA_DIR, "conversations.sqlite"));
}

/** The knowledge base of the data folder, built when it is missing or its sources have changed. */
export async function openKnowledge(
  config: Pick<Config, "DATA_DIR" | "EXTRA_DOCUMENTS" | "UPDATE_ON_START"> & EmbeddingConfig,
  options: Pick<OpenOptions, "onProgress" | "onProblem" | "onEmbeddingProblem"> = {},
): Promise<KnowledgeBase> {
  await mkdir(config.DATA_DIR, { recursive: true });
  const root = join(config.DATA_DIR, "knowledge");
  const neural = await openEmbeddings(config);
  const { onProgress, onEmbeddingProblem: onProblem } = options;
  return ensureKnowledge({
    root,
    ...(neural
      ? {
          open: {
            neural: (chunks) =>
              openNeuralIndex(neural, chunks, {
                file: join(root, "neural-vectors.bin"),
                ...(onProgress ? { onProgress } : {}),
                ...(onProblem ? { onProblem } : {}),
              }),
          },
        }
      : {}),
    extra: await extraSources(config.DATA_DIR, config.EXTRA_DOCUMENTS),
    update: config.UPDATE_ON_START,
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
    ...(options.onProblem ? { onProblem: options.onProblem } : {}),
  });
}

export async function openAssistant(config: Config, options: OpenOptions = {}): Promise<OpenAssistant> {
  const knowledge = await openKnowledge(config, options);
  const store = options.store ?? (await openStore(config));
  const now = options.now ?? (() => new Date());
  const purge = () => {
    const before = now().getTime() - config.RETENTION_DAYS * DAY_MS;
    store.purgeBefore(before);
    store.mailbox.purgeMailBefore(before);
  };
  purge();
  const timer = setInterval(purge, DAY_MS).unref();
  const assistant = createAssistant({
    knowledge,
    store,
    now,
    retentionDays: config.RETENTION_DAYS,
    handoffContact: config.HANDOFF_CONTACT,
    ...(options.model ? { model: options.model } : {}),
    ...(options.onLockFailure ? { onLockFailure: options.onLockFailure } : {}),
  });
  return {
    assistant,
    knowledge,
    store,
    close() {
      clearInterval(timer);
      if (!options.store) store.close();
    },
  };
}
