/** Opens everything an assistant stands on: knowledge (built when missing), conversations, the answer core. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Assistant, type AssistantOptions, createAssistantAside } from "../bot/assistant.ts";
import { createSqliteStore, type SqliteStore } from "../bot/state/sqlite-store.ts";
import type { ConversationStore } from "../bot/state/store.ts";
import type { Config } from "../config.ts";
import { ensureKnowledge, type Progress } from "../ingest/pipeline.ts";
import { extraSources } from "../ingest/sources.ts";
import type { KnowledgeBase } from "../knowledge/knowledge-base.ts";
import { currentVersion, openKnowledgeBase } from "../knowledge/versions.ts";
import { followVersion } from "./follow-version.ts";

export interface OpenAssistant {
  /** These two belong together and may be others at the next turn: look both up at the beginning of a turn. */
  readonly assistant: Assistant;
  readonly knowledge: KnowledgeBase;
  readonly store: ConversationStore;
  /** Takes over the version that serves if it is another one by now. */
  refresh(): Promise<void>;
  close(): void;
}

export interface OpenOptions {
  /** Opened before, by `openStore`, and closed by its opener; without it one is opened here. */
  store?: SqliteStore;
  onProgress?: (progress: Progress) => void;
  /** Told why the knowledge base could not be updated although an older version serves. */
  onProblem?: (error: Error) => void;
  /** How often to look for another version. Default: never. */
  followEveryMs?: number;
  /** Told of the first version and of each that is taken over. */
  onVersion?: (version: string) => void;
  onLockFailure?: (unsupported: readonly string[]) => void;
  now?: () => Date;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Conversations and mailbox of the data folder, which is made when it isn't there. */
export async function openStore(config: Pick<Config, "DATA_DIR">): Promise<SqliteStore> {
  await mkdir(config.DATA_DIR, { recursive: true });
  return createSqliteStore(join(config.DATA_DIR, "conversations.sqlite"));
}

export async function openAssistant(config: Config, options: OpenOptions = {}): Promise<OpenAssistant> {
  await mkdir(config.DATA_DIR, { recursive: true });
  const root = join(config.DATA_DIR, "knowledge");
  const knowledge = await ensureKnowledge({
    root,
    extra: await extraSources(config.DATA_DIR, config.EXTRA_DOCUMENTS),
    update: config.UPDATE_ON_START,
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
    ...(options.onProblem ? { onProblem: options.onProblem } : {}),
  });
  const store = options.store ?? (await openStore(config));
  const now = options.now ?? (() => new Date());
  const purge = () => {
    const before = now().getTime() - config.RETENTION_DAYS * DAY_MS;
    store.purgeBefore(before);
    store.mailbox.purgeMailBefore(before);
  };
  purge();
  const timer = setInterval(purge, DAY_MS).unref();
  const settings: Omit<AssistantOptions, "knowledge"> = {
    store,
    now,
    retentionDays: config.RETENTION_DAYS,
    handoffContact: config.HANDOFF_CONTACT,
    ...(options.onLockFailure ? { onLockFailure: options.onLockFailure } : {}),
  };
  const opened = async (version: KnowledgeBase) => ({
    knowledge: version,
    assistant: await createAssistantAside({ ...settings, knowledge: version }),
  });
  let serving = await opened(knowledge);
  options.onVersion?.(knowledge.version);
  const follower = followVersion({
    current: () => currentVersion(root),
    used: () => serving.knowledge.version,
    take: async () => {
      serving = await opened(await openKnowledgeBase(root));
      options.onVersion?.(serving.knowledge.version);
    },
    onProblem: (error) => options.onProblem?.(error),
    everyMs: options.followEveryMs ?? null,
  });
  return {
    get assistant() {
      return serving.assistant;
    },
    get knowledge() {
      return serving.knowledge;
    },
    store,
    refresh: follower.check,
    close() {
      void follower.stop();
      clearInterval(timer);
      if (!options.store) store.close();
    },
  };
}
