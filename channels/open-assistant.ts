/** Opens everything an assistant stands on: knowledge (built when missing), conversations, the answer core. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Assistant, type AssistantOptions, createAssistantAside } from "../bot/assistant.ts";
import type { SpokenRow } from "../bot/examples/bank.ts";
import type { ModelOptions } from "../bot/language-model/model-steps.ts";
import type { PurgeRefusal, StateStore } from "../bot/state/store.ts";
import type { Config } from "../config.ts";
import { loadOffice } from "../ingest/office/load-office.ts";
import { ensureKnowledge, shippedOf } from "../ingest/pipeline.ts";
import type { Progress } from "../ingest/progress.ts";
import { extraSources } from "../ingest/sources.ts";
import type { KnowledgeBase } from "../knowledge/knowledge-base.ts";
import { openNeuralIndex } from "../knowledge/neural-index.ts";
import type { OfficeProfile } from "../knowledge/office-profile.ts";
import {
  currentVersion,
  openKnowledgeBase,
  type OpenOptions as VersionOptions,
} from "../knowledge/versions.ts";
import type { EmbeddingConfig } from "./embedding-settings.ts";
import { followVersion } from "./follow-version.ts";
import { openEmbeddings } from "./open-embeddings.ts";
import { openStore, purgeOld } from "./open-store.ts";

export interface OpenAssistant {
  /** These two belong together and may be others at the next turn: look both up at the beginning of a turn. */
  readonly assistant: Assistant;
  readonly knowledge: KnowledgeBase;
  readonly store: StateStore;
  /** Takes over the version that serves if it is another one by now. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Opened before, by `openStore`, and closed by its opener; without it one is opened here. */
  store?: StateStore;
  onProgress?: (progress: Progress) => void;
  /** Told why the knowledge base could not be updated although an older version serves. */
  onProblem?: (error: Error) => void;
  /** How often to look for another version. Default: never. */
  followEveryMs?: number;
  /** Told of the first version and of each that is taken over. */
  onVersion?: (version: string) => void;
  /** Told why a question was searched by its words alone. */
  onEmbeddingProblem?: (error: Error) => void;
  onLockFailure?: (unsupported: readonly string[]) => void;
  /** Told that old conversations were not deleted: more than usual would have gone, or the store failed. */
  onPurgeProblem?: (problem: PurgeRefusal | Error) => void;
  /** From `openLanguageModel`; none when it is off. */
  model?: ModelOptions | undefined;
  /** From `loadOfficeProfile`; none when the office states nothing of itself. */
  office?: OfficeProfile | undefined;
  /** From `loadOfficeExamples`. */
  examples?: readonly SpokenRow[];
  now?: () => Date;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** After a failure it isn't put off until the next day. */
const AGAIN_MS = 10 * 60 * 1000;
/** Runs the work now and every day. What it throws is told, and it is tried again. */
function everyDay(work: () => Promise<void>, onProblem: (error: Error) => void = () => {}) {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const next = async () => {
    let pauseMs = DAY_MS;
    try {
      await work();
    } catch (error) {
      pauseMs = AGAIN_MS;
      onProblem(error as Error);
    }
    if (!stopped) timer = setTimeout(next, pauseMs).unref();
  };
  return {
    first: next(),
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

type KnowledgeConfig = Pick<
  Config,
  | "DATA_DIR"
  | "OFFICE_PROFILE"
  | "SHIPPED_DOCUMENTS"
  | "EXTRA_DOCUMENTS"
  | "OFFICIAL_DOMAINS"
  | "UPDATE_ON_START"
> &
  EmbeddingConfig;
type KnowledgeOptions = Pick<OpenOptions, "onProgress" | "onProblem" | "onEmbeddingProblem">;

/** The knowledge base of the data folder, built when it is missing or its sources have changed. */
export async function openKnowledge(
  config: KnowledgeConfig,
  options: KnowledgeOptions = {},
): Promise<KnowledgeBase> {
  return (await knowledgeOf(config, options)).first;
}

/** `reopen` opens the version that serves by then. */
async function knowledgeOf(config: KnowledgeConfig, options: KnowledgeOptions) {
  const root = join(config.DATA_DIR, "knowledge");
  await mkdir(root, { recursive: true });
  const { onProgress, onProblem, onEmbeddingProblem } = options;
  const embeddings = await openEmbeddings(config);
  const open: VersionOptions = embeddings
    ? {
        neural: (chunks) =>
          openNeuralIndex(embeddings, chunks, {
            file: join(root, "neural-vectors.bin"),
            ...(onProgress ? { onProgress } : {}),
            ...(onEmbeddingProblem ? { onProblem: onEmbeddingProblem } : {}),
          }),
      }
    : {};
  const first = await ensureKnowledge({
    root,
    open,
    shipped: shippedOf(config.SHIPPED_DOCUMENTS),
    office: await loadOffice(config.OFFICE_PROFILE),
    extra: await extraSources(config.DATA_DIR, config.EXTRA_DOCUMENTS),
    officialDomains: config.OFFICIAL_DOMAINS,
    update: config.UPDATE_ON_START,
    ...(onProgress ? { onProgress } : {}),
    ...(onProblem ? { onProblem } : {}),
  });
  return { root, first, reopen: () => openKnowledgeBase(root, open) };
}

export async function openAssistant(config: Config, options: OpenOptions = {}): Promise<OpenAssistant> {
  const { root, first, reopen } = await knowledgeOf(config, options);
  const store = options.store ?? (await openStore(config));
  const now = options.now ?? (() => new Date());
  const purging = everyDay(async () => {
    const refused = await purgeOld(store, now().getTime(), config.RETENTION_DAYS);
    if (refused) options.onPurgeProblem?.(refused);
  }, options.onPurgeProblem);
  await purging.first;
  const settings: Omit<AssistantOptions, "knowledge"> = {
    store,
    now,
    retentionDays: config.RETENTION_DAYS,
    handoffContact: config.HANDOFF_CONTACT,
    office: options.office,
    ...(options.examples ? { examples: options.examples } : {}),
    ...(options.model ? { model: options.model } : {}),
    ...(options.onLockFailure ? { onLockFailure: options.onLockFailure } : {}),
  };
  const opened = async (version: KnowledgeBase) => ({
    knowledge: version,
    assistant: await createAssistantAside({ ...settings, knowledge: version }),
  });
  let serving = await opened(first);
  options.onVersion?.(first.version);
  const follower = followVersion({
    current: () => currentVersion(root),
    used: () => serving.knowledge.version,
    take: async () => {
      serving = await opened(await reopen());
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
    async close() {
      void follower.stop();
      purging.stop();
      if (!options.store) await store.close();
    },
  };
}
