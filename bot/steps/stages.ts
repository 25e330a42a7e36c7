/** What is known of a turn after each step. A step takes one stage and returns the next; none changes what it was given. */
import type { Dialogue, Pending } from "../dialogue.ts";
import type { DraftReply } from "../draft.ts";
import type { Query } from "../query.ts";
import type { Language, Reply, TurnIdentity, TurnRequest } from "../reply.ts";
import type { CaseReason } from "../state/store.ts";

export interface OpenTurn {
  request: TurnRequest;
  messageId: string;
  conversationId: string;
  identity: TurnIdentity | undefined;
  dialogue: Dialogue;
}

export interface MaskedTurn extends OpenTurn {
  /** With personal data masked: the only form that is stored. */
  question: string;
  hadPersonalData: boolean;
}

export interface HeardTurn extends MaskedTurn {
  /** Of the answer. */
  language: Language;
  /** The question is English, and is understood in the words of the sources. */
  isEnglish: boolean;
}

/** What a question was read as. */
export interface Understanding {
  query: Query;
  /** The question that the query was read of; one of before that waited for what was asked back. Undefined when nothing
   *  was read. */
  read: Omit<Pending, "missing"> | undefined;
  /** Agencies that the question is about. */
  agencyIds: string[];
  /** With what the question told of its asker. */
  dialogue: Dialogue;
}

export interface UnderstoodTurn extends HeardTurn, Understanding {}

export interface DraftedTurn extends UnderstoodTurn {
  draft: DraftReply;
}

export interface OfferedTurn extends DraftedTurn {
  /** Why a person has to look at this conversation. */
  opens: CaseReason | undefined;
}

export interface RepliedTurn extends OfferedTurn {
  reply: Reply;
}
