/** Where conversations live. SQLite is the embedded default; another database implements the same interface and
 *  runs the same contract suite. Texts that reach a store have had personal data masked. */
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

export interface ConversationStore {
  /** Undefined when unknown or purged. */
  find(conversationId: string): Conversation | undefined;
  /** Saves the turn and the conversation's new state in one transaction: both or neither. Creates the conversation
   *  when it doesn't exist. Throws AppError code "turn_code_taken" when the code is in use. */
  saveTurn(turn: StoredTurn, state: string): void;
  /** Oldest first. */
  turns(conversationId: string): StoredTurn[];
  findTurnByCode(code: string): StoredTurn | undefined;
  deleteConversation(conversationId: string): boolean;
  /** Deletes conversations not touched since the moment; returns how many. */
  purgeBefore(epochMs: number): number;
  close(): void;
}
