/** Conversations and mailbox in SQLite, the embedded default: what the thread of the database does, asked from here. */
import { AppError } from "../../knowledge/errors.ts";
import type { ModelUse } from "../language-model/language-model.ts";
import { type Aside, openAside } from "./database-aside.ts";
import type { Operation } from "./database-calls.ts";
import type { Mailbox } from "./mailbox.ts";
import type { TurnText } from "./sqlite-conversations.ts";
import type { StoreOperations } from "./sqlite-operations.ts";
import { parseResponse, type StateStore, type StoredTurn, type StoreStatus } from "./store.ts";

export interface SqliteStoreOptions {
  /** Warns above this size; 0, the default, sets no limit. */
  quotaMb?: number;
  /** Warns when less of the disk is free. Default 500. */
  lowDiskMb?: number;
  /** Milliseconds since the epoch. */
  now?: () => number;
}

type ArgsOf<O> = O extends Operation<infer A, unknown> ? A : never;
type ResultOf<O> = O extends Operation<never, infer R> ? R : never;
/** A report is told how the queue fares by the queue. */
type Asked<N extends keyof StoreOperations> = N extends "status"
  ? [now: number]
  : [...ArgsOf<StoreOperations[N]>];
type Ask = <N extends keyof StoreOperations>(
  name: N,
  ...args: Asked<N>
) => Promise<ResultOf<StoreOperations[N]>>;

const MIB = 1024 * 1024;
/** Conversations or rows of mail that are deleted in one go, and pages that are given back: others come in between. */
const PURGE_STEP = 100;
const SHRINK_STEP = 200;
const REPACK_STEP = 20;
/** A file of before is written anew by itself up to this size: in about two seconds. */
const MOST_COMPACTED = 128 * MIB;

/** `file` may be ":memory:". Throws StoreError, see there. */
export async function openSqliteStore(file: string, options: SqliteStoreOptions = {}): Promise<StateStore> {
  const { quotaMb = 0, lowDiskMb = 500, now = Date.now } = options;
  const aside = await openAside(new URL("./sqlite-operations.ts", import.meta.url), file, {
    quotaBytes: quotaMb * MIB,
    lowDiskBytes: lowDiskMb * MIB,
  });
  return storeOver(aside, now);
}

function storeOver(aside: Aside, now: () => number): StateStore {
  const ask = ((name, ...args) => aside.call(name, args)) as Ask;

  async function shrink(): Promise<void> {
    while (await ask("shrinkStep", SHRINK_STEP));
  }

  return {
    async begin(messageId, conversationId) {
      const { answered, conversation } = await ask("begin", messageId, conversationId);
      return { answered: optional(answered), conversation };
    },
    find: (id) => ask("find", id),
    saveTurn: (turn, state, opens) => ask("saveTurn", toText(turn), state, opens ?? null),
    turns: async (id) => (await ask("turns", id)).map(fromText),
    findTurn: async (id) => optional(await ask("findTurn", id)),
    findTurnByCode: async (code) => optional(await ask("findTurnByCode", code)),
    openCase: (row) => ask("openCase", row),
    cases: (state) => ask("cases", state ?? null),
    closeCase: (code) => ask("closeCase", code),
    saveFeedback: (row) => ask("saveFeedback", row),
    feedback: () => ask("feedback"),
    deleteConversation: (id) => ask("deleteConversation", id, now()),
    async purge(job) {
      while ((await ask("repackStep", REPACK_STEP)) > 0);
      // Where there is no room for it, the status goes on telling that it should be done.
      if (await ask("gainsByCompacting", MOST_COMPACTED)) await ask("compact").catch(() => {});
      const refused = await ask("mayPurge", job);
      if (refused) return { deleted: 0, refused };
      let deleted = 0;
      for (let step = PURGE_STEP; step > 0; deleted += step)
        step = await ask("purgeStep", job.before, PURGE_STEP);
      await shrink();
      return { deleted, refused: null };
    },
    mailbox: mailboxOver(ask, shrink),
    async status() {
      try {
        const status = await ask("status", now());
        // Whether it can be written to by now is known the next time.
        if (!status.usable) void ask("probe", now()).catch(() => {});
        return status;
      } catch (error) {
        return unusable(error);
      }
    },
    async compact() {
      await ask("compact");
    },
    close: () => aside.close(),
  };
}

function mailboxOver(ask: Ask, shrink: () => Promise<void>): Mailbox {
  return {
    contact: (channel, id) => ask("contact", channel, id),
    saveContact: (contact) => ask("saveContact", contact),
    forgetContact: (channel, id) => ask("forgetContact", channel, id),
    accept: (event) => ask("accept", event),
    wasAccepted: (channel, key) => ask("wasAccepted", channel, key),
    claimEvents: (...args) => ask("claimEvents", ...args),
    finishEvent: ({ channel, key }, outgoing, now) => ask("finishEvent", { channel, key }, outgoing, now),
    returnEvent: ({ channel, key }, outcome) => ask("returnEvent", { channel, key }, outcome),
    post: (channel, outgoing, now) => ask("post", channel, outgoing, now),
    claimMessages: (...args) => ask("claimMessages", ...args),
    delivered: (id) => ask("delivered", id),
    notDelivered: (id, outcome) => ask("notDelivered", id, outcome),
    givenUp: () => ask("givenUp"),
    tryAgain: (now, only) => ask("tryAgain", now, only ?? null),
    nextDue: (channel) => ask("nextDue", channel),
    counts: () => ask("counts"),
    workers: () => ask("workers"),
    release: (gone) => ask("release", gone),
    async purgeMailBefore(epochMs) {
      while ((await ask("purgeMailStep", epochMs, PURGE_STEP)) > 0);
      await shrink();
    },
  };
}

const toText = ({ response, model, digest, ...turn }: StoredTurn): TurnText => ({
  ...turn,
  digest: digest ?? null,
  response: JSON.stringify(response),
  model: model ? JSON.stringify(model) : null,
});

const fromText = ({ response, model, digest, ...turn }: TurnText): StoredTurn => ({
  ...turn,
  response: parseResponse(response),
  ...(model === null ? {} : { model: JSON.parse(model) as ModelUse }),
  ...(digest === null ? {} : { digest }),
});

const optional = (turn: TurnText | undefined): StoredTurn | undefined => turn && fromText(turn);

const unusable = (error: unknown): StoreStatus => ({
  usable: false,
  problems: [
    {
      code: error instanceof AppError ? error.code : "store_unavailable",
      severity: "error",
      message: error instanceof AppError ? error.message : "Kho hội thoại tạm thời không dùng được.",
    },
  ],
  sizeBytes: null,
  freeDiskBytes: null,
  oldestInboxMs: null,
  oldestOutboxMs: null,
  erased: null,
  purgeRefused: null,
});
