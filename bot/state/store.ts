/** Where conversations live, with the cases that wait for a person and what people thought of the answers. SQLite is
 *  the embedded default; another database implements the same interface and runs the same contract suite. Texts that
 *  reach a store have had personal data masked. */
import type { ModelUse } from "../language-model/model-steps.ts";
import type { TurnResponse } from "../reply.ts";

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
  /** Milliseconds since the epoch. */
  createdAt: number;
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

export interface ConversationStore {
  /** Undefined when unknown or purged. */
  find(conversationId: string): Conversation | undefined;
  /** Saves the turn and the conversation's new state in one transaction: both or neither, and with them the case that
   *  the turn opens, unless the conversation has an open one. Creates the conversation when it doesn't exist. Throws
   *  AppError code "turn_code_taken" when the code is in use. */
  saveTurn(turn: StoredTurn, state: string, opens?: Pick<Case, "reason">): void;
  /** Oldest first. */
  turns(conversationId: string): StoredTurn[];
  findTurn(messageId: string): StoredTurn | undefined;
  findTurnByCode(code: string): StoredTurn | undefined;

  /** Opens a case outside a turn, or returns the open one of its conversation, whose callback number it then takes. */
  openCase(row: Omit<Case, "state">): Case;
  /** Newest first. */
  cases(state?: Case["state"]): Case[];
  /** False when there is no open case of this code. */
  closeCase(code: string): boolean;

  /** The latest word on a message counts. False when there is no such message. */
  saveFeedback(feedback: Feedback): boolean;
  /** Newest first. */
  feedback(): Feedback[];

  /** With its turns, cases and feedback. */
  deleteConversation(conversationId: string): boolean;
  /** Deletes conversations not touched since the moment, unless a case of theirs is open; returns how many. */
  purgeBefore(epochMs: number): number;
  close(): void;
}
