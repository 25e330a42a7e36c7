/** Where conversations live, with the cases that wait for a person and what people thought of the answers. SQLite is
 *  the embedded default; another database implements the same interface and runs the same contract suite. Texts that
 *  reach a store have had personal data masked. What a promise of a store has answered is on the disk. */
import type { ModelUse } from "../language-model/language-model.ts";
import type { TurnResponse } from "../reply.ts";
import type { Mailbox } from "./mailbox.ts";

export interface StoredTurn {
  messageId: string;
  conversationId: string;
  /** 6 characters, unique among stored turns. */
  code: string;
  channel: string;
  /** Question with personal data masked. */
  question: string;
  response: TurnResponse;
  knowledgeVersion: string;
  /** The language model that had a hand in the answer; absent when none had. */
  model?: ModelUse;
  /** Of the whole request, keyed by what its client alone has; absent where none may ask it again. */
  digest?: string;
  /** Milliseconds since the epoch. */
  createdAt: number;
}

/** Those of before replies had options open too. */
export function parseResponse(json: string): TurnResponse {
  const response = JSON.parse(json) as TurnResponse;
  return { ...response, reply: { ...response.reply, options: response.reply.options ?? [] } };
}

export interface Conversation {
  id: string;
  /** JSON of the dialogue state; opaque to the store. */
  state: string;
  createdAt: number;
  updatedAt: number;
}

/** Why a person has to look: the asker wished for one, the assistant failed several times in a row, or nobody could
 *  take the call and the caller waits to be called back. */
export type CaseReason = "asked" | "failures" | "callback";

export interface Case {
  /** The code of the turn that opened it, read out to the asker. */
  code: string;
  conversationId: string;
  channel: string;
  reason: CaseReason;
  state: "open" | "closed";
  /** Where to call back; only for reason "callback", with the caller's consent. Never logged. */
  callback: string | null;
  createdAt: number;
}

export interface Feedback {
  messageId: string;
  useful: boolean;
  /** Why, with personal data masked; empty when nothing was said. */
  comment: string;
  createdAt: number;
}

export interface PurgeJob {
  /** Milliseconds since the epoch. */
  now: number;
  /** Conversations not touched since this moment go. */
  before: number;
  /** A person has seen the refusal and wants it done. */
  evenIfUnusual?: boolean;
}

export interface PurgeOutcome {
  /** Conversations. */
  deleted: number;
  /** Nothing was deleted: see `PurgeRefusal`. */
  refused: PurgeRefusal | null;
}

/** More would go than usual, so that the clock may be wrong: a person decides.
 *  "clock_ahead": the clock reads more than a week after the last purge or, before the first, the last turn.
 *  "large_share": a large part of all conversations would go at once. */
export interface PurgeRefusal {
  reason: "clock_ahead" | "large_share";
  /** Conversations that would have gone. */
  count: number;
}

/** What a turn begins with. */
export interface Beginning {
  /** What its message was answered before. */
  answered: StoredTurn | undefined;
  conversation: Conversation | undefined;
}

/** All of them reject with a StoreError when the database can't do it now. */
export interface ConversationStore {
  /** Both in one look. */
  begin(messageId: string, conversationId: string): Promise<Beginning>;
  /** Undefined when unknown or purged. */
  find(conversationId: string): Promise<Conversation | undefined>;
  /** Saves the turn and the conversation's new state in one transaction: both or neither, and with them the case that
   *  the turn opens, unless the conversation has an open one. Creates the conversation when it doesn't exist. Throws
   *  AppError "turn_code_taken" when the code is in use, "turn_known" when the message is, "conversation_deleted" when
   *  the conversation was deleted before. */
  saveTurn(turn: StoredTurn, state: string, opens?: Pick<Case, "reason">): Promise<void>;
  /** In the order they were saved. */
  turns(conversationId: string): Promise<StoredTurn[]>;
  findTurn(messageId: string): Promise<StoredTurn | undefined>;
  findTurnByCode(code: string): Promise<StoredTurn | undefined>;

  /** Opens a case outside a turn, or returns the open one of its conversation, whose callback number it then takes.
   *  Throws AppError "conversation_deleted" when there is no such conversation any more. */
  openCase(row: Omit<Case, "state">): Promise<Case>;
  /** The last opened first. */
  cases(state?: Case["state"]): Promise<Case[]>;
  /** False when there is no open case of this code. */
  closeCase(code: string): Promise<boolean>;

  /** The latest word on a message counts. False when there is no such message. */
  saveFeedback(feedback: Feedback): Promise<boolean>;
  /** The last said first. */
  feedback(): Promise<Feedback[]>;

  /** With its turns, cases and feedback, with what channels keep that was said in it and what they were about to send,
   *  from the files as well. Its id takes no turn again; what is kept of it is that an id was deleted and on which day. */
  deleteConversation(conversationId: string): Promise<boolean>;
  /** Deletes conversations not touched since the moment, unless a case of theirs is open, a few at a time. Never goes by
   *  one reading of the clock: refuses to delete more than usual. */
  purge(job: PurgeJob): Promise<PurgeOutcome>;
  /** After what was asked before. */
  close(): Promise<void>;
}

/** A state of the store that a person should know of. */
export interface StoreProblem {
  /** store_*: a call would reject with this code. disk_low, store_over_quota, inbox_waiting, outbox_waiting,
   *  clock_behind, clock_ahead, purge_refused, deleted_in_log, store_uncompacted: it works, and somebody should look. */
  code: string;
  severity: "error" | "warning";
  /** In Vietnamese, with the way out; nothing of anybody's text. */
  message: string;
}

export interface StoreStatus {
  /** Turns and events can be saved now: no problem is an "error". */
  usable: boolean;
  problems: readonly StoreProblem[];
  /** Of the database and its log; null where it can't be known. */
  sizeBytes: number | null;
  freeDiskBytes: number | null;
  /** Age of the oldest event and message that wait; null when none does. */
  oldestInboxMs: number | null;
  oldestOutboxMs: number | null;
  /** Conversations that people had deleted, as far as the record of it is kept; null where it can't be known. */
  erased: { count: number; lastDay: string | null } | null;
  /** The last purge was refused, and a person has not decided yet. */
  purgeRefused: PurgeRefusal | null;
}

/** Conversations and the mailbox of the channels, over one database. */
export interface StateStore extends ConversationStore {
  readonly mailbox: Mailbox;
  /** Looks at file, disk, queues and clock. Never rejects. */
  status(): Promise<StoreStatus>;
  /** Writes the file anew, without gaps; takes seconds for each gigabyte, with nobody else at work on it. */
  compact(): Promise<void>;
}
