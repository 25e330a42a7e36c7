/** A real assistant over the shipped documents for tests, the evaluation and the benchmarks. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Assistant, type AssistantOptions, createAssistant } from "../../bot/assistant.ts";
import type { ModelOptions } from "../../bot/language-model/model-steps.ts";
import { openSqliteStore } from "../../bot/state/sqlite-store.ts";
import type { ConversationStore, StateStore } from "../../bot/state/store.ts";
import { ensureKnowledge } from "../../ingest/pipeline.ts";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { loadOfficeProfile, type OfficeProfile } from "../../knowledge/office-profile.ts";

export interface TestAssistant {
  assistant: Assistant;
  knowledge: KnowledgeBase;
  store: StateStore;
  figureLockFailures(): number;
  close(): Promise<void>;
}

/** What an office states of itself: the example that offices are given. */
export const exampleOffice = async (): Promise<OfficeProfile> =>
  (await loadOfficeProfile(join(import.meta.dirname, "../../deploy/office-profile.example.json")))!;

let built: Promise<KnowledgeBase> | undefined;

/** The shipped knowledge, built once per process into a temporary folder. */
export function shippedKnowledge(): Promise<KnowledgeBase> {
  built ??= build();
  return built;
}

async function build(): Promise<KnowledgeBase> {
  const root = await mkdtemp(join(tmpdir(), "tro-ly-so-"));
  try {
    return await ensureKnowledge({ root });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** An assistant as the settings that nobody changes make it. */
export const assistantOver = (
  knowledge: KnowledgeBase,
  store: ConversationStore,
  options: Partial<AssistantOptions> = {},
): Assistant =>
  createAssistant({
    knowledge,
    store,
    now: () => new Date(),
    retentionDays: 30,
    handoffContact: "",
    ...options,
  });

export async function createEvaluationAssistant({
  now,
  model,
  decide,
  office,
  examples,
  ...given
}: {
  now: Date;
  decide?: AssistantOptions["decide"];
  model?: ModelOptions | undefined;
  office?: OfficeProfile | undefined;
  examples?: AssistantOptions["examples"];
  /** Another knowledge base than the shipped one. */
  knowledge?: KnowledgeBase;
}): Promise<TestAssistant> {
  const knowledge = given.knowledge ?? (await shippedKnowledge());
  const store = await openSqliteStore(":memory:");
  let failures = 0;
  const assistant = assistantOver(knowledge, store, {
    now: () => now,
    office,
    ...(examples ? { examples } : {}),
    ...(model ? { model } : {}),
    ...(decide ? { decide } : {}),
    onLockFailure: (unsupported) => {
      failures++;
      if (process.env.SHOW_LOCK === "1") console.error("figure lock:", unsupported.join("; "));
    },
  });
  return { assistant, knowledge, store, figureLockFailures: () => failures, close: () => store.close() };
}
